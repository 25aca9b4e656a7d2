"""NumPy: rows of a person together, in the order of best days, so that the last row kept of each is where each is."""

import numpy as np
import numpy.typing as npt

from .columns import CELLS, Given, Raw, number
from .peer import GIVEN, RAW, Counts, Peer


def raw(some: Raw) -> Peer:
    """Over raw claims."""

    def stock(day: int, known: int) -> Counts:
        when, learned = np.int16(number(day)), np.int16(number(known))
        rows = np.flatnonzero((some.best <= when) & (some.known <= learned) & (some.known_to > learned))
        return np.bincount(some.cell[rows[last_of(some.person[rows])]], minlength=CELLS)[:CELLS]

    return Peer("NumPy", RAW, {"stock": stock})


def given(some: Given) -> Peer:
    """Over rectangles, in the order of their first days: those that begin later are not looked at."""
    cells = some.low.shape[1]

    def stock(day: int, known: int) -> Counts:
        when, learned = np.int16(number(day)), np.int16(number(known))
        end = int(np.searchsorted(some.first, when, side="right"))
        here = (some.until[:end] > when) & (some.known[:end] <= learned) & (some.known_to[:end] > learned)
        return np.bincount(some.cell[:end][here], minlength=cells)

    return Peer("NumPy", GIVEN, {"stock": stock})


def last_of(person: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
    """Which rows are the last of their person."""
    last = np.ones(len(person), dtype=np.bool_)
    np.not_equal(person[1:], person[:-1], out=last[:-1])
    return last
