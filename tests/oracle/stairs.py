"""The register's line by plain loops, step by step, in columns of two px: no height and no depth is lost in any.

A step is the x from which a level holds, in order; of those at or before the start of the axis only the last is given.
"""

from collections.abc import Sequence

WIDE = 2.0
Step = tuple[float, int]
Corners = list[tuple[float, int]]


def line(steps: Sequence[Step], end: float) -> Corners:
    """The corners of the line: in a column it goes to the highest and the lowest before it comes to the last."""
    corners: Corners = []
    for x, _, levels in columns(steps, end):
        high, low = levels.index(max(levels)), levels.index(min(levels))
        for place in (0, min(high, low), max(high, low), len(levels) - 1):
            go(corners, x, levels[place])
    return [*corners, (end, corners[-1][1])]


def edge(steps: Sequence[Step], end: float, upper: bool) -> Corners:
    """The corners of an edge of the band: it is as far out as any level in the column, and goes on from the last."""
    corners: Corners = []
    for x, until, levels in columns(steps, end):
        go(corners, x, max(levels) if upper else min(levels))
        go(corners, until, levels[-1])
    return [*corners, (end, corners[-1][1])]


def columns(steps: Sequence[Step], end: float) -> list[tuple[float, float, list[int]]]:
    """Where each column begins and ends, and the levels in it."""
    found: list[tuple[float, float, list[int]]] = []
    for x, level in steps:
        if found and x < found[-1][1]:
            found[-1][2].append(level)
        else:
            found.append((x, min(x + WIDE, end), [level]))
    return found


def go(corners: Corners, x: float, level: int) -> None:
    """Go on level to x, and there up or down."""
    if not corners or corners[-1][1] != level:
        if corners and corners[-1][0] != x:
            corners.append((x, corners[-1][1]))
        corners.append((x, level))
