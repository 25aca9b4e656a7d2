"""The loops that make an index over corners, compiled by numba: each in one walk what its caller does by NumPy in many.

Rows are unsigned numbers where it is so that none is looked at for being counted from the end.
"""

from typing import Any

import numpy as np
from numba import njit

Column = Any
ONE = np.uint64(1)


@njit(cache=True, nogil=True)
def write_keys(
    day: Column, known: Column, cell: Column, never: int, zero: int, known_zero: int, known_bits: int, cell_bits: int,
    negative: int, keys: Column, written: int,
) -> int:  # fmt: skip
    """Write the key of each corner that lies on some day: its place, and whether it is taken away; how many there are.

    A place is the number of the day, that of the known day, and the cell, each in so many bits.
    """
    for row in range(len(day)):
        if day[row] != never and known[row] != never:
            when, learned = np.int64(max(day[row] - zero, 0)), np.int64(max(known[row] - known_zero, 0))
            place = (when << known_bits | learned) << cell_bits | np.int64(cell[row])
            keys[written] = place << 1 | negative
            written += 1
    return written


@njit(cache=True, nogil=True)
def add_up(keys: Column, weight: Column) -> int:
    """Of keys in order, write over them each place where something is left, and beside it how much; how many are left.

    Places are written where keys were that are read already.
    """
    found, row, size = 0, 0, len(keys)
    while row < size:
        place, total = keys[row] >> 1, 0
        while row < size and keys[row] >> 1 == place:
            total += 1 - 2 * (keys[row] & 1)
            row += 1
        if total != 0:
            keys[found], weight[found] = place, total
            found += 1
    return found


@njit(cache=True, nogil=True)
def by_known_day(
    starts: Column, known: Column, cell: Column, weight: Column, at: Column, day: Column, cells: Column, weights: Column
) -> None:
    """Write corners that stand by day once more by known day; `at` is where those of each begin, and is used up."""
    for number in range(len(starts) - 1):
        row, end = np.uint64(starts[number]), np.uint64(starts[number + 1])
        while row < end:
            place = np.uint64(at[known[row]])
            day[place], cells[place], weights[place] = number, cell[row], weight[row]
            at[known[row]] += 1
            row += ONE


@njit(cache=True, nogil=True)
def add_to_table(
    starts: Column, known: Column, cell: Column, weight: Column, row_of: Column, column_of: Column, table: Column
) -> None:
    """Add each corner to the table, in the row of its day and the column of its known day."""
    for number in range(len(starts) - 1):
        line = table[row_of[number]]
        row, end = np.uint64(starts[number]), np.uint64(starts[number + 1])
        while row < end:
            line[column_of[known[row]], cell[row]] += weight[row]
            row += ONE
