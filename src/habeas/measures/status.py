"""What an issuer has in force against a target on a day, as it was known on another; and apart, what it announced.

A licence leaves the target listed, and its end ends it. Several measures stand side by side: a target that is taken off
a list and still may not borrow is restricted. Doubt is part of the answer: `possible` are the statuses that some
placement of the acts within their days allows, each measure and licence placed by itself.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from habeas.claims.vocabulary import MeasureKind

from .announced import Gap, gaps
from .course import Course, State, on_day, turning_days
from .event import Days, MeasureEvent
from .tracks import Measure, tracks

Pair = tuple[str, str]


class Doubt(StrEnum):
    """Why more than one status is possible."""

    days = "days"
    unseen = "unseen"
    contradictions = "contradictions"


class Status(StrEnum):
    """How a target stands with an issuer on a day."""

    none = "none"
    restricted = "restricted"
    listed = "listed"
    licensed = "listed+licensed"
    suspended = "suspended"
    delisted = "delisted"
    contradictory = "contradictory"


MEANING: Mapping[Status, str] = {
    Status.none: "no measure was imposed, as far as is known, or what was imposed has ended",
    Status.restricted: "a measure other than a listing is in force: on trade, transit, debt, payments, flights, travel",
    Status.listed: "its name is on the list, whatever else is in force",
    Status.licensed: "its name is on the list, and a licence allows some dealings with it",
    Status.suspended: "nothing is in force; a measure is suspended, and can be taken up again",
    Status.delisted: "its name was on the list and was taken off it, and nothing else is in force or suspended",
    Status.contradictory: "claims contradict each other, or acts of one certain day leave more than one status",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One measure or licence on a day: `state` by convention, `possible` are all states that are possible.

    `since` are the days between which it came into that state, by convention (None: no act yet); without a first day
    where nobody is seen to have imposed it and an act found it in force. A licence has the `instrument` that it is told
    by. `claims` decide it. `covering` are the days between which it came to cover what it covers now.
    """

    measure: MeasureKind | None
    regime: str | None
    instrument: str | None
    state: State
    possible: frozenset[State]
    since: Days | None
    covers: str | None
    excludes: str | None
    claims: tuple[str, ...]
    covering: Days | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The status of a target with an issuer on a day, and what it rests on.

    `status` is by convention (an act of an uncertain day on the latest), or contradictory where claims that contradict
    each other, or acts of one and the same certain day, leave more than one. `possible` has every status that is
    possible. `measures` and `licences` are those of which an act is known, `gaps` what was announced by the day and
    what came of it, `announced` those of them that are not issued. `doubts` say why more than one status is possible:
    a day is uncertain, an act is not on record, claims contradict each other or leave one day undecided.
    """

    status: Status
    possible: frozenset[Status]
    measures: tuple[Standing, ...]
    licences: tuple[Standing, ...]
    gaps: tuple[Gap, ...]
    doubts: frozenset[Doubt]

    @property
    def certain(self) -> bool:
        """Whether only one status is possible."""
        return len(self.possible) == 1

    @property
    def announced(self) -> tuple[Gap, ...]:
        """What was announced by the day and not yet issued."""
        return tuple(gap for gap in self.gaps if gap.deed is None)

    @property
    def evidence(self) -> tuple[str, ...]:
        """The claims that decide the status, each once."""
        return tuple(dict.fromkeys(claim for one in (*self.measures, *self.licences) for claim in one.claims))


def status(
    events: Iterable[MeasureEvent],
    target: str,
    issuer: str,
    as_of: date,
    known_on: date,
    contradicts: Collection[Pair] = (),
) -> Answer:
    """The status of `target` with `issuer` at the end of `as_of`, from the events that were known on `known_on`.

    `contradicts` are pairs of claims of which only one can be so: the status is worked out for every choice among them.
    A target of which no event is known has the status none.
    """
    here = known_events(events, target, issuer, known_on)
    views = [_View(chosen, as_of) for chosen in choices(here, contradicts)]
    settled = {one for view in views for one in view.settled}
    possible = frozenset(one for view in views for one in view.possible)
    doubts = {doubt for view in views for doubt in view.doubts}
    doubts |= {Doubt.contradictions} if len(settled) > 1 or len({view.possible for view in views}) > 1 else set()
    return Answer(
        status=settled.pop() if len(settled) == 1 else Status.contradictory,
        possible=possible,
        measures=_joined([view.measures for view in views]),
        licences=_joined([view.licences for view in views]),
        gaps=gaps([one for one in here if not one.denied], as_of),
        doubts=frozenset(doubts if len(possible) > 1 else ()),
    )


def known_events(events: Iterable[MeasureEvent], target: str, issuer: str, known_on: date) -> list[MeasureEvent]:
    """The events of one issuer and one target that were known on a day, in the order in which they were entered."""
    here = [one for one in events if one.target == target and one.issuer == issuer and one.known_by(known_on)]
    return sorted(here, key=lambda one: one.order)


def days_of_change(events: Iterable[MeasureEvent], target: str, issuer: str, known_on: date) -> list[date]:
    """The days on which the status or what is announced may change, in order; between two of them nothing does."""
    here = known_events(events, target, issuer, known_on)
    made = tracks([one for one in here if not one.denied])
    days = {day for acts in made.measures.values() for day in turning_days(acts)}
    days |= {day for _, acts in made.licences.values() for day in turning_days(acts)}
    told = [span for one in here for span in (one.announced, one.issued, one.effective) if span]
    days |= {day for span in told for day in span if day is not None}
    return sorted(days)


class _View:
    """The status as one choice among the claims that contradict each other has it."""

    def __init__(self, events: Sequence[MeasureEvent], day: date) -> None:
        made = tracks(events)
        of_measures = [(key, on_day(acts, day)) for key, acts in made.measures.items()]
        of_licences = [(key, measure, on_day(acts, day)) for key, (measure, acts) in made.licences.items()]
        self.measures = [_standing(measure, regime, None, one) for (measure, regime), one in of_measures]
        self.licences = [_standing(measure, None, instrument, one) for instrument, measure, one in of_licences]
        courses = [*(one for _, one in of_measures), *(one for *_, one in of_licences)]
        open_ = [one for one in courses if len(one.possible) > 1]
        self.doubts = {Doubt.unseen} if any(one.unseen for one in open_) else set()
        if any(not act.days.certain for one in open_ for act in one.deciding):
            self.doubts.add(Doubt.days)
        easing = [one for _, measure, one in of_licences if measure in (None, MeasureKind.listing)]
        self.settled = _statuses([(key, one.tied) for key, one in of_measures], [one.tied for one in easing])
        self.possible = _statuses([(key, one.possible) for key, one in of_measures], [one.possible for one in easing])


def _standing(measure: MeasureKind | None, regime: str | None, instrument: str | None, one: Course) -> Standing:
    claims = tuple(dict.fromkeys(claim for act in one.deciding for claim in act.claims))
    scope = (one.last.covers, one.last.excludes) if one.last else (None, None)
    return Standing(measure, regime, instrument, one.best, one.possible, one.since, *scope, claims, one.covering)


def _statuses(
    measures: Sequence[tuple[Measure, frozenset[State]]], licences: Sequence[frozenset[State]]
) -> frozenset[Status]:
    """Every status that some choice of a state for each measure and licence makes."""
    found = {(False, False, False, False)}
    for (kind, _), states in measures:
        found = {_with(sum_so_far, kind, state) for sum_so_far in found for state in states}
    licensed = {False} if all(states - {State.in_force} for states in licences) else set[bool]()
    licensed |= {True} if any(State.in_force in states for states in licences) else set()
    return frozenset(_status(*one, with_licence) for one in found for with_licence in licensed)


def _with(
    before: tuple[bool, bool, bool, bool], kind: MeasureKind | None, state: State
) -> tuple[bool, bool, bool, bool]:
    listed, restricted, suspended, delisted = before
    is_listing = kind is MeasureKind.listing
    return (
        listed or (is_listing and state is State.in_force),
        restricted or (not is_listing and state is State.in_force),
        suspended or state is State.suspended,
        delisted or (is_listing and state in (State.delisted, State.ended)),
    )


def _status(listed: bool, restricted: bool, suspended: bool, delisted: bool, licensed: bool) -> Status:
    if listed:
        return Status.licensed if licensed else Status.listed
    if restricted:
        return Status.restricted
    if suspended:
        return Status.suspended
    return Status.delisted if delisted else Status.none


def _joined(views: Sequence[Sequence[Standing]]) -> tuple[Standing, ...]:
    """The standings of all choices, each measure and licence once: as the first has it, with all that is possible."""
    if len(views) == 1:
        return tuple(views[0])
    found: dict[tuple[object, ...], Standing] = {}
    for one in (one for view in views for one in view):
        key = (one.measure, one.regime, one.instrument)
        before = found.get(key, one)
        claims = tuple(dict.fromkeys((*before.claims, *one.claims)))
        found[key] = replace(before, possible=before.possible | one.possible, claims=claims)
    return tuple(found.values())


def choices(events: Sequence[MeasureEvent], contradicts: Collection[Pair]) -> Iterator[list[MeasureEvent]]:
    """The events of every largest choice in which no two contradict each other; what is denied is no act."""
    claims = dict.fromkeys(one.claim for one in events)
    apart = [(one, other) for one, other in contradicts if one in claims and other in claims and one != other]
    against: dict[str, set[str]] = {}
    for one, other in apart:
        against.setdefault(one, set()).add(other)
        against.setdefault(other, set()).add(one)
    disputed = [claim for claim in claims if claim in against]
    for taken in _largest(disputed, against):
        left_out = against.keys() - taken
        yield [one for one in events if one.claim not in left_out and not one.denied]


def _largest(claims: Sequence[str], against: Mapping[str, set[str]]) -> Iterator[frozenset[str]]:
    """Every choice of claims, no two against each other, to which none can be added."""
    for taken in _free_of_conflict(claims, against):
        if all(against[claim] & taken for claim in claims if claim not in taken):
            yield taken


def _free_of_conflict(claims: Sequence[str], against: Mapping[str, set[str]]) -> Iterator[frozenset[str]]:
    if not claims:
        yield frozenset()
        return
    first, rest = claims[0], claims[1:]
    for taken in _free_of_conflict([claim for claim in rest if claim not in against[first]], against):
        yield taken | {first}
    yield from _free_of_conflict(rest, against)
