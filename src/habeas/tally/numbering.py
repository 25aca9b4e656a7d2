"""Numbers for the few different codes that millions of rows have: those of cells.

The number of a code is its place among those that occur, in order.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from habeas.tally.blocks import Numbers, blocks, worked

HALF = 19  # bits of a code below those of its profile (`tally.cell`)
LOWER = (1 << HALF) - 1


def numbered(codes: Numbers) -> tuple[Numbers, tuple[int, ...]]:
    """The number of each code among those that occur, and the codes by number.

    Many rows are not put in order: the halves of their codes are looked up in tables, where those are shorter.
    """
    if len(codes) > LOWER:
        highs = _occurring(codes, int(codes.max()) >> HALF, lambda some: some >> HALF)
        lows = _occurring(codes, LOWER, lambda some: some & LOWER)
        if int(highs.sum()) * int(lows.sum()) <= len(codes):
            return _by_halves(codes, highs, lows)
    met, number = np.unique(codes, return_inverse=True)
    return number.astype(kind(len(met))), tuple(met.tolist())


def kind(numbers: int) -> type[np.integer]:
    """What so many numbers fit in."""
    return np.uint16 if numbers <= 1 << 16 else np.int32


def _by_halves(
    codes: Numbers, highs: npt.NDArray[np.bool_], lows: npt.NDArray[np.bool_]
) -> tuple[Numbers, tuple[int, ...]]:
    high, low, many = np.cumsum(highs) - 1, np.cumsum(lows) - 1, int(lows.sum())

    def place(some: Numbers) -> Numbers:
        found: Numbers = high[some >> HALF] * many + low[some & LOWER]
        return found

    both = _occurring(codes, int(highs.sum()) * many - 1, place)
    met, number = np.flatnonzero(both), np.cumsum(both) - 1
    found = np.flatnonzero(highs)[met // many] << HALF | np.flatnonzero(lows)[met % many]
    return worked(codes, kind(len(met)), lambda some: number[place(some)]), tuple(found.tolist())


def _occurring(codes: Numbers, most: int, part: Callable[[Numbers], Numbers]) -> npt.NDArray[np.bool_]:
    """Which numbers up to `most` a part of the codes has."""
    here = np.zeros(most + 1, dtype=np.bool_)
    for some in blocks(codes):
        here[part(some)] = True
    return here
