"""A list's file to the table in it, and the table to what is held of it.

What is held is the table as it was read. A CSV in UTF-8 of which every column may be kept is held as it came; of any
other file a CSV is made, without the columns that are suppressed and without the rows that are set apart.
"""

import csv
import io
from collections.abc import Callable, Collection, Mapping

from habeas.archive import extract

from ..prepared import FileError
from ..sheet import Table
from .entries import read_entries
from .how import TYPES, How, Sort, without
from .report import read_entries_of
from .separated import read_separated
from .workbook import read_workbook


def _read_report(name: str, data: bytes, how: How) -> Table:
    if how.report is None:
        raise FileError(f"{name}: say in [report] how its entries are marked; nothing was recorded")
    try:
        return read_entries_of(name, extract.extract(data, TYPES[how.sort]).text, how.report)
    except extract.ExtractError as error:
        raise FileError(f"{name}: {error}; nothing was recorded") from error


_READ: Mapping[Sort, Callable[[str, bytes, How], Table]] = {
    Sort.csv: read_separated,
    Sort.xlsx: read_workbook,
    Sort.json: read_entries,
    Sort.html: _read_report,
    Sort.text: _read_report,
}


def read_table(name: str, data: bytes, how: How, suppressed: Collection[str] = ()) -> Table:
    """The table in a file, without what is suppressed; raises FileError where there is none, or no such column."""
    table = _READ[how.sort](name, data, how)
    if unknown := sorted(set(suppressed) - set(table.head)):
        raise FileError(
            f"{name}: `suppressed` names {unknown[0]!r}, which is no column of the file: was it renamed? "
            f"it has {', '.join(table.head)}; nothing was recorded"
        )
    return without(table, frozenset(suppressed)) if suppressed else table


def is_held_as_it_came(data: bytes, how: How, suppressed: Collection[str]) -> bool:
    """Whether the file's own bytes are held: of a document always, of a CSV where every column may be kept."""
    if how.sort in TYPES:
        return True
    plain = how.sort is Sort.csv and how.delimiter == "," and how.head == 1
    return plain and how.encoding.lower().replace("_", "-") in ("utf-8", "utf8", "utf-8-sig") and not suppressed


def copy_of(table: Table, left_out: Collection[int]) -> bytes:
    """The table as a CSV in UTF-8: each row at its number, those of `left_out` and those before the head empty."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(table.head)
    last = 1
    for row in table.rows:
        if row.number not in left_out:
            out.write("\n" * (row.number - last - 1))
            lines.writerow(row.line)
            last = row.number
    return out.getvalue().encode()
