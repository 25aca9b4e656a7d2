"""How many on one day, as known on another, from a book: a look into its index, whatever the number of claims."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.tally.book import Book
from habeas.tally.cell import Cells, Division, Weights
from habeas.tally.corners import Corners
from habeas.tally.movement import MoveCells, MoveWeights
from habeas.tally.rectangles import Rectangles, joined
from habeas.tally.rule import Rule

Counts = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


class Bounds(NamedTuple):
    """A figure: who certainly is counted, who by convention, who possibly."""

    low: int
    best: int
    high: int


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a figure: the values that it has in what it was divided by (None: nothing is said)."""

    values: tuple[str | None, ...]
    bounds: Bounds


@dataclass(frozen=True, eq=False)
class Shares:
    """The parts of a figure, as columns: `bounds` has a row for each of `places` among `values`. Walked, its parts."""

    values: tuple[tuple[str | None, ...], ...]
    places: Counts
    bounds: Counts

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[Share]:
        for place, row in zip(self.places.tolist(), self.bounds.tolist(), strict=True):
            yield Share(self.values[place], Bounds._make(row))


class _Pairs(NamedTuple):
    """Which cells are counted in which value: `row` is a value of low, then one of best, then one of high."""

    row: Counts
    cell: Counts


@lru_cache(maxsize=64)
def weights(cells: Cells, rule: Rule) -> Weights:
    """How a rule counts the people of each cell."""
    return cells.weights(rule)


@lru_cache(maxsize=64)
def move_weights(cells: MoveCells, rule: Rule) -> MoveWeights:
    """How a rule counts the moves of each cell."""
    return cells.weights(rule)


@lru_cache(maxsize=64)
def division(cells: Cells, rule: Rule, by: tuple[str, ...]) -> Division:
    """How a rule counts the people of each cell in each value of `by`."""
    return cells.divided(rule, by)


@lru_cache(maxsize=64)
def _pairs(cells: Cells, rule: Rule, by: tuple[str, ...]) -> _Pairs:
    """The division without its zeros, which are nearly all of it."""
    shares = division(cells, rule, by)
    return _Pairs(*np.nonzero(np.concatenate([shares.low, shares.best, shares.high])))


def in_cells(book: Book, day: int, known: int, compiled: bool | None = None) -> Counts:
    """How many people are in each cell at the end of `day`, as known on `known` (ordinals)."""
    found = book.base.sums.on(day, known, compiled)
    days, knowns, cells, weight = book.since.corners
    if not len(days):
        return found
    here = (days <= day) & (knowns <= known)
    later = np.bincount(cells[here], weight[here], len(book.cells)).astype(np.int64)
    later[: len(found)] += found
    return later


def stock(book: Book, rule: Rule, day: int, known: int, compiled: bool | None = None) -> Bounds:
    """How many the rule counts at the end of `day`, as known on `known`."""
    found, by_rule = in_cells(book, day, known, compiled), weights(book.cells, rule)
    return Bounds(int(found @ by_rule.low), int(found @ by_rule.best), int(found @ by_rule.high))


def divided(book: Book, rule: Rule, by: tuple[str, ...], day: int, known: int, compiled: bool | None = None) -> Shares:
    """The same, divided; values that nobody possibly has are left out."""
    found, pairs = in_cells(book, day, known, compiled), _pairs(book.cells, rule, by)
    values = division(book.cells, rule, by).values
    sums = np.bincount(pairs.row, found[pairs.cell], 3 * len(values)).astype(np.int64).reshape(3, -1)
    places = np.flatnonzero(sums[2])
    return Shares(values, places, sums[:, places].T)


def counted_on(book: Book, rule: Rule, day: int, known: int) -> Rectangles:
    """The rectangles of those whom the rule possibly counts at the end of `day`, as known on `known`; by person."""
    counts = weights(book.cells, rule).high
    found = [_here(book.base.derived.rectangles, counts, day, known, book.gone)]
    if book.later is not None:
        found.append(_here(book.later, counts, day, known, None))
    both = joined(found) if len(found) > 1 else found[0]
    return both.of(np.argsort(both.person, kind="stable")) if len(found) > 1 else both


def _here(some: Rectangles, counts: Counts, day: int, known: int, gone: npt.NDArray[np.bool_] | None) -> Rectangles:
    here = (some.first <= day) & (day < some.until) & (some.known <= known) & (known < some.known_to)
    if gone is not None:
        here &= ~gone
    rows = np.flatnonzero(here)
    return some.of(rows[counts[some.cell[rows]] > 0])


def added_up(
    book: Book, rule: Rule, chosen: Callable[[Corners], tuple[Counts, Mask]]
) -> tuple[list[int], list[Bounds]]:
    """The stock after each of some days: the corners that are `chosen`, each at its day, added up in their order."""
    by_rule = weights(book.cells, rule)
    days, sums = [np.zeros(0, dtype=np.int64)], [np.zeros((0, 3), dtype=np.int64)]
    for part in book.corners:
        day, here = chosen(part)
        cell, weight = part.cell[here], part.weight[here].astype(np.int64)
        days.append(day[here])
        sums.append(np.stack([weight * of[cell] for of in by_rule], axis=1))
    met, place = np.unique(np.concatenate(days), return_inverse=True)
    every = np.concatenate(sums)
    totals = [np.cumsum(np.bincount(place, column, len(met))).astype(np.int64).tolist() for column in every.T]
    return met.tolist(), [Bounds(*row) for row in zip(*totals, strict=True)]
