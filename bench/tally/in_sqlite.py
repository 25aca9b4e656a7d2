"""SQLite: in memory, one core, tables that are their own index in the order of the question (WITHOUT ROWID)."""

import sqlite3
from itertools import islice

import numpy as np
import numpy.typing as npt

from .columns import CELLS, Given, Raw, number
from .peer import GIVEN, RAW, Counts, Peer, spread
from .statements import COLUMNS, SIDES, STOCK_GIVEN, STOCK_RAW

BATCH = 500_000


def raw(some: Raw) -> Peer:
    """Over raw claims, grouped by person without sorting."""
    base = sqlite3.connect(":memory:")
    base.execute(
        "CREATE TABLE claim (person INT, best INT, known INT, known_to INT, cell INT, packed INT,"
        " PRIMARY KEY (person, packed)) WITHOUT ROWID"
    )
    _fill(base, "claim", [getattr(some, name) for name in COLUMNS])

    def stock(day: int, known: int) -> Counts:
        when, learned = number(day), number(known)
        return _counted(base.execute(STOCK_RAW, (when, learned, learned)), CELLS)

    return Peer("SQLite", RAW, {"stock": stock}, close=base.close)


def given(some: Given) -> Peer:
    """Over rectangles, in the order of their first days."""
    base = sqlite3.connect(":memory:")
    base.execute(
        'CREATE TABLE rectangle ("first" INT, until INT, known INT, known_to INT, cell INT, place INT,'
        ' PRIMARY KEY ("first", place)) WITHOUT ROWID'
    )
    _fill(base, "rectangle", [*(getattr(some, name) for name in SIDES), np.arange(len(some.first))])
    cells = some.low.shape[1]

    def stock(day: int, known: int) -> Counts:
        when, learned = number(day), number(known)
        return _counted(base.execute(STOCK_GIVEN, (when, when, learned, learned)), cells)

    return Peer("SQLite", GIVEN, {"stock": stock}, close=base.close)


def _fill(base: sqlite3.Connection, table: str, columns: list[npt.NDArray[np.integer]]) -> None:
    places = ", ".join("?" * len(columns))
    for start in range(0, len(columns[0]), BATCH):
        rows = zip(*(column[start : start + BATCH].tolist() for column in columns), strict=True)
        base.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
    base.commit()
    base.execute("ANALYZE")


def _counted(answer: sqlite3.Cursor, cells: int) -> Counts:
    found = np.array(list(islice(answer, cells)), dtype=np.int64).reshape(-1, 2)
    return spread(found[:, 0], found[:, 1], cells)
