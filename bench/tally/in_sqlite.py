"""SQLite: in memory, one core, tables that are their own index in the order of the question (WITHOUT ROWID)."""

import sqlite3
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from . import by_sql
from .columns import Raw
from .peer import Peer
from .sides import Entered, Given
from .statements import CLAIM, RECTANGLE

BATCH = 500_000


def raw(some: Raw) -> Peer:
    """Over raw claims, grouped by person without sorting."""
    base = sqlite3.connect(":memory:")
    _fill(base, "claim", "person, packed", {name: getattr(some, name) for name in CLAIM})
    return by_sql.raw("SQLite", some, lambda *asked: _run(base, *asked), base.close)


def given(some: Given, moves: Entered) -> Peer:
    """Over rectangles, in the order of their first days."""
    base = sqlite3.connect(":memory:")
    _fill(base, "rectangle", '"first", place', {name: getattr(some, name) for name in RECTANGLE})
    _fill(base, "entered", "m_day, m_known, place", moves._asdict())
    return by_sql.given("SQLite", some, lambda *asked: _run(base, *asked), base.close)


def _fill(base: sqlite3.Connection, table: str, key: str, columns: dict[str, npt.NDArray[np.integer]]) -> None:
    size = len(next(iter(columns.values())))
    names = ", ".join(f'"{name}" INT' for name in (*columns, "place"))
    base.execute(f"CREATE TABLE {table} ({names}, PRIMARY KEY ({key})) WITHOUT ROWID")
    places = ", ".join("?" * (len(columns) + 1))
    for start in range(0, size, BATCH):
        some = [column[start : start + BATCH].tolist() for column in columns.values()]
        rows = zip(*some, range(start, start + len(some[0])), strict=True)
        base.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
    base.commit()
    base.execute("ANALYZE")


def _run(base: sqlite3.Connection, statement: str, days: Sequence[int]) -> Sequence[Any]:
    answer = base.execute(statement, days)
    return list(np.array(answer.fetchall(), dtype=np.int64).reshape(-1, len(answer.description)).T)
