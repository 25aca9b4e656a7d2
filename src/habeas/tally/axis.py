"""Days as small numbers: an axis begins just before the first day that occurs, and ALWAYS stands at its 0.

A scale is an axis on which NEVER has a number, too: the last that its numbers can have.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.tally.blocks import Numbers, blocks, worked
from habeas.tally.table import ALWAYS, NEVER

__all__ = ["SHORT", "Axis", "Numbers", "Scale", "axis_of", "scale_of", "wide_scale_of"]

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

    @property
    def kind(self) -> type[np.integer]:
        """What its numbers fit in."""
        return np.uint16 if self.never == SHORT else np.int32

    def numbers(self, days: Numbers) -> Numbers:
        """The numbers of days that occur."""

        def number(some: Numbers) -> Numbers:
            return np.where(some >= NEVER, self.never, np.maximum(some - self.zero, 0))

        return worked(days, self.kind, number)

    def axis(self, *numbers: Numbers) -> Axis:
        """The axis on which all days of these columns of numbers lie."""
        found = _axis(numbers, 0, self.never)
        return found._replace(zero=self.zero + found.zero) if found.length > 1 else found

    def days(self, numbers: Numbers) -> npt.NDArray[np.int32]:
        """The days of numbers; of 0 it is ALWAYS."""
        found = numbers.astype(np.int32)
        return np.where(found == 0, ALWAYS, np.where(found == self.never, NEVER, found + self.zero)).astype(np.int32)


def scale_of(*columns: Numbers) -> Scale:
    """The scale on which all days of these columns lie: of 16 bits, where they span less than 179 years."""
    zero, length = axis_of(*columns)
    return Scale(zero, SHORT if length < SHORT else LONG)


def wide_scale_of(*columns: Numbers) -> Scale:
    """The same with a day more at both ends."""
    zero, length = axis_of(*columns)
    return Scale(zero - 1, SHORT if length + 2 < SHORT else LONG)


def axis_of(*columns: Numbers) -> Axis:
    """The axis on which all days of these columns lie that are days."""
    return _axis(columns, ALWAYS, NEVER)


def _axis(columns: Sequence[Numbers], before: int, after: int) -> Axis:
    """The axis of what lies between."""
    ends = [one for column in columns for some in blocks(column) if (one := _ends(some, before, after))]
    if not ends:
        return Axis(0, 1)
    low, high = min(low for low, _ in ends), max(high for _, high in ends)
    return Axis(low - 1, high - low + 2)


def _ends(some: Numbers, before: int, after: int) -> tuple[int, int] | None:
    """The first and the last of what lies between, None where nothing does.

    Counted from the one end, and without signs, the other end and all beyond are the greatest numbers.
    """
    unsigned = np.dtype(f"u{some.dtype.itemsize}")
    low = before + 1 + int((some - (before + 1)).view(unsigned).min())
    high = after - 1 - int(((after - 1) - some).view(unsigned).min())
    return (low, high) if low < after else None
