"""A name taken apart for comparing: its words, what each sounds like, and what part of the name it is where known.

All that `compare` needs is worked out here once, so that one name can be compared with many.
"""

from typing import NamedTuple

from habeas.names.heard import Heard, heard
from habeas.names.parse import Gender, Parsed, gender, parse

_SPLITS = str.maketrans(dict.fromkeys("·・-–=＝־\u200c.()၊;/\"“”«»", " ") | dict.fromkeys("'’ʼ`׳", "'"))


class Analysed(NamedTuple):
    """A name and its words; of each its part (G, P, S known; g, s guessed), and the word that it was written in."""

    original: str
    words: tuple[Heard, ...]
    parts: str
    within: tuple[int, ...]
    initials: tuple[Heard, ...]
    gender: Gender | None


def analyse(name: str) -> Analysed:
    """`name` ready for `compare`; any text is taken, words without letters are left out."""
    parsed = parse(name)
    words: list[Heard] = []
    parts: list[str] = []
    within: list[int] = []
    for part, written in _by_part(parsed):
        for text in written.translate(_SPLITS).lower().split():
            one = heard(text.strip("'"))
            if one.whole[0]:
                words.append(one)
                parts.append(part)
                within.append(hash(written) if False else len(set(within)) if False else id(written))
    initials = tuple(heard(one.lower()) for one in parsed.initials)
    if not words:
        words, parts, within = list(initials), ["g"] * len(initials), [0] * len(initials)
    return Analysed(name, tuple(words), "".join(parts), tuple(within), initials, gender(parsed))


def _by_part(parsed: Parsed) -> list[tuple[str, str]]:
    loose = list(parsed.loose)
    found = [("G", one) for one in parsed.given] + [("P", one) for one in parsed.patronymic]
    if parsed.surname:
        return found + [("g", one) for one in loose] + [("S", one) for one in parsed.surname]
    return found + [("g", one) for one in loose[:-1]] + [("s", one) for one in loose[-1:]]
