"""Initials: which letter stands for a name, also where its own name is written out, and what it may stand for."""

from collections.abc import Mapping
from functools import cache, lru_cache

from habeas.names.fold import fold
from habeas.names.likeness.alike import may_begin_alike
from habeas.names.parts.arrange import CASED
from habeas.names.parts.lists import listed
from habeas.names.script import script_of
from habeas.names.sound import sounds

LONGEST = 2  # letters: "Дж.", "Yu."


@lru_cache(maxsize=1 << 12)
def initial(word: str) -> str:
    """The letter that a word in lower case stands for that a full stop follows: "дж" is "j", "اچ" "h".

    Empty for a title and for whatever else is no initial.
    """
    folded = fold(word)
    letter = _called().get(folded, "")
    if letter or len(word) > LONGEST or script_of(word) not in CASED or not word.isalpha():
        return letter
    return "" if folded in _no_initials() else word[0]


@lru_cache(maxsize=1 << 14)
def may_stand(letter: str, word: str) -> bool:
    """Whether an initial can be that of a word or of an initial, in whatever scripts: by how either begins."""
    return letter == word[:1] or any(may_begin_alike(one, other) for one in sounds(letter) for other in sounds(word))


@cache
def _called() -> Mapping[str, str]:
    pairs = (each.split(":") for each in listed("initials", "called"))
    return {name: letter for letter, name in pairs}


@cache
def _no_initials() -> frozenset[str]:
    return listed("particles", "surname").union(*(listed("titles", key) for key in ("always", "after", "numerals")))
