"""Words of a name that are bound to others: particles before a surname, sons and daughters of, servants of.

A patronymic takes two words (Heydar oglu, bin Salman); a particle opens a surname that goes to the end of the name
(von Bismarck, de la Rúa Pérez).
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from habeas.names.fold import fold
from habeas.names.lists import listed
from habeas.names.parts import Part, Parts


def mark_bound(texts: Sequence[str], names: Sequence[int], parts: Parts) -> None:
    """Mark the bound words among `names` (places in `texts`) that have no part yet."""
    for order, place in enumerate(names):
        folded = _folded(texts[place])
        if place in parts:
            continue
        if order and folded in listed("particles", "father"):
            _take(names[order - 1 : order + 1], "patronymic", parts)
        elif not order and folded in listed("particles", "joined") and len(names) > 1:
            _take(names[:2], "given", parts)
        elif _opens(texts, names, order):
            _from_here(texts, names, order, parts)


def _opens(texts: Sequence[str], names: Sequence[int], order: int) -> bool:
    """A particle: in lower case anywhere but at the end, with a capital only inside."""
    text = texts[names[order]]
    if order == len(names) - 1 or _folded(text) not in _particles():
        return False
    if text.islower() and text.upper() != text:
        return True
    return order > 0 and _folded(text) not in listed("particles", "only_low")


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    return fold(word)


@cache
def _particles() -> frozenset[str]:
    return listed("particles", "surname") | listed("particles", "son")


def _from_here(texts: Sequence[str], names: Sequence[int], order: int, parts: Parts) -> None:
    rest = names[order:]
    son = _folded(texts[names[order]]) in listed("particles", "son")
    if son and len(rest) > 2:
        _take(rest[:2], "patronymic", parts)
        if _folded(texts[rest[2]]) not in _particles():
            _take(rest[2:], "surname", parts)
    elif not order:
        _take(_first_unit(texts, rest), "surname", parts)
    else:
        _take(rest, "surname", parts)


def _first_unit(texts: Sequence[str], rest: Sequence[int]) -> Sequence[int]:
    """At the front the surname is the particles and one word: "van der Bellen Alexander"."""
    particles = listed("particles", "surname")
    end = next((at for at, place in enumerate(rest) if _folded(texts[place]) not in particles), len(rest) - 1)
    return rest[: end + 1]


def _take(places: Sequence[int], part: Part, parts: Parts) -> None:
    for place in places:
        parts.setdefault(place, part)
