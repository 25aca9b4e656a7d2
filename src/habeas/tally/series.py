"""A stock on every day, and who came and went: by the day of the event, and by the day on which it was learned.

One walk over the corners known by a day, whatever the number of days or claims: each is added at its own day, and the
sums up to each day are the stocks. Of who came and went there is best alone: the least and the most of a window are not
sums of those of its days (`tally.count` has them), so a day's flow by convention is given, and how much of it was seen
on a day that is known to the month.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.tally.axis import Axis
from habeas.tally.book import Book
from habeas.tally.cell import Cells, Division
from habeas.tally.corners import Corners
from habeas.tally.counted import Counted
from habeas.tally.loops import loops
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds, Stairs, added_up, counted_in, division, moved_in

Counts = npt.NDArray[np.int64]
Places = npt.NDArray[np.uint32]
Stocks = npt.NDArray[np.int32]
FIRST_DAY = 1  # the ordinal of the first day there is


@dataclass(frozen=True, eq=False)
class Daily:
    """A stock on each day from `first` on: a row a day, a column for each of `values` (one, `()`, if not divided)."""

    first: int
    values: tuple[tuple[str | None, ...], ...]
    low: Stocks
    best: Stocks
    high: Stocks

    def on(self, day: int, value: int = 0) -> Bounds:
        """Low, best and high at the end of a day."""
        row = day - self.first
        return Bounds(int(self.low[row, value]), int(self.best[row, value]), int(self.high[row, value]))


@dataclass(frozen=True, eq=False)
class Series:
    """A stock as a step function: what stands at place i holds from `days[i]` until `days[i + 1]`, the last for ever.

    `days` are ordinals, the first day there is before all; `sums` has a column for each: low, best, high. No two
    neighbouring steps are equal.
    """

    days: Counts
    sums: Counts

    def on(self, day: int) -> Bounds:
        """Low, best and high at the end of `day`."""
        return Bounds(*self.on_days(np.array([day]))[:, 0].tolist())

    def on_days(self, days: Counts) -> Counts:
        """The same of several days, a column for each."""
        return self.sums[:, np.searchsorted(self.days, days, side="right") - 1]


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
    nothing = np.broadcast_to(np.zeros(1, dtype=np.int32), shape)
    found = {
        bound: _on_days(book, _columns(book.cells, rule, by, bound), known, first, shape, compiled)
        if bound in bounds
        else nothing
        for bound in Bounds._fields
    }
    return Daily(first, shares.values, **found)


def _columns(cells: Cells, rule: Rule, by: tuple[str, ...], bound: str) -> tuple[Places, ...]:
    """By cell the place of a value that counts it, or one after the last; as many times as the cell with the most has
    some.
    """
    return cells.lately.get(("columns", rule, by, bound), lambda: _placed_in(division(cells, rule, by), bound))


def _placed_in(shares: Division, bound: str) -> tuple[Places, ...]:
    left: Counts = getattr(shares, bound).copy()
    found: list[Places] = []
    while not found or left.any():
        place = np.argmax(left, axis=0) if len(left) else np.zeros(left.shape[1], dtype=np.int64)
        counts = (left > 0).any(axis=0)
        left[place[counts], np.flatnonzero(counts)] = 0
        found.append(np.where(counts, place, len(left)).astype(np.uint32))
    return tuple(found)


def _on_days(
    book: Book, columns: Sequence[Places], known: int, first: int, shape: tuple[int, int], compiled: bool | None
) -> Stocks:
    """The sums of each day: along a running row of all values, which is written down at the end of each day.

    A cell that several values count is in as many of the columns.
    """
    base, *later = book.corners
    fast = loops(base.size, compiled)
    if not fast:
        return _by_numpy(book.corners, columns, known, first, shape)
    found = np.empty(shape, dtype=np.int32)
    when, since = base.knowns.number(known), first - base.days.zero
    before = book.base.sums.on(first - 1, known, compiled)
    for number, column in enumerate(columns):
        run = np.bincount(column[: len(before)], before, shape[1] + 1).astype(np.int32)
        others = [_placed(part, column, known, first, shape) for part in later] or [np.zeros((3, 0), dtype=np.int64)]
        fast.run_on(*base[2:], when, since, column, *others[0], run, found, number > 0)
    return found


def _placed(part: Corners, column: Places, known: int, first: int, shape: tuple[int, int]) -> Counts:
    """In order of days: the row of each corner that is known and counted, its column, and its weight."""
    place = column[part.cell]
    at = np.maximum(part.days.days(part.day) - first, 0)
    here = (part.known <= part.knowns.number(known)) & (place < shape[1]) & (at < shape[0])
    return np.stack([at[here], place[here], part.weight[here].astype(np.int64)])


def _by_numpy(
    parts: Sequence[Corners], columns: Sequence[Places], known: int, first: int, shape: tuple[int, int]
) -> Stocks:
    found = np.zeros(shape, dtype=np.int32)
    for part in parts:
        for column in columns:
            at, place, weight = _placed(part, column, known, first, shape)
            flat = np.bincount(at * shape[1] + place, weight, found.size)
            found += flat.astype(np.int32).reshape(shape)
    return np.cumsum(found, axis=0, out=found)


def steps(book: Book, rule: Rule, known: int) -> Series:
    """The stock on every day there is, as known on `known`, as the fewest steps."""
    days, sums = added_up(_by_day(part, known) for part in counted_in(book, rule))
    if not len(days) or days[0] > FIRST_DAY:
        return Series(np.append(FIRST_DAY, days), np.pad(sums, ((0, 0), (1, 0))))
    return Series(np.maximum(days, FIRST_DAY), sums)


def _by_day(part: Counted, known: int) -> Stairs:
    """What is counted of the corners known by a day, up to each day."""
    return Stairs(part.days.days(np.arange(part.days.length)), _up_to_days(part, known))


def _up_to_days(part: Counted, known: int) -> Counts:
    """Places known by a day, which stand in the order of their days, added up: a row for each weight."""
    here = part.known <= part.knowns.number(known)
    sums = np.zeros((len(part.weights), len(here) + 1), dtype=np.int32)
    for row, weight in zip(sums, part.weights, strict=True):
        np.cumsum((weight * here).astype(np.int32), out=row[1:])
    return sums[:, part.starts[1:]].astype(np.int64)


def flow(book: Book, rule: Rule, first: int, last: int, known: int) -> Flow:
    """Who came and went on each day from `first` to `last`, as known on `known`."""

    def on_its_day(part: Counted) -> tuple[Axis, Counts]:
        return part.days, np.diff(_up_to_days(part, known), axis=1, prepend=0)

    return _flow(book, rule, first, last, on_its_day)


def learned(book: Book, rule: Rule, first: int, last: int) -> Flow:
    """By the day on which it was learned: who is newly known to have come or gone, less what was given up that day."""

    def when_known(part: Counted) -> tuple[Axis, Counts]:
        sums = [np.bincount(part.known, weight, part.knowns.length) for weight in part.weights]
        return part.knowns, np.stack(sums).astype(np.int64)

    return _flow(book, rule, first, last, when_known)


def _flow(book: Book, rule: Rule, first: int, last: int, by_number: Callable[[Counted], tuple[Axis, Counts]]) -> Flow:
    """Moves added up by day: who entered, who left, and of both who was seen on a day known to the month.

    `by_number` has the sums of each number on an axis.
    """
    size, told = last - first + 1, []
    for quantity in ("inflow", "outflow"):
        found = np.zeros((2, size), dtype=np.int64)
        for part in moved_in(book, rule, quantity):
            axis, moved = by_number(part)
            days = axis.days(np.arange(axis.length))
            asked = (days >= first) & (days <= last)
            found[:, days[asked] - first] += moved[:, asked]
        told.append(found)
    (entered, entered_seen), (left, left_seen) = told
    return Flow(first, entered, left, entered_seen, left_seen)
