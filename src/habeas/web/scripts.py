"""The scripts and languages that names are written in, as tags and in words."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from habeas.claims.wording import form

from .tongue import tell

SCRIPTS = {
    "CYRILLIC": "Cyrl",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "GREEK": "Grek",
    "GEORGIAN": "Geor",
    "ARMENIAN": "Armn",
    "CJK": "Hani",
    "HANGUL": "Hang",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
}
SCRIPT_NAMES = {
    "Cyrl": form("in Cyrillic"),
    "Arab": form("in Arabic script"),
    "Hebr": form("in Hebrew script"),
    "Grek": form("in Greek script"),
    "Geor": form("in Georgian script"),
    "Armn": form("in Armenian script"),
    "Hani": form("in Chinese script"),
    "Hang": form("in Korean script"),
    "Jpan": form("in Japanese script"),
}
LATIN = "und-Latn"
READ_BY = {"be": "und-Cyrl", "ru": "und-Cyrl", "fa": "und-Arab"}  # the script of a language's readers, if not Latin
IN_LATIN = form("in Latin script")


def script_tag(name: str) -> str:
    """The language tag of the first letter's script, such as und-Cyrl; nothing for Latin."""
    return "" if name.isascii() else _of_letter(next((one for one in name if one.isalpha()), "a"))


@lru_cache(maxsize=4096)  # letters, of which a register has a few hundred
def _of_letter(letter: str) -> str:
    script = SCRIPTS.get(unicodedata.name(letter, "LATIN").partition(" ")[0])
    return f"und-{script}" if script else ""


def script_name(name: str) -> str:
    """The script of a name in words: in Cyrillic."""
    return tell(SCRIPT_NAMES.get(script_tag(name).removeprefix("und-"), IN_LATIN))


def read_first(names: Sequence[str], language: str) -> list[str]:
    """Names in the script that readers of a language read first, then the others, each in the order that it had."""
    return sorted(names, key=lambda name: script_tag(name) != READ_BY.get(language, ""))


def foreign_tag(text: str, language: str) -> str:
    """The language tag of words that are mostly not in the script of a language's readers, so that a voice can change.

    The script alone is known of them: Latin letters may be Polish as well as English.
    Nothing of words in the script of the page.
    """
    own = READ_BY.get(language, "")
    if not own and text.isascii():
        return ""
    letters = Counter(map(_of_letter, filter(str.isalpha, text)))
    tag = max(letters, key=letters.__getitem__, default="")
    return "" if not letters or tag == own else tag or LATIN


def direction(text: str) -> str:
    """Which way a sentence is read: from the right only where its first and its last letter are.

    A sentence from the left may begin with a name from the right, which a browser that guesses would take for it all.
    """
    if text.isascii():
        return "ltr"
    sides = [unicodedata.bidirectional(one) for one in text if one.isalpha()] or ["L"]
    return "rtl" if {sides[0], sides[-1]} <= {"R", "AL"} else "ltr"
