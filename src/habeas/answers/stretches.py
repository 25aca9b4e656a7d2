"""Stretches of days in which something stays the same."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

Told = TypeVar("Told")


def stretches(days: Sequence[date], told: Callable[[date], Told]) -> list[tuple[date, date | None, Told]]:
    """The first and last day (None: no end) of each stretch in which `told` says the same, and what it says.

    `days` are those on which it may change, in order, the first of them the beginning; without days there is none.
    """
    found: list[tuple[date, date | None, Told]] = []
    for day, following in zip(days, [*days[1:], None][: len(days)], strict=True):
        last, says = date.fromordinal(following.toordinal() - 1) if following else None, told(day)
        if found and found[-1][2] == says:
            found[-1] = (found[-1][0], last, says)
        else:
            found.append((day, last, says))
    return found
