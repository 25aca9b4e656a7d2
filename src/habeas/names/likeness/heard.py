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
    readings: tuple[str, ...]


class Heard(_Heard):
    """A word in lower case and all its readings, the likeliest first. The rest is worked out when it is asked for."""

    @cached_property
    def script(self) -> str:
        """The script that it is written in."""
        return script_of(self.word)

    @cached_property
    def rank(self) -> int:
        """How hard this is to compare."""
        return rank_of(self.script)

    @cached_property
    def sound(self) -> str:
        """The first of its readings."""
        return self.readings[0]

    @cached_property
    def size(self) -> int:
        """Its length in sounds."""
        return len(self.readings[0])

    @cached_property
    def whole(self) -> tuple[str, ...]:
        """All its readings in features."""
        return tuple(map(spread, self.readings))

    @cached_property
    def codes(self) -> tuple[bytes, ...]:
        """All its readings as codes."""
        return tuple(map(coded, self.readings))

    @cached_property
    def classes(self) -> Mapping[str, float]:
        """The given names that it can be."""
        return given_class(self.word)

    @cached_property
    def ending(self) -> str:
        """The class of its ending as a surname."""
        return ending_of(self.sound)


def rank_of(script: str) -> int:
    """How hard a script is to compare."""
    return _RANKS.get(script, 0)


@lru_cache(maxsize=1 << 16)
def heard(word: str) -> Heard:
    """What one word sounds like and can be."""
    return Heard(word, sounds(word))


@lru_cache(maxsize=1 << 16)
def joined_words(words: tuple[str, ...]) -> Heard:
    """Words as one word, each read by itself; what is of another script than the first is read as a whole."""
    text = "".join(words)
    if len({script_of(word) for word in words}) > 1:
        return heard(text)
    spelled = zip(*(read_by_spelling(word) for word in words), strict=True)
    return Heard(text, tuple(dict.fromkeys("".join(parts) for parts in spelled)))
