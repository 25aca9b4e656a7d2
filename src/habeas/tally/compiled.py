"""Loops over columns, compiled by numba. Each does what its caller does by NumPy, in one walk and without copies."""

from typing import Any

import numpy as np
from numba import njit

Column = Any


@njit(cache=True, nogil=True)
def add_between(
    starts: Column, across: Column, cell: Column, weight: Column, begin: int, end: int, limit: int, sign: int,
    found: Column,
) -> None:  # fmt: skip
    """Add to `found` the rows of numbers from `begin` to before `end` that lie at or before `limit` across."""
    for number in range(begin, end):
        for row in range(starts[number], starts[number + 1]):
            if across[row] > limit:
                break
            found[cell[row]] += sign * weight[row]


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
    at: Column, place: Column, more: Column, found: Column, also: bool,
) -> None:  # fmt: skip
    """Write the running sums by `column` of corners known by `when` at each day's end, from day `since` on.

    `at`, `place` and `more` are other corners in order: their rows, columns, and weights. `also`: the sums are added.
    """
    days, values = len(starts) - 1, found.shape[1]
    run, other = np.zeros(values + 1, dtype=np.int32), 0
    for day in range(min(max(since, 1), days)):  # day 0 is before all others
        for row in range(starts[day], starts[day + 1]):
            if known[row] > when:
                break
            run[column[cell[row]]] += weight[row]
    for line in range(found.shape[0]):
        day = line + since
        if 1 <= day < days:
            for row in range(starts[day], starts[day + 1]):
                if known[row] > when:
                    break
                run[column[cell[row]]] += weight[row]
        while other < len(at) and at[other] <= line:
            run[place[other]] += more[other]
            other += 1
        if also:
            for value in range(values):
                found[line, value] += run[value]
        else:
            for value in range(values):
                found[line, value] = run[value]


@njit(cache=True, nogil=True)
def add_rows(ends: Column, known: Column, weight: Column, place: Column, found: Column) -> None:
    """Add each weight to the row whose end it comes before, at the place of its known day.

    Neighbours often go to one place, and would wait for each other: so they are added up in four rows by turns.
    """
    width = found.shape[1]
    beside, begin = np.zeros(4 * width, dtype=np.int32), np.int64(0)
    for line in range(found.shape[0]):
        end = ends[line]
        for row in range(begin, end):
            beside[(row & 3) * width + place[known[row]]] += weight[row]
        for at in range(width):
            found[line, at] += beside[at] + beside[width + at] + beside[2 * width + at] + beside[3 * width + at]
        beside[:] = 0
        begin = end


@njit(cache=True, nogil=True)
def add_bounds(
    ends: Column, known: Column, low: Column, best: Column, high: Column, place: Column, found: Column
) -> None:
    """The same for three weights at once."""
    width = found.shape[2]
    beside, begin = np.zeros((4 * width, 3), dtype=np.int32), np.int64(0)
    for line in range(found.shape[1]):
        end = ends[line]
        for row in range(begin, end):
            at = (row & 3) * width + place[known[row]]
            beside[at, 0] += low[row]
            beside[at, 1] += best[row]
            beside[at, 2] += high[row]
        for at in range(width):
            for turn in range(4):
                for level in range(3):
                    found[level, line, at] += beside[turn * width + at, level]
        beside[:] = 0
        begin = end


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
