"""How every figure was revised: a stock on each of some days, as known on each of some others; and how late it is told.

Every corner is put at the first of the days, and of the known days, at or after it; summed up along both, each point of
the surface is the stock of its day as it was known on its known day. Of moves, put at their own month and at that in
which they were learned, the sums are the reporting triangle: how many of a month were learned in it, in the next …
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from habeas.tally.axis import Axis, Numbers
from habeas.tally.book import Book
from habeas.tally.corners import Corners
from habeas.tally.loops import loops
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds, move_weights, weights

Counts = npt.NDArray[np.int64]


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
    found = _grid(book.corners, days, knowns, np.stack(by_rule, axis=1), compiled)
    np.cumsum(found, axis=0, out=found)
    np.cumsum(found, axis=1, out=found)
    return Surface(tuple(days), tuple(knowns), found)


def delays(
    book: Book, rule: Rule, ends: Sequence[int], first: int, quantity: str = "inflow", compiled: bool | None = None
) -> Delays:
    """How late who came (`inflow`) or went (`outflow`) was told of, by best.

    The periods end on `ends` (ordinals in order), the first begins on `first`.
    """
    by_rule = move_weights(book.move_cells, rule)
    times = by_rule.entered if quantity == "inflow" else by_rule.left
    edges = [first - 1, *ends]  # the first row and column gather what lies before, and are left out
    found = _grid(book.points, edges, edges, times[:, None], compiled)
    return Delays(tuple(ends), found[1:, 1:, 0])


def _grid(
    parts: Sequence[Corners], days: Sequence[int], knowns: Sequence[int], times: Counts, compiled: bool | None
) -> Counts:
    found = np.zeros((len(days), len(knowns), times.shape[1]), dtype=np.int64)
    for part in parts:
        at, learned = (_places(axis, ends) for axis, ends in ((part.days, days), (part.knowns, knowns)))
        fast = loops(part.size, compiled)
        if fast:
            fast.add_grid(*part[2:], at, learned, times, found)
        else:
            _add_grid(part, at[part.day], learned[part.known], times, found)
    return found


def _places(axis: Axis, ends: Sequence[int]) -> npt.NDArray[np.int32]:
    """For each number of an axis the first of `ends` at or after its day; as many as there are ends: none is."""
    days = np.arange(axis.length, dtype=np.int64) + axis.zero
    found = np.searchsorted(np.array(ends, dtype=np.int64), days).astype(np.int32)
    found[0] = 0  # ALWAYS
    return found


def _add_grid(part: Corners, row: Numbers, column: Numbers, times: Counts, found: Counts) -> None:
    here = (row < found.shape[0]) & (column < found.shape[1])
    flat = row[here].astype(np.int64) * found.shape[1] + column[here]
    for bound in range(times.shape[1]):
        weight = part.weight[here] * times[part.cell[here], bound]
        sums = np.bincount(flat, weight, found.shape[0] * found.shape[1]).astype(np.int64)
        found[:, :, bound] += sums.reshape(found.shape[:2])
