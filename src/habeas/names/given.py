"""The given names that a word can be: classes with weights, in any script and romanisation.

A class is one name in the forms that its bearers' own documents use side by side (Дзмітрый, Дмитрий, Dmytro). Its
diminutives and doubles (Зміцер, Dima) belong to it less, and less still where they belong to several classes (Саша). A
root, written in capitals, ties the names that languages made of one origin (Ivan, John, Jean). Source: given.csv.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from csv import reader
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from habeas.names.fold import fold
from habeas.names.sound import sound, sounds

FORM = 1.0
SHORT = {1: 0.8, 2: 0.6}  # by how many classes share it
SHARED_BY_MORE = 0.5
ROOT = 0.7  # of the weight of the class below it
HEARD = 0.95  # of the weight, where a word only sounds like a form
NONE: Mapping[str, float] = MappingProxyType({})


class GivenName(NamedTuple):
    """One line of the table."""

    name: str
    gender: str
    root: str
    forms: tuple[str, ...]
    short: tuple[str, ...]


@cache
def given_names() -> tuple[GivenName, ...]:
    """The table, as it stands in given.csv."""
    text = (files("habeas.names") / "given.csv").read_text(encoding="utf-8")
    rows = reader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        GivenName(name, gender, root, tuple(forms.split()), tuple(short.split()))
        for name, gender, root, forms, short in rows
    )


@lru_cache(maxsize=1 << 16)
def given_class(word: str) -> Mapping[str, float]:
    """Classes and roots of one word with their weights in 0..1, likeliest first; empty if it is no known given name.

    Two words are one name as far as the greatest product of the weights of a class that they share.
    """
    folded = fold(word).strip("'")
    found = _by_spelling().get(folded) or _of_parts(folded)
    if found is None and len(folded) > 2:
        found = next((heard for reading in sounds(word) if (heard := _by_sound().get(reading))), None)
    return found or NONE


def gender_of_given(word: str) -> str | None:
    """ "female" or "male", if every class of the word is so; else None."""
    genders = {_genders()[name] for name in given_class(word) if not name.isupper()}
    return {"f": "female", "m": "male"}.get(genders.pop()) if len(genders) == 1 else None


def _of_parts(folded: str) -> Mapping[str, float] | None:
    """Of a double given name, what its first part is, a little less so: Jean-Pierre, Анна-Мария."""
    first, dash, rest = folded.partition("-")
    head, tail = _by_spelling().get(first), _by_spelling().get(rest)
    return _weighed(head, HEARD) if dash and head and tail else None


def _entries() -> Iterator[tuple[str, str, float]]:
    """Every word of the table, its class and its weight there."""
    shared: defaultdict[str, set[str]] = defaultdict(set)
    for row in given_names():
        for word in row.short:
            shared[fold(word)].add(row.name)
    for row in given_names():
        yield from ((word, row.name, FORM) for word in row.forms)
        yield from ((word, row.name, SHORT.get(len(shared[fold(word)]), SHARED_BY_MORE)) for word in row.short)


@cache
def _by_spelling() -> Mapping[str, Mapping[str, float]]:
    return _index((fold(word), name, weight) for word, name, weight in _entries())


@cache
def _by_sound() -> Mapping[str, Mapping[str, float]]:
    return _index((heard, name, weight * HEARD) for word, name, weight in _entries() if len(heard := sound(word)) > 2)


def _index(entries: Iterator[tuple[str, str, float]]) -> Mapping[str, Mapping[str, float]]:
    index: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for key, name, weight in entries:
        for one, its in ((name, weight), (_roots().get(name, ""), weight * ROOT)):
            if one:
                index[key][one] = max(its, index[key].get(one, 0.0))
    return {key: _ordered(classes) for key, classes in index.items()}


def _ordered(classes: Mapping[str, float]) -> Mapping[str, float]:
    return MappingProxyType(dict(sorted(classes.items(), key=lambda item: (-item[1], item[0]))))


def _weighed(classes: Mapping[str, float], by: float) -> Mapping[str, float]:
    return MappingProxyType({name: weight * by for name, weight in classes.items()})


@cache
def _roots() -> Mapping[str, str]:
    return {row.name: row.root for row in given_names()}


@cache
def _genders() -> Mapping[str, str]:
    return {row.name: row.gender for row in given_names()}
