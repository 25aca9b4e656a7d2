"""How far a commitment has come by a day: what was done in its window and after, by whose account, and what was undone.

Everything is counted from what one lens admits. A person counts for certain where an act lies in the days for certain;
where it only may, possibly. Groups and published numbers count people whom nobody names here: they are no less
evidence, and it is said that the answer rests on them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from habeas.claims.vocabulary import Comparison

from .terms import Acted, Crosses, NoLater, Window

EVER = date.max


class Reached(StrEnum):
    """Whether what is asked was reached: yes, no, unsure for want of an exact day or number, or told both ways."""

    yes = "yes"
    no = "no"
    unsure = "unsure"
    apart = "apart"


@dataclass(frozen=True, slots=True)
class Done:
    """One act, by the claim that tells it: its first and last possible day, None where open.

    `sure` is False where another claim contradicts it. `entry` orders acts of one day.
    """

    claim: str
    first: date | None
    last: date | None
    sure: bool = True
    entry: int = 0

    def surely_in(self, first: date | None, last: date) -> bool:
        """Whether it lies within the days, whichever of its own days it was."""
        early = first is None or (self.first is not None and self.first >= first)
        return self.sure and early and self.last is not None and self.last <= last

    def maybe_in(self, first: date | None, last: date) -> bool:
        """Whether some day of it lies within."""
        late = first is None or self.last is None or self.last >= first
        return late and (self.first is None or self.first <= last)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named, with the acts that count and, in `back`, those that took the person into custody."""

    id: str
    done: Sequence[Done]
    back: Sequence[Done] = ()


@dataclass(frozen=True, slots=True)
class Unnamed:
    """People counted and not named, with the acts that are told of all of them; `high` is None where nobody says."""

    id: str
    low: int
    high: int | None
    done: Sequence[Done]


@dataclass(frozen=True, slots=True)
class Number:
    """A published number of the same, for the days from `first` to `last`; `least` and `most` are what it allows.

    `about` is the number where no more is said than that it is about so many.
    """

    claim: str
    speaker: str
    least: Decimal | None
    most: Decimal | None
    first: date | None
    last: date | None
    about: Decimal | None = None

    def within(self, first: date | None, last: date) -> bool:
        """Whether all its days lie within."""
        early = first is None or (self.first is not None and self.first >= first)
        return early and self.last is not None and self.last <= last


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a lens admits of a question about people; `complete`: whoever is not here was not freed or arrested."""

    people: Sequence[Person] = ()
    groups: Sequence[Unnamed] = ()
    numbers: Sequence[Number] = ()
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """How many, by what is counted how.

    `named` are the people by name, certainly and possibly; `unnamed` those of groups; `told` the least and the most
    that published numbers give, None where they give none; `numbers` are the claims of those.
    """

    named: tuple[int, int] = (0, 0)
    unnamed: tuple[int, int | None] = (0, 0)
    told: tuple[Decimal | None, Decimal | None] | None = None
    claims: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()

    @property
    def low(self) -> int:
        """The most that anything says for certain."""
        told = self.told[0] if self.told else None
        return max(self.named[0], self.unnamed[0], int(told) if told is not None else 0)

    @property
    def high(self) -> int | None:
        """The most that anything allows; None where there is no end."""
        if self.unnamed[1] is None or (self.told and self.told[1] is None):
            return None
        most = self.told[1] if self.told else None
        return max(self.named[1], self.unnamed[1], int(most) if most is not None else 0)

    @property
    def spoken(self) -> bool:
        """Whether anything speaks of it at all."""
        return bool(self.claims)

    @property
    def aggregate(self) -> bool:
        """Whether it says more than the people named say."""
        return self.low > self.named[0]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a commitment has come: what is needed, what was counted in its window and in all since it opened.

    `spoken`: something admitted speaks of it; `some`: part of it was done; `undone`: it was reached once and is no
    longer so. `prohibits`: what is asked is that nothing happen. `done` is how many are, where they are not counted as
    people. `claims` are the evidence, `notes` what must be said beside it.
    """

    needed: int
    in_window: Reached
    by_now: Reached
    spoken: bool
    some: bool = False
    undone: bool = False
    complete: bool = False
    prohibits: bool = False
    checkable: bool = True
    count: Count | None = None
    done: int | None = None
    claims: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())


def acted(query: Acted, evidence: Evidence, window: Window, as_of: date) -> Progress:
    """How many with one of the acts, in the window and in all since it opened."""
    return _of_people(query.count, evidence, window, as_of)


def each(records: int | None, evidence: Evidence, window: Window, as_of: date) -> Progress:
    """How many of a list; `records` is how many people stand on it, None where the list is not here.

    Of a list only its people count: groups and numbers say nothing of who it was.
    """
    if not records:
        note = "that list is not on record" if records is None else "nobody is on that list"
        return Progress(0, Reached.no, Reached.no, spoken=False, checkable=False, notes=(note,))
    return _of_people(records, Evidence(evidence.people, complete=evidence.complete), window, as_of)


def no_later(query: NoLater, evidence: Evidence, window: Window, as_of: date) -> Progress:
    """Whether nobody had one of the acts in the window."""
    last = min(window.last or EVER, as_of)
    found = counted(evidence, window.first, last)
    sure = bool(found.low)
    broken = Reached.yes if sure else Reached.unsure if found.high != 0 else Reached.no
    kept = {Reached.yes: Reached.no, Reached.no: Reached.yes}.get(broken, Reached.unsure)
    return Progress(
        0, kept, kept, found.spoken, some=sure, complete=evidence.complete, prohibits=True, count=found,
        claims=found.claims,
    )  # fmt: skip


def crosses(query: Crosses, numbers: Sequence[Number], window: Window, as_of: date) -> Progress:
    """Whether a published number of a day or days in the window is on the asked side of the threshold."""
    ways = [_crossed(query, numbers, window.first, min(end, as_of)) for end in (window.last or EVER, EVER)]
    spoken = [one for one in numbers if one.within(window.first, as_of)]
    return Progress(
        1, ways[0], ways[1], bool(spoken), claims=tuple(one.claim for one in spoken),
    )  # fmt: skip


def counted(evidence: Evidence, first: date | None, last: date) -> Count:
    """How many have an act within the days, by name, by group and by published number."""
    claims: dict[str, None] = {}
    sure = maybe = 0
    for person in evidence.people:
        here = [one for one in person.done if one.maybe_in(first, last)]
        claims.update(dict.fromkeys(one.claim for one in here))
        sure += any(one.surely_in(first, last) for one in here)
        maybe += bool(here)
    least, most = 0, 0
    endless = False
    for group in evidence.groups:
        here = [one for one in group.done if one.maybe_in(first, last)]
        claims.update(dict.fromkeys(one.claim for one in here))
        least += group.low if any(one.surely_in(first, last) for one in here) else 0
        most += (group.high or 0) if here else 0
        endless |= bool(here) and group.high is None
    told = [one for one in evidence.numbers if one.within(first, last)]
    claims.update(dict.fromkeys(one.claim for one in told))
    return Count(
        (sure, maybe), (least, None if endless else most), _told(told), tuple(claims), tuple(one.claim for one in told)
    )


def _told(numbers: Sequence[Number]) -> tuple[Decimal | None, Decimal | None] | None:
    """The least and the most by published numbers: of each stretch the widest, stretches that do not meet added up."""
    chosen = apart_in_time(numbers)
    if not chosen:
        return None
    low, high = Decimal(0), Decimal(0)
    endless = False
    for some in chosen:
        least = [one.least for one in some if one.least is not None]
        low += min(least) if least else Decimal(0)
        most = [one.most if one.about is None else one.about for one in some]
        if None in most:
            endless = True
        else:
            high += max(one for one in most if one is not None)
    return low, None if endless else high


def apart_in_time(numbers: Iterable[Number]) -> list[list[Number]]:
    """Published numbers by the days that they are of: those of wider days before those within them, never both.

    Days that meet and do not lie one within the other cannot be added: the earlier of them is taken.
    """
    found: list[list[Number]] = []
    for one in sorted(numbers, key=lambda one: (-_length(one), one.first or date.min, one.claim)):
        same = [some for some in found if (some[0].first, some[0].last) == (one.first, one.last)]
        if same:
            same[0].append(one)
        elif not any(_meet(some[0], one) for some in found):
            found.append([one])
    return found


def _of_people(needed: int, evidence: Evidence, window: Window, as_of: date) -> Progress:
    end = min(window.last or EVER, as_of)
    told = counted(evidence, window.first, end)
    reached = since = _reached(needed, told, evidence, window.first, end)
    if reached is not Reached.yes and (told.spoken or evidence.complete):  # of a silent window nobody knows it was late
        end, told = as_of, counted(evidence, window.first, as_of)
        since = _reached(needed, told, evidence, window.first, end)
    back = again(evidence, window.first, end, as_of)
    claims = (*told.claims, *(claim for one in back for claim in one))
    return Progress(
        needed,
        reached,
        since,
        told.spoken,
        some=told.low > 0,
        undone=since is Reached.yes and bool(back) and told.low - len(back) < needed,
        complete=evidence.complete,
        count=told,
        claims=tuple(dict.fromkeys(claims)),
    )


def again(evidence: Evidence, first: date | None, last: date, by: date) -> list[tuple[str, ...]]:
    """Those of the people with an act within the days who for certain were taken in after it: by which claims."""
    found = []
    for person in evidence.people:
        ends = [one for one in person.done if one.surely_in(first, last)]
        if not ends:
            continue
        latest = max(_order(one) for one in person.done if one.maybe_in(first, by))
        back = [one for one in person.back if one.sure and one.last is not None and one.last <= by]
        since = [one for one in back if one.first is not None and (one.first, one.entry) > latest]
        if since:
            found.append(tuple(one.claim for one in since))
    return found


def _order(one: Done) -> tuple[date, int]:
    return (one.last or date.max, one.entry)


def _reached(needed: int, found: Count, evidence: Evidence, first: date | None, last: date) -> Reached:
    """Yes where people, groups or every number that is told say so; told both ways where numbers differ on it."""
    told = apart_in_time(one for one in evidence.numbers if one.within(first, last))
    if max(found.named[0], found.unnamed[0]) >= needed and not (told and _differ(needed, told)):
        return Reached.yes
    if told and _differ(needed, told):
        return Reached.apart
    if found.low >= needed:
        return Reached.yes
    return Reached.unsure if found.high is None or found.high >= needed else Reached.no


def _differ(needed: int, told: Sequence[Sequence[Number]]) -> bool:
    """Whether of the numbers for one stretch of days some reach what is needed and others exclude it."""
    if len(told) != 1:
        return False
    reach = [one for one in told[0] if one.least is not None and one.least >= needed]
    below = [one for one in told[0] if one.most is not None and one.most < needed]
    return bool(reach) and bool(below)


def _crossed(query: Crosses, numbers: Sequence[Number], first: date | None, last: date) -> Reached:
    threshold = Decimal(query.threshold)
    ways = [_side(query.comparison, threshold, one) for one in numbers if one.within(first, last)]
    if Reached.yes in ways:
        return Reached.yes
    return Reached.unsure if Reached.unsure in ways else Reached.no


def _side(comparison: Comparison, threshold: Decimal, one: Number) -> Reached:
    over = comparison is Comparison.at_least
    if one.about is not None:
        return Reached.unsure if (one.about >= threshold if over else one.about <= threshold) else Reached.no
    sure, may = (one.least, one.most) if over else (one.most, one.least)
    if sure is not None and (sure >= threshold if over else sure <= threshold):
        return Reached.yes
    if may is None or (may >= threshold if over else may <= threshold):
        return Reached.unsure
    return Reached.no


def _length(one: Number) -> int:
    return (one.last - one.first).days if one.first and one.last else EVER.toordinal()


def _meet(one: Number, other: Number) -> bool:
    first, last = one.first or date.min, one.last or date.max
    return first <= (other.last or date.max) and (other.first or date.min) <= last
