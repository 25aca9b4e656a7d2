"""What a peer is: a library with its data ready, the tasks that it can do, and why it does not do the others.

Also what peers share: differences that they found, spread over a table and added up.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from .columns import BITS, CELLS, SPAN
from .sides import GRID, LEVELS

Counts = npt.NDArray[np.int64]
Wide = npt.NDArray[np.int32]
RAW, GIVEN = "raw claims", "our rectangles"
NOT_RAW: Mapping[str, str] = {
    "surface": "360 scans, one for each month of knowledge",
    "delays": "who came when differs in every state of knowledge",
}
NOT_GIVEN: Mapping[str, str] = {
    "changes": "asked from raw claims",
    "mixed": "asked from raw claims",
}


Tasks = Mapping[str, Callable[..., Any]]


@dataclass(frozen=True)
class Peer:
    """A peer over raw claims or over our rectangles; `tasks` by name, `unfit` says of others why they are not done."""

    name: str
    source: str
    tasks: Tasks
    unfit: Mapping[str, str] = field(default_factory=dict)
    close: Callable[[], object] = lambda: None

    @property
    def title(self) -> str:
        """The peer and what it was given."""
        return f"{self.name}, {self.source}"


class Parts(NamedTuple):
    """Who changed between three figures, by person, and of each figure the claim that has them in (-1: not in)."""

    person: Counts
    claims: Counts


class Asking(NamedTuple):
    """One part of a mixed load: the timeline of a person or, where there is none, a tally of a day."""

    person: int | None
    day: int
    known: int


Answer = Callable[[Asking], Any]


def mixed(tally: Callable[[int, int], Any], timeline: Callable[[int, int], Any]) -> Callable[[tuple[Asking, ...]], Any]:
    """A load of many parts, one after the other."""

    def answers(parts: tuple[Asking, ...]) -> list[Any]:
        return [tally(one.day, one.known) if one.person is None else timeline(one.person, one.known) for one in parts]

    return answers


def spread(cells: Any, counts: Any, size: int = CELLS) -> Counts:
    """Counts by cell as an array of so many cells."""
    found = np.zeros(size, dtype=np.int64)
    found[np.asarray(cells, dtype=np.int64)] = counts
    return found


def daily(slots: Any, signs: Any) -> Wide:
    """Differences by day and cell added up: a row a day, a column for each of 288."""
    found = np.zeros(SPAN * CELLS, dtype=np.int32)
    found[np.asarray(slots, dtype=np.int64)] = signs
    return run_up(found)


def run_up(found: Wide) -> Wide:
    """The sums along the days."""
    rows = found.reshape(SPAN, CELLS)
    return np.cumsum(rows, axis=0, out=rows)


def surface(slots: Any, signs: Any) -> Counts:
    """Differences by month, month of knowledge and level added up: low, best and high of every month and month."""
    return levels(spread(slots, signs, GRID * GRID * LEVELS))


def levels(found: Counts) -> Counts:
    """The same of a table of differences."""
    by_level = found.reshape(GRID, GRID, LEVELS)[..., :0:-1]
    sums: Counts = by_level.cumsum(axis=2).cumsum(axis=0).cumsum(axis=1)[1:-1, 1:-1]
    return sums


def triangle(slots: Any, signs: Any) -> Counts:
    """Differences by month and month of knowledge, those of the months alone."""
    return spread(slots, signs, GRID * GRID).reshape(GRID, GRID)[1:-1, 1:-1]


def parts(person: Any, packed: npt.NDArray[np.int64], claim: npt.NDArray[np.int32]) -> Parts:
    """Who changed, from the last rows of each (`packed`, a column a figure) and the claims of all rows."""
    inside = packed & (1 << BITS) - 1 < CELLS
    return Parts(np.asarray(person, dtype=np.int64), np.where(inside, claim[packed >> BITS], -1).astype(np.int64))
