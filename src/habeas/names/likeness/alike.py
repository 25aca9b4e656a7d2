"""How alike two words sound: 1 for the same sound, 0 where nothing speaks either way, below 0 for two words.

Of all readings of the two words the nearest two are weighed by the learned log-odds, as a share of what the longer word
would have with itself. Words that are far apart in features are not weighed at all.
"""

from functools import lru_cache

from rapidfuzz.distance.Levenshtein import normalized_distance

from habeas.names.likeness.heard import Heard, heard
from habeas.names.sounds.odds import Table, odds, own, tables

FAR, FARTHER = 0.42, 0.6  # distance in features from which two words are not weighed; of scripts that keep less
NEAR, NEAR_FALL = 0.12, 2.3  # distance up to which they are not weighed either, and what likeness it takes there
LESS = 5  # rank of the first script that keeps less
FALL = 3.4  # likeness lost by a distance of 1, as it falls where words are weighed
LEAST = -2.0
# Sounds of which one spelling of a name may begin with one and another with another: Уладзімір, Владимир; Ганна, Анна.
_BEGIN_ALIKE = ("aeioujh", "uwv", "hgxk", "szcDSZCJt", "tdD", "pbf", "lrL")


@lru_cache(maxsize=1 << 18)
def alike(one: str, other: str) -> float:
    """The likeness of two words in lower case, -2..1, whichever comes first."""
    if one == other:
        return 1.0
    return alike_heard(heard(one), heard(other))


def alike_heard(a: Heard, b: Heard) -> float:
    """The likeness of two words that have been heard."""
    if a.rank < b.rank or (a.rank == b.rank and a.word < b.word):
        a, b = b, a
    share, left, right = nearest(a.whole, b.whole)
    if share > (FARTHER if a.rank >= LESS else FAR):
        return max(LEAST, 1 - FALL * share)
    within = f"{a.script} {b.script}" if a.script == b.script else ""
    if share <= NEAR and within not in tables():
        return 1 - NEAR_FALL * share
    table = tables().get(within) or tables().get(a.script) or tables()["Latn"]
    return likeness(a.codes[left], b.codes[right], table)


def likeness(one: bytes, other: bytes, table: Table) -> float:
    """Log-odds of two sounds over those of the longer with itself; what begins and ends alike is laid on each other."""
    most = max(own(one, table), own(other, table))
    if most <= 0:
        return LEAST
    begin, end = 0, min(len(one), len(other))
    while begin < end and one[begin] == other[begin]:
        begin += 1
    last = 0
    while last < end - begin and one[-1 - last] == other[-1 - last]:
        last += 1
    between = odds(one[begin : len(one) - last], other[begin : len(other) - last], table)
    same = own(one[:begin], table) + own(one[len(one) - last :], table)
    return max(LEAST, (same + between) / most)


def nearest(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[float, int, int]:
    """The readings of two words that are nearest in features: their distance as a share of the longer, and which."""
    best, left, right = 1.0, 0, 0
    for place, x in enumerate(one):
        for at, y in enumerate(other):
            share = normalized_distance(x, y, score_cutoff=best)
            if share < best:
                if not share:
                    return 0.0, place, at
                best, left, right = share, place, at
    return best, left, right


def may_begin_alike(one: str, other: str) -> bool:
    """Whether two sounds may be beginnings of one name."""
    x, y = one[:1], other[:1]
    return x == y or any(x in group and y in group for group in _BEGIN_ALIKE)
