"""How a sound may be spelt, in merged letters: what a word of a text is merged to before it is looked up.

Merging makes one of what spellings confuse: vowels without stress, v and w, i and y, doubled letters. Each orthography
of `spelt.toml` spells a sound in its own way. Both are done to thousands of words in one go.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import islice, product

from habeas.names.in_text.placed import laid, laid_each
from habeas.names.script import script_of
from habeas.names.sound import sounds

_READINGS = 5  # of one spelling, the likeliest first
_MOST_REMEMBERED = 1_000_000  # words
_MOST = 16  # ways to hear one reading

# One syllable with a short u, of five letters or more: other alphabets have it as English speaks it, Trump is Трамп.
_SHORT_U = re.compile(r"(?=.{5})[b-df-hj-np-tv-z]+u[b-df-hj-np-tv-z]{2,}")

_MERGED = str.maketrans(
    {
        **dict.fromkeys("eo", "a"),
        **dict.fromkeys("yj", "i"),
        "w": "v",
        "q": "k",
        "x": "ks",
        "ə": "a",
        **dict.fromkeys("еоэёєя", "а"),
        **dict.fromkeys("йіыї", "и"),
        "ў": "у",
        "ю": "у",
        "щ": "шч",
        "ґ": "г",
        "ь": "",
        "ъ": "",
    }
)
_PAIRS = (
    *(("ph", "f"), ("th", "t")),
    *(("ia", "a"), ("iu", "u"), ("иа", "а"), ("иу", "у")),
    *((letter * 2, letter) for letter in "abcdfghiklmnprstuvzабвгджзиклмнпрстуфхцчш"),
)
_BY_LETTERS = frozenset(("Latn", "Cyrl"))
_WITHOUT_VOWELS = frozenset(("Arab", "Hebr"))
_COARSE = str.maketrans(
    {**dict.fromkeys("eo", "a"), **dict.fromkeys("hx", "g"), "S": "s", "Z": "z", "C": "c", "L": "l"}
)
_CONSONANTS = str.maketrans("", "", "aeioujwv")


def merged(words: Sequence[str]) -> list[str]:
    """Folded words of Latin or Cyrillic letters, merged; of thousands in one go each takes a microsecond."""
    if not words:
        return []
    text = "\n".join(words).translate(_MERGED)
    for pair in _PAIRS:
        text = text.replace(*pair)
    return text.split("\n")


def by_letters(word: str) -> bool:
    """Whether a word is in an alphabet of which the letters alone are looked at."""
    return script_of(word) in _BY_LETTERS


def by_sound(word: str) -> str:
    """A word of any other alphabet by its sound, with or without vowels, after a sign that no word of letters has."""
    first = sounds(word)[0]
    if script_of(word) in _WITHOUT_VOWELS:
        return "//" + first.translate(_CONSONANTS)
    return "/" + merged([first.translate(_COARSE).lower()])[0]


def own(words: Sequence[str]) -> list[str]:
    """Words as written, each in its own letters, merged, or by its sound where the alphabet is another."""
    keys = merged([key if by_letters(word) else "" for word, key in zip(words, laid_each(words), strict=True)])
    return [key or by_sound(word) for key, word in zip(keys, words, strict=True)]


class Merged(dict[str, str]):
    """Words as written with what they are in their own letters, remembered; many are best learned in one go."""

    def learn(self, words: Sequence[str]) -> None:
        """Remember these words."""
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        self.update(zip(words, own(words), strict=True))

    def __missing__(self, word: str) -> str:
        self.learn([word])
        return self[word]


def spellings(words: Sequence[str]) -> list[dict[str, bool]]:
    """Of each word everything, merged, that it may be in a text, and whether by its likeliest reading."""
    found = [{key: True} for key in own(words)]
    heard = [(place, one, clear) for place, word in enumerate(words) for one, clear in _heard(word).items()]
    text = [one for _, one, _ in heard]
    for (place, one, clear), whole in zip(heard, merged([one.translate(_COARSE).lower() for one in text]), strict=True):
        for key in ("/" + whole, "//" + one.translate(_CONSONANTS)):
            found[place][key] = clear or found[place].get(key, False)
    for orthography in _orthographies() if text else ():
        spelt = merged("\n".join(text).translate(orthography).split("\n"))
        for (place, _, clear), key in zip(heard, spelt, strict=True):
            found[place][key] = clear or found[place].get(key, False)
    return found


def _heard(word: str) -> dict[str, bool]:
    """The sounds of a word, and what a neighbouring language may hear in them; whether of its likeliest reading."""
    letters = laid(word)
    found: dict[str, bool] = {}
    readings = [(reading, not rank) for rank, reading in enumerate(sounds(word)[:_READINGS])]
    if _SHORT_U.fullmatch(letters):
        readings.append((readings[0][0].replace("u", "a"), True))
    for reading, clear in readings:
        ways = [_heard_at(reading, place, letters) for place in range(len(reading))]
        for one in map("".join, islice(product(*ways), _MOST)):
            found.setdefault(one, clear)
    return found


def _heard_at(reading: str, place: int, letters: str) -> str:
    """The sounds that a place of a reading may have: the second where it is palatal, silent, or badly transcribed."""
    one, before, after = reading[place], reading[:place][-1:], reading[place + 1 : place + 2]
    if one == "c":
        return "ctC" if after in ("i", "e") else "cC"  # a háček may have been left out
    if one == "C":
        return one + ("x" if "ch" in letters else "") + ("t" if after == "i" and "ci" in letters else "")
    if one in "td" and after in ("i", "e"):
        return "tc" if one == "t" else "dD"
    if one == "v" and after and after not in "aeiouj":
        return "vu"
    if one == "u" and before in ("a", "o", "e"):
        return "uv"
    return {"g": "gh", "h": "hgx", "w": "uv", "L": "lr"}.get(one, one)


@cache
def _orthographies() -> tuple[dict[int, str], ...]:
    text = (files(__package__) / "spelt.toml").read_text(encoding="utf-8")
    return tuple(str.maketrans(table) for table in tomllib.loads(text).values())
