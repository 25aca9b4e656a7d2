"""How many on one day, as known on another, from a book: a look into its index, whatever the number of claims."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.tally.axis import Numbers
from habeas.tally.book import Book
from habeas.tally.cell import Cells, Division, Value, Weights, in_order
from habeas.tally.corners import small, spread_out, starts_of
from habeas.tally.counted import Counted, counted
from habeas.tally.loops import loops
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

    values: Value
    bounds: Bounds


@dataclass(frozen=True, eq=False)
class Shares:
    """The parts of a figure, as columns: `bounds` has a row for each of `places` among `values`. Walked, its parts."""

    values: tuple[Value, ...]
    places: Counts
    bounds: Counts

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[Share]:
        for place, row in zip(self.places.tolist(), self.bounds.tolist(), strict=True):
            yield Share(self.values[place], Bounds._make(row))


class _Pairs(NamedTuple):
    """Which cells are counted in each value, of low, then of best, then of high: `cell[starts[n]:starts[n + 1]]`."""

    values: tuple[Value, ...]
    starts: Numbers
    cell: Numbers


def weights(cells: Cells, rule: Rule) -> Weights:
    """How a rule counts the people of each cell."""
    return cells.lately.get(("weights", rule), lambda: _weights(cells, rule))


def _weights(cells: Cells, rule: Rule) -> Weights:
    before = cells.before
    if before is None:
        return cells.weights(rule)
    both = zip(weights(before, rule), cells.weights(rule, len(before)), strict=True)
    return Weights(*map(np.concatenate, both))


def move_weights(cells: MoveCells, rule: Rule) -> MoveWeights:
    """How a rule counts the moves of each cell."""
    return cells.lately.get(rule, lambda: cells.weights(rule))


def division(cells: Cells, rule: Rule, by: tuple[str, ...]) -> Division:
    """How a rule counts the people of each cell in each value of `by`."""
    return cells.lately.get(("division", rule, by), lambda: _division(cells, rule, by))


def _division(cells: Cells, rule: Rule, by: tuple[str, ...]) -> Division:
    before = cells.before
    if before is None:
        return cells.divided(rule, by)
    parts = division(before, rule, by), cells.divided(rule, by, len(before))
    values = in_order((value for part in parts for value in part.values), by)
    row = {value: number for number, value in enumerate(values)}
    found = Division(values, *(np.zeros((len(values), len(cells)), dtype=np.int64) for _ in range(3)))
    for part, columns in zip(parts, (slice(len(before)), slice(len(before), None)), strict=True):
        rows = [row[value] for value in part.values]
        for all_of, some in zip(found[1:], part[1:], strict=True):
            all_of[rows, columns] = some
    return found


def _pairs(cells: Cells, rule: Rule, by: tuple[str, ...]) -> tuple[_Pairs, ...]:
    """The division without its zeros, which are nearly all of it; of cells that came later apart."""
    return cells.lately.get(("pairs", rule, by), lambda: _paired(cells, rule, by))


def _paired(cells: Cells, rule: Rule, by: tuple[str, ...]) -> tuple[_Pairs, ...]:
    before = cells.before
    if before is None:
        return (_counting(division(cells, rule, by), 0),)
    return (*_pairs(before, rule, by), _counting(cells.divided(rule, by, len(before)), len(before)))


def _counting(shares: Division, since: int) -> _Pairs:
    many, parts = len(shares.values), [np.nonzero(part) for part in shares[1:]]
    row = np.concatenate([rows + many * place for place, (rows, _) in enumerate(parts)])
    cell = np.concatenate([cells for _, cells in parts])
    return _Pairs(shares.values, starts_of(row, 3 * many), small(cell + since))


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
    found, fast = in_cells(book, day, known, compiled), loops(book.base.sums.corners.size, compiled)
    parts = _pairs(book.cells, rule, by)
    values, sums = parts[0].values, _sums_of(parts[0], found, fast)
    if len(parts) > 1:
        values, sums = _together(by, [(part.values, _sums_of(part, found, fast)) for part in parts])
    places = np.flatnonzero(sums[2])
    return Shares(values, places, sums[:, places].T)


def _sums_of(pairs: _Pairs, found: Counts, fast: Any) -> Counts:
    """Low, best and high of each value."""
    if fast:
        sums: Counts = fast.sums_of(pairs.starts, pairs.cell, found)
    else:
        sums = np.bincount(spread_out(pairs.starts), found[pairs.cell], 3 * len(pairs.values)).astype(np.int64)
    return sums.reshape(3, -1)


def _together(
    by: tuple[str, ...], parts: Sequence[tuple[tuple[Value, ...], Counts]]
) -> tuple[tuple[Value, ...], Counts]:
    """The sums of all parts, by the values that any of them has."""
    met = {value for part, _ in parts for value in part}
    values = parts[0][0] if len(met) == len(parts[0][0]) else in_order(met, by)
    row = {value: number for number, value in enumerate(values)}
    found = np.zeros((3, len(values)), dtype=np.int64)
    for some, sums in parts:
        found[:, [row[value] for value in some]] += sums
    return values, found


def counted_on(book: Book, rule: Rule, day: int, known: int) -> Rectangles:
    """The rectangles of those whom the rule possibly counts at the end of `day`, as known on `known`; by person."""
    counts = weights(book.cells, rule).high
    found = [_here(book.base.derived.rectangles, counts, day, known, book.gone)]
    if book.later is not None:
        found.append(_here(book.later, counts, day, known, None))
    both = joined(found) if len(found) > 1 else found[0]
    return both.of(np.argsort(both.person, kind="stable")) if len(found) > 1 else both


def _here(some: Rectangles, counts: Counts, day: int, known: int, gone: npt.NDArray[np.bool_] | None) -> Rectangles:
    here = some.holding(day, known)
    if gone is not None:
        here &= ~gone
    rows = np.flatnonzero(here)
    return some.of(rows[counts[some.cell[rows]] > 0])


class Stairs(NamedTuple):
    """Bounds day by day: what stands in column n of `sums` (low, best, high) holds from `days[n]` (an ordinal) until
    the next; before the first is nobody."""

    days: Counts
    sums: Counts


def counted_in(book: Book, rule: Rule) -> tuple[Counted, ...]:
    """The corners as far as a rule counts them (low, best, high): of the base, and of what was entered since."""
    base, *later = book.corners
    kept = book.base.lately.get(("stock", rule), lambda: counted(base, weights(book.base.derived.cells, rule)))
    return (kept, *(counted(part, weights(book.cells, rule)) for part in later))


def moved_in(book: Book, rule: Rule, quantity: str) -> tuple[Counted, ...]:
    """The points of moves into (`inflow`) or out of (`outflow`) what a rule counts: all of them, and those seen."""

    def by_cell(cells: MoveCells) -> tuple[Counts, Counts]:
        of = move_weights(cells, rule)
        turns = of.entered if quantity == "inflow" else of.left
        return turns, turns * of.sure

    base, *later = book.points
    kept = book.base.lately.get((quantity, rule), lambda: counted(base, by_cell(book.base.derived.move_cells)))
    return (kept, *(counted(part, by_cell(book.move_cells)) for part in later))


def added_up(parts: Iterable[Stairs]) -> Stairs:
    """The sum of some stairs, without the steps that change nothing."""
    (days, sums), *later = parts
    if later:
        some = [Stairs(days, sums), *later]
        days = np.unique(np.concatenate([one.days for one in some]))
        sums = np.sum([_on_days(one, days) for one in some], axis=0)
    moved = np.diff(sums, axis=1, prepend=0).any(axis=0)
    return Stairs(days[moved], sums[:, moved])


def _on_days(one: Stairs, days: Counts) -> Counts:
    """What stands on some days; before the first nobody."""
    found: Counts = np.pad(one.sums, ((0, 0), (1, 0)))[:, np.searchsorted(one.days, days, side="right")]
    return found
