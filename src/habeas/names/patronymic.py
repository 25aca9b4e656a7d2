"""Whether a word is made as a patronymic, of a father's name or not, and whose: a son's or a daughter's.

Known by the sound of the ending, so that Рыгоравіч, Григорьевич, Hryhorovych, Grigorjewitsch and Ryhorawicz are alike.
Belarusian, Russian, Ukrainian -vich and -vna; Bulgarian -ov, -ova; Icelandic -son, -dóttir; Kazakh -uly, -kyzy.
Only the rest of a name tells whether such a word is its patronymic: Статкевич and Ivanov are surnames.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from habeas.names.fold import fold
from habeas.names.given import given_names
from habeas.names.script import script_of
from habeas.names.sound import sound, sounds

_SON = tuple(f"{vowel}vi{last}" for vowel in "oeaiu" for last in ("C", "S", "tS", "ts", "Cs", "Ci", "cj", "t"))
_DAUGHTER = ("ovna", "evna", "avna", "ivna", "owna", "ewna", "auna", "euna", "awna", "iwna", "ouna", "ofna", "efna")
_DAUGHTER_ALONE = ("iniCna", "iniSna", "itiCna", "miniCna", "kiniCna", "iliniCna")
_SON_ALONE = ("iliC", "ilijiC", "iljiC", "lukiC", "kuzmiC", "fomiC", "nikitiC", "saviC", "ionyC", "silyC")
_BULGARIAN = {"ov": "male", "ev": "male", "ova": "female", "eva": "female"}
_TURKIC = {"uly": "male", "uli": "male", "ogly": "male", "улы": "male", "ұлы": "male", "оглы": "male"}
_TURKIC |= {"kyzy": "female", "qyzy": "female", "kizi": "female", "қызы": "female", "кызы": "female"}
_VOWELS = "aeiouj"
_SHORTEST = 3


class Made(NamedTuple):
    """Made of a known father's name, or only so by its ending; a son's or a daughter's; in an East Slavic spelling."""

    of_name: bool
    gender: str
    eastern: bool


@lru_cache(maxsize=1 << 14)
def made_as_patronymic(word: str) -> Made | None:
    """East Slavic patronymic, or None."""
    if len(word) < len("Ilich"):
        return None
    for heard in sounds(word)[:4]:
        for endings, gender in ((_SON, "male"), (_DAUGHTER, "female")):
            ending = next((one for one in endings if heard.endswith(one)), "")
            if ending and len(heard) - len(ending) >= 1:
                return Made(_of_father(heard[: -len(ending)]), gender, _eastern(word, gender))
        if heard.endswith(_DAUGHTER_ALONE) or heard in _SON_ALONE:
            return Made(True, "female" if heard.endswith("a") else "male", _eastern(word, "male"))
    return None


@lru_cache(maxsize=1 << 14)
def made_bulgarian(word: str) -> str | None:
    """Gender of a Bulgarian or Macedonian patronymic of a known father's name: Методиев, Георгиева; else None."""
    heard = sound(word)
    for ending, gender in _BULGARIAN.items():
        if heard.endswith(ending) and _of_father(heard[: -len(ending)]):
            return gender
    return None


def made_turkic(word: str) -> str | None:
    """Gender of a word that itself ends in son or daughter: Әбішұлы, Abishuly, Сапарқызы; else None."""
    folded = word.lower()
    return next((its for end, its in _TURKIC.items() if folded.endswith(end) and len(folded) > len(end) + 2), None)


def made_icelandic(word: str, others: str) -> str | None:
    """Gender of -son, -dóttir. A son only where the name has letters that Icelandic and Faroese alone write."""
    folded = fold(word)
    if folded.endswith("dottir") or sound(word).endswith(("dotir", "dotur")):
        return "female"
    icelandic = any(letter in (others + word).lower() for letter in "ðþ")
    return "male" if icelandic and folded.endswith("son") and len(folded) > len("sson") else None


def _of_father(stem: str) -> bool:
    bare = stem.rstrip(_VOWELS)
    return len(bare) > 1 and bare in _fathers()


@cache
def _fathers() -> frozenset[str]:
    """Sounds of men's names without the vowels that fall before a suffix: nikolaj and nikola are nikol.

    Not of pet names: Мацкевич and Янкевич are surnames.
    """
    words = (word for row in given_names() if row.gender != "f" for word in row.forms)
    return frozenset(heard for word in words if len(heard := sound(word).rstrip(_VOWELS)) > 1)


def _eastern(word: str, gender: str) -> bool:
    """Not as Serbs, Croats and Poles spell their surnames: -ić, -ић, -wicz."""
    low = word.lower()
    return gender == "female" or not low.endswith(("ić", "ић", "wicz")) or script_of(word) not in ("Latn", "Cyrl")
