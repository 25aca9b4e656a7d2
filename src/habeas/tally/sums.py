"""An index over corners, from which one day as known on another is read: a table of sums, and what lies beside it.

Corners stand in blocks by day, within a block by known day. The table has, for each block and each step of known days,
the sum by cell of everything in earlier blocks and earlier steps. A question adds to one row of it the corners of one
step in each earlier block, and those of its own block: a small part of all, however many there are.
"""

from dataclasses import dataclass
from math import isqrt

import numpy as np
import numpy.typing as npt

from habeas.tally.axis import Axis, Numbers
from habeas.tally.corners import Corners
from habeas.tally.loops import loops

Counts = npt.NDArray[np.int64]
FEWEST, MOST = 1, 96  # blocks, and steps of known days


@dataclass(frozen=True, eq=False)
class Sums:
    """Corners by block, then known day; step s of block b begins at `starts[b, s]`, `last_day` ends each block."""

    days: Axis
    knowns: Axis
    day: Numbers
    known: Numbers
    cell: Numbers
    weight: Numbers
    last_day: Counts
    steps: Counts
    starts: Counts
    table: npt.NDArray[np.int32]

    @property
    def nbytes(self) -> int:
        """The memory that it takes."""
        columns = (self.day, self.known, self.cell, self.weight, self.last_day, self.steps, self.starts, self.table)
        return sum(column.nbytes for column in columns)

    def on(self, day: int, known: int, compiled: bool | None = None) -> Counts:
        """How many people are in each cell at the end of `day`, as known on `known` (both as ordinals)."""
        if known <= self.knowns.zero or not len(self.day):
            return np.zeros(self.table.shape[2], dtype=np.int64)
        when, learned = self.days.number(day), self.knowns.number(known)
        block = int(np.searchsorted(self.last_day, when, side="right"))
        step = int(np.searchsorted(self.steps, learned, side="right"))
        found: Counts = self.table[block, step].astype(np.int64)
        fast = loops(len(self.day), compiled)
        if fast:
            columns = (self.day, self.known, self.cell, self.weight)
            fast.add_beside(*columns, self.starts, block, step, when, learned, found)
        else:
            self._add_beside(block, step, when, learned, found)
        return found

    def _add_beside(self, block: int, step: int, when: int, learned: int, found: Counts) -> None:
        rows = []
        for each in range(block if step < len(self.steps) else 0):
            start, end = self.starts[each, step : step + 2]
            rows.append(np.arange(start, start + np.searchsorted(self.known[start:end], learned, side="right")))
        if block < len(self.last_day):
            start, end = self.starts[block, 0], self.starts[block, -1]
            until = start + np.searchsorted(self.known[start:end], learned, side="right")
            rows.append(start + np.flatnonzero(self.day[start:until] <= when))
        beside = np.concatenate(rows) if rows else np.zeros(0, dtype=np.int64)
        found += np.bincount(self.cell[beside], self.weight[beside], len(found)).astype(np.int64)


def sums(corners: Corners, cells: int) -> Sums:
    """The index of corners in so many cells."""
    size = corners.size
    many = min(max(isqrt(size // max(cells, 1)), FEWEST), MOST)
    length = max(-(-size // many), 1)
    block = np.arange(size) // length
    blocks = -(-size // length)
    order = np.argsort(block.astype(np.int64) * corners.knowns.length + corners.known, kind="stable")
    day, known, cell, weight = (column[order] for column in corners[2:])
    steps = np.unique(np.quantile(known, np.linspace(0, 1, many + 1)[1:], method="higher")) if size else np.zeros(0)
    step = np.searchsorted(steps, known, side="left")
    table = np.zeros((blocks + 1, len(steps) + 1, cells), dtype=np.int32)
    np.add.at(table, (block[:size] + 1, step + 1, cell), weight)
    np.cumsum(table, axis=0, out=table)
    np.cumsum(table, axis=1, out=table)
    counts = np.bincount(block * (len(steps) or 1) + step, minlength=blocks * len(steps)).reshape(blocks, len(steps))
    starts = np.concatenate(([0], np.cumsum(counts)))[
        np.arange(blocks)[:, None] * len(steps) + np.arange(len(steps) + 1)[None, :]
    ]
    ends = np.minimum(np.arange(1, blocks + 1) * length, size) - 1
    return Sums(
        corners.days,
        corners.knowns,
        day,
        known,
        cell,
        weight,
        corners.day[ends].astype(np.int64),
        steps.astype(np.int64),
        starts.astype(np.int64),
        table,
    )
