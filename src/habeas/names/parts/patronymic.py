"""Whether a word is made as a patronymic, of a father's name or not, and whose: a son's or a daughter's.

Known by the sound of the ending, so that Рыгоравіч, Григорьевич, Hryhorovych, Grigorjewitsch and Ryhorawicz are alike.
Belarusian, Russian, Ukrainian -vich and -vna; Bulgarian -ov, -ova; Icelandic -son, -dóttir; Kazakh -uly, -kyzy.
Only the rest of a name tells whether such a word is its patronymic: Статкевич and Ivanov are surnames.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from habeas.names.given import NONE
from habeas.names.parts.father import RULES_OF_THEIR_OWN, fathers_of
from habeas.names.parts.lists import folded
from habeas.names.script import script_of
from habeas.names.sound import sound, sounds

SUFFIX = len("wicz")
READINGS = 4  # of a short Latin word, which has a suffix by chance
_SON = tuple(f"{vowel}vi{last}" for vowel in "oeaiu" for last in ("C", "S", "tS", "ts", "Cs", "Ci", "cj", "t"))
_DAUGHTER = ("ovna", "evna", "avna", "ivna", "owna", "ewna", "auna", "euna", "awna", "iwna", "ouna", "ofna", "efna")
_OTHERS = ("ijiC", "jiC", "iC", "itS", "iCna", "itSna", "iSna", "icna")  # Ильич, Никитична, of a few names only
_BULGARIAN = {"ov": "male", "ev": "male", "ova": "female", "eva": "female"}
_TURKIC = {"uly": "male", "uli": "male", "ogly": "male", "улы": "male", "ұлы": "male", "оглы": "male"}
_TURKIC |= {"kyzy": "female", "qyzy": "female", "kizi": "female", "қызы": "female", "кызы": "female"}
_SLAVIC_ENDINGS = ((_SON, "male"), (_DAUGHTER, "female"), (_OTHERS, ""))
_ANY_SLAVIC = (*_SON, *_DAUGHTER, *_OTHERS)
_ANY_BULGARIAN = tuple(_BULGARIAN)
_LAST_TWO = frozenset(ending[-2:] for ending in _ANY_SLAVIC)
_TURKIC_ENDINGS = tuple(_TURKIC)
_STRESSED_NAME = "пятр"
_STRESSED = ("овіч", "эвіч")  # in Belarusian a surname; an unstressed patronymic has -авіч, -евіч


class Made(NamedTuple):
    """Made of a known father's name, or only so by its ending; a son's or a daughter's; in an East Slavic spelling."""

    of_name: bool
    gender: str
    eastern: bool


@lru_cache(maxsize=1 << 14)
def made_as_patronymic(word: str) -> Made | None:
    """East Slavic patronymic, or None."""
    found = _slavic(word)
    return Made(bool(found[1]), found[0], _eastern(word, found[0])) if found else None


def father_class(word: str) -> Mapping[str, float]:
    """Classes (see `given_class`) of the father's name in a Slavic patronymic; empty if it is none or not known."""
    found = _slavic(word)
    return found[1] if found else next((fathers_of(stem, hard=True) for stem, _ in _bulgarian(word)), NONE)


@lru_cache(maxsize=1 << 14)
def _slavic(word: str) -> tuple[str, Mapping[str, float]] | None:
    """Whose an East Slavic patronymic is, and the father; by the likeliest reading that has a known name, if any."""
    if len(word) < len("Ilich"):
        return None
    found = [(gender, _named(word, stem, ending)) for stem, ending, gender in _parted(word)]
    polish = word[:-SUFFIX].replace("ch", "kh") + word[-SUFFIX:]  # Michajławicz
    if polish != word and not any(father for _, father in found):
        found = [(gender, _named(word, stem, ending)) for stem, ending, gender in _parted(polish)] or found
    return next((one for one in found if one[1]), found[0]) if found else None


def _parted(word: str) -> Iterator[tuple[str, str, str]]:
    """What stands before the suffix, the suffix and whose it is, reading by reading."""
    for heard in sounds(word)[: READINGS if len(word) < len("Ivanovich") else None]:
        if heard[-2:] not in _LAST_TWO or not heard.endswith(_ANY_SLAVIC):
            continue
        for endings, gender in _SLAVIC_ENDINGS:
            ending = next((one for one in endings if heard.endswith(one)), "")
            stem = heard.removesuffix(ending)
            if ending and stem and (gender or stem in RULES_OF_THEIR_OWN):
                yield stem, ending, gender or ("female" if ending.endswith("a") else "male")


def _named(word: str, stem: str, ending: str) -> Mapping[str, float]:
    surname = word.lower().endswith(_STRESSED) and not word.lower().startswith(_STRESSED_NAME)
    return NONE if surname else fathers_of(stem, hard=not ending.startswith("e"))


@lru_cache(maxsize=1 << 14)
def made_bulgarian(word: str) -> str | None:
    """Gender of a Bulgarian or Macedonian patronymic of a known father's name: Методиев, Георгиева; else None."""
    return next((gender for stem, gender in _bulgarian(word) if fathers_of(stem, hard=True)), None)


def _bulgarian(word: str) -> Iterator[tuple[str, str]]:
    heard = sound(word)
    ends = _BULGARIAN.items() if heard.endswith(_ANY_BULGARIAN) else ()
    return ((heard.removesuffix(end), gender) for end, gender in ends if heard.endswith(end))


@lru_cache(maxsize=1 << 14)
def made_like_bulgarian(word: str) -> str | None:
    """Gender of a word in -ов, -ев, -ова, -ева, of whatever name; else None."""
    heard = sound(word)
    if not heard.endswith(_ANY_BULGARIAN):
        return None
    return next(gender for ending, gender in _BULGARIAN.items() if heard.endswith(ending))


def made_turkic(word: str) -> str | None:
    """Gender of a word that itself ends in son or daughter: Әбішұлы, Abishuly, Сапарқызы; else None."""
    low = word.lower()
    if not low.endswith(_TURKIC_ENDINGS):
        return None
    return next((its for end, its in _TURKIC.items() if low.endswith(end) and len(low) > len(end) + 2), None)


def made_icelandic(word: str, others: str) -> str | None:
    """Gender of -son, -dóttir. A son only where the name has letters that Icelandic and Faroese alone write."""
    low = folded(word)
    if low.endswith("dottir") or sound(word).endswith(("dotir", "dotur")):
        return "female"
    if not low.endswith("son") or len(low) <= len("sson"):
        return None
    return "male" if any(letter in (others + word).lower() for letter in "ðþ") else None


def _eastern(word: str, gender: str) -> bool:
    """Not as Serbs, Croats and Poles spell their surnames: -ić, -ић, -wicz."""
    low = word.lower()
    return gender == "female" or not low.endswith(("ić", "ић", "wicz")) or script_of(word) not in ("Latn", "Cyrl")
