"""Which word of one name belongs to which of the other.

Each word is used once, the likeliest pairs first; then a word that is left over joins its neighbour where the two
together sound more like the other name's word ("Hans" + "Dietrich", "Мак" + "Кейн"; Chinese is written in one word).
"""

from functools import lru_cache
from typing import NamedTuple

from habeas.names.alike import alike
from habeas.names.analyse import Analysed
from habeas.names.heard import Heard, heard


class Match(NamedTuple):
    """Words `one` of the first name (places, ascending) stand for words `other` of the second, as alike as `like`."""

    like: float
    one: tuple[int, ...]
    other: tuple[int, ...]
    named: float


@lru_cache(maxsize=1 << 18)
def same_given(one: str, other: str) -> float:
    """greatest product of shared class weights; -1 if both known and nothing shared"""
    a, b = heard(one).classes, heard(other).classes
    if not a or not b:
        return 0.0
    return max((w * b[c] for c, w in a.items() if c in b), default=-1.0)


def align(a: Analysed, b: Analysed) -> list[Match]:
    """Matches of the words of two names, at most as many as the shorter name has words."""
    one, other = a.words, b.words
    table = []
    for x, p in enumerate(one):
        for y, q in enumerate(other):
            like = alike(p.word, q.word)
            named = 0.0
            if like < 1 and a.parts[x] not in "SP" and b.parts[y] not in "SP" and p.classes and q.classes:
                named = same_given(p.word, q.word)
            pa, pb = a.parts[x].upper(), b.parts[y].upper()
            bonus = 0.3 if pa == pb else (-0.15 if a.parts[x] in "GSP" and b.parts[y] in "GSP" else 0.0)
            if {pa, pb} == {'P', 'S'}:
                continue
            table.append((max(like, named) + bonus, -x, -y, like, named))
    table.sort(reverse=True)
    left, right = set(range(len(one))), set(range(len(other)))
    found = []
    for _, x, y, like, named in table:
        if -x in left and -y in right:
            left.discard(-x)
            right.discard(-y)
            found.append(Match(like, (-x,), (-y,), named))
    if left or right:
        found = [_joined(match, one, other, left, right) for match in found]
    return found


def _joined(match: Match, one: tuple[Heard, ...], other: tuple[Heard, ...], left: set[int], right: set[int]) -> Match:
    """The match with those neighbours, of the words left over, that make it better."""
    free = left or right
    while match.like < 1:
        mine = match.one if left else match.other
        tried = []
        for place in (mine[0] - 1, mine[-1] + 1):
            if place in free:
                grown = tuple(sorted((*mine, place)))
                a, b = (grown, match.other) if left else (match.one, grown)
                tried.append((Match(alike(_text(one, a), _text(other, b)), a, b, 0.0), place))
        best = max(tried, default=None)
        if best is None or best[0].like <= match.like + 0.05:
            break
        match = best[0]
        free.discard(best[1])
    return match


def _text(words: tuple[Heard, ...], places: tuple[int, ...]) -> str:
    return "".join(words[place].word for place in places)
