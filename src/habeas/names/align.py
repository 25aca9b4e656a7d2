"""Which word of one name belongs to which of the other.

Each word is used once, the likeliest pairs first; then a word that is left over joins its neighbour where the two
together sound more like the other name's word ("Hans" + "Dietrich", "Мак" + "Кейн"; Chinese is written in one word).
"""

from typing import NamedTuple

from habeas.names.alike import alike
from habeas.names.heard import Heard


class Match(NamedTuple):
    """Words `one` of the first name (places, ascending) stand for words `other` of the second, as alike as `like`."""

    like: float
    one: tuple[int, ...]
    other: tuple[int, ...]


def align(one: tuple[Heard, ...], other: tuple[Heard, ...]) -> list[Match]:
    """Matches of the words of two names, at most as many as the shorter name has words."""
    table = sorted(
        ((alike(a.word, b.word), -x, -y) for x, a in enumerate(one) for y, b in enumerate(other)), reverse=True
    )
    left, right = set(range(len(one))), set(range(len(other)))
    found = []
    for like, x, y in table:
        if -x in left and -y in right:
            left.discard(-x)
            right.discard(-y)
            found.append(Match(like, (-x,), (-y,)))
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
                tried.append((Match(alike(_text(one, a), _text(other, b)), a, b), place))
        best = max(tried, default=None)
        if best is None or best[0].like <= match.like + 0.05:
            break
        match = best[0]
        free.discard(best[1])
    return match


def _text(words: tuple[Heard, ...], places: tuple[int, ...]) -> str:
    return "".join(words[place].word for place in places)
