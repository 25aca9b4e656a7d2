"""From claims to rectangles, one pass a person: `custody` says where each may have been as each day knew it.

Every state of knowledge of a person is worked out by itself; what two that follow each other have alike is one
rectangle. This is the way that every account can go; `tally.ordinary` is a faster one for those that leave nothing to
choose, and gives the same.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

import numpy as np

from habeas.custody.course import all_day
from habeas.custody.told import Told
from habeas.custody.told import told as ready_for
from habeas.custody.whereabouts import Asked, best_moments, whereabouts
from habeas.tally.cell import CAN_COUNT, Cells, code
from habeas.tally.movement import MoveCells, move_code
from habeas.tally.numbering import numbered
from habeas.tally.rectangles import Derived, Ints, Moves, of_days
from habeas.tally.table import NEVER, Profile, Table, Version

__all__ = ["derive", "derived_of"]

Span = tuple[int, int]


class Piece(NamedTuple):
    """What one state of knowledge says of a person from one day until another: a cell, and the claims deciding it."""

    first: int
    until: int
    code: int
    claims: tuple[str, ...]


class Point(NamedTuple):
    """A move that one state of knowledge has; `times` tells apart those of one day that are alike."""

    day: int
    code: int
    claim: str
    times: int


Stood = TypeVar("Stood", Piece, Point)


@dataclass(slots=True)
class _Told:
    """What was derived so far."""

    rectangles: list[tuple[int, int, int, int, int, int, tuple[str, ...]]] = field(default_factory=list)
    moves: list[tuple[int, int, int, int, int, str]] = field(default_factory=list)
    profiles: dict[Profile, int] = field(default_factory=dict)

    def add(self, person: int, pieces: Mapping[Piece, Span], points: Mapping[Point, Span]) -> None:
        """Add what stood of a person, in the spans of known days in which it did."""
        self.rectangles += [(person, *one[:2], *span, one.code, one.claims) for one, span in pieces.items()]
        self.moves += [(person, one.day, *span, one.code, one.claim) for one, span in points.items()]


def derive(table: Table, asked: Asked, people: Iterable[int] | None = None) -> Derived:
    """Rectangles and moves of everybody, or of these people, by number."""
    told = _Told()
    some = range(len(table.people)) if people is None else [*people]
    for person in some:
        _of_person(person, table.versions(person), asked, told)
    return _columns(told, table.claim_number if people is None else _numbers_of(table, some))


def _numbers_of(table: Table, people: Sequence[int]) -> Mapping[str, int]:
    """The number of each claim about these people, by id: of a few people that is quicker than of all claims."""
    acts = [claim for person in people for claim in table.acts.claim[table.rows(person)].tolist()]
    said = [one.claim for person in people for one in table.said.get(person, ())]
    return {table.claims[claim]: claim for claim in (*acts, *said)}


def derived_of(versions: Iterable[Version], asked: Asked, claim_number: Mapping[str, int], person: int = 0) -> Derived:
    """As `derive`, of one person's states of knowledge."""
    told = _Told()
    _of_person(person, versions, asked, told)
    return _columns(told, claim_number)


def _of_person(person: int, versions: Iterable[Version], asked: Asked, told: _Told) -> None:
    pieces: dict[Piece, Span] = {}
    points: dict[Point, Span] = {}
    for version in versions:
        profile = told.profiles.setdefault(version.profile, len(told.profiles))
        affirmed = any(not report.denied for report in version.account.reports)
        span = (version.known, version.known_to)
        ready = ready_for(version.account, asked.bodies)
        now_pieces = _pieces(version, asked, profile, ready) if affirmed else ()
        now_points = _points(ready, asked, profile) if affirmed else ()
        pieces, ended = _gone_on(pieces, now_pieces, span)
        points, given_up = _gone_on(points, now_points, span)
        told.add(person, ended, given_up)
    told.add(person, pieces, points)


def _gone_on(
    before: dict[Stood, Span], now: Iterable[Stood], span: Span
) -> tuple[dict[Stood, Span], dict[Stood, Span]]:
    """What stands now, since when, and what stood before and stands no longer: what stood before goes on."""
    found = {one: _since(before.get(one), span) for one in now}
    ended = {one: since for one, since in before.items() if found.get(one, (NEVER,))[0] != since[0]}
    return found, ended


def _since(before: Span | None, span: Span) -> Span:
    return (before[0], span[1]) if before and before[1] == span[0] else span


def _pieces(version: Version, asked: Asked, profile: int, ready: Told) -> Iterator[Piece]:
    account = version.account
    steps = whereabouts(account, asked, ready) if asked.all_day is None else all_day(account, asked)
    ends = [*(step.first for step in steps[1:]), NEVER]
    for step, until in zip(steps, ends, strict=True):
        if step.possible & CAN_COUNT:
            yield Piece(step.first, until, code(step.possible, step.best, step.entangled, profile), step.claims)


def _points(ready: Told, asked: Asked, profile: int) -> Iterator[Point]:
    met: Counter[tuple[int, int, str]] = Counter()
    for moment in best_moments(ready.best, asked.bodies):
        one = (moment.day, move_code(moment.before, moment.after, moment.sure, profile), moment.claims[0])
        met[one] += 1
        yield Point(*one, met[one])


def _columns(told: _Told, claim_number: Mapping[str, int]) -> Derived:
    claims = [claim_number[claim] for *_, some in told.rectangles for claim in some]
    starts = np.cumsum([0, *(len(some) for *_, some in told.rectangles)], dtype=np.int64)
    person, *days = _numbers([one[:5] for one in told.rectangles], 5)
    cell, codes = numbered(np.array([one[5] for one in told.rectangles], dtype=np.int64))
    rectangles = of_days(person, days, cell, starts, np.array(claims, dtype=np.int32))
    whose, day, learned, given_up = _numbers([one[:4] for one in told.moves], 4)
    move, move_codes = numbered(np.array([one[4] for one in told.moves], dtype=np.int64))
    by = np.array([claim_number[one[5]] for one in told.moves], dtype=np.int32)
    profiles = tuple(told.profiles)
    return Derived(
        rectangles,
        Moves(whose, day, learned, given_up, move, by),
        Cells(codes, profiles),
        MoveCells(move_codes, profiles),
    )


def _numbers(rows: Sequence[tuple[int, ...]], width: int) -> Ints:
    return np.ascontiguousarray(np.array(rows, dtype=np.int32).reshape(-1, width).T)
