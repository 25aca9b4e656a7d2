"""Text with separators, as other people's programs write it: a stated separator and encoding, a head, rows below it.

A row that is not as wide as the head has its cells in the wrong columns: it is kept back whole, and nothing in it is
shown. A quote that is not closed swallows the rest of the file, so it refuses the file.
"""

import csv
import io

from ..prepared import FileError
from ..sheet import SheetRow, Table
from .how import How, checked_head

_BOM = "\ufeff"


def read_separated(name: str, data: bytes, how: How) -> Table:
    """The table in a text with separators; raises FileError, naming the row, where it is not a whole one."""
    text = _decoded(name, data, how.encoding).removeprefix(_BOM)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=how.delimiter, strict=True)
    number, head, rows = 0, list[str](), list[SheetRow]()
    try:
        for line in lines:
            number += 1
            if number < how.head or (number > how.head and not any(cell.strip() for cell in line)):
                continue
            if number == how.head:
                head = checked_head(name, number, line)
            else:
                rows.append(_row(number, head, line))
    except csv.Error as error:
        raise FileError(f"{name}, row {number + 1}: {error}: a quote is not closed; nothing was recorded") from error
    if not head:
        raise FileError(f"{name}: it has no row {how.head}, where the head is said to be; nothing was recorded")
    notes = [] if text.endswith(("\n", "\r")) else ["the last row has no line break: look whether the file is whole"]
    return Table(head, rows, notes)


def _row(number: int, head: list[str], line: list[str]) -> SheetRow:
    if len(line) == len(head):
        return SheetRow(number, dict(zip(head, line, strict=True)), line)
    why = (
        f"{len(line)} cells where the head has {len(head)}: a separator stands outside quotes, or the row was cut: "
        "put the cells under their columns"
    )
    return SheetRow(number, dict.fromkeys(head, ""), [""] * len(head), {"": why})


def _decoded(name: str, data: bytes, encoding: str) -> str:
    if not data:
        raise FileError(f"{name}: the file has zero bytes; nothing was recorded")
    try:
        text = data.decode(encoding)
    except LookupError:
        raise FileError(f"`encoding` is {encoding!r}, which is not known: try utf-8 or cp1251") from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileError(
            f"{name}: byte {error.start} (line {line}) is not {encoding}: say in [file] which `encoding` it is in; "
            "nothing was recorded"
        ) from error
    if "\0" in text:
        raise FileError(f"{name}: it holds the character U+0000: it is no text in {encoding}; nothing was recorded")
    return text
