"""Whom a list holds, by what it tells of them: living or dead, held or freed, of which regions, taken by its day.

A list that also holds people found dead, or freed, is another population than one that does not. What is found here is
what the lists' own acts show, beside what their keepers declare to take in; it explains nobody's absence for certain.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from habeas.claims.act import ACTS, Act, CustodyState, Side
from habeas.custody.report import Account, Report
from habeas.custody.standing import states_on

from .evidence import same_places
from .listed import PLANNED_END, Listed, by_day

SELDOM = 0.02  # share of a list up to which it does not hold such people; one who slipped in makes no population
CLEARLY = 4.0  # times: how much larger a share is where two lists clearly hold other people
MOSTLY = 0.98  # share from which a list holds nobody else
ENOUGH = 10  # people: of fewer nothing is said of what a list leaves out beside the dead and the freed
AT_HOME = (CustodyState.home, CustodyState.restricted)


class Stands(StrEnum):
    """Where a list has somebody at the end of its day."""

    dead = "dead"
    freed = "freed"
    home = "at home"
    held = "held"
    later = "taken later"
    open = "not certain"
    nothing = "no act told"


class Outside(StrEnum):
    """Why somebody may not be on the other list, the first that applies."""

    later = "taken after the other list’s day"
    dead = "dead, and the other list has nobody who was"
    freed = "freed before the other list’s day, and it has nobody who was"
    home = "held at home, and the other list has nobody who was"
    missing = "on an earlier edition of the other list, missing since"
    covered = "not covered by the other list’s keeper until later"
    region = "of a region of which the other list has nobody"
    sentenced = "not sentenced as far as is told, and everybody on the other list is"
    recognised = "not recognised as far as is told, and everybody on the other list is"
    unexplained = "not explained"


@dataclass(frozen=True, slots=True)
class Taken:
    """What a keeper declares to take in, of a region, from a day on."""

    region: str
    known: date
    sentence: str


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom a list holds on its day: how many of each standing, the regions named, who is sentenced or recognised.

    `before` are the ids of the persons of its earlier editions.
    """

    day: date
    people: int
    stands: Counter[Stands]
    regions: Counter[str]
    with_region: int
    sentenced: int
    recognised: int
    taken: tuple[Taken, ...] = ()
    before: frozenset[str] = frozenset()

    def has(self, stands: Stands) -> bool:
        """Whether such people belong to this list: not only a few who slipped in."""
        return self.stands[stands] > SELDOM * self.people or self.stands[stands] >= ENOUGH

    def of_regions(self, some: Iterable[str]) -> int:
        """How many people are said to be of these regions."""
        return sum(self.regions[region] for region in some)

    @property
    def by_region(self) -> bool:
        """Whether the list tells of nearly everybody what region they are of."""
        return self.people >= ENOUGH and self.with_region >= MOSTLY * self.people

    def only(self, many: int) -> bool:
        """Whether `many` are nearly all, of enough people to tell."""
        return self.people >= ENOUGH and many >= MOSTLY * self.people


def scope(
    people: Sequence[Listed], day: date, taken: Sequence[Taken] = (), before: frozenset[str] = frozenset()
) -> Scope:
    """Whom these people make a list of, as it stood on its day."""
    return Scope(
        day=day,
        people=len(people),
        stands=Counter(stands(one, day) for one in people),
        regions=Counter(region for one in people for region in one.regions),
        with_region=sum(bool(one.regions) for one in people),
        sentenced=sum(bool(one.told(Act.sentenced)) for one in people),
        recognised=sum(one.recognised for one in people),
        taken=tuple(taken),
        before=before,
    )


def account(one: Listed) -> Account:
    """The acts that a list tells of somebody, as custody reads them."""
    moving = sorted((act for act in one.acts if act.what != PLANNED_END), key=by_day)
    return Account(
        tuple(
            Report(act.claim or str(place), place, Act(act.what), act.day.earliest, act.day.latest, _state(act.state))
            for place, act in enumerate(moving)
        )
    )


def _state(state: str) -> CustodyState | None:
    return CustodyState(state) if state else None


def stands(one: Listed, day: date) -> Stands:
    """Where the list has somebody at the end of a day."""
    told = account(one)
    if any(_by(act, day) for act in told.reports if act.act is Act.died):
        return Stands.dead
    if not any(ACTS[act.act].leaves is not Side.nothing for act in told.reports):
        return Stands.nothing
    if all(act.earliest and act.earliest > day for act in told.reports):
        return Stands.later
    found = states_on(told, day)
    if found.possible == {None}:
        return Stands.freed
    if None in found.possible:
        return Stands.open
    return Stands.home if found.best in AT_HOME else Stands.held


def _by(died: Report, day: date) -> bool:
    """Whether a list of this day has a death as done: one without a day had happened when the list was made."""
    if died.latest is not None:
        return died.latest <= day
    return died.earliest is None or died.earliest <= day


def outside(one: Listed, other: Scope) -> Outside:
    """Why somebody may not be on the other list; the dead are dead whenever they died."""
    there = stands(one, other.day)
    if there is Stands.later:
        return Outside.later
    for standing, why in (
        (Stands.dead, Outside.dead),
        (Stands.freed, Outside.freed),
        (Stands.home, Outside.home),
    ):
        if there is standing and not other.has(standing):
            return why
    return _outside_by_rule(one, other)


def _outside_by_rule(one: Listed, other: Scope) -> Outside:
    if one.person in other.before:
        return Outside.missing
    if one.regions:
        if any(taken.known > other.day and same_places(one.regions, (taken.region,)) for taken in other.taken):
            return Outside.covered
        if other.by_region and not same_places(one.regions, other.regions):
            return Outside.region
    if other.only(other.sentenced) and not one.told(Act.sentenced):
        return Outside.sentenced
    if other.only(other.recognised) and not one.recognised:
        return Outside.recognised
    return Outside.unexplained


@dataclass(frozen=True, slots=True)
class Apart:
    """A difference between two populations: what one list has (`holds` of its people) and the other hardly has."""

    what: str
    first: bool  # whether it is the first list that has them
    holds: int
    lacks: int


def differences(one: Scope, other: Scope) -> tuple[Apart, ...]:
    """Whom one of two lists holds and the other does not: if there is anything, they are not of one population."""
    found = []
    for standing in (Stands.dead, Stands.freed, Stands.home):
        for mine, theirs, first in ((one, other, True), (other, one, False)):
            many = mine.stands[standing], theirs.stands[standing]
            if _clearly(many, mine, theirs):
                found.append(Apart(standing.value, first, *many))
    for what, ours in (("not sentenced", "sentenced"), ("not recognised", "recognised")):
        for mine, theirs, first in ((one, other, True), (other, one, False)):
            many = mine.people - getattr(mine, ours), theirs.people - getattr(theirs, ours)
            if theirs.only(getattr(theirs, ours)) and _clearly(many, mine, theirs):
                found.append(Apart(what, first, *many))
    for mine, theirs, first in ((one, other, True), (other, one, False)):
        missing = [region for region in sorted(mine.regions) if not same_places((region,), theirs.regions)]
        if theirs.by_region and missing:
            found.append(Apart(f"of {', '.join(missing)}", first, mine.of_regions(missing), 0))
    return tuple(found)


def _clearly(many: tuple[int, int], one: Scope, other: Scope) -> bool:
    """Whether one list holds such people, and the other has, of its people, a much smaller share of them."""
    share, beside = (here / max(1, each.people) for here, each in zip(many, (one, other), strict=True))
    return share > SELDOM and share >= CLEARLY * beside
