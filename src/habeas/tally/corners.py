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

from habeas.tally.axis import Axis, Numbers, Scale, axis_of
from habeas.tally.blocks import still, worked
from habeas.tally.loops import index_loops
from habeas.tally.rectangles import Moves, Rectangles
from habeas.tally.table import NEVER

Ints = npt.NDArray[np.int32]
Wide = npt.NDArray[np.int64]
Shape = tuple[int, int, int, int, int]  # of keys: what NEVER is, what lies before each axis, bits of known day and cell


class Part(NamedTuple):
    """One corner of each of some rectangles: day, known day, cell; all of them are added, or taken away (-1)."""

    day: Numbers
    known: Numbers
    cell: Numbers
    sign: int


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
    return np.repeat(np.arange(len(starts) - 1, dtype=kind_of(len(starts))), np.diff(starts))


def kind_of(many: int) -> type[np.integer]:
    """What the numbers of so many days fit in."""
    return np.uint16 if many <= 1 << 16 else np.int32


def starts_of(numbers: Numbers, length: int) -> Numbers:
    """Where the rows of each number below `length` begin, in a column that is in order, and where the last end."""
    counts = np.bincount(numbers, minlength=length)
    return _as_rows(np.concatenate(([0], np.cumsum(counts))))


def _as_rows(starts: Numbers) -> Numbers:
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


def of_rectangles(some: Rectangles, compiled: bool | None = None) -> Corners:
    """The corners of rectangles."""
    scale, (first, until, known, known_to) = some.scale, some.sides
    days, knowns = scale.axis(first, until), scale.axis(known, known_to)
    return _added_up(_corners_of(*some.sides, some.cell), days, knowns, scale, compiled)


def of_moves(some: Moves, compiled: bool | None = None) -> Corners:
    """The points that moves are."""
    days, knowns = axis_of(some.day), axis_of(some.known, some.known_to)
    return _added_up(_ends_of(some), days, knowns, Scale(0, NEVER), compiled)


def loose(some: Rectangles | Moves, sign: int) -> Wide:
    """The corners of a few, one by one, as four rows: day and known day (ordinals), cell, weight; `sign` is 1 or -1."""
    if isinstance(some, Rectangles):
        parts = _corners_of(some.first, some.until, some.known, some.known_to, some.cell)
    else:
        parts = _ends_of(some)
    found = [np.stack([day, known, cell, np.full(len(day), sign * one)]) for day, known, cell, one in parts]
    every = np.concatenate(found, axis=1).astype(np.int64)
    return every[:, (every[0] < NEVER) & (every[1] < NEVER)]


def _corners_of(first: Numbers, until: Numbers, known: Numbers, known_to: Numbers, cell: Numbers) -> list[Part]:
    pairs = ((first, known, 1), (until, known, -1), (first, known_to, -1), (until, known_to, 1))
    return [Part(day, learned, cell, sign) for day, learned, sign in pairs]


def _ends_of(some: Moves) -> list[Part]:
    return [Part(some.day, some.known, some.cell, 1), Part(some.day, some.known_to, some.cell, -1)]


def _added_up(parts: Sequence[Part], days: Axis, knowns: Axis, scale: Scale, compiled: bool | None) -> Corners:
    """All corners that lie on some day, those of one place added up; places where nothing is left are dropped.

    The days of the parts are numbers on the scale.
    """
    most = max((int(part.cell.max()) for part in parts if len(part.cell)), default=0)
    cells, learned = most.bit_length(), (knowns.length - 1).bit_length()
    shape = scale.never, max(days.zero - scale.zero, 0), max(knowns.zero - scale.zero, 0), learned, cells
    place, weight = _sums(parts, shape, compiled)
    starts = np.searchsorted(place, np.arange(days.length + 1) << cells + learned)
    known = worked(place, _unsigned(knowns.length - 1), lambda some: some >> cells & (1 << learned) - 1)
    cell = worked(place, _unsigned(most), lambda some: some & (1 << cells) - 1)
    return Corners(days, knowns, *map(still, (_as_rows(starts), known, cell, small(weight, signed=True))))


def _sums(parts: Sequence[Part], shape: Shape, compiled: bool | None) -> tuple[Wide, Numbers]:
    """Each place once, in order, with what is left there."""
    size = sum(len(part.day) for part in parts)
    fast = index_loops(size, compiled)
    if not fast:
        return _sums_of(np.concatenate([_keys(part, shape) for part in parts]))
    keys, written = np.empty(size, dtype=np.int64), 0
    for day, known, cell, sign in parts:
        written = fast.write_keys(day, known, cell, *shape, int(sign < 0), keys, written)
    keys[:written].sort()
    weight = np.empty(written, dtype=np.int32)
    left = fast.add_up(keys[:written], weight)
    return keys[:left], weight[:left]


def _keys(part: Part, shape: Shape) -> Wide:
    """The place of each corner that lies on some day, and its sign, which rides along: one column is sorted."""
    never, zero, known_zero, learned, cells = shape
    kept = (part.day != never) & (part.known != never)
    day = np.maximum(part.day[kept].astype(np.int64) - zero, 0)
    known = np.maximum(part.known[kept].astype(np.int64) - known_zero, 0)
    keys: Wide = ((day << learned | known) << cells | part.cell[kept]) << 1 | int(part.sign < 0)
    return keys


def _sums_of(keys: Wide) -> tuple[Wide, Numbers]:
    keys.sort()
    if not len(keys):
        return keys, keys
    place = keys >> 1
    begins = np.flatnonzero(np.concatenate(([True], place[1:] != place[:-1])))
    sums = np.add.reduceat(1 - 2 * (keys & 1).astype(np.int32), begins)
    left = sums != 0
    return place[begins[left]], sums[left]


def small(column: Numbers, *, signed: bool = False) -> Numbers:
    """The column in as few bytes as its values need."""
    low, high = (int(column.min()), int(column.max())) if len(column) else (0, 0)
    for kind in (np.int8, np.int16, np.int32) if signed else (np.uint8, np.uint16, np.int32):
        if np.iinfo(kind).min <= low and high <= np.iinfo(kind).max:
            return column.astype(kind)
    return column


def _unsigned(most: int) -> type[np.integer]:
    """What numbers from 0 on fit in."""
    return np.uint8 if most <= np.iinfo(np.uint8).max else kind_of(most + 1)
