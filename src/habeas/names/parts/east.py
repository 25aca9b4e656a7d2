"""Chinese, Japanese and Korean names: written without spaces, or with the surname first in Latin and Cyrillic letters.

A word is cut only where a list of surnames says how; else it stays whole and loose.
"""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from habeas.names.parts.cut import Word
from habeas.names.parts.lists import characters, folded, listed
from habeas.names.script import script_of

Half = Literal["surname", "given", "loose"]
LONGEST = 4
_EASTERN = {"Hani", "Hira", "Kana", "Hang"}


def cut_east(words: Sequence[Word]) -> list[tuple[Word, Half]]:
    """Surname and given name of a name in Chinese characters, kana or Hangul; [] where this is none or not known."""
    if not words or script_of(words[0].text) not in _EASTERN:
        return []
    scripts = {script_of(word.text) for word in words}
    if not scripts <= _EASTERN:
        return []
    if len(words) > 1 and (scripts == {"Kana"} or words[1].parted):
        return _foreign(words)
    if len(words) == 1:
        return _cut_one(words[0], "Hang" in scripts)
    first, *rest = words
    known = listed("east", "hangul") | characters("east", "han") | _doubles()
    if len(rest) == 1 and first.folded in known and len(rest[0].text) <= LONGEST:
        return [(first, "surname"), (rest[0], "given")]
    return []


def _foreign(words: Sequence[Word]) -> list[tuple[Word, Half]]:
    """A foreign name parted by dots, in its own order: 乔·拜登, ジョー・バイデン."""
    between: list[tuple[Word, Half]] = [(word, "loose") for word in words[1:-1]]
    return [(words[0], "given"), *between, (words[-1], "surname")]


def surname_first(words: Sequence[str]) -> bool:
    """ "Xi Jinping", "Ким Чен Ын", "Nguyễn Tấn Dũng": the first a known surname, the rest syllables of such names."""
    first, *rest = [folded(word) for word in words]
    if first in listed("east", "cyrillic"):
        longest = len("цзиньпин") if len(rest) == 1 else len("чжень")
        return len(rest) in (1, 2) and all(len(word) <= longest for word in rest)
    return first in listed("east", "latin") and bool(rest) and all(map(syllabic, rest))


def chinese(word: str) -> bool:
    """Whether a Cyrillic word has what only Chinese names have: Чжисюн."""
    return any(cluster in folded(word) for cluster in listed("east", "only_chinese"))


def surname_last(words: Sequence[str]) -> bool:
    """ "Jinping Xi"."""
    *rest, last = [folded(word) for word in words]
    known = listed("east", "latin")
    return last in known and all(syllabic(word) and word not in known for word in rest)


def syllabic(word: str) -> bool:
    """Whether a folded Latin word is nothing but one to three syllables of Chinese, Korean or Vietnamese shape."""
    return all(0 < _syllables(part) <= LONGEST - 1 for part in word.split("-"))


def _syllables(part: str) -> int:
    """How many syllables the word is, taken from the left; 0 if it is not made of such syllables."""
    count = place = 0
    while place < len(part):
        place = _past(part, place, "consonants")
        vowels = place
        while place < len(part) and part[place] in "aeiouy":
            place += 1
        if place == vowels:
            return 0
        end = _past(part, place, "closing")
        place = end if end == len(part) or part[end] not in "aeiouy" else place
        count += 1
    return count


def _past(part: str, place: int, kind: str) -> int:
    found = next((one for one in _longest_first(kind) if part.startswith(one, place)), "")
    return place + len(found)


@cache
def _longest_first(kind: str) -> tuple[str, ...]:
    return tuple(sorted(listed("east", kind), key=lambda one: -len(one)))


def _cut_one(word: Word, korean: bool) -> list[tuple[Word, Half]]:
    length = _surname_length(word.text, korean)
    if not 0 < length < len(word.text):
        return []
    first, rest = word.text[:length], word.text[length:]
    return [(word._replace(text=first, dotted=False), "surname"), (word._replace(text=rest), "given")]


def _surname_length(text: str, korean: bool) -> int:
    if korean:
        return _korean_length(text)
    japanese = next((size for size in (3, 2) if text[:size] in listed("east", "japanese")), 0)
    if text[:2] in listed("east", "han_double") and len(text) <= LONGEST:
        return 2
    if japanese and len(text) > japanese:
        return japanese
    return int(text[0] in characters("east", "han") and len(text) <= LONGEST - 1)


def _korean_length(text: str) -> int:
    if text[:2] in listed("east", "hangul_double") and len(text) <= LONGEST:
        return 2
    return int(text[0] in listed("east", "hangul") and len(text) in (2, 3))


@cache
def _doubles() -> frozenset[str]:
    return listed("east", "han_double") | listed("east", "hangul_double") | listed("east", "japanese")
