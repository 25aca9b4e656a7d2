"""What a rule counts of corners: the same corners with every cell gone, and a column for each thing that it counts.

Most corners cancel once it does not matter where in the country, or in which of the counted states, somebody is: what
is left is a third or less. It is worked out when a rule is first asked for what cells do not matter to, and kept with
the book's base for the rules that were asked last; it is no answer, but holds for every day and known day.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.tally.axis import Axis, Numbers
from habeas.tally.corners import Corners, small, starts_of

Counts = npt.NDArray[np.int64]


class Counted(NamedTuple):
    """Places by day, those of a day by known day; those of day number n are rows `starts[n]` to `starts[n + 1]`.

    `weights` has a column for each thing that is counted: how many more there are from the place on.
    """

    days: Axis
    knowns: Axis
    starts: Numbers
    known: Numbers
    weights: tuple[Numbers, ...]

    @property
    def nbytes(self) -> int:
        """The memory that it takes."""
        return self.starts.nbytes + self.known.nbytes + sum(column.nbytes for column in self.weights)


def counted(corners: Corners, by_cell: Sequence[Counts]) -> Counted:
    """What is counted of corners, where each of `by_cell` says whether a cell is (1 or 0)."""
    days, knowns, starts, known, cell, weight = corners
    begins = np.concatenate(([True], known[1:] != known[:-1])) if len(known) else np.zeros(0, dtype=np.bool_)
    begins[starts[:-1][starts[:-1] < starts[1:]]] = True
    first = np.flatnonzero(begins)
    sums = [_sums(first, weight * of.astype(weight.dtype)[cell]) for of in by_cell]
    left = np.zeros(len(first), dtype=np.bool_)
    for one in sums:
        left |= one != 0
    rows = first[left]
    day = np.searchsorted(starts, rows, side="right") - 1
    return Counted(
        days, knowns, starts_of(day, days.length), known[rows], tuple(small(one[left], signed=True) for one in sums)
    )


def _sums(first: Counts, weight: Numbers) -> Counts:
    return np.add.reduceat(weight, first, dtype=np.int64) if len(first) else np.zeros(0, dtype=np.int64)
