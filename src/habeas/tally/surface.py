"""How every figure was revised: a stock on each of some days, as known on each of some others; and how late it is told.

Every corner is put at the first of the days, and of the known days, at or after it; summed up along both, each point of
the surface is the stock of its day as it was known on its known day. Of moves, put at their own month and at that in
which they were learned, the sums are the reporting triangle: how many of a month were learned in it, in the next …
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from habeas.tally.axis import Axis
from habeas.tally.book import Book
from habeas.tally.counted import Counted
from habeas.tally.loops import loops
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds, counted_in, moved_in

Counts = npt.NDArray[np.int64]
Sums = npt.NDArray[np.int32]
Places = npt.NDArray[np.integer]


@dataclass(frozen=True, eq=False)
class Surface:
    """A stock on each of `days` (rows), as known on each of `knowns` (columns); `bounds` has low, best, high."""

    days: tuple[int, ...]
    knowns: tuple[int, ...]
    bounds: Counts

    def at(self, row: int, column: int) -> Bounds:
        """The stock on the row's day, as known on the column's."""
        low, best, high = self.bounds[row, column].tolist()
        return Bounds(low, best, high)


@dataclass(frozen=True, eq=False)
class Delays:
    """Moves of each of some periods (rows: each ends on a day of `ends`), by the period in which they were learned.

    A column is a period of knowledge, of the same ends; what was given up in it is taken away.
    """

    ends: tuple[int, ...]
    counts: Counts

    def by_delay(self) -> Counts:
        """The triangle: a row for each period, a column for each delay in periods, the first for none."""
        size = len(self.ends)
        found = np.zeros((size, size), dtype=np.int64)
        for row in range(size):
            found[row, : size - row] = self.counts[row, row:]
        return found


def surface(
    book: Book, rule: Rule, days: Sequence[int], knowns: Sequence[int], compiled: bool | None = None
) -> Surface:
    """The surface over these days and known days (ordinals, each in order)."""
    found = _grid(counted_in(book, rule), 3, days, knowns, compiled)
    fast = loops(found.size, compiled)
    sums = fast.sums_over(found) if fast else found.cumsum(axis=1, dtype=np.int64).cumsum(axis=2)
    return Surface(tuple(days), tuple(knowns), np.moveaxis(sums, 0, -1))


def delays(
    book: Book, rule: Rule, ends: Sequence[int], first: int, quantity: str = "inflow", compiled: bool | None = None
) -> Delays:
    """How late who came (`inflow`) or went (`outflow`) was told of, by best.

    The periods end on `ends` (ordinals in order), the first begins on `first`.
    """
    edges = [first - 1, *ends]  # the first row and column gather what lies before, and are left out
    found = _grid(moved_in(book, rule, quantity), 1, edges, edges, compiled)
    return Delays(tuple(ends), found[0, 1:, 1:].astype(np.int64))


def _grid(
    parts: Sequence[Counted], many: int, days: Sequence[int], knowns: Sequence[int], compiled: bool | None
) -> Sums:
    """The first so many (1 or 3) weights of all places, added up at the first of the days, and known days, at or after
    each: a row a day, a column a known day.
    """
    size, width = len(days) + 1, len(knowns) + 1
    found = np.zeros((many, size, width), dtype=np.int32)  # what is later than all comes last
    for part in parts:
        ends = np.append(part.starts[_ends(part.days, days)], len(part.known))
        learned = _places(part.knowns, knowns)
        fast = loops(len(part.known), compiled)
        if fast and many == 1:
            fast.add_rows(ends, part.known, part.weights[0], learned, found[0])
        elif fast:
            fast.add_bounds(ends, part.known, *part.weights, learned, found)
        else:
            place = np.repeat(np.arange(size), np.diff(ends, prepend=0)) * width + learned[part.known]
            for level, weight in zip(found, part.weights, strict=False):
                level += np.bincount(place, weight, size * width).astype(np.int32).reshape(size, width)
    return found[:, :-1, :-1]


def _ends(axis: Axis, days: Sequence[int]) -> Places:
    """For each day one more than its number on the axis: where what lies after it begins."""
    return np.clip(np.asarray(days, dtype=np.int64) - axis.zero, 0, axis.length - 1) + 1


def _places(axis: Axis, ends: Sequence[int]) -> Places:
    """For each number of an axis the first of `ends` at or after its day; as many as there are ends: none is."""
    lengths = np.diff(_ends(axis, ends), prepend=0, append=axis.length)
    return np.repeat(np.arange(len(ends) + 1, dtype=np.uint32), lengths)
