"""The register's own line: what it counts on each day, with a pale band from low to high.

The line goes in steps, since a count holds until somebody comes or goes: nothing is smoothed. It is dashed where no
claim says anything any more and the count holds by its rule alone. Where many steps fall on
two px the line goes to the highest and the lowest of them before it comes to the last, and the band is as wide there as
it ever was: no peak is lost, and a line of years is not longer than a picture.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.charts.given import LinePoint
from habeas.charts.room import Spot, Taken
from habeas.charts.scale import Days, Values
from habeas.charts.sheet import Sheet

_WIDE = 2.0  # px that are one column
Xs = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]


class _Columns(NamedTuple):
    """The steps by columns of two px, from x to `end`: those of column n are the levels from `first[n]` to `last[n]`.

    A level is low, best, high; `levels` has a row for each.
    """

    x: Xs
    end: Xs
    first: Numbers
    last: Numbers
    levels: Numbers


def draw_line(
    sheet: Sheet, line: Sequence[LinePoint], days: Days, values: Values, taken: Taken, told_to: date | None = None
) -> tuple[Sequence[Spot], Sequence[Spot]]:
    """The band, then the line over it, dashed after the day `told_to`; the path up to there and that after it."""
    columns = _columns(line, days)
    if columns is None:
        return (), ()
    low, high = (_edge(columns, which, days.end, values) for which in (0, 2))
    if low != high:
        sheet.area([*high, *reversed(low)], "c-acc3")
    best = _stairs(np.repeat(columns.x, 4), _reached(columns), days.end, values)
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


def _columns(line: Sequence[LinePoint], days: Days) -> _Columns | None:
    """What holds on the axis, by columns; what held on its first day begins there. None where nothing does."""
    some = sorted((point for point in line if point.day <= days.last), key=lambda point: point.day)
    some = some[max(sum(point.day <= days.first for point in some) - 1, 0) :]
    if not some:
        return None
    xs = days.clipped_each(point.day for point in some)
    begins, end = list[int](), days.start
    for place, here in enumerate(xs):
        if here >= end:
            begins.append(place)
            end = min(here + _WIDE, days.end)
    first, x = np.array(begins), np.array(xs)[begins]
    levels = np.array([point[1:] for point in some])
    return _Columns(x, np.minimum(x + _WIDE, days.end), first, np.append(first[1:], len(some)) - 1, levels)


def _reached(columns: _Columns) -> Numbers:
    """Of best in each column the first, the highest and the lowest in the order in which they come, and the last."""
    first, last, best = columns.first, columns.last, columns.levels[:, 1]
    highest, lowest = (_first(best, end.reduceat(best, first), columns) for end in (np.maximum, np.minimum))
    every = np.stack([first, np.minimum(highest, lowest), np.maximum(highest, lowest), last], axis=1)
    return np.asarray(best[every.ravel()])


def _first(levels: Numbers, wanted: Numbers, columns: _Columns) -> Numbers:
    """Where in each column the level that is wanted of it stands first."""
    places = np.flatnonzero(levels == np.repeat(wanted, columns.last - columns.first + 1))
    return places[np.searchsorted(places, columns.first)]


def _edge(columns: _Columns, which: int, end: float, values: Values) -> list[Spot]:
    """An edge of the band: as far out as it came in each column, and from its end on as it was last."""
    levels = columns.levels[:, which]
    outmost = (np.maximum if which else np.minimum).reduceat(levels, columns.first)
    xs, steps = np.stack([columns.x, columns.end]), np.stack([outmost, levels[columns.last]])
    return _stairs(xs.T.ravel(), steps.T.ravel(), end, values)


def _stairs(xs: Xs, levels: Numbers, end: float, values: Values) -> list[Spot]:
    """The corners of the steps, up to the end of the axis: the line goes to each level at its x."""
    steps = np.flatnonzero(np.append(True, levels[1:] != levels[:-1]))
    corners: list[Spot] = []
    for x, level in zip(xs[steps].tolist(), levels[steps].tolist(), strict=True):
        if corners and corners[-1][0] != x:
            corners.append((x, corners[-1][1]))
        corners.append((x, values.y(level)))
    return [*corners, (end, corners[-1][1])]


def greatest(line: Iterable[LinePoint], days: Days) -> int:
    """The highest that the band reaches on the axis."""
    return max((point.high for point in line if point.day <= days.last), default=0)
