"""The loops over names that numba compiles, where it is installed and there is enough to compare; the same scores."""

import importlib.util
import warnings
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

ENOUGH = 100  # comparisons from which loading the loops is worth the wait: a second, and the very first time fifteen

INSTALLED = importlib.util.find_spec("numba") is not None


class Loops(NamedTuple):
    """What makes a text of a name and a row of that, what scores two rows, or one and many; and what these go by."""

    packed: Any
    row_of: Any
    score: Any
    write_scores: Any
    standing: Any


@cache
def loops() -> Loops | None:
    """The compiled loops; None, with a warning, where numba is there and cannot work: it has nowhere to write."""
    try:
        packed, compiled, standing = (
            import_module(f"habeas.names.likeness.{name}") for name in ("packed", "compiled", "standing")
        )
    except (ImportError, OSError, RuntimeError) as error:
        warnings.warn(f"names are compared without compiled loops: {error}", RuntimeWarning, stacklevel=2)
        return None
    return Loops(packed.packed, compiled.row_of, compiled.score, compiled.write_scores, standing.standing())
