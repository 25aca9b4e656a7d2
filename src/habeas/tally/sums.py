"""An index over corners, from which one day as known on another is read: a table of sums, and what lies beside it.

The table has the sums by cell of all corners up to some days and some known days. A question takes the row that lies
nearest, and adds or takes away what lies between: first the days between, as far as they were known, then the known
days between, up to the row's day. For the one corners stand by day, for the other once more by known day; so what is
walked is what lies between and nothing else, a small part of all, however many there are.
"""

from bisect import bisect_right
from dataclasses import dataclass
from math import isqrt
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.tally.axis import Numbers
from habeas.tally.blocks import still
from habeas.tally.corners import Corners, kind_of, starts_of
from habeas.tally.loops import index_loops, loops

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


def sums(corners: Corners, cells: int, compiled: bool | None = None) -> Sums:
    """The index of corners in so many cells."""
    size, fast = corners.size, index_loops(corners.size, compiled)
    many = min(max(isqrt(size // max(cells, 1)), FEWEST), MOST)
    learned = _learned(corners, fast)
    when, steps = _ends(corners.starts, many), _ends(learned.starts, many)
    table = np.zeros((len(when) + 1, len(steps) + 1, cells), dtype=np.int32)
    row, column = (
        np.searchsorted(ends, np.arange(axis.length)) + 1
        for ends, axis in ((when, corners.days), (steps, corners.knowns))
    )
    if fast:
        fast.add_to_table(*corners[2:], row, column, table)
    else:
        np.add.at(table, (row[corners.day], column[corners.known], corners.cell), corners.weight)
    np.cumsum(table, axis=0, out=table)
    np.cumsum(table, axis=1, out=table)
    return Sums(corners, Learned(*map(still, learned)), when, steps, table)


def _learned(corners: Corners, fast: Any) -> Learned:
    """The same corners by known day."""
    known = corners.known
    starts = starts_of(known, corners.knowns.length)
    if not fast:
        order = np.argsort(known, kind="stable")
        return Learned(starts, corners.day[order], corners.cell[order], corners.weight[order])
    day = np.empty(len(known), dtype=kind_of(len(corners.starts)))
    found = Learned(starts, day, np.empty_like(corners.cell), np.empty_like(corners.weight))
    fast.by_known_day(*corners[2:], starts.copy(), *found[1:])
    return found


def _ends(starts: Numbers, many: int) -> Counts:
    """The numbers at which so many parts of about as many rows end."""
    if not starts[-1]:
        return np.zeros(0, dtype=np.int64)
    wanted = np.arange(1, many + 1) * int(starts[-1]) // many
    return np.unique(np.searchsorted(starts[1:], wanted)).astype(np.int64)
