"""Published numbers of shorter times within a longer one: which of them can be added up, and what they come to.

Two numbers whose days overlap may count the same people, so they are never both added. Of all that can be added the
most is taken, and of two ways to the same sum the one in more steps.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from .number import Number, in_turn


def most(numbers: Iterable[Number], first: date, last: date) -> tuple[Number, ...]:
    """Numbers whose days lie in the window and do not overlap, that come to the most, in order of days."""
    inside = sorted(
        (one for one in numbers if first <= one.first and one.last <= last),
        key=lambda one: (one.last, one.first),
    )
    ends = [one.last for one in inside]
    best: list[tuple[int, int, tuple[Number, ...]]] = [(0, 0, ())]
    for place, one in enumerate(inside):
        total, steps, before = best[bisect_left(ends, one.first, hi=place)]
        taken = (total + one.printed, steps + 1, (*before, one))
        best.append(max(best[-1], taken, key=lambda each: each[:2]))
    return best[-1][2]


def covers(numbers: Sequence[Number], first: date, last: date) -> bool:
    """Whether these numbers, in order of days, leave no day of the window out."""
    if not numbers or numbers[0].first != first or numbers[-1].last != last:
        return False
    return all(in_turn(one.last, other.first) for one, other in pairwise(numbers))
