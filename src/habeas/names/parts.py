"""What one word tells about itself: a known given name, a surname by its ending, or either."""

from collections.abc import MutableMapping
from typing import Literal

from habeas.names.fold import fold
from habeas.names.given import gender_of_given, given_class
from habeas.names.lists import endings, listed
from habeas.names.sound import sound

Part = Literal["given", "patronymic", "surname", "initials", "titles", "loose"]
Parts = MutableMapping[int, Part]
KNOWN = 0.5  # weight from which a word counts as a given name


def known(word: str) -> bool:
    return max(given_class(word).values(), default=0) >= KNOWN


def by_heart(word: str) -> bool:
    """A given name that is hardly ever anything else."""
    return known(word) and not given_too(word)


def given_too(word: str) -> bool:
    return fold(word) in listed("surnames", "given_too")


def of_woman(word: str) -> bool:
    return gender_of_given(word) == "female"


def like_surname(word: str) -> bool:
    """By its ending, and at least two sounds before it; a given name that ends so is no surname for that."""
    heard = sound(word)
    if known(word) and fold(word) not in listed("surnames", "given_too"):
        return False
    return any(heard.endswith(one) and len(heard) > len(one) + 1 for one in endings("surnames", "endings"))
