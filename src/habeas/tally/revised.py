"""How the stock of one day was revised: what it is as known on every day there is, as the fewest steps.

The corners up to the day, added up along the known days: each sum is the stock as it was known from then on.
"""

from collections.abc import Iterable

import numpy as np

from habeas.tally.book import Book
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds, weights


def revised(book: Book, rule: Rule, day: int) -> list[tuple[int, Bounds]]:
    """The known days (ordinals, in order) on which the stock at the end of `day` changed, each with what it came to."""
    by_rule = weights(book.cells, rule)
    knowns, sums = [np.zeros(0, dtype=np.int64)], [np.zeros((0, 3), dtype=np.int64)]
    for part in book.corners:
        here = part.days.days(part.day) <= day
        cell, weight = part.cell[here], part.weight[here].astype(np.int64)
        knowns.append(part.knowns.days(part.known[here]))
        sums.append(np.stack([weight * of[cell] for of in by_rule], axis=1))
    met, place = np.unique(np.concatenate(knowns), return_inverse=True)
    every = np.concatenate(sums)
    totals = [np.cumsum(np.bincount(place, column, len(met))).astype(np.int64).tolist() for column in every.T]
    return fewest(zip(met.tolist(), (Bounds(*row) for row in zip(*totals, strict=True)), strict=True))


def fewest(steps: Iterable[tuple[int, Bounds]]) -> list[tuple[int, Bounds]]:
    """The steps without those that change nothing; before the first of them is nobody."""
    found = [(0, Bounds(0, 0, 0))]
    for known, bounds in steps:
        if bounds != found[-1][1]:
            found.append((known, bounds))
    return found[1:]
