"""Rectangles into a Parquet file, for DuckDB, Polars and whatever else counts in columns.

The file carries its rule, lens and log entry; the days of an open end are the first and the last day of the calendar,
so that a stock is four comparisons. Written beside and then renamed: it is whole or not there. Needs pyarrow.
"""

from contextlib import suppress
from pathlib import Path
from typing import Any

from habeas.answers.rectangles import Pieces

from .prepared import FileError


def write(found: Pieces, file: Path) -> int:
    """Write the rectangles and return how many they are. FileError where pyarrow or the folder is missing."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise FileError("Parquet files need pyarrow: `pip install habeas[parquet]`; nothing was written") from None
    schema = _schema(pyarrow, found)
    beside = file.with_name(f".{file.name}.part")
    try:
        with parquet.ParquetWriter(beside, schema, compression="zstd") as writer:
            for rows in found.rows:
                writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))
        beside.rename(file)
    except OSError as error:
        raise FileError(f"{file}: it cannot be written ({_why(error)}); nothing was written") from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return found.size


def _why(error: OSError) -> str:
    """What the disk says, in its own words: pyarrow raises errors without a number."""
    return (error.strerror or str(error)).partition(". Detail")[0]


def _schema(pyarrow: Any, found: Pieces) -> Any:
    day, number, text = pyarrow.date32(), pyarrow.int8(), pyarrow.string()
    fields = [("person", text), *((name, day) for name in ("first", "until", "known", "known_to"))]
    fields += [*((name, number) for name in ("low", "best", "high")), ("state", text), ("states", pyarrow.list_(text))]
    fields += [*((f"said_{name}", text) for name in found.properties), ("claims", pyarrow.list_(text))]
    told = {
        "habeas.rule": f"{found.rule.name}@{found.rule.version}",
        "habeas.lens": f"{found.lens.name}@{found.lens.version}",
        "habeas.at": str(found.seen.at),
        "habeas.access": found.seen.ceiling.name,
    }
    return pyarrow.schema(fields, metadata=told)
