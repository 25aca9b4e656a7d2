"""How the stock of one day was revised: what it is as known on every day there is, as the fewest steps.

The corners up to the day, added up along the known days: each sum is the stock as it was known from then on.
"""

from collections.abc import Iterable

import numpy as np

from habeas.tally.book import Book
from habeas.tally.counted import Counted
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds, Stairs, added_up, counted_in


def revised(book: Book, rule: Rule, day: int) -> list[tuple[int, Bounds]]:
    """The known days (ordinals, in order) on which the stock at the end of `day` changed, each with what it came to."""
    days, sums = added_up(_known(part, day) for part in counted_in(book, rule))
    return [(known, Bounds(*bounds)) for known, bounds in zip(days.tolist(), sums.T.tolist(), strict=True)]


def _known(part: Counted, day: int) -> Stairs:
    """The stock of a day by known day, of one part of the corners: those up to the day come first."""
    rows, length = part.starts[part.days.number(day) + 1], part.knowns.length
    moved = [np.bincount(part.known[:rows], weight[:rows], length) for weight in part.weights]
    return Stairs(part.knowns.days(np.arange(length)), np.cumsum(moved, axis=1).astype(np.int64))


def fewest(steps: Iterable[tuple[int, Bounds]]) -> list[tuple[int, Bounds]]:
    """The steps without those that change nothing; before the first of them is nobody."""
    found = [(0, Bounds(0, 0, 0))]
    for known, bounds in steps:
        if bounds != found[-1][1]:
            found.append((known, bounds))
    return found[1:]
