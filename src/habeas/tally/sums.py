"""An index over corners, from which one day as known on another is read: a table of sums, and what lies beside it.

Corners stand in blocks by day, within a block by known day. The table has, for each block and each step of known days,
the sum by cell of everything in earlier blocks and earlier steps. A question adds to one row of it the corners of one
step in each earlier block, and those of its own block: a small part of all, however many there are.
"""

from dataclasses import dataclass
from math import isqrt

import numpy as np
import numpy.typing as npt

from habeas.tally.axis import Numbers
from habeas.tally.corners import Corners
from habeas.tally.loops import loops

Counts = npt.NDArray[np.int64]
FEWEST, MOST = 1, 96  # blocks, and steps of known days


@dataclass(frozen=True, eq=False)
class Sums:
    """Corners by block, then known day; step s of block b begins at `starts[b, s]`, `last_day` ends each block."""

    corners: Corners
    last_day: Counts
    steps: Counts
    starts: Counts
    table: npt.NDArray[np.int32]

    @property
    def nbytes(self) -> int:
        """The memory that it takes."""
        columns = (self.last_day, self.steps, self.starts, self.table)
        return self.corners.nbytes + sum(column.nbytes for column in columns)

    def on(self, day: int, known: int, compiled: bool | None = None) -> Counts:
        """How many people are in each cell at the end of `day`, as known on `known` (both as ordinals)."""
        corners = self.corners
        when, learned = corners.days.number(day), corners.knowns.number(known)
        block = int(np.searchsorted(self.last_day, when, side="right"))
        step = int(np.searchsorted(self.steps, learned, side="right"))
        found: Counts = self.table[block, step].astype(np.int64)
        fast = loops(corners.size, compiled)
        if fast:
            fast.add_beside(*corners[2:], self.starts, block, step, when, learned, found)
        else:
            self._add_beside(block, step, when, learned, found)
        return found

    def _add_beside(self, block: int, step: int, when: int, learned: int, found: Counts) -> None:
        corners, rows = self.corners, [np.zeros(0, dtype=np.int64)]
        for each in range(block if step < len(self.steps) else 0):
            start, end = self.starts[each, step : step + 2]
            rows.append(np.arange(start, start + np.searchsorted(corners.known[start:end], learned, side="right")))
        if block < len(self.last_day):
            start, end = self.starts[block, 0], self.starts[block, -1]
            until = start + np.searchsorted(corners.known[start:end], learned, side="right")
            rows.append(start + np.flatnonzero(corners.day[start:until] <= when))
        beside = np.concatenate(rows)
        found += np.bincount(corners.cell[beside], corners.weight[beside], len(found)).astype(np.int64)


def sums(corners: Corners, cells: int) -> Sums:
    """The index of corners in so many cells."""
    size = corners.size
    many = min(max(isqrt(size // max(cells, 1)), FEWEST), MOST)
    length = max(-(-size // many), 1)
    block, blocks = np.arange(size) // length, -(-size // length)
    order = np.argsort(block * corners.knowns.length + corners.known, kind="stable")
    ends = np.minimum(np.arange(1, blocks + 1) * length, size) - 1
    last_day = corners.day[ends].astype(np.int64)
    day, known, cell, weight = (column[order] for column in corners[2:])
    steps = _steps(known, many)
    step = np.searchsorted(steps, known, side="left")
    table = np.zeros((blocks + 1, len(steps) + 1, cells), dtype=np.int32)
    np.add.at(table, (block + 1, step + 1, cell), weight)
    np.cumsum(table, axis=0, out=table)
    np.cumsum(table, axis=1, out=table)
    starts = np.concatenate(([0], np.cumsum(np.bincount(block * len(steps) + step, minlength=blocks * len(steps)))))
    place = np.arange(blocks)[:, None] * len(steps) + np.arange(len(steps) + 1)[None, :]
    return Sums(corners._replace(day=day, known=known, cell=cell, weight=weight), last_day, steps, starts[place], table)


def _steps(known: Numbers, many: int) -> Counts:
    """The last known day of each step: about as many corners in each."""
    if not len(known):
        return np.zeros(0, dtype=np.int64)
    return np.unique(np.quantile(known, np.linspace(0, 1, many + 1)[1:], method="higher")).astype(np.int64)
