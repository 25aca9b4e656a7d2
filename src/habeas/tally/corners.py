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
    """Corners by day, those of a day by known day; those of day number n are rows `starts[n]` to `starts[n + 1]`.

    `weight` is how many people come (or go). Days are numbers on two axes.
    """

    days: Axis
    knowns: Axis
    starts: Numbers
    known: Numbers
    cell: Numbers
    weight: Numbers

    @property
    def size(self) -> int:
        """How many they are."""
        return len(self.known)

    @property
    def day(self) -> Numbers:
        """The number of each one's day."""
        return spread_out(self.starts)

    @property
    def nbytes(self) -> int:
        """The memory that they take."""
        return sum(column.nbytes for column in self[2:])


def spread_out(starts: Numbers) -> Numbers:
    """The number to which each row belongs, where those of number n begin at `starts[n]`."""
    numbers = np.arange(len(starts) - 1, dtype=np.uint16 if len(starts) <= 1 << 16 else np.int32)
    return np.repeat(numbers, np.diff(starts))


def starts_of(numbers: Numbers, length: int) -> Numbers:
    """Where the rows of each number below `length` begin, in a column that is in order, and where the last end."""
    counts = np.bincount(numbers, minlength=length)
    starts = np.concatenate(([0], np.cumsum(counts)))
    return starts.astype(np.int32 if starts[-1] <= np.iinfo(np.int32).max else np.int64)


def of_columns(day: Wide, known: Wide, cell: Wide, weight: Wide) -> Corners:
    """Corners of days as ordinals."""
    rows = np.lexsort((known, day))
    days, knowns = axis_of(day), axis_of(known)
    return Corners(
        days,
        knowns,
        starts_of(days.numbers(day[rows]), days.length),
        knowns.numbers(known[rows]),
        small(cell[rows]),
        small(weight[rows], signed=True),
    )


def of_rectangles(some: Rectangles) -> Corners:
    """The corners of rectangles."""
    return _added_up(_sides(some))


def of_moves(some: Moves) -> Corners:
    """The points that moves are."""
    return _added_up(_ends(some))


def loose(some: Rectangles | Moves, sign: int) -> Wide:
    """The corners of a few, one by one, as four rows: day and known day (ordinals), cell, weight; `sign` is 1 or -1."""
    parts = _sides(some) if isinstance(some, Rectangles) else _ends(some)
    found = [np.stack([day, known, cell, np.full(len(day), sign * one)]) for day, known, cell, one in parts]
    every = np.concatenate(found, axis=1).astype(np.int64)
    return every[:, (every[0] < NEVER) & (every[1] < NEVER)]


def _sides(some: Rectangles) -> list[Part]:
    first, until, known, known_to = some.first, some.until, some.known, some.known_to
    pairs = ((first, known, 1), (until, known, -1), (first, known_to, -1), (until, known_to, 1))
    return [(day, learned, some.cell, sign) for day, learned, sign in pairs]


def _ends(some: Moves) -> list[Part]:
    return [(some.day, some.known, some.cell, 1), (some.day, some.known_to, some.cell, -1)]


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
    starts = starts_of(day, days.length)
    return Corners(days, knowns, starts, small(known), small(place & (1 << cells) - 1), small(weight, signed=True))


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


def small(column: Numbers, *, signed: bool = False) -> Numbers:
    """The column in as few bytes as its values need."""
    low, high = (int(column.min()), int(column.max())) if len(column) else (0, 0)
    for kind in (np.int8, np.int16, np.int32) if signed else (np.uint8, np.uint16, np.int32):
        if np.iinfo(kind).min <= low and high <= np.iinfo(kind).max:
            return column.astype(kind)
    return column
