"""Commitments about measures: whether an issuer's measures reached a status, or kept it.

What counts is an act, not a state: a measure that stood eased before the window opened was not eased in return. An
announcement reaches nothing. A licence that ends on the day that it named is no reversal.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.claims.bargain import MeasureGoal
from habeas.claims.vocabulary import MeasureEventKind as Kind
from habeas.measures.event import MeasureEvent
from habeas.measures.tracks import acts_on_licences

from .evidence import EVER
from .progress import Progress, Reached
from .terms import Keeps, Reaches, Window

_EASED = frozenset({Kind.suspend, Kind.delist, Kind.revoke, Kind.expire})
OF_THE_MEASURE = {  # acts on the measure itself that reach the status, or go further the same way
    MeasureGoal.listed: frozenset({Kind.impose}),
    MeasureGoal.licensed: _EASED,
    MeasureGoal.suspended: _EASED,
    MeasureGoal.delisted: _EASED - {Kind.suspend},
}
OF_A_LICENCE = {MeasureGoal.licensed: frozenset({Kind.license})}
REVERSES = {  # acts on the measure that take the status away
    MeasureGoal.listed: _EASED,
    MeasureGoal.licensed: frozenset({Kind.impose}),
    MeasureGoal.suspended: frozenset({Kind.impose, Kind.extend}),
    MeasureGoal.delisted: frozenset({Kind.impose}),
}
TAKES_A_LICENCE_AWAY = frozenset({Kind.revoke, Kind.suspend})


Events = Mapping[str, Sequence[MeasureEvent]]


@dataclass(frozen=True, slots=True)
class _Target:
    """How far one target has come: in the window, in all since it opened, and by what it was reversed."""

    in_window: Reached
    by_now: Reached
    reversed: tuple[MeasureEvent, ...]
    claims: tuple[str, ...]


def reaches(query: Reaches, events: Events, window: Window, as_of: date) -> Progress:
    """On how many of the targets an act reached the status, in the window and in all since it opened.

    `events` are, by target, the issuer's acts that a lens admits and a day knows.
    """
    found = [_target(query, _affirmed(events, one), window, as_of) for one in query.targets]
    spoken = [one for one in query.targets if _affirmed(events, one)]
    silent = [one for one in query.targets if one not in spoken]
    notes = [f"nothing admitted tells of a measure of {query.issuer} on {one}" for one in silent] if spoken else []
    return Progress(
        needed=len(found),
        in_window=_all([one.in_window for one in found]),
        by_now=_all([one.by_now for one in found]),
        spoken=bool(spoken),
        some=any(one.by_now is Reached.yes for one in found),
        undone=all(one.by_now is Reached.yes for one in found) and any(one.reversed for one in found),
        done=sum(one.by_now is Reached.yes for one in found),
        claims=tuple(dict.fromkeys(claim for one in found for claim in one.claims)),
        notes=tuple(notes),
    )


def keeps(query: Keeps, events: Events, window: Window, as_of: date) -> Progress:
    """Whether no act took the status away from any of the targets in the window."""
    last = min(window.last or EVER, as_of)
    by_target = [_affirmed(events, target) for target in query.targets]
    every = [one for some in by_target for one in some]
    against = [one for some in by_target for one in _against(query.status, some)]
    sure = [one for one in against if _surely(one, window.first, last)]
    maybe = [one for one in against if _maybe(one, window.first, last)]
    kept = Reached.no if sure else Reached.unsure if maybe else Reached.yes
    return Progress(
        needed=len(query.targets),
        in_window=kept,
        by_now=kept,
        spoken=bool(every),
        some=bool(sure),
        prohibits=True,
        claims=tuple(dict.fromkeys(one.claim for one in (maybe or every))),
    )


def _target(query: Reaches, events: Sequence[MeasureEvent], window: Window, as_of: date) -> _Target:
    leads = _leading(query.status, events)
    until = min(window.last or EVER, as_of)
    in_window, by_now = (_reached(leads, window.first, end) for end in (until, as_of))
    done = [one for one in leads if _surely(one, window.first, as_of)]
    since = max((_last(one) for one in done), default=None)
    back = [one for one in _against(query.status, events) if since is not None and _maybe(one, since, as_of)]
    here = [one for one in (*leads, *back) if _maybe(one, window.first, as_of)]
    claims = here or [one for one in events if one.kind is not Kind.announce and _maybe(one, None, as_of)][-1:]
    said = [one for one in events if one.kind is Kind.announce and _told(one, min(since or as_of, as_of))]
    return _Target(in_window, by_now, tuple(back), tuple(one.claim for one in (*said, *claims)))


def _affirmed(events: Events, target: str) -> list[MeasureEvent]:
    return [one for one in events.get(target, ()) if not one.denied]


def _leading(goal: MeasureGoal, events: Sequence[MeasureEvent]) -> list[MeasureEvent]:
    """The acts of one issuer on one target that reach the status."""
    on_licences = acts_on_licences(events)
    return [
        one
        for one in events
        if one.kind in (OF_A_LICENCE.get(goal, ()) if one in on_licences else OF_THE_MEASURE[goal])
    ]


def _against(goal: MeasureGoal, events: Sequence[MeasureEvent]) -> list[MeasureEvent]:
    """Those that take the status away."""
    on_licences = acts_on_licences(events)
    of_licence = TAKES_A_LICENCE_AWAY if goal is MeasureGoal.licensed else frozenset[Kind]()
    return [one for one in events if one.kind in (of_licence if one in on_licences else REVERSES[goal])]


def _reached(leads: Sequence[MeasureEvent], first: date | None, last: date) -> Reached:
    if any(_surely(one, first, last) for one in leads):
        return Reached.yes
    return Reached.unsure if any(_maybe(one, first, last) for one in leads) else Reached.no


def _all(ways: Sequence[Reached]) -> Reached:
    """Yes where all are, no where one is for certain not."""
    if Reached.no in ways or not ways:
        return Reached.no
    return Reached.yes if set(ways) == {Reached.yes} else Reached.unsure


def _surely(one: MeasureEvent, first: date | None, last: date) -> bool:
    days = one.holds_from
    return days is not None and (first is None or days.earliest >= first) and _last(one) <= last


def _maybe(one: MeasureEvent, first: date | None, last: date) -> bool:
    days = one.holds_from
    return days is not None and (first is None or _last(one) >= first) and days.earliest <= last


def _last(one: MeasureEvent) -> date:
    """The last day on which it can have been done: what is told as done was done by the day it was known."""
    days = one.holds_from
    if days is None:
        return date.max
    return days.last or max(one.known, days.earliest)


def _told(one: MeasureEvent, as_of: date) -> bool:
    return one.announced is None or one.announced.earliest <= as_of
