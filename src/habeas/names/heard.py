"""One word of a name with all that comparing it needs, worked out once: its readings in features and as codes."""

from functools import lru_cache
from typing import NamedTuple

from habeas.names.odds import coded
from habeas.names.script import script_of
from habeas.names.sound import sounds
from habeas.names.spread import spread


class Heard(NamedTuple):
    """A word as written (lower case), its script, and its readings: in features, and as codes of the same order."""

    word: str
    script: str
    whole: tuple[str, ...]
    codes: tuple[bytes, ...]


@lru_cache(maxsize=1 << 16)
def heard(word: str) -> Heard:
    """What one word sounds like."""
    read = sounds(word)
    return Heard(word, script_of(word), tuple(map(spread, read)), tuple(map(coded, read)))
