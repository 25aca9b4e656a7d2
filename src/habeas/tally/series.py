"""A stock on every day, and who came and went: by the day of the event, and by the day on which it was learned.

One walk over the corners known by a day, whatever the number of days or claims: each is added at its own day, and the
sums up to each day are the stocks. Of who came and went there is best alone: the least and the most of a window are not
sums of those of its days (`tally.count` has them), so a day's flow by convention is given, and how much of it was seen
on a day that is known to the month.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.tally.axis import Numbers
from habeas.tally.book import Book
from habeas.tally.cell import Cells
from habeas.tally.corners import Corners
from habeas.tally.loops import loops
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds, added_up, division, move_weights

Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Daily:
    """A stock on each day from `first` on: a row a day, a column for each of `values` (one, `()`, if not divided)."""

    first: int
    values: tuple[tuple[str | None, ...], ...]
    low: npt.NDArray[np.int32]
    best: npt.NDArray[np.int32]
    high: npt.NDArray[np.int32]

    def on(self, day: int, value: int = 0) -> Bounds:
        """Low, best and high at the end of a day."""
        row = day - self.first
        return Bounds(int(self.low[row, value]), int(self.best[row, value]), int(self.high[row, value]))


@dataclass(frozen=True, slots=True)
class Series:
    """A stock as a step function: what stands at place i holds from `days[i]` until `days[i + 1]`, the last for ever.

    `days` begins with the first day there is; no two neighbouring steps are equal.
    """

    days: tuple[date, ...]
    bounds: tuple[Bounds, ...]

    def on(self, day: date) -> Bounds:
        """Low, best and high at the end of `day`."""
        return self.bounds[bisect_right(self.days, day) - 1]


class Flow(NamedTuple):
    """Who entered and who left what a rule counts, by best, a row a day; and how many of each were seen on a day known
    to the month."""

    first: int
    entered: Counts
    left: Counts
    entered_seen: Counts
    left_seen: Counts


def daily(
    book: Book, rule: Rule, first: int, last: int, known: int, by: tuple[str, ...] = (),
    bounds: tuple[str, ...] = Bounds._fields, compiled: bool | None = None,
) -> Daily:  # fmt: skip
    """The stock at the end of each day from `first` to `last` (ordinals), as known on `known`, divided by `by`.

    Bounds that are not asked for are 0 throughout.
    """
    shares = division(book.cells, rule, by)
    shape = (last - first + 1, len(shares.values))
    found = {bound: np.zeros(shape, dtype=np.int32) for bound in Bounds._fields}
    for bound in bounds:
        for column in _columns(book.cells, rule, by, bound):
            for part in book.corners:
                _add_days(part, known, first, column, found[bound], compiled)
        _run_up(found[bound], compiled)
    return Daily(first, shares.values, **found)


@lru_cache(maxsize=64)
def _columns(cells: Cells, rule: Rule, by: tuple[str, ...], bound: str) -> tuple[Counts, ...]:
    """By cell the place of a value that counts it, or -1; as many times as the cell with the most values has some."""
    left, found = getattr(division(cells, rule, by), bound).copy(), []
    while left.any():
        place = np.argmax(left, axis=0)
        counts = left[place, np.arange(left.shape[1])] > 0
        left[place[counts], np.flatnonzero(counts)] = 0
        found.append(np.where(counts, place, -1))
    return tuple(found)


def _add_days(
    part: Corners, known: int, first: int, column: Counts, found: npt.NDArray[np.int32], compiled: bool | None
) -> None:
    since, when = first - part.days.zero, part.knowns.number(known)
    fast = loops(part.size, compiled)
    if fast:
        fast.add_days(*part[2:], when, since, column, found)
        return
    place = column[part.cell]
    at = np.where(part.day == 0, 0, np.maximum(part.day.astype(np.int64) - since, 0))
    here = (part.known <= when) & (place >= 0) & (at < len(found))
    flat = np.bincount(at[here] * found.shape[1] + place[here], part.weight[here], found.size)
    found += flat.astype(np.int32).reshape(found.shape)


def _run_up(found: npt.NDArray[np.int32], compiled: bool | None) -> None:
    fast = loops(found.size, compiled)
    if fast:
        fast.run_up(found)
    else:
        np.cumsum(found, axis=0, out=found)


def steps(book: Book, rule: Rule, known: int) -> Series:
    """The stock on every day there is, as known on `known`, as the fewest steps."""
    return _fewest(
        *added_up(book, rule, lambda part: (part.days.days(part.day), part.known <= part.knowns.number(known)))
    )


def _fewest(days: Sequence[int], sums: Sequence[Bounds]) -> Series:
    found = [(date.min, Bounds(0, 0, 0))]
    for day, bounds in zip(days, sums, strict=True):
        when = date.fromordinal(max(day, 1))
        if when == found[-1][0]:
            found[-1] = (when, bounds)
        elif bounds != found[-1][1]:
            found.append((when, bounds))
    return Series(tuple(day for day, _ in found), tuple(bounds for _, bounds in found))


def flow(book: Book, rule: Rule, first: int, last: int, known: int) -> Flow:
    """Who came and went on each day from `first` to `last`, as known on `known`."""
    found = _Counted(book, rule, last - first + 1)
    for part in book.points:
        day, when = part.days.days(part.day), part.knowns.number(known)
        here = (part.known <= when) & (day >= first) & (day <= last)
        found.add(day[here] - first, part.cell[here], part.weight[here])
    return Flow(first, *found.rows)


def learned(book: Book, rule: Rule, first: int, last: int) -> Flow:
    """By the day on which it was learned: who is newly known to have come or gone, less what was given up that day."""
    found = _Counted(book, rule, last - first + 1)
    for part in book.points:
        known = part.knowns.days(part.known)
        here = (known >= first) & (known <= last)
        found.add(known[here] - first, part.cell[here], part.weight[here])
    return Flow(first, *found.rows)


class _Counted:
    """Moves added up by row: who entered, who left, and of both who was seen on a day known to the month."""

    def __init__(self, book: Book, rule: Rule, size: int) -> None:
        by_rule = move_weights(book.move_cells, rule)
        self._wanted = (by_rule.entered, by_rule.left, by_rule.entered * by_rule.sure, by_rule.left * by_rule.sure)
        self.rows = [np.zeros(size, dtype=np.int64) for _ in self._wanted]

    def add(self, row: Counts, cell: Numbers, weight: Numbers) -> None:
        for found, of in zip(self.rows, self._wanted, strict=True):
            found += np.bincount(row, weight * of[cell], len(found)).astype(np.int64)
