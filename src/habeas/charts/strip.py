"""Who came and who left, under the plot: entries go up, exits down, on one scale from one line.

Rounds that somebody published stand dark before the rest, with how many were freed where there is room for it. A round
whose day is not known has a hairline as wide as the days it may have been.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from habeas.charts.form import Form
from habeas.charts.given import Bar
from habeas.charts.room import Box, Spot, Taken, of_words
from habeas.charts.scale import Days
from habeas.charts.sheet import Sheet

_NARROWEST = 4.0
_NUMBERS = 16


class _Reaching(NamedTuple):
    """A bar, where its days begin and end, and the y to which it reaches from the line."""

    bar: Bar
    left: float
    right: float
    y: float


@dataclass(frozen=True, slots=True)
class Strip:
    """The bars on the axis, the y of the line between up and down, and how many px one person takes."""

    bars: tuple[Bar, ...]
    top: float
    zero: float
    bottom: float
    each: float

    @property
    def ups(self) -> bool:
        """Whether anybody entered."""
        return any(bar.entered for bar in self.bars)

    @property
    def downs(self) -> bool:
        """Whether anybody left."""
        return any(bar.left for bar in self.bars)


def strip(bars: Sequence[Bar], days: Days, form: Form, top: float, up_at_least: float) -> Strip | None:
    """Where the strip stands under `top`; None where no bar with anything in it is on the axis.

    Where there are entries, `up_at_least` px are theirs, so that their name has its room.
    """
    shown = tuple(bar for bar in bars if bar.first <= days.last and days.first <= bar.last and bar.entered + bar.left)
    if not shown:
        return None
    up, down = max(bar.entered for bar in shown), max(bar.left for bar in shown)
    each = form.strip / (up + down)
    zero = top + (max(up * each, up_at_least) if up else 0)
    return Strip(shown, top, zero, zero + down * each + (_NUMBERS if down else 0), each)


def draw_strip(sheet: Sheet, drawn: Strip, days: Days, form: Form) -> None:
    """The bars, the line between them, and the numbers of the rounds."""
    over, under = drawn.zero - 0.5, drawn.zero + 0.5
    lefts = days.clipped_each(bar.first for bar in drawn.bars)
    rights = [x + days.per_day for x in days.clipped_each(bar.last for bar in drawn.bars)]
    placed = list(zip(drawn.bars, lefts, rights, strict=True))
    came = [_Reaching(*one, over - one[0].entered * drawn.each) for one in placed if one[0].entered]
    went = [_Reaching(*one, under + one[0].left * drawn.each) for one in placed if one[0].left]
    others, in_rounds = ([one for one in went if one.bar.of_round is of_round] for of_round in (False, True))
    for some, line, kind in ((came, over, "c-in"), (others, under, "c-acc2"), (in_rounds, under, "c-acc")):
        close, alone = list[_Reaching](), list[_Reaching]()
        for run in _runs(some, days.per_day):
            (close if _are_close(run) else alone).extend(run)
        if close:
            sheet.area(_outline(close, days.per_day, line), kind)
        sheet.boxes([_box(one.bar, days, *sorted((line, one.y))) for one in alone], kind)
    rounds = [bar for bar in drawn.bars if bar.of_round]
    for bar in rounds:
        _draw_doubt(sheet, bar, days, under + bar.left * drawn.each)
    sheet.line([(form.gutter, drawn.zero), (days.end, drawn.zero)], "l-rule2")
    _draw_numbers(sheet, drawn, rounds, days)


def _runs(some: Sequence[_Reaching], apart: float) -> list[list[_Reaching]]:
    """Bars by those that touch one another: between them lies no more than a day, which is `apart` px."""
    found: list[list[_Reaching]] = []
    for one in some:
        if not found or one.left - found[-1][-1].right > apart:
            found.append([])
        found[-1].append(one)
    return found


def _are_close(run: Sequence[_Reaching]) -> bool:
    """Whether bars that touch one another are each too narrow to be seen alone, and together are not."""
    each = max(one.right - one.left for one in run)
    return each < _NARROWEST <= run[-1].right - run[0].left and not run[0].bar.of_round


def _outline(some: Sequence[_Reaching], apart: float, line: float) -> list[Spot]:
    """The outline of bars that reach from the line to a y each; where no bar stands it runs along the line."""
    found: list[Spot] = []
    for _, left, right, y in some:
        if not found or left - found[-1][0] > apart:
            found += [*([(found[-1][0], line)] if found else []), (left, line)]
        found += [(left, y), (right, y)]
    return [*found, (found[-1][0], line)]


def _box(bar: Bar, days: Days, top: float, bottom: float) -> Box:
    """As wide as its days, less a gap to the next; a round and a single day are as wide as can be seen."""
    left, right = days.clipped(bar.first), days.clipped(bar.last) + days.per_day
    gap = min(2.0, (right - left) / 4)
    half = max(0 if bar.of_round else (right - left - gap) / 2, _NARROWEST / 2)
    middle = min(max((left + right) / 2, days.start + half), days.end - half)
    return Box(middle - half, top, middle + half, bottom)


def _draw_doubt(sheet: Sheet, bar: Bar, days: Days, y: float) -> None:
    """The days on which a round may have been, at the end of its bar."""
    left, right = days.clipped(bar.first), days.clipped(bar.last)
    if right - left > _NARROWEST:
        sheet.line([(left, y - 0.5), (right, y - 0.5)], "l")


def _draw_numbers(sheet: Sheet, drawn: Strip, rounds: Sequence[Bar], days: Days) -> None:
    """How many were freed below each bar, the largest first; no number stands on a bar."""
    if not rounds:
        return
    taken = Taken(Box(0, drawn.zero, sheet.width, drawn.bottom + 1))
    taken.take(*(_box(bar, days, drawn.zero, drawn.zero + bar.left * drawn.each) for bar in drawn.bars if bar.left))
    for bar in sorted((bar for bar in rounds if bar.left), key=lambda bar: -bar.left):
        bottom = drawn.zero + bar.left * drawn.each
        box = _box(bar, days, drawn.zero, bottom)
        x, y = (box.left + box.right) / 2, bottom + 13
        room = of_words(x, y, f"{bar.left:,}", "s ink", "middle")
        if taken.is_free(room.wider(1)):
            taken.take(room)
            sheet.words(x, y, f"{bar.left:,}", "s ink halo", "middle")
