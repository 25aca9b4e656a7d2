"""Which word of a name stands for which word that is asked for, and how near the name is by that.

Each word of a name stands for one word. What says who somebody is has to be near by itself: a name of which one such
word stands for none, where one that was asked for is stood for by none, is another name, however near the rest is.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from habeas.names.analyse import analyse
from habeas.names.given import given_class
from habeas.names.initials import may_stand
from habeas.names.keys import forms, is_word
from habeas.names.parse import parse

INITIAL = 0.65  # how near an initial is to a word that begins so
UNSAID = 0.7  # of what a word counts for that is asked for beside the one word of a name: what is taken off
UNASKED = 0.1  # what is taken off a name of which nothing else was asked for


class Word(NamedTuple):
    """A word that is asked for, the stored words near it, and what it counts for."""

    word: str
    near: Mapping[str, float]
    weight: float


Form = tuple[Word, ...]
Stands = list[tuple[Word, str, float]]  # each word asked for, what stands for it ("": nothing), and how near that is


class Question(NamedTuple):
    """The forms of what is asked for."""

    forms: tuple[Form, ...]

    def score(self, name: Sequence[str]) -> float:
        """How near a name with these words is, by the form that is nearest."""
        return max([_score(form, name) for form in self.forms])

    def least(self, text: str, name: str) -> float:
        """How near the least near of a name's words is that stands for one of `text`; 0 where it is another name."""
        words = name.split(" ")
        form = max(self.forms, key=lambda one: _score(one, words))
        stands, left = _standing(form, words)
        for_none = {word.word for word, other, _ in stands if is_word(word.word) and not is_word(other)}
        if for_none - _beside(text):
            own = {one for one in words if is_word(one)} - _beside(name)
            if own & set(left) or all(map(given_class, own)):
                return 0.0
        return min((near for _, other, near in stands if other), default=0.0)


def _score(form: Form, name: Sequence[str]) -> float:
    stands, left = _standing(form, name)
    total, got = sum([word.weight for word, _, _ in stands]), sum([word.weight * near for word, _, near in stands])
    if len(name) == 1 and got and not given_class(name[0]):
        total -= UNSAID * sum([word.weight for word, other, _ in stands if not other])
    return got / total * (1 - UNASKED * len(left) / len(name))


def _standing(form: Form, name: Sequence[str]) -> tuple[Stands, list[str]]:
    """What stands for each word of the form, and the words of the name that are left."""
    left, stands = list(name), Stands()
    for word in form:
        alike, nearest = 0.0, ""
        for other in left:
            if other in word.near and word.near[other] > alike:
                alike, nearest = word.near[other], other
        if not alike and (len(word.word) == 1 or 1 in map(len, left)):
            alike, nearest = _by_initial(word.word, left)
        if alike:
            left.remove(nearest)
        stands.append((word, nearest, alike))
    return stands, left


def _by_initial(asked: str, words: Sequence[str]) -> tuple[float, str]:
    """The word that an initial can be that of, and how near that is; nothing where neither is an initial."""
    for word in words:
        if (len(asked) == 1 or len(word) == 1) and may_stand(*sorted((asked, word), key=len)):
            return INITIAL, word
    return 0.0, ""


@lru_cache(maxsize=1 << 12)
def _beside(name: str) -> frozenset[str]:
    """The words of a name that do not tell by themselves who somebody is: titles, patronymics, particles."""
    told = analyse(name)
    titles = [word for title in parse(name).titles for form in forms(title) for word in form]
    return frozenset((*titles, *(one.word for one, part in zip(told.words, told.parts, strict=True) if part in "Pp")))
