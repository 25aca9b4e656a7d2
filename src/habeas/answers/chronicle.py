"""What others published about a count over the years, and what happened meanwhile: the axis that a figure stands on.

Published figures stay as they were said, by whom, for which days; none is averaged, and none is a computed figure.
Measures and announced releases are the claims that tell of them: several of one day by one issuer are one event.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.register.counting import GroupRow
from habeas.register.read import View

from .accounts import accounts
from .claims import admits
from .published import Published as AllPublished
from .published import known
from .stated import Stated

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Published:
    """What one speaker put a count at, in the order of the days that the figures speak of.

    Without an `agent` (an id) they are figures of whoever is called so, "a protected source": nobody's series.
    """

    speaker: str
    agent: str | None
    figures: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on some day from `first` to `last`: `kind` is that of a measure event, or `freed`.

    `who` issued it (of a release: who says so), `what` it was about; `low` and `high`: how many were freed, if it is
    said. `claims` tell of it.
    """

    first: date
    last: date
    kind: str
    who: str
    what: tuple[str, ...]
    claims: tuple[str, ...]
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Chronicle:
    """Published figures by speaker, who published most of them first, and last those that have no agent; measures and
    releases by their days.
    """

    published: tuple[Published, ...]
    measures: tuple[Event, ...]
    freed: tuple[Event, ...]


def chronicle(held: Sequence[Stated], told: AllPublished, seen: View, known_on: date) -> Chronicle:
    """The published figures `held`, and the events that were known on a day."""
    measures, freeing = (_events(known(some, known_on)) for some in (told.measures, told.releases))
    groups, country = accounts(seen).read.groups, _country(freeing)
    return Chronicle(_published(held), _measures(_of(country, measures)), _freed(_of(country, freeing), groups))


def _published(held: Iterable[Stated]) -> tuple[Published, ...]:
    by_speaker: dict[tuple[str | None, str], list[Stated]] = defaultdict(list)
    for one in held:
        link = one.claim["attribution"][-1]
        by_speaker[link.get("agent_id"), str(link["agent"])].append(one)
    found = [Published(who, agent, tuple(sorted(some, key=_day))) for (agent, who), some in by_speaker.items()]
    return tuple(sorted(found, key=lambda one: (one.agent is None, -len(one.figures))))


def _day(one: Stated) -> tuple[date, date]:
    first, last = one.first or one.last or date.min, one.last or one.first or date.min
    return last, first


def _events(claims: Iterable[Json]) -> list[Json]:
    """The claims that are admitted and have a day."""
    return [claim for claim in claims if admits(claim) and {"earliest", "latest"} <= set(claim.get("when", {}))]


def _measures(claims: Iterable[Json]) -> tuple[Event, ...]:
    alike: dict[tuple[date, date, str, str], list[Json]] = defaultdict(list)
    for claim in claims:
        told = claim["measure_event"]
        alike[*_days(claim), told["kind"], told["issuer"]].append(claim)
    return tuple(
        Event(
            *key,
            tuple(dict.fromkeys(claim["measure_event"]["target"] for claim in some)),
            tuple(claim["id"] for claim in some),
        )
        for key, some in sorted(alike.items(), key=lambda one: one[0])
    )


def _freed(claims: Iterable[Json], groups: Mapping[str, GroupRow]) -> tuple[Event, ...]:
    """The announced releases of people who are counted: each group once, by the first claim that lets it go."""
    found: dict[str, list[Json]] = defaultdict(list)
    for claim in claims:
        found[claim["act"]["group"]].append(claim)
    events = [_release(groups[group], some) for group, some in found.items() if group in groups]
    return tuple(sorted(events, key=lambda one: (one.first, one.last)))


def _country(claims: Iterable[Json]) -> str:
    """The country that most of these claims tell of; empty where none names one."""
    named = Counter(claim["place"]["country"] for claim in claims if "country" in claim.get("place", {}))
    return named.most_common(1)[0][0] if named else ""


def _of(country: str, claims: Iterable[Json]) -> list[Json]:
    """Those that are placed in a country, and those that are placed in none."""
    return [claim for claim in claims if not country or claim.get("place", {}).get("country", country) == country]


def _release(group: GroupRow, claims: Sequence[Json]) -> Event:
    first, last = _days(claims[0])
    who = str(claims[0]["attribution"][-1]["agent"])
    told = tuple(dict.fromkeys(claim["act"]["kind"] for claim in claims))
    return Event(first, last, "freed", who, told, tuple(one["id"] for one in claims), group.low, group.high)


def _days(claim: Json) -> tuple[date, date]:
    when = claim["when"]
    return date.fromisoformat(when["earliest"]), date.fromisoformat(when["latest"])
