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

from habeas.tally.count import Counted
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
    changes: dict[date, list[int]] = defaultdict(lambda: [0, 0, 0])
    changes[date.min] = [0, 0, 0]
    for one in found:
        if one.known <= known_on < one.known_to:
            _add(changes[one.first], one.counted, 1)
            if one.until < date.max:
                _add(changes[one.until], one.counted, -1)
    days = sorted(changes)
    low, best, high = (tuple(accumulate(changes[day][bound] for day in days)) for bound in range(3))
    totals = list(zip(low, best, high, strict=True))
    kept = [place for place, total in enumerate(totals) if place == 0 or total != totals[place - 1]]
    low, best, high = (tuple(every[place] for place in kept) for every in (low, best, high))
    return Series(tuple(days[place] for place in kept), low, best, high)


def _add(change: list[int], counted: Counted, times: int) -> None:
    change[0] += times * counted.low
    change[1] += times * counted.best
    change[2] += times * counted.high
