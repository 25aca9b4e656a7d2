"""A person counted from one day until another, as known from one day until another: the piece that stocks are made of.

What is known of a person changes on few days, and between two of them the person's course does. So a stock on any day,
as known on any other, is a walk over pieces that are made once, and the same as `count` of the accounts of that day.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.custody.course import Step
from habeas.custody.report import Account
from habeas.tally.count import Count, Counted, counted_as, sum_of
from habeas.tally.filters import fits
from habeas.tally.rule import Rule

Known = tuple[date, date]  # from which day, until which day (not included); date.max: still


@dataclass(frozen=True, slots=True)
class Rectangle:
    """How a stock counts a person on the days from `first` until `until`, as known from `known` until `known_to`.

    The later end of each is not included; date.max: for good.
    """

    first: date
    until: date
    known: date
    known_to: date
    counted: Counted

    def has(self, day: date, known_on: date) -> bool:
        """Whether it says how the person counts on `day`, as known on `known_on`."""
        return self.first <= day < self.until and self.known <= known_on < self.known_to


def rectangles(person: str, account: Account, course: Sequence[Step], known: Known, rule: Rule) -> list[Rectangle]:
    """The pieces of one person's course, as it was known in one span of days: where the rule counts them at all."""
    fit = fits(account, rule.where)
    ends = [*(step.first for step in course[1:]), date.max]
    made = [
        Rectangle(step.first, until, *known, counted_as(person, step.standing, fit))
        for step, until in zip(course, ends, strict=True)
    ]
    return [one for one in made if one.counted.high]


def count_rectangles(found: Iterable[Rectangle], day: date, known_on: date) -> Count:
    """A stock on a day, as known on another; its people in the order in which their pieces are given."""
    return sum_of(tuple(one.counted for one in found if one.has(day, known_on)))


def moves(found: Iterable[Rectangle], known_on: date) -> tuple[Counter[date], Counter[date]]:
    """How many entered and how many left the count on each day, by best, as known on a day.

    Two pieces of one person that meet are one stay: nobody moves between them.
    """
    best = [one for one in found if one.counted.best and one.known <= known_on < one.known_to]
    entered = {(one.counted.person, one.first) for one in best if one.first > date.min}
    left = {(one.counted.person, one.until) for one in best if one.until < date.max}
    met = entered & left
    return Counter(day for _, day in entered - met), Counter(day for _, day in left - met)
