"""How wide words come out, before a browser has set them: enough to keep labels apart and inside the drawing.

A letter counts as wide as the widest of the faces in use draws it, so that an estimate is rather too long than too
short. The sizes are those of charts.css: 13 px, `s` 12, `h` 15, `big` 27; `b` and `big` are bold.
"""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

SIZES = {"s": 12, "h": 15, "big": 27}
PLAIN = 13
BOLD = frozenset({"b", "big"})
_BOLDER = 1.09
_NARROW = dict.fromkeys("ijlI.,:;'’|! ", 0.31) | dict.fromkeys('ftr()[]-‐/"“”', 0.4) | {"\u00a0": 0.31}
_WIDE = dict.fromkeys("mwMWшщжюфыЖШЩЮФЫМ@%—…", 0.95)
_OF_CHARACTER = _NARROW | _WIDE


class Face(NamedTuple):
    """The size in px and the weight in which a class sets its words."""

    size: int
    bold: bool


@lru_cache(maxsize=256)  # of classes, of which the charts have some dozens
def face(kind: str) -> Face:
    """The face of the classes in `kind`, as charts.css has it."""
    classes = kind.split()
    return Face(next((SIZES[one] for one in classes if one in SIZES), PLAIN), not BOLD.isdisjoint(classes))


def width(words: str, kind: str = "") -> float:
    """How wide `words` come out, in px, in the classes of `kind`."""
    size, bold = face(kind)
    return sum(map(_em, words)) * size * (_BOLDER if bold else 1)


@lru_cache(maxsize=4096)  # of single letters: words would keep names in memory
def _em(character: str) -> float:
    known = _OF_CHARACTER.get(character)
    if known is not None:
        return known
    if character.isdigit():
        return 0.58
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 1
    return 0.72 if character.isupper() else 0.59


def lines(words: str, room: float, kind: str = "") -> list[str]:
    """The words broken into lines no wider than `room` px; a word that is wider stands alone on its line."""
    broken: list[str] = []
    for word in words.split():
        longer = f"{broken[-1]} {word}" if broken else word
        if broken and width(longer, kind) <= room:
            broken[-1] = longer
        else:
            broken.append(word)
    return broken
