"""Ranking: the names nearest to a question, found through search keys; the same over every table that keeps them.

The words of a question find the words of stored names, and these find names, the rarest first and the nearest of its
words first. A name is as near as its words are, a rare word counting for more than a frequent one.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from math import log2
from typing import NamedTuple, Protocol

from habeas.names.analyse import analyse
from habeas.names.compare import plainly
from habeas.names.given import given_class
from habeas.names.initials import may_stand
from habeas.names.keys import forms, is_word
from habeas.names.sound import bones
from habeas.names.word_nearness import near_words

TIERS = (
    (0.93, 0.93),
    (0.8, 0.8),
    (0.65, 0.8),
    (0.65, 0.65),
    (0.5, 0.5),
)  # nearness of the words that are followed, and of those beside
COUNTED = 12  # words by which is judged how rare a word of the question is
AT_ONCE = 10  # words that are followed at once
TOGETHER = 4  # words that are followed at once where nothing need stand beside them
MOST_ROWS = 1000  # rows that are looked at for one question
MOST_ASKED = 8  # words of a question that are looked for
INITIAL = 0.65  # how near an initial is to a word that begins so
UNKNOWN = 0.05  # what a word counts for that is near no stored one, where 0.5 is one that is in a single row
COMPARED = 0.1  # what the score of a comparison adds, of the nearest, to the place that they have
UNSAID = 0.7  # of what a word counts for that is asked for beside the one word of a name: what is taken off
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
        return max([self._score(form, list(name)) for form in self.forms])

    def _score(self, form: tuple[str, ...], left: list[str]) -> float:
        """Each word of the name stands for one that was asked for, or for none."""
        own, first, got, total, known = len(left), left[0], 0.0, 0.0, 0.0
        for word in form:
            weight, near, alike, nearest = self.weights[word], self.near[word], 0.0, ""
            total += weight
            for other in left:
                its = near.get(other, 0.0)
                if its > alike:
                    alike, nearest = its, other
            if not alike:
                alike, nearest = _by_initial(word, left)
            if alike:
                left.remove(nearest)
                known += weight
                got += alike * weight
        if own == 1 and known and not given_class(first):
            total -= UNSAID * (total - known)
        return got / total * (1 - UNASKED * len(left) / own)


def nearest(text: str, stored: Stored, most: int, typing: bool = False) -> list[Found]:
    """Whoever has a name near `text`, at most `most`, the nearest first, each by the nearest of their names.

    `typing`: the last word may be the beginning of one.
    """
    asked = tuple(dict.fromkeys(form[:MOST_ASKED] for form in forms(text, True)))
    words = tuple(dict.fromkeys(word for form in asked for word in form))
    last = {form[-1] for form in asked if typing}
    known = dict[str, str]()
    near = {
        word: near_words(word, stored.words, word in last, known) if is_word(word) or word in last else {}
        for word in words
    }
    counts = stored.counts({one for some in near.values() for one in _first(some, COUNTED)})
    rows = {word: sum(counts.get(one, 0) for one in _first(near[word], COUNTED)) for word in words}
    question = Question(asked, near, {word: 1 / log2(4 + rows[word]) if near[word] else UNKNOWN for word in words})
    order = sorted((word for word in words if near[word]), key=lambda word: (rows[word], word))
    whole = {form[0] for form in asked if len(form) == 1}
    found: dict[str, Found] = {}
    scores = dict[str, float]()
    at_most, enough = 2.0, False
    for yet, read in _candidates(order, near, known, question.weights, whole, stored):
        if yet < at_most:
            at_most, enough = yet, sum(one.near >= yet for one in found.values()) >= most
        for whose, form in () if enough else read():
            score = scores.get(form)
            if score is None:
                score = scores[form] = question.score(form.split(" "))
            if whose not in found or found[whose].near < score:
                found[whose] = Found(whose, form, score)
    nearer = sorted(found.values(), key=lambda one: (-one.near, len(one.words), one.words, one.whose))[:most]
    name = analyse(text)  # compared plainly: they are few, and nobody who asks is to wait for loops to compile
    return sorted(nearer, key=lambda one: -one.near - COMPARED * plainly(name, analyse(one.words)))


def _first(near: Mapping[str, float], most: int) -> list[str]:
    return sorted(near, key=lambda one: (-near[one], one))[:most]


def _candidates(
    order: Sequence[str],
    near: Mapping[str, Mapping[str, float]],
    known: Mapping[str, str],
    weights: Mapping[str, float],
    whole: Collection[str],
    stored: Stored,
) -> Iterator[tuple[float, Callable[[], Iterable[tuple[str, str]]]]]:
    """Names that have two of the words, by the two rarest; and last those that have one of these, or one that is
    asked for by itself (`whole`).

    Each time how near the next can be at most, and what reads them.
    """
    total = sum(weights[word] for word in order)
    followed = order[:2] if len(order) > 2 else order[:1] if len(order) > 1 else ()
    for word in followed:
        left = Left(MOST_ROWS // len(followed))
        others = [near[other] for other in order if other != word]
        least = min(weights[one] for one in order) / total
        for words, beside, farthest in _tiers(near[word], others, known):
            for start in range(0, len(words), AT_ONCE):
                some = words[start : start + AT_ONCE]
                yield 1 - (1 - farthest) * least, partial(left.read, stored, some, beside)
    share = {word: weights[word] / (total - UNSAID * (total - weights[word])) for word in order[:2]}
    share |= {word: 1.0 for word in order if word in whole}
    reads = {word: Left(MOST_ROWS // 4).read for word in share}
    first = {word: _first(near[word], COUNTED) for word in share}
    alone = [(word, first[word][at : at + TOGETHER]) for word in share for at in range(0, len(first[word]), TOGETHER)]
    yet = [(near[word][some[0]] * share[word], word, some) for word, some in alone]
    for most, word, some in sorted(yet, key=lambda each: -each[0]):
        yield most, partial(reads[word], stored, some, None)


class Left:
    """How many rows may still be read."""

    def __init__(self, rows: int) -> None:
        self._rows = rows

    def read(self, stored: Stored, words: Sequence[str], beside: Collection[str] | None) -> Iterable[tuple[str, str]]:
        """Rows that have the words, as far as some may be read."""
        rows = list(stored.names(words, beside, self._rows)) if self._rows > 0 else []
        self._rows -= len(rows)
        return rows


def _tiers(
    near: Mapping[str, float], others: Sequence[Mapping[str, float]], known: Mapping[str, str]
) -> Iterator[tuple[list[str], Collection[str], float]]:
    """Words to follow with the bones beside them, no two twice, the nearest of both first; how near one of them is."""
    before, bones_before, farthest = set[str](), {""}, 1.0
    for least, least_beside in TIERS:
        words = {one for one, its in near.items() if its >= least}
        beside = {
            known.get(one) or bones(one) for other in others for one, its in other.items() if its >= least_beside
        } | {""}
        for some, of in ((words - before, beside), (before, beside - bones_before)):
            if some and of:
                yield sorted(some, key=lambda one: (-near[one], one)), sorted(of), farthest
        before, bones_before, farthest = words, beside, max(least, least_beside)


def _by_initial(asked: str, words: Sequence[str]) -> tuple[float, str]:
    """The word that an initial can be that of, and how near that is; nothing where neither is an initial."""
    for word in words:
        if (len(asked) == 1 or len(word) == 1) and may_stand(*sorted((asked, word), key=len)):
            return INITIAL, word
    return 0.0, ""
