"""The revolving door: who came in to one side, who went out to the other, between them the number held at both ends.

A bar is filled as far as is certain; the pale part behind a dashed edge is what is possible; an end without an edge is
open. Both sides have one scale. Drawn wide and narrow.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.charts.room import Box
from habeas.charts.sheet import Sheet
from habeas.charts.type import lines

_BAR, _LINE, _GAP, _OPEN = 26.0, 15.0, 20.0, 14.0


@dataclass(frozen=True, slots=True)
class DoorBar:
    """One number: at least and at most (None: open), and its words, the first line of which is bold."""

    low: int
    high: int | None
    words: Sequence[str]


@dataclass(frozen=True, slots=True)
class DoorChart:
    """The bars of both sides from the top down, and the ends between them, each a number and its day in words."""

    title: str
    description: str
    came: Sequence[DoorBar]
    went: Sequence[DoorBar]
    ends: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Form:
    name: str
    width: float
    side: float  # of the bars at most
    middle: float  # between the two sides


_FORMS = (_Form("wide", 1120, 400, 200), _Form("narrow", 350, 118, 104))


def draw_door(chart: DoorChart, prefix: str) -> str:
    """The chart as two <svg>, wide and narrow, of which a page shows one. All ids in them begin with `prefix`."""
    return "".join(_draw(chart, form, f"{prefix}-{form.name}") for form in _FORMS)


def _draw(chart: DoorChart, form: _Form, prefix: str) -> str:
    sheet, centre = Sheet(form.width), form.width / 2
    most = max([1, *(bar.high or bar.low for bar in (*chart.came, *chart.went))])
    scale = (form.side - _OPEN) / most
    inner = centre - form.middle / 2, centre + form.middle / 2
    sheet.words(inner[0], 14, "came in", "b t-in", "end")
    sheet.words(inner[1], 14, "went out", "b t-acc")
    sheet.words(centre, 14, "held", "s", "middle")
    depths = [
        _draw_side(sheet, form, bars, scale, x, way)
        for bars, x, way in ((chart.came, inner[0], -1), (chart.went, inner[1], 1))
    ]
    depth = max(*depths, _draw_ends(sheet, chart.ends, centre))
    return sheet.svg(depth, form.name, prefix, chart.title, chart.description)


def _draw_side(sheet: Sheet, form: _Form, bars: Sequence[DoorBar], scale: float, inner: float, way: int) -> float:
    """The bars of one side; returns how deep they go."""
    y = 30.0
    for bar in bars:
        certain, possible = bar.low * scale, (bar.low if bar.high is None else bar.high) * scale
        if possible > certain or bar.high is None:
            reach = possible if bar.high is not None else certain + _OPEN
            sheet.boxes([_box(inner, way, certain, reach, y)], "c-in3" if way < 0 else "c-acc3")
            near, far = inner + way * certain, inner + way * reach
            edge = [(near, y), (far, y), (far, y + _BAR), (near, y + _BAR)]
            for some in [edge] if bar.high is not None else [edge[:2], edge[2:]]:
                sheet.line(some, "l dash")
        if certain:
            sheet.boxes([_box(inner, way, 0, certain, y)], "c-in" if way < 0 else "c-acc")
        y = _draw_words(sheet, form, bar, inner, y + _BAR + _LINE, way) + _GAP
    return y


def _box(inner: float, way: int, first: float, last: float, y: float) -> Box:
    ends = sorted((inner + way * first, inner + way * last))
    return Box(ends[0], y, ends[1], y + _BAR)


def _draw_words(sheet: Sheet, form: _Form, bar: DoorBar, inner: float, y: float, way: int) -> float:
    anchor = "end" if way < 0 else "start"
    for number, words in enumerate(bar.words):
        kind = "s b" if number == 0 else "s"
        for line in lines(words, form.side, kind):
            sheet.words(inner, y, line, kind, anchor)
            y += _LINE
    return y


def _draw_ends(sheet: Sheet, ends: Sequence[tuple[str, str]], centre: float) -> float:
    y = 52.0
    for place, (number, day) in enumerate(ends):
        if place:
            sheet.line([(centre, y - 12), (centre, y + 14)], "l-rule2")
            sheet.line([(centre - 4, y + 8), (centre, y + 14), (centre + 4, y + 8)], "l-rule2")
            y += 44
        sheet.words(centre, y, number, "big", "middle")
        for line in lines(day, 100, "s"):
            y += _LINE + 2
            sheet.words(centre, y, line, "s", "middle")
        y += 28
    return y
