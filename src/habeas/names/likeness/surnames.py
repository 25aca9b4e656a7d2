"""Whether two surnames are made with different endings: Romanov and Romanenko, Kravets and Kravtsov are two families.

By the sound of the endings that `sounds/surname_endings.toml` puts in classes. A man's and a woman's ending are one.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from habeas.names.sounds.rewrite import table

_SHORTEST = 3


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
    classes = _classes()
    return any(classes.get(heard[-length:]) in names for length in range(2, min(len(heard) - 2, _longest()) + 1))


@lru_cache(maxsize=1 << 15)
def made_apart(one: str, other: str) -> bool:
    """Whether one of two sounds is the other with an ending more: "Zuk" and "Zukov"."""
    short, long = sorted((one, other), key=len)
    return any(
        len(stem) >= _SHORTEST and long.startswith(stem) and long[len(stem) :] in _classes()
        for stem in (short, short.rstrip("aeiou"))
    )


@cache
def _classes() -> Mapping[str, str]:
    return {ending: name for name, endings in table("surname_endings")["class"].items() for ending in endings}


@cache
def _certain() -> Mapping[str, str]:
    told = table("surname_endings")["certain"]
    return {end: name for end, name in _classes().items() if name in told["classes"] and end not in told["not"]}


@cache
def _certain_last() -> frozenset[str]:
    """The last two sounds of the certain endings."""
    return frozenset(ending[-2:] for ending in _certain())


@cache
def _longest() -> int:
    return max(map(len, _classes()))
