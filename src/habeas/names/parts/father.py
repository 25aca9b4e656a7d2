"""The father's name that a patronymic is made of, by its sound: Рыгоравіч, Григорьевич and Hryhorovych are of one.

Names lose their last vowels before the suffix (Николай: Николаевич), some gain a letter (Яковлевич) or are their own
rule (Львович, Ильич). Sources of the rules: Russian Grammar (1980), vol. 1, on patronymics; Belarusian orthography
(2008).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from habeas.names.given import FORM, HEARD, NONE, ROOT, core, given_names, told_by_sound
from habeas.names.script import script_of
from habeas.names.sound import sound

VOWELS = "aeiouj"
SHORTEST = 2  # sounds of a stem
HARD = frozenset("бвгдзклмнпрстфх")
WITH_L = ("vl", "ul", "pl", "bl", "ml")  # Яковлевич
RULES_OF_THEIR_OWN = {
    "lv": "leu",
    "il": "illia",
    "ilj": "illia",
    "ilin": "illia",
    "luk": "lukash",
    "kuzm": "kuzma",
    "kuzmin": "kuzma",
    "fom": "fama",
    "fomin": "fama",
    "nikit": "mikita",
    "mikit": "mikita",
    "sav": "savelii",
}


def fathers_of(stem: str, hard: bool) -> Mapping[str, float]:
    """Classes of the father's name by the sound of what stands before the suffix; empty if none is known.

    `hard`: the suffix is -ович. Before -евич a stem must be able to be soft: Борис-ович, but Борис-евич is a surname.
    """
    own = RULES_OF_THEIR_OWN.get(stem)
    if own:
        return {own: FORM}
    bare = core(stem).rstrip(VOWELS)
    index = _all() if hard or stem[-1] in VOWELS else _soft()
    return index.get(bare) or (_all().get(bare[:-1]) if bare.endswith(WITH_L) else None) or NONE


@cache
def _all() -> Mapping[str, Mapping[str, float]]:
    """Men's names by their stems: nikolaj and nikola are nikol. Not pet names: Мацкевич and Янкевич are surnames."""
    return _by_stem(_men())


@cache
def _soft() -> Mapping[str, Mapping[str, float]]:
    """Of those the ones whose Cyrillic form ends in no hard consonant."""
    return _by_stem((name, word) for name, word in _men() if script_of(word) == "Cyrl" and word[-1].lower() not in HARD)


def _men() -> Iterator[tuple[str, str]]:
    """Class and form: Cyrillic ones, of which patronymics are made, where a name has some."""
    for row in given_names():
        if row.gender != "f":
            told = told_by_sound(row)
            yield from ((row.name, word) for word in [one for one in told if script_of(one) == "Cyrl"] or told)


def _by_stem(words: Iterator[tuple[str, str]]) -> Mapping[str, Mapping[str, float]]:
    index: defaultdict[str, dict[str, float]] = defaultdict(dict)
    roots = {row.name: row.root for row in given_names() if row.root}
    for name, word in words:
        stem = core(sound(word)).rstrip(VOWELS)
        if len(stem) >= SHORTEST:
            index[stem][name] = HEARD
            if name in roots:
                index[stem][roots[name]] = HEARD * ROOT
    return index
