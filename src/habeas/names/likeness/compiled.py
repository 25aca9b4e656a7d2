"""The score of two names as `compare` has it, over rows of `compiled_rows`: loops for numba.

`align`, `evidence` and `weighing` say what is done here and why; tests hold the scores equal.
"""

from math import exp, nan
from typing import Any

import numpy as np
from numba import njit

from habeas.names.likeness.compiled_align import part, word
from habeas.names.likeness.compiled_evidence import ONE_WORD, SHARE_LEFT, WORST, evidence
from habeas.names.likeness.compiled_rows import (
    CLASSES,
    FIRST,
    GENDER,
    GENERATION,
    HARDEST,
    INITIAL,
    INITIALS,
    OF_SCRIPT,
    TEXT,
    WORDS,
    WRITTEN,
    laid_out,
)
from habeas.names.likeness.compiled_words import before
from habeas.names.likeness.evidence import Evidence
from habeas.names.likeness.standing import CONSTANT, CURVES, OF_SCRIPTS, REST, SEGMENTS, WEIGHTS_OF_SCRIPT
from habeas.names.likeness.weighing import MOST, NEAR, SCRIPTS

Row = Any
# What numba keeps compiled is of this file alone, with all that it calls: a test holds this to the words and numbers of
# those, so that nobody compares by what was so before.
STANDS_ON = "a2d860236ddd6df1"
KNOWN = len(Evidence._fields) - 1  # but for the script


@njit(cache=True)
def row_of(numbers: Row) -> Row:
    """The row of a name from what `packed` says of it."""
    return laid_out(numbers)


@njit(cache=True)
def score(one: Row, other: Row, standing: Row) -> float:
    """The score of two names, 0..1; not a number where it takes more than their rows to tell."""
    if len(one) == 0 or len(other) == 0:
        return nan
    a, b = (other, one) if _written_before(other, one) else (one, other)
    if not _written_before(a, b):
        return 1.0
    if a[INITIALS] == b[INITIALS] == 0 and _of_one(a, b) and _same_words(a, b):
        return 1.0 if a[WORDS] > 0 else 0.0
    if a[WORDS] == 0 or b[WORDS] == 0:
        return 0.0
    seen = np.zeros(KNOWN)
    found = evidence(a, b, standing, seen)
    if found <= 0:
        return 0.0 if found == 0 else nan
    script = a[OF_SCRIPT] if a[HARDEST] > b[HARDEST] else b[OF_SCRIPT]
    return min(MOST, 1 / (1 + exp(-max(-30.0, _log_odds(seen, script, standing)))))


@njit(cache=True, nogil=True)
def write_scores(one: Row, rows: Row, begins: Row, standing: Row, found: Row) -> None:
    """Write the score of a name with each of many, whose rows stand in one behind the other."""
    for place in range(len(found)):
        found[place] = score(one, rows[begins[place] : begins[place + 1]], standing)


@njit()
def _written_before(one: Row, other: Row) -> bool:
    at, to = FIRST + 3 * one[WORDS] + INITIAL * one[INITIALS], FIRST + 3 * other[WORDS] + INITIAL * other[INITIALS]
    return before(one, at, at + one[WRITTEN], other, to, to + other[WRITTEN])


@njit()
def _of_one(a: Row, b: Row) -> bool:
    return bool(a[GENDER] == b[GENDER] and a[GENERATION] == b[GENERATION])


@njit()
def _same_words(a: Row, b: Row) -> bool:
    """Whether two names have the same words as the same parts."""
    if a[WORDS] != b[WORDS]:
        return False
    for place in range(a[WORDS]):
        x, y = word(a, place), word(b, place)
        size = a[x + CLASSES] - a[x + TEXT]
        if part(a, place) != part(b, place) or size != b[y + CLASSES] - b[y + TEXT]:
            return False
        x, y = x + a[x + TEXT], y + b[y + TEXT]
        for letter in range(size):
            if a[x + letter] != b[y + letter]:
                return False
    return True


@njit()
def _log_odds(seen: Row, script: int, standing: Row) -> float:
    total: float = standing[CONSTANT]
    curve = CURVES
    for place in range(len(SEGMENTS), KNOWN):
        total += standing[REST + place - len(SEGMENTS)] * seen[place]
    for place in range(len(SEGMENTS)):
        length, at = SEGMENTS[place], 0
        while at + 1 < length and standing[curve + at + 1] <= seen[place]:
            at += 1
        brought, weight = standing[curve + length + at], standing[curve + 2 * length + at]
        total += brought + weight * (seen[place] - standing[curve + at])
        curve += 3 * length
    for place in range(len(SCRIPTS)):
        at = OF_SCRIPTS + place * WEIGHTS_OF_SCRIPT
        if standing[at] == script:
            worst = seen[WORST]
            total += standing[at + 1] + standing[at + 2] * worst + standing[at + 3] * max(0.0, worst - NEAR)
            total += standing[at + 4] * seen[SHARE_LEFT] + standing[at + 5] * seen[ONE_WORD]
    return total
