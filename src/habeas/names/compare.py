"""Whether two names are one person's, as a score and its reasons.

The score is in 0..1: of pairs of names that score 0.8, about eight in ten are one person's where candidates are as the
pairs were that it was fitted on. `SAME` is the one threshold for every script and list. Symmetric; no text raises.
`plainly` is how a score comes about; where numba is installed, loops that it compiles soon do the same.
"""

from functools import cached_property
from itertools import count, product
from math import exp, isnan
from operator import attrgetter
from typing import NamedTuple

from habeas.names.analyse import Analysed
from habeas.names.likeness.evidence import Evidence, evidence
from habeas.names.likeness.loops import ENOUGH, INSTALLED, loops
from habeas.names.likeness.reasons import apart, reasons
from habeas.names.likeness.weighing import MOST, log_odds

SAME = 0.5
_so_far, _by_score = count(), attrgetter("score")


class _Comparison(NamedTuple):
    score: float
    one: Analysed
    other: Analysed


class Comparison(_Comparison):
    """How alike two names are, 0..1, and in which of their forms."""

    @cached_property
    def seen(self) -> Evidence | None:
        """What was seen of them; None where one has no words, or a word that is like none of the other's."""
        return evidence(self.one, self.other)

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for and against, in words: "surname same sound", "patronymics conflict"."""
        return reasons(self.seen, self.score >= SAME) if self.seen else apart(self.one, self.other)


def compare(one: Analysed, other: Analysed) -> Comparison:
    """The score of two analysed names; of names with other forms (brackets, née) that of the two that fit best.

    Raises TypeError for what `analyse` has not made.
    """
    try:
        single = not one.others and not other.others
    except AttributeError:
        raise TypeError("names are compared as `analyse` makes them: compare(analyse(one), analyse(other))") from None
    if single:
        return Comparison(_score(one, other), one, other)
    forms = product((one, *one.others), (other, *other.others))
    return max((Comparison(_score(x, y), x, y) for x, y in forms), key=_by_score)


def plainly(one: Analysed, other: Analysed) -> float:
    """The score of two names, their other forms apart: 1 for the same words and nothing beside them that tells two
    people apart, else by the evidence weighed."""
    if one.original == other.original:
        return 1.0
    if _alike_in_all(one, other):
        return float(bool(one.words))
    seen = evidence(one, other)
    return min(MOST, 1 / (1 + exp(-max(-30.0, log_odds(seen))))) if seen else 0.0


def _alike_in_all(one: Analysed, other: Analysed) -> bool:
    """Initials never tell that two are one for certain."""
    if one.words != other.words or one.parts != other.parts or one.initials or other.initials:
        return False
    return one.gender == other.gender and one.generation == other.generation


def _score(one: Analysed, other: Analysed) -> float:
    if not INSTALLED or next(_so_far) < ENOUGH or (fast := loops()) is None:
        return plainly(one, other)
    found: float = fast.score(one.row, other.row, fast.standing)
    return plainly(one, other) if isnan(found) else found
