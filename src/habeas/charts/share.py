"""The little bar beside a percentage in a table: the percentage says it, the bar lets the eye run down the column."""

from habeas.charts.room import Box
from habeas.charts.sheet import Sheet

_WIDTH, _HEIGHT = 96.0, 9.0


def draw_share(part: float) -> str:
    """An <svg> of 96 by 9 px for a part from 0 to 1, hidden from those who are read the percentage.

    Raises ValueError for any other part.
    """
    if not 0 <= part <= 1:
        raise ValueError(f"a share is between 0 and 1, not {part}")
    sheet = Sheet(_WIDTH)
    sheet.boxes([Box(0, 0, part * _WIDTH, _HEIGHT)] if part else [], "c-acc2")
    sheet.line([(0.5, 0), (0.5, _HEIGHT)], "l-rule")
    return sheet.small(_HEIGHT, "share")
