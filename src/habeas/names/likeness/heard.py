"""One word of a name with all that comparing it needs, worked out once for every name that it stands in."""

from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

from habeas.names.given import given_class
from habeas.names.likeness.surnames import ending_of
from habeas.names.script import script_of
from habeas.names.sound import read_by_spelling, sounds
from habeas.names.sounds.odds import coded
from habeas.names.sounds.spread import spread

# How hard a script is to compare: of two words the harder one's table of log-odds is asked.
_RANKS = {"Cyrl": 1, "Grek": 2, "Geor": 3, "Armn": 4, "Arab": 5, "Hebr": 6, "Kana": 7, "Hang": 8, "Hani": 9}


class _Heard(NamedTuple):
    word: str
    script: str
    rank: int
    sound: str
    readings: tuple[str, ...]
    classes: Mapping[str, float]
    ending: str
    size: int


class Heard(_Heard):
    """A word in lower case, its script and how hard that is to compare; its first reading and all of them; the given
    names that it can be; the class of its ending as a surname; its length in sounds."""

    @cached_property
    def whole(self) -> tuple[str, ...]:
        """All its readings in features."""
        return tuple(map(spread, self.readings))

    @cached_property
    def codes(self) -> tuple[bytes, ...]:
        """All its readings as codes."""
        return tuple(map(coded, self.readings))


@lru_cache(maxsize=1 << 16)
def heard(word: str) -> Heard:
    """What one word sounds like and can be."""
    return _heard(word, sounds(word))


@lru_cache(maxsize=1 << 16)
def joined_words(words: tuple[str, ...]) -> Heard:
    """Words as one word, each read by itself; what is of another script than the first is read as a whole."""
    text = "".join(words)
    if len({script_of(word) for word in words}) > 1:
        return heard(text)
    spelled = zip(*(read_by_spelling(word) for word in words), strict=True)
    return _heard(text, tuple(dict.fromkeys("".join(parts) for parts in spelled)))


def _heard(word: str, read: tuple[str, ...]) -> Heard:
    first, script = read[0], script_of(word)
    return Heard(word, script, _RANKS.get(script, 0), first, read, given_class(word), ending_of(first), len(first))
