"""DuckDB: in memory, on all cores, smallest types; the order of the rows is what its zone maps go by."""

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from . import by_sql
from .columns import Raw
from .peer import Peer
from .sides import Entered, Given
from .statements import CLAIM, RECTANGLE


def raw(some: Raw) -> Peer:
    """Over raw claims."""
    base = _filled({"claim": {name: getattr(some, name) for name in CLAIM}})
    return by_sql.raw("DuckDB", some, lambda *asked: _run(base, *asked), base.close)


def given(some: Given, moves: Entered) -> Peer:
    """Over rectangles, in the order of their first days."""
    base = _filled({"rectangle": {name: getattr(some, name) for name in RECTANGLE}, "entered": moves._asdict()})
    return by_sql.given("DuckDB", some, lambda *asked: _run(base, *asked), base.close)


def _filled(tables: Mapping[str, Mapping[str, Any]]) -> duckdb.DuckDBPyConnection:
    base = duckdb.connect()
    for name, columns in tables.items():
        base.register("rows", pa.table(dict(columns)))
        base.execute(f"CREATE TABLE {name} AS SELECT * FROM rows")
        base.unregister("rows")
    return base


def _run(base: duckdb.DuckDBPyConnection, statement: str, days: Sequence[int]) -> Sequence[Any]:
    return list(base.execute(statement, list(days)).fetchnumpy().values())
