"""The register's own line: what it counts on each day, with a pale band from low to high.

The line goes in steps, since a count holds until somebody comes or goes: nothing is smoothed. Where many steps fall on
two px the band keeps their lowest and highest and the line their last, so a line of years is not longer than a picture.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from habeas.charts.given import LinePoint
from habeas.charts.room import Spot, Taken
from habeas.charts.scale import Days, Values
from habeas.charts.sheet import Sheet


@dataclass(frozen=True, slots=True)
class _Step:
    x: float
    low: int
    best: int
    high: int


def draw_line(sheet: Sheet, line: Sequence[LinePoint], days: Days, values: Values, taken: Taken) -> Spot | None:
    """The band, then the line over it; where the line ends, None where nothing of it is on the axis."""
    steps = _steps(line, days)
    if not steps:
        return None
    low, best, high = (_stairs(steps, each, days.end, values) for each in ("low", "best", "high"))
    if low != high:
        sheet.area([*high, *reversed(low)], "c-acc3")
    sheet.line(best, "l-acc")
    taken.take_path(best)
    return best[-1]


def _steps(line: Sequence[LinePoint], days: Days) -> list[_Step]:
    """The steps on the axis, at most one in two px; what held on its first day begins there."""
    of_column: dict[int, _Step] = {}
    for point in sorted(line, key=lambda point: point.day):
        x = days.clipped(point.day)
        step = _Step(x, point.low, point.best, point.high)
        before = of_column.get(_column(x))
        if point.day > days.last:
            break
        if before is None or point.day <= days.first:
            of_column[_column(x)] = step
        else:
            of_column[_column(x)] = _Step(before.x, min(before.low, step.low), step.best, max(before.high, step.high))
    return list(of_column.values())


def _column(x: float) -> int:
    return int(x / 2)


def _stairs(steps: Sequence[_Step], which: str, end: float, values: Values) -> list[Spot]:
    """The corners of the steps, up to the end of the axis."""
    corners: list[Spot] = []
    for step in steps:
        y = values.y(getattr(step, which))
        if corners and corners[-1][1] != y:
            corners.append((step.x, corners[-1][1]))
        if not corners or corners[-1][1] != y:
            corners.append((step.x, y))
    return [*corners, (end, corners[-1][1])]


def greatest(line: Iterable[LinePoint], days: Days) -> int:
    """The highest that the band reaches on the axis."""
    return max((point.high for point in line if point.day <= days.last), default=0)
