"""An index over corners, from which one day as known on another is read: a table of sums, and what lies beside it.

The table has the sums by cell of all corners up to some days and some known days. A question takes the row that lies
nearest, and adds or takes away what lies between: first the days between, as far as they were known, then the known
days between, up to the row's day. For the one corners stand by day, for the other once more by known day; so what is
walked is what lies between and nothing else, a small part of all, however many there are.
"""

from bisect import bisect_right
from dataclasses import dataclass
from math import isqrt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.tally.axis import Numbers
from habeas.tally.corners import Corners, starts_of
from habeas.tally.loops import loops

Counts = npt.NDArray[np.int64]
FEWEST, MOST = 1, 96  # days, and known days, up to which the table has sums


class Learned(NamedTuple):
    """Corners by known day, those of one by day; of known day number n are rows `starts[n]` to `starts[n + 1]`."""

    starts: Numbers
    day: Numbers
    cell: Numbers
    weight: Numbers


@dataclass(frozen=True, eq=False)
class Sums:
    """Corners by day and by known day; `table[i, j]` is the sum by cell up to `when[i - 1]`, known by `steps[j - 1]`.

    Row and column 0 are of nothing.
    """

    corners: Corners
    learned: Learned
    when: Counts
    steps: Counts
    table: npt.NDArray[np.int32]

    @property
    def nbytes(self) -> int:
        """The memory that it takes."""
        columns = (*self.learned, self.when, self.steps, self.table)
        return self.corners.nbytes + sum(column.nbytes for column in columns)

    def on(self, day: int, known: int, compiled: bool | None = None) -> Counts:
        """How many people are in each cell at the end of `day`, as known on `known` (both as ordinals)."""
        corners, learned = self.corners, self.learned
        when, step = corners.days.number(day), corners.knowns.number(known)
        row, line = _nearest(self.when, corners.starts, when)
        column, told = _nearest(self.steps, learned.starts, step)
        found: Counts = self.table[row, column].astype(np.int64)
        for (starts, across, cell, weight), begin, end, limit in (
            (corners[2:], line, when, step),
            (learned, told, step, line),
        ):
            sign = 1 if begin < end else -1
            between = min(begin, end) + 1, max(begin, end) + 1
            fast = loops(corners.size, compiled)
            if fast:
                fast.add_between(starts, across, cell, weight, *between, limit, sign, found)
            else:
                rows = slice(*starts[list(between)].tolist())
                here = across[rows] <= limit
                found += sign * np.bincount(cell[rows][here], weight[rows][here], len(found)).astype(np.int64)
        return found


def _nearest(ends: Counts, starts: Numbers, number: int) -> tuple[int, int]:
    """The place in the table, and its number (-1: before all), that the fewest rows part from this number."""
    after = bisect_right(ends, number)
    before = int(ends[after - 1]) if after else -1
    if after == len(ends):
        return after, before
    following, here = int(ends[after]), int(starts[number + 1])
    nearer = int(starts[following + 1]) - here < here - int(starts[before + 1])
    return (after + 1, following) if nearer else (after, before)


def sums(corners: Corners, cells: int) -> Sums:
    """The index of corners in so many cells."""
    size = corners.size
    many = min(max(isqrt(size // max(cells, 1)), FEWEST), MOST)
    day, known = corners.day, corners.known
    order = np.argsort(known, kind="stable")
    starts = starts_of(known, corners.knowns.length)
    learned = Learned(starts, day[order], corners.cell[order], corners.weight[order])
    when, steps = _ends(corners.starts, many), _ends(starts, many)
    table = np.zeros((len(when) + 1, len(steps) + 1, cells), dtype=np.int32)
    row, column = np.searchsorted(when, day), np.searchsorted(steps, known)
    np.add.at(table, (row + 1, column + 1, corners.cell), corners.weight)
    np.cumsum(table, axis=0, out=table)
    np.cumsum(table, axis=1, out=table)
    return Sums(corners, learned, when, steps, table)


def _ends(starts: Numbers, many: int) -> Counts:
    """The numbers at which so many parts of about as many rows end."""
    if not starts[-1]:
        return np.zeros(0, dtype=np.int64)
    wanted = np.arange(1, many + 1) * int(starts[-1]) // many
    return np.unique(np.searchsorted(starts[1:], wanted)).astype(np.int64)
