"""A text laid out for finding names in it: folded a character at a time, its words counted, every place remembered.

Soft hyphens, joiners, marks of direction and combining marks are gone, a word broken at the end of a line is whole, a
run of white space is one space, and whatever is no letter or digit is a space: one for one, so that a place in the
folded text leads back to the code point it came from. Arrays do it for millions of characters in one go.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .fold import fold

Codes = NDArray[np.uint32]
Places = NDArray[np.intp]
Truths = NDArray[np.bool_]

SPACE = 32
_BEYOND = 0xFFFF  # whatever is not in the first plane is a space
_AS_THEY_ARE = range(0x3400, 0xD800)  # Chinese characters and Hangul fold to themselves
_MOST = 3  # letters that one character can fold to
_GONE = frozenset(
    (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
)  # joiners, marks of direction
_BROKEN = re.compile(r"[-‐][^\S\n]*\n\s*(?=\w)")  # a word that goes on in the next line


class _Folded(dict[int, str]):
    """What a character is in a folded text, by its code point, found when it is first asked for."""

    def __missing__(self, code: int) -> str:
        made = "" if code in _GONE else fold(chr(code))
        self[code] = found = (made[:_MOST] if code < _BEYOND and chr(code).isalnum() else " ") if made else ""
        return found


_IN_WORDS = _Folded()


@dataclass(frozen=True, slots=True)
class Letters:
    """By code point: what it folds to, up to three letters (0: none), of how many, and what kind of character it is."""

    folded: NDArray[np.uint32]
    length: NDArray[np.uint8]
    large: Truths
    blank: Truths


@dataclass(frozen=True, slots=True)
class Placed:
    """`folded` begins and ends with a space; `places` has for each of its characters where it stood in `text`.

    Word number i is folded[starts[i]:ends[i]] and text[begins[i]:finishes[i]]; `large[i]`: it begins with
    a capital letter, or its script has none.
    """

    text: str
    folded: str
    places: Places
    starts: list[int]
    ends: list[int]
    begins: list[int]
    finishes: list[int]
    large: list[bool]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where folded[start:end] stands in the text: start and end in code points."""
        return int(self.places[start]), int(self.places[end - 1]) + 1

    def word(self, number: int) -> str:
        """A word, folded."""
        return self.folded[self.starts[number] : self.ends[number]]

    def as_written(self, number: int) -> str:
        """A word as it stands in the text, without what is no letter of it: a soft hyphen, the break of a line."""
        begin, finish = self.begins[number], self.finishes[number]
        start, end = self.starts[number], self.ends[number]
        if finish - begin == end - start:
            return self.text[begin:finish]
        return "".join(self.text[place] for place in dict.fromkeys(self.places[start:end].tolist()))

    def number(self, place: int) -> int:
        """The number of the word that a place of the folded text is in; of the last one before it in a gap."""
        return bisect_right(self.starts, place) - 1

    def between(self, number: int) -> str:
        """What stands in the text between a word and the next, white space at both ends apart."""
        return self.text[self.finishes[number] : self.begins[number + 1]].strip()


def placed(text: str) -> Placed:
    """The text laid out."""
    letters = _letters()
    codes = np.minimum(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32), _BEYOND)
    places = _kept(text, codes, letters)
    first = letters.folded[0, codes] if places is None else _laid_out(codes, places, letters)
    places = np.arange(len(codes)) if places is None else places
    padded = np.concatenate(([SPACE], first, [SPACE])).astype(np.uint32)
    inside = np.concatenate(([False], padded[1:-1] != SPACE, [False]))
    starts = np.flatnonzero(inside[1:] & ~inside[:-1]) + 1
    ends = np.flatnonzero(inside[:-1] & ~inside[1:]) + 1
    places = np.concatenate(([0], places, [len(text)])).astype(np.intp)
    begins, finishes = places[starts], places[ends - 1] + 1
    large = letters.large[codes[begins]] if len(starts) else starts
    numbered = (array.tolist() for array in (starts, ends, begins, finishes, large))
    return Placed(text, padded.tobytes().decode("utf-32-le"), places, *numbered)


def laid(words: str) -> str:
    """Words as they stand in a folded text, of one space between them: "O’Brien" is "o brien"."""
    return " ".join(words.translate(_IN_WORDS).split())


def _kept(text: str, codes: Codes, letters: Letters) -> Places | None:
    """The place of each character that is left, as often as it has letters; None where that is every one once."""
    length = letters.length[codes]
    blank = letters.blank[codes]
    again = blank[1:] & blank[:-1]
    length[1:][again] = 0
    for found in _BROKEN.finditer(text) if "\n" in text else ():
        length[found.start() : found.end()] = 0
        if text[found.end()].isupper() or not found.start() or not text[found.start() - 1].isalpha():
            length[found.start()] = 1
    return None if bool((length == 1).all()) else np.repeat(np.arange(len(codes)), length)


def _laid_out(codes: Codes, places: Places, letters: Letters) -> Any:
    """The letters of each place; of a character that has several, one after another."""
    new = np.ones(len(places), np.bool_)
    new[1:] = places[1:] != places[:-1]
    begun = np.maximum.accumulate(np.where(new, np.arange(len(places)), 0))
    return letters.folded[np.arange(len(places)) - begun, codes[places]]


def _is_large(one: str) -> bool:
    if one.isupper() or one.istitle() or "ა" <= one <= "ჿ":  # Georgian is written without capitals
        return True
    return one.isalpha() and one.lower() == one.upper()


@cache
def _letters() -> Letters:
    folded = np.full((_MOST, _BEYOND + 1), SPACE, np.uint32)
    length = np.ones(_BEYOND + 1, np.uint8)
    large, blank = np.zeros(_BEYOND + 1, np.bool_), np.zeros(_BEYOND + 1, np.bool_)
    for code in range(_BEYOND):
        if code in _AS_THEY_ARE:
            continue
        one, made = chr(code), _IN_WORDS[code]
        blank[code], large[code] = one.isspace(), _is_large(one)
        length[code] = len(made)
        folded[: len(made), code] = [ord(letter) for letter in made]
    folded[0, _AS_THEY_ARE.start : _AS_THEY_ARE.stop] = np.array(_AS_THEY_ARE)
    large[_AS_THEY_ARE.start : _AS_THEY_ARE.stop] = True
    return Letters(folded, length, large, blank)
