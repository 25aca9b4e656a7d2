"""One word of a name with all that comparing it needs, worked out once for every name that it stands in."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from habeas.names.given import given_class
from habeas.names.odds import coded
from habeas.names.script import script_of
from habeas.names.sound import sounds
from habeas.names.spread import spread
from habeas.names.surnames import ending_of


class Heard(NamedTuple):
    """A word in lower case, its script and first reading; all readings in features and, in the same order, as codes;
    the given names that it can be; the class of its ending as a surname; its length in sounds."""

    word: str
    script: str
    sound: str
    whole: tuple[str, ...]
    codes: tuple[bytes, ...]
    classes: Mapping[str, float]
    ending: str
    size: int


@lru_cache(maxsize=1 << 16)
def heard(word: str) -> Heard:
    """What one word sounds like and can be."""
    read = sounds(word)
    first = read[0]
    whole, codes = tuple(map(spread, read)), tuple(map(coded, read))
    return Heard(word, script_of(word), first, whole, codes, given_class(word), ending_of(first), len(first))
