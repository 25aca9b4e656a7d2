"""How alike two words sound: 1 for the same sound, 0 where nothing speaks either way, below 0 for two words.

Of all readings of the two words the nearest two are weighed by the learned log-odds, as a share of what the longer word
would have with itself. Words that are far apart in features are not weighed at all.
"""

from functools import lru_cache

from rapidfuzz.distance.Levenshtein import distance

from habeas.names.heard import Heard, heard
from habeas.names.odds import Table, odds, own, tables

# The script whose table is asked is the rarer of the two: the other stands for what the tables were learned against.
_RANK = {"Hani": 9, "Hang": 8, "Kana": 7, "Hebr": 6, "Arab": 5, "Armn": 4, "Geor": 3, "Grek": 2, "Cyrl": 1, "Latn": 0}
FAR = 0.6


@lru_cache(maxsize=1 << 18)
def alike(one: str, other: str) -> float:
    """The likeness of two words in lower case, -2..1, whichever comes first."""
    a, b = heard(one), heard(other)
    ranks = _RANK.get(a.script, -1), _RANK.get(b.script, -1)
    if ranks[0] < ranks[1] or (ranks[0] == ranks[1] and other < one):
        return alike(other, one)
    share, left, right = nearest(a, b)
    if share > FAR:
        return max(-2.0, 1 - 3.4 * share)
    table = tables().get(a.script) or tables()["Latn"]
    return likeness(a.codes[left], b.codes[right], table)


def likeness(one: bytes, other: bytes, table: Table) -> float:
    """Log-odds of two sounds over those of the longer with itself."""
    most = max(own(one, table), own(other, table))
    return max(-2.0, odds(one, other, table) / most) if most > 0 else -2.0


def nearest(one: Heard, other: Heard) -> tuple[float, int, int]:
    """The readings of two words that are nearest in features: their distance as a share of the longer, and which."""
    best = (2.0, 0, 0)
    for left, x in enumerate(one.whole):
        for right, y in enumerate(other.whole):
            longest = max(len(x), len(y), 1)
            share = distance(x, y, score_cutoff=int(best[0] * longest)) / longest
            if share < best[0]:
                best = (share, left, right)
    return best
