"""A person on a list, as linking sees them: names, birth, sex, places and acts, as that list tells them and no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

PLANNED_END = "planned_end"  # told like an act, and moves nobody


class Day(NamedTuple):
    """Some day from `earliest` to `latest`, both included; None where an end is open. `text` is as it is written."""

    earliest: date | None
    latest: date | None
    text: str = ""

    @property
    def exact(self) -> date | None:
        """The day, where it is one."""
        return self.earliest if self.earliest == self.latest else None


class Told(NamedTuple):
    """What is told to have been done (`what` is an act), or planned, on some day; which claim says so."""

    what: str
    day: Day
    claim: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody on a list. `records` are the rows that judgements hold to be of them; the first stands for them.

    `person` is the id of the person whom live judgements make of the rows, and of records elsewhere; rows that nothing
    joins are a person of their own. `regions` and `places` are as written, in any script.
    """

    records: tuple[str, ...]
    person: str
    names: tuple[str, ...]
    births: tuple[Day, ...] = ()
    sexes: frozenset[str] = frozenset()
    regions: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    acts: tuple[Told, ...] = ()
    recognised: bool = False

    @property
    def name(self) -> str:
        """The name that leads."""
        return self.names[0]

    def told(self, what: str) -> list[Told]:
        """The acts of one kind, by day."""
        return sorted((one for one in self.acts if one.what == what), key=by_day)


def by_day(one: Told) -> tuple[date, date]:
    """The order of acts: by their earliest day, those that are open first."""
    return one.day.earliest or date.min, one.day.latest or date.max


def joined(rows: Sequence[Listed]) -> list[Listed]:
    """The persons of a list: rows that are one person by the judgements are one, in the order of the first of each."""
    found: dict[str, list[Listed]] = {}
    for row in rows:
        found.setdefault(row.person, []).append(row)
    return [some[0] if len(some) == 1 else _together(some) for some in found.values()]


def _together(some: Sequence[Listed]) -> Listed:
    return Listed(
        records=tuple(one for row in some for one in row.records),
        person=some[0].person,
        names=tuple(dict.fromkeys(name for row in some for name in row.names)),
        births=tuple(dict.fromkeys(day for row in some for day in row.births)),
        sexes=frozenset(sex for row in some for sex in row.sexes),
        regions=tuple(dict.fromkeys(one for row in some for one in row.regions)),
        places=tuple(dict.fromkeys(one for row in some for one in row.places)),
        acts=tuple(act for row in some for act in row.acts),
        recognised=any(row.recognised for row in some),
    )
