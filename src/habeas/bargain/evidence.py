"""What is counted of a promise about people: acts of those who are named, of groups, and published numbers.

A person counts for certain where an act lies in the days for certain; where it only may, possibly. Groups and published
numbers count people whom nobody names here: they are no less evidence, and it is said that an answer rests on them.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

EVER = date.max


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
    """Somebody named, with the acts that count.

    `back` are those that took the person into custody, `out` all that freed the person, on whichever ground.
    """

    id: str
    done: Sequence[Done]
    back: Sequence[Done] = ()
    out: Sequence[Done] = ()


@dataclass(frozen=True, slots=True)
class Unnamed:
    """People counted and not named, with the acts that are told of all of them; `high` is None where nobody says.

    `members` are those of them who are named all the same, by id.
    """

    id: str
    low: int
    high: int | None
    done: Sequence[Done]
    members: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class StatedNumber:
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
    numbers: Sequence[StatedNumber] = ()
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """How many, by what is counted how.

    `named` are the people by name, certainly and possibly; `unnamed` those of groups, of whom `others` at most are not
    among the named (None: no end); `told` the least and the most
    that published numbers give, None where they give none; `numbers` are the claims of those.
    """

    named: tuple[int, int] = (0, 0)
    unnamed: tuple[int, int | None] = (0, 0)
    others: int | None = 0
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
        if self.others is None or (self.told and self.told[1] is None):
            return None
        most = self.told[1] if self.told else None
        return max(self.named[1] + self.others, int(most) if most is not None else 0)

    @property
    def spoken(self) -> bool:
        """Whether anything speaks of it at all."""
        return bool(self.claims)

    @property
    def aggregate(self) -> bool:
        """Whether it says more than the people named say."""
        return self.low > self.named[0]


def counted(evidence: Evidence, first: date | None, last: date) -> Count:
    """How many have an act within the days, by name, by group and by published number."""
    claims: dict[str, None] = {}
    sure, maybe = 0, set[str]()
    for person in evidence.people:
        here = [one for one in person.done if one.maybe_in(first, last)]
        claims.update(dict.fromkeys(one.claim for one in here))
        sure += any(one.surely_in(first, last) for one in here)
        maybe |= {person.id} if here else set()
    least, most, others = 0, 0, 0
    endless = False
    for group in evidence.groups:
        here = [one for one in group.done if one.maybe_in(first, last)]
        claims.update(dict.fromkeys(one.claim for one in here))
        least += group.low if any(one.surely_in(first, last) for one in here) else 0
        high = (group.high or 0) if here else 0
        most, others = most + high, others + max(high - len(group.members & maybe), 0)
        endless |= bool(here) and group.high is None
    told = [one for one in evidence.numbers if one.within(first, last)]
    claims.update(dict.fromkeys(one.claim for one in told))
    return Count(
        (sure, len(maybe)),
        (least, None if endless else most),
        None if endless else others,
        _told(told),
        tuple(claims),
        tuple(one.claim for one in told),
    )


def _told(numbers: Sequence[StatedNumber]) -> tuple[Decimal | None, Decimal | None] | None:
    """The least and the most by published numbers: of each stretch the widest, stretches that do not meet added up.

    Where shorter times that can be added up come to more than the widest say at least, that is the least; the most is
    never less than it.
    """
    chosen = apart_in_time(numbers)
    if not chosen:
        return None
    low, high = sum(map(_least, chosen), Decimal(0)), Decimal(0)
    endless = False
    for some in chosen:
        most = [one.most if one.about is None else one.about for one in some]
        if None in most:
            endless = True
        else:
            high += max(one for one in most if one is not None)
    low = max(low, added_up(numbers))
    return low, None if endless else max(high, low)


def _least(some: Iterable[StatedNumber]) -> Decimal:
    """The least that the numbers of one stretch of days give; 0 where they give none."""
    return min((one.least for one in some if one.least is not None), default=Decimal(0))


def added_up(numbers: Iterable[StatedNumber]) -> Decimal:
    """The most that the least of stretches that do not meet come to: so many were counted, nobody twice."""
    stretches: dict[tuple[date, date], list[StatedNumber]] = {}
    for one in numbers:
        stretches.setdefault((one.last or date.max, one.first or date.min), []).append(one)
    ends = sorted(stretches)
    best = [Decimal(0)]
    for place, (last, first) in enumerate(ends):
        before = bisect_left(ends, (first, date.min), hi=place)
        best.append(max(best[-1], best[before] + _least(stretches[last, first])))
    return best[-1]


def apart_in_time(numbers: Iterable[StatedNumber]) -> list[list[StatedNumber]]:
    """Published numbers by the days that they are of: those of wider days before those within them, never both.

    Days that meet and do not lie one within the other cannot be added: the earlier of them is taken.
    """
    found: list[list[StatedNumber]] = []
    for one in sorted(numbers, key=lambda one: (-_length(one), one.first or date.min, one.claim)):
        same = [some for some in found if (some[0].first, some[0].last) == (one.first, one.last)]
        if same:
            same[0].append(one)
        elif not any(_meet(some[0], one) for some in found):
            found.append([one])
    return found


def again(evidence: Evidence, first: date | None, last: date, by: date) -> list[tuple[str, ...]]:
    """Those of the people with an act within the days who were for certain taken in since and not freed, by claims."""
    found = []
    for person in evidence.people:
        ends = [one for one in person.done if one.surely_in(first, last)]
        if not ends:
            continue
        latest = max(_order(one) for one in (*person.done, *person.out) if one.maybe_in(first, by))
        back = [one for one in person.back if one.sure and one.last is not None and one.last <= by]
        since = [one for one in back if one.first is not None and (one.first, one.entry) > latest]
        if since:
            found.append(tuple(one.claim for one in since))
    return found


def _order(one: Done) -> tuple[date, int]:
    return (one.last or date.max, one.entry)


def _length(one: StatedNumber) -> int:
    return (one.last - one.first).days if one.first and one.last else EVER.toordinal()


def _meet(one: StatedNumber, other: StatedNumber) -> bool:
    first, last = one.first or date.min, one.last or date.max
    return first <= (other.last or date.max) and (other.first or date.min) <= last
