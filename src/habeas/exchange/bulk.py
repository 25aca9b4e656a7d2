"""Candidate pairs among whole lists, found by Splink on DuckDB or on Spark, as a file with scores. Nothing is decided.

For lists too long to be set side by side here. Needs the extra `linkage`; Spark needs PySpark and Java besides.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Literal

from habeas.linkage.columns import Row

from .bulk_settings import settings
from .cells import write_table
from .prepared import FileError

Backend = Literal["duckdb", "spark"]
KEYS = "keys"  # the one column that holds several
LEAST = 0.0  # of the weight: pairs below are more likely two people than one
HEAD = ("first_list", "first_id", "first_name", "second_list", "second_id", "second_name", "weight", "probability")
Lists = Mapping[str, Sequence[Row]]


def link(lists: Lists, file: Path, least: float = LEAST, backend: Backend = "duckdb") -> int:
    """Write the pairs of a weight of at least `least` (base-2 log-odds), the likeliest first; return how many they are.

    Of one list: who may stand on it twice. FileError where Splink, what it runs on, or the folder is missing, or a list
    has nobody.
    """
    for name, people in lists.items():
        if not people:
            raise FileError(f"{name} has nobody: there is nothing to link; nothing was written")
    found = sorted(_pairs(lists, least, backend))
    rows = [row for _, row in found]
    beside = file.with_name(f".{file.name}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as out:
            write_table(out, [HEAD, *rows])
        beside.rename(file)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise FileError(f"{file}: {error.strerror or error}; nothing was written") from error
    return len(rows)


def _pairs(lists: Lists, least: float, backend: Backend) -> list[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    """Each pair with what it is sorted by."""
    try:
        from splink import Linker
    except ImportError:
        raise FileError("linking in bulk needs Splink: `pip install habeas[linkage]`; nothing was written") from None
    of = {str(number): name for number, name in enumerate(lists)}
    names = {str(row["id"]): str(row["name"]) for rows in lists.values() for row in rows}
    with _spark(lists) if backend == "spark" else _duckdb(lists) as tables:
        linker = Linker(tables, settings("link_only" if len(lists) > 1 else "dedupe_only"), log_level=None)
        found = linker.inference.predict(threshold_match_weight=least).as_record_list()
    return [_row(one, of, names, next(iter(of.values()))) for one in found]


def _row(
    one: Mapping[str, Any], of: Mapping[str, str], names: Mapping[str, str], alone: str
) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """A pair as a row of HEAD, the earlier list first."""
    numbers = {name: number for number, name in enumerate(of.values())}
    sides = [
        (of.get(str(one.get(f"source_dataset_{side}", "")).removeprefix("list_"), alone), str(one[f"id_{side}"]))
        for side in ("l", "r")
    ]
    sides.sort(key=lambda side: (numbers[side[0]], side[1]))
    weight, probability = float(one["match_weight"]), float(one["match_probability"])
    told = [cell for name, id_ in sides for cell in (name, id_, names[id_])]
    return (-round(weight, 6), *(id_ for _, id_ in sides)), (*told, f"{weight:.2f}", f"{probability:.4f}")


@contextmanager
def _duckdb(lists: Lists) -> Iterator[list[Any]]:
    """The lists as tables of a database in memory, which is closed afterwards."""
    try:
        import duckdb
        import pyarrow
        from splink.backends.duckdb import DuckDBAPI
    except ImportError:
        raise FileError("linking on DuckDB needs duckdb: `pip install habeas[linkage]`; nothing was written") from None
    text = pyarrow.string()
    with closing(duckdb.connect()) as connection:
        api, tables = DuckDBAPI(connection), []
        for number, rows in enumerate(lists.values()):
            schema = pyarrow.schema([(name, pyarrow.list_(text) if name == KEYS else text) for name in rows[0]])
            table = pyarrow.Table.from_pylist(list(rows), schema=schema)
            tables.append(api.register(table, dataset_display_name=f"list_{number}"))
        yield tables


@contextmanager
def _spark(lists: Lists) -> Iterator[list[Any]]:
    """The lists as tables of a session on this machine; it is stopped afterwards, unless somebody else began it."""
    try:
        from pyspark.sql import SparkSession
        from splink.backends.spark import SparkAPI
    except ImportError:
        raise FileError("linking on Spark needs PySpark and Java: `pip install pyspark`; nothing was written") from None
    begun = SparkSession.getActiveSession() is None
    session = SparkSession.builder.master("local[*]").getOrCreate()
    api: Any = SparkAPI
    made, tables = api(spark_session=session, break_lineage_method="persist"), []
    try:
        for number, rows in enumerate(lists.values()):
            kinds = ", ".join(f"{name} {'array<string>' if name == KEYS else 'string'}" for name in rows[0])
            frame = session.createDataFrame([tuple(row.values()) for row in rows], schema=kinds)
            tables.append(made.register(frame, dataset_display_name=f"list_{number}"))
        yield tables
    finally:
        if begun:
            session.stop()
