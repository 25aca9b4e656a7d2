"""Who came or went over time: a bar for each month or day, with a thin line from low to high, drawn wide and narrow."""

from collections.abc import Sequence
from dataclasses import replace

from habeas.charts import axis, rows
from habeas.charts.form import NARROW, WIDE, Form
from habeas.charts.given import FlowBar, FlowChart
from habeas.charts.room import Box
from habeas.charts.scale import Days, Values, round_values
from habeas.charts.sheet import Sheet

_FORMS = (replace(WIDE, plot=200), replace(NARROW, plot=140))
_MARGIN = 4
_HEADROOM = 24
_NARROWEST = 1.5


def draw_flow(chart: FlowChart, prefix: str) -> str:
    """The chart as two <svg>, wide and narrow, of which a page shows one. All ids in them begin with `prefix`."""
    return "".join(_draw(chart, form, f"{prefix}-{form.name}") for form in _FORMS)


def _draw(chart: FlowChart, form: Form, prefix: str) -> str:
    sheet, days = Sheet(form.width), Days(chart.first, chart.last, form.start, form.end)
    shown = [bar for bar in chart.bars if bar.first <= days.last and days.first <= bar.last]
    top = _MARGIN + _HEADROOM + (0 if form.wide else rows.height(chart.name, "", form.width))
    values = Values(max([1, *(_ends(bar)[1] for bar in shown)]), top + form.plot, top)
    _draw_grid(sheet, form, days, values)
    _draw_name(sheet, chart, form, top)
    _draw_bars(sheet, shown, days, values, "c-in" if chart.into else "c-acc2")
    foot = max(values.base, *(values.y(_ends(bar)[0]) for bar in shown)) if shown else values.base
    sheet.line([(form.gutter, values.base), (days.end, values.base)], "l-rule2")
    axis.draw_axis(sheet, days, foot, chart.months, form.gutter)
    return sheet.svg(
        foot + axis.height(days, chart.months) + _MARGIN, form.name, prefix, chart.title, chart.description
    )


def _ends(bar: FlowBar) -> tuple[int, int]:
    """The lowest and the highest that the bar and its line reach."""
    reached = [0, bar.best, *(end for end in (bar.low, bar.high) if end is not None)]
    return min(reached), max(reached)


def _draw_grid(sheet: Sheet, form: Form, days: Days, values: Values) -> None:
    for value in round_values(values.greatest):
        y = values.y(value)
        sheet.line([(form.gutter, y), (days.end, y)], "l-rule")
        sheet.words(form.gutter, y - 5, f"{value:,}", "s t-3")


def _draw_name(sheet: Sheet, chart: FlowChart, form: Form, top: float) -> None:
    kind = "t-in" if chart.into else "t-acc"
    if form.wide:
        rows.draw_name(sheet, top + 4, chart.name, chart.more, form.gutter - 12, kind)
    else:
        rows.draw_name(sheet, _MARGIN + 12, chart.name, "", form.width, kind)


def _draw_bars(sheet: Sheet, shown: Sequence[FlowBar], days: Days, values: Values, kind: str) -> None:
    """The bars, over them the lines from low to high where these differ."""
    sheet.boxes([_box(bar, days, values) for bar in shown if bar.best], kind)
    for bar in shown:
        if bar.low is not None and bar.high is not None and bar.low != bar.high:
            box = _box(bar, days, values)
            x = (box.left + box.right) / 2
            sheet.line([(x, values.y(bar.high)), (x, values.y(bar.low))], "l")


def _box(bar: FlowBar, days: Days, values: Values) -> Box:
    left, right = days.clipped(bar.first), min(days.clipped(bar.last) + days.per_day, days.end)
    half = max((right - left - min(2.0, (right - left) / 4)) / 2, _NARROWEST / 2)
    middle, y = (left + right) / 2, values.y(bar.best)
    return Box(middle - half, min(y, values.base), middle + half, max(y, values.base))
