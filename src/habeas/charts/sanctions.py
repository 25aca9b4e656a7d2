"""Sanctions over time, a row for each issuer: solid where in force, hatched where licensed, fading where it may be.

Above each row stand the acts: a ring for what was only said, a half ring for a licence, a disc for a name taken off.
"""

from collections.abc import Sequence

from habeas.charts import axis
from habeas.charts.form import CUSTODY_NARROW, CUSTODY_WIDE, Form
from habeas.charts.given_sanctions import SanctionMark, SanctionRow, SanctionsChart
from habeas.charts.room import Box
from habeas.charts.rows import draw_name, height
from habeas.charts.scale import Days
from habeas.charts.sheet import Sheet
from habeas.charts.type import width

_MARGIN, _BAR, _ABOVE, _BELOW = 4, 16, 18, 14
_RADIUS = 5.0
_HATCH = 6.0


def draw_sanctions(chart: SanctionsChart, prefix: str) -> str:
    """The chart as two <svg>, wide and narrow, of which a page shows one. All ids in them begin with `prefix`."""
    return "".join(_draw(chart, form, f"{prefix}-{form.name}") for form in (CUSTODY_WIDE, CUSTODY_NARROW))


def _draw(chart: SanctionsChart, form: Form, prefix: str) -> str:
    days = Days(chart.first, chart.last, form.start, form.end)
    sheet = Sheet(form.width)
    sheet.gradients("stop-ink3", {f"{prefix}-may": ((0, 0.5), (1, 0.5))})
    y: float = _MARGIN
    for row in chart.rows:
        y = _draw_row(sheet, row, form, days, y, prefix)
    axis.draw_axis(sheet, days, y, chart.months, form.start)
    for tick in axis.ticks(days, chart.months):
        sheet.line([(tick, _MARGIN), (tick, y)], "l-rule", under=True)
    foot = y + axis.height(days, chart.months)
    return sheet.svg(foot + _MARGIN, form.name, prefix, chart.title, chart.description)


def _draw_row(sheet: Sheet, row: SanctionRow, form: Form, days: Days, y: float, prefix: str) -> float:
    """One row: its name beside or above it, its bar and its marks; how far down this comes."""
    room = form.gutter - 10 if form.wide else form.width
    if not form.wide:
        y = draw_name(sheet, y + 12, row.name, row.more, room)
    top = y + _ABOVE
    ends = [*(step.day for step in row.steps[1:]), days.last]
    for step, end in zip(row.steps, ends, strict=False):
        left, right = days.clipped(step.day), days.clipped(end)
        if right > left:
            _draw_step(sheet, Box(left, top, right, top + _BAR), step.level, step.words, f"{prefix}-may")
    for mark in row.marks:
        _draw_mark(sheet, mark, days, top - 8)
    foot = top + _BAR + _BELOW
    if form.wide:
        draw_name(sheet, top + 8, row.name, row.more, room)
        foot = max(foot, top + height(row.name, row.more, room) + 4)
    return foot


def _draw_step(sheet: Sheet, box: Box, level: str, told: str, gradient: str) -> None:
    if level == "possible":
        sheet.fading(box, gradient)
    elif level == "full":
        sheet.boxes([box], "c-ink3")
    elif level == "eased":
        sheet.boxes([box], "c-paper")
        for spots in _hatching(box):
            sheet.line(spots, "l-ink3")
        corners = [(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)]
        sheet.line([*corners, corners[0]], "l-ink3")
    if told and level != "possible" and width(told, "s") + 12 <= box.right - box.left:
        kind = {"full": "s t-paper", "eased": "s ink halo"}.get(level, "s")
        sheet.words(box.left + 6, box.top + 12, told, kind)


def _hatching(box: Box) -> Sequence[list[tuple[float, float]]]:
    """Slanted lines that fill the box, none of which leaves it."""
    high = box.bottom - box.top
    found, x = [], box.left - high + _HATCH
    while x < box.right:
        start, end = max(x, box.left), min(x + high, box.right)
        if end > start:
            found.append([(start, box.bottom - (start - x)), (end, box.bottom - (end - x))])
        x += _HATCH
    return found


def _draw_mark(sheet: Sheet, mark: SanctionMark, days: Days, y: float) -> None:
    if mark.last < days.first or mark.first > days.last:
        return
    left, x = days.clipped(mark.first), days.clipped(mark.last)
    with sheet.linked(mark.href, mark.hint):
        if x - left > 2 * _RADIUS:
            sheet.line([(left, y), (x, y)], "l-acc1")
        sheet.dot(x, y, _RADIUS, "pt-said" if mark.shape in ("ring", "half") else "pt-acc")
        if mark.shape == "half":
            sheet.boxes([Box(x - _RADIUS, y - 1.2, x + _RADIUS, y + 1.2)], "c-acc")
