"""For how many days a rule counts each person, up to a day, as known on another: at least and at most, all at once.

Days are added up over rectangles, so that thousands of people cost one pass, and the same days come out as for one
person alone (`answers.held`), where the rule counts any custody.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from habeas.tally.book import Book
from habeas.tally.rectangles import Rectangles
from habeas.tally.rule import Rule
from habeas.tally.stock import weights
from habeas.tally.table import ALWAYS

Days = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class HeldDays:
    """By the number of a person: days counted at least and at most; `open` where nobody says when it began."""

    low: Days
    high: Days
    open: npt.NDArray[np.bool_]


def held_days(book: Book, rule: Rule, people: int, as_of: int, known: int) -> HeldDays:
    """The days of so many `people`, up to and including the day `as_of`, as known on `known` (ordinals)."""
    low, high = np.zeros(people, dtype=np.int64), np.zeros(people, dtype=np.int64)
    found = HeldDays(low, high, np.zeros(people, dtype=np.bool_))
    counts = weights(book.cells, rule)
    base = book.base.derived.rectangles
    parts: list[tuple[Rectangles, npt.NDArray[np.bool_] | None]] = [(base, book.gone)]
    parts += [(book.later, None)] if book.later is not None else []
    for some, gone in parts:
        here = some.known_on(known) & (counts.high[some.cell] > 0) & (some.first <= as_of)
        rows = np.flatnonzero(here if gone is None else here & ~gone)
        person, cell, first = some.person[rows], some.cell[rows], some.first[rows].astype(np.int64)
        length = np.minimum(some.until[rows].astype(np.int64), as_of + 1) - first
        begun = first > ALWAYS
        found.open[person[~begun]] = True
        for days, weight in ((found.low, counts.low), (found.high, counts.high)):
            days += np.bincount(person[begun], (length * (weight[cell] > 0))[begun], minlength=people).astype(np.int64)
    return found
