"""Whether two patronymics are of one father, by the given name that each is made of."""

from collections.abc import Mapping
from functools import lru_cache

from habeas.names.given import NONE, given_class

SAME_SOUND = 0.95
NOT_HIS = 0.3


@lru_cache(maxsize=1 << 14)
def father(word: str) -> Mapping[str, float]:
    """Classes of the name that a patronymic is made of: of its longest beginning that is a given name."""
    for length in range(len(word) - 2, 2, -1):
        if classes := given_class(word[:length]):
            return classes
    return NONE


def fathers_alike(one: str, other: str, like: float) -> float:
    """Likeness of two patronymics that sound as alike as `like`: Язэпавіч and Иосифович are of one name."""
    if like > SAME_SOUND:
        return like
    mine, others = father(one), father(other)
    if not mine or not others:
        return like
    shared = max((weight * others[name] for name, weight in mine.items() if name in others), default=0.0)
    return max(like, shared) if shared else min(like, NOT_HIS)
