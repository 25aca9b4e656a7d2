"""Days as small numbers: an axis begins just before the first day that occurs, and ALWAYS stands at its 0.

A scale is an axis on which NEVER has a number, too: the last that its numbers can have.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.tally.table import ALWAYS, NEVER

Numbers = npt.NDArray[np.integer]
SHORT, LONG = np.iinfo(np.uint16).max, np.iinfo(np.int32).max


class Axis(NamedTuple):
    """Day `zero + n` has the number n; ALWAYS, and days up to `zero`, have 0. `length` is one more than the last."""

    zero: int
    length: int

    def number(self, day: int) -> int:
        """The number of a day: on a day after the last, what the last has."""
        return min(max(day - self.zero, 0), self.length - 1)

    def numbers(self, days: Numbers) -> Numbers:
        """The numbers of days that occur, in as few bytes as they need."""
        kind = np.uint16 if self.length <= 1 << 16 else np.int32
        return np.maximum(days.astype(np.int64) - self.zero, 0).astype(kind)

    def days(self, numbers: Numbers) -> npt.NDArray[np.int64]:
        """The days of numbers; of 0 it is ALWAYS."""
        wide = numbers.astype(np.int64)
        return np.where(wide == 0, ALWAYS, wide + self.zero)


class Scale(NamedTuple):
    """Day `zero + n` has the number n; ALWAYS, and days up to `zero`, have 0, and NEVER has `never`."""

    zero: int
    never: int

    def number(self, day: int) -> int:
        """The number of a day, which is not NEVER."""
        return min(max(day - self.zero, 0), self.never - 1)

    def numbers(self, days: Numbers) -> Numbers:
        """The numbers of days that occur."""
        kind = np.uint16 if self.never == SHORT else np.int32
        found = np.maximum(days.astype(np.int64) - self.zero, 0)
        return np.where(days >= NEVER, self.never, found).astype(kind)

    def days(self, numbers: Numbers) -> npt.NDArray[np.int32]:
        """The days of numbers; of 0 it is ALWAYS."""
        found = numbers.astype(np.int32)
        return np.where(found == 0, ALWAYS, np.where(found == self.never, NEVER, found + self.zero)).astype(np.int32)


def scale_of(*columns: Numbers) -> Scale:
    """The scale on which all days of these columns lie: of 16 bits, where they span less than 179 years."""
    zero, length = axis_of(*columns)
    return Scale(zero, SHORT if length < SHORT else LONG)


def axis_of(*columns: Numbers) -> Axis:
    """The axis on which all days of these columns lie that are days."""
    ends = [(int(some.min()), int(some.max())) for some in map(_days, columns) if len(some)]
    if not ends:
        return Axis(0, 1)
    first, last = min(low for low, _ in ends), max(high for _, high in ends)
    return Axis(first - 1, last - first + 2)


def _days(column: Numbers) -> Numbers:
    return column[(column > ALWAYS) & (column < NEVER)]
