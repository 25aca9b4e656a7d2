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
from habeas.tally.corners import Corners
from habeas.tally.loops import loops
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds, move_weights, weights

Counts = npt.NDArray[np.int64]
Sums = npt.NDArray[np.int32]


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
    by_rule = weights(book.cells, rule)
    found = _grid(book.corners, days, knowns, by_rule.low + by_rule.best + by_rule.high, 4, compiled)
    return Surface(tuple(days), tuple(knowns), _summed(found, compiled))


def delays(
    book: Book, rule: Rule, ends: Sequence[int], first: int, quantity: str = "inflow", compiled: bool | None = None
) -> Delays:
    """How late who came (`inflow`) or went (`outflow`) was told of, by best.

    The periods end on `ends` (ordinals in order), the first begins on `first`.
    """
    by_rule = move_weights(book.move_cells, rule)
    counted = by_rule.entered if quantity == "inflow" else by_rule.left
    edges = [first - 1, *ends]  # the first row and column gather what lies before, and are left out
    found = _grid(book.points, edges, edges, counted, 2, compiled)
    return Delays(tuple(ends), found[1:, 1:, 1].astype(np.int64))


def _grid(
    parts: Sequence[Corners],
    days: Sequence[int],
    knowns: Sequence[int],
    level: Counts,
    levels: int,
    compiled: bool | None,
) -> Sums:
    """The corners at each of the days and known days, apart by the level of their cell.

    The level is in how many of the wanted sums a cell is: low is never more than best, nor best than high, so 3 is in
    all, 2 in best and high, 1 in high alone.
    """
    width = len(knowns) + 1
    found = np.zeros((len(days) + 1) * width * levels, dtype=np.int32)  # what is later than all comes last
    for part in parts:
        at = _places(part.days, days) * np.uint32(width * levels)
        learned = _places(part.knowns, knowns) * np.uint32(levels)
        fast = loops(part.size, compiled)
        if fast:
            fast.add_grid(*part[2:], at, learned, level.astype(np.uint8), found)
        else:
            place = at[part.day] + learned[part.known] + level[part.cell]
            found += np.bincount(place, part.weight, len(found)).astype(np.int32)
    return found.reshape(len(days) + 1, width, levels)[:-1, :-1]


def _summed(found: Sums, compiled: bool | None) -> Counts:
    """Low, best and high at each place: the sums of all levels that are in them, over the rows and columns up to it."""
    bounds = np.zeros((*found.shape[:2], 3), dtype=np.int64)
    fast = loops(found.size, compiled)
    if fast:
        fast.sum_over(found, bounds)
        return bounds
    for level in range(1, 4):
        bounds[..., 3 - level :] += found[..., level, None]
    return bounds.cumsum(axis=0).cumsum(axis=1)


def _places(axis: Axis, ends: Sequence[int]) -> npt.NDArray[np.uint32]:
    """For each number of an axis the first of `ends` at or after its day; as many as there are ends: none is."""
    days = np.arange(axis.length, dtype=np.int64) + axis.zero
    found = np.searchsorted(np.array(ends, dtype=np.int64), days).astype(np.uint32)
    found[0] = 0  # ALWAYS
    return found
