"""Signed corners: what rectangles leave when they are added up over people.

A rectangle adds 1 at its first corner (first day, first known day) and at the opposite one, and takes 1 away at the two
others; so the number of people in a cell on day D, as known on day K, is the sum of the corners at D or before that
were known at K or before. Corners of one place are added up, and most go: somebody known to be in, and later known to
have left, leaves two of them. A move is a point, and leaves two: where it is learned, and where it is given up.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.tally.axis import Axis, Numbers, axis_of
from habeas.tally.rectangles import Moves, Rectangles
from habeas.tally.table import NEVER

Ints = npt.NDArray[np.int32]
Wide = npt.NDArray[np.int64]
Part = tuple[Ints, Ints, Numbers, int]


class Corners(NamedTuple):
    """Corners in the order of their days; `weight` is how many people come (or go). Days are numbers on two axes."""

    days: Axis
    knowns: Axis
    day: Numbers
    known: Numbers
    cell: Numbers
    weight: Numbers

    @property
    def size(self) -> int:
        """How many they are."""
        return len(self.day)

    @property
    def nbytes(self) -> int:
        """The memory that they take."""
        return sum(column.nbytes for column in self[2:])


def of_columns(day: Wide, known: Wide, cell: Wide, weight: Wide) -> Corners:
    """Corners of days as ordinals, in the order given."""
    days, knowns = axis_of(day), axis_of(known)
    return Corners(days, knowns, days.numbers(day), knowns.numbers(known), _small(cell), _small(weight, signed=True))


def of_rectangles(some: Rectangles) -> Corners:
    """The corners of rectangles."""
    sides = (
        (some.first, some.known, 1),
        (some.until, some.known, -1),
        (some.first, some.known_to, -1),
        (some.until, some.known_to, 1),
    )
    return _added_up([(day, known, some.cell, sign) for day, known, sign in sides])


def of_moves(some: Moves) -> Corners:
    """The points that moves are."""
    return _added_up([(some.day, some.known, some.cell, 1), (some.day, some.known_to, some.cell, -1)])


def _added_up(parts: Sequence[Part]) -> Corners:
    """All corners that lie on some day, those of one place added up; places where nothing is left are dropped."""
    days, knowns = axis_of(*(part[0] for part in parts)), axis_of(*(part[1] for part in parts))
    keys, weights = [], []
    kept = [(day < NEVER) & (known < NEVER) for day, known, _, _ in parts]
    most = max((int(cell.max()) for _, _, cell, _ in parts if len(cell)), default=0)
    cells, learned = most.bit_length(), (knowns.length - 1).bit_length()
    for (day, known, cell, sign), keep in zip(parts, kept, strict=True):
        when = days.numbers(day[keep]).astype(np.int64) << learned
        keys.append((when | knowns.numbers(known[keep])) << cells | cell[keep])
        weights.append(np.full(len(keys[-1]), sign, dtype=np.int8))
    place, weight = _sums(np.concatenate(keys), np.concatenate(weights))
    day = place >> cells + learned
    known = place >> cells & (1 << learned) - 1
    return Corners(
        days, knowns, _small(day), _small(known), _small(place & (1 << cells) - 1), _small(weight, signed=True)
    )


def _sums(key: npt.NDArray[np.int64], weight: npt.NDArray[np.int8]) -> tuple[Numbers, Numbers]:
    """Each place once, in order, with what is left there."""
    packed = np.sort(key << 1 | (weight < 0))  # the sign rides along, so that only one column is sorted
    if not len(packed):
        return packed, packed
    place = packed >> 1
    begins = np.flatnonzero(np.concatenate(([True], place[1:] != place[:-1])))
    sums = np.add.reduceat(1 - 2 * (packed & 1).astype(np.int32), begins)
    left = sums != 0
    return place[begins[left]], sums[left]


def _small(column: Numbers, *, signed: bool = False) -> Numbers:
    """The column in as few bytes as its values need."""
    low, high = (int(column.min()), int(column.max())) if len(column) else (0, 0)
    for kind in (np.int8, np.int16, np.int32) if signed else (np.uint8, np.uint16, np.int32):
        if np.iinfo(kind).min <= low and high <= np.iinfo(kind).max:
            return column.astype(kind)
    return column
