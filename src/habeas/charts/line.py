"""The register's own line: what it counts on each day, with a pale band from low to high.

The line goes in steps, since a count holds until somebody comes or goes: nothing is smoothed. Where many steps fall on
two px the line goes to the highest and the lowest of them before it comes to the last, and the band is as wide there as
it ever was: no peak is lost, and a line of years is not longer than a picture.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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


def draw_line(sheet: Sheet, line: Sequence[LinePoint], days: Days, values: Values, taken: Taken) -> Spot | None:
    """The band, then the line over it; where the line ends, None where nothing of it is on the axis."""
    columns = _columns(line, days)
    if not columns:
        return None
    low, high = (_edge(columns, which, days.end, values) for which in (0, 2))
    if low != high:
        sheet.area([*high, *reversed(low)], "c-acc3")
    best = _stairs(((one.x, _reached([level[1] for level in one.levels])) for one in columns), days.end, values)
    sheet.line(best, "l-acc")
    taken.take_path(best)
    return best[-1]


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
    for x, levels in steps:
        for level in levels:
            y = values.y(level)
            if corners and corners[-1][1] != y and corners[-1][0] != x:
                corners.append((x, corners[-1][1]))
            if not corners or corners[-1][1] != y:
                corners.append((x, y))
    return [*corners, (end, corners[-1][1])]


def greatest(line: Iterable[LinePoint], days: Days) -> int:
    """The highest that the band reaches on the axis."""
    return max((point.high for point in line if point.day <= days.last), default=0)
