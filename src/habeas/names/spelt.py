"""How a sound may be spelt, in merged letters: what a word of a text is merged to before it is looked up.

Merging makes one of what spellings confuse: vowels without stress, v and w, i and y, doubled letters. It is done to
thousands of words at once. Each orthography of `spelt.toml` spells a sound in its own way.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice, product

from .placed import laid
from .script import script_of
from .sound import sounds

_READINGS = 6  # of one spelling, the likeliest first
_MOST = 24  # spellings of one reading in one orthography

_MERGED = str.maketrans(
    {
        **dict.fromkeys("eo", "a"),
        **dict.fromkeys("yj", "i"),
        **{"w": "v", "q": "k", "x": "ks", "ə": "a"},
        **dict.fromkeys("еоэёєя", "а"),
        **dict.fromkeys("йіыї", "и"),
        **{"ў": "у", "ю": "у", "щ": "шч", "ґ": "г", "ь": "", "ъ": ""},
    }
)
_DIGRAPHS = (("ph", "f"), ("th", "t"), ("ck", "k"))
_GLIDES = (("ia", "a"), ("iu", "u"), ("иа", "а"), ("иу", "у"))
_DOUBLED = tuple((letter * 2, letter) for letter in "abcdfghiklmnprstuvzабвгджзиклмнпрстуфхцчш")
_BY_TABLE = ("Latn", "Cyrl")
_ABJADS = ("Arab", "Hebr")
_COARSE = str.maketrans({**dict.fromkeys("eo", "a"), **dict.fromkeys("hx", "g"), "S": "s", "Z": "z", "C": "c", "L": "l"})
_CONSONANTS = str.maketrans("", "", "aeioujwv")


def merged(words: Sequence[str]) -> list[str]:
    """Folded words of Latin or Cyrillic letters, merged; any number of them in about a microsecond each."""
    text = "\n".join(words).translate(_MERGED)
    for some in (_DIGRAPHS, _GLIDES, _DOUBLED):
        for one, other in some:
            text = text.replace(one, other)
    return text.split("\n") if words else []


def heard(written: str) -> str:
    """A word of any other alphabet by its sound, with a sign before it that keeps it from the words of letters."""
    whole, consonants = _signed(sounds(written)[0])
    return f"//{consonants}" if script_of(written) in _ABJADS else f"/{whole}"


def own(word: str) -> str:
    """A word in its own letters, merged, or by its sound where the alphabet is another."""
    return merged([laid(word)])[0] if by_letters(word) else heard(word)


def by_letters(word: str) -> bool:
    """Whether a word is in an alphabet of which the letters alone are looked at."""
    return script_of(word) in _BY_TABLE


def spellings(word: str) -> set[str]:
    """Everything, merged, that a known word may be in a text, by its letters and by its sounds."""
    letters = laid(word)
    found = [letters] if by_letters(word) else []
    readings = sounds(word)[:_READINGS]
    for reading in readings:
        found += (one for table in _orthographies() for one in _spelt(reading, table, letters))
    signed = {sign + one for reading in readings for sign, one in zip(("/", "//"), _signed(reading), strict=True)}
    return signed.union(merged(found))


def _signed(reading: str) -> tuple[str, str]:
    """A sound as it is compared where the letters are of other alphabets: with vowels, and without."""
    return merged([reading.translate(_COARSE).lower()])[0], reading.translate(_CONSONANTS)


def _spelt(reading: str, table: Mapping[str, Sequence[str]], letters: str) -> Iterator[str]:
    ways = [
        [way for some in _heard_as(reading, place, letters) for way in table.get(some, _DEFAULT.get(some, (some,)))]
        for place in range(len(reading))
    ]
    return map("".join, islice(product(*ways), _MOST))


def _heard_as(reading: str, place: int, letters: str) -> str:
    """The sounds that a place of a reading may have: its own, and what a neighbouring language has there."""
    one, before, after = reading[place], reading[:place][-1:], reading[place + 1 : place + 2]
    if one == "c":
        return "ctC" if after in ("i", "e") else "cC"  # a háček may have been left out
    if one == "C":
        return one + ("x" if "ch" in letters else "") + ("t" if after == "i" and "ci" in letters else "")
    if one in "td" and after in ("i", "e"):
        return "tc" if one == "t" else "dD"
    if one in "gh":
        return "gh" if one == "g" else "hg"
    if one == "v" and after and after not in "aeiouj":
        return "vw"
    return "uw" if one == "u" and before in ("a", "o", "e") else one


_DEFAULT = {"w": ("u", "v"), "L": ("l", "r"), "h": ("h",)}


@cache
def _orthographies() -> tuple[Mapping[str, Sequence[str]], ...]:
    text = (files(__package__) / "spelt.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text).values())
