"""Numbers that nobody knows exactly: a range with its source, and draws from many at once.

A draw falls below the best value as often as above it, evenly on either side: the best value is the median of its
draws, however lopsided the range.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np

ASSUMED, DERIVED = "assumed", "derived"  # how the source of a number begins that nobody published as it stands
PUBLISHED = "published"

Values = Mapping[str, float]


class RangeError(ValueError):
    """A range that is none: its ends are in the wrong order, or no numbers."""


@dataclass(frozen=True, slots=True)
class Range:
    """A number: from `low` to `high`, and `best` where one is needed; in `unit`, by `source`.

    A `source` that begins with the word assumed says that nobody published it, one that begins with derived that only a
    part of it was published. Raises RangeError.
    """

    name: str
    low: float
    best: float
    high: float
    unit: str
    source: str

    def __post_init__(self) -> None:
        if not all(map(isfinite, (self.low, self.best, self.high))) or not self.low <= self.best <= self.high:
            raise RangeError(
                f"{self.name}: a range is three numbers, low, best and high in this order; "
                f"not {self.low:g}, {self.best:g}, {self.high:g}"
            )
        if not self.source.strip() or not self.unit.strip():
            raise RangeError(f"{self.name}: say its unit, and its source, or `assumed`")

    @property
    def basis(self) -> str:
        """Assumed; derived, where only a part was published and the source says that the rest is; else published."""
        said = self.source.casefold()
        if said.startswith(ASSUMED):
            return ASSUMED
        return DERIVED if said.startswith(DERIVED) or ASSUMED in said else PUBLISHED

    def at(self, share: float) -> float:
        """The value below which `share` of the draws fall, from 0 to 1."""
        if share < 0.5:
            return self.low + (self.best - self.low) * share * 2
        return self.best + (self.high - self.best) * (share * 2 - 1)


def best(ranges: Sequence[Range]) -> dict[str, float]:
    """Every number at its best value."""
    return {one.name: one.best for one in ranges}


def drawn(ranges: Sequence[Range], count: int, seed: int) -> Iterator[dict[str, float]]:
    """`count` draws of all numbers, each independent of the others; the same for the same ranges, count and seed."""
    shares = np.random.Generator(np.random.PCG64(seed)).random((count, len(ranges)))
    for row in shares.tolist():
        yield {one.name: one.at(share) for one, share in zip(ranges, row, strict=True)}


def one_at_its_ends(ranges: Sequence[Range], group: frozenset[str]) -> tuple[dict[str, float], dict[str, float]]:
    """All numbers at their best but those of a group, which are all low in the first and all high in the second."""
    known = best(ranges)
    low = {one.name: one.low for one in ranges if one.name in group}
    high = {one.name: one.high for one in ranges if one.name in group}
    return known | low, known | high


def between(values: Sequence[float], weights: Sequence[float] | None = None) -> tuple[float, float, float]:
    """The 5th, 50th and 95th percentile of at least one value: the least below which that share of the weight lies."""
    order = np.argsort(np.asarray(values, dtype=float), kind="stable")
    heavy = np.ones(len(values)) if weights is None else np.asarray(weights, dtype=float)
    reached = np.cumsum(heavy[order]) / heavy.sum()
    at = [order[min(int(np.searchsorted(reached, share - 1e-12)), len(order) - 1)] for share in (0.05, 0.5, 0.95)]
    low, middle, high = (float(values[int(one)]) for one in at)
    return low, middle, high
