"""Loops over columns, compiled by numba. Each does what its caller does by NumPy, in one walk and without copies.

Where rows are unsigned numbers it is so that no row is looked at for being counted from the end, which takes a third.
"""

from typing import Any

import numpy as np
from numba import njit

Column = Any
ONE, THREE = np.uint64(1), np.uint64(3)


@njit(cache=True, nogil=True)
def up_to(column: Column, begin: int, end: int, limit: int) -> int:
    """Where, of rows in order, those begin that lie after the limit."""
    if begin == end or column[end - 1] <= limit:
        return end
    while begin < end:
        middle = (begin + end) >> 1
        if column[middle] <= limit:
            begin = middle + 1
        else:
            end = middle
    return begin


@njit(cache=True, nogil=True)
def add_between(
    starts: Column, across: Column, cell: Column, weight: Column, begin: int, end: int, limit: int, sign: int,
    found: Column,
) -> None:  # fmt: skip
    """Add to `found` the rows of numbers from `begin` to before `end` that lie at or before `limit` across."""
    for number in range(begin, end):
        row = np.uint64(starts[number])
        last = np.uint64(up_to(across, starts[number], starts[number + 1], limit))
        while row < last:
            found[cell[row]] += sign * weight[row]
            row += ONE


@njit(cache=True, nogil=True)
def sums_of(starts: Column, cell: Column, found: Column) -> Column:
    """The sums of `found` over the cells of each number."""
    sums = np.zeros(len(starts) - 1, dtype=np.int64)
    for number in range(len(sums)):
        total = 0
        for place in range(starts[number], starts[number + 1]):
            total += found[cell[place]]
        sums[number] = total
    return sums


@njit(cache=True, nogil=True)
def run_on(
    starts: Column, known: Column, cell: Column, weight: Column, when: int, since: int, column: Column,
    at: Column, place: Column, more: Column, run: Column, found: Column, also: bool,
) -> None:  # fmt: skip
    """Write the sums by `column` of corners known by `when` at the end of each day, from day number `since` on.

    `run` has what they are before that day, and a place for what is not counted; it is used up. `at`, `place` and
    `more` are other corners in order: their rows, columns, and weights. `also`: the sums are added.
    """
    days, values, other = len(starts) - 1, found.shape[1], 0
    for line in range(found.shape[0]):
        day = line + since
        if 1 <= day < days:  # number 0 is before all days
            row = np.uint64(starts[day])
            last = np.uint64(up_to(known, starts[day], starts[day + 1], when))
            while row < last:
                run[column[cell[row]]] += weight[row]
                row += ONE
        while other < len(at) and at[other] <= line:
            run[place[other]] += more[other]
            other += 1
        written = found[line]
        if also:
            for value in range(values):
                written[value] += run[value]
        else:
            for value in range(values):
                written[value] = run[value]


@njit(cache=True, nogil=True)
def add_rows(ends: Column, known: Column, weight: Column, place: Column, found: Column) -> None:
    """Add each weight to the row whose end it comes before, at the place of its known day.

    Neighbours often go to one place, and would wait for each other: so they are added up in four rows by turns.
    """
    width = np.uint64(found.shape[1])
    beside, row = np.zeros((4, found.shape[1]), dtype=np.int32), np.uint64(0)
    flat = beside.reshape(-1)
    for line in range(found.shape[0]):
        end = np.uint64(ends[line])
        while row < end:
            flat[(row & THREE) * width + place[known[row]]] += weight[row]
            row += ONE
        for at in range(found.shape[1]):
            found[line, at] += beside[0, at] + beside[1, at] + beside[2, at] + beside[3, at]
        flat[:] = 0


@njit(cache=True, nogil=True)
def add_bounds(
    ends: Column, known: Column, low: Column, best: Column, high: Column, place: Column, found: Column
) -> None:
    """The same for three weights at once."""
    width = np.uint64(found.shape[2])
    beside, row = np.zeros((4 * found.shape[2], 3), dtype=np.int32), np.uint64(0)
    for line in range(found.shape[1]):
        end = np.uint64(ends[line])
        while row < end:
            at = (row & THREE) * width + place[known[row]]
            beside[at, 0] += low[row]
            beside[at, 1] += best[row]
            beside[at, 2] += high[row]
            row += ONE
        for turn in range(4):
            part = beside[turn * found.shape[2] : (turn + 1) * found.shape[2]]
            for level in range(3):
                for where in range(found.shape[2]):
                    found[level, line, where] += part[where, level]
        beside[:] = 0


@njit(cache=True, nogil=True)
def sums_over(found: Column) -> Column:
    """The sums over rows and columns of each of some grids."""
    levels, rows, columns = found.shape
    sums, none = np.empty((levels, rows, columns), dtype=np.int64), np.zeros(columns, dtype=np.int64)
    for level in range(levels):
        for row in range(rows):
            above, total = sums[level, row - 1] if row else none, np.int64(0)
            for column in range(columns):
                total += found[level, row, column]
                sums[level, row, column] = above[column] + total
    return sums


@njit(cache=True, nogil=True)
def apart(
    first: Column, until: Column, known: Column, known_to: Column, days: Column, knowns: Column
) -> tuple[Column, Column]:
    """The rectangles that hold some of three points and not all, each with a bit for every point that it holds.

    Days are of the columns' own type. A thousand rectangles are looked at without a branch, which the compiler turns
    into a few wide instructions; of eight together that are none of them apart no more is asked.
    """
    rows, bits = np.empty(len(first), dtype=np.int64), np.empty(len(first), dtype=np.int8)
    held, differs, found = np.zeros(1024, dtype=np.uint8), np.zeros(1024, dtype=np.uint8), 0
    eights = differs.view(np.uint64)
    day_0, day_1, day_2 = days[0], days[1], days[2]
    known_0, known_1, known_2 = knowns[0], knowns[1], knowns[2]
    for start in range(0, len(first), 1024):
        end = min(start + 1024, len(first))
        begun, ended, learned, given_up = first[start:end], until[start:end], known[start:end], known_to[start:end]
        if end - start < 1024:
            differs[:] = 0
        for row in range(end - start):
            here = (begun[row] <= day_0) & (day_0 < ended[row]) & (learned[row] <= known_0) & (known_0 < given_up[row])
            then = (begun[row] <= day_1) & (day_1 < ended[row]) & (learned[row] <= known_1) & (known_1 < given_up[row])
            now = (begun[row] <= day_2) & (day_2 < ended[row]) & (learned[row] <= known_2) & (known_2 < given_up[row])
            held[row] = np.uint8(here) | np.uint8(then) << 1 | np.uint8(now) << 2
            differs[row] = np.uint8(here != then) | np.uint8(then != now)
        for eight in range(128):
            if eights[eight] != 0:
                for row in range(8 * eight, 8 * eight + 8):
                    if differs[row] != 0:
                        rows[found], bits[found] = start + row, held[row]
                        found += 1
    return rows[:found].copy(), bits[:found].copy()
