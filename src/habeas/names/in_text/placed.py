"""A text laid out for finding names in it: folded a character at a time, its words counted, every place remembered.

Soft hyphens, joiners, marks of direction and combining marks are gone, a word broken at the end of a line is whole, a
run of white space is one space, and whatever is no letter or digit is a space: one for one, so that a place in the
folded text leads back to the code point it came from. Arrays do it for millions of characters in one go.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from habeas.names.fold import fold
from habeas.names.in_text.mixed import unmixed

Codes = NDArray[np.uint32]
Places = NDArray[np.intp]
Numbers: TypeAlias = "array[int]"  # from the bytes of one of numpy's it is made in no time, unlike a list

SPACE = 32
_PIECE = 1 << 16  # characters
_SHORTEST = 3  # letters of a word that may be a name
_OTHERWISE, _BLANK, _LARGE, _HYPHEN, _LETTER = 1 << 30, 1 << 29, 1 << 28, 1 << 27, (1 << 27) - 1
_MARGIN = np.array([SPACE], np.uint32)
_BEYOND = 0xFFFF  # whatever is not in the first plane is a space
# Chinese characters and Hangul fold to themselves.
_AS_THEY_ARE = frozenset((*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0xAC00, 0xD7A4)))
_CYRILLIC, _ALPHABET = 0x04, 26  # the block of Cyrillic; letters from a to z
_MOST = 3  # letters that one character can fold to
_GONE = frozenset(
    (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
)  # joiners, marks of direction
_HYPHENS = "-‐\u00ad¬"  # with the soft one, and what reading by machine makes of it
_BROKEN = re.compile(rf"[{_HYPHENS}][^\S\n]*\n\s*(?=\w)")  # a word that goes on in the next line


class _Folded(dict[int, str]):
    """What a character is in a folded text, by its code point, found when it is first asked for."""

    def __missing__(self, code: int) -> str:
        made = "" if code in _GONE else fold(chr(code))
        self[code] = found = (made[:_MOST] if code < _BEYOND and chr(code).isalnum() else " ") if made else ""
        return found


_IN_WORDS = _Folded()
_IN_LINES = _Folded({ord("\n"): "\n"})


@dataclass(frozen=True, slots=True)
class Letters:
    """By code point: what it folds to, up to three letters, and how many they are.

    `packed` is the first of them with marks: begins a name, is blank, is a hyphen, is not one letter.
    """

    folded: Codes
    length: NDArray[np.uint8]
    packed: Codes


@dataclass(frozen=True, slots=True)
class Placed:
    """`folded` begins and ends with a space; `places` has where each character between them stood in `text`.

    `places` is None where every one stands at its own place. `text` is as it was, but that words of mixed alphabets are
    in one.

    Word number i is folded[starts[i]:ends[i]] and text[begins[i]:finishes[i]]; `large[i]` is 1 if it begins with
    a capital letter, or its script has none. `named` are the numbers of those that are long enough for a name.
    `near[i]` is 1 if one white space and nothing else stands between word i and the next; `tied` are the numbers of
    those that a hyphen ties to the next.
    """

    text: str
    folded: str
    places: Places | None
    starts: Numbers
    ends: Numbers
    begins: Numbers
    finishes: Numbers
    large: bytes
    named: list[int]
    near: bytes
    tied: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where folded[start:end] stands in the text: start and end in code points."""
        if self.places is None:
            return start - 1, end - 1
        return int(self.places[start - 1]), int(self.places[end - 2]) + 1

    def word(self, number: int) -> str:
        """A word, folded."""
        return self.folded[self.starts[number] : self.ends[number]]

    def as_written(self, number: int) -> str:
        """A word as it stands in the text, without what is no letter of it: a soft hyphen, the break of a line."""
        word = self.text[self.begins[number] : self.finishes[number]]
        if self.places is None or word.isalnum():
            return word
        start, end = self.starts[number], self.ends[number]
        return "".join(self.text[place] for place in dict.fromkeys(self.places[start - 1 : end - 1].tolist()))

    def names(self) -> list[str]:
        """The words that are long enough for a name, as they stand in the text."""
        if self.places is not None:
            return [self.as_written(number) for number in self.named]
        text, begins, finishes = self.text, self.begins, self.finishes
        return [text[begins[number] : finishes[number]] for number in self.named]

    def number(self, place: int) -> int:
        """The number of the word that a place of the folded text is in; of the last one before it in a gap."""
        return bisect_right(self.starts, place) - 1

    def between(self, number: int) -> str:
        """What stands in the text between a word and the next, white space at both ends apart."""
        if self.near[number]:
            return ""
        return self.text[self.finishes[number] : self.begins[number + 1]].strip()


def placed(text: str) -> Placed:
    """The text laid out."""
    letters, codes = _letters(), _codes(text)
    if _has_mixed(codes):
        text = unmixed(text)
        codes = _codes(text)
    if len(codes) and codes.max() > _BEYOND:
        codes = np.minimum(codes, _BEYOND)
    packed = letters.packed.take(codes)
    places = _kept(text, packed, codes, letters)
    first = packed & _LETTER if places is None else _laid_out(codes, places, letters)
    padded = np.concatenate((_MARGIN, first, _MARGIN))
    inside = padded != SPACE
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    starts, ends = edges[0::2], edges[1::2]
    begins, finishes = (starts - 1, ends - 1) if places is None else (places[starts - 1], places[ends - 2] + 1)
    large = packed.take(begins) & _LARGE != 0
    named = np.flatnonzero(large & (finishes - begins >= _SHORTEST)).tolist()
    one_between, between = begins[1:] - finishes[:-1] == 1, packed.take(finishes[:-1])
    near = one_between & (between & _BLANK != 0)
    tied = np.flatnonzero(one_between & (between & _HYPHEN != 0)).tolist()
    folded = padded.tobytes().decode("utf-32-le")
    edges_in = (_numbers(starts), _numbers(ends), _numbers(begins), _numbers(finishes))
    return Placed(text, folded, places, *edges_in, large.tobytes(), named, near.tobytes(), tied)


def _codes(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _has_mixed(codes: Codes) -> bool:
    """Whether a letter of Latin stands beside one of Cyrillic."""
    cyrillic = codes >> 8 == _CYRILLIC
    if not cyrillic.any():
        return False
    latin = (codes | 32) - ord("a") < _ALPHABET
    return bool((latin[1:] & cyrillic[:-1] | latin[:-1] & cyrillic[1:]).any())


def _numbers(some: Places) -> Numbers:
    return array("q", some.astype(np.int64).tobytes())


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """A long text in pieces that end with a sentence or a line, each with its place: they are quicker to lay out."""
    start = 0
    while len(text) - start > _PIECE:
        ends = (text.rfind(end, start, start + _PIECE) + len(end) for end in (".\n", "\n\n", ". ", "\n", " "))
        end = next((one for one in ends if one > start + _PIECE // 2), start + _PIECE)
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def laid(words: str) -> str:
    """Words as they stand in a folded text, of one space between them: "O’Brien" is "o brien"."""
    return " ".join(words.translate(_IN_WORDS).split())


def laid_each(words: Sequence[str]) -> list[str]:
    """Each of the words as `laid` has it; many are quicker in one go."""
    text = "\n".join(words).translate(_IN_LINES)
    return [one if one.isalnum() else " ".join(one.split()) for one in text.split("\n")] if words else []


def _kept(text: str, packed: Codes, codes: Codes, letters: Letters) -> Places | None:
    """The place of each character that is left, as often as it has letters; None where that is every one once."""
    blank = packed & _BLANK != 0
    again = np.flatnonzero(blank[1:] & blank[:-1]) + 1
    broken = list(_BROKEN.finditer(text)) if ((packed & _HYPHEN != 0)[:-1] & blank[1:]).any() else []
    if not len(again) and not broken and not int(np.bitwise_or.reduce(packed, initial=0)) & _OTHERWISE:
        return None
    length = letters.length[codes]
    length[again] = 0
    for found in broken:
        length[found.start() : found.end()] = 0
        if text[found.end()].isupper() or not found.start() or not text[found.start() - 1].isalpha():
            length[found.start()] = 1
    return np.repeat(np.arange(len(codes)), length)


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
    length, packed = np.ones(_BEYOND + 1, np.uint8), np.full(_BEYOND + 1, SPACE, np.uint32)
    for code in range(_BEYOND):
        if code in _AS_THEY_ARE:
            packed[code] = folded[0, code] = code
            packed[code] |= _LARGE
            continue
        one, made = chr(code), _IN_WORDS[code]
        length[code] = len(made)
        folded[: len(made), code] = [ord(letter) for letter in made]
        packed[code] = (
            folded[0, code]
            | _OTHERWISE * (len(made) != 1)
            | _BLANK * one.isspace()
            | _LARGE * _is_large(one)
            | _HYPHEN * (one in _HYPHENS)
        )
    return Letters(folded, length, packed)
