"""Where one person stood on every day there is, as steps: each holds until the next begins.

The steps are those of `whereabouts`, as a population counts them. Where the day of leaving is counted, a day is a
window of its own: the standing is then asked for beside the ends of the days that reports name, and nowhere else.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from habeas.claims.act import CustodyState

from .certain import CertainAct, in_turn, straight
from .history import BEFORE_ALL_DAYS, Event
from .population import Population
from .report import Account
from .standing import Standing, States, best_state_on, standing_of, states_of_day
from .told import Told, told
from .whereabouts import FREE, LAST_DAY, NOT_RECOGNISED, PLACE, STATES, Asked, Where, counted, whereabouts


@dataclass(frozen=True, slots=True)
class Step:
    """A standing that holds from `first` until the next step; `state` is best's custody state (None: free).

    The first step of a course holds from `date.min`, which is to say always before the next.
    """

    first: date
    standing: Standing
    state: CustodyState | None


def course(account: Account, population: Population) -> tuple[Step, ...]:
    """`standing_on` for every day, exactly, as the fewest steps."""
    return _joined(_at_some_moment(account, population) if population.leaving_day else _at_ends(account, population))


def standing_at(course: Sequence[Step], day: date) -> Standing:
    """The standing that the course has on the day."""
    return course[bisect_right(course, day, key=lambda step: step.first) - 1].standing


def _joined(steps: Iterable[Step]) -> tuple[Step, ...]:
    found: list[Step] = []
    for step in steps:
        if not found or (found[-1].standing, found[-1].state) != (step.standing, step.state):
            found.append(step)
    return tuple(found)


def _at_ends(account: Account, population: Population) -> Iterator[Step]:
    """At the end of each day."""
    for where in whereabouts(account, Asked(population.recognised_by, population.stale_after)):
        certainly, best, possibly = counted(where.possible, where.best, population.states)
        if where.entangled:
            certainly, possibly = False, True
        standing = Standing(certainly, possibly, best, where.claims, where.entangled)
        yield Step(date.fromordinal(max(1, where.first)), standing, STATES[where.best % NOT_RECOGNISED])


def _at_some_moment(account: Account, population: Population) -> Iterator[Step]:
    """At some moment of each day: who left on it was still in."""
    asked = told(account, population.recognised_by)
    turns = None if population.recognised_by else in_turn(account)
    for day in _days_of_change(asked, population):
        standing = (turns and _all_day(turns.acts, day, population)) or standing_of(asked, day, population)
        yield Step(day, standing, best_state_on(asked, day))


def all_day(account: Account, asked: Asked) -> tuple[Where, ...]:
    """Where the person may have been at some moment of each day: in a state of `asked.all_day`, or in none."""
    counted_states = asked.all_day or frozenset()
    population = Population(counted_states, asked.bodies, asked.stale_after, leaving_day=True)
    steps = course(account, population)
    days = sorted({step.first for step in steps} | {*_days_of_change(told(account, asked.bodies), population)})
    found: list[Where] = []
    for day in days:
        where = _within(day, standing_at(steps, day), states_of_day(account, day, counted_states), counted_states)
        if not found or found[-1][1:] != where[1:]:
            found.append(where)
    return (found[0]._replace(first=BEFORE_ALL_DAYS), *found[1:])


def _within(day: date, standing: Standing, states: States, counted_states: frozenset[CustodyState]) -> Where:
    shown = {PLACE[one] for one in states.possible if one in counted_states or one is CustodyState.unknown}
    fallback = CustodyState.unknown if CustodyState.unknown in counted_states else min(counted_states, default=None)
    state = states.best if states.best in counted_states else fallback
    best = PLACE[state if standing.best else None]
    if standing.certainly:
        shown &= {PLACE[one] for one in counted_states}
    possible = sum(1 << place for place in shown | ({best} if standing.best else set())) if standing.possibly else 0
    return Where(
        day.toordinal(),
        possible | (not standing.certainly) << FREE,
        best,
        standing.claims,
        standing.entangled,
    )


def _all_day(acts: Sequence[CertainAct], day: date, population: Population) -> Standing | None:
    """The standing where the day of leaving counts; None where that takes the long way."""
    only = straight(acts, day.toordinal(), day.toordinal(), population)
    if only is None:
        return None
    passage, claims = only
    counts = passage.at_start or passage.entries > 0
    return Standing(counts, counts, counts, claims)


def _days_of_change(asked: Told, population: Population) -> list[date]:
    """The first day there is, and every day on which a standing may differ from that of the day before."""
    events = set(chain.from_iterable(history.events for history in asked.histories))
    numbers = set(chain.from_iterable(_changes_by(event, population) for event in events))
    return [date.min, *(date.fromordinal(number) for number in sorted(numbers) if 1 < number <= LAST_DAY)]


def _changes_by(event: Event, population: Population) -> Iterable[int]:
    """Beside the ends of an event's days: each day is a window between the day before and the day after."""
    yield from range(event.first, event.first + 3)
    yield from range(event.last - 1, event.last + 2)
    yield from range(event.best, event.best + 2)
    if population.stale_after is not None:
        stale = event.first + population.stale_after + 1
        yield from range(stale, stale + 3)
