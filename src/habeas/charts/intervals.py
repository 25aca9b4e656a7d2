"""Rows of intervals on one scale with a zero rule: a line from low to high, and a dot where there is a middle.

A line that crosses zero is ink; one that lies on one side of it has the colour of that side. Drawn wide and narrow.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.charts.room import Box, Taken, of_words
from habeas.charts.scale import round_values
from habeas.charts.sheet import Sheet
from habeas.charts.type import lines, width

_ROW, _LINE, _TOP, _EDGE = 26.0, 15.0, 22.0, 8.0


@dataclass(frozen=True, slots=True)
class Interval:
    """A row: its name, from low to high, the middle (None: there is none), and the numbers in words."""

    name: str
    low: float
    middle: float | None
    high: float
    words: str


@dataclass(frozen=True, slots=True)
class IntervalsChart:
    """The rows from the top down; `below` and `above` say what the two sides of zero are."""

    title: str
    description: str
    rows: Sequence[Interval]
    below: str
    above: str


@dataclass(frozen=True, slots=True)
class _Form:
    name: str
    width: float
    first: float  # where the scale begins, and where it ends
    last: float
    beside: bool  # whether name and numbers stand beside the line, or above it


_FORMS = (_Form("wide", 1120, 330, 880, True), _Form("narrow", 350, 8, 342, False))


def draw_intervals(chart: IntervalsChart, prefix: str) -> str:
    """The chart as two <svg>, wide and narrow, of which a page shows one. All ids in them begin with `prefix`."""
    return "".join(_draw(chart, form, f"{prefix}-{form.name}") for form in _FORMS)


def _draw(chart: IntervalsChart, form: _Form, prefix: str) -> str:
    sheet = Sheet(form.width)
    low = min([0.0, *(row.low for row in chart.rows)])
    high = max([0.0, *(row.high for row in chart.rows)])
    span = (high - low) or 1.0

    def x(value: float) -> float:
        return form.first + _EDGE + (form.last - form.first - 2 * _EDGE) * (value - low) / span

    zero, y = x(0.0), _TOP
    _sides(sheet, chart, form, zero)
    for row in chart.rows:
        y = _draw_row(sheet, row, form, (x(row.low), x(row.middle or 0.0), x(row.high)), y)
    sheet.line([(zero, _TOP - 4), (zero, y)], "l-rule2", under=True)
    taken = Taken(Box(0, 0, form.width, y + 24))
    for value in sorted(_ticks(low, high), key=abs):
        words = f"{value:+,g}".replace("-", "−") if value else "0"
        box = of_words(x(value), y + 16, words, "s", "middle")
        sheet.line([(x(value), _TOP - 4), (x(value), y)], "l-rule", under=True)
        if taken.is_free(box.wider(4)):
            taken.take(box)
            sheet.words(x(value), y + 16, words, "s", "middle")
    return sheet.svg(y + 24, form.name, prefix, chart.title, chart.description)


def _sides(sheet: Sheet, chart: IntervalsChart, form: _Form, zero: float) -> None:
    """What either side of zero is, as far as there is room for the words."""
    if width(chart.below, "s") + 6 < zero - form.first:
        sheet.words(zero - 6, 12, chart.below, "s", "end")
    if width(chart.above, "s") + 6 < form.last - zero:
        sheet.words(zero + 6, 12, chart.above, "s")


def _draw_row(sheet: Sheet, row: Interval, form: _Form, places: tuple[float, float, float], y: float) -> float:
    """The line of one row, with its words beside or above it; returns where the row ends."""
    left, at, right = places
    if form.beside:
        name = lines(row.name, form.first - 16, "b")
        middle = y + max(_ROW, _LINE * len(name) + 10) / 2
        for number, line in enumerate(name):
            sheet.words(0, middle + 4 + _LINE * (number - (len(name) - 1) / 2), line, "b")
        told = lines(row.words, form.width - form.last - 16, "s")
        for number, line in enumerate(told):
            sheet.words(form.width, middle + 4 + _LINE * (number - (len(told) - 1) / 2), line, "s", "end")
        foot = 2 * middle - y
    else:
        for words, kind in ((row.name, "b"), (row.words, "s")):
            for line in lines(words, form.width, kind):
                y += _LINE
                sheet.words(0, y, line, f"{kind} halo")
        middle, foot = y + _ROW / 2, y + _ROW
    sheet.line([(left, middle), (max(right, left + 1), middle)], _kind(row))
    for end in (left, right):
        sheet.line([(end, middle - 4), (end, middle + 4)], _kind(row))
    if row.middle is not None:
        sheet.dot(at, middle, 4.0, _dot(row))
    return foot


def _kind(row: Interval) -> str:
    if row.low >= 0 < row.high:
        return "l-acc"
    return "l-in" if row.high <= 0 > row.low else "l"


def _dot(row: Interval) -> str:
    return {"l-acc": "pt-acc", "l-in": "pt-in"}.get(_kind(row), "pt")


def _ticks(low: float, high: float) -> list[float]:
    """A few round numbers on either side of zero."""
    step = round_values(max(high, -low, 1.0))[0]
    return [step * times for times in range(int(low // step), int(high // step) + 1) if low <= step * times <= high]
