"""The short way for accounts that leave nothing to try: everything on a certain day, and no choice to make.

Then acts and statements have one order, and the last and the next are always known. What is answered by this way is
what the long way answers; where the long way has to be gone, None is returned.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from habeas.claims.act import ACTS, Act, CustodyState, Side

from .alternatives import left_in
from .population import Population
from .report import Account, Pair
from .through import Passage


class Place(NamedTuple):
    """A day, and the place among what is told of it: death comes last, an act before a statement of the same order."""

    day: int
    death: bool
    order: int
    stated: bool


@dataclass(frozen=True, slots=True)
class CertainAct:
    """One act on its one day."""

    place: Place
    claim: str
    finds: Side
    leaves: Side
    state: CustodyState | None


@dataclass(frozen=True, slots=True)
class CertainStatement:
    """One statement of a body on its one day."""

    place: Place
    claim: str
    body: str
    withdrawn: bool


class InTurn(NamedTuple):
    """The acts in the one order there is, and the statements of the bodies asked for in theirs."""

    acts: list[CertainAct]
    statements: list[CertainStatement]


def in_turn(account: Account, bodies: Collection[str] = ()) -> InTurn | None:
    """Acts and statements in turn; None where a day is uncertain or there is something to choose."""
    if account.same or account.contradicts:
        return None
    acts: list[CertainAct] = []
    for report in account.reports:
        if report.denied or report.earliest is None or report.earliest != report.latest:
            return None
        row = ACTS[report.act]
        if row.leaves is not Side.nothing:
            place = Place(report.earliest.toordinal(), report.act is Act.died, report.order, False)
            acts.append(CertainAct(place, report.claim, row.finds, row.leaves, left_in(report)))
    acts.sort(key=lambda act: act.place)
    if account.sequences and _out_of_turn(acts, account.sequences):
        return None
    if any(act.place.death for act in acts[:-1]) or len({act.claim for act in acts}) < len(acts):
        return None
    statements = _statements(account, bodies) if bodies else []
    return None if statements is None else InTurn(acts, statements)


def _out_of_turn(acts: Iterable[CertainAct], sequences: Iterable[Pair]) -> bool:
    """Whether the order of entry of two acts on one day may not be that of their sequence."""
    place_of = {act.claim: act.place for act in acts}
    told = ((place_of[one], place_of[other]) for one, other in sequences if one in place_of and other in place_of)
    return any(one.day == other.day and other.order <= one.order for one, other in told if one != other)


def _statements(account: Account, bodies: Collection[str]) -> list[CertainStatement] | None:
    found: list[CertainStatement] = []
    for stated in account.recognitions:
        if stated.body in bodies:
            if stated.denied or stated.earliest is None or stated.earliest != stated.latest:
                return None
            place = Place(stated.earliest.toordinal(), False, stated.order, True)
            found.append(CertainStatement(place, stated.claim, stated.body, stated.withdrawn))
    return sorted(found, key=lambda stated: stated.place)


def seen_throughout(last: CertainAct | None, following: CertainAct | None) -> bool:
    """Whether the next act finds the person where the last has left him, so that no change between them is unseen."""
    return following is None or following.finds in (Side.nothing, last.leaves if last else Side.free)


def stands(told: InTurn, day: int, population: Population) -> tuple[frozenset[bool], bool, tuple[str, ...]]:
    """At the end of a day: whether the person may count and may not, whether best counts him, and on what it rests."""
    acts = told.acts
    n = bisect_right(acts, day, key=_day)
    last, following = acts[n - 1] if n else None, acts[n] if n < len(acts) else None
    state = last.state if last else None
    outcomes = population.counts(state)
    if following and not seen_throughout(last, following):
        outcomes |= population.counts(CustodyState.unknown if following.finds is Side.in_ else None)
    if last and not following and True in outcomes and _stale(last, day, population.stale_after):
        outcomes |= {False}
    best = state in population.states
    beside = [act for act in (last, following) if act]
    if not population.recognised_by:
        return outcomes, best, tuple(act.claim for act in beside)
    said = {stated.body: stated for stated in told.statements if stated.place.day <= day}
    recognised = not all(stated.withdrawn for stated in said.values())
    return (
        outcomes if recognised else frozenset({False}),
        best and recognised,
        _claims_in_order([*beside, *said.values()]),
    )


def _claims_in_order(resting_on: Iterable[CertainAct | CertainStatement]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.claim for each in sorted(resting_on, key=lambda each: each.place)))


def _day(told: CertainAct | CertainStatement) -> int:
    return told.place.day


def straight(
    acts: Sequence[CertainAct], since: int, until: int, population: Population
) -> tuple[Passage, tuple[str, ...]] | None:
    """The one passage that acts in turn leave, and the claims that it rests on; None where there may be others."""
    begin, end = bisect_left(acts, since, key=_day), bisect_right(acts, until, key=_day)
    beside: list[CertainAct | None] = [
        acts[begin - 1] if begin else None, *acts[begin:end], acts[end] if end < len(acts) else None
    ]  # fmt: skip
    if not all(map(seen_throughout, beside, beside[1:])):
        return None
    told = [population.counts(act.state if act else None) for act in beside[:-1]]
    if any(len(each) > 1 for each in told):
        return None
    last = beside[-2]
    if last and beside[-1] is None and True in told[-1] and _stale(last, until, population.stale_after):
        return None
    counted = [True in each for each in told]
    entries = sum(now and not was for was, now in pairwise(counted))
    exits = sum(was and not now for was, now in pairwise(counted))
    return Passage(counted[0], entries, exits, counted[-1]), tuple(act.claim for act in beside if act)


def _stale(last: CertainAct, until: int, stale_after: int | None) -> bool:
    return stale_after is not None and last.place.day + stale_after < until
