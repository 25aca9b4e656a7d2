"""Which measures of the chart share a number: so many that a reader can take them in, the same wide and narrow."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from itertools import groupby

from habeas.answers.chronicle import Event
from habeas.charts.scale import middle

MOST = 12  # numbers over a chart
STRETCHES: tuple[Callable[[date], Hashable], ...] = (
    lambda day: (day.year, day.month),
    lambda day: (day.year, (day.month - 1) // 3),
    lambda day: (day.year, (day.month - 1) // 6),
    lambda day: day.year,
)


def marked(measures: Sequence[Event]) -> list[list[Event]]:
    """The measures by their numbers: each its own, or all of a month, a quarter, half a year or a year together."""
    told = sorted(measures, key=_day)
    found = [[one] for one in told]
    for stretch in STRETCHES:
        if len(found) <= MOST:
            break
        found = _by(told, stretch)
    return found


def _by(told: Sequence[Event], stretch: Callable[[date], Hashable]) -> list[list[Event]]:
    return [list(some) for _, some in groupby(told, key=lambda one: stretch(_day(one)))]


def _day(one: Event) -> date:
    return middle(one.first, one.last)
