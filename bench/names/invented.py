"""Pairs of invented names with patronymics in six romanisations, Russian and Belarusian: what `fit` learns kin from.

The labels of the fit part hardly have brothers, fathers, namesakes or surnames of one stem. Here a person has a given
name, a father and a surname of a family of surnames (`invented.toml`); another differs in one of them.
"""

import random
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from habeas.names.given import GivenName, given_names
from habeas.names.script import script_of

UKRAINIAN = "іїєґўў"
EASTERN = 90  # names of men and women at the head of the table, which are East Slavic, taken four times as often
SHORT = 0.25  # of a pair of one person, how often one name is a diminutive
COMMA, WITH_PATRONYMIC, BELARUSIAN, OWN_FORM = 0.25, 0.5, 0.4, 0.5
CHANGES = (
    "given",
    "given",
    "surname",
    "family",
    "family",
    "family",
    "letter",
    "father",
    "woman",
    "parent",
    "all",
)
NEAR = ("сшщцч", "зжс", "тд", "пб", "кгх", "вф", "лр", "мн", "лй")  # consonants that one takes for one another
SUFFIXES = ("ов", "ев", "ёв", "ский", "енко", "ук", "юк", "ич")
SUFFIX = 3  # letters at the end of a surname that stay


class Invented(NamedTuple):
    """A person: woman or man, the name, the father's, the surname (a man's, Russian) and its family."""

    woman: bool
    given: GivenName
    father: GivenName
    surname: str
    family: int


def invented(people: int, seed: int = 7) -> list[tuple[str, str, bool]]:
    """Two names and whether they are one person's; about three pairs a person."""
    dice = random.Random(seed)
    found = []
    for _ in range(people):
        one = _person(dice)
        found.append((_written(one, dice), _written(one, dice), True))
        found.append((_written(one, dice, SHORT), _written(one, dice, SHORT), True))
        changed = dice.choice(CHANGES)
        other = _changed(one, changed, dice)
        if other and not _may_be_one(one, other, changed):
            both = changed == "father" or None
            found.append((_written(one, dice, patronymic=both), _written(other, dice, patronymic=both), False))
    return found


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "invented.toml").read_text(encoding="utf-8"))


@cache
def _given(woman: bool) -> list[GivenName]:
    gender = "f" if woman else "m"
    every = [one for one in given_names() if one.gender == gender and len(one.forms) > 2 and _russian(one)]
    men = [one for one in every if woman or _russian(one)[-1] not in "аяо"]
    return men + men[:EASTERN] * 3


def _russian(name: GivenName) -> str:
    return next((form for form in name.forms if script_of(form) == "Cyrl" and not set(form) & set(UKRAINIAN)), "")


def _person(dice: random.Random) -> Invented:
    woman, family = dice.random() < 1 / 3, dice.randrange(len(_told()["families"]))
    surname = dice.choice(_told()["families"][family].split())
    return Invented(woman, dice.choice(_given(woman)), dice.choice(_given(False)), surname, family)


def _changed(one: Invented, what: str, dice: random.Random) -> Invented | None:
    """Another person who shares the rest: a sister, a namesake, a father, one whose surname is of the same stem."""
    new = _person(dice)
    match what:
        case "given":
            return one._replace(given=dice.choice(_given(one.woman)))
        case "surname":
            return one._replace(surname=new.surname, family=new.family)
        case "family":
            kin = [name for name in _told()["families"][one.family].split() if name != one.surname]
            return one._replace(surname=dice.choice(kin))
        case "letter":
            return _respelt(one, dice)
        case "father":
            return one._replace(father=new.father)
        case "woman":
            return one._replace(woman=not one.woman, given=dice.choice(_given(not one.woman)))
        case "parent":
            return one._replace(woman=False, given=one.father, father=new.father)
    return new


def _respelt(one: Invented, dice: random.Random) -> Invented | None:
    """A surname in which one consonant before the suffix is another."""
    low = one.surname.lower()
    if not low.endswith(SUFFIXES):
        return None
    changes = [(place, other) for place in range(max(1, len(low) - SUFFIX)) for group in NEAR
               for other in group if low[place] in group and other != low[place]]  # fmt: skip
    if not changes:
        return None
    place, other = dice.choice(changes)
    return one._replace(surname=(low[:place] + other + low[place + 1 :]).capitalize())


def _may_be_one(one: Invented, other: Invented, changed: str) -> bool:
    """Whether nothing that is always written tells the two apart."""
    same_given = one.given is other.given or bool(one.given.root and one.given.root == other.given.root)
    fathers = one.father is other.father or changed != "father"
    return one.surname == other.surname and same_given and one.woman == other.woman and fathers


def _written(one: Invented, dice: random.Random, short: float = 0.0, patronymic: bool | None = None) -> str:
    kind = dice.choice(
        ("russian", "russian", "cyrillic", "english", "belarusian", "german", "polish", "french", "scholarly")
    )
    belarusian = kind in ("cyrillic", "belarusian") or (kind in ("german", "polish") and dice.random() < BELARUSIAN)
    surname, father = _surname(one, belarusian), _patronymic(_russian(one.father), one.woman, belarusian)
    given = _form(one.given, kind, dice, short)
    if kind not in ("russian", "cyrillic"):
        surname, father = _romanised(surname, kind), _romanised(father, kind)
    middle = [father] if (dice.random() < WITH_PATRONYMIC if patronymic is None else patronymic) else []
    if dice.random() < COMMA:
        return " ".join([surname + dice.choice((",", ",", "")), given, *middle])
    return " ".join([given, *middle, surname])


def _form(name: GivenName, kind: str, dice: random.Random, short: float) -> str:
    cyrillic = kind in ("russian", "cyrillic")
    if not cyrillic and dice.random() > OWN_FORM:
        return _romanised(_russian(name), kind)
    listed = name.short if name.short and dice.random() < short else name.forms
    return dice.choice([form for form in listed if (script_of(form) == "Cyrl") == cyrillic][:4] or [_russian(name)])


def _surname(one: Invented, belarusian: bool) -> str:
    surname = _with_ending(one.surname, _told()["woman"]) if one.woman else one.surname
    if not belarusian:
        return surname
    return _with_ending(surname, _told()["belarusian"]).replace("щ", "шч").replace("и", "і")


def _with_ending(word: str, endings: dict[str, str]) -> str:
    for old in sorted(endings, key=len, reverse=True):
        if word.endswith(old):
            return word.removesuffix(old) + endings[old]
    return word


def _patronymic(father: str, daughter: bool, belarusian: bool) -> str:
    """Of a Russian name: Андрей, Андреевич, Андреевна; Belarusian Андрэевіч is near enough."""
    soft = father[-1] in "йья"
    stem = father.removesuffix("ий") + "ь" if father.endswith("ий") else father.rstrip("йьаяо")
    vowel = "е" if soft else "а" if belarusian else "о"
    ending = ("ўна" if belarusian else "вна") if daughter else ("віч" if belarusian else "вич")
    return (stem.replace("и", "і") if belarusian else stem) + vowel + ending


def _romanised(word: str, kind: str) -> str:
    letters = _told()["letters"]
    table = dict(zip(letters["cyrillic"], letters[kind].split(), strict=True))
    return "".join(table.get(letter, "").replace("-", "") for letter in word.lower()).capitalize()
