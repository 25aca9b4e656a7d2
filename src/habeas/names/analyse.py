"""A name taken apart for comparing: its words, what each sounds like, and what part of the name it is where known.

All that `compare` needs is worked out here once, so that one name can be compared with many.
"""

from typing import NamedTuple

from habeas.names.heard import Heard, heard

_SPLITS = str.maketrans(dict.fromkeys('·・-–=＝־\u200c.()၊;/"“”«»', " ") | dict.fromkeys("'’ʼ`׳", "'"))


class Analysed(NamedTuple):
    """A name and its words, in the order in which they stand; of each its part: s, g, p, t or ? (not known)."""

    original: str
    words: tuple[Heard, ...]
    parts: str


def analyse(name: str) -> Analysed:
    """`name` ready for `compare`; any text is taken, words without letters are left out."""
    before, comma, after = name.translate(_SPLITS).lower().partition(",")
    words, parts = [], ""
    for text, part in ((before, "s" if comma else "?"), (after, "g")):
        for word in text.split():
            one = heard(word.strip("'"))
            if one.whole[0]:
                words.append(one)
                parts += part
    return Analysed(name, tuple(words), parts)
