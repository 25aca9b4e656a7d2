"""Ranking: the names nearest to a question, found through search keys; the same over every table that keeps them.

The words of a question find the words of stored names, and these find names, the rarest first and the nearest of its
words first. A name is as near as its words are, a rare word counting for more than a frequent one.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from heapq import nlargest
from math import log2
from typing import NamedTuple, Protocol

from habeas.names.analyse import analyse
from habeas.names.compare import plainly
from habeas.names.keys import forms, is_word
from habeas.names.sound import bones
from habeas.names.stands import UNSAID, Question, Word
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
UNKNOWN = 0.05  # what a word counts for that is near no stored one, where 0.5 is one that is in a single row
COMPARED = 0.1  # what the score of a comparison adds, of the nearest, to the place that they have
FIRST = 10  # places of which the order is by comparison as well


class Stored(Protocol):
    """A table of search keys."""

    def words(self, keys: Collection[str]) -> Iterable[tuple[str, str, str]]:
        """The rows (key, word, of) that have one of the keys."""

    def counts(self, words: Collection[str]) -> Mapping[str, int]:
        """In how many rows each of the words is; one that is in none may be left out."""

    def names(self, words: Sequence[str], beside: Collection[str] | None, most: int) -> Iterable[tuple[str, str]]:
        """At most `most` rows (whose name, its words) that have one of the words, and one of the bones beside it."""


class Found(NamedTuple):
    """Whose name was found, its words, and how near it is to what was asked, in 0..1; and how near the least near of
    its words is that stands for one of these, 0 where it is another name.
    """

    whose: str
    words: str
    near: float
    least: float


def nearest(text: str, stored: Stored, most: int, typing: bool = False) -> list[Found]:
    """Whoever has a name near `text`, at most `most`, the nearest first, each by the nearest of their names.

    `typing`: the last word may be the beginning of one.
    """
    asked = tuple(dict.fromkeys(form[:MOST_ASKED] for form in forms(text, True)))
    words = tuple(dict.fromkeys(word for form in asked for word in form))
    last = {form[-1] for form in asked if typing}
    near = {
        word: near_words(word, stored.words, word in last) if is_word(word) or word in last else {} for word in words
    }
    counts = stored.counts({one for some in near.values() for one in _first(some, COUNTED)})
    rows = {word: sum(counts.get(one, 0) for one in _first(near[word], COUNTED)) for word in words}
    weights = {word: 1 / log2(4 + rows[word]) if near[word] else UNKNOWN for word in words}
    question = Question(tuple(tuple(Word(word, near[word], weights[word]) for word in form) for form in asked))
    order = sorted((word for word in words if near[word]), key=lambda word: (rows[word], word))
    whole = {form[0] for form in asked if len(form) == 1}
    nears, forms_of, scores = dict[str, float](), dict[str, str](), dict[str, float]()
    at_most, enough = 2.0, False
    for yet, read in _candidates(order, near, weights, whole, stored):
        if yet < at_most:
            at_most, enough = yet, sum(map(yet.__le__, nears.values())) >= most
        for whose, form in () if enough else read():
            score = scores.get(form)
            if score is None:
                score = scores[form] = question.score(form.split(" "))
            if score > nears.get(whose, -1.0):
                nears[whose], forms_of[whose] = score, form
    farthest = min(nlargest(most, nears.values()), default=0.0)
    some = sorted((-near, len(forms_of[one]), forms_of[one], one) for one, near in nears.items() if near >= farthest)
    found = [Found(whose, form, -near, question.least(text, form)) for near, _, form, whose in some[:most]]
    return _compared(text, found)


def _compared(text: str, found: list[Found]) -> list[Found]:
    """What was found with the nearest by their scores as well, as long as another can be among the first FIRST.

    Compared plainly: they are few, and nobody who asks is to wait for loops to compile.
    """
    name, places = analyse(text), list[tuple[float, Found]]()
    for one in found:
        if len(places) >= FIRST and one.near + COMPARED < nlargest(FIRST, places)[-1][0]:
            break
        places.append((one.near + COMPARED * plainly(name, analyse(one.words)), one))
    first = [one for _, one in sorted(places, key=lambda place: -place[0])]
    return first + found[len(first) :]


def _first(near: Mapping[str, float], most: int) -> list[str]:
    return sorted(near, key=lambda one: (-near[one], one))[:most]


def _candidates(
    order: Sequence[str],
    near: Mapping[str, Mapping[str, float]],
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
        for words, beside, farthest in _tiers(near[word], others):
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
    near: Mapping[str, float], others: Sequence[Mapping[str, float]]
) -> Iterator[tuple[list[str], Collection[str], float]]:
    """Words to follow with the bones beside them, no two twice, the nearest of both first; how near one of them is."""
    before, bones_before, farthest = set[str](), {""}, 1.0
    for least, least_beside in TIERS:
        words = {one for one, its in near.items() if its >= least}
        beside = {bones(one) for other in others for one, its in other.items() if its >= least_beside} | {""}
        for some, of in ((words - before, beside), (before, beside - bones_before)):
            if some and of:
                yield sorted(some, key=lambda one: (-near[one], one)), sorted(of), farthest
        before, bones_before, farthest = words, beside, max(least, least_beside)
