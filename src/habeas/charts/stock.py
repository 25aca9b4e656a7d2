"""How many were held over time: the chart of the front page, drawn wide and narrow.

Stocks start at zero. Published marks stand where they were said, whatever the register's line does. Over the plot
stand the measures, as rules; under it those who came and left.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.charts import axis, rows
from habeas.charts.events import Overhead, draw_overhead, draw_rings, draw_rounds, overhead, rounds_on
from habeas.charts.form import NARROW, WIDE, Form
from habeas.charts.given import Event, StockChart
from habeas.charts.labels import place
from habeas.charts.line import draw_line, greatest
from habeas.charts.published import Mark, draw_join, draw_labels, draw_marks, draw_total, marks, take_marks
from habeas.charts.room import Box, Spot, Taken, of_words
from habeas.charts.scale import Days, Values, round_values
from habeas.charts.sheet import Sheet
from habeas.charts.strip import Strip, draw_strip, strip

_MARGIN = 4
_HEADROOM = 30
_BETWEEN = 24


def draw_stock(chart: StockChart, prefix: str) -> str:
    """The chart as two <svg>, wide and narrow, of which a page shows one. All ids in them begin with `prefix`."""
    return "".join(_draw(chart, form, f"{prefix}-{form.name}") for form in (WIDE, NARROW))


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything stands, from top to bottom."""

    form: Form
    days: Days
    over: Overhead
    head: float
    values: Values
    strip: Strip | None
    foot: float


def _plan(chart: StockChart, form: Form) -> _Plan:
    days = Days(chart.first, chart.last, form.start, form.end)
    over = overhead(chart.events, days, form.width)
    head = _MARGIN + over.height
    top = head + _HEADROOM
    base = top + form.plot
    under = base + axis.height(days, chart.words.months)
    words = chart.words
    up = rows.height(words.entered, words.entered_more, _name_room(form)) if form.wide else 0
    below = strip(chart.bars, days, form, under + _BETWEEN, up)
    return _Plan(
        form, days, over, head, Values(_greatest(chart, days), base, top), below, below.bottom if below else under
    )


def _greatest(chart: StockChart, days: Days) -> int:
    """What the scale must reach; of nothing, one, so that zero still stands at the bottom."""
    published = (
        point.value
        for each in chart.series
        for point in each.points
        if days.first <= point.last and point.first <= days.last
    )
    return max(1, greatest(chart.line, days), max(published, default=0))


def _draw(chart: StockChart, form: Form, prefix: str) -> str:
    sheet, plan = Sheet(form.width), _plan(chart, form)
    taken = Taken(Box(0, plan.head, form.width, plan.values.base - 1))
    drawn = [marks(each, plan.days, plan.values) for each in chart.series]
    _draw_grid(sheet, plan, taken)
    if form.wide:
        end = rows.draw_name(sheet, plan.values.top + 4, chart.words.held, chart.words.held_more, _name_room(form))
        taken.take(Box(0, plan.values.top - 10, form.gutter, end))
    draw_overhead(sheet, plan.over, _MARGIN, plan.strip.bottom if plan.strip else plan.values.base)
    firm, doubtful = draw_line(sheet, chart.line, plan.days, plan.values, taken, chart.told_to)
    axis.draw_axis(sheet, plan.days, plan.values.base, chart.words.months, form.gutter)
    _draw_published(sheet, chart, drawn, (firm, doubtful), plan, taken)
    draw_rings(sheet, plan.over, plan.days, plan.values.base, taken)
    foot = _draw_below(sheet, chart, plan)
    return sheet.svg(foot + _MARGIN, form.name, prefix, chart.title, chart.description)


def _draw_grid(sheet: Sheet, plan: _Plan, taken: Taken) -> None:
    """Lines at round numbers, each named where no day is drawn."""
    for value in round_values(plan.values.greatest):
        y = plan.values.y(value)
        sheet.line([(plan.form.gutter, y), (plan.days.end, y)], "l-rule")
        taken.take(of_words(plan.form.gutter, y - 5, f"{value:,}", "s"))
        sheet.words(plan.form.gutter, y - 5, f"{value:,}", "s t-3")


def _draw_published(
    sheet: Sheet,
    chart: StockChart,
    drawn: Sequence[Sequence[Mark]],
    line: tuple[Sequence[Spot], Sequence[Spot]],
    plan: _Plan,
    taken: Taken,
) -> None:
    """Joins under marks under labels, that of the line among them. The first joined series is the rule's own body's."""
    joined = [each for each, series in zip(drawn, chart.series, strict=True) if series.joined and each]
    own = joined[0] if joined else []
    everything = [mark for each in drawn for mark in each]
    take_marks(everything, plan.form.radius, taken)
    for each in joined:
        draw_join(sheet, each, chart.words.no_figure, taken)
    draw_marks(sheet, everything, plan.form.radius)
    rules = plan.over.xs
    others = [mark for each in drawn if each is not own for mark in each]
    firm, doubtful = line
    if firm or doubtful:
        _draw_words(sheet, chart.words.line, "b t-acc halo", (doubtful or firm)[-1], taken, rules)
    if doubtful:
        middle = (doubtful[0][0] + doubtful[-1][0]) / 2
        _draw_words(sheet, chart.words.no_claim, "s w halo", (middle, doubtful[-1][1]), taken, rules)
    if own:
        draw_total(sheet, own[-1], plan.form, taken, rules)
    draw_labels(sheet, own, others, plan.form, taken, rules)


def _draw_words(
    sheet: Sheet, words: str, kind: str, spot: tuple[float, float], taken: Taken, rules: Sequence[float]
) -> None:
    label = place(words, kind, spot, 0, taken, rules) if words else None
    if label:
        sheet.words(label.x, label.y, label.words, label.kind, label.anchor)


def _draw_below(sheet: Sheet, chart: StockChart, plan: _Plan) -> float:
    """The strip and the rounds under it, with their names; where the chart ends."""
    foot = plan.foot
    if plan.strip:
        draw_strip(sheet, plan.strip, plan.days, plan.form)
        foot = max(foot, _draw_names(sheet, chart, plan.strip, plan.form))
    rounds = rounds_on(chart.events, plan.days)
    return _draw_rounds(sheet, chart, rounds, plan, foot + _BETWEEN / 2) if rounds else foot + 6


def _draw_rounds(sheet: Sheet, chart: StockChart, rounds: Sequence[Event], plan: _Plan, top: float) -> float:
    """The row of rounds with its name: beside it in a wide chart, over it in a narrow one."""
    words, form = chart.words, plan.form
    named = rows.draw_name(
        sheet, top + 12, words.rounds, words.rounds_more if form.wide else "", _name_room(form), "t-acc"
    )
    y = top + 3 if form.wide else named
    return max(named, draw_rounds(sheet, rounds, plan.days, y))


def _draw_names(sheet: Sheet, chart: StockChart, drawn: Strip, form: Form) -> float:
    """The names of the strip's two halves: beside them in a wide chart, over and under in a narrow one."""
    words, foot = chart.words, drawn.bottom
    if drawn.ups:
        y, more = (drawn.top + 12, words.entered_more) if form.wide else (drawn.top - 6, "")
        foot = rows.draw_name(sheet, y, words.entered, more, _name_room(form), "t-in")
    if drawn.downs:
        under = drawn.bottom + 12 if drawn.ups else drawn.top - 6
        y, more = (drawn.zero + 16, words.left_more) if form.wide else (under, "")
        foot = max(foot, rows.draw_name(sheet, y, words.left, more, _name_room(form), "t-acc"))
    return foot


def _name_room(form: Form) -> float:
    return form.gutter - 12 if form.wide else form.width
