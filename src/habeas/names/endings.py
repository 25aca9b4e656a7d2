"""The endings of names: nominatives that an inflected word can come from, forms to expect in texts, women's surnames.

Paradigms stand in endings.csv, pairs of surnames in genders.csv. Everything here is a superset: a form that no writer
would use does no harm to finding, a missing one does. The given word always comes first; no answer holds a word twice.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from csv import reader
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple
from unicodedata import normalize

from habeas.names.script import script_of

SHORTEST = 3  # letters of a nominative
LONGEST_ENDING = 7
APOSTROPHES = "'’"
_HISSING = frozenset("жшчщцšžčćśźżђћџ") | {"z", "x", "c"}
_SOFT_PAIRS = ("sz", "cz", "rz", "sh", "ch", "zh", "ts", "dz")
_VELAR = frozenset("гкхґgkhq")
_VOWELS = frozenset("аеёиоуыэюяіїєаeiouyáéíóúýàèìòùâêîôûäëïöüąęėįųūāēīōăâîőűøåæœ")
_NOT_SPOKEN = frozenset("ьъй'’ʹ")
_SAYS_WOMAN = 3  # letters of an ending from which it says so
_SAYS_NOTHING = frozenset({"ина", "ына", "іна", "ina", "yna", "ная", "ovo"})


class Row(NamedTuple):
    """One line of a table: an ending, the kind of letter before it, and the endings that take its place."""

    languages: tuple[str, ...]
    ending: str
    after: str
    others: tuple[str, ...]


@lru_cache(maxsize=1 << 14)
def nominatives(word: str) -> tuple[str, ...]:
    """The word and every nominative that it can be a case form of: of Лукашенком, among others, Лукашенко.

    What stands after an apostrophe (Lukashenko's, Lukaşenko'nun) is an ending too. Candidates, for a list to choose
    from: most of them are no names.
    """
    found = [word, *_before_apostrophe(word)]
    low = word.lower()
    for stem in _stems(word):
        for row in _by_case().get(low[len(stem) :], ()):
            if _fits(stem, row):
                found.append(_joined(stem, row.ending, word))
    return _own_script(word, found)


@lru_cache(maxsize=1 << 14)
def inflected(word: str, languages: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The word and its case forms, of all languages written in its script or only of those named (ISO 639-1)."""
    found = [word]
    for row, stem in _rows_for(word, _by_nominative()):
        if not languages or languages.intersection(row.languages):
            found += (_joined(stem, other, word) for other in row.others)
    return _own_script(word, found)


@lru_cache(maxsize=1 << 14)
def surname_forms(word: str) -> tuple[str, ...]:
    """The surname and what it is in the other gender: Калеснікаў, Калеснікава; Kowalski, Kowalska."""
    found = [word]
    for row, stem in _rows_for(word, _by_man()):
        found += (_joined(stem, other, word) for other in row.others)
    for row, stem in _rows_for(word, _by_woman()):
        found += (_joined(stem, other, word) for other in row.others)
    return _own_script(word, found)


def female_ending(word: str) -> bool:
    """Whether the surname has an ending that only women's have: -ская, -ova, -ienė."""
    low = word.lower()
    if low[-_SAYS_WOMAN:] not in _woman_last():
        return False
    return any(low[-length:] in endings for length, endings in _says_woman() if len(low) > length + 1)


@cache
def _says_woman() -> tuple[tuple[int, frozenset[str]], ...]:
    """Endings that say woman, by their length."""
    told = [ending for ending in _by_woman() if len(ending) >= _SAYS_WOMAN and ending not in _SAYS_NOTHING]
    return tuple(
        (length, frozenset(one for one in told if len(one) == length)) for length in sorted(set(map(len, told)))
    )


@cache
def _woman_last() -> frozenset[str]:
    """The last letters of those endings, as many as all of them have."""
    return frozenset(ending[-_SAYS_WOMAN:] for _, endings in _says_woman() for ending in endings)


def _rows_for(word: str, index: Mapping[str, tuple[Row, ...]]) -> Iterator[tuple[Row, str]]:
    low = word.lower()
    for stem in _stems(word):
        for row in index.get(low[len(stem) :], ()):
            if _fits(stem, row):
                yield row, stem


def _stems(word: str) -> Iterator[str]:
    """The word without its last letters, the shortest stem first."""
    return (word[: len(word) - length] for length in range(min(LONGEST_ENDING, len(word) - 1), -1, -1))


def _joined(stem: str, ending: str, word: str) -> str:
    return stem + (ending.upper() if len(word) > 1 and word.isupper() else ending)


def _before_apostrophe(word: str) -> list[str]:
    place = max(word.rfind(mark) for mark in APOSTROPHES)
    return [word[:place]] if place >= SHORTEST and len(word) - place <= len("'ndan") else []


def _own_script(word: str, found: list[str]) -> tuple[str, ...]:
    """Without repeats, and without what the table of another script added."""
    script = script_of(word)
    return tuple(one for one in dict.fromkeys(found) if one == word or script_of(one[-1:]) in (script, "Zyyy"))


def _fits(stem: str, row: Row) -> bool:
    """Whether the nominative is long enough and the stem ends in the kind of letter that the row asks for."""
    if len(stem) + len(row.ending) < SHORTEST:
        return False
    return row.after == "-" or any(kind in row.after for kind in _kinds(stem[-2:].lower()))


@lru_cache(maxsize=1 << 12)
def _kinds(end: str) -> str:
    """The kinds of the last letter of a stem, told from its last two."""
    last = end[-1:]
    if last in _VOWELS or normalize("NFD", last)[:1] in _VOWELS:
        return "v"
    if not last.isalpha() or last in _NOT_SPOKEN:
        return "n" if last == "й" else ""
    hissing = last in _HISSING or end in _SOFT_PAIRS
    return "cs" if hissing else "chk" if last in _VELAR else "chn"


@cache
def _by_case() -> Mapping[str, tuple[Row, ...]]:
    """Rows by the ending of a case; there `ending` is the nominative."""
    return _indexed((other, row) for row in _table("endings.csv") for other in row.others)


@cache
def _by_nominative() -> Mapping[str, tuple[Row, ...]]:
    return _indexed((row.ending, row) for row in _table("endings.csv"))


@cache
def _by_man() -> Mapping[str, tuple[Row, ...]]:
    return _indexed((row.ending, row) for row in _table("genders.csv"))


@cache
def _by_woman() -> Mapping[str, tuple[Row, ...]]:
    turned = (row._replace(ending=woman, others=(row.ending,)) for row in _table("genders.csv") for woman in row.others)
    return _indexed((row.ending, row) for row in turned)


def _indexed(rows: Iterator[tuple[str, Row]]) -> Mapping[str, tuple[Row, ...]]:
    index: defaultdict[str, list[Row]] = defaultdict(list)
    for key, row in rows:
        index[key].append(row)
    return {key: tuple(found) for key, found in index.items()}


def _table(name: str) -> list[Row]:
    text = (files("habeas.names") / name).read_text(encoding="utf-8")
    rows = reader(line for line in text.splitlines() if not line.startswith("#"))
    return [Row(tuple(languages.split()), end, after, tuple(others.split())) for languages, end, after, others in rows]
