"""Whether two names are one person's, as a score and its reasons.

The score is in 0..1: of pairs of names that score 0.8, about eight in ten are one person's where candidates are as the
pairs were that it was fitted on. `SAME` is the one threshold for every script and list. Symmetric; no text raises.
"""

from math import exp
from typing import NamedTuple

from habeas.names.analyse import Analysed
from habeas.names.evidence import Evidence, evidence
from habeas.names.reasons import reasons
from habeas.names.weighing import log_odds

SAME = 0.5
_MOST = 0.9999  # only a name against itself is certain


class Comparison(NamedTuple):
    """How alike two names are, 0..1, and why: what was seen of them, None where there is nothing to compare."""

    score: float
    seen: Evidence | None

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for and against, in words: "surname same sound", "patronymics conflict"."""
        return reasons(self.seen) if self.seen else ("nothing to compare",)


def compare(one: Analysed, other: Analysed) -> Comparison:
    """The score of two analysed names; of names with other forms (brackets, née) that of the two that fit best."""
    best = _compared(one, other)
    for x in (one, *one.others):
        for y in (other, *other.others):
            if x is not one or y is not other:
                best = max(best, _compared(x, y), key=lambda found: found.score)
    return best


def _compared(one: Analysed, other: Analysed) -> Comparison:
    seen = evidence(one, other)
    if one.words == other.words and one.parts == other.parts:
        return Comparison(float(one.original == other.original) if seen is None else 1.0, seen)
    return Comparison(_score(seen), seen) if seen else Comparison(0.0, None)


def _score(seen: Evidence) -> float:
    return min(_MOST, 1 / (1 + exp(-max(-30.0, log_odds(seen)))))
