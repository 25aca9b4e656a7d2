"""What goes out of one region by each way, as ribbons that are as wide as their tonnes: one picture for each scenario.

The pale edge of a ribbon reaches what the most of the draws have, its dark part the middle. A way that is closed is a
dashed hairline. One scale for all pictures. Drawn side by side where there is room, else one below the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.charts.room import Spot
from habeas.charts.sheet import Sheet
from habeas.charts.type import lines

_HIGH, _NAMES, _STEPS = 150.0, 62.0, 16
_MOST = 80.0  # px that the widest sum of ribbons takes


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A way: its name, millions of tonnes at the middle and at most, whether it is closed, and the numbers in words."""

    name: str
    middle: float
    most: float
    closed: bool
    words: str


@dataclass(frozen=True, slots=True)
class RibbonPicture:
    """One scenario: its title, and the ways in the order in which they stand, the same in every picture."""

    title: str
    ribbons: Sequence[Ribbon]


@dataclass(frozen=True, slots=True)
class RibbonsChart:
    """The pictures, and the region from which everything goes out."""

    title: str
    description: str
    source: str
    pictures: Sequence[RibbonPicture]


def draw_ribbons(chart: RibbonsChart, prefix: str) -> str:
    """The chart as two <svg>, wide and narrow, of which a page shows one. All ids in them begin with `prefix`."""
    return _draw(chart, "wide", 1120.0, prefix) + _draw(chart, "narrow", 350.0, prefix)


def _draw(chart: RibbonsChart, form: str, width: float, prefix: str) -> str:
    sheet = Sheet(width)
    beside = form == "wide"
    each = (width - 40.0 * (len(chart.pictures) - 1)) / len(chart.pictures) if beside else width
    most = max([1e-9, *(sum(one.most for one in picture.ribbons) for picture in chart.pictures)])
    down = 0.0
    for number, picture in enumerate(chart.pictures):
        left = number * (each + 40.0) if beside else 0.0
        foot = _draw_picture(sheet, chart, picture, (left, 0.0 if beside else down), each, _MOST / most)
        down = max(down, foot) if beside else foot + 24
    return sheet.svg(down + 4, form, f"{prefix}-{form}", chart.title, chart.description)


def _draw_picture(
    sheet: Sheet, chart: RibbonsChart, picture: RibbonPicture, corner: Spot, width: float, scale: float
) -> float:
    """One scenario from its title down to the region; returns how deep it goes."""
    left, top = corner
    sheet.words(left, top + 16, picture.title, "h b")
    sheet.line([(left, top + 24), (left + width, top + 24)], "l-rule2")
    head, foot, column = top + 36 + _NAMES, top + 36 + _NAMES + _HIGH, width / max(len(picture.ribbons), 1)
    at = left + width / 2 - sum(one.most for one in picture.ribbons) * scale / 2
    for number, one in enumerate(picture.ribbons):
        centre = left + column * (number + 0.5)
        for kind, words in (("b", one.name), ("s", one.words)):
            _stacked(sheet, words, centre, top + (38 if kind == "b" else 38 + 32), column - 6, kind)
        begin = at + one.most * scale / 2
        if one.closed:
            sheet.line(_course((centre, head), (left + width / 2, foot)), "l-rule2 dash")
        else:
            for tonnes, colour in ((one.most, "c-acc3"), (one.middle, "c-acc2")):
                if tonnes > 0:
                    sheet.area(_ribbon((centre, head), (begin, foot), tonnes * scale), colour)
            at += one.most * scale
    sheet.line([(left + width / 2 - 50, foot), (left + width / 2 + 50, foot)], "l")
    sheet.words(left + width / 2, foot + 18, chart.source, "b", "middle")
    return foot + 26


def _stacked(sheet: Sheet, words: str, x: float, y: float, room: float, kind: str) -> None:
    for number, line in enumerate(lines(words, room, kind)[:2]):
        sheet.words(x, y + 10 + number * 14, line, f"s {kind} halo", "middle")


def _course(head: Spot, foot: Spot) -> list[Spot]:
    """From top to bottom, upright at both ends."""
    found = []
    for step in range(_STEPS + 1):
        share = step / _STEPS
        bent = share * share * (3 - 2 * share)
        found.append((head[0] + (foot[0] - head[0]) * bent, head[1] + (foot[1] - head[1]) * share))
    return found


def _ribbon(head: Spot, foot: Spot, wide: float) -> list[Spot]:
    course = _course(head, foot)
    return [*((x - wide / 2, y) for x, y in course), *((x + wide / 2, y) for x, y in reversed(course))]
