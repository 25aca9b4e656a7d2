"""How the stock of one day was revised: what it is as known on every day there is, as the fewest steps.

The corners up to the day, added up along the known days: each sum is the stock as it was known from then on.
"""

from collections.abc import Iterable

from habeas.tally.book import Book
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds, added_up


def revised(book: Book, rule: Rule, day: int) -> list[tuple[int, Bounds]]:
    """The known days (ordinals, in order) on which the stock at the end of `day` changed, each with what it came to."""
    known = added_up(book, rule, lambda part: (part.knowns.days(part.known), part.day <= part.days.number(day)))
    return fewest(zip(*known, strict=True))


def fewest(steps: Iterable[tuple[int, Bounds]]) -> list[tuple[int, Bounds]]:
    """The steps without those that change nothing; before the first of them is nobody."""
    found = [(0, Bounds(0, 0, 0))]
    for known, bounds in steps:
        if bounds != found[-1][1]:
            found.append((known, bounds))
    return found[1:]
