"""From claims to rectangles by the shortest way: compiled loops for ordinary accounts, `derive` for the rest.

Ordinary is who has acts that nobody denies, joins or contradicts, at most one death and nothing after it, no stretch
the wrong way round, and properties that were known from the first act on and did not change. Without numba everybody
goes the long way, to the same rectangles.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from habeas.claims.act import ACTS, Act, Side
from habeas.custody.whereabouts import PLACE, Asked
from habeas.tally.cell import Cells
from habeas.tally.derive import derive
from habeas.tally.loops import people_loops
from habeas.tally.movement import MoveCells
from habeas.tally.numbering import numbered
from habeas.tally.rectangles import Derived, Moves, joined, of_days, widened
from habeas.tally.table import ACT, NEVER, NOT_STATED, STATE, Profile, Table, profile_of

Ints = npt.NDArray[np.int32]
SIDES = {Side.in_: 1, Side.free: 0, Side.nothing: 2}
FINDS = np.array([SIDES[ACTS[act].finds] for act in ACT], dtype=np.int8)
LEAVES = np.array([SIDES[ACTS[act].leaves] for act in ACT], dtype=np.int8)
LEFT_IN = np.array([PLACE[ACTS[act].state] for act in ACT], dtype=np.int8)
MOST_OF_ONE = 16_384, 655_360  # rectangles, and claims of them, that one person can have


def rectangles_of(table: Table, asked: Asked, compiled: bool | None = None) -> Derived:
    """Rectangles and moves of everybody."""
    loops = people_loops(len(table.acts.claim), compiled) if asked == Asked() else None
    if loops is None:
        return derive(table, asked)
    people, numbers, profiles = _ordinary(table)
    if not len(people):
        return derive(table, asked)
    special = np.zeros(len(table.people), dtype=np.bool_)
    written = _Written(len(table.acts.claim))
    written.fill(loops, table, people, numbers, special)
    ordinary = written.derived(table, profiles)
    del written  # its memory serves what comes after
    rest = np.ones(len(table.people), dtype=np.bool_)
    rest[people] = special[people]
    others = derive(table, asked, np.flatnonzero(rest).tolist())
    return together(ordinary, others)


def together(one: Derived, other: Derived) -> Derived:
    """What was derived of some people and of others, by person."""
    if not len(other.rectangles) and not len(other.moves):
        return one
    cells, move_cells = widened(one, [other])
    one, other = one.within(cells, move_cells), other.within(cells, move_cells)
    rectangles, moves = joined([one.rectangles, other.rectangles]), joined([one.moves, other.moves])
    return Derived(
        rectangles.of(np.argsort(rectangles.person, kind="stable")),
        moves.of(np.argsort(moves.person, kind="stable")),
        cells,
        move_cells,
    )


def _ordinary(table: Table) -> tuple[Ints, Ints, tuple[Profile, ...]]:
    """Who may go the short way, the number of everybody's profile, and the profiles."""
    acts, size = table.acts, len(table.people)
    out = np.zeros(size, dtype=np.bool_)
    by_person = np.repeat(np.arange(size), np.diff(acts.person_start))
    out[by_person[acts.denied]] = True
    out[[person for person, judged in table.judged.items() if judged.same or judged.contradicts]] = True
    pairs = np.sort(by_person.astype(np.int64) << 32 | acts.claim)
    out[pairs[1:][pairs[1:] == pairs[:-1]] >> 32] = True
    if table.profile is not None and not table.said:
        return np.flatnonzero(~out).astype(np.int32), table.profile, tuple(table.profiles)
    numbers = np.zeros(size, dtype=np.int32)
    profiles: dict[Profile, int] = {(): 0}
    first_known = np.full(size, NEVER, dtype=np.int32)
    np.minimum.at(first_known, by_person, acts.known)
    for person, said in table.said.items():
        told = [(one.known > first_known[person] or one.known_to < NEVER, one.what) for one in said]
        out[person] |= any(changes for changes, what in told if isinstance(what, tuple))
        profile = profile_of(what for _, what in told if isinstance(what, tuple))
        numbers[person] = profiles.setdefault(profile, len(profiles))
    return np.flatnonzero(~out).astype(np.int32), numbers, tuple(profiles)


class _Written:
    """What the loops have written so far, in columns that grow: of rectangles, of their claims, and of moves.

    Memory that is not written to takes none.
    """

    def __init__(self, rows: int) -> None:
        self.rects = self.claims = self.moves = 0
        most = 2 * rows + MOST_OF_ONE[0]
        self.rect, self.code = np.empty((5, most), dtype=np.int32), np.empty(most, dtype=np.int64)
        self.lengths = np.empty(most, dtype=np.int32)
        self.claim = np.empty(3 * rows + MOST_OF_ONE[1], dtype=np.int32)
        self.move, self.move_code = np.empty((5, most), dtype=np.int32), np.empty(most, dtype=np.int64)

    def fill(self, loops: Any, table: Table, people: Ints, numbers: Ints, special: npt.NDArray[np.bool_]) -> None:
        """Derive these people, and mark among them who must go the long way."""
        acts = table.acts
        states = np.array([PLACE[state] for state in STATE], dtype=np.int8)
        state = np.where(acts.state != NOT_STATED, states[acts.state], LEFT_IN[acts.act])
        death = acts.act == ACT.index(Act.died)
        columns = (acts.known, acts.known_to, acts.first, acts.last, FINDS[acts.act], LEAVES[acts.act], state, death)
        done = 0
        while done < len(people):
            done, self.rects, self.claims, self.moves = loops.derive_people(
                acts.person_start, people, *columns, acts.row, numbers, self.rect, self.code, self.lengths,
                self.claim, self.move, self.move_code, special, done, self.rects, self.claims, self.moves,
            )  # fmt: skip
            if done < len(people):
                self._grow()

    def _grow(self) -> None:
        """Twice the room, and as much as one person can need."""
        most = 2 * self.rect.shape[1] + MOST_OF_ONE[0]
        self.rect, self.move = (_longer(one, most) for one in (self.rect, self.move))
        self.code, self.move_code = (_longer(one, most) for one in (self.code, self.move_code))
        self.lengths = _longer(self.lengths, most)
        self.claim = _longer(self.claim, 2 * len(self.claim) + MOST_OF_ONE[1])

    def derived(self, table: Table, profiles: tuple[Profile, ...]) -> Derived:
        """Everything written, in columns of its own."""
        cell, codes = numbered(self.code[: self.rects])
        start = np.zeros(self.rects + 1, dtype=np.int64)
        np.cumsum(self.lengths[: self.rects], out=start[1:])
        move_cell, move_codes = numbered(self.move_code[: self.moves])
        person, *days = self.rect[:, : self.rects]
        whose, day, learned, given_up, act = self.move[:, : self.moves]
        return Derived(
            of_days(person.copy(), days, cell, start, table.acts.claim[self.claim[: self.claims]]),
            Moves(whose.copy(), day.copy(), learned.copy(), given_up.copy(), move_cell, table.acts.claim[act]),
            Cells(codes, profiles),
            MoveCells(move_codes, profiles),
        )


def _longer(column: npt.NDArray[Any], most: int) -> npt.NDArray[Any]:
    longer = np.empty((*column.shape[:-1], most), dtype=column.dtype)
    longer[..., : column.shape[-1]] = column
    return longer
