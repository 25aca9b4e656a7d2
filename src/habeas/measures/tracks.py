"""The acts on one issuer's measures against one target, sorted by what they are of: this measure, that licence.

A measure is told by its kind and its regime; an act that names neither is of every one that it can be of. A licence is
told by its instrument. Claims that tell the same of the same days tell of one act. Where only licences are on record,
or only the news that something is to end, there was a measure all the same: it is found, since when nobody says.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from habeas.claims.vocabulary import MeasureEventKind as Kind
from habeas.claims.vocabulary import MeasureKind

from .course import LEAVES, STARTS, Act, State
from .event import ENDS, Days, MeasureEvent

Measure = tuple[MeasureKind | None, str | None]  # its kind and its regime, each None where it is not said
_SPOKEN_OF_AS_STANDING = ENDS | {Kind.suspend}


@dataclass(frozen=True, slots=True)
class Tracks:
    """The acts by measure, and by the instrument of a licence (None: not named) with the measure that it eases."""

    measures: Mapping[Measure, tuple[Act, ...]]
    licences: Mapping[str | None, tuple[MeasureKind | None, tuple[Act, ...]]]


def tracks(events: Sequence[MeasureEvent]) -> Tracks:
    """The tracks of acts that are all of one issuer and one target; none of them denied."""
    of_licences = acts_on_licences(events)
    of_measures = [one for one in events if one not in of_licences]
    licences = {
        instrument: (_measure_of(some), _acts(some))
        for instrument in dict.fromkeys(one.instrument for one in of_licences)
        if (some := [one for one in of_licences if one.instrument == instrument and one.holds_from])
    }
    return Tracks(_measures(of_measures, of_licences), licences)


def acts_on_licences(events: Sequence[MeasureEvent]) -> list[MeasureEvent]:
    """Those of the acts that give, change or end a licence."""
    named = {one.instrument for one in events if one.kind is Kind.license and one.instrument}
    done = [one for one in events if one.kind not in (Kind.announce, Kind.impose)]
    return [one for one in done if one.kind is Kind.license or one.of_licence or one.instrument in named]


def put_off(event: MeasureEvent, events: Iterable[MeasureEvent]) -> bool:
    """Whether it is a planned end, and what was to end was extended beyond it."""
    days = event.holds_from
    return event.foretold and days is not None and _extended_past(days, event, events)


def _measure_of(events: Iterable[MeasureEvent]) -> MeasureKind | None:
    return next((one.measure for one in events if one.measure), None)


def _measures(events: Sequence[MeasureEvent], licences: Sequence[MeasureEvent]) -> dict[Measure, tuple[Act, ...]]:
    done = [one for one in events if one.holds_from]
    keys = list(dict.fromkeys((one.measure, one.regime) for one in done if one.kind is Kind.impose))
    for one in done:
        if not any(_is_of(one, key) for key in keys):
            keys.append((_asked(one), one.regime))
    found = {key: _acts([one for one in done if _is_of(one, key)]) for key in keys}
    eased = [one for one in licences if one.holds_from]
    for one in eased:
        if not any(_is_of(one, key) for key in found):
            key = (one.measure, one.regime)
            found[key] = _shown(each for each in eased if _is_of(each, key))
    spoken = [one for one in events if one.announced and one.announces & _SPOKEN_OF_AS_STANDING]
    if spoken and not found:
        measure = spoken[0].measure or (MeasureKind.listing if _ends_a_listing(spoken) else None)
        found[measure, spoken[0].regime] = _spoken_of(spoken)
    return found


def _is_of(event: MeasureEvent, key: Measure) -> bool:
    measure, regime = key
    if event.kind is Kind.impose:
        return (event.measure, event.regime) == key
    asked = _asked(event)
    return (asked is None or measure is None or asked is measure) and (
        not event.regime or regime in (None, event.regime)
    )


def _asked(event: MeasureEvent) -> MeasureKind | None:
    """The measure that an act is of: who is delisted was listed."""
    return event.measure or (MeasureKind.listing if event.kind is Kind.delist else None)


def _ends_a_listing(spoken: Iterable[MeasureEvent]) -> bool:
    return any(Kind.delist in one.announces for one in spoken)


def _acts(events: Sequence[MeasureEvent]) -> tuple[Act, ...]:
    begun = any(one.kind in STARTS for one in events)
    acts = [
        Act(days, LEAVES[one.kind], _finds(one, begun), one.order, (one.claim,), one.covers, one.excludes)
        for one in events
        if (days := one.holds_from) and not put_off(one, events)
    ]
    ends = [
        Act(until, State.ended, False, one.order, (one.claim,))
        for one in events
        if (until := one.until) and not _extended_past(until, one, events)
    ]
    return _alike([*acts, *ends])


def _finds(event: MeasureEvent, begun: bool) -> bool:
    """Whether the act shows that the thing was in force; a planned end does so only where no beginning is on record."""
    return event.kind not in STARTS and not (event.foretold and begun)


def _shown(events: Iterable[MeasureEvent]) -> tuple[Act, ...]:
    """What acts on licences show of a measure that nobody was seen to impose."""
    return _alike(
        Act(days, State.in_force, True, one.order, (one.claim,)) for one in events if (days := one.holds_from)
    )


def _spoken_of(events: Iterable[MeasureEvent]) -> tuple[Act, ...]:
    """What the news that a measure is to end shows of it: that it may be in force."""
    return _alike(Act(said, None, True, one.order, (one.claim,)) for one in events if (said := one.announced))


def _extended_past(end: Days, source: MeasureEvent, events: Iterable[MeasureEvent]) -> bool:
    return any(
        one is not source
        and one.kind is Kind.extend
        and one.holds_from is not None
        and one.holds_from.latest <= end.latest
        and (one.until is None or one.until.latest > end.latest)
        for one in events
    )


def _alike(acts: Iterable[Act]) -> tuple[Act, ...]:
    """Acts of the same days that do the same are one, which several claims tell of."""
    found: dict[Act, Act] = {}
    for act in sorted(acts, key=lambda one: one.order):
        alike = replace(act, order=0, claims=())
        before = found.get(alike)
        found[alike] = replace(before, claims=(*before.claims, *act.claims)) if before else act
    return tuple(found.values())
