"""Our own rectangles and moves as peers are given them: in columns of the smallest types, in the best order.

With each rectangle stands what this rule makes of its cell, so that no peer need look it up: `best`, which of 288
counts it (-1: none), and `level`, whether it counts certainly (3), by convention (2), possibly (1) or not; and the
months of its sides, as numbers: 0 before the first month, then 1 to 360, and what is later 361. Of moves there are
those that enter.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.tally.stock import division, move_weights, weights

from .columns import CELLS, OPEN, SPAN, ZERO, Counts, Small, place_of, small
from .generate import END, EPOCH, START
from .ours import BY, RULE, Ours

MONTHS = int((END.astype("datetime64[M]") - START.astype("datetime64[M]")).astype(int)) + 1
GRID = MONTHS + 2
LEVELS = 4


class Given(NamedTuple):
    """A row a rectangle, by first day; `low`, `middle` and `high` have a row for each of 288 and a column a cell."""

    first: Small
    until: Small
    known: Small
    known_to: Small
    cell: Small
    best: Small
    level: npt.NDArray[np.int8]
    m_first: Small
    m_until: Small
    m_known: Small
    m_known_to: Small
    low: Counts
    middle: Counts
    high: Counts


class Entered(NamedTuple):
    """A row a move into what the rule counts: the months of its day, and of when it was known from and until."""

    m_day: Small
    m_known: Small
    m_known_to: Small


def month_ends() -> list[int]:
    """The last day of each month, as ordinals."""
    months = START.astype("datetime64[M]") + np.arange(1, MONTHS + 1)
    return [int(day) + EPOCH - 1 for day in months.astype("datetime64[D]").astype(np.int64)]


def given(ours: Ours) -> Given:
    """The rectangles of the book."""
    some = ours.book.base.derived.rectangles
    rows = np.argsort(some.first, kind="stable")
    sides = [small(column[rows]) for column in (some.first, some.until, some.known, some.known_to)]
    bounds = _matrices(ours)
    by_rule = weights(ours.book.cells, RULE)
    cell = some.cell[rows].astype(np.int16)
    best = np.where(bounds[1].any(axis=0), bounds[1].argmax(axis=0), -1).astype(np.int16)
    level = (by_rule.low + by_rule.best + by_rule.high).astype(np.int8)
    return Given._make((*sides, cell, best[cell], level[cell], *map(_months, sides), *bounds))


def entered(ours: Ours) -> Entered:
    """The moves of the book that enter what the rule counts."""
    moves = ours.book.base.derived.moves
    rows = np.flatnonzero(move_weights(ours.book.move_cells, RULE).entered[moves.cell])
    return Entered(*(_months(small(column[rows])) for column in (moves.day, moves.known, moves.known_to)))


def _matrices(ours: Ours) -> list[Counts]:
    """Low, best and high: by which of 288 a cell is counted. A value without a state counts nobody."""
    shares = division(ours.book.cells, RULE, BY)
    inside = [row for row, (state, *_) in enumerate(shares.values) if state is not None]
    places = [place_of(shares.values[row]) for row in inside]
    found: list[Counts] = []
    for part in (shares.low, shares.best, shares.high):
        assert part[inside].sum() == part.sum(), "somebody is counted in no state"
        wide = np.zeros((CELLS, part.shape[1]), dtype=np.int64)
        wide[places] = part[inside]
        found.append(wide)
    return found


def _months(days: Small) -> Small:
    """The month of each day that is given as a number."""
    table = np.full(OPEN + 1, GRID - 1, dtype=np.int16)
    edges = np.array([START.astype(np.int64) + EPOCH - 1, *month_ends()])
    table[:SPAN] = np.searchsorted(edges, np.arange(SPAN) + ZERO)
    return np.asarray(table[days], dtype=np.int16)
