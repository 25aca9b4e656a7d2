"""A CSV file read strictly: a head, rows as wide as the head, quotes closed, every cell with its place."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from habeas.archive import extract

from .prepared import FileError


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row as a spreadsheet counts it (the head is row 1), with its cells by column.

    `faults`: why what stands in a column ("": in the row) cannot be trusted. `days`: the columns whose cell is a day of
    the spreadsheet and not words. `spans`: of a text, the characters (start, end) in which a column was read.
    """

    number: int
    cells: dict[str, str]
    line: list[str]
    faults: Mapping[str, str] = field(default_factory=dict)
    days: frozenset[str] = frozenset()
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(slots=True)
class Table:
    """A table as it was read: its head, its rows, and what has to be said of the reading."""

    head: list[str]
    rows: list[SheetRow]
    notes: list[str] = field(default_factory=list)


def read_sheet(name: str, data: bytes) -> tuple[list[str], Iterator[SheetRow]]:
    """The head and the rows; raises FileError, naming the row, for a file that is not a whole CSV in UTF-8."""
    if not data:
        raise FileError(f"{name}: the file has zero bytes; nothing was recorded")
    try:
        text = extract.decode(data).removeprefix("\ufeff")
    except extract.ExtractError as error:
        raise FileError(f"{name}: {error}; nothing was recorded") from error
    if not data.endswith((b"\n", b"\r")):
        raise FileError(
            f"{name}: the last row does not end with a line break: the file was broken off there, or add one; "
            "nothing was recorded"
        )
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    head = [column.strip() for column in next(lines, [])]
    doubled = {column for column in head if head.count(column) > 1 or not column}
    if not head or doubled:
        raise FileError(
            f"{name}, row 1: the head needs a name of its own in every column; look at {sorted(doubled)}; "
            "nothing was recorded"
        )
    return head, _rows(name, head, lines)


def _rows(name: str, head: list[str], lines: Iterator[list[str]]) -> Iterator[SheetRow]:
    number = 1
    try:
        for line in lines:
            number += 1
            if not line:
                continue
            if len(line) != len(head):
                raise FileError(
                    f"{name}, row {number}: {len(line)} cells where the head has {len(head)}: "
                    "the file was broken off here, or a comma stands outside quotes; nothing was recorded"
                )
            yield SheetRow(number, dict(zip(head, line, strict=True)), line)
    except csv.Error as error:
        raise FileError(f"{name}, row {number + 1}: {error}: a quote is not closed; nothing was recorded") from error
