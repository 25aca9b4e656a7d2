"""Rectangles: a person's piece of time, as known from one day until another, in columns; and moves, which are points.

A rectangle says in which cell a person is from the end of day `first` until `until`, as known from `known` until
`known_to` (days as in `tally.table`; the later end of each is not included). Between them the rectangles of a person
cover every day and every known day on which the person may count, each once. `claims` are those that decide it. A move
says that a person goes from one outcome to another on a day, by best, as known from one day until another.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from habeas.tally.axis import SHORT, Numbers, Scale, scale_of
from habeas.tally.blocks import still
from habeas.tally.cell import Cells, cell_of, code
from habeas.tally.movement import MoveCells, move_cell, move_code
from habeas.tally.numbering import kind
from habeas.tally.table import Profile

Ints = npt.NDArray[np.int32]
Rows = npt.NDArray[np.intp] | slice  # a slice has both its ends


class Sides(NamedTuple):
    """The four sides of rectangles, as numbers on their scale."""

    first: Numbers
    until: Numbers
    known: Numbers
    known_to: Numbers


@dataclass(frozen=True, eq=False)
class Rectangles:
    """Columns of rectangles, by person; `claims[claim_start[i]:claim_start[i + 1]]` are the claims of the i-th."""

    person: Ints
    scale: Scale
    sides: Sides
    cell: Numbers
    claim_start: npt.NDArray[np.int64]
    claims: Ints

    def __len__(self) -> int:
        return len(self.person)

    @property
    def first(self) -> Ints:
        """The days on which they begin, made for whoever asks."""
        return self.scale.days(self.sides.first)

    @property
    def until(self) -> Ints:
        """The days before which they end."""
        return self.scale.days(self.sides.until)

    @property
    def known(self) -> Ints:
        """The days from which they are known."""
        return self.scale.days(self.sides.known)

    @property
    def known_to(self) -> Ints:
        """The days before which they are known."""
        return self.scale.days(self.sides.known_to)

    def known_on(self, known: int) -> npt.NDArray[np.bool_]:
        """Which of them are known on a day (an ordinal)."""
        learned = self.scale.number(known)
        return (self.sides.known <= learned) & (learned < self.sides.known_to)

    def holding(self, day: int, known: int) -> npt.NDArray[np.bool_]:
        """Which of them hold a day, as known on another (ordinals)."""
        when = self.scale.number(day)
        return (self.sides.first <= when) & (when < self.sides.until) & self.known_on(known)

    def of(self, rows: Rows) -> "Rectangles":
        """Some of them, in the order given."""
        start, claims = self._claims_of(rows)
        sides = Sides(*(side[rows] for side in self.sides))
        return Rectangles(self.person[rows], self.scale, sides, self.cell[rows], start, claims)

    def _claims_of(self, rows: Rows) -> tuple[npt.NDArray[np.int64], Ints]:
        if isinstance(rows, slice):
            start = self.claim_start[rows.start : rows.stop + 1]
            return start - start[0], self.claims[int(start[0]) : int(start[-1])]
        lengths = self.claim_start[rows + 1] - self.claim_start[rows]
        start = _starts(lengths)
        within = np.arange(start[-1]) - np.repeat(start[:-1], lengths)
        return start, self.claims[np.repeat(self.claim_start[rows], lengths) + within]

    def scaled(self, scale: Scale) -> "Rectangles":
        """The same on another scale."""
        if scale == self.scale:
            return self
        return replace(
            self, scale=scale, sides=Sides(*(still(scale.numbers(self.scale.days(side))) for side in self.sides))
        )

    def closely_scaled(self) -> "Rectangles":
        """The same on a scale of 16 bits, where their own days lie on one."""
        if self.scale.never == SHORT:
            return self
        zero, length = self.scale.axis(*self.sides)
        return self.scaled(Scale(zero, SHORT)) if length < SHORT else self


def of_days(
    person: Ints, days: Sequence[Ints], cell: Numbers, claim_start: npt.NDArray[np.int64], claims: Ints
) -> Rectangles:
    """Rectangles of their sides as days: first, until, known, known to."""
    scale = scale_of(*days)
    return Rectangles(person, scale, Sides(*(still(scale.numbers(some)) for some in days)), cell, claim_start, claims)


@dataclass(frozen=True, eq=False)
class Moves:
    """Columns of moves, by person; `claim` is the first of the claims that tell of it."""

    person: Ints
    day: Ints
    known: Ints
    known_to: Ints
    cell: Numbers
    claim: Ints

    def __len__(self) -> int:
        return len(self.person)

    def of(self, rows: Rows) -> "Moves":
        """Some of them, in the order given."""
        return Moves(*(getattr(self, one.name)[rows] for one in fields(self)))


Columns = TypeVar("Columns", Rectangles, Moves)


@dataclass(frozen=True, eq=False)
class Derived:
    """Everything that is counted, of some people: rectangles and moves, and what their cells mean."""

    rectangles: Rectangles
    moves: Moves
    cells: Cells
    move_cells: MoveCells

    def of_person(self, person: int) -> "Derived":
        """The same of one person, in the same cells."""
        rectangles = self.rectangles.of(rows_of(self.rectangles.person, person))
        moves = self.moves.of(rows_of(self.moves.person, person))
        return replace(self, rectangles=rectangles, moves=moves)

    def within(self, cells: Cells, move_cells: MoveCells) -> "Derived":
        """The same in a wider numbering of cells, which has all of these."""
        codes = _recoded(self.cells, cells.profile_number)
        move_codes = _recoded_moves(self.move_cells, move_cells.profile_number)
        cell = _taken(np.array([cells.number[one] for one in codes], dtype=kind(len(cells))), self.rectangles.cell)
        move = _taken(
            np.array([move_cells.number[one] for one in move_codes], dtype=kind(len(move_cells))), self.moves.cell
        )
        rectangles, moves = replace(self.rectangles, cell=cell), replace(self.moves, cell=move)
        return replace(self, rectangles=rectangles, moves=moves, cells=cells, move_cells=move_cells)


def widened(first: Derived, others: Iterable[Derived]) -> tuple[Cells, MoveCells]:
    """A numbering that has the cells of all; those of the first keep their numbers."""
    others = [other for other in others if not _has(first, other)]
    if not others:
        return first.cells, first.move_cells
    profiles = {one: place for place, one in enumerate(first.cells.profiles)}
    cells, moves = dict.fromkeys(first.cells.codes), dict.fromkeys(first.move_cells.codes)
    for other in others:
        for one in other.cells.profiles:
            profiles.setdefault(one, len(profiles))
        cells.update(dict.fromkeys(_recoded(other.cells, profiles)))
        moves.update(dict.fromkeys(_recoded_moves(other.move_cells, profiles)))
    if (len(cells), len(moves), len(profiles)) == (len(first.cells), len(first.move_cells), len(first.cells.profiles)):
        return first.cells, first.move_cells
    before = first.cells.before or first.cells
    return Cells(tuple(cells), tuple(profiles), before), MoveCells(tuple(moves), tuple(profiles))


def _has(first: Derived, other: Derived) -> bool:
    """Whether the first numbers every cell of the other."""
    profiles = first.cells.profile_number
    return (
        all(one in profiles for one in other.cells.profiles)
        and all(one in first.cells.number for one in _recoded(other.cells, profiles))
        and all(one in first.move_cells.number for one in _recoded_moves(other.move_cells, profiles))
    )


def _recoded(cells: Cells, profiles: Mapping[Profile, int]) -> list[int]:
    place = [profiles[one] for one in cells.profiles]
    return [code(*one[:3], place[one.profile]) for one in map(cell_of, cells.codes)]


def _recoded_moves(cells: MoveCells, profiles: Mapping[Profile, int]) -> list[int]:
    place = [profiles[one] for one in cells.profiles]
    return [move_code(*one[:3], place[one.profile]) for one in map(move_cell, cells.codes)]


def joined(parts: Sequence[Columns]) -> Columns:
    """Several of one kind, one after the other."""
    if isinstance(parts[0], Rectangles):
        return _one_after_another([part for part in parts if isinstance(part, Rectangles)])
    columns = {one.name: np.concatenate([getattr(part, one.name) for part in parts]) for one in fields(parts[0])}
    return replace(parts[0], **columns)


def _one_after_another(parts: Sequence[Rectangles]) -> Rectangles:
    scale = parts[0].scale
    if any(part.scale != scale for part in parts):
        scale = scale_of(*(part.scale.days(side) for part in parts for side in part.sides))
    some = [part.scaled(scale) for part in parts]
    return Rectangles(
        np.concatenate([part.person for part in some]),
        scale,
        Sides(*(np.concatenate(sides) for sides in zip(*(part.sides for part in some), strict=True))),
        np.concatenate([part.cell for part in some]),
        _starts(np.concatenate([np.diff(part.claim_start) for part in some])),
        np.concatenate([part.claims for part in some]),
    )


def rows_of(column: npt.NDArray[np.int32], person: int) -> slice:
    """Where a person stands in a column that is in order."""
    start, end = np.searchsorted(column, np.array([person, person + 1], dtype=column.dtype)).tolist()
    return slice(start, end)


def _taken(table: Numbers, cell: Numbers) -> Numbers:
    return table[cell] if len(table) else cell


def _starts(lengths: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    return np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
