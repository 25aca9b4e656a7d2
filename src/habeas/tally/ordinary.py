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
from habeas.tally.rectangles import Derived, Moves, joined, numbered, of_days, widened
from habeas.tally.table import ACT, NEVER, NOT_STATED, STATE, Profile, Table, profile_of

Ints = npt.NDArray[np.int32]
SIDES = {Side.in_: 1, Side.free: 0, Side.nothing: 2}
FINDS = np.array([SIDES[ACTS[act].finds] for act in ACT], dtype=np.int8)
LEAVES = np.array([SIDES[ACTS[act].leaves] for act in ACT], dtype=np.int8)
LEFT_IN = np.array([PLACE[ACTS[act].state] for act in ACT], dtype=np.int8)
MOST_AT_ONCE = 4_000_000  # rectangles written before they are put away
MOST_OF_ONE = 16_384, 655_360  # rectangles, and claims of them, that one person can have


def rectangles_of(table: Table, asked: Asked, compiled: bool | None = None) -> Derived:
    """Rectangles and moves of everybody."""
    loops = people_loops(len(table.acts.claim), compiled) if asked == Asked() else None
    if loops is None:
        return derive(table, asked)
    people, numbers, profiles = _ordinary(table)
    if not len(people):
        return derive(table, asked)
    parts = _Parts(table, profiles)
    special = np.zeros(len(table.people), dtype=np.bool_)
    parts.fill(loops, people, numbers, special)
    ordinary = parts.derived()
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


class _Parts:
    """What the loops have written so far."""

    def __init__(self, table: Table, profiles: tuple[Profile, ...]) -> None:
        self._table, self._profiles = table, profiles
        rows = len(table.acts.claim)
        most = min(max(2 * rows, MOST_OF_ONE[0]), MOST_AT_ONCE)
        self._rect, self._code = np.empty((5, most), dtype=np.int32), np.empty(most, dtype=np.int64)
        self._lengths = np.empty(most, dtype=np.int32)
        self._claims = np.empty(max(3 * most, MOST_OF_ONE[1]), dtype=np.int32)
        self._move, self._move_code = np.empty((5, most), dtype=np.int32), np.empty(most, dtype=np.int64)
        self._told: list[tuple[Ints, npt.NDArray[np.int64], Ints, Ints, Ints, npt.NDArray[np.int64]]] = []

    def fill(self, loops: Any, people: Ints, numbers: Ints, special: npt.NDArray[np.bool_]) -> None:
        """Derive these people, and mark among them who must go the long way."""
        acts = self._table.acts
        stated = acts.state != NOT_STATED
        states = np.array([PLACE[state] for state in STATE], dtype=np.int8)
        state = np.where(stated, states[acts.state], LEFT_IN[acts.act])
        death = acts.act == ACT.index(Act.died)
        columns = (acts.known, acts.known_to, acts.first, acts.last, FINDS[acts.act], LEAVES[acts.act], state, death)
        done = 0
        while done < len(people):
            done, *sizes = loops.derive_people(
                acts.person_start, people, *columns, acts.row, numbers, self._rect, self._code, self._lengths,
                self._claims, self._move, self._move_code, special, done,
            )  # fmt: skip
            self._put_away(*sizes)

    def _put_away(self, rects: int, claims: int, moves: int) -> None:
        self._told.append(
            (
                self._rect[:, :rects].copy(),
                self._code[:rects].copy(),
                self._lengths[:rects].copy(),
                self._table.acts.claim[self._claims[:claims]],
                self._move[:, :moves].copy(),
                self._move_code[:moves].copy(),
            )
        )

    def derived(self) -> Derived:
        """Everything written, in columns."""
        rect, code, lengths, claims, move, move_code = (
            np.concatenate(some, axis=-1) for some in zip(*self._told, strict=True)
        )
        self._told.clear()
        cell, codes = numbered(code)
        start = np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))
        move_cell, move_codes = numbered(move_code)
        person, *days = rect
        whose, day, learned, given_up, act = move
        return Derived(
            of_days(person, days, cell, start, claims),
            Moves(whose, day, learned, given_up, move_cell, self._table.acts.claim[act]),
            Cells(codes, self._profiles),
            MoveCells(move_codes, self._profiles),
        )
