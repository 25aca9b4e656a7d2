"""One thing that an act turns on or off: a measure or a licence, and in what state it can be on a day.

The last act up to the day decides. Where days are uncertain, every placement of the acts within their days counts, and
acts of one day in every order. Where the next act finds the thing in force and the last one did not leave it so, it
must have come into force without our seeing it: both are possible. By convention (`best`) an act falls on its latest
day, and what was not seen is not yet so.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import takewhile

from habeas.claims.vocabulary import MeasureEventKind as Kind

from .event import Days


class State(StrEnum):
    """How a measure or a licence stands on a day."""

    not_imposed = "not_imposed"
    in_force = "in_force"
    suspended = "suspended"
    delisted = "delisted"
    ended = "ended"


LEAVES = {
    Kind.impose: State.in_force,
    Kind.license: State.in_force,
    Kind.amend: State.in_force,
    Kind.extend: State.in_force,
    Kind.suspend: State.suspended,
    Kind.expire: State.ended,
    Kind.revoke: State.ended,
    Kind.delist: State.delisted,
}
STARTS = frozenset({Kind.impose, Kind.license})


@dataclass(frozen=True, slots=True)
class Act:
    """A turn of the thing: on some day of `days` it is left in the state `leaves` (None: nothing is said).

    `finds`: whether it shows that the thing was in force before. `claims` tell of it, `order` breaks ties.
    """

    days: Days
    leaves: State | None
    finds: bool
    order: int
    claims: tuple[str, ...]
    covers: str | None = None
    excludes: str | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """How a thing stands on one day: by convention, in all ways that are possible, and the acts that decide it.

    `tied` are the states by convention where acts of one certain day leave different ones; otherwise it is `best`
    alone. `last` is the act that decides by convention (None: no act yet), `deciding` all that may. `since` are the
    days between which it came to be so, and stayed so; without a first day where an act only found it in force.
    `covering` are the days between which it came to cover, in that state, what it covers now.
    `unseen`: it may have come into force by an act that is not on record.
    """

    best: State
    tied: frozenset[State]
    possible: frozenset[State]
    last: Act | None
    since: Days | None
    deciding: tuple[Act, ...]
    unseen: bool
    covering: Days | None = None


def on_day(acts: Sequence[Act], day: date) -> Course:
    """How the thing whose acts these are stands at the end of `day`."""
    possible: set[State] = set()
    deciding: list[Act] = []
    gap = False
    for last in _possibly_last(acts, day):
        left = last.leaves if last and last.leaves else State.not_imposed
        possible.add(left)
        unseen = [act for act in _possibly_next(acts, last, day) if act.finds] if left is not State.in_force else []
        if unseen or (last and last.leaves is None):
            possible.add(State.in_force)
            gap = True
        deciding += [*([last] if last else []), *unseen]
    done = _by_convention(acts, day)
    best = done[-1] if done else None
    tied = _of_one_day(acts, best)
    return Course(
        best=_left(best),
        tied=frozenset(_left(one) for one in tied) or frozenset({_left(best)}),
        possible=frozenset(possible),
        last=best,
        since=_since(done),
        deciding=tuple(dict.fromkeys((*tied, *deciding))),
        unseen=gap,
        covering=_since(_of_one_scope(done)),
    )


def turning_days(acts: Sequence[Act]) -> set[date]:
    """The days on which a thing with these acts may stand in another way than the day before."""
    every = {day for act in acts for day in (act.days.first, act.days.last)}
    return {day for day in every if day is not None}


def _left(act: Act | None) -> State:
    return act.leaves if act and act.leaves else State.not_imposed


def _by_convention(acts: Sequence[Act], day: date) -> list[Act]:
    """The acts up to the day that leave some state, in the order that convention puts them in."""
    done = [act for act in acts if act.days.latest <= day and act.leaves is not None]
    return sorted(done, key=lambda act: (act.days.latest, act.days.earliest, act.order))


def _since(done: Sequence[Act]) -> Days | None:
    """Between which days the last state began; what left the thing as it was (amended, prolonged) begins nothing."""
    if not done:
        return None
    same = takewhile(lambda act: act.leaves is done[-1].leaves, reversed(done))
    began = deque(same, maxlen=1)[0]
    found = began.finds and began.leaves is State.in_force
    return Days(None, began.days.last) if found else began.days


def _of_one_scope(done: Sequence[Act]) -> list[Act]:
    """The last acts, in their order, that leave the thing to cover the same."""
    return [*takewhile(lambda act: act.covers == done[-1].covers, reversed(done))][::-1]


def _of_one_day(acts: Sequence[Act], best: Act | None) -> list[Act]:
    """The acts of the same certain day, none of which is shown to be later than the other."""
    if best is None or not best.days.certain:
        return [best] if best else []
    return [act for act in acts if act.days == best.days and act.leaves is not None]


def _possibly_last(acts: Sequence[Act], day: date) -> Iterator[Act | None]:
    """The acts that in some placement are the last up to the day; None where all may be later."""
    if all(act.days.latest > day for act in acts):
        yield None
    for number, act in enumerate(acts):
        others = [other for place, other in enumerate(acts) if place != number]
        if act.days.earliest <= day and all(_before(other, act, day) or other.days.latest > day for other in others):
            yield act


def _before(other: Act, act: Act, day: date) -> bool:
    """Whether `other` can come before `act`, which is placed as late as it can be by the day."""
    return other.days.earliest <= min(act.days.latest, day)


def _possibly_next(acts: Sequence[Act], last: Act | None, day: date) -> Iterator[Act]:
    """The acts that in some placement in which `last` is the last up to the day are the next after it."""
    others = [act for act in acts if act is not last]
    later = [act for act in others if act.days.latest > day]
    for act in later:
        bound_to_follow = [
            other for other in others if other is not act and (last is None or not _before(other, last, day))
        ]
        if all(act.days.earliest <= other.days.latest for other in bound_to_follow):
            yield act
