"""How alike two words sound: 1 for the same sound, 0 where nothing speaks either way, below 0 for two words.

Of all readings of the two words the nearest two are weighed by the learned log-odds, as a share of what the longer word
would have with itself. Words that are far apart in features are not weighed at all.
"""

from functools import lru_cache

from rapidfuzz.distance.Levenshtein import distance

from habeas.names.heard import Heard, heard
from habeas.names.odds import Table, odds, own, tables

# The script whose table is asked is the rarer of the two: the other stands for what the tables were learned against.
_RARITY = {"Cyrl": 1, "Grek": 2, "Geor": 3, "Armn": 4, "Arab": 5, "Hebr": 6, "Kana": 7, "Hang": 8, "Hani": 9}
FAR = 0.6  # distance in features from which two words are not weighed
FALL = 3.4  # likeness lost by a distance of 1, as it falls where words are weighed
LEAST = -2.0


def rarer(one: str, other: str) -> str:
    """Of two scripts the one that is harder to compare, whichever comes first."""
    return max(one, other, key=lambda script: (_RARITY.get(script, 0), script))


@lru_cache(maxsize=1 << 18)
def alike(one: str, other: str) -> float:
    """The likeness of two words in lower case, -2..1, whichever comes first."""
    if one == other:
        return 1.0
    a, b = heard(one), heard(other)
    if (_RARITY.get(a.script, 0), one) < (_RARITY.get(b.script, 0), other):
        a, b = b, a
    share, left, right = nearest(a, b)
    if share > FAR:
        return max(LEAST, 1 - FALL * share)
    if a.codes[left] == b.codes[right]:
        return 1.0
    return likeness(a.codes[left], b.codes[right], tables().get(a.script) or tables()["Latn"])


def likeness(one: bytes, other: bytes, table: Table) -> float:
    """Log-odds of two sounds over those of the longer with itself."""
    most = max(own(one, table), own(other, table))
    return max(LEAST, odds(one, other, table) / most) if most > 0 else LEAST


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
