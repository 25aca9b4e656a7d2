"""Whether two names are one person's, as a score and its reasons.

The score is in 0..1; `SAME` is the one threshold for every script and list. Comparing is symmetric, and no text raises.
"""

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance.Levenshtein import distance

from habeas.names.analyse import Analysed, Heard, heard

SAME = 0.5


class Comparison(NamedTuple):
    """How alike two names are, 0..1, and why, in words."""

    score: float
    reasons: tuple[str, ...]


def compare(one: Analysed, other: Analysed) -> Comparison:
    """The score of two analysed names, and the reasons for it."""
    matched = sorted(_matched(one.words, other.words))
    score = min(1.0, max(0.0, (matched[0] - 0.2) / 0.8)) if matched else float(one.original == other.original)
    return Comparison(score, ("every word sounds alike",) if score >= SAME else ("a word sounds different",))


def _matched(one: tuple[Heard, ...], other: tuple[Heard, ...]) -> list[float]:
    """The likeness of the words that belong together, best first, each word once."""
    pairs = sorted(
        ((likeness(a.word, b.word), x, y) for x, a in enumerate(one) for y, b in enumerate(other)), reverse=True
    )
    left, right, found = set(range(len(one))), set(range(len(other))), []
    for alike, x, y in pairs:
        if x in left and y in right:
            left.discard(x)
            right.discard(y)
            found.append(alike)
    return found[:2]


@lru_cache(maxsize=1 << 18)
def likeness(one: str, other: str) -> float:
    """How alike two words sound, 0..1, in their best readings; only consonants where a script has no vowels."""
    if other < one:
        return likeness(other, one)
    a, b = heard(one), heard(other)
    bare = a.abjad or b.abjad
    left, right = (a.consonants, b.consonants) if bare else (a.whole, b.whole)
    return max(1 - distance(x, y) / max(len(x), len(y), 1) for x in left for y in right)
