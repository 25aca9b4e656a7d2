"""The row of a name, in which every number has its place, from the text that `packed` makes of it: loops for numba.

A row begins with counts; then stand of every word where it begins, its part and its place in `within`; the initials,
each as an `Initial` of numbers; the name as written; the words. A word begins with its script, rank, size and ending,
with what it begins and how many forms its consonants have; then where, counted from the word, its sections begin: the
text; classes, each followed by the bits of its weight; the father's; of every reading where in the sounds it stands,
how many codes it has and how many features, which follow on them; which reading each spelling has; the sounds; the
consonants. A section ends where the next one begins.
"""

from typing import Any

import numpy as np
from numba import njit

from habeas.names.likeness.initials import Initial
from habeas.names.likeness.packed import MARK, PARTS
from habeas.names.sounds.odds import LETTERS
from habeas.names.sounds.spread import spread

Row = Any
WORDS, INITIALS, GENDER, WRITTEN, GENERATION, ALL_SIZES, OF_SCRIPT, HARDEST, FIRST = range(9)
# From FIRST on stands of every word where it begins, its part, its place in `within`.
(
    SCRIPT, RANK, SIZE, ENDING, LETTERS_BEGIN, SOUNDS_BEGIN, BARE, TEXT, CLASSES, FATHERS, READINGS, SPELLED, SOUNDS,
    CONSONANTS, WORD,
) = range(15)  # fmt: skip
INITIAL = len(Initial._fields)
LONGEST = 64  # features of a sound, the bits of a machine word: a word that has more is not laid out
FEATURES = "".join(sorted(set("".join(map(spread, LETTERS)))))
_MARK, _COUNTS, _HEAD = ord(MARK), 5, 9  # of a name, of a word
_OF_LETTER = np.full((128, 4), -1, np.int64)  # of a sound: its code, and up to three features
for _place, _letter in enumerate(LETTERS):
    _OF_LETTER[ord(_letter), : 1 + len(spread(_letter))] = (_place, *map(FEATURES.index, spread(_letter)))
_PART = np.array([PARTS.find(chr(one)) for one in range(128)])


@njit()
def laid_out(numbers: Row) -> Row:
    """The row of a name; an empty one where a sound is longer than LONGEST or not of the alphabet of sounds."""
    words = numbers[WORDS]
    row = np.empty(FIRST + 4 * len(numbers) + WORD * words, np.int64)
    row[:_COUNTS], row[_COUNTS:FIRST] = numbers[:_COUNTS], 0
    here = FIRST + 3 * words + INITIAL * numbers[INITIALS]
    here, at = _copied(numbers, _COUNTS + 2 * words, numbers[WRITTEN], row, here)
    for place in range(words):
        entry, begin = FIRST + 3 * place, here
        row[entry] = begin
        row[entry + 1] = _PART[numbers[_COUNTS + place]]
        row[entry + 2] = numbers[_COUNTS + words + place]
        here, at = _lay_out_word(numbers, at, row, begin)
        if here < 0:
            return np.empty(0, np.int64)
        row[ALL_SIZES] += row[begin + SIZE]
        if place == 0 or row[begin + RANK] > row[HARDEST]:
            row[OF_SCRIPT], row[HARDEST] = row[begin + SCRIPT], row[begin + RANK]
    _add_beginnings(numbers, _weigh(numbers, at, row), row)
    return row[:here].copy()


@njit()
def _weigh(numbers: Row, at: int, row: Row) -> int:
    """Write the weights of all classes, which stand behind the text; what follows on them begins where."""
    for place in range(row[WORDS]):
        begin = row[FIRST + 3 * place]
        for weight in range(begin + row[begin + CLASSES] + 1, begin + row[begin + READINGS], 2):
            row[weight] = _long(numbers, at)
            at += 2
    return at


@njit()
def _add_beginnings(numbers: Row, at: int, row: Row) -> None:
    """Write the initials, and of every word what it begins with and its consonants."""
    initials = FIRST + 3 * row[WORDS]
    for place in range(initials, initials + INITIAL * row[INITIALS]):
        row[place] = _long(numbers, at)
        at += 2
    for place in range(row[WORDS]):
        begin = row[FIRST + 3 * place]
        row[begin + LETTERS_BEGIN], row[begin + SOUNDS_BEGIN] = _long(numbers, at), _long(numbers, at + 2)
        at += 4
        for one in range(row[begin + BARE]):
            row[begin + row[begin + CONSONANTS] + one] = _long(numbers, at)
            at += 2


@njit()
def _long(numbers: Row, at: int) -> int:
    """Two numbers as one."""
    return int(np.int64(numbers[at + 1]) << 32 | (np.int64(numbers[at]) & 0xFFFFFFFF))


@njit()
def _lay_out_word(numbers: Row, at: int, row: Row, begin: int) -> tuple[int, int]:
    """Write one word but for the weights; where the next one belongs (-1: it cannot be laid out), where it stands."""
    row[begin + SCRIPT], row[begin + RANK], row[begin + ENDING] = numbers[at], numbers[at + 1], numbers[at + 2]
    text, classes, fathers = numbers[at + 3], numbers[at + 4], numbers[at + 5]
    spelled, readings = numbers[at + 6], numbers[at + 7]
    row[begin + BARE], row[begin + TEXT] = numbers[at + 8], WORD
    here, at = _copied(numbers, at + _HEAD, text, row, begin + WORD)
    for section, count in ((CLASSES, classes), (FATHERS, fathers)):
        row[begin + section] = here - begin
        for n in range(count):
            row[here] = numbers[at + n]
            here += 2
        at += count
    row[begin + READINGS], row[begin + SPELLED] = here - begin, here - begin + 3 * readings
    reading = here
    here, at = _copied(numbers, at, spelled, row, here + 3 * readings)
    row[begin + SOUNDS] = here - begin
    for n in range(readings):
        codes, first = here, at
        while numbers[at] != _MARK:
            row[here] = _code(numbers[at])
            if row[here] < 0:
                return -1, 0
            here, at = here + 1, at + 1
        features = here
        for place in range(first, at):
            for feature in _OF_LETTER[numbers[place], 1:]:
                if feature >= 0:
                    row[here] = feature
                    here += 1
        if here - features > LONGEST:
            return -1, 0
        row[reading] = codes - begin - row[begin + SOUNDS]
        row[reading + 1], row[reading + 2] = features - codes, here - features
        if n == 0:
            row[begin + SIZE] = features - codes
        reading, at = reading + 3, at + 1
    row[begin + CONSONANTS] = here - begin
    return here + row[begin + BARE], at


@njit()
def _code(letter: int) -> int:
    """Of a letter of a sound; -1 for what is none."""
    return int(_OF_LETTER[letter, 0]) if letter < len(_OF_LETTER) else -1


@njit()
def _copied(numbers: Row, at: int, size: int, row: Row, here: int) -> tuple[int, int]:
    """Copy a stretch; where what follows belongs, and where it stands."""
    for place in range(size):
        row[here + place] = numbers[at + place]
    return here + size, at + size
