"""The strip under a figure: from at least to at most, and where between them the figure stands.

It is no stock chart and has no zero: it shows how sure the figure is, and the same width is always low to high.
"""

from habeas.charts.given import Bounds
from habeas.charts.room import Box
from habeas.charts.sheet import Sheet
from habeas.charts.type import width

_WIDTH = 420.0
_FROM, _TO = 102.0, 318.0
_LINE = 30.0


def draw_bounds(bounds: Bounds, prefix: str) -> str:
    """The strip as one <svg>, 420 px wide, its ids begun by `prefix`; where low is high, one mark with best's words."""
    sheet = Sheet(_WIDTH)
    sheet.line([(8, _LINE), (_WIDTH - 8, _LINE)], "l-rule2")
    x = _place(bounds)
    if bounds.low < bounds.high:
        sheet.boxes([Box(_FROM, _LINE - 6, _TO, _LINE + 6)], "c-acc3")
        for end, words, anchor_x in ((_FROM, bounds.low_words, _FROM), (_TO, bounds.high_words, _TO)):
            sheet.line([(end, _LINE - 10), (end, _LINE + 10)], "l-acc1")
            sheet.words(_inside(anchor_x, words, "s"), 57, words, "s", "middle")
    sheet.dot(x, _LINE, 5, "pt-acc")
    sheet.words(_inside(x, bounds.best_words, "b"), 14, bounds.best_words, "b", "middle")
    return sheet.svg(64 if bounds.low < bounds.high else 44, "bounds", prefix, bounds.title, bounds.description)


def _place(bounds: Bounds) -> float:
    if bounds.low == bounds.high:
        return _WIDTH / 2
    return _FROM + (_TO - _FROM) * (bounds.best - bounds.low) / (bounds.high - bounds.low)


def _inside(x: float, words: str, kind: str) -> float:
    """The middle of words that stay in the strip."""
    half = width(words, kind) / 2
    return max(half, min(x, _WIDTH - half))
