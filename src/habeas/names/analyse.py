"""A name taken apart for comparing: its words, what each sounds like, and what part of the name it is where that is known.

All that `compare` needs is worked out here once, so that one name can be compared with many.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from habeas.names.script import script_of
from habeas.names.sound import bones_of, sounds
from habeas.names.spread import consonants, spread

_ABJADS = ("Arab", "Hebr")
_SPLITS = str.maketrans(dict.fromkeys(",·・-–=־\u200c.()၊;/", " "))


class Heard(NamedTuple):
    """One word: as written (lower case), its readings in features, whole and consonants only, and its bones."""

    word: str
    whole: tuple[str, ...]
    consonants: tuple[str, ...]
    bones: str
    abjad: bool


class Analysed(NamedTuple):
    """A name and its words, in the order in which they stand."""

    original: str
    words: tuple[Heard, ...]


@lru_cache(maxsize=1 << 16)
def heard(word: str) -> Heard:
    """What one word sounds like."""
    read = sounds(word)
    whole = tuple(dict.fromkeys(spread(one) for one in read))
    bare = tuple(dict.fromkeys(consonants(one) for one in read))
    return Heard(word, whole, bare, bones_of(read[0]), script_of(word) in _ABJADS)


def analyse(name: str) -> Analysed:
    """`name` ready for `compare`; any text is taken, words without letters are left out."""
    written: Sequence[str] = name.translate(_SPLITS).lower().split()
    return Analysed(name, tuple(one for one in map(heard, written) if one.whole[0]))
