"""How a file is to be read as a table: what a mapping states of it, and what its ending says."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from ..prepared import FileError
from ..sheet import SheetRow, Table
from .report import Entries


class Sort(StrEnum):
    """What sort of file a list comes in."""

    csv = "csv"
    xlsx = "xlsx"
    json = "json"
    html = "html"
    text = "text"


_ENDINGS = {".csv": Sort.csv, ".tsv": Sort.csv, ".txt": Sort.csv, ".xlsx": Sort.xlsx, ".xlsm": Sort.xlsx}
_ENDINGS |= {".json": Sort.json, ".html": Sort.html, ".htm": Sort.html, ".md": Sort.text}
TYPES = {Sort.html: "text/html", Sort.text: "text/plain"}  # documents with entries, and no tables


@dataclass(frozen=True, slots=True)
class How:
    """What is stated of the file. `head` is the row of the head; `entries`, `keys_as` and `skip` are of JSON alone,
    `report` of a document with entries.
    """

    sort: Sort
    delimiter: str = ","
    encoding: str = "utf-8"
    sheet: str | None = None
    head: int = 1
    entries: str = ""
    keys_as: str = "(key)"
    skip: frozenset[str] = frozenset()
    report: Entries | None = None


def sort_of(name: str) -> Sort:
    """The sort that a file's ending says; raises FileError for another."""
    ending = PurePath(name).suffix.lower()
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    more = ": save it as .xlsx" if ending in (".xls", ".ods", ".numbers") else ""
    raise FileError(f"{name}: lists are read from .csv, .tsv, .xlsx, .json and .html{more}; nothing was recorded")


def checked_head(name: str, row: int, head: Sequence[str]) -> list[str]:
    """The names of the columns, without blanks around them; raises FileError where two are alike or one is empty."""
    names = [column.strip() for column in head]
    doubled = sorted({column for column in names if column and names.count(column) > 1})
    if not names or doubled or "" in names:
        why = f"look at {doubled}" if doubled else f"column {names.index('') + 1} has none" if names else "it is empty"
        raise FileError(
            f"{name}, row {row}: the head needs a name of its own in every column; {why}; nothing was recorded"
        )
    return names


def without(table: Table, columns: frozenset[str]) -> Table:
    """The table without some columns: nothing that stands in them goes on from here, in no line and no fingerprint."""
    kept = [index for index, column in enumerate(table.head) if column not in columns]
    head = [table.head[index] for index in kept]
    rows = [
        SheetRow(
            row.number,
            {column: row.cells[column] for column in head},
            [row.line[index] for index in kept],
            {column: why for column, why in row.faults.items() if column not in columns},
            row.days - columns,
            row.spans,
        )
        for row in table.rows
    ]
    return Table(head, rows, table.notes)
