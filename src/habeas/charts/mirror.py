"""A drawing for a page that is read from the right: the same seen in a mirror, with its words and numerals as they are.

Time then runs with the reading direction. The mirror is held up to the finished drawing, so that no chart has to know.
"""

import re

_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_WIDTH = re.compile(r'viewBox="0 0 ([0-9.]+) ')
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_ACROSS = re.compile(r'( c?x=")(-?[0-9.]+)(")')
_PATH = re.compile(r'( d=")([^"]*)(")')
_STEP = re.compile(r"([MLHh])(-?[0-9.]+)")


def mirrored(drawings: str) -> str:
    """Every <svg> of a text that `charts` has drawn, mirrored in its own width and read from the right."""
    return _DRAWING.sub(lambda found: _mirrored(found[0]), drawings)


def _mirrored(svg: str) -> str:
    found = _WIDTH.search(svg)
    width = float(found[1]) if found else 0.0
    turned = _TAG.sub(lambda tag: _turned(tag[0], width), svg)
    return turned.replace("<linearGradient ", '<linearGradient x1="1" x2="0" ')


def _turned(tag: str, width: float) -> str:
    """One tag: places across are counted from the right, widths go to the left, and words begin at the right."""
    if tag.startswith("<svg"):
        return tag.replace(' direction="ltr"', ' direction="rtl"')
    tag = _ACROSS.sub(lambda at: f"{at[1]}{_number(width - float(at[2]))}{at[3]}", tag)
    return _PATH.sub(lambda path: f"{path[1]}{_STEP.sub(lambda step: _step(step, width), path[2])}{path[3]}", tag)


def _step(step: re.Match[str], width: float) -> str:
    value = float(step[2])
    return f"{step[1]}{_number(-value if step[1] == 'h' else width - value)}"


def _number(value: float) -> str:
    return f"{round(value, 1) + 0:.10g}"
