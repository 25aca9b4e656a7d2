"""Numbers of shorter times within a longer one: which of them can be added up, and what they come to.

Two numbers whose days overlap may count the same people, so they are never both added. Of all that can be added the
most is taken, and of two ways to the same sum the one in more steps.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from habeas.claims.vocabulary import Door

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


def steps(ever: Iterable[Number]) -> dict[Number, tuple[Number, Number]]:
    """Who was newly recognised between two days next to each other of which a body says how many ever were.

    Each as a number, taken as at least what both words leave, with the two that it comes from. A day with several
    numbers, and one that is only "at least" so many before, begin and end nothing; nor is a step that adds nobody one.
    """
    by_day: dict[date, list[Number]] = {}
    for one in ever:
        if one.day and one.door is Door.ever and not one.part_of:
            by_day.setdefault(one.day, []).append(one)
    told = [some[0] for _, some in sorted(by_day.items()) if len(some) == 1]
    return {_step(one, other): (one, other) for one, other in pairwise(told) if one.high and other.low > one.high}


def _step(before: Number, after: Number) -> Number:
    low = after.low - (before.high or 0)
    high = None if after.high is None else after.high - before.low
    first = before.last + timedelta(days=1)
    return replace(after, first=first, stock=False, door=Door.recognised, printed=low, low=low, high=high)
