"""The book of a register: everything derived of everybody, ready to be asked for any figure of any day and known day.

A base that does not change (rectangles, moves, and the index over their corners), and beside it those people of whom
something was entered since: what the base says of them is taken away corner by corner, what is so now is added. So a
book with one claim more answers at once, and what it answers is what a book made anew would say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from habeas.tally.cell import Cells
from habeas.tally.corners import Corners, loose, of_columns, of_moves, of_rectangles
from habeas.tally.lately import Lately
from habeas.tally.movement import MoveCells
from habeas.tally.rectangles import Derived, Moves, Rectangles, joined, rows_of, widened
from habeas.tally.sums import Sums, sums

Counts = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
RULES = 6  # what is counted for how many rules, stocks and moves apart, is kept with a base


@dataclass(frozen=True, eq=False)
class Base:
    """What was derived of everybody, with the index over its corners, and the corners of moves."""

    derived: Derived
    sums: Sums
    moves: Corners
    lately: Lately = field(default_factory=lambda: Lately(RULES), repr=False)

    @property
    def nbytes(self) -> int:
        """The memory that figures need: rectangles without their claims, the index, the corners of moves, and what is
        counted of them for the rules that were asked last.
        """
        some = self.derived.rectangles
        columns = (some.person, *some.sides, some.cell)
        counted = sum(int(one.nbytes) for one in self.lately.values())
        return sum(column.nbytes for column in columns) + self.sums.nbytes + self.moves.nbytes + counted


@dataclass(frozen=True, eq=False)
class Since:
    """Of whom something was entered since the base was made: by number, what is derived of each now.

    `corners` and `moves` are signed columns (day, known day, cell, weight): the difference to the base.
    """

    people: Mapping[int, Derived] = field(default_factory=dict)
    corners: Counts = field(default_factory=lambda: np.zeros((4, 0), dtype=np.int64))
    moves: Counts = field(default_factory=lambda: np.zeros((4, 0), dtype=np.int64))


@dataclass(frozen=True, eq=False)
class Book:
    """A base, what was entered since, and the cells of both by number: those of the base come first."""

    base: Base
    cells: Cells
    move_cells: MoveCells
    since: Since = field(default_factory=Since)

    def with_people(self, people: Mapping[int, Derived]) -> "Book":
        """The book in which these people, by number, are as they are derived here."""
        here = replace(self.base.derived, cells=self.cells, move_cells=self.move_cells)
        cells, move_cells = widened(here, people.values())
        told = {person: one.within(cells, move_cells) for person, one in people.items()}
        corners, moves = [self.since.corners], [self.since.moves]
        for person, now in told.items():
            before = self.of_person(person)
            corners += [loose(before.rectangles, -1), loose(now.rectangles, 1)]
            moves += [loose(before.moves, -1), loose(now.moves, 1)]
        since = Since({**self.since.people, **told}, np.concatenate(corners, axis=1), np.concatenate(moves, axis=1))
        return replace(self, cells=cells, move_cells=move_cells, since=since)

    def of_person(self, person: int) -> Derived:
        """What the book has of one person."""
        now = self.since.people.get(person)
        return self.base.derived.of_person(person) if now is None else now

    def pieces_of(self, person: int) -> Rectangles:
        """The rectangles that the book has of one person."""
        now, some = self.since.people.get(person), self.base.derived.rectangles
        return some.of(rows_of(some.person, person)) if now is None else now.rectangles

    @cached_property
    def corners(self) -> tuple[Corners, ...]:
        """The corners of the base, and those of what was entered since: their sums are the stocks."""
        later = (of_columns(*self.since.corners),) if self.since.people else ()
        return (self.base.sums.corners, *later)

    @cached_property
    def points(self) -> tuple[Corners, ...]:
        """The points of moves in the same way."""
        later = (of_columns(*self.since.moves),) if self.since.people else ()
        return (self.base.moves, *later)

    @cached_property
    def gone(self) -> Mask | None:
        """Which rectangles of the base stand no longer; None: all stand."""
        column = self.base.derived.rectangles.person
        if not self.since.people:
            return None
        gone = np.zeros(len(column), dtype=np.bool_)
        for person in self.since.people:
            gone[rows_of(column, person)] = True
        return gone

    @cached_property
    def later(self) -> Rectangles | None:
        """The rectangles entered since; None: none were."""
        some = [one.rectangles for _, one in sorted(self.since.people.items())]
        return joined(some) if some else None

    @cached_property
    def moves(self) -> Moves:
        """Every move."""
        every = self.base.derived.moves
        stands = np.flatnonzero(~np.isin(every.person, self._people))
        later = [one.moves for _, one in sorted(self.since.people.items())]
        return joined([every.of(stands), *later]) if later else every

    @property
    def _people(self) -> npt.NDArray[np.int32]:
        return np.fromiter(self.since.people, dtype=np.int32)

    def whole(self) -> Derived:
        """Everything in it, as if it had been derived at once."""
        if self.gone is None or self.later is None:
            return self.base.derived
        rectangles = joined([self.base.derived.rectangles.of(np.flatnonzero(~self.gone)), self.later])
        return Derived(
            rectangles.of(np.argsort(rectangles.person, kind="stable")),
            self.moves.of(np.argsort(self.moves.person, kind="stable")),
            self.cells,
            self.move_cells,
        )


def book_of(derived: Derived, compiled: bool | None = None) -> Book:
    """A book of what was derived."""
    index = sums(of_rectangles(derived.rectangles, compiled), len(derived.cells), compiled)
    base = Base(derived, index, of_moves(derived.moves, compiled))
    return Book(base, derived.cells, derived.move_cells)
