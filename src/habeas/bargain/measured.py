"""Commitments about measures: whether an issuer's measures reached a status, or kept it.

What counts is an act, not a state: a measure that stood eased before the window opened was not eased in return. An
announcement reaches nothing. A licence that ends on the day that it named is no reversal, nor is the end of another
licence, or an act on another measure. An act that a claim contradicts is never sure.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from habeas.claims.bargain import MeasureGoal
from habeas.claims.vocabulary import MeasureEventKind as Kind
from habeas.claims.vocabulary import MeasureKind
from habeas.measures.event import MeasureEvent
from habeas.measures.status import Pair
from habeas.measures.tracks import acts_on_licences, put_off

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
OF_A_LISTING = frozenset({MeasureGoal.listed, MeasureGoal.delisted})
_FINDS_A_LISTING = frozenset({Kind.license, Kind.amend, Kind.extend})

Events = Mapping[str, Sequence[MeasureEvent]]


@dataclass(frozen=True, slots=True)
class _Acts:
    """The acts on one target that reach a status, and those that take it away.

    `licences` are the acts of both that are on a licence, `licensed` the instruments of which it is on record that they
    were given; `disputed` the claims that another contradicts.
    """

    leads: Sequence[MeasureEvent]
    against: Sequence[MeasureEvent]
    licences: Sequence[MeasureEvent]
    licensed: frozenset[str]
    disputed: frozenset[str]

    def surely(self, one: MeasureEvent, first: date | None, last: date) -> bool:
        """Whether it was done within the days, whichever of its own days it was."""
        days = one.holds_from
        early = days is not None and (first is None or days.earliest >= first)
        return early and _last(one) <= last and one.claim not in self.disputed

    def can_undo(self, act: MeasureEvent, lead: MeasureEvent) -> bool:
        """Whether an act is on the licence, or on the measure, by which the status was reached."""
        if lead in self.licences:
            own = act.instrument in (None, lead.instrument) or lead.instrument is None
            return act in self.licences and (own or act.instrument not in self.licensed)
        return act not in self.licences and _of_one_measure(act, lead)

    def undoes(self, act: MeasureEvent, lead: MeasureEvent, as_of: date) -> tuple[bool, bool, bool]:
        """Whether an act took back by a day what another reached: surely, by the latest days of both, possibly."""
        days, before = act.holds_from, lead.holds_from
        if days is None or before is None or not self.can_undo(act, lead):
            return False, False, False
        after = (_last(act), act.order) > (_last(lead), lead.order)
        best = after and _last(act) <= as_of and act.claim not in self.disputed
        sure = best and (days.earliest > _last(lead) or (days == before and days.certain))
        return sure, best, _maybe(act, before.earliest, as_of) and not (days == before and days.certain and not after)


@dataclass(frozen=True, slots=True)
class _Target:
    """How far one target has come: in the window, in all since it opened, and whether it was reversed since.

    `reversed` is surely, by the latest days, and possibly.
    """

    in_window: Reached
    by_now: Reached
    reversed: tuple[bool, bool, bool]
    claims: tuple[str, ...]


def reaches(
    query: Reaches, events: Events, window: Window, as_of: date, contradicts: Collection[Pair] = ()
) -> Progress:
    """On how many of the targets an act reached the status, in the window and in all since it opened.

    `events` are, by target, the issuer's acts that a lens admits and a day knows; each two of `contradicts` are
    alternatives.
    """
    found = [_target(query, events.get(one, ()), window, as_of, contradicts) for one in query.targets]
    spoken = [one for one in query.targets if _affirmed(events.get(one, ()))]
    silent = [one for one in query.targets if one not in spoken]
    notes = [f"nothing admitted tells of a measure of {query.issuer} on {one}" for one in silent] if spoken else []
    all_reached = all(one.by_now is Reached.yes for one in found)
    sure, best, maybe = (all_reached and any(one.reversed[place] for one in found) for place in range(3))
    return Progress(
        needed=len(found),
        in_window=_all([one.in_window for one in found]),
        by_now=_all([one.by_now for one in found]),
        spoken=bool(spoken),
        some=any(one.by_now is Reached.yes for one in found),
        undone=best,
        undone_unsure=maybe and not sure,
        done=sum(one.by_now is Reached.yes for one in found),
        claims=tuple(dict.fromkeys(claim for one in found for claim in one.claims)),
        notes=tuple(notes),
    )


def keeps(query: Keeps, events: Events, window: Window, as_of: date, contradicts: Collection[Pair] = ()) -> Progress:
    """Whether each of the targets had the status, and no act took it away in the window.

    What no act shows to have had the status is not sure to have kept it.
    """
    last = min(window.last or EVER, as_of)
    every = [one for target in query.targets for one in _affirmed(events.get(target, ()))]
    found = [_kept(query.status, events.get(one, ()), window.first, last, contradicts) for one in query.targets]
    kept = _all([one for one, _ in found])
    against = [claim for _, claims in found for claim in claims]
    return Progress(
        needed=len(query.targets),
        in_window=kept,
        by_now=kept,
        spoken=bool(every),
        some=kept is Reached.no,
        prohibits=True,
        claims=tuple(dict.fromkeys(against or (one.claim for one in every))),
    )


def _kept(
    goal: MeasureGoal, events: Sequence[MeasureEvent], first: date | None, last: date, contradicts: Collection[Pair]
) -> tuple[Reached, tuple[str, ...]]:
    """Whether one target kept a status, and by which acts it may not have.

    By what reached it and was not taken away: where one licence of two is revoked, it is licensed still.
    """
    acts = _acts(goal, events, contradicts)
    if goal is MeasureGoal.listed:  # what is done to a listing, or to a licence, finds it in force
        shown = [one for one in _affirmed(events) if one.kind in _FINDS_A_LISTING or one in acts.licences]
        acts = replace(acts, leads=[*acts.leads, *shown], licences=())
    standing: list[MeasureEvent] = []
    had, broken, maybe = False, list[MeasureEvent](), list[MeasureEvent]()
    for one in sorted((*acts.leads, *acts.against), key=lambda one: (_last(one), one.order)):
        if one in acts.leads:
            standing += [one] if acts.surely(one, None, last) else []
            had |= bool(standing)
            continue
        left = [lead for lead in standing if not acts.can_undo(one, lead)]
        if not left and _maybe(one, first, last) and (first or standing or goal is MeasureGoal.listed):
            (broken if acts.surely(one, first, last) else maybe).append(one)
        if acts.surely(one, None, last):
            standing, had = left, True
    against = tuple(one.claim for one in (*broken, *maybe))
    if broken or (had and not standing and not maybe):
        before = [one.claim for one in acts.against if acts.surely(one, None, last)][-1:]
        return Reached.no, against or tuple(before)
    return (Reached.yes if standing and not maybe else Reached.unsure), against


def _target(
    query: Reaches, events: Sequence[MeasureEvent], window: Window, as_of: date, contradicts: Collection[Pair]
) -> _Target:
    acts, told = _acts(query.status, events, contradicts), _affirmed(events)
    until = min(window.last or EVER, as_of)
    in_window, by_now = (_reached(acts, window.first, end) for end in (until, as_of))
    done = [one for one in acts.leads if acts.surely(one, window.first, as_of)]
    ways = [[acts.undoes(act, lead, as_of) for act in acts.against] for lead in done]
    sure, best, maybe = (bool(done) and all(any(way[n] for way in some) for some in ways) for n in range(3))
    back = [act for act in acts.against if any(acts.undoes(act, lead, as_of)[2] for lead in done)]
    here = [one for one in (*acts.leads, *back) if _maybe(one, window.first, as_of)]
    claims = here or [one for one in told if one.kind is not Kind.announce and _maybe(one, None, as_of)][-1:]
    since = max((_last(one) for one in done), default=as_of)
    said = [one for one in told if one.kind is Kind.announce and _told(one, min(since, as_of))]
    return _Target(in_window, by_now, (sure, best, maybe), tuple(one.claim for one in (*said, *claims)))


def _affirmed(events: Iterable[MeasureEvent]) -> list[MeasureEvent]:
    return [one for one in events if not one.denied]


def _acts(goal: MeasureGoal, events: Sequence[MeasureEvent], contradicts: Collection[Pair]) -> _Acts:
    """The acts of one issuer on one target that bear on a status."""
    told = _affirmed(events)
    licences = acts_on_licences(told)
    others = [one for one in told if one not in licences and one.kind is not Kind.announce]
    if goal in OF_A_LISTING and any(_is_of_a_listing(one) for one in others):
        others = [one for one in others if one.measure in (None, MeasureKind.listing)]
    others = [one for one in others if not put_off(one, [each for each in others if _of_one_measure(one, each)])]
    taken = TAKES_A_LICENCE_AWAY if goal is MeasureGoal.licensed else frozenset[Kind]()
    given = OF_A_LICENCE.get(goal, frozenset[Kind]())
    here = {one.claim for one in events}
    return _Acts(
        leads=_kinds(licences, given) + _kinds(others, OF_THE_MEASURE[goal]),
        against=_kinds(licences, taken) + _kinds(others, REVERSES[goal]),
        licences=licences,
        licensed=frozenset(one.instrument for one in licences if one.kind is Kind.license and one.instrument),
        disputed=frozenset(claim for pair in contradicts if here.issuperset(pair) for claim in pair),
    )


def _kinds(some: Iterable[MeasureEvent], kinds: Collection[Kind]) -> list[MeasureEvent]:
    return [one for one in some if one.kind in kinds]


def _is_of_a_listing(one: MeasureEvent) -> bool:
    return one.kind is Kind.delist or one.measure is MeasureKind.listing


def _of_one_measure(one: MeasureEvent, other: MeasureEvent) -> bool:
    """Whether two acts can be on one measure, by its kind and its regime."""
    asked = [(each.measure or (MeasureKind.listing if each.kind is Kind.delist else None)) for each in (one, other)]
    return (None in asked or asked[0] is asked[1]) and (not (one.regime and other.regime) or one.regime == other.regime)


def _reached(acts: _Acts, first: date | None, last: date) -> Reached:
    if any(acts.surely(one, first, last) for one in acts.leads):
        return Reached.yes
    return Reached.unsure if any(_maybe(one, first, last) for one in acts.leads) else Reached.no


def _all(ways: Sequence[Reached]) -> Reached:
    """Yes where all are, no where one is for certain not."""
    if Reached.no in ways or not ways:
        return Reached.no
    return Reached.yes if set(ways) == {Reached.yes} else Reached.unsure


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
