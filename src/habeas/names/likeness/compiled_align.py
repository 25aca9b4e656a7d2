"""Which word of one name belongs to which of the other, as `align` has it: loops for numba."""

from typing import Any

import numpy as np
from numba import njit

from habeas.names.likeness.align import GAIN, LONGER, MANY, SHORTEST, UNLIKE, UNLIKE_HARD
from habeas.names.likeness.alike import LEAST, LESS
from habeas.names.likeness.compiled_rows import (
    CLASSES,
    FATHERS,
    FIRST,
    HARDEST,
    RANK,
    READINGS,
    SCRIPT,
    SIZE,
    SOUNDS,
    SPELLED,
    TEXT,
    WORD,
    WORDS,
)
from habeas.names.likeness.compiled_words import alike
from habeas.names.likeness.packed import PARTS
from habeas.names.likeness.standing import BONUSES, NAMED

Row = Any
P, PARTICLE = PARTS.index("P"), PARTS.index("p")
LIKE, GIVEN = 0, 1  # of two words, and of a match: how alike, how far one given name
SHORT, BEGIN, END = 0, 1, 2  # of a match: the word of the name with fewer, and which of the other stand for it
APART = -1  # words of two scripts would have to be joined, which takes what is not in the rows


@njit()
def word(name: Row, place: int) -> int:
    """Where a word begins."""
    return int(name[FIRST + 3 * place])


@njit()
def part(name: Row, place: int) -> int:
    return int(name[FIRST + 3 * place + 1])


@njit()
def shared(one: Row, at: int, end: int, other: Row, to: int, until: int) -> float:
    """The greatest product of weights in a class that two lists have."""
    best, mine, its = 0.0, one.view(np.float64), other.view(np.float64)
    for x in range(at, end, 2):
        for y in range(to, until, 2):
            if one[x] == other[y]:
                best = max(best, mine[x + 1] * its[y + 1])
    return best


@njit()
def align(few: Row, many: Row, standing: Row, masks: Row, likes: Row, told: Row, places: Row) -> int:
    """Write how alike all words are, and the matches; how many, 0 if a word is like none, or APART."""
    n_few, n_many = few[WORDS], many[WORDS]
    unlike = UNLIKE_HARD if max(few[HARDEST], many[HARDEST]) >= LESS else UNLIKE
    most = MANY
    if n_few < n_many:
        most = 1
        for at in range(n_many):
            most = max(most, many[word(many, at) + SIZE] + 1)
    for place in range(n_few - 1, -1, -1):
        own = _compare_words(few, place, many, standing, masks, likes, unlike)
        size = few[word(few, place) + SIZE]
        if not own and part(few, place) not in (P, PARTICLE) and SHORTEST <= size <= most:
            return 0
    found = _choose(few, many, standing, likes, told, places)
    if n_few < n_many and not _join(few, many, standing, masks, found, told, places):
        return APART
    return found


@njit()
def _compare_words(few: Row, place: int, many: Row, standing: Row, masks: Row, likes: Row, unlike: float) -> bool:
    """Write how alike a word is to each of the other name; whether it is like one."""
    at, any_alike = word(few, place), False
    for other in range(many[WORDS]):
        pair = part(few, place) * len(PARTS) + part(many, other)
        if np.isnan(standing[BONUSES + pair]):
            continue
        to, named = word(many, other), 0.0
        like = alike(few, at, many, to, standing, masks)
        if like < 1 and standing[NAMED + pair] != 0:
            one, end = at + few[at + CLASSES], at + few[at + FATHERS]
            its, until = to + many[to + CLASSES], to + many[to + FATHERS]
            if one < end and its < until:
                named = shared(few, one, end, many, its, until)
                named = named if named > 0 else -1.0
        likes[LIKE, place, other], likes[GIVEN, place, other] = like, named
        any_alike |= like > unlike or named > 0
    return any_alike


@njit()
def _choose(few: Row, many: Row, standing: Row, likes: Row, told: Row, places: Row) -> int:
    """The best pairs of which none shares a word, of equals those that stand first."""
    found, used, taken = 0, 0, 0
    while found < few[WORDS]:
        best, left, right = -np.inf, -1, -1
        for place in range(few[WORDS]):
            if used >> place & 1:
                continue
            for at in range(many[WORDS]):
                bonus = standing[BONUSES + part(few, place) * len(PARTS) + part(many, at)]
                if taken >> at & 1 or np.isnan(bonus):
                    continue
                worth = max(likes[LIKE, place, at], likes[GIVEN, place, at]) + bonus
                if worth > best:
                    best, left, right = worth, place, at
        if left < 0:
            break
        used, taken = used | 1 << left, taken | 1 << right
        told[LIKE, found], told[GIVEN, found] = likes[LIKE, left, right], likes[GIVEN, left, right]
        places[SHORT, found], places[BEGIN, found], places[END, found] = left, right, right + 1
        found += 1
    return found


@njit()
def _join(few: Row, many: Row, standing: Row, masks: Row, found: int, told: Row, places: Row) -> bool:
    """Add to each match those neighbours, of the words left over, that make it better; False if they cannot be told."""
    free = (1 << many[WORDS]) - 1
    for n in range(found):
        free &= ~(1 << places[BEGIN, n])
    for n in range(found):
        first = part(many, places[BEGIN, n])
        if first in (P, PARTICLE):
            continue
        meant = word(few, places[SHORT, n])
        while told[LIKE, n] < 1:
            like, place = LEAST, -1
            for at in (places[BEGIN, n] - 1, places[END, n]):
                if at < 0 or not free >> at & 1 or part(many, at) == P:
                    continue
                begin, end = min(at, places[BEGIN, n]), max(at + 1, places[END, n])
                size = 0
                for each in range(begin, end):
                    size += many[word(many, each) + SIZE]
                if size > few[meant + SIZE] * LONGER + 1:
                    continue
                grown = _joined(many, begin, end)
                if len(grown) == 0:
                    return False
                its = alike(grown, 0, few, meant, standing, masks)
                if its >= like:
                    like, place = its, at
            if place < 0 or like <= told[LIKE, n] + GAIN:
                break
            places[BEGIN, n], places[END, n] = min(place, places[BEGIN, n]), max(place + 1, places[END, n])
            told[LIKE, n], told[GIVEN, n] = like, 0.0
            free &= ~(1 << place)
    return True


@njit()
def _joined(name: Row, begin: int, end: int) -> Row:
    """Words as one, each read by itself, as a row of its own that has what `alike` asks; empty if of two scripts."""
    first, size = word(name, begin), 0
    readings = name[first + SOUNDS] - name[first + SPELLED]
    for place in range(begin, end):
        at = word(name, place)
        if name[at + SCRIPT] != name[first + SCRIPT]:
            return np.empty(0, np.int64)
        size += name[at + CLASSES] - name[at + TEXT]
        for spelled in range(at + name[at + SPELLED], at + name[at + SOUNDS]):
            reading = at + name[at + READINGS] + 3 * name[spelled]
            size += name[reading + 1] + name[reading + 2]
    row, here = np.empty(WORD + 3 * readings + size, np.int64), WORD
    row[SCRIPT], row[RANK], row[TEXT] = name[first + SCRIPT], name[first + RANK], here
    for place in range(begin, end):
        at = word(name, place)
        here = _copied(name, at + name[at + TEXT], name[at + CLASSES] - name[at + TEXT], row, here)
    row[CLASSES], row[READINGS] = here, here
    row[SPELLED], row[SOUNDS] = here + 3 * readings, here + 3 * readings
    here = row[SOUNDS]
    for n in range(readings):
        directory = row[READINGS] + 3 * n
        row[directory] = here - row[SOUNDS]
        for kind in (1, 2):
            before = here
            for place in range(begin, end):
                at = word(name, place)
                reading = at + name[at + READINGS] + 3 * name[at + name[at + SPELLED] + n]
                sound = at + name[at + SOUNDS] + name[reading] + (name[reading + 1] if kind == 2 else 0)
                here = _copied(name, sound, name[reading + kind], row, here)
            row[directory + kind] = here - before
    return row


@njit()
def _copied(name: Row, at: int, size: int, row: Row, here: int) -> int:
    """Copy a stretch to where it belongs; where the next one does."""
    for place in range(size):
        row[here + place] = name[at + place]
    return here + size
