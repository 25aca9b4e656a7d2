"""Whether two surnames are made with different endings: Romanov and Romanenko, Kravets and Kravtsov are two families.

By the sound of the endings that `sounds/surname_endings.toml` puts in classes. A man's and a woman's ending are one.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import groupby

from habeas.names.sound import read_by_spelling
from habeas.names.sounds.rewrite import table

SHORTEST = 3
SPELLINGS = 4  # of a Latin word, by which consonants are told: Slavic, English, German, French
# Consonants as far as spellings keep them in one name: Ковалёв and Кавалёў, Горбач and Harbacz, Жуков and Schukow.
_SOFT = str.maketrans({"ś": "s", "ź": "z", "ć": "c"})
_KEPT = str.maketrans("whxcDLzZ", "vggtdlsS", "aeiouj")


def ending_of(heard: str) -> str:
    """Class of the ending that a sound has for certain, "" for none: of "romanenko" "enko"."""
    certain = _certain()
    if heard[-2:] not in _certain_last():
        return ""
    for length in range(min(len(heard) - 2, _longest()), 1, -1):
        if heard[-length:] in certain:
            return certain[heard[-length:]]
    return ""


def ends_in(heard: str, names: frozenset[str]) -> bool:
    """Whether a sound ends as one of these classes do, for certain or not."""
    classes = classes_of_endings()
    return any(classes.get(heard[-length:]) in names for length in range(2, min(len(heard) - 2, _longest()) + 1))


@lru_cache(maxsize=1 << 15)
def made_apart(one: str, other: str) -> bool:
    """Whether one of two sounds is the other with an ending more: "Zuk" and "Zukov"."""
    short, long = sorted((one, other), key=len)
    return any(
        len(stem) >= SHORTEST and long.startswith(stem) and long[len(stem) :] in classes_of_endings()
        for stem in (short, short.rstrip("aeiou"))
    )


@lru_cache(maxsize=1 << 15)
def consonants(word: str) -> frozenset[str]:
    """The consonants of every reading of a word, without repeats; ch, ś and ź also as Poles and łacinka write them."""
    polish = word.replace("ch", "kh").translate(_SOFT)
    read = (
        heard.translate(_KEPT) for one in dict.fromkeys((word, polish)) for heard in read_by_spelling(one)[:SPELLINGS]
    )
    return frozenset("".join(one for one, _ in groupby(bare.replace("SC", "S").replace("Sn", "sn"))) for bare in read)


@cache
def classes_of_endings() -> Mapping[str, str]:
    """Every ending and its class."""
    return {ending: name for name, endings in table("surname_endings")["class"].items() for ending in endings}


@cache
def _certain() -> Mapping[str, str]:
    told = table("surname_endings")["certain"]
    return {
        end: name for end, name in classes_of_endings().items() if name in told["classes"] and end not in told["not"]
    }


@cache
def _certain_last() -> frozenset[str]:
    """The last two sounds of the certain endings."""
    return frozenset(ending[-2:] for ending in _certain())


@cache
def _longest() -> int:
    return max(map(len, classes_of_endings()))
