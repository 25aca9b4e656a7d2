"""The name of a row: bold, and below it in the same gutter what the row shows."""

from habeas.charts.sheet import Sheet
from habeas.charts.type import lines

_LEADING = 15


def height(name: str, more: str, room: float) -> float:
    """How many px a name and what is said below it take."""
    return _LEADING * (len(lines(name, room, "b")) + len(lines(more, room, "s")))


def draw_name(sheet: Sheet, y: float, name: str, more: str, room: float, kind: str = "") -> float:
    """The name on the baseline y and `more` under it, both broken at `room` px; where the words end."""
    for words in lines(name, room, "b"):
        sheet.words(0, y, words, f"b halo {kind}".strip())
        y += _LEADING
    for words in lines(more, room, "s"):
        sheet.words(0, y, words, "s halo")
        y += _LEADING
    return y - _LEADING + 4
