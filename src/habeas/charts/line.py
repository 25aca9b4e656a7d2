"""The register's own line: what it counts on each day, with a pale band from low to high.

The line goes in steps, since a count holds until somebody comes or goes: nothing is smoothed. It is dashed where no
claim says anything any more and the count holds by its rule alone. Where many steps fall on
two px the line goes to the highest and the lowest of them before it comes to the last, and the band is as wide there as
it ever was: no peak is lost, and a line of years is not longer than a picture.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.charts.given import LinePoint
from habeas.charts.room import Spot, Taken
from habeas.charts.scale import Days, Values
from habeas.charts.sheet import Sheet

_WIDE = 2.0  # px that are one column
Level = tuple[int, int, int]


@dataclass(slots=True)
class _Column:
    """The steps on two px, from x on: the levels (low, best, high) that hold in it, in order."""

    x: float
    end: float
    levels: list[Level]


def draw_line(
    sheet: Sheet, line: Sequence[LinePoint], days: Days, values: Values, taken: Taken, told_to: date | None = None
) -> tuple[Sequence[Spot], Sequence[Spot]]:
    """The band, then the line over it, dashed after the day `told_to`; the path up to there and that after it."""
    columns = _columns(line, days)
    if not columns:
        return (), ()
    low, high = (_edge(columns, which, days.end, values) for which in (0, 2))
    if low != high:
        sheet.area([*high, *reversed(low)], "c-acc3")
    best = _stairs(((one.x, _reached([level[1] for level in one.levels])) for one in columns), days.end, values)
    firm, doubtful = (best, []) if told_to is None else _parted(best, days.clipped(told_to))
    for path, kind in ((firm, "l-acc"), (doubtful, "l-acc dash")):
        if path:
            sheet.line(path, kind)
    taken.take_path(best)
    return firm, doubtful


def _parted(path: Sequence[Spot], x: float) -> tuple[Sequence[Spot], Sequence[Spot]]:
    """A path in steps up to x and from there; an empty part where it does not reach beyond."""
    before, after = [spot for spot in path if spot[0] <= x], [spot for spot in path if spot[0] > x]
    if not before or not after:
        return before, after
    here = (x, before[-1][1])
    return ([*before, here] if before[-1] != here else before), [here, *after]


def _columns(line: Sequence[LinePoint], days: Days) -> list[_Column]:
    """What holds on the axis, by columns of two px; what held on its first day begins there."""
    found: list[_Column] = []
    for point in sorted(line, key=lambda point: point.day):
        if point.day > days.last:
            break
        x, level = days.clipped(point.day), (point.low, point.best, point.high)
        if found and x < found[-1].end and point.day > days.first:
            found[-1].levels.append(level)
        else:
            if point.day <= days.first:
                found.clear()
            found.append(_Column(x, min(x + _WIDE, days.end), [level]))
    return found


def _reached(levels: Sequence[int]) -> list[int]:
    """The first, the highest and the lowest in the order in which they were reached, and the last."""
    highest, lowest = levels.index(max(levels)), levels.index(min(levels))
    return [levels[0], *(levels[one] for one in sorted((highest, lowest))), levels[-1]]


def _edge(columns: Sequence[_Column], which: int, end: float, values: Values) -> list[Spot]:
    """An edge of the band: as far out as it came in each column, and from its end on as it was last."""
    outmost = max if which else min

    def steps() -> Iterable[tuple[float, list[int]]]:
        for one in columns:
            levels = [level[which] for level in one.levels]
            yield one.x, [outmost(levels)]
            yield one.end, [levels[-1]]

    return _stairs(steps(), end, values)


def _stairs(steps: Iterable[tuple[float, Sequence[int]]], end: float, values: Values) -> list[Spot]:
    """The corners of the steps, up to the end of the axis: at each x the line goes to each of its levels in turn."""
    corners: list[Spot] = []
    at: int | None = None
    for x, levels in steps:
        for level in levels:
            if level != at:
                if corners and corners[-1][0] != x:
                    corners.append((x, corners[-1][1]))
                corners.append((x, values.y(level)))
                at = level
    return [*corners, (end, corners[-1][1])]


def greatest(line: Iterable[LinePoint], days: Days) -> int:
    """The highest that the band reaches on the axis."""
    return max((point.high for point in line if point.day <= days.last), default=0)
