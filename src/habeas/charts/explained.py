"""A change that was observed, what a model has of it, and the rest as an empty dashed box of its true size.

The middle of the model is a bar, its least and most a line through its end. Drawn wide and narrow.
"""

from dataclasses import dataclass

from habeas.charts.room import Box
from habeas.charts.sheet import Sheet
from habeas.charts.type import lines, width

_BAR, _LINE = 22.0, 16.0


@dataclass(frozen=True, slots=True)
class ExplainedChart:
    """Percent: observed, and the least, middle and most of the model; each with its words."""

    title: str
    description: str
    observed: float
    low: float
    middle: float
    high: float
    observed_words: tuple[str, str]
    modelled_words: tuple[str, str]
    rest_words: tuple[str, str]


_WIDTHS = {"wide": 1120.0, "narrow": 350.0}
_DRAWN = {"wide": 620.0, "narrow": 350.0}  # of the bars at most: beside them stand words, where there is room


def draw_explained(chart: ExplainedChart, prefix: str) -> str:
    """The chart as two <svg>, wide and narrow, of which a page shows one. All ids in them begin with `prefix`."""
    return "".join(_draw(chart, form, f"{prefix}-{form}") for form in _WIDTHS)


def _draw(chart: ExplainedChart, form: str, prefix: str) -> str:
    sheet, room = Sheet(_WIDTHS[form]), _DRAWN[form] - 16
    ends = [0.0, chart.observed, chart.low, chart.middle, chart.high]
    low, span = min(ends), (max(ends) - min(ends)) or 1.0

    def x(value: float) -> float:
        return 8 + room * (value - low) / span

    y = _named(sheet, form, chart.observed_words, 0.0)
    _bar(sheet, x(0), x(chart.observed), y, "c-acc")
    y = _named(sheet, form, chart.modelled_words, y + _BAR + 10)
    _bar(sheet, x(0), x(chart.middle), y, "c-acc2")
    sheet.line([(x(chart.low), y + _BAR / 2), (x(chart.high), y + _BAR / 2)], "l")
    for end in (chart.low, chart.high):
        sheet.line([(x(end), y + 5), (x(end), y + _BAR - 5)], "l")
    y = _named(sheet, form, chart.rest_words, y + _BAR + 10)
    left, right = sorted((x(chart.middle), x(chart.observed)))
    sheet.line([(left, y), (right, y), (right, y + _BAR), (left, y + _BAR), (left, y)], "l-acc1 dash")
    sheet.line([(x(0), _LINE), (x(0), y + _BAR + 4)], "l", under=True)
    return sheet.svg(y + _BAR + 8, form, prefix, chart.title, chart.description)


def _bar(sheet: Sheet, one: float, other: float, y: float, kind: str) -> None:
    left, right = sorted((one, other))
    if right > left:
        sheet.boxes([Box(left, y, right, y + _BAR)], kind)


def _named(sheet: Sheet, form: str, words: tuple[str, str], y: float) -> float:
    """A name in bold and what it comes to, on one line where there is room; returns where the bar begins."""
    name, more = words
    if width(name, "b") + width(more) + 30 <= _WIDTHS[form]:
        sheet.words(8, y + 14, name, "b")
        sheet.words(8 + width(name, "b") + 22, y + 14, more)
        return y + 20
    y += 14
    sheet.words(8, y, name, "b")
    for line in lines(more, _WIDTHS[form] - 16):
        y += _LINE
        sheet.words(8, y, line)
    return y + 6
