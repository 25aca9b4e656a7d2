"""A list's file to the table in it, and the table to what is held of it.

What is held is the table as it was read. A CSV in UTF-8 of which every column may be kept is held as it came; of any
other file a CSV is made, without the columns that are suppressed and without the rows that are set apart.
"""

import csv
import io
from collections.abc import Callable, Collection, Mapping, Sequence

from habeas.archive import extract

from ..prepared import FileError
from ..sheet import Table
from .entries import read_entries
from .how import TYPES, How, Sort, without
from .report import read_entries_of
from .separated import read_separated
from .workbook import read_workbook

_SHOWN, _SHOWN_LETTERS = 5, 60  # passages that a page's text has lost, and how much of each


def _read_report(name: str, data: bytes, how: How) -> Table:
    if how.report is None:
        raise FileError(f"{name}: say in [report] how its entries are marked; nothing was recorded")
    try:
        text = extract.extract(data, TYPES[how.sort]).text
        lost = _lost(extract.lost(data)) if how.sort is Sort.html else ""
    except extract.ExtractError as error:
        raise FileError(f"{name}: {error}; nothing was recorded") from error
    try:
        table = read_entries_of(name, text, how.report)
    except FileError as error:
        raise FileError(f"{error}; {lost}" if lost else str(error)) from error
    table.notes += [lost] if lost else []
    return table


def _lost(passages: Sequence[str]) -> str:
    """What a page has and its text has not, in a line for whoever reviews it; "" where nothing was lost."""
    if not passages:
        return ""
    shown = ", ".join(repr(one[:_SHOWN_LETTERS]) for one in passages[:_SHOWN])
    more = f" and {len(passages) - _SHOWN:,} more" if len(passages) > _SHOWN else ""
    return (
        f"what the page has and the text read from it has not, menus perhaps, or what is needed: {shown}{more}; "
        'if it is needed, save the whole page as text and import that (sort = "text")'
    )


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
