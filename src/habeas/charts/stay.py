"""The row of custody: solid where a person certainly was in, fading over every day on which they possibly were.

The fade is data: it is as wide as the days that are possible. It runs out towards the days on which the person
certainly was not in, and dips where both sides are certain. Between two stays a dashed line. An open stay fades out
after the last day of which an act says something.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise

from habeas.charts.given import CustodyStep
from habeas.charts.room import Box, Taken, of_words
from habeas.charts.scale import Days
from habeas.charts.sheet import Sheet
from habeas.charts.type import width

HEIGHT = 26.0
FADES = {
    "in": ((0, 0), (1, 1)),
    "out": ((0, 1), (1, 0)),
    "dip": ((0, 1), (0.5, 0.3), (1, 1)),
    "rise": ((0, 0), (0.5, 0.5), (1, 0)),
}
_FREE, _POSSIBLE, _CERTAIN, _UNSEEN = range(4)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one x to another: free (0), possibly in (1), certainly (2), in by no act that is seen (3); and the state."""

    start: float
    end: float
    level: int
    state: str


def stretches(steps: Iterable[CustodyStep], days: Days, told_to: date | None = None) -> list[Stretch]:
    """The steps as stretches of the axis, to the px so that no seam shows, without those that are not on it.

    The last is parted at the day `told_to` where the person certainly is in.
    """
    ordered = sorted(steps, key=lambda step: step.day)
    starts = [float(round(days.clipped(step.day))) for step in ordered]
    made = [
        Stretch(start, end, step.certainly + step.possibly, step.state)
        for step, start, end in zip(ordered, starts, [*starts[1:], days.end], strict=False)
    ]
    if told_to and made and made[-1].level == _CERTAIN:
        last = made.pop()
        end = max(last.start, float(round(days.clipped(told_to))))
        made += [replace(last, end=end), replace(last, start=end, level=_UNSEEN)]
    return [stretch for stretch in made if stretch.start < stretch.end]


def draw_stay(sheet: Sheet, drawn: Sequence[Stretch], y: float, prefix: str, taken: Taken) -> None:
    """The row at y, 26 px high, with the words for the states where they fit. `prefix` begins the ids of its fades."""
    levels = list(_merged(drawn))
    if any(stretch.level in (_POSSIBLE, _UNSEEN) for stretch in levels):
        sheet.gradients("stop-acc", {f"{prefix}-{name}": stops for name, stops in FADES.items()})
    for before, stretch, after in zip([None, *levels[:-1]], levels, [*levels[1:], None], strict=True):
        box = Box(stretch.start, y, stretch.end, y + HEIGHT)
        if stretch.level == _CERTAIN:
            sheet.boxes([box], "c-acc")
        elif stretch.level == _POSSIBLE:
            sheet.fading(box, f"{prefix}-{_fade(before, after)}")
        elif stretch.level == _UNSEEN:
            sheet.fading(box, f"{prefix}-out")
        elif before and after:
            sheet.line([(stretch.start, y + HEIGHT / 2), (stretch.end, y + HEIGHT / 2)], "l-acc1 dash")
    _draw_borders(sheet, drawn, y)
    _draw_states(sheet, drawn, y, taken)


def _merged(drawn: Sequence[Stretch]) -> Iterator[Stretch]:
    """The stretches without their states: neighbours of one level are one."""
    for level, group in groupby(drawn, key=lambda stretch: stretch.level):
        members = list(group)
        yield Stretch(members[0].start, members[-1].end, level, "")


def _fade(before: Stretch | None, after: Stretch | None) -> str:
    held_before, held_after = (side is not None and side.level in (_CERTAIN, _UNSEEN) for side in (before, after))
    return {(True, True): "dip", (True, False): "out", (False, True): "in", (False, False): "rise"}[
        held_before, held_after
    ]


def _draw_borders(sheet: Sheet, drawn: Sequence[Stretch], y: float) -> None:
    """A thin line of paper where one state follows another without a break."""
    for before, after in pairwise(drawn):
        if before.level == after.level == _CERTAIN and before.state != after.state:
            sheet.line([(after.start, y), (after.start, y + HEIGHT)], "l-paper")


def _draw_states(sheet: Sheet, drawn: Sequence[Stretch], y: float, taken: Taken) -> None:
    """The word for each state: in the row where the person certainly was in, below it where they were free."""
    for (state, level), group in groupby(drawn, key=lambda stretch: (stretch.state, stretch.level)):
        members = list(group)
        start, end = members[0].start, members[-1].end
        if state and level == _CERTAIN and width(state, "s") + 12 <= end - start:
            sheet.words(start + 6, y + 18, state, "s t-paper")
        if state and level == _FREE:
            x, baseline = (start + end) / 2, y + HEIGHT + 13
            box = of_words(x, baseline, state, "s", "middle")
            if taken.is_free(box):
                taken.take(box)
                sheet.words(x, baseline, state, "s halo", "middle")
