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
from itertools import pairwise
from operator import add
from types import MappingProxyType
from typing import NamedTuple

from habeas.names.fold import fold
from habeas.names.parts.lists import folded
from habeas.names.script import script_of
from habeas.names.sound import sound, sounds

FORM = 1.0
SHORT = {1: 0.8, 2: 0.6}  # by how many classes share it
SHARED_BY_MORE = 0.5
ROOT = 0.7  # of the weight of the class below it
HEARD = 0.95  # of the weight, where a word only sounds like a form
SECOND = 0.6  # of the weight, for the second part of a double name
BALTIC = ("ijus", "jus", "ius", "as", "is", "us")
READINGS = 2  # of a Latin word
SHORTEST = {"Latn": 4, "Hani": 99}  # sounds; the sound of a character says too little
SHORTEST_ELSEWHERE = 3
_LOOSELY = str.maketrans("hxw", "ggv", "j")
_BEFORE = {f"i{vowel}": "" for vowel in "aeiou"} | {f"u{vowel}": "v" for vowel in "aeiou"}
_BEFORE |= {f"D{after}": "d" for after in "eim"}  # soft дз
_GLIDING = frozenset(("au", "eu", "ou"))  # Yauhen is Яўген: before a consonant this u is a v
_SOFTENED = {f"{one}{vowel}": hard for one, hard in (("c", "t"), ("D", "d")) for vowel in "aeiou"}
_GLIDES = ("ei", "ai", "oi")
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
    low = word.lower()
    if low != word:
        return given_class(low)
    bare = folded(word).strip("'")
    return _by_spelling().get(bare) or _of_parts(bare) or _heard(word) or _baltic(bare, word) or NONE


def _baltic(bare: str, word: str) -> Mapping[str, float] | None:
    """What is left without the nominative ending that Lithuanian and Latvian give to foreign names: Ihar-is, Žan-s."""
    if not word.endswith(("s", "S")):
        return None
    for ending in BALTIC if word.isascii() else (*BALTIC, "s"):
        stem = bare.removesuffix(ending)
        found = (_by_spelling().get(stem) or _heard(stem)) if len(bare) > len(stem) >= SHORTEST["Latn"] else None
        if found:
            return _ordered({name: weight * HEARD for name, weight in found.items()})
    return None


def _heard(word: str) -> Mapping[str, float] | None:
    """What it sounds like. A short word in a script that can be read in many ways hits by chance: passed over."""
    script = script_of(word)
    index, shortest = _by_sound(script != "Latn"), SHORTEST.get(script, SHORTEST_ELSEWHERE)
    for reading in sounds(word)[: READINGS if script == "Latn" else None]:
        found = index.get(core(reading)) if len(reading) >= shortest else None
        if found:
            return found
    softened = core(_softened(sound(word))) if script == "Latn" else ""
    return index.get(softened) if len(softened) >= shortest else None


def _softened(heard: str) -> str:
    """As Polish and łacinka write Belarusian: Waliancin is Валянцін, whose ц is a soft t."""
    return "".join([_SOFTENED.get(one + after, one) for one, after in pairwise(heard + " ")])


def core(heard: str) -> str:
    """A sound without what some romanisations tell apart and others do not: ей and е at the end, г and х, дз and д."""
    first = "j" if heard[:1] == "j" and heard[1:2] != "e" else ""
    kept = first + heard.translate(_LOOSELY)
    kept = kept[:-1] if kept.endswith(_GLIDES) else kept
    if not ("i" in kept or "u" in kept or "D" in kept):
        return kept
    twos = set(map(add, kept, kept[1:]))
    if not _GLIDING.isdisjoint(twos):
        kept = _with_glides(kept)
    if _BEFORE.keys().isdisjoint(twos):
        return kept
    return "".join([_BEFORE.get(one + after, one) for one, after in pairwise(kept + " ")])


def _with_glides(kept: str) -> str:
    """With v for a u that follows on a, e or o."""
    return kept[:1] + "".join(["v" if before + one in _GLIDING else one for before, one in pairwise(kept)])


@lru_cache(maxsize=1 << 15)
def gender_of_given(word: str) -> str | None:
    """ "female" or "male", if every likeliest class of the word is so; else None."""
    classes = given_class(word)
    names = {name: weight for name, weight in classes.items() if not name.isupper()}
    best = max(names.values(), default=0.0)
    genders = {_genders()[name] for name, weight in names.items() if weight == best}
    return {"f": "female", "m": "male"}.get(genders.pop()) if len(genders) == 1 else None


def _of_parts(bare: str) -> Mapping[str, float] | None:
    """Of a double given name, what its first part is, and its second, less: Jean-Pierre, Анна-Мария."""
    if "-" not in bare:
        return None
    first, _, rest = bare.partition("-")
    head, tail = _by_spelling().get(first), _by_spelling().get(rest)
    if not (head and tail):
        return None
    less = {name: weight * SECOND for name, weight in tail.items()}
    return _ordered(less | {name: max(weight * HEARD, less.get(name, 0.0)) for name, weight in head.items()})


def told_by_sound(row: GivenName) -> tuple[str, ...]:
    """The forms of a line whose sound is worth knowing: where others tell it, not the Latin ones, slow to read."""
    others = tuple(word for word in row.forms if script_of(word) != "Latn")
    return others or row.forms


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
def _by_sound(pet_names: bool) -> Mapping[str, Mapping[str, float]]:
    worth = {word for row in given_names() for word in told_by_sound(row)}
    if pet_names:
        worth |= {word for row in given_names() for word in row.short if script_of(word) != "Latn"}
    return _index((core(sound(word)), name, weight * HEARD) for word, name, weight in _entries() if word in worth)


def _index(entries: Iterator[tuple[str, str, float]]) -> Mapping[str, Mapping[str, float]]:
    index: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for key, name, weight in entries:
        for one, its in ((name, weight), (_roots().get(name, ""), weight * ROOT)):
            if one:
                index[key][one] = max(its, index[key].get(one, 0.0))
    return {key: _ordered(classes) for key, classes in index.items()}


def _ordered(classes: Mapping[str, float]) -> Mapping[str, float]:
    return MappingProxyType(dict(sorted(classes.items(), key=lambda item: (-item[1], item[0]))))


@cache
def _roots() -> Mapping[str, str]:
    return {row.name: row.root for row in given_names()}


@cache
def _genders() -> Mapping[str, str]:
    return {row.name: row.gender for row in given_names()}


def shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How far two words are one given name, by their classes: the greatest product of weights in one; 0 if none."""
    return max((weight * other[name] for name, weight in one.items() if name in other), default=0.0)
