"""How alike two words sound, as `alike` has it: loops for numba.

A word is the row of a name and where it begins there; `standing` are the numbers that the module of that name lays out.
"""

from typing import Any

import numpy as np
from numba import njit

from habeas.names.likeness.alike import FALL, FAR, FARTHER, LEAST, LESS, NEAR, NEAR_FALL
from habeas.names.likeness.compiled_rows import (
    CLASSES,
    LONGEST,
    RANK,
    READINGS,
    SCRIPT,
    SOUNDS,
    SPELLED,
    TEXT,
)
from habeas.names.likeness.standing import SIDE, TABLES, WITHIN
from habeas.names.sounds.odds import GAP

Row = Any
ONE = np.uint64(1)
ALL, NONE = np.uint64(0xFFFFFFFFFFFFFFFF), np.uint64(0)


@njit()
def alike(one: Row, at: int, other: Row, to: int, standing: Row, masks: Row) -> float:
    """The likeness of two words. `masks` is room for the features of one reading, all of it nothing."""
    begin, until = at + one[at + TEXT], at + one[at + CLASSES]
    its, end = to + other[to + TEXT], to + other[to + CLASSES]
    harder = one[at + RANK] - other[to + RANK]
    if harder < 0 or (harder == 0 and before(one, begin, until, other, its, end)):
        one, at, other, to = other, to, one, at
    share, left, right = _nearest(one, at, other, to, masks)
    if share > (FARTHER if one[at + RANK] >= LESS else FAR):
        return max(LEAST, 1 - FALL * share)
    within = _table_at(standing, WITHIN + one[at + SCRIPT]) if one[at + SCRIPT] == other[to + SCRIPT] else 0
    if share <= NEAR and not within:
        return 1 - NEAR_FALL * share
    table = _cells(standing, within or _table_at(standing, one[at + SCRIPT]) or int(standing[TABLES]))
    x, y = at + one[at + SOUNDS] + one[left], to + other[to + SOUNDS] + other[right]
    return _likeness(one[x : x + one[left + 1]], other[y : y + other[right + 1]], table)


@njit()
def before(one: Row, at: int, end: int, other: Row, to: int, until: int) -> bool:
    """Whether a text comes before another."""
    while at < end and to < until and one[at] == other[to]:
        at += 1
        to += 1
    return to < until and (at == end or one[at] < other[to])


@njit()
def _nearest(one: Row, at: int, other: Row, to: int, masks: Row) -> tuple[float, int, int]:
    """The distance of the nearest readings as a share of the longer, and where they stand in the lists of readings."""
    best = 1.0
    first, last = at + one[at + READINGS], at + one[at + SPELLED]
    begin, end = to + other[to + READINGS], to + other[to + SPELLED]
    left, right = first, begin
    for x in range(first, last, 3):
        x_at, x_size = at + one[at + SOUNDS] + one[x] + one[x + 1], one[x + 2]
        if x_size <= LONGEST:
            for place in range(x_size):
                masks[one[x_at + place]] |= ONE << np.uint64(place)
        for y in range(begin, end, 3):
            y_at, y_size = to + other[to + SOUNDS] + other[y] + other[y + 1], other[y + 2]
            longest = max(x_size, y_size)
            if longest == 0:
                share = 0.0
            elif abs(x_size - y_size) / longest >= best:
                continue
            elif x_size <= LONGEST:
                share = _distance(x_size, other, y_at, y_size, masks) / longest
            else:  # a word that has been joined: then the other is none
                for place in range(y_size):
                    masks[other[y_at + place]] |= ONE << np.uint64(place)
                share = _distance(y_size, one, x_at, x_size, masks) / longest
                masks[:] = NONE
            if share < best:
                best, left, right = share, x, y
                if share == 0:
                    masks[:] = NONE
                    return best, left, right
        if x_size <= LONGEST:
            for place in range(x_size):
                masks[one[x_at + place]] = NONE
    return best, left, right


@njit()
def _distance(size: int, other: Row, at: int, length: int, masks: Row) -> int:
    """The edit distance of what the masks hold to other features (H. Hyyrö, "A bit-vector algorithm for computing
    Levenshtein and Damerau edit distances", Nordic Journal of Computing 10, 2003)."""
    if size == 0:
        return length
    more, less, distance = ALL, NONE, size
    top = np.uint64(size - 1)
    for place in range(at, at + length):
        same = masks[other[place]]
        across = (((same & more) + more) ^ more) | same | less
        up, down = less | ~(across | more), across & more
        distance += int((up >> top) & ONE) - int((down >> top) & ONE)
        up = (up << ONE) | ONE
        more, less = (down << ONE) | ~(across | up), up & across
    return distance


@njit()
def _likeness(one: Row, other: Row, table: Row) -> float:
    """Log-odds of two sounds over those of the longer with itself; what begins and ends alike is laid on each other."""
    mine, its = 0.0, 0.0
    for code in one:
        mine += table[code, code]
    for code in other:
        its += table[code, code]
    most = max(mine, its)
    if most <= 0:
        return LEAST
    begin, end, same = 0, min(len(one), len(other)), 0.0
    while begin < end and one[begin] == other[begin]:
        same += table[one[begin], one[begin]]
        begin += 1
    last = 0
    while last < end - begin and one[len(one) - 1 - last] == other[len(other) - 1 - last]:
        same += table[one[len(one) - 1 - last], one[len(one) - 1 - last]]
        last += 1
    return max(LEAST, (same + _odds(one[begin : len(one) - last], other[begin : len(other) - last], table)) / most)


@njit()
def _table_at(standing: Row, number: int) -> int:
    """Where the table of a number begins, 0 if there is none."""
    size, first = 1 + SIDE * SIDE, np.int64(standing[TABLES])
    for place in range(np.int64(standing[TABLES + 1])):
        if standing[first + place * size] == number:
            return int(first + place * size)
    return 0


@njit()
def _cells(standing: Row, at: int) -> Row:
    """The table that begins there; that of Latin stands first."""
    return standing[at + 1 : at + 1 + SIDE * SIDE].reshape(SIDE, SIDE)


@njit()
def _odds(one: Row, other: Row, table: Row) -> float:
    """Log-odds of the best alignment of two sounds."""
    row = np.zeros(len(other) + 1, np.float64)
    for place in range(len(other)):
        row[place + 1] = row[place] + table[GAP, other[place]]
    for code in one:
        left_out, before_it = table[code, GAP], row[0]
        last = before_it + left_out
        row[0] = last
        for place in range(len(other)):
            above = row[place + 1]
            last = max(last + table[GAP, other[place]], before_it + table[code, other[place]], above + left_out)
            before_it = above
            row[place + 1] = last
    found: float = row[len(other)]
    return found
