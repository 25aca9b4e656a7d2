"""What happened beside the figures: rules over the plot with their numbers at the top, rings, and rounds.

A measure imposed is a thin solid rule, one eased a dashed, one changed a dotted; one announced and not issued is a
ring on the axis.
A round is a tick in a row of its own, under those who came and left, with how many were freed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.charts.given import Event
from habeas.charts.labels import Flag, in_runs, staggered
from habeas.charts.room import Box, Taken, of_words
from habeas.charts.scale import Days, middle
from habeas.charts.sheet import Sheet

ROW = 16
_TOGETHER = 9
_TICKS = 4
_NUMBER = "s b"
_RULES = {"imposed": "l-event", "eased": "l-event dash", "changed": "l-event dots"}


@dataclass(frozen=True, slots=True)
class Overhead:
    """The rules of a plot under their numbers, in rows of 16 px; `rings` are the events that have no rule."""

    rules: tuple[tuple[Sequence[Event], Flag], ...]
    rings: tuple[Event, ...]

    @property
    def xs(self) -> list[float]:
        """Where rules cross the plot."""
        return [x for _, flag in self.rules for x in flag.xs]

    @property
    def height(self) -> float:
        """How many px the rows take."""
        return ROW * max((flag.row + 1 for _, flag in self.rules), default=0)


def overhead(events: Sequence[Event], days: Days, width: float) -> Overhead:
    """The events on the axis, over each rule its number, over rules that stand together their numbers as one."""
    shown = sorted(
        (event for event in events if _shown(event, days)), key=lambda event: (_x(event, days), event.number)
    )
    groups = list(_together([event for event in shown if event.kind in _RULES], days))
    named = [(tuple(_x(event, days) for event in group), in_runs(event.number for event in group)) for group in groups]
    numbers = staggered(named, _NUMBER, (0, width), ("middle", "start", "end"))
    rings = tuple(event for event in shown if event.kind == "announced")
    return Overhead(tuple(zip(groups, numbers, strict=True)), rings)


def draw_overhead(sheet: Sheet, over: Overhead, top: float, bottom: float) -> None:
    """The rules from under their numbers down to `bottom`, then all numbers, so that no rule runs over them."""
    for group, flag in over.rules:
        begin = top + ROW * flag.row + (ROW if flag.anchor == "middle" else 3)
        for event, x in zip(group, flag.xs, strict=True):
            sheet.line([(x, begin), (x, bottom)], _RULES[event.kind])
    for _, flag in over.rules:
        sheet.words(flag.x, top + ROW * flag.row + 12, flag.words, _NUMBER + " halo", flag.anchor)


def draw_rings(sheet: Sheet, over: Overhead, days: Days, y: float, taken: Taken) -> None:
    """A ring on the axis for each event that was announced and not issued, its number over it where there is room."""
    for event in over.rings:
        x = _x(event, days)
        sheet.dot(x, y, 4, "pt-o")
        box = of_words(x, y - 9, str(event.number), _NUMBER, "middle")
        if taken.is_free(box):
            taken.take(box)
            sheet.words(x, y - 9, str(event.number), _NUMBER + " halo", "middle")


def rounds_on(events: Sequence[Event], days: Days) -> list[Event]:
    """The rounds that are on the axis, the largest first."""
    rounds = (event for event in events if event.kind == "freed" and _shown(event, days))
    return sorted(rounds, key=lambda event: -(event.freed or 0))


def draw_rounds(sheet: Sheet, rounds: Sequence[Event], days: Days, y: float) -> float:
    """A tick at y for each round, a hairline over the days on which it may have been, and below it how many were freed
    where there is room; how far down this reaches.
    """
    taken = Taken(Box(0, y, sheet.width, y + 40))
    for event in rounds:
        x = _x(event, days)
        sheet.line([(x, y), (x, y + 6)], "l")
        left, right = days.clipped(event.first), days.clipped(event.last)
        if right - left > _TICKS:
            sheet.line([(left, y + 3), (right, y + 3)], "l")
        words = "" if event.freed is None else f"{event.freed:,}"
        box = of_words(x, y + 19, words, _NUMBER, "middle")
        if words and taken.is_free(box.wider(2)):
            taken.take(box)
            sheet.words(x, y + 19, words, _NUMBER, "middle")
    return y + 24


def _shown(event: Event, days: Days) -> bool:
    return days.shows(middle(event.first, event.last))


def _x(event: Event, days: Days) -> float:
    return days.x(middle(event.first, event.last))


def _together(ruled: Sequence[Event], days: Days) -> Iterator[list[Event]]:
    """Events of one number, and those whose rules stand so close that their numbers are written as one."""
    group: list[Event] = []
    for event in ruled:
        if group and event.number != group[-1].number and _x(event, days) - _x(group[-1], days) >= _TOGETHER:
            yield group
            group = []
        group.append(event)
    if group:
        yield group
