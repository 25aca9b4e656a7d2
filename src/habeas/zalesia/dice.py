"""Chance that is the same everywhere: one generator from one seed, asked for numbers in one way only."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

One = TypeVar("One")


class Dice:
    """Draws that rest on `Random.random` alone, whose sequence Python promises to keep."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)  # noqa: S311 - to be repeated, not to be secret

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def chance(self, share: float) -> bool:
        """Whether something happens that happens in this share of cases."""
        return self._random.random() < share

    def one(self, of: Sequence[One]) -> One:
        """One of several, each as likely."""
        return of[self.whole(0, len(of) - 1)]

    def weighted(self, weights: Sequence[int]) -> int:
        """An index, each as likely as its weight."""
        left = self._random.random() * sum(weights)
        for index, weight in enumerate(weights):
            left -= weight
            if left < 0:
                return index
        return len(weights) - 1

    def some(self, of: Sequence[One], many: int) -> list[One]:
        """So many of them, or all where there are fewer, in their order."""
        keyed = sorted((self._random.random(), index) for index in range(len(of)))
        return [of[index] for index in sorted(index for _, index in keyed[:many])]

    def later(self, day: date, low: int, high: int) -> date:
        """A day from low to high days after another."""
        return day + timedelta(days=self.whole(low, high))
