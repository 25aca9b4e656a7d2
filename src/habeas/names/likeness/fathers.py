"""Whether two patronymics are of one father, by the given name that each is made of."""

from collections.abc import Mapping

from habeas.names.given import given_class, shared
from habeas.names.parts.patronymic import father_class

AGREES = 0.6  # likeness of patronymics from which they agree
SAME_SOUND = 0.95
NOT_HIS = -0.4  # likeness of two fathers that are known: as far below AGREES as a conflict can be


def father_of(word: str) -> Mapping[str, float]:
    """Classes of the father's name: of the one that a patronymic is made of, or in "Heydər oğlu" of the word itself."""
    return father_class(word) or given_class(word)


def fathers_alike(one: str, other: str, like: float) -> float:
    """Likeness of two patronymics that sound as alike as `like`: Язэпавіч and Иосифович are of one name.

    Names of one root (Георгиевич, Юрьевич) can be one father's in two languages: they neither agree nor conflict.
    """
    if like > SAME_SOUND:
        return like
    mine, others = father_of(one), father_of(other)
    if not mine or not others:
        return like
    one_father = shared(mine, others)
    return max(like, one_father, AGREES) if one_father else min(like, NOT_HIS)
