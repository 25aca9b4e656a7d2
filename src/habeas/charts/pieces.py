"""The evidence for two being one, drawn to size: pieces that speak for it in a row, those against it in one below.

The words beside it say the same; it lets the eye compare one pair with another, on one scale.
"""

from collections.abc import Sequence

from habeas.charts.room import Box
from habeas.charts.sheet import Sheet

_WIDTH, _FOR, _AGAINST, _GAP = 200.0, 10.0, 4.0, 1.5
_FILLS = ("c-acc", "c-acc2")
MOST = 18.0  # what the whole width stands for


def draw_pieces(adds: Sequence[float]) -> str:
    """An <svg> of 200 by 17 px, hidden from those who are read the words; what adds nothing is not drawn."""
    sheet = Sheet(_WIDTH)
    scale = _WIDTH / max(MOST, sum(one for one in adds if one > 0))
    x = 0.0
    for number, one in enumerate(one for one in adds if one > 0):
        right = x + one * scale
        sheet.boxes([Box(x, 0, max(x + 1, right - _GAP), _FOR)], _FILLS[number % 2])
        x = right
    x = 0.0
    for one in (one for one in adds if one < 0):
        right = min(_WIDTH, x - one * scale)
        sheet.boxes([Box(x, _FOR + 3, max(x + 1, right - _GAP), _FOR + 3 + _AGAINST)], "c-in")
        x = right
    return sheet.small(_FOR + 3 + _AGAINST, "share")
