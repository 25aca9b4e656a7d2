"""One person's course by best, from our pieces and from a peer's acts: equal if they tell of the same steps."""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from habeas.custody.whereabouts import STATES
from habeas.tally.rectangles import Rectangles
from habeas.tally.table import NEVER

from .columns import CELLS, FREE, ZERO
from .generate import REGIONS, SEXES
from .ours import Ours

Step = tuple[int, int]


def ours_of(ours: Ours, some: Rectangles) -> list[Step]:
    """The steps of our pieces: on which day the person comes into which of 288 cells, or none."""
    return list(_steps(_pieces(ours, some)))


def same_courses(theirs: Any, mine: list[Step]) -> bool:
    """Whether a peer's rows, or columns, of days and cells are these steps."""
    rows = np.stack([np.asarray(part) for part in theirs], axis=1) if isinstance(theirs, list) else np.asarray(theirs)
    return list(_steps((int(day), int(cell)) for day, cell in rows)) == mine


def _pieces(ours: Ours, some: Rectangles) -> Iterator[Step]:
    profile = ours.table.profile
    assert profile is not None
    for first, until, number, person in zip(some.first, some.until, some.cell, some.person, strict=True):
        best = ours.book.cells.cells[number].best
        inside = best < len(STATES) - 1
        yield max(int(first) - ZERO, 0), best * SEXES * REGIONS + int(profile[person]) if inside else FREE
        if until < NEVER:
            yield int(until) - ZERO, FREE


def _steps(rows: Iterable[Step]) -> Iterator[Step]:
    """What stands last on each day, where it is another than before."""
    by_day = dict(rows)
    before = FREE
    for day, cell in sorted(by_day.items()):
        if cell != before:
            yield day, min(cell, CELLS)
        before = cell
