"""Pairs of spellings of one word, mined from the labels of the people of the fit part: what `fit_odds` learns from.

A label in any language is laid beside the English one of the same person where both have as many words, and a Cyrillic
one beside the Russian; two words belong together if each is the other's nearest by the distance of features, which
knows nothing of what is learned.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping

from habeas.names.likeness.alike import nearest
from habeas.names.likeness.heard import Heard, heard
from habeas.names.script import script_of

from .data import in_fit, people

PIVOT, CYRILLIC_PIVOT = "en", "ru"
FAR = 0.6  # distance of features from which two words are not taken for one
LATIN = 0.3  # share of the labels in Latin letters that are taken: there are many, and most are the same
_SPLITS = str.maketrans(dict.fromkeys(" ,·・-–=＝־\u200c.()၊/;’'`\"", " "))


def word_pairs() -> list[tuple[Heard, Heard]]:
    """Spelling and English spelling of one word, each pair once."""
    dice = random.Random(0)
    found: dict[tuple[str, str], tuple[Heard, Heard]] = {}
    for english, name in _labels(dice):
        mine, others = _words(name), _words(english)
        if len(mine) == len(others):
            for one, other in _mutual(mine, others):
                found.setdefault((one.word, other.word), (one, other))
    return list(found.values())


def _labels(dice: random.Random) -> Iterator[tuple[str, str]]:
    for names in _by_person().values():
        for lang, name in names.items():
            skipped = script_of(name) == "Latn" and dice.random() > LATIN
            if PIVOT in names and lang != PIVOT and name != names[PIVOT] and not skipped:
                yield names[PIVOT], name
            russian = names.get(CYRILLIC_PIVOT, name)
            if script_of(name) == script_of(russian) == "Cyrl" and name != russian:
                yield russian, name


def _by_person() -> Mapping[str, dict[str, str]]:
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for label in people():
        if in_fit(label.person):
            found[label.person][label.lang] = label.name
    return found


def _words(name: str) -> list[Heard]:
    return [one for one in map(heard, name.lower().translate(_SPLITS).split()) if one.size > 1]


def _mutual(mine: list[Heard], others: list[Heard]) -> Iterator[tuple[Heard, Heard]]:
    shares = [[nearest(one.whole, other.whole)[0] for other in others] for one in mine]
    for row, one in zip(shares, mine, strict=True):
        at = min(range(len(row)), key=row.__getitem__)
        if row[at] <= FAR and row[at] == min(other[at] for other in shares):
            yield one, others[at]
