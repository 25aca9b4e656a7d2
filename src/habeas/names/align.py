"""Which word of one name belongs to which of the other.

Each word is used once, the likeliest pairs first, words of one part before others, a patronymic never for a surname.
Then a word that is left over joins its neighbour where the two together sound more like the other name's word ("Hans" +
"Dietrich", "Мак" + "Кейн"; Chinese is written in one word).
"""

from functools import lru_cache
from typing import NamedTuple

from habeas.names.alike import alike
from habeas.names.analyse import Analysed
from habeas.names.heard import Heard, heard

SAME_PART = 0.3
OTHER_PART = -0.15
GAIN = 0.05  # likeness that a joined word has to bring


class Match(NamedTuple):
    """Words `one` of the first name (places, ascending) stand for words `other` of the second.

    They sound as alike as `like`, and are given names of one class as far as `named` (0..1; 0 not known, -1 of two).
    """

    like: float
    one: tuple[int, ...]
    other: tuple[int, ...]
    named: float


def align(a: Analysed, b: Analysed) -> list[Match]:
    """Matches of the words of two names, at most as many as the shorter name has words."""
    table = sorted(_pairs(a, b), reverse=True)
    left, right = set(range(len(a.words))), set(range(len(b.words)))
    found = []
    for _, x, y, like, named in table:
        if -x in left and -y in right:
            left.discard(-x)
            right.discard(-y)
            found.append(Match(like, (-x,), (-y,), named))
    if left:
        return [_joined(match, a, b, left) for match in found]
    if right:
        return [_turned(_joined(_turned(match), b, a, right)) for match in found]
    return found


def _pairs(a: Analysed, b: Analysed) -> list[tuple[float, int, int, float, float]]:
    """Every pair of words that may belong together: how good, minus the places, likeness, and `named`."""
    found = []
    for x, (p, part) in enumerate(zip(a.words, a.parts, strict=True)):
        for y, (q, other) in enumerate(zip(b.words, b.parts, strict=True)):
            like, named, bonus = alike(p.word, q.word), 0.0, SAME_PART
            if part != other and part.upper() != other.upper():
                if part in "PSs" and other in "PSs":
                    continue
                bonus = OTHER_PART if part.isupper() and other.isupper() else 0.0
            if like < 1 and p.classes and q.classes and part not in "SP" and other not in "SP":
                named = same_given(p.word, q.word)
            found.append(((like if like > named else named) + bonus, -x, -y, like, named))
    return found


@lru_cache(maxsize=1 << 17)
def same_given(one: str, other: str) -> float:
    """How far two words are one given name: the greatest product of weights in a class; -1 if they share none."""
    mine, others = heard(one).classes, heard(other).classes
    return max((weight * others[name] for name, weight in mine.items() if name in others), default=-1.0)


def _joined(match: Match, a: Analysed, b: Analysed, free: set[int]) -> Match:
    """The match with those neighbours, of the words of `a` left over, that make it better."""
    if a.parts[match.one[0]] == "P":
        return match
    meant = _text(b.words, match.other)
    while match.like < 1:
        tried = []
        for place in (match.one[0] - 1, match.one[-1] + 1):
            if place in free and a.parts[place] != "P":
                grown = tuple(sorted((*match.one, place)))
                tried.append((alike(_text(a.words, grown), meant), place, grown))
        like, place, grown = max(tried, default=(-2.0, 0, ()))
        if like <= match.like + GAIN:
            break
        match = Match(like, grown, match.other, 0.0)
        free.discard(place)
    return match


def _text(words: tuple[Heard, ...], places: tuple[int, ...]) -> str:
    return "".join(words[place].word for place in places)


def _turned(match: Match) -> Match:
    return Match(match.like, match.other, match.one, match.named)
