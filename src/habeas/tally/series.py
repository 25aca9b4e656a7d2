"""A stock on every day at once, from its pieces: a step for every day on which one of its bounds changes.

Each piece is entered once as a difference at either end, and the differences are added up: the work grows with the
number of pieces, not with that of days. On every day it is what `count` says of that day.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from habeas.tally.rectangle import Rectangle

Bounds = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Series:
    """A step function: `low[i]`, `best[i]`, `high[i]` hold from `days[i]` until `days[i + 1]`, the first always before.

    `days` begins with the first day there is; the last step holds for ever. No two neighbouring steps are equal.
    """

    days: tuple[date, ...]
    low: tuple[int, ...]
    best: tuple[int, ...]
    high: tuple[int, ...]

    def on(self, day: date) -> Bounds:
        """Low, best and high at the end of `day`."""
        step = bisect_right(self.days, day) - 1
        return self.low[step], self.best[step], self.high[step]


def series(found: Iterable[Rectangle], known_on: date) -> Series:
    """The stock of these pieces, as known on a day."""
    changes: dict[date, Bounds] = defaultdict(lambda: (0, 0, 0))
    changes[date.min] = (0, 0, 0)
    for one in found:
        if one.known <= known_on < one.known_to:
            now = (one.counted.low, one.counted.best, one.counted.high)
            changes[one.first] = _plus(changes[one.first], now)
            if one.until < date.max:
                changes[one.until] = _minus(changes[one.until], now)
    days = sorted(changes)
    totals = list(accumulate((changes[day] for day in days), _plus))
    kept = [place for place, total in enumerate(totals) if place == 0 or total != totals[place - 1]]
    return Series(
        days=tuple(days[place] for place in kept),
        low=tuple(totals[place][0] for place in kept),
        best=tuple(totals[place][1] for place in kept),
        high=tuple(totals[place][2] for place in kept),
    )


def _plus(one: Bounds, other: Bounds) -> Bounds:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]


def _minus(one: Bounds, other: Bounds) -> Bounds:
    return one[0] - other[0], one[1] - other[1], one[2] - other[2]
