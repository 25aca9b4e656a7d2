"""From days and numbers to places in a drawing. A day keeps its place whatever is drawn beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np

_ROUND = (1, 2, 5)
_MOST_LINES = 4


@dataclass(frozen=True)
class Days:
    """The days `first` to `last`, from x = `start` to x = `end`."""

    first: date
    last: date
    start: float
    end: float

    @cached_property
    def per_day(self) -> float:
        """How many px a day takes."""
        return (self.end - self.start) / (self.last - self.first).days

    def x(self, day: date) -> float:
        """The place of a day; one before the first or after the last stands outside."""
        return self.start + (day - self.first).days * self.per_day

    def clipped(self, day: date) -> float:
        """The place of a day, or the end of the axis that is nearer to it."""
        nearest = self.first if day < self.first else self.last if day > self.last else day
        return self.start + (nearest - self.first).days * self.per_day

    def clipped_each(self, days: Iterable[date]) -> list[float]:
        """The same of many days at once."""
        first = self.first.toordinal()
        after = np.array([day.toordinal() for day in days], dtype=np.int64) - first
        xs: list[float] = (self.start + np.clip(after, 0, self.last.toordinal() - first) * self.per_day).tolist()
        return xs

    def shows(self, day: date) -> bool:
        """Whether the day is on the axis."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Values:
    """Zero at y = `base`, `greatest` at y = `top`."""

    greatest: float
    base: float
    top: float

    def y(self, value: float) -> float:
        """The place of a number, in proportion."""
        return self.base - (self.base - self.top) * value / self.greatest


def shifted(day: date, by: int) -> date:
    """The day so many days later (earlier, if negative), or the end of the calendar on that side."""
    return date.fromordinal(min(max(day.toordinal() + by, date.min.toordinal()), date.max.toordinal()))


def middle(first: date, last: date) -> date:
    """The day in the middle of two; of an even number of days the earlier."""
    return first + timedelta(days=(last - first).days // 2)


def round_values(greatest: float) -> list[int]:
    """At most four round numbers above zero and up to `greatest`, evenly apart."""
    step = next(step for step in _round_steps() if greatest / step < _MOST_LINES + 1)
    return [step * times for times in range(1, int(greatest // step) + 1)]


def _round_steps() -> Iterable[int]:
    power = 1
    while True:
        yield from (digit * power for digit in _ROUND)
        power *= 10
