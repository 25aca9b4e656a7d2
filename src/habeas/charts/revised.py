"""One figure by the day on which it was known: a step line with its band from low to high, drawn wide and narrow.

The plot begins at zero, so that a revision is seen at its true size. Where all of the line lies in the upper part of
it, the same line stands once more beneath, enlarged: that plot names its range, and has no zero.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from habeas.charts import axis, rows
from habeas.charts.form import NARROW, WIDE, Form
from habeas.charts.given import LinePoint, RevisedChart
from habeas.charts.line import draw_line
from habeas.charts.room import Box, Taken
from habeas.charts.scale import Days, Values, round_values
from habeas.charts.sheet import Sheet

_FORMS = (replace(WIDE, plot=150), replace(NARROW, plot=110))
_MARGIN = 4
_HEADROOM = 24
_BETWEEN = 30
_LITTLE = 0.5  # of its height: a line that moves less is enlarged


@dataclass(frozen=True, slots=True)
class _Plot:
    """A part of the values, from `lowest` up, with the y of its two ends."""

    lowest: int
    values: Values

    @property
    def bottom(self) -> float:
        return self.values.base


def draw_revised(chart: RevisedChart, prefix: str) -> str:
    """The chart as two <svg>, wide and narrow, of which a page shows one. All ids in them begin with `prefix`."""
    return "".join(_draw(chart, form, f"{prefix}-{form.name}") for form in _FORMS)


def _draw(chart: RevisedChart, form: Form, prefix: str) -> str:
    sheet, days = Sheet(form.width), Days(chart.first, chart.last, form.start, form.end)
    shown = [point for point in chart.line if point.day <= days.last]
    low, high = min((one.low for one in shown), default=0), max((one.high for one in shown), default=0)
    top = _draw_head(sheet, chart.name, chart.more, form, _MARGIN)
    whole = _Plot(0, Values(max(1, high), top + form.plot, top))
    _draw_plot(sheet, whole, shown, days, form)
    foot = whole.bottom
    if shown and 0 < high - low < high * _LITTLE:
        top = _draw_head(
            sheet, chart.enlarged, chart.between.format(low=f"{low:,}", high=f"{high:,}"), form, foot + _BETWEEN
        )
        part = _Plot(low, Values(high - low, top + form.plot, top))
        _draw_plot(sheet, part, shown, days, form)
        foot = part.bottom
    axis.draw_axis(sheet, days, foot, chart.months, form.gutter)
    return sheet.svg(
        foot + axis.height(days, chart.months) + _MARGIN, form.name, prefix, chart.title, chart.description
    )


def _draw_head(sheet: Sheet, name: str, more: str, form: Form, y: float) -> float:
    """The name of a plot, beside it in a wide chart and over it in a narrow one; where the plot begins."""
    if form.wide:
        rows.draw_name(sheet, y + _HEADROOM, name, more, form.gutter - 12)
        return y + _HEADROOM
    return rows.draw_name(sheet, y + 12, name, more, form.width) + _HEADROOM


def _draw_plot(sheet: Sheet, plot: _Plot, line: Sequence[LinePoint], days: Days, form: Form) -> None:
    values, lowest = plot.values, plot.lowest
    for value in [0, *round_values(values.greatest)] if lowest else round_values(values.greatest):
        y = values.y(value)
        sheet.line([(form.gutter, y), (days.end, y)], "l-rule")
        sheet.words(form.gutter, y - 5, f"{lowest + value:,}", "s t-3")
    if not lowest:
        sheet.line([(form.gutter, values.base), (days.end, values.base)], "l-rule2")
    moved = [LinePoint(one.day, one.low - lowest, one.best - lowest, one.high - lowest) for one in line]
    draw_line(sheet, moved, days, values, Taken(Box(0, 0, sheet.width, values.base)))
