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
    day_place: Column, known_place: Column, times: Column, found: Column,
) -> None:  # fmt: skip
    """Add each corner to the first row and column at or after it: `found[day_place, known_place, each of times]`."""
    for row in range(len(day)):
        at, learned = day_place[day[row]], known_place[known[row]]
        if at < found.shape[0] and learned < found.shape[1]:
            for bound in range(times.shape[1]):
                found[at, learned, bound] += weight[row] * times[cell[row], bound]


@njit(cache=True, nogil=True)
def apart(
    first: Column, until: Column, known: Column, known_to: Column, days: Column, knowns: Column
) -> tuple[Column, Column]:
    """The rectangles that hold some of three points and not all, each with a bit for every point that it holds."""
    found, most = 0, 1024
    rows, bits = np.empty(most, dtype=np.int64), np.empty(most, dtype=np.int8)
    for row in range(len(first)):
        held = 0
        for point in range(3):
            here = first[row] <= days[point] < until[row] and known[row] <= knowns[point] < known_to[row]
            held |= here << point
        if held not in (0, 7):
            if found == most:
                rows, bits = np.concatenate((rows, np.empty_like(rows))), np.concatenate((bits, np.empty_like(bits)))
                most *= 2
            rows[found], bits[found] = row, held
            found += 1
    return rows[:found], bits[:found]
