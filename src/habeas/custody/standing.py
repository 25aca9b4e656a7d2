"""Where one person stood on one day: certainly, possibly, and by convention.

The bounds are exact. A placement puts every report on one day of its interval; reports of one day follow `order`.
On a day the person is what the last report up to it leaves, at the end of that day; where the next finds otherwise,
or where there is none before and the next finds the person in, an unseen change lies between and both are possible.
Possibly in: some placement of some choice among the alternatives allows it. Certainly in: none allows anything else.
The work grows with the number of reports at most as its cube, and not at all with the length of their intervals.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from habeas.claims.act import ACTS, CustodyState, Side

from .alternatives import left_in
from .certain import InTurn, in_turn, stands
from .history import Event, History, Track, best_state, earliest_end, neighbours
from .passage import passages_of
from .population import ALL_STATES, Population
from .recognition import best_recognised, recognised
from .report import Account, Report
from .told import Told, told

__all__ = ["ALL_STATES", "Population", "Standing", "States", "standing_on", "states_on"]

Pairs = list[tuple[Event | None, Event | None]]


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a person counts on a day: certainly implies best, best implies possibly.

    `claims` are those that can be the last up to the day or the next after it (of a body: the last), in the order of
    their days, and those tied to them by a judgement, a contradiction or sequences that cannot all be; leaving all
    others out changes nothing.
    `entangled`: the alternatives are beyond going through, so the bounds are the widest there are.
    """

    certainly: bool
    possibly: bool
    best: bool
    claims: tuple[str, ...]
    entangled: bool = False


@dataclass(frozen=True, slots=True)
class States:
    """The custody states in which a person may be at the end of a day, and best's; None is free."""

    possible: frozenset[CustodyState | None]
    best: CustodyState | None


def standing_on(account: Account, day: date, population: Population) -> Standing:
    """Where the person of this account stood on `day`, as far as the population goes.

    Whoever is in custody in a state that is not counted is, for this question, not in. What the next report finds is
    compared with the side it was left on (in, free) all the same: a release from confinement at home does not make
    it possible that the person was in prison. `unknown` is a state like the others where it is counted; where it is
    not, the person may be in any state that is: possibly in, not certainly, not in best. An unseen entry leads into
    `unknown`.
    Best takes its choice among alternatives, puts each report on its latest day (where that is open on its earliest,
    where both are open beyond every day; none beyond a death) and an unseen change on its latest day, that of the
    next report: so it is what the last report up to `day` leaves. That is one of the placements.
    """
    turns = None if population.leaving_day else in_turn(account, population.recognised_by)
    if turns is not None:
        return standing_in_turn(turns, day.toordinal(), population)
    return standing_of(told(account, population.recognised_by), day, population)


def standing_in_turn(turns: InTurn, day: int, population: Population) -> Standing:
    """As `standing_on`, of an account that leaves nothing to try, on the day of this number."""
    outcomes, best, claims = stands(turns, day, population)
    return Standing(False not in outcomes, True in outcomes, best, claims)


def standing_of(asked: Told, day: date, population: Population) -> Standing:
    """As `standing_on`, of an account made ready for these bodies."""
    if population.leaving_day:
        return _at_some_moment(asked, day, population)
    if asked.entangled:
        best = _best(asked.best, day.toordinal(), population)
        return Standing(False, True, best, asked.all_claims, entangled=True)
    outcomes: frozenset[bool] = frozenset()
    beside: dict[Event, None] = {}
    for history in asked.histories:
        found, resting = _of_one(history, day.toordinal(), population)
        outcomes |= found
        beside.update(dict.fromkeys(resting))
    return Standing(
        certainly=False not in outcomes,
        possibly=True in outcomes,
        best=_best(asked.best, day.toordinal(), population),
        claims=asked.claims(beside),
    )


def states_on(account: Account, day: date) -> States:
    """In which custody states the person may be at the end of a day; all, where alternatives are beyond going through.

    `unknown` stands for any state, and for no state in particular.
    """
    asked = told(account)
    best = best_state_on(asked, day)
    if asked.entangled:
        return States(frozenset({None, *CustodyState}), best)
    possible: set[CustodyState | None] = set()
    for history in asked.histories:
        for last, following in neighbours(history.acts, day.toordinal()):
            possible |= _states(last, following)
    return States(frozenset(possible), best)


def states_of_day(account: Account, day: date, counted: frozenset[CustodyState]) -> States:
    """In which custody states the person may be at some moment of a day; best's is one that is counted, if there is."""
    at_end = states_on(account, day)
    if day == date.min:
        return at_end
    before = states_on(account, day - timedelta(days=1))
    there = [one for one in account.reports if not one.denied and _can_lie_on(one, day)]
    within = [left_in(one) for one in there]
    if not any(at_end.possible | before.possible | {*within}) and any(ACTS[one.act].finds is Side.in_ for one in there):
        within.append(CustodyState.unknown)  # who is let go was in, that day or before, though nothing else tells of it
    best = next((state for state in (at_end.best, before.best, *within) if state in counted), before.best)
    return States(at_end.possible | before.possible | {*within}, best)


def _can_lie_on(one: Report, day: date) -> bool:
    return (one.earliest or day) <= day <= (one.latest or day)


def best_state_on(asked: Told, day: date) -> CustodyState | None:
    """The custody state at the end of the day by convention; None is free."""
    return best_state(asked.best.acts, day.toordinal())


def _at_some_moment(asked: Told, day: date, population: Population) -> Standing:
    found = passages_of(asked, day, day, population)
    outcomes = {passage.at_start or passage.entries > 0 for passage in found.possible}
    return Standing(
        certainly=False not in outcomes,
        possibly=True in outcomes,
        best=found.best.at_start or found.best.entries > 0,
        claims=found.claims,
        entangled=found.entangled,
    )


def _of_one(history: History, day: int, population: Population) -> tuple[frozenset[bool], list[Event]]:
    """Whether the person counts in one history, and the events that this rests on."""
    pairs = list(neighbours(history.acts, day))
    outcomes = frozenset(
        counts for last, following in pairs for state in _states(last, following) for counts in population.counts(state)
    )
    if True in outcomes and False not in outcomes and _stale(history.acts, pairs, day, population.stale_after):
        outcomes = frozenset({True, False})
    beside = [event for pair in pairs for event in pair if event]
    if not population.recognised_by:
        return outcomes, beside
    stated, resting = recognised(history, day)
    return frozenset(one and other for one in outcomes for other in stated), beside + resting


def _states(last: Event | None, following: Event | None) -> set[CustodyState | None]:
    """The states in which the person may be between these two."""
    left = last.leaves if last else Side.free
    states = {last.state if last else None}
    found = following.finds if following else Side.nothing
    if found not in (Side.nothing, left):
        states.add(CustodyState.unknown if found is Side.in_ else None)
    return states


def _stale(acts: Track, pairs: Pairs, day: int, stale_after: int | None) -> bool:
    """Whether in some placement nothing follows, and the last report is longer ago than is counted on."""
    if stale_after is None:
        return False
    lasts = [last for last, following in pairs if last and not following]
    return any(day - earliest_end(last, acts) > stale_after for last in lasts)


def _best(history: History, day: int, population: Population) -> bool:
    if best_state(history.acts, day) not in population.states:
        return False
    return not population.recognised_by or best_recognised(history, day)
