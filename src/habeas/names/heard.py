"""One word of a name with all that comparing it needs, worked out once: its readings in features and as codes."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from habeas.names.given import given_class
from habeas.names.odds import coded
from habeas.names.script import script_of
from habeas.names.sound import sounds
from habeas.names.spread import spread


class Heard(NamedTuple):
    """A word as written (lower case), its script, its readings in features and (same order) as codes, its classes."""

    word: str
    script: str
    whole: tuple[str, ...]
    codes: tuple[bytes, ...]
    classes: Mapping[str, float]
    tail: str


# Endings of surnames, by the sound of the first reading: the longest wins.
_TAILS = {
    "ov": "ov", "ev": "ov", "ova": "ov", "eva": "ov", "ow": "ov", "aw": "ov", "ew": "ov", "au": "ov", "eu": "ov", "of": "ov", "ou": "ov",
    "awa": "ov", "ava": "ov", "jow": "ov", "jev": "ov",
    "in": "in", "ina": "in", "ski": "ski", "ska": "ski", "skaja": "ski", "cki": "ski", "cka": "ski", "ckaja": "ski", "skij": "ski", "skoj": "ski", "skoi": "ski", "skia":"ski",
    "enko": "ko", "enka": "ko", "anka": "ko", "anko": "ko", "Cuk": "uk", "juk": "uk", "uk": "uk", "viC": "viC", "vic": "viC",
    "ian": "ian", "jan": "ian", "Svili": "Svili", "dze": "dze", "De": "dze", "ak": "ak", "ik": "ik", "ec": "ec", "ejko": "ko", "ka": "ka", "ko":"ka",
}  # fmt: skip


def tail_of(sound: str) -> str:
    for n in (5, 4, 3, 2):
        if len(sound) > n and sound[-n:] in _TAILS:
            return _TAILS[sound[-n:]]
    return ""


@lru_cache(maxsize=1 << 16)
def heard(word: str) -> Heard:
    """What one word sounds like."""
    read = sounds(word)
    classes = {name: weight for name, weight in given_class(word).items()}
    return Heard(word, script_of(word), tuple(map(spread, read)), tuple(map(coded, read)), classes, tail_of(read[0]))
