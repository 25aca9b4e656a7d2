"""What one word tells about itself: a known given name, a surname by its ending, or either."""

from collections.abc import MutableMapping
from functools import lru_cache
from typing import Literal

from habeas.names.given import FORM, HEARD, SHORT, gender_of_given, given_class
from habeas.names.parts.lists import endings, folded, listed
from habeas.names.sound import sound

Part = Literal["given", "patronymic", "surname", "initials", "titles", "loose"]
Parts = MutableMapping[int, Part]
BEFORE = 3  # sounds before the ending of a surname, at least
KNOWN = 0.5  # weight from which a word counts as a given name


@lru_cache(maxsize=1 << 15)
def known(word: str) -> bool:
    return _likeliest(word) >= KNOWN


def _likeliest(word: str) -> float:
    """The weight of the likeliest class, which is the first."""
    return next(iter(given_class(word).values()), 0.0)


def full_form(word: str) -> bool:
    """A given name, or a pet name of one alone."""
    return _likeliest(word) >= SHORT[1]


def by_heart(word: str) -> bool:
    """A given name that is hardly ever anything else, spelt as the table has it."""
    return _likeliest(word) >= FORM and not given_too(word)


@lru_cache(maxsize=1 << 15)
def given_too(word: str) -> bool:
    """A given name that many bear as a surname, in any script: Martin, Дуглас."""
    bynames = listed("surnames", "given_too")
    likeliest = {name for name, weight in given_class(word).items() if weight >= HEARD and name.islower()}
    return folded(word) in bynames or (bool(likeliest) and likeliest <= bynames)


def of_woman(word: str) -> bool:
    return gender_of_given(word) == "female"


@lru_cache(maxsize=1 << 15)
def like_surname(word: str) -> bool:
    """By its ending or article (el-Sisi); a given name that ends so is no surname for that."""
    if known(word) and not given_too(word):
        return False
    if folded(word).partition("-")[0] in listed("particles", "article") and "-" in word:
        return True
    return any(map(_ends_like_surname, word.split("-")))


def _ends_like_surname(word: str) -> bool:
    return sound(word)[BEFORE:].endswith(endings("surnames", "endings"))
