"""Published figures: which of them say how many are held, which lies nearest a day, and where two cannot both be so.

A stated figure is a claim about a number. It is compared with others and with a computed figure, never merged.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from habeas.claims.vocabulary import Comparator, FigureKind, Topic

from .claims import admits

Json = dict[str, Any]
PERSONS = frozenset({"person", "persons", "people", "prisoners"})
OF_PEOPLE = frozenset({Topic.tally.value, Topic.release.value})


@dataclass(frozen=True, slots=True)
class Stated:
    """A stated figure: its claim in the documented shape, and the days that it may speak of, None where open."""

    claim: Json = field(hash=False)
    first: date | None
    last: date | None

    @property
    def id(self) -> str:
        """The id of its claim."""
        return str(self.claim["id"])

    @property
    def figure(self) -> Json:
        """The number with its comparator, unit and population."""
        return dict(self.claim["figure"])

    @property
    def least(self) -> Decimal | None:
        """The least number that it allows; None where it allows any, as "about" does."""
        return self._bound("low", Comparator.less, Comparator.at_most)

    @property
    def most(self) -> Decimal | None:
        """The greatest number that it allows."""
        return self._bound("high", Comparator.more, Comparator.at_least)

    @property
    def best(self) -> Decimal | None:
        """The number as it stands, whatever stands before it; the lower of two."""
        printed = self.figure.get("low") or self.figure.get("high")
        return Decimal(printed) if printed else None

    @property
    def exact(self) -> Decimal | None:
        """The one number that it allows, if it allows one only."""
        return self.least if self.least == self.most else None

    def distance(self, day: date) -> int:
        """Days from `day` to the nearest day that it may speak of; beyond every distance where it has no date."""
        if self.first is None and self.last is None:
            return date.max.toordinal()
        before = self.first.toordinal() - day.toordinal() if self.first else 0
        after = day.toordinal() - self.last.toordinal() if self.last else 0
        return max(before, after, 0)

    def _bound(self, end: str, *opened_by: Comparator) -> Decimal | None:
        comparator = Comparator(self.figure["comparator"])
        printed = self.figure.get(end) or self.figure.get("low") or self.figure.get("high")
        if comparator is Comparator.about or comparator in opened_by or not printed:
            return None
        return Decimal(printed)


def stated(claims: Iterable[Json]) -> list[Stated]:
    """The stated figures among claims in the documented shape."""
    return [
        Stated(claim, _day(claim.get("when", {}), "earliest"), _day(claim.get("when", {}), "latest"))
        for claim in claims
        if "figure" in claim
    ]


def of_people(figures: Iterable[Stated]) -> list[Stated]:
    """Those that belong to the accounts of who is held and who was freed."""
    return [one for one in figures if OF_PEOPLE & set(one.claim["topics"])]


def of_all_held(figures: Iterable[Stated]) -> list[Stated]:
    """Those that say how many people are held in all: stocks of persons on a day, of which no part is taken."""
    return [one for one in figures if _of_all_held(one)]


def of_flows(figures: Iterable[Stated]) -> list[Stated]:
    """Those that say how many people came or went in some days: flows of persons of which no part is taken."""
    return [
        one
        for one in of_people(figures)
        if one.figure["kind"] == FigureKind.flow
        and one.figure["unit"] in PERSONS
        and not {"part_of", "than"} & set(one.figure)
        and admits(one.claim)
    ]


def nearest(figures: Sequence[Stated], day: date) -> Stated | None:
    """The figure nearest to a day; of several the one for the shortest time, then the one entered first."""
    return min(figures, key=lambda one: (one.distance(day), _length(one)), default=None)


def latest_day(figures: Iterable[Stated], today: date) -> date:
    """The latest day, up to today, that a figure speaks of; today where none does."""
    return max((one.last for one in figures if one.last and one.last <= today), default=today)


def apart(figures: Iterable[Stated]) -> Mapping[str, list[Stated]]:
    """For each claim, the figures of the same thing for the same time that cannot be so together with it."""
    alike: dict[tuple[object, ...], list[Stated]] = defaultdict(list)
    for one in figures:
        alike[_same_thing(one)].append(one)
    found: dict[str, list[Stated]] = {}
    for some in alike.values():
        for one in some:
            others = [other for other in some if _exclude(one, other)]
            if others:
                found[one.id] = others
    return found


def _of_all_held(one: Stated) -> bool:
    figure, claim = one.figure, one.claim
    return (
        figure["kind"] == FigureKind.stock
        and figure["unit"] in PERSONS
        and one.best is not None
        and not {"part_of", "than"} & set(figure)
        and Topic.tally in claim["topics"]
        and admits(claim)
        and (one.first or one.last) is not None
    )


def _same_thing(one: Stated) -> tuple[object, ...]:
    figure = one.figure
    kind = tuple(figure.get(key) for key in ("kind", "subject", "population", "unit", "part_of", "than"))
    return (*kind, one.first, one.last) if one.first and one.last else (*kind, one.id)


def _exclude(one: Stated, other: Stated) -> bool:
    if one.id == other.id:  # two states of one claim: its source corrected it
        return False
    return _below(one.most, other.least) or _below(other.most, one.least)


def _below(most: Decimal | None, least: Decimal | None) -> bool:
    return most is not None and least is not None and most < least


def _length(one: Stated) -> int:
    return (one.last - one.first).days if one.first and one.last else date.max.toordinal()


def _day(when: Json, end: str) -> date | None:
    return date.fromisoformat(when[end]) if end in when else None
