"""DuckDB: in memory, on all cores, smallest types; the order of the rows is what its zone maps go by."""

from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from .columns import CELLS, Given, Raw, number
from .peer import GIVEN, RAW, Counts, Peer, spread
from .statements import COLUMNS, SIDES, STOCK_GIVEN, STOCK_RAW


def raw(some: Raw) -> Peer:
    """Over raw claims."""
    base = _table("claim", {name: getattr(some, name) for name in COLUMNS})

    def stock(day: int, known: int) -> Counts:
        when, learned = number(day), number(known)
        return _counted(base.execute(STOCK_RAW, [when, learned, learned]), CELLS)

    return Peer("DuckDB", RAW, {"stock": stock}, close=base.close)


def given(some: Given) -> Peer:
    """Over rectangles, in the order of their first days."""
    base = _table("rectangle", {name: getattr(some, name) for name in SIDES})
    cells = some.low.shape[1]

    def stock(day: int, known: int) -> Counts:
        when, learned = number(day), number(known)
        return _counted(base.execute(STOCK_GIVEN, [when, when, learned, learned]), cells)

    return Peer("DuckDB", GIVEN, {"stock": stock}, close=base.close)


def _table(name: str, columns: dict[str, npt.NDArray[np.integer]]) -> duckdb.DuckDBPyConnection:
    base = duckdb.connect()
    base.register("rows", pa.table(columns))
    base.execute(f"CREATE TABLE {name} AS SELECT * FROM rows")
    base.unregister("rows")
    return base


def _counted(answer: Any, cells: int) -> Counts:
    cell, count = answer.fetchnumpy().values()
    return spread(cell, count, cells)
