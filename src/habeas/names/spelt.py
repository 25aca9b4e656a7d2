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
    first = sounds(written)[0]
    if script_of(written) in _ABJADS:
        return f"//{first.translate(_CONSONANTS)}"
    return f"/{merged([first.translate(_COARSE).lower()])[0]}"


def own(word: str) -> str:
    """A word in its own letters, merged, or by its sound where the alphabet is another."""
    return merged([laid(word)])[0] if by_letters(word) else heard(word)


def by_letters(word: str) -> bool:
    """Whether a word is in an alphabet of which the letters alone are looked at."""
    return script_of(word) in _BY_TABLE


def spellings(word: str) -> set[str]:
    """Everything, merged, that a known word may be in a text, by its letters and by its sounds."""
    found = set(merged([laid(word)])) if by_letters(word) else set()
    for reading in sounds(word)[:_READINGS]:
        found.update(merged([one for table in _orthographies() for one in _spelt(reading, table)]))
        found.add(f"/{merged([reading.translate(_COARSE).lower()])[0]}")
        found.add(f"//{reading.translate(_CONSONANTS)}")
    return found


def _spelt(reading: str, table: Mapping[str, Sequence[str]]) -> Iterator[str]:
    ways = [_ways(reading, place, table) for place in range(len(reading))]
    return map("".join, islice(product(*ways), _MOST))


def _ways(reading: str, place: int, table: Mapping[str, Sequence[str]]) -> list[str]:
    """How the sound at a place is spelt: as itself, and as what a neighbouring language has there."""
    one, following = reading[place], reading[place + 1 : place + 2]
    sounded = [one]
    if one in "tdc" and following in ("i", "e"):
        sounded += {"t": "c", "d": "D", "c": "tC"}[one]
    elif one == "c":
        sounded += "C"  # a háček that was left out
    elif one in "gh":
        sounded += {"g": "h", "h": "g"}[one]
    elif one == "v" and following and following not in "aeiouj":
        sounded += "w"
    return list(dict.fromkeys(way for some in sounded for way in table.get(some, _DEFAULT.get(some, (some,)))))


_DEFAULT = {"w": ("u", "v"), "L": ("l", "r"), "h": ("h",)}


@cache
def _orthographies() -> tuple[Mapping[str, Sequence[str]], ...]:
    text = (files(__package__) / "spelt.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text).values())
