"""The row of a name, in which every number has its place, from what `packed` says of it: loops for numba.

A row begins with what `packed` calls NAME; then stand of every word where it begins, its part and its place in
`within`; the first sounds of initials; the name as written; the words. A word begins with its script, rank, size and
ending, and where, counted from the word, its sections begin: the text; classes, each followed by the bits of its
weight; the father's; of every reading where in the sounds it stands, how many codes it has and how many features, which
follow on them; which reading each spelling has; the sounds. A section ends where the next one begins.
"""

from typing import Any

import numpy as np
from numba import njit

from habeas.names.likeness.packed import NAME
from habeas.names.likeness.packed import WORD as PACKED_WORD
from habeas.names.sounds.odds import LETTERS
from habeas.names.sounds.spread import spread

Row = Any
WORDS, INITIALS, GENDER, ALL_SIZES, OF_SCRIPT, HARDEST, WRITTEN = range(len(NAME))
FIRST = len(NAME)  # of every word where it begins, its part, its place in `within`
SCRIPT, RANK, SIZE, ENDING, TEXT, CLASSES, FATHERS, READINGS, SPELLED, SOUNDS, WORD = range(11)
LONGEST = 64  # features of a sound, the bits of a machine word: a word that has more is not laid out
PACKED = len(PACKED_WORD)
FEATURES = "".join(sorted(set("".join(map(spread, LETTERS)))))
_OF_LETTER = np.full((128, 4), -1, np.int64)  # its code, and up to three features
for _code, _letter in enumerate(LETTERS):
    _OF_LETTER[ord(_letter), : 1 + len(spread(_letter))] = (_code, *map(FEATURES.index, spread(_letter)))


@njit()
def laid_out(numbers: Row, weights: Row) -> Row:
    """The row of a name; an empty one where a sound is longer than LONGEST."""
    words, bits = numbers[WORDS], weights.view(np.int64)
    row = np.empty(FIRST + 4 * len(numbers) + 2 * len(weights) + WORD * words, np.int64)
    row[:FIRST] = numbers[:FIRST]
    here, at, weighed = FIRST + 3 * words, FIRST + 2 * words, 0
    for _ in range(numbers[INITIALS]):
        row[here] = _OF_LETTER[numbers[at], 0]
        here, at = here + 1, at + 1
    here, at = _copied(numbers, at, numbers[WRITTEN], row, here)
    for place in range(words):
        entry = FIRST + 3 * place
        row[entry] = here
        _copied(numbers, FIRST + 2 * place, 2, row, entry + 1)
        here, at, weighed = _lay_out_word(numbers, at, bits, weighed, row, here)
        if here < 0:
            return np.empty(0, np.int64)
    return row[:here].copy()


@njit()
def _lay_out_word(numbers: Row, at: int, bits: Row, weighed: int, row: Row, begin: int) -> tuple[int, int, int]:
    """Write one word; where the next one belongs (-1: a sound is too long), where that stands, and its weights."""
    text, classes, fathers = numbers[at + TEXT], numbers[at + TEXT + 1], numbers[at + TEXT + 2]
    spelled, readings = numbers[at + TEXT + 3], numbers[at + TEXT + 4]
    _copied(numbers, at, TEXT, row, begin)
    row[begin + TEXT] = WORD
    here, at = _copied(numbers, at + PACKED, text, row, begin + WORD)
    for section, count in ((CLASSES, classes), (FATHERS, fathers)):
        row[begin + section] = here - begin
        for n in range(count):
            row[here], row[here + 1] = numbers[at + n], bits[weighed + n]
            here += 2
        at, weighed = at + count, weighed + count
    row[begin + READINGS], row[begin + SPELLED] = here - begin, here - begin + 3 * readings
    reading = here
    here, at = _copied(numbers, at, spelled, row, here + 3 * readings)
    row[begin + SOUNDS] = here - begin
    letter = at + readings
    for n in range(readings):
        length, codes = numbers[at + n], here
        row[reading], row[reading + 1] = codes - begin - row[begin + SOUNDS], length
        here += length
        for code in range(codes, here):
            row[code] = _OF_LETTER[numbers[letter + code - codes], 0]
        features = here
        for place in range(letter, letter + length):
            for feature in _OF_LETTER[numbers[place], 1:]:
                if feature >= 0:
                    row[here] = feature
                    here += 1
        row[reading + 2] = here - features
        if here - features > LONGEST:
            return -1, 0, 0
        reading, letter = reading + 3, letter + length
    return here, letter, weighed


@njit()
def _copied(numbers: Row, at: int, size: int, row: Row, here: int) -> tuple[int, int]:
    """Copy a stretch; where what follows belongs, and where it stands."""
    for place in range(size):
        row[here + place] = numbers[at + place]
    return here + size, at + size
