"""Where one person stood on every day there is, as steps: each holds until the next begins.

A standing changes only beside the ends of the days that reports name, so it is asked for there alone and equal
neighbours are joined. Reports of certain days that contradict nothing, by far the most, are walked through once.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from habeas.claims.act import CustodyState

from .certain import CertainAct, InTurn, in_turn, straight
from .history import Event
from .population import Population
from .report import Account
from .standing import Standing, best_state_on, standing_in_turn, standing_of
from .told import Told, told

_LAST_DAY = date.max.toordinal()


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
    turns = in_turn(account, population.recognised_by)
    if turns is not None and not population.leaving_day:
        return _joined(_walked(turns, population))
    asked = told(account, population.recognised_by)
    acts = turns.acts if turns and not population.recognised_by else None
    return _joined(
        Step(
            day,
            (acts and _all_day(acts, day, population)) or standing_of(asked, day, population),
            best_state_on(asked, day),
        )
        for day in _days_of_change(asked, population)
    )


def standing_at(course: Sequence[Step], day: date) -> Standing:
    """The standing that the course has on the day."""
    return course[bisect_right(course, day, key=lambda step: step.first) - 1].standing


def _joined(steps: Iterable[Step]) -> tuple[Step, ...]:
    found: list[Step] = []
    for step in steps:
        if not found or (found[-1].standing, found[-1].state) != (step.standing, step.state):
            found.append(step)
    return tuple(found)


def _walked(turns: InTurn, population: Population) -> Iterator[Step]:
    """The course of an account that leaves nothing to try: it changes on the days told of, and where it grows stale."""
    days = {act.place.day for act in turns.acts} | {stated.place.day for stated in turns.statements}
    if turns.acts and population.stale_after is not None:
        days.add(turns.acts[-1].place.day + population.stale_after + 1)
    yield Step(date.min, standing_in_turn(turns, 0, population), None)
    for day in sorted(days):
        if day <= _LAST_DAY:
            last = bisect_right(turns.acts, day, key=lambda act: act.place.day) - 1
            state = turns.acts[last].state if last >= 0 else None
            yield Step(date.fromordinal(day), standing_in_turn(turns, day, population), state)


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
    return [date.min, *(date.fromordinal(number) for number in sorted(numbers) if 1 < number <= _LAST_DAY)]


def _changes_by(event: Event, population: Population) -> Iterable[int]:
    """Up to which day something can be and from which day on, and the days beside it, where the order of one day tells.

    Where the day of leaving counts, each day is a window between the day before and the day after: one day more.
    """
    more = population.leaving_day
    yield from range(event.first, event.first + 2 + more)
    yield from range(event.last - 1, event.last + 1 + more)
    yield event.best
    if more:
        yield event.best + 1
    if population.stale_after is not None:
        stale = event.first + population.stale_after + 1
        yield from range(stale, stale + 2 + more)
