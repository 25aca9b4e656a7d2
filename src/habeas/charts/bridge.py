"""From one total to another in steps: a bar for each total, and between them what goes and what comes.

One scale for all. Where what stays is most of a total the bars do not begin at zero: a zigzag marks the cut, and the
words over the chart say where they begin. Drawn wide and narrow.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from habeas.charts.room import Box
from habeas.charts.sheet import Sheet
from habeas.charts.type import lines, width

Sort = Literal["total", "both", "goes", "comes"]
FILLS: dict[Sort, str] = {"total": "c-acc2", "both": "c-acc", "goes": "c-in", "comes": "c-acc"}
WORDS: dict[Sort, str] = {"total": "b", "both": "b", "goes": "b t-in", "comes": "b t-acc"}
CUT = 0.5  # share of the longest bar that all others reach, from which the bars are cut
_LINE, _GAP = 15.0, 14.0


@dataclass(frozen=True, slots=True)
class Step:
    """A bar from `first` to `last`, its name, its number in words, a line below it, and where its people stand."""

    sort: Sort
    first: int
    last: int
    name: str
    number: str
    below: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class BridgeChart:
    """The steps from the top down; each begins where the one above it ended."""

    title: str
    description: str
    steps: Sequence[Step]

    @property
    def begins(self) -> int:
        """The number at which the bars begin: 0, or a round number where all but a little of every bar is the same."""
        ends = [end for step in self.steps if step.sort not in ("total", "both") for end in (step.first, step.last)]
        least, most = min(ends, default=0), max((step.last for step in self.steps), default=0)
        if least <= CUT * most:
            return 0
        step = int(10 ** max(1, len(str(most)) - 2))
        return max(0, (least - (most - least) // 4) // step * step)


@dataclass(frozen=True, slots=True)
class _Form:
    name: str
    width: float
    start: float  # of the bars
    end: float
    bar: float

    @property
    def beside(self) -> bool:
        """Whether the names stand beside the bars, not over them."""
        return self.start > 0


_FORMS = (_Form("wide", 1120, 424, 1040, 20), _Form("narrow", 350, 0, 290, 16))


def draw_bridge(chart: BridgeChart, prefix: str) -> str:
    """The chart as two <svg>, wide and narrow, of which a page shows one. All ids in them begin with `prefix`."""
    return "".join(_draw(chart, form, f"{prefix}-{form.name}") for form in _FORMS)


def _draw(chart: BridgeChart, form: _Form, prefix: str) -> str:
    sheet, begins = Sheet(form.width), chart.begins
    most = max([begins + 1, *(max(step.first, step.last) for step in chart.steps)])
    scale = (form.end - form.start) / (most - begins)
    y = 4.0
    before: tuple[float, float] | None = None  # where the bar above ended, and its lower edge
    for step in chart.steps:
        top = y if form.beside else y + _words(sheet, form, step, y)
        ends = [form.start + (max(end, begins) - begins) * scale for end in (step.first, step.last)]
        left, right = min(ends), max(ends)
        if before:
            sheet.line([before, (before[0], top)], "l-rule2 dash")
        sheet.boxes([Box(left, top, right, top + form.bar)] if right > left else [], FILLS[step.sort])
        if step.sort in ("total", "both") and begins:
            _zigzag(sheet, form.start + 9, top, form.bar)
        _number(sheet, form, step, right, top)
        down = _words(sheet, form, step, y) if form.beside else 0.0
        before = (ends[1], top + form.bar)
        y = max(top + form.bar, y + down) + _GAP
    return sheet.svg(y, form.name, prefix, chart.title, chart.description)


def _words(sheet: Sheet, form: _Form, step: Step, y: float) -> float:
    """The name and what stands below it; returns how deep they go."""
    room = form.start - 24 if form.beside else form.width
    kind = "b" if step.sort in ("total", "both") else "ink"
    at = y
    for words, face, href in ((step.name, kind, step.href), (step.below, "s", "")):
        with sheet.linked(href):
            for line in lines(words, room, face):
                at += _LINE
                sheet.words(0, at, line, f"{face} leads" if href else face)
    return at - y + 5


def _number(sheet: Sheet, form: _Form, step: Step, right: float, top: float) -> None:
    x = min(right + 7, form.width - width(step.number, "b"))
    sheet.words(x, top + form.bar - 5, step.number, WORDS[step.sort])


def _zigzag(sheet: Sheet, x: float, top: float, bar: float) -> None:
    for shift in (0.0, 5.0):
        at = x + shift
        sheet.line([(at, top - 3), (at + 5, top + bar / 2), (at, top + bar + 3)], "zig")
