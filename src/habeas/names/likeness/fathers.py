"""Whether two patronymics are of one father, by the given name that each is made of."""

from habeas.names.given import shared
from habeas.names.parts.patronymic import father_class

SAME_SOUND = 0.95
NOT_HIS = 0.3


def fathers_alike(one: str, other: str, like: float) -> float:
    """Likeness of two patronymics that sound as alike as `like`: Язэпавіч and Иосифович are of one name."""
    if like > SAME_SOUND:
        return like
    mine, others = father_class(one), father_class(other)
    if not mine or not others:
        return like
    one_father = shared(mine, others)
    return max(like, one_father) if one_father else min(like, NOT_HIS)
