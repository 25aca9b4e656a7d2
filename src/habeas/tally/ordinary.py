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
from habeas.tally.axis import Numbers, wide_scale_of
from habeas.tally.blocks import Growing, still
from habeas.tally.cell import Cells
from habeas.tally.derive import derive
from habeas.tally.loops import people_loops
from habeas.tally.movement import MoveCells
from habeas.tally.numbering import numbered
from habeas.tally.rectangles import Derived, Moves, Rectangles, Sides, joined, widened
from habeas.tally.table import ACT, NEVER, NOT_STATED, STATE, Acts, Profile, Table, profile_of

Ints = npt.NDArray[np.int32]
SIDES = {Side.in_: 1, Side.free: 0, Side.nothing: 2}
FINDS = np.array([SIDES[ACTS[act].finds] for act in ACT], dtype=np.int8)
LEAVES = np.array([SIDES[ACTS[act].leaves] for act in ACT], dtype=np.int8)
LEFT_IN = np.array([PLACE[ACTS[act].state] for act in ACT], dtype=np.int8)
AT_ONCE, CLAIMS_AT_ONCE = 1 << 17, 5 << 17  # rectangles and claims: more than one person can have (16,384 and 655,360)


def rectangles_of(table: Table, asked: Asked, compiled: bool | None = None) -> Derived:
    """Rectangles and moves of everybody."""
    loops = people_loops(len(table.acts.claim), compiled) if asked == Asked() else None
    if loops is None:
        return derive(table, asked)
    people, numbers, profiles = _ordinary(table)
    if not len(people):
        return derive(table, asked)
    special = np.zeros(len(table.people), dtype=np.bool_)
    written = _Written(table, profiles)
    written.fill(loops, table, people, numbers, special)
    ordinary = written.derived()
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
    out[_people_at(acts, np.flatnonzero(acts.denied))] = True
    out[[person for person, judged in table.judged.items() if judged.same or judged.contradicts]] = True
    out[_of_two_acts(acts)] = True
    if table.profile is not None and not table.said:
        return np.flatnonzero(~out).astype(np.int32), table.profile, tuple(table.profiles)
    numbers = np.zeros(size, dtype=np.int32)
    profiles: dict[Profile, int] = {(): 0}
    first_known = np.full(size, NEVER, dtype=np.int32)
    np.minimum.at(first_known, np.repeat(np.arange(size), np.diff(acts.person_start)), acts.known)
    for person, said in table.said.items():
        told = [(one.known > first_known[person] or one.known_to < NEVER, one.what) for one in said]
        out[person] |= any(changes for changes, what in told if isinstance(what, tuple))
        profile = profile_of(what for _, what in told if isinstance(what, tuple))
        numbers[person] = profiles.setdefault(profile, len(profiles))
    return np.flatnonzero(~out).astype(np.int32), numbers, tuple(profiles)


def _people_at(acts: Acts, rows: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """Whose acts stand in these rows."""
    return np.asarray(np.searchsorted(acts.person_start, rows, side="right") - 1)


def _of_two_acts(acts: Acts) -> npt.NDArray[np.intp]:
    """The people of whom one claim tells two acts: looked for where claims do not stand in the order of numbers."""
    falls = acts.claim[1:] <= acts.claim[:-1]
    borders = acts.person_start[1:-1] - 1
    falls[borders[(borders >= 0) & (borders < len(falls))]] = False
    some = np.zeros(len(acts.person_start) - 1, dtype=np.bool_)
    some[_people_at(acts, np.flatnonzero(falls))] = True
    rows = np.flatnonzero(np.repeat(some, np.diff(acts.person_start)))
    pairs = np.sort(_people_at(acts, rows) << 32 | acts.claim[rows])
    return np.asarray(pairs[1:][pairs[1:] == pairs[:-1]] >> 32)


class _Written:
    """What the loops have written so far: they write into room that is used again, and it is put away in columns."""

    def __init__(self, table: Table, profiles: tuple[Profile, ...]) -> None:
        acts, rows = table.acts, len(table.acts.claim)
        self._claim, self._profiles = acts.claim, profiles
        self._scale = wide_scale_of(acts.first, acts.last, acts.known, acts.known_to)
        code = np.int32 if len(profiles) < 1 << 12 else np.int64
        self._person, self._code, self._lengths, self._claims = (
            Growing(kind, most)
            for kind, most in ((np.int32, 2 * rows), (code, 2 * rows), (np.int32, 2 * rows), (np.int32, 3 * rows))
        )
        self._sides = [Growing(self._scale.kind, 2 * rows) for _ in range(4)]
        self._moves, self._move_code = [Growing(np.int32, 2 * rows) for _ in range(5)], Growing(code, 2 * rows)

    def fill(self, loops: Any, table: Table, people: Ints, numbers: Ints, special: npt.NDArray[np.bool_]) -> None:
        """Derive these people, and mark among them who must go the long way."""
        acts = table.acts
        states = np.array([PLACE[state] for state in STATE], dtype=np.int8)
        state = np.where(acts.state != NOT_STATED, states[acts.state], LEFT_IN[acts.act])
        death = acts.act == ACT.index(Act.died)
        columns = (acts.known, acts.known_to, acts.first, acts.last, FINDS[acts.act], LEAVES[acts.act], state, death)
        rect, code = np.empty((5, AT_ONCE), dtype=np.int32), np.empty(AT_ONCE, dtype=np.int64)
        lengths, claims = np.empty(AT_ONCE, dtype=np.int32), np.empty(CLAIMS_AT_ONCE, dtype=np.int32)
        move, move_code = np.empty((5, AT_ONCE), dtype=np.int32), np.empty(AT_ONCE, dtype=np.int64)
        done = 0
        while done < len(people):
            done, rects, told, moves = loops.derive_people(
                acts.person_start, people, *columns, acts.row, numbers, rect, code, lengths, claims, move, move_code,
                special, done,
            )  # fmt: skip
            self._add_rectangles(rect[:, :rects], code[:rects], lengths[:rects], claims[:told])
            self._add_moves(move[:, :moves], move_code[:moves])

    def _add_rectangles(self, rect: Ints, code: Numbers, lengths: Ints, claims: Ints) -> None:
        self._person.add(rect[0])
        for side, days in zip(self._sides, rect[1:], strict=True):
            side.add(self._scale.numbers(days))
        self._code.add(code)
        self._lengths.add(lengths)
        self._claims.add(self._claim[claims])

    def _add_moves(self, move: Ints, code: Numbers) -> None:
        for column, values in zip(self._moves, (*move[:4], self._claim[move[4]]), strict=True):
            column.add(values)
        self._move_code.add(code)

    def derived(self) -> Derived:
        """Everything written, in columns."""
        cell, codes = numbered(self._code.whole)
        start = np.zeros(len(cell) + 1, dtype=np.int64)
        np.cumsum(self._lengths.whole, out=start[1:])
        move_cell, move_codes = numbered(self._move_code.whole)
        person, day, known, known_to, claim = (one.whole for one in self._moves)
        sides = Sides(*(still(one.whole) for one in self._sides))
        return Derived(
            Rectangles(self._person.whole, self._scale, sides, cell, start, self._claims.whole).closely_scaled(),
            Moves(person, day, known, known_to, move_cell, claim),
            Cells(codes, self._profiles),
            MoveCells(move_codes, self._profiles),
        )
