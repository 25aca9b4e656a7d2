"""A sheet of a workbook as a table: values and not formulas, days as YYYY-MM-DD, a merged cell read in all its rows.

What a spreadsheet may have changed on its own is kept as a fault of its cell, and never mended: a day that its cell
does not show in full, a day from a number, a day among ranges.
"""

import io
import re
import warnings
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

from ..prepared import FileError
from ..sheet import SheetRow, Table
from .how import How, checked_head
from .mangled import among, shown_in_part

_FORMULA = re.compile(rb"<f[ >/]")
EARLIEST = 1901  # a spreadsheet counts days from 1900: a smaller year is a number that was shown as a day


def read_workbook(name: str, data: bytes, how: How) -> Table:
    """The table in a workbook; raises FileError where there is no such sheet or head, or it is no workbook."""
    sheet = _sheet(name, data, how.sheet, values=True)
    formulas = _sheet(name, data, sheet.title, values=False) if _has_formulas(data) else None
    head, width = _head(name, sheet, how.head)
    merged, across, notes = _merged(sheet, how.head, head)
    table = Table(head, [], notes + _hidden(sheet, how.head))
    for number, cells in enumerate(sheet.iter_rows(min_row=how.head + 1), how.head + 1):
        _look_beyond(name, number, cells[width:])
        row = [_cell(merged.get((number, at), cell)) for at, cell in enumerate(cells[:width])]
        row += [("", None, False)] * (width - len(row))
        faults = {head[at]: why for at, (_, why, _) in enumerate(row) if why}
        if formulas is not None:
            faults |= _not_worked_out(formulas, number, head, [text for text, _, _ in row])
        faults |= {head[at]: why for at in range(width) if (why := across.get((number, at)))}
        line = [text for text, _, _ in row]
        days = frozenset(head[at] for at, (_, _, day) in enumerate(row) if day)
        if any(line) or faults:
            table.rows.append(SheetRow(number, dict(zip(head, line, strict=True)), line, faults, days))
    table.rows = among(table.rows, head)
    return table


def _sheet(name: str, data: bytes, wanted: str | None, *, values: bool) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what a workbook may have beside its cells
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=values)
    except Exception as error:  # openpyxl raises whatever it meets in a broken file
        raise FileError(f"{name}: it is no workbook that can be read (.xlsx): {error}; nothing was recorded") from error
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    if wanted is None and len(sheets) == 1:
        return book.worksheets[0]
    if wanted not in sheets:
        say = f"`sheet` names {wanted!r}" if wanted else "it has several sheets: say in [file] which `sheet`"
        raise FileError(f"{name}: {say}; it has {', '.join(map(repr, sheets))}; nothing was recorded")
    return sheets[wanted]


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return any(_FORMULA.search(parts.read(part)) for part in parts.namelist() if part.startswith("xl/worksheets/"))


def _head(name: str, sheet: Any, row: int) -> tuple[list[str], int]:
    cells = [_cell(cell)[0] for cell in next(sheet.iter_rows(min_row=row, max_row=row), ())]
    while cells and not cells[-1].strip():
        cells.pop()
    return checked_head(name, row, cells), len(cells)


def _look_beyond(name: str, number: int, cells: Any) -> None:
    """Nothing may stand right of the head: nobody could say what it is."""
    for cell in cells:
        if cell.value is not None and str(cell.value).strip():
            raise FileError(
                f"{name}, row {number}: column {cell.column_letter} has something in it and no head: "
                "give it a head, or delete it; nothing was recorded"
            )


def _merged(
    sheet: Any, head_row: int, head: list[str]
) -> tuple[dict[tuple[int, int], Any], dict[tuple[int, int], str], list[str]]:
    """The cell that is shown in each merged place; why a place merged across columns is not read; and what to say."""
    shown: dict[tuple[int, int], Any] = {}
    across: dict[tuple[int, int], str] = {}
    notes: list[str] = []
    for area in sheet.merged_cells.ranges:
        first = sheet.cell(area.min_row, area.min_col)
        rows = range(max(area.min_row, head_row + 1), area.max_row + 1)
        columns = range(area.min_col - 1, min(area.max_col, len(head)))
        for number in rows:
            for at in columns:
                if area.min_col == area.max_col:
                    shown[number, at] = first
                else:
                    across[number, at] = (
                        f"the cells {area.coord} are merged across columns: write in each what belongs there"
                    )
        if rows and columns and area.min_col == area.max_col:
            notes.append(
                f"rows {area.min_row} to {area.max_row}, column {head[columns[0]]}: one merged cell, read in each row"
            )
    return shown, across, notes


def _hidden(sheet: Any, head_row: int) -> list[str]:
    rows = [number for number, one in sheet.row_dimensions.items() if one.hidden and number > head_row]
    columns = [letter for letter, one in sheet.column_dimensions.items() if one.hidden]
    told = [f"{len(rows):,} hidden rows are read too, the first is row {min(rows)}"] if rows else []
    return told + ([f"hidden columns are read too: {', '.join(columns)}"] if columns else [])


def _cell(cell: Any) -> tuple[str, str | None, bool]:
    """What a cell says as text; what is wrong with it; whether it is a day of the spreadsheet."""
    value = cell.value
    if value is None:
        return "", None, False
    if isinstance(value, datetime | date):
        day = value.date() if isinstance(value, datetime) else value
        if day.year < EARLIEST:
            return day.isoformat(), f"{day} is a number that the spreadsheet shows as a day: {_NOT_A_DAY}", True
        return day.isoformat(), shown_in_part(day, cell.number_format), True
    if isinstance(value, time | timedelta):
        return str(value), f"the cell holds a time, {value}: {_NOT_A_DAY}", True
    if isinstance(value, bool):
        return ("true" if value else "false"), None, False
    if isinstance(value, float):
        return (str(int(value)) if value.is_integer() else repr(value)), None, False
    text = str(value)
    return text, (f"the cell has the error {text}" if cell.data_type == "e" else None), False


_NOT_A_DAY = "write the day in words, or mend its format"


def _not_worked_out(formulas: Any, number: int, head: list[str], texts: list[str]) -> dict[str, str]:
    """Cells whose formula has no saved value: the file was written by a program and never opened in a spreadsheet."""
    return {
        column: f"the formula in {get_column_letter(at + 1)}{number} has no saved value: open the file in a "
        "spreadsheet and save it"
        for at, column in enumerate(head)
        if not texts[at] and formulas.cell(number, at + 1).data_type == "f"
    }
