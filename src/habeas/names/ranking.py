"""Ranking: the names nearest to a question, found through search keys; the same over every table that keeps them.

The words of a question find the words of stored names, and these find names, the rarest first and the nearest of its
words first. A name is as near as its words are, a rare word counting for more than a frequent one.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import log2
from typing import NamedTuple, Protocol

from .keys import forms, is_word
from .sound import bones
from .word_nearness import near_words

TIERS = (
    (0.93, 0.93),
    (0.8, 0.8),
    (0.65, 0.8),
    (0.65, 0.65),
    (0.5, 0.5),
)  # nearness of the words that are followed, and of those beside
COUNTED = 12  # words by which is judged how rare a word of the question is
AT_ONCE = 10  # words that are followed at once
MOST_ROWS = 1500  # rows that are looked at for one question
INITIAL = 0.5  # how near an initial is to a word that begins so
UNKNOWN = 0.05  # what a word counts for that is near no stored one, where 0.5 is one that is in a single row
UNASKED = 0.1  # what is taken off a name of which nothing else was asked for


class Stored(Protocol):
    """A table of search keys."""

    def words(self, keys: Collection[str]) -> Iterable[tuple[str, str, str]]:
        """The rows (key, word, of) that have one of the keys."""

    def counts(self, words: Collection[str]) -> Mapping[str, int]:
        """In how many rows each of the words is; one that is in none may be left out."""

    def names(self, words: Sequence[str], beside: Collection[str] | None, most: int) -> Iterable[tuple[str, str]]:
        """At most `most` rows (whose name, its words) that have one of the words, and one of the bones beside it."""


class Found(NamedTuple):
    """Whose name was found, its words, and how near it is to what was asked, in 0..1."""

    whose: str
    words: str
    near: float


class Question(NamedTuple):
    """The forms of what is asked for, the stored words near each word, and what each word counts for."""

    forms: tuple[tuple[str, ...], ...]
    near: Mapping[str, Mapping[str, float]]
    weights: Mapping[str, float]

    def score(self, name: Sequence[str]) -> float:
        """How near a name with these words is, by the form that is nearest."""
        return max(self._score(form, list(name)) for form in self.forms)

    def _score(self, form: tuple[str, ...], left: list[str]) -> float:
        """Each word of the name stands for one that was asked for, or for none."""
        own, got, total = len(left), 0.0, 0.0
        for word in form:
            near, weight = self.near[word], self.weights[word]
            best = max(left, key=lambda one: _alike(word, one, near), default="")
            alike = _alike(word, best, near) if best else 0.0
            total += weight
            if alike:
                left.remove(best)
                got += alike * weight
        return got / total * (1 - UNASKED * len(left) / own)


def nearest(text: str, stored: Stored, most: int, typing: bool = False) -> list[Found]:
    """Whoever has a name near `text`, at most `most`, the nearest first, each by the nearest of their names.

    `typing`: the last word may be the beginning of one.
    """
    asked = forms(text, True)
    words = tuple(dict.fromkeys(word for form in asked for word in form))
    last = {form[-1] for form in asked if typing}
    near = {
        word: near_words(word, stored.words, word in last) if is_word(word) or word in last else {} for word in words
    }
    counts = stored.counts({one for some in near.values() for one in _first(some, COUNTED)})
    rows = {word: sum(counts.get(one, 0) for one in _first(near[word], COUNTED)) for word in words}
    question = Question(asked, near, {word: 1 / log2(4 + rows[word]) if near[word] else UNKNOWN for word in words})
    order = sorted((word for word in words if near[word]), key=lambda word: (rows[word], word))
    found: dict[str, Found] = {}
    for whose, form in _candidates(order, near, stored, most):
        score = question.score(form.split(" "))
        if whose not in found or found[whose].near < score:
            found[whose] = Found(whose, form, score)
    return sorted(found.values(), key=lambda one: (-one.near, len(one.words), one.words, one.whose))[:most]


def _first(near: Mapping[str, float], most: int) -> list[str]:
    return sorted(near, key=lambda one: (-near[one], one))[:most]


def _candidates(
    order: Sequence[str], near: Mapping[str, Mapping[str, float]], stored: Stored, most: int
) -> Iterator[tuple[str, str]]:
    """Names that have two of the words, by the two rarest; where these are too few, those that have the rarest."""
    told = 0
    followed = order[:2] if len(order) > 2 else order[:1] if len(order) > 1 else ()
    for word in followed:
        left = MOST_ROWS // len(followed)
        for words, beside in _tiers(near[word], [near[other] for other in order if other != word]):
            for start in range(0, len(words), AT_ONCE):
                rows = list(stored.names(words[start : start + AT_ONCE], beside, left)) if left > 0 else []
                yield from rows
                left, told = left - len(rows), told + len(rows)
    if order and told < most:
        yield from stored.names(_first(near[order[0]], COUNTED), None, MOST_ROWS // 4)


def _tiers(
    near: Mapping[str, float], others: Sequence[Mapping[str, float]]
) -> Iterator[tuple[list[str], Collection[str]]]:
    """Words to follow with the bones beside them, no two twice: the nearest of both first."""
    before, bones_before = set[str](), {""}
    for least, least_beside in TIERS:
        words = {one for one, its in near.items() if its >= least}
        beside = {bones(one) for other in others for one, its in other.items() if its >= least_beside} | {""}
        for some, of in ((words - before, beside), (before, beside - bones_before)):
            if some and of:
                yield sorted(some, key=lambda one: (-near[one], one)), sorted(of)
        before, bones_before = words, beside


def _alike(asked: str, word: str, near: Mapping[str, float]) -> float:
    alike = near.get(word, 0.0)
    if not alike and 1 in (len(asked), len(word)) and asked[:1] == word[:1]:
        return INITIAL
    return alike
