"""Loops over columns, compiled by numba. Each does what its caller does by NumPy, in one walk and without copies."""

from typing import Any

import numpy as np
from numba import njit

Column = Any


@njit(cache=True, nogil=True)
def add_beside(
    day: Column, known: Column, cell: Column, weight: Column, starts: Column,
    block: int, step: int, when: int, learned: int, found: Column,
) -> None:  # fmt: skip
    """Add to `found` the corners beside the table of sums: one step of each earlier block, and the block of the day."""
    if step < starts.shape[1] - 1:
        for each in range(block):
            for row in range(starts[each, step], starts[each, step + 1]):
                if known[row] > learned:
                    break
                found[cell[row]] += weight[row]
    if block < starts.shape[0]:
        for row in range(starts[block, 0], starts[block, starts.shape[1] - 1]):
            if known[row] > learned:
                break
            if day[row] <= when:
                found[cell[row]] += weight[row]


@njit(cache=True, nogil=True)
def add_days(
    day: Column, known: Column, cell: Column, weight: Column,
    when: int, since: int, column: Column, found: Column,
) -> None:  # fmt: skip
    """Add corners known by `when` to `found[day - since, column[cell]]`, those of days before to its first row."""
    last = found.shape[0]
    for row in range(len(day)):
        place = column[cell[row]]
        if known[row] <= when and place >= 0:
            at = np.int64(day[row]) - since if day[row] > 0 else 0
            if at < last:
                found[max(at, 0), place] += weight[row]


@njit(cache=True, nogil=True)
def run_up(found: Column) -> None:
    """Make each row the sum of all rows up to it."""
    for row in range(1, found.shape[0]):
        for place in range(found.shape[1]):
            found[row, place] += found[row - 1, place]


@njit(cache=True, nogil=True)
def add_grid(
    day: Column, known: Column, cell: Column, weight: Column,
    day_place: Column, known_place: Column, level: Column, found: Column,
) -> None:  # fmt: skip
    """Add each corner at the place that its day, its known day and its cell make together."""
    for row in range(len(day)):
        found[day_place[day[row]] + known_place[known[row]] + level[cell[row]]] += weight[row]


@njit(cache=True, nogil=True)
def sum_over(found: Column, bounds: Column) -> None:
    """The sums over rows and columns of `found`; of its levels 3 is in all of `bounds`, 2 not in the first, and so on.

    `found` is used up: its rows become the sums of all rows up to each.
    """
    for row in range(bounds.shape[0]):
        low = best = high = 0
        for column in range(bounds.shape[1]):
            if row > 0:
                for level in range(1, 4):
                    found[row, column, level] += found[row - 1, column, level]
            third, second, first = found[row, column, 3], found[row, column, 2], found[row, column, 1]
            low, best, high = low + third, best + third + second, high + third + second + first
            bounds[row, column, 0], bounds[row, column, 1], bounds[row, column, 2] = low, best, high


@njit(cache=True, nogil=True)
def apart(
    first: Column, until: Column, known: Column, known_to: Column, days: Column, knowns: Column
) -> tuple[Column, Column]:
    """The rectangles that hold some of three points and not all, each with a bit for every point that it holds.

    Days are of the columns' own type. A thousand rectangles are looked at without a branch, which the compiler turns
    into a few wide instructions, and then the few that are apart are picked out.
    """
    rows, bits = np.empty(len(first), dtype=np.int64), np.empty(len(first), dtype=np.int8)
    held, found = np.empty(1024, dtype=np.uint8), 0
    day_0, day_1, day_2 = days[0], days[1], days[2]
    known_0, known_1, known_2 = knowns[0], knowns[1], knowns[2]
    for start in range(0, len(first), 1024):
        end = min(start + 1024, len(first))
        begun, ended, learned, given_up = first[start:end], until[start:end], known[start:end], known_to[start:end]
        for row in range(end - start):
            here = (begun[row] <= day_0) & (day_0 < ended[row]) & (learned[row] <= known_0) & (known_0 < given_up[row])
            then = (begun[row] <= day_1) & (day_1 < ended[row]) & (learned[row] <= known_1) & (known_1 < given_up[row])
            now = (begun[row] <= day_2) & (day_2 < ended[row]) & (learned[row] <= known_2) & (known_2 < given_up[row])
            held[row] = np.uint8(here) | np.uint8(then) << 1 | np.uint8(now) << 2
        for row in range(end - start):
            if held[row] != 0 and held[row] != 7:
                rows[found], bits[found] = start + row, held[row]
                found += 1
    return rows[:found].copy(), bits[:found].copy()
