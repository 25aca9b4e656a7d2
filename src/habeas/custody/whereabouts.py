"""Where one person may have been on every day there is, whatever a rule counts: one walk serves every rule.

An *outcome* is a custody state (or free) together with whether one of the bodies that were asked for recognises the
person; without such bodies everybody counts as recognised. Outcomes are bits, so what is possible on a day is a small
number, and a rule reads from it who is certainly, possibly and by convention counted (`tally.cell`).
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from habeas.claims.act import CustodyState, Side

from .certain import CertainAct, CertainStatement, InTurn, in_turn, seen_throughout
from .history import BEFORE_ALL_DAYS, Event, History, by_best_day, earliest_end, neighbours
from .recognition import best_recognised, recognised
from .report import Account
from .told import Told, told

STATES: tuple[CustodyState | None, ...] = (*CustodyState, None)
FREE = len(STATES) - 1
NOT_RECOGNISED = len(STATES)  # added to the place of a state: nobody who was asked for recognises the person
EVERYTHING = (1 << len(STATES)) - 1
PLACE = {state: place for place, state in enumerate(STATES)}
A_MONTH = 31  # days
LAST_DAY = 3652059  # date.max as a number


def counted(possible: int, best: int, states: frozenset[CustodyState]) -> tuple[bool, bool, bool]:
    """Whether a rule that counts these states counts somebody certainly, by convention, and possibly.

    Who is held without its being said how may be in any state: where `unknown` is not counted, that is both.
    """
    inside = sum(1 << PLACE[state] for state in states)
    unsure = 1 << PLACE[CustodyState.unknown] if states else 0
    return not possible & ~inside, bool(inside >> best & 1), bool(possible & (inside | unsure))


class Asked(NamedTuple):
    """What is asked of everybody: recognised by one of these bodies (none: not asked), no sign for so many days.

    `all_day`: whether the person was in one of these states at some moment of the day; None: at its end.
    """

    bodies: frozenset[str] = frozenset()
    stale_after: int | None = None
    all_day: frozenset[CustodyState] | None = None


class Where(NamedTuple):
    """Where the person may be from the end of day `first` (a day's number) until the next step begins.

    `possible` has a bit for each outcome; `best` is the place of the outcome by convention. `claims` decide it.
    The first step of a walk holds from BEFORE_ALL_DAYS.
    """

    first: int
    possible: int
    best: int
    claims: tuple[str, ...]
    entangled: bool = False


class Moment(NamedTuple):
    """By best: on this day the person goes from one outcome to another, as these claims have it.

    `sure`: it was seen, and its day is known to the month.
    """

    day: int
    before: int
    after: int
    claims: tuple[str, ...]
    sure: bool


def whereabouts(
    account: Account,
    asked: Asked = Asked(),  # noqa: B008 - a tuple of constants
    ready: Told | None = None,
) -> tuple[Where, ...]:
    """Where the person may be on every day, as the fewest steps; `ready`: the account made ready, where it is."""
    turns = in_turn(account, asked.bodies)
    if turns is not None:
        return _joined(_walked(turns, asked))
    every = ready or told(account, asked.bodies)
    return _joined(_on(every, day, asked) for day in _days_of_change(every, asked.stale_after))


def best_moments(history: History, bodies: frozenset[str]) -> Iterator[Moment]:
    """As `moments`, of best's history."""
    side, state, recognising = Side.free, FREE, set[str]()
    now = FREE + (NOT_RECOGNISED if bodies else 0)
    for event in sorted(history.events, key=by_best_day):
        states = [state]
        if event.body is None:
            unseen = PLACE[CustodyState.unknown if event.finds is Side.in_ else None]
            states = [unseen] if event.finds not in (Side.nothing, side) else []
            side, state = event.leaves, PLACE[event.state]
            states.append(state)
        elif event.withdrawn:
            recognising.discard(event.body)
        else:
            recognising.add(event.body)
        for place, seen in zip(states, (len(states) == 1, True), strict=False):
            following = place + (NOT_RECOGNISED if bodies and not recognising else 0)
            if following != now:
                yield Moment(event.best, now, following, event.claims, seen and event.last - event.first < A_MONTH)
            now = following


def _joined(steps: Iterable[Where]) -> tuple[Where, ...]:
    found: list[Where] = []
    for step in steps:
        if not found or found[-1][1:] != step[1:]:
            found.append(step)
    return tuple(found)


def _walked(turns: InTurn, asked: Asked) -> Iterator[Where]:
    """The walk of an account that leaves nothing to try: it changes on the days told of, and where it grows stale."""
    days = {act.place.day for act in turns.acts} | {stated.place.day for stated in turns.statements}
    if turns.acts and asked.stale_after is not None:
        days.add(turns.acts[-1].place.day + asked.stale_after + 1)
    for day in (BEFORE_ALL_DAYS, *sorted(days)):
        if day <= LAST_DAY:
            yield _in_turn(turns, day, asked)


def _in_turn(turns: InTurn, day: int, asked: Asked) -> Where:
    n = bisect_right(turns.acts, day, key=_day)
    last, following = turns.acts[n - 1] if n else None, turns.acts[n] if n < len(turns.acts) else None
    best = PLACE[last.state if last else None]
    possible = 1 << best
    if following and not seen_throughout(last, following):
        possible |= 1 << PLACE[CustodyState.unknown if following.finds is Side.in_ else None]
    if last and not following and asked.stale_after is not None and day - last.place.day > asked.stale_after:
        possible |= 1 << FREE
    beside: list[CertainAct | CertainStatement] = [act for act in (last, following) if act]
    if asked.bodies:
        said = {stated.body: stated for stated in turns.statements if stated.place.day <= day}
        shift = NOT_RECOGNISED if all(stated.withdrawn for stated in said.values()) else 0
        possible, best = possible << shift, best + shift
        beside = sorted([*beside, *said.values()], key=lambda each: each.place)
    return Where(day, possible, best, tuple(dict.fromkeys(each.claim for each in beside)))


def _day(act: CertainAct) -> int:
    return act.place.day


def _on(ready: Told, day: int, asked: Asked) -> Where:
    best = _best(ready.best, day, asked)
    if ready.entangled:
        return Where(day, EVERYTHING, best, ready.all_claims, entangled=True)
    possible = 0
    beside: dict[Event, None] = {}
    for history in ready.histories:
        found, resting = _of_one(history, day, asked)
        possible |= found
        beside.update(dict.fromkeys(resting))
    return Where(day, possible, best, ready.claims(beside))


def _of_one(history: History, day: int, asked: Asked) -> tuple[int, list[Event]]:
    """What is possible in one history, and the events that this rests on."""
    pairs = list(neighbours(history.acts, day))
    states = 0
    for last, following in pairs:
        states |= _between(last, following)
        if last and not following and asked.stale_after is not None:
            gone = day - earliest_end(last, history.acts) > asked.stale_after
            states |= gone << FREE
    beside = [event for pair in pairs for event in pair if event]
    if not asked.bodies:
        return states, beside
    stated, resting = recognised(history, day)
    possible = (states if True in stated else 0) | (states << NOT_RECOGNISED if False in stated else 0)
    return possible, beside + resting


def _between(last: Event | None, following: Event | None) -> int:
    """The states in which the person may be between these two."""
    left = last.leaves if last else Side.free
    states = 1 << PLACE[last.state if last else None]
    found = following.finds if following else Side.nothing
    if found not in (Side.nothing, left):
        states |= 1 << PLACE[CustodyState.unknown if found is Side.in_ else None]
    return states


def _best(history: History, day: int, asked: Asked) -> int:
    last = max((act for act in history.acts if act.best <= day), key=by_best_day, default=None)
    unrecognised = bool(asked.bodies) and not best_recognised(history, day)
    return PLACE[last.state if last else None] + unrecognised * NOT_RECOGNISED


def _days_of_change(ready: Told, stale_after: int | None) -> Sequence[int]:
    """Before all days, and every day on which the whereabouts may differ from those of the day before."""
    events = set(chain.from_iterable(history.events for history in ready.histories))
    numbers = set(chain.from_iterable(_changes_by(event, stale_after) for event in events))
    return [BEFORE_ALL_DAYS, *sorted(number for number in numbers if 1 < number <= LAST_DAY)]


def _changes_by(event: Event, stale_after: int | None) -> Iterable[int]:
    """Up to which day something can be, from which day on, and the days beside, where the order of one day tells."""
    yield from range(event.first, event.first + 2)
    yield from range(event.last - 1, event.last + 1)
    yield event.best
    if stale_after is not None:
        stale = event.first + stale_after + 1
        yield from range(stale, stale + 2)
