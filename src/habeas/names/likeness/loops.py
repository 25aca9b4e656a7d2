"""The loops over names that numba compiles, where it is installed and there is enough to compare; the same scores."""

import importlib.util
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

ENOUGH = 100  # comparisons from which loading the loops is worth the wait: a second, and the very first time fifteen

INSTALLED = importlib.util.find_spec("numba") is not None


class Loops(NamedTuple):
    """What makes the row of a name, what scores two rows, or one and many, and the numbers that these go by."""

    row_of: Any
    score: Any
    write_scores: Any
    standing: Any


@cache
def loops() -> Loops:
    """The compiled loops. Raises ImportError where numba is not installed."""
    room = "habeas.names.likeness"
    compiled = import_module(f"{room}.compiled")
    standing = import_module(f"{room}.standing").standing()
    return Loops(compiled.row_of, compiled.score, compiled.write_scores, standing)
