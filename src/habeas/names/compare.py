"""Whether two names are one person's, as a score and its reasons.

The score is in 0..1: of pairs of names that score 0.8, about eight in ten are one person's where candidates are as the
pairs were that it was fitted on. `SAME` is the one threshold for every script and list. Symmetric; no text raises.
"""

from math import exp
from typing import NamedTuple

from habeas.names.analyse import Analysed
from habeas.names.likeness.evidence import Evidence, evidence
from habeas.names.likeness.reasons import NO_WORDS, UNLIKE, reasons
from habeas.names.likeness.weighing import log_odds

SAME = 0.5
_MOST = 0.9999  # only a name against itself is certain


class Comparison(NamedTuple):
    """How alike two names are, 0..1, and why: what was seen of them; None where a word of one is like none of the
    other's, or where one has no words (then `words` is false)."""

    score: float
    seen: Evidence | None
    words: bool

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for and against, in words: "surname same sound", "patronymics conflict"."""
        if self.seen:
            return reasons(self.seen)
        return (UNLIKE,) if self.words else (NO_WORDS,)


def compare(one: Analysed, other: Analysed) -> Comparison:
    """The score of two analysed names; of names with other forms (brackets, née) that of the two that fit best."""
    best = _compared(one, other)
    if not one.others and not other.others:
        return best
    for x in (one, *one.others):
        for y in (other, *other.others):
            if x is not one or y is not other:
                best = max(best, _compared(x, y), key=lambda found: found.score)
    return best


def _compared(one: Analysed, other: Analysed) -> Comparison:
    words = bool(one.words and other.words)
    if one.original == other.original or _alike_in_all(one, other):
        same = words or one.original == other.original
        return Comparison(float(same), evidence(one, other), words)
    seen = evidence(one, other)
    return Comparison(min(_MOST, 1 / (1 + exp(-max(-30.0, log_odds(seen))))) if seen else 0.0, seen, words)


def _alike_in_all(one: Analysed, other: Analysed) -> bool:
    """Whether two names have the same words as the same parts and nothing beside them could tell them apart."""
    if one.words != other.words or one.parts != other.parts or one.initials or other.initials:
        return False
    return one.gender == other.gender and one.generation == other.generation
