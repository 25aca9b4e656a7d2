"""Words of a name that are bound to others: particles before a surname, sons and daughters of, servants of.

A patronymic takes two words (Heydar oglu, bin Salman); a particle opens a surname that goes to the end of the name
(von Bismarck, de la Rúa Pérez).
"""

from collections.abc import Sequence
from functools import cache

from habeas.names.parts.lists import folded, listed
from habeas.names.parts.parts import Part, Parts, by_heart, known


def mark_bound(texts: Sequence[str], names: Sequence[int], parts: Parts) -> None:
    """Mark the bound words among `names` (places in `texts`) that have no part yet."""
    if _binding().isdisjoint([folded(texts[place]) for place in names]):
        return
    for order, place in enumerate(names):
        word = folded(texts[place])
        if place in parts:
            continue
        if order and word in listed("particles", "father"):
            _take(names[order - 1 : order + 1], "patronymic", parts)
        elif not order and word in listed("particles", "joined") and len(names) > 1:
            _take(names[:2], "given", parts)
        elif _opens(texts, names, order):
            _from_here(texts, names, order, parts)


def _opens(texts: Sequence[str], names: Sequence[int], order: int) -> bool:
    """A particle: in lower case anywhere but at the end, with a capital inside or before another (Ван дер Беллен)."""
    text = texts[names[order]]
    if order == len(names) - 1 or folded(text) not in _particles():
        return False
    if text.islower() and text.upper() != text:
        return True
    inside = order > 0 or (texts[names[1]].islower() and folded(texts[names[1]]) in _particles())
    return inside and folded(text) not in listed("particles", "only_low")


@cache
def _binding() -> frozenset[str]:
    return _particles() | listed("particles", "father") | listed("particles", "joined")


@cache
def _particles() -> frozenset[str]:
    return listed("particles", "surname") | listed("particles", "son")


def _from_here(texts: Sequence[str], names: Sequence[int], order: int, parts: Parts) -> None:
    rest = names[order:]
    son = folded(texts[names[order]]) in listed("particles", "son")
    if son and len(rest) > 2:
        _take(rest[:2], "patronymic", parts)
        if folded(texts[rest[2]]) not in _particles():
            _take(rest[2:], "surname", parts)
    elif not order:
        _take(_first_unit(texts, rest), "surname", parts)
    else:
        _take(_with_first_half(texts, names, order), "surname", parts)


def _with_first_half(texts: Sequence[str], names: Sequence[int], order: int) -> Sequence[int]:
    """To the end, but not a given name that stands there; in Ortega y Gasset from the word before."""
    turned = len(names) - order > 2 and by_heart(texts[names[-1]]) and not known(texts[names[0]])
    between = folded(texts[names[order]]) in listed("particles", "between")
    return names[order - (between and (turned or order > 1)) : len(names) - turned]


def _first_unit(texts: Sequence[str], rest: Sequence[int]) -> Sequence[int]:
    """At the front the surname is the particles and one word: "van der Bellen Alexander"."""
    particles = listed("particles", "surname")
    end = next((at for at, place in enumerate(rest) if folded(texts[place]) not in particles), len(rest) - 1)
    return rest[: end + 1]


def _take(places: Sequence[int], part: Part, parts: Parts) -> None:
    for place in places:
        parts.setdefault(place, part)
