"""One published number of people, with what its words leave open: "about" leaves everything open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from habeas.claims.vocabulary import Comparator, Door

STOCKS = frozenset({Door.held, Door.ever, Door.former})


class Bounds(NamedTuple):
    """At least and at most how many, both included; `high` is None where nothing is said against any number."""

    low: int
    high: int | None

    @property
    def exact(self) -> int | None:
        """The one number that is left, if one only is."""
        return self.low if self.low == self.high else None


ANY = Bounds(0, None)


@dataclass(frozen=True, slots=True)
class Number:
    """A number that one body published: of the people of a day (`stock`), or of those who moved in some days.

    `body` is whoever counts, by id; empty where nobody is named. `door` is its row of the revolving door, if it is of
    one. `part_of` is the subject of the whole that it is a part of, `split` by what that whole is divided, so that the
    parts are nobody's twice and leave nobody out. `place` is where, if that is said. `low` and `high` are what the
    words allow, `printed` what they print.
    Raises ValueError where the days or the bounds are the wrong way round.
    """

    claim: str
    body: str
    subject: str
    first: date
    last: date
    stock: bool
    printed: int
    low: int
    high: int | None
    door: Door | None = None
    population: str = ""
    part_of: str = ""
    split: str = ""
    place: str = ""

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"claim {self.claim}: its first day {self.first} is after its last {self.last}")
        if self.high is not None and self.low > self.high:
            raise ValueError(f"claim {self.claim}: at least {self.low} and at most {self.high} leave no number")

    @property
    def bounds(self) -> Bounds:
        """What its words allow."""
        return Bounds(self.low, self.high)

    @property
    def day(self) -> date | None:
        """The one day of a stock, if one only is said."""
        return self.first if self.stock and self.first == self.last else None

    @property
    def days(self) -> int:
        """How many days it may speak of."""
        return (self.last - self.first).days + 1


def allowed(comparator: Comparator, low: int, high: int) -> Bounds:
    """What a printed number, or a printed span, allows; "more than 200" is read as 200 or more: speakers round down."""
    match comparator:
        case Comparator.about:
            return ANY
        case Comparator.more | Comparator.at_least:
            return Bounds(low, None)
        case Comparator.less | Comparator.at_most:
            return Bounds(0, high)
        case Comparator.equal:
            return Bounds(low, high)


def added(some: Iterable[Bounds]) -> Bounds:
    """The bounds of a sum of numbers that know nothing of one another."""
    each = list(some)
    highs = [one.high for one in each if one.high is not None]
    return Bounds(sum(one.low for one in each), sum(highs) if len(highs) == len(each) else None)


def apart(one: Bounds, other: Bounds) -> int:
    """By how much two spans miss each other; 0 where they share a number."""
    over = 0 if other.high is None else one.low - other.high
    under = 0 if one.high is None else other.low - one.high
    return max(over, under, 0)


def in_turn(earlier: date, later: date) -> bool:
    """Whether one day follows the other."""
    return earlier + timedelta(days=1) == later
