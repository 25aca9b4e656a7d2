"""The inner loops that numba compiles, where it is installed and there is enough to count; the same sums as NumPy's.

Whoever asks for `loops` gets the module of compiled loops, or None and goes by NumPy alone.
"""

import importlib.util
from functools import cache
from importlib import import_module
from typing import Any

ENOUGH = 20_000  # rows from which compiling is worth the wait

INSTALLED = importlib.util.find_spec("numba") is not None


def loops(rows: int, compiled: bool | None = None) -> Any:
    """The compiled loops; None where numba is not installed, or there is little to count (`compiled` decides it)."""
    wanted = INSTALLED and rows >= ENOUGH if compiled is None else compiled
    return _module("habeas.tally.compiled") if wanted else None


def index_loops(rows: int, compiled: bool | None = None) -> Any:
    """The compiled loops that make an index, as `loops`."""
    wanted = INSTALLED and rows >= ENOUGH if compiled is None else compiled
    return _module("habeas.tally.compiled_index") if wanted else None


def people_loops(rows: int, compiled: bool | None = None) -> Any:
    """The compiled loop over people, as `loops`."""
    wanted = INSTALLED and rows >= ENOUGH if compiled is None else compiled
    return _module("habeas.tally.compiled_people") if wanted else None


@cache
def _module(name: str) -> Any:
    return import_module(name)
