"""The axis of days: which years, months or days are named on it, and the ticks and words that name them.

Years are named where there is room for more than a year and a half; below that months, below two months days.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from habeas.charts.room import Box, Taken, of_words
from habeas.charts.scale import Days
from habeas.charts.sheet import Sheet

_YEARS_FROM = 550
_MONTHS_FROM = 62
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_ROOM = 40
_MONTH_ROOM = 34
_DAYS_NAMED = (1, 8, 15, 22)
KIND = "s halo"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the axis: a tick at `start`, its words in the middle; at the tick where only some are named."""

    start: date
    end: date
    words: str
    at_tick: bool = False


def periods(days: Days, months: Sequence[str]) -> list[list[Period]]:
    """What is named, a list for each row of words, the finest row first."""
    return _periods(days, tuple(months))


@lru_cache(256)  # a drawing asks several times, and the next one of the same days again
def _periods(days: Days, months: tuple[str, ...]) -> list[list[Period]]:
    span = (days.last - days.first).days
    if span >= _YEARS_FROM:
        step = _fitting(_YEAR_STEPS, 365.25 * days.per_day, _YEAR_ROOM)
        return [[Period(start, end, str(start.year), step > 1) for start, end in _years(days, step)]]
    years = [Period(start, end, str(start.year)) for start, end in _years(days, 1)]
    if span < _MONTHS_FROM:
        named = (days.first + timedelta(days=after) for after in range(span + 1))
        words = [
            Period(day, day, f"{day.day} {months[day.month - 1]}", True) for day in named if day.day in _DAYS_NAMED
        ]
        return [words, years]
    step = _fitting(_MONTH_STEPS, 30.4 * days.per_day, _MONTH_ROOM)
    starts = _months(days, step)
    return [[Period(start, end, months[start.month - 1], step > 1) for start, end in starts], years]


def height(days: Days, months: Sequence[str]) -> float:
    """How many px the axis takes below its line."""
    return 6 + 17 * len(periods(days, months))


def ticks(days: Days, months: Sequence[str]) -> list[float]:
    """The x of the ticks."""
    return [days.x(period.start) for period in periods(days, months)[0] if days.shows(period.start)]


def draw_axis(sheet: Sheet, days: Days, y: float, months: Sequence[str], line_from: float) -> None:
    """The line at y, its ticks, and below it the words for which there is room."""
    sheet.line([(line_from, y), (days.end, y)], "l")
    for x in ticks(days, months):
        sheet.line([(x, y), (x, y + 6)], "l")
    taken = Taken(Box(0, y, sheet.width, y + 100))
    for row, named in enumerate(periods(days, months)):
        for period in named:
            _name(sheet, days, period, y + 18 + 17 * row, taken)


def _name(sheet: Sheet, days: Days, period: Period, y: float, taken: Taken) -> None:
    start, end = days.clipped(period.start), days.clipped(period.end)
    x = start if period.at_tick else (start + end) / 2
    box = of_words(x, y, period.words, KIND, "middle")
    room = days.shows(period.start) if period.at_tick else box.right - box.left < end - start
    if room and taken.is_free(box.wider(3)):
        taken.take(box)
        sheet.words(x, y, period.words, KIND, "middle")


def _fitting(steps: Sequence[int], each: float, room: float) -> int:
    """The smallest step that gives words of this room a place."""
    return next((step for step in steps if step * each >= room), steps[-1])


def _years(days: Days, step: int) -> Iterator[tuple[date, date]]:
    for year in range(days.first.year, days.last.year + 1):
        if year % step == 0:
            yield date(year, 1, 1), date(year, 12, 31)


def _months(days: Days, step: int) -> Iterator[tuple[date, date]]:
    first, last = (day.year * 12 + day.month - 1 for day in (days.first, days.last))
    for number in range(first, last + 1):
        if number % 12 % step == 0:
            start = date(number // 12, number % 12 + 1, 1)
            yield start, start + timedelta(days=27)
