"""NumPy: rows of a person together, in the order of best days, so that the last row kept of each is where each is."""

import numpy as np
import numpy.typing as npt

from .columns import CELLS, OPEN, SPAN, Raw, number
from .peer import GIVEN, NOT_GIVEN, NOT_RAW, RAW, Counts, Parts, Peer, Tasks, Wide, levels, mixed, parts, run_up
from .sides import GRID, LEVELS, Entered, Given, month_ends

Rows = npt.NDArray[np.intp]


def raw(some: Raw) -> Peer:
    """Over raw claims."""
    people = int(some.person[-1]) + 1

    def known_on(known: int) -> npt.NDArray[np.bool_]:
        learned = np.int16(number(known))
        return (some.known <= learned) & (some.known_to > learned)

    def last_rows(day: int, known: int) -> Rows:
        rows = np.flatnonzero((some.best <= np.int16(number(day))) & known_on(known))
        return rows[last_of(some.person[rows])]

    def stock(day: int, known: int) -> Counts:
        return np.bincount(some.cell[last_rows(day, known)], minlength=CELLS)[:CELLS]

    def series(known: int) -> Wide:
        rows = np.flatnonzero(known_on(known))
        person, day, cell = some.person[rows], some.best[rows].astype(np.int32), some.cell[rows]
        inside, followed = cell < CELLS, ~last_of(person)
        left = np.flatnonzero(inside & followed)
        found = np.zeros(SPAN * CELLS, dtype=np.int32)
        np.add.at(found, day[inside] * CELLS + cell[inside], np.int32(1))
        np.add.at(found, day[left + 1] * CELLS + cell[left], np.int32(-1))
        return run_up(found)

    def surface() -> Counts:
        ends = np.array([number(day) for day in month_ends()])
        month = np.searchsorted(ends, np.arange(SPAN)).astype(np.int16)
        found = np.zeros((len(ends), len(ends) + 1), dtype=np.int64)
        for place, known in enumerate(month_ends()):
            rows = np.flatnonzero(known_on(known))
            inside, followed = some.cell[rows] < CELLS, ~last_of(some.person[rows])
            at = month[some.best[rows]]
            left = np.flatnonzero(inside & followed)
            came = np.bincount(at[inside], minlength=len(ends) + 1)
            found[place] = came - np.bincount(at[left + 1], minlength=len(ends) + 1)
        return found[:, :-1].cumsum(axis=1).T[..., None]

    def changes(day: int, known: int, other_day: int, other_known: int) -> Parts:
        held = np.full((people, 3), CELLS, dtype=np.int64)
        for point, at in enumerate(((day, known), (day, other_known), (other_day, other_known))):
            rows = last_rows(*at)
            held[some.person[rows], point] = some.packed[rows]
        inside = held & 511 < CELLS
        changed = np.flatnonzero((inside[:, 0] != inside[:, 1]) | (inside[:, 1] != inside[:, 2]))
        return parts(changed, held[changed], some.claim)

    def timeline(person: int, known: int) -> Counts:
        start, end = np.searchsorted(some.person, np.array([person, person + 1], dtype=np.int32))
        learned = number(known)
        rows = start + np.flatnonzero((some.known[start:end] <= learned) & (some.known_to[start:end] > learned))
        return np.stack([some.best[rows], some.cell[rows]], axis=1)

    tasks: Tasks = {
        "stock": stock,
        "series": series,
        "surface": surface,
        "changes": changes,
        "mixed": mixed(stock, timeline),
    }
    return Peer("NumPy", RAW, tasks, NOT_RAW)


def given(some: Given, moves: Entered) -> Peer:
    """Over rectangles, in the order of their first days: those that begin later are not looked at."""
    cells = some.low.shape[1]

    def stock(day: int, known: int) -> Counts:
        when, learned = np.int16(number(day)), np.int16(number(known))
        end = int(np.searchsorted(some.first, when, side="right"))
        here = (some.until[:end] > when) & (some.known[:end] <= learned) & (some.known_to[:end] > learned)
        return np.bincount(some.cell[:end][here], minlength=cells)

    def series(known: int) -> Wide:
        learned = np.int16(number(known))
        rows = np.flatnonzero((some.known <= learned) & (some.known_to > learned) & (some.best >= 0))
        cell, until = some.best[rows].astype(np.int32), some.until[rows]
        ends = until < OPEN
        found = np.zeros(SPAN * CELLS, dtype=np.int32)
        np.add.at(found, some.first[rows] * np.int32(CELLS) + cell, np.int32(1))
        np.add.at(found, until[ends] * np.int32(CELLS) + cell[ends], np.int32(-1))
        return run_up(found)

    def surface() -> Counts:
        size = GRID * GRID * LEVELS
        found = np.zeros(size, dtype=np.int64)
        for day, known, sign in (
            (some.m_first, some.m_known, 1),
            (some.m_until, some.m_known, -1),
            (some.m_first, some.m_known_to, -1),
            (some.m_until, some.m_known_to, 1),
        ):
            slot = (day * np.int32(GRID) + known) * np.int32(LEVELS) + some.level
            found += sign * np.bincount(slot, minlength=size)
        return levels(found)

    def delays() -> Counts:
        row = moves.m_day * np.int32(GRID)
        learned, given_up = (
            np.bincount(row + known, minlength=GRID * GRID) for known in (moves.m_known, moves.m_known_to)
        )
        return (learned - given_up).reshape(GRID, GRID)[1:-1, 1:-1]

    tasks: Tasks = {"stock": stock, "series": series, "surface": surface, "delays": delays}
    return Peer("NumPy", GIVEN, tasks, NOT_GIVEN)


def last_of(person: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
    """Which rows are the last of their person."""
    last = np.ones(len(person), dtype=np.bool_)
    np.not_equal(person[1:], person[:-1], out=last[:-1])
    return last
