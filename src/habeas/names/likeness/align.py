"""Which word of one name belongs to which of the other.

Each word is used once, the likeliest pairs first, words of one part before others, a patronymic never for a surname.
Then a word that is left over joins its neighbour where the two together sound more like the other name's word ("Hans" +
"Dietrich", "Мак" + "Кейн"; Chinese is written in one word).
"""

from functools import lru_cache
from typing import NamedTuple

from habeas.names.analyse import Analysed
from habeas.names.given import shared
from habeas.names.likeness.alike import LEAST, LESS, alike, alike_heard
from habeas.names.likeness.heard import Heard, heard, joined_words

SAME_PART = 0.3
OTHER_PART = -0.15

# What a pair of parts is worth (small letters are guessed); a patronymic may not stand for a surname nor for what is
# a given name for certain, and a particle (p) only for another.
BONUS = {
    one + other: SAME_PART if one.upper() == other.upper() else OTHER_PART if (one + other).isupper() else 0.0
    for one in "GgPSs"
    for other in "GgPSs"
    if not ("P" in one + other and {"S", "s", "G"} & {one, other})
} | {"pp": SAME_PART}
GAIN = 0.05  # likeness that a joined word has to bring
# Pairs of parts that can be one given name: one is a given name, and neither for certain something else.
MAY_BE_NAMED = frozenset(pair for pair in BONUS if {"G", "g"} & set(pair)) - {"GS", "SG", "gS", "Sg", "Pg", "gP"}
LONGER = 1.5  # of joined words that are tried, how much longer they may be than what they stand for
MANY = 99
SHORTEST = 3  # sounds of a word that is told to be like none: of shorter ones too little is heard
UNLIKE, UNLIKE_HARD = -0.3, -0.8  # a word that is no more like than this is like none; of scripts that keep less


class Match(NamedTuple):
    """Words `one` of the first name (places, ascending) stand for words `other` of the second.

    They sound as alike as `like`, and are given names of one class as far as `named` (0..1; 0 not known, -1 of two).
    """

    like: float
    one: tuple[int, ...]
    other: tuple[int, ...]
    named: float


Pair = tuple[float, int, int, float, float]  # how good, minus the two places, likeness, how far one given name


def align(a: Analysed, b: Analysed) -> list[Match]:
    """Matches of the words of two names, at most as many as the shorter name has words; none if a word is like none."""
    if len(a.words) > len(b.words):
        return [_turned(match) for match in align(b, a)]
    table: list[Pair] = []
    for place in range(len(a.words) - 1, -1, -1):
        found = _pairs(place, a, b)
        if _like_none(place, a, b, found):
            return []
        table += found
    return _chosen(a, b, sorted(table, reverse=True))


def like_none(a: Analysed, b: Analysed) -> tuple[Heard, str] | None:
    """The word for which `align` finds two names apart, the last one of the shorter, and its part; None if there is
    none."""
    if len(a.words) > len(b.words):
        a, b = b, a
    for place in range(len(a.words) - 1, -1, -1):
        if _like_none(place, a, b, _pairs(place, a, b)):
            return a.words[place], a.parts[place]
    return None


def _like_none(place: int, a: Analysed, b: Analysed, found: list[Pair]) -> bool:
    """Whether a word is like none of the words that it may belong to."""
    if a.parts[place] in "Pp":
        return False
    unlike = UNLIKE_HARD if max(a.rank, b.rank) >= LESS else UNLIKE
    most = max((one.size for one in b.words), default=0) + 1 if len(a.words) < len(b.words) else MANY
    some = any(like > unlike or named > 0 for _, _, _, like, named in found)
    return not some and SHORTEST <= a.words[place].size <= most


def _pairs(place: int, a: Analysed, b: Analysed) -> list[Pair]:
    """With every word that one of `a` may belong to: how good, minus the places, likeness, and `named`."""
    one, part = a.words[place], a.parts[place]
    found = []
    for at, (word, other) in enumerate(zip(b.words, b.parts, strict=True)):
        bonus = BONUS.get(part + other)
        if bonus is not None:
            like, named = alike(one.word, word.word), 0.0
            if like < 1 and part + other in MAY_BE_NAMED and one.classes and word.classes:
                named = same_given(one.word, word.word)
            found.append(((like if like > named else named) + bonus, -place, -at, like, named))
    return found


def _chosen(a: Analysed, b: Analysed, table: list[Pair]) -> list[Match]:
    """The best pairs of which none shares a word, and what is left of `b` joined to them."""
    left, right = set(range(len(a.words))), set(range(len(b.words)))
    found = []
    for _, x, y, like, named in table:
        if -x in left and -y in right:
            left.discard(-x)
            right.discard(-y)
            found.append(Match(like, (-x,), (-y,), named))
        if not left:
            break
    return [_turned(_joined(_turned(match), b, a, right)) for match in found] if right else found


@lru_cache(maxsize=1 << 17)
def same_given(one: str, other: str) -> float:
    """How far two words are one given name: the greatest product of weights in a class; -1 if they share none."""
    return shared(heard(one).classes, heard(other).classes) or -1.0


def _joined(match: Match, a: Analysed, b: Analysed, free: set[int]) -> Match:
    """The match with those neighbours, of the words of `a` left over, that make it better."""
    if a.parts[match.one[0]] in "Pp":
        return match
    meant = _together(b.words, match.other)
    while match.like < 1:
        tried = []
        for place in (match.one[0] - 1, match.one[-1] + 1):
            if place in free and a.parts[place] != "P":
                grown = tuple(sorted((*match.one, place)))
                if sum(a.words[at].size for at in grown) <= meant.size * LONGER + 1:
                    tried.append((alike_heard(_together(a.words, grown), meant), place, grown))
        like, place, grown = max(tried, default=(LEAST, 0, ()))
        if like <= match.like + GAIN:
            break
        match = Match(like, grown, match.other, 0.0)
        free.discard(place)
    return match


def _together(words: tuple[Heard, ...], places: tuple[int, ...]) -> Heard:
    """Words as one, each read by itself."""
    if len(places) == 1:
        return words[places[0]]
    return joined_words(tuple(words[place].word for place in places))


def _turned(match: Match) -> Match:
    return Match(match.like, match.other, match.one, match.named)
