"""Why two figures differ: what was revised and what happened, person by person, with the claims that are the reason.

From a figure on one day, as known on one, to a figure on another day, as known on another, the way goes by the first
day as known on the later one: up to there nothing happened, it was only learned; from there on nothing is learned that
the later figure does not know. So each person's part is what was revised and what happened, and the parts add up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.tally.book import Book
from habeas.tally.cell import Weights
from habeas.tally.loops import loops
from habeas.tally.rectangles import Rectangles
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds, stock, weights

Counts = npt.NDArray[np.int64]
BEFORE, REVISED, NOW = 1, 2, 4  # bits: which of the three figures a rectangle holds
POINTS = (BEFORE, REVISED, NOW)


class At(NamedTuple):
    """Of what day a figure is, and as known on which (ordinals)."""

    day: int
    known: int


@dataclass(frozen=True, slots=True)
class Changed:
    """One person's part in a difference: counted before, counted then as known now, counted now; and on what it rests.

    Each is low, best, high (0 or 1); the claims are those that decide it, none where the person does not count.
    """

    person: int
    before: Bounds
    revised: Bounds
    now: Bounds
    claims_before: tuple[int, ...]
    claims_revised: tuple[int, ...]
    claims_now: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Difference:
    """Two figures, the first as known when the later one was, and everybody whose part in them differs, by person."""

    before: Bounds
    revised: Bounds
    now: Bounds
    people: "Columns"

    def __len__(self) -> int:
        return len(self.people.person)

    def __iter__(self) -> Iterator[Changed]:
        return map(self.people.row, range(len(self)))


@dataclass(frozen=True, eq=False)
class Columns:
    """Everybody whose part differs: the rows of `rectangles` that hold them in each figure (-1: none), and weights."""

    person: Counts
    held: Counts
    rectangles: tuple[Rectangles, ...]
    whose: Counts
    weight: Counts

    def row(self, place: int) -> Changed:
        """One person's part."""
        told = [self._at(place, point) for point in range(3)]
        bounds, claims = zip(*told, strict=True)
        return Changed(int(self.person[place]), *bounds, *claims)

    def _at(self, place: int, point: int) -> tuple[Bounds, tuple[int, ...]]:
        row = int(self.held[place, point])
        if row < 0:
            return Bounds(0, 0, 0), ()
        some = self.rectangles[int(self.whose[place, point])]
        start, end = some.claim_start[row : row + 2]
        return Bounds(*self.weight[place, point].tolist()), tuple(some.claims[start:end].tolist())


def difference(
    book: Book, rule: Rule, before: At, now: At, compiled: bool | None = None, last: Bounds | None = None
) -> Difference:
    """What lies between two figures of one rule in one book; `last` is the later one, where it is known already."""
    points = (before, At(before.day, now.known), now)
    bases = [book.base.derived.rectangles, *([book.later] if book.later is not None else [])]
    parts = [_apart(some, points, book.gone if place == 0 else None, compiled) for place, some in enumerate(bases)]
    people = _by_person(tuple(bases), parts, weights(book.cells, rule))
    last = last or stock(book, rule, *now, compiled)
    apart = (people.weight[:, :2] - people.weight[:, 2:]).sum(axis=0)  # of the two earlier figures from the last
    first, revised = (Bounds(*row) for row in (apart + last).tolist())
    return Difference(first, revised, last, people)


Apart = tuple[Counts, npt.NDArray[np.int8]]


def _apart(
    some: Rectangles, points: tuple[At, ...], gone: npt.NDArray[np.bool_] | None, compiled: bool | None
) -> Apart:
    """The rectangles that hold some of the points and not all, with a bit for each point that they hold."""
    fast = loops(len(some), compiled)
    if fast:
        kind = some.sides.first.dtype
        days, knowns = (np.array([some.scale.number(point[end]) for point in points], dtype=kind) for end in range(2))
        rows, bits = fast.apart(*some.sides, days, knowns)
    else:
        every = np.zeros(len(some), dtype=np.int8)
        for bit, point in zip(POINTS, points, strict=True):
            every |= (some.holding(*point) * bit).astype(np.int8)
        rows = np.flatnonzero((every > 0) & (every < sum(POINTS)))
        bits = every[rows]
    if gone is not None:
        rows, bits = rows[~gone[rows]], bits[~gone[rows]]
    return rows, bits


def _by_person(bases: tuple[Rectangles, ...], parts: list[Apart], by_cell: Weights) -> Columns:
    """Everybody whose part differs, as the cells count."""
    person = np.concatenate([base.person[rows] for base, (rows, _) in zip(bases, parts, strict=True)])
    cell = np.concatenate([base.cell[rows] for base, (rows, _) in zip(bases, parts, strict=True)])
    low, best, high = (column[cell] for column in by_cell)
    counts = (low | best << 1 | high << 2).astype(np.uint8)  # a bit for each
    rows, bits = (np.concatenate([part[end] for part in parts]) for end in range(2))
    whose = np.repeat(np.arange(len(parts)), [len(part[0]) for part in parts])
    people, place = _met(person)
    held, of = np.full((3, len(people)), -1, dtype=np.int64), np.zeros((3, len(people)), dtype=np.int64)
    counted = np.zeros((3, len(people)), dtype=np.uint8)
    for point, bit in enumerate(POINTS):
        here = np.flatnonzero(bits & bit)
        at = place[here]
        held[point, at], of[point, at], counted[point, at] = rows[here], whose[here], counts[here]
    kept = np.flatnonzero((counted[0] != counted[1]) | (counted[1] != counted[2]))
    weight = counted[:, kept].T[..., None] >> np.arange(3, dtype=np.uint8) & 1
    return Columns(people[kept].astype(np.int64), held[:, kept].T, bases, of[:, kept].T, weight.astype(np.int64))


def _met(person: npt.NDArray[np.int32]) -> tuple[npt.NDArray[np.int32], Counts]:
    """The people in order, each once, and the place of each row's person among them."""
    order = np.argsort(person, kind="stable")  # nearly in order as they are
    begins = np.diff(person[order], prepend=-1) > 0
    place = np.empty(len(person), dtype=np.int64)
    place[order] = np.cumsum(begins) - 1
    return person[order][begins], place
