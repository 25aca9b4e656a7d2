"""The tasks of the three databases: a statement each, and a way to run it that gives its columns."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from .columns import Raw, number
from .peer import (
    GIVEN,
    NOT_GIVEN,
    NOT_RAW,
    RAW,
    Counts,
    Parts,
    Peer,
    Tasks,
    Wide,
    daily,
    mixed,
    parts,
    spread,
    surface,
    triangle,
)  # fmt: skip
from .sides import Given
from .statements import (
    CHANGES_RAW,
    DELAYS_GIVEN,
    SERIES_GIVEN,
    SERIES_RAW,
    STOCK_GIVEN,
    STOCK_RAW,
    SURFACE_GIVEN,
    TIMELINE_RAW,
)  # fmt: skip

Run = Callable[[str, Sequence[int]], Sequence[Any]]  # a statement and its days: columns


def raw(name: str, some: Raw, run: Run, close: Callable[[], object]) -> Peer:
    """A database that has the table `claim`."""

    def stock(day: int, known: int) -> Counts:
        learned = number(known)
        return spread(*run(STOCK_RAW, (number(day), learned, learned)))

    def series(known: int) -> Wide:
        learned = number(known)
        return daily(*run(SERIES_RAW, (learned,) * 4))

    def changes(day: int, known: int, other_day: int, other_known: int) -> Parts:
        one, other, before, now = (number(at) for at in (day, other_day, known, other_known))
        points = (one, before, before, one, now, now, other, now, now)
        person, *packed = run(CHANGES_RAW, points)
        return parts(person, np.stack(packed, axis=1).astype(np.int64), some.claim)

    def timeline(person: int, known: int) -> Sequence[Any]:
        return run(TIMELINE_RAW, (person, number(known), number(known)))

    tasks: Tasks = {"stock": stock, "series": series, "changes": changes, "mixed": mixed(stock, timeline)}
    return Peer(name, RAW, tasks, NOT_RAW, close)


def given(name: str, some: Given, run: Run, close: Callable[[], object]) -> Peer:
    """A database that has the tables `rectangle` and `entered`."""
    cells = some.low.shape[1]

    def stock(day: int, known: int) -> Counts:
        when, learned = number(day), number(known)
        cell, count = run(STOCK_GIVEN, (when, when, learned, learned))
        return spread(cell, count, cells)

    def series(known: int) -> Wide:
        return daily(*run(SERIES_GIVEN, (number(known),) * 4))

    def corners() -> Counts:
        return surface(*run(SURFACE_GIVEN, ()))

    def delays() -> Counts:
        return triangle(*run(DELAYS_GIVEN, ()))

    tasks: Tasks = {"stock": stock, "series": series, "surface": corners, "delays": delays}
    return Peer(name, GIVEN, tasks, NOT_GIVEN, close)
