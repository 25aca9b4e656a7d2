"""Days that a spreadsheet made on its own: "3-4" turned into 3 April, "03/04" read month first, "Mar-21" into the 1st.

The number alone does not tell; the cell's format and its neighbours do. What they betray is a fault and is told.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..sheet import SheetRow

_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_RANGE = re.compile(r"\s*\d{1,3}\s*[-–—/]\s*\d{1,3}\s*")
_DAY_FIRST = re.compile(r"\s*(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})\s*")


def shown_in_part(day: date, number_format: str) -> str | None:
    """Why a day is not trusted whose cell does not show its year or its day; None where it shows the whole."""
    letters = _QUOTED.sub("", number_format or "").lower()
    lacking = [word for word, letter in (("year", "y"), ("day", "d")) if letter not in letters]
    if not lacking or letters == "general":
        return None
    return (
        f"the cell holds the day {day} and does not show its {lacking[0]} (its format is {number_format}): "
        "a spreadsheet makes such days of words like 3-4 or Mar-21: write as text what was meant"
    )


def among(rows: list[SheetRow], head: Sequence[str]) -> list[SheetRow]:
    """The rows, with a fault at each day whose neighbours in the column betray that a spreadsheet made it."""
    found: dict[str, str] = {}
    for column in head:
        days = [row.cells[column] for row in rows if column in row.days]
        texts = [row.cells[column] for row in rows if row.cells[column].strip() and column not in row.days]
        if days and texts and (why := _betrayed(days, texts)):
            found[column] = why
    if not found:
        return rows
    return [replace(row, faults={**{one: found[one] for one in row.days & found.keys()}, **row.faults}) for row in rows]


def _betrayed(days: Sequence[str], texts: Sequence[str]) -> str | None:
    ranges = [text for text in texts if _RANGE.fullmatch(text)]
    if len(ranges) > len(days) or (ranges and len(ranges) == len(texts)):
        return (
            f"it is a day where the column has ranges such as {ranges[0].strip()!r}: a spreadsheet makes days of them: "
            "write as text what was meant"
        )
    late = [found for text in texts if (found := _DAY_FIRST.fullmatch(text)) and int(found[1]) > 12 >= int(found[2])]
    alike = len([text for text in texts if _DAY_FIRST.fullmatch(text)])
    if late and len(late) == alike and all(int(day[8:10]) <= 12 for day in days):
        return (
            f"the column's days after the 12th stayed text ({late[0][0].strip()!r}): a spreadsheet read the others "
            "with day and month turned round: give the column as text"
        )
    return None
