"""A price by month as a line, with the days of measures as thin rules through it; nothing is drawn where none is known.

Two stretches that are quoted on different terms are two lines, the earlier one paler. Drawn wide and narrow.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from habeas.charts import axis
from habeas.charts.form import NARROW, WIDE, Form
from habeas.charts.room import Box, Taken, of_words
from habeas.charts.scale import Days, Values, round_values
from habeas.charts.sheet import Sheet

_ABOVE, _LINE = 46.0, 15.0


@dataclass(frozen=True, slots=True)
class PricePoint:
    """The price of a month, set at its middle, and on what terms it is quoted."""

    day: date
    value: float
    terms: str


@dataclass(frozen=True, slots=True)
class PriceMark:
    """A day on which a measure came to stand, with its number in the list under the chart."""

    day: date
    key: str


@dataclass(frozen=True, slots=True)
class PriceChart:
    """The points in order, at least two; `marked` are those that are labelled, `months` the names of the months."""

    title: str
    description: str
    points: Sequence[PricePoint]
    marks: Sequence[PriceMark]
    marked: Sequence[PricePoint]
    months: Sequence[str]


def draw_price(chart: PriceChart, prefix: str) -> str:
    """The chart as two <svg>, wide and narrow, of which a page shows one. All ids in them begin with `prefix`."""
    return "".join(_draw(chart, form, f"{prefix}-{form.name}") for form in (WIDE, NARROW))


def _draw(chart: PriceChart, form: Form, prefix: str) -> str:
    sheet = Sheet(form.width)
    days = Days(chart.points[0].day, chart.points[-1].day, form.start, form.end)
    base = _ABOVE + form.plot
    values = Values(max(one.value for one in chart.points), base, _ABOVE)
    taken = Taken(Box(0, 0, form.width, base))
    for value in round_values(values.greatest):
        y = values.y(value)
        sheet.line([(form.start, y), (form.end, y)], "l-rule")
        sheet.words(form.end + 6, y + 4, f"{value:,}", "s t-3")
        taken.take(of_words(form.end + 6, y + 4, f"{value:,}", "s", "start"))
    axis.draw_axis(sheet, days, base, chart.months, form.start)
    _draw_marks(sheet, chart, days, base, taken)
    runs = [list(some) for _, some in groupby(chart.points, key=lambda one: one.terms)]
    for number, some in enumerate(runs):
        path = [(days.x(one.day), values.y(one.value)) for one in some]
        sheet.line(path, "l-acc" if number == len(runs) - 1 else "l-ink3")
        taken.take_path(path)
    for one in chart.marked:
        _draw_marked(sheet, one, days, values, taken)
    return sheet.svg(base + axis.height(days, chart.months) + 4, form.name, prefix, chart.title, chart.description)


def _draw_marks(sheet: Sheet, chart: PriceChart, days: Days, base: float, taken: Taken) -> None:
    """A rule for each day that is on the axis, its number above it in the first row that has room."""
    for one in chart.marks:
        if not days.shows(one.day):
            continue
        x = days.x(one.day)
        sheet.line([(x, _ABOVE - 4), (x, base)], "l-event")
        for row in range(3):
            y = _ABOVE - 8 - row * _LINE
            box = of_words(x, y, one.key, "s b", "middle")
            if taken.is_free(box.wider(2)):
                taken.take(box)
                sheet.words(x, y, one.key, "s b", "middle")
                break


def _draw_marked(sheet: Sheet, one: PricePoint, days: Days, values: Values, taken: Taken) -> None:
    x, y = days.x(one.day), values.y(one.value)
    sheet.dot(x, y, 3.6, "pt-acc")
    words = f"{one.value:,.0f}"
    for anchor, left, down in (("start", 8.0, 4.0), ("end", -8.0, 4.0), ("middle", 0.0, -10.0), ("middle", 0.0, 20.0)):
        box = of_words(x + left, y + down, words, "b halo", anchor)
        if taken.is_free(box.wider(2)):
            taken.take(box)
            sheet.words(x + left, y + down, words, "b halo", anchor)
            return
