"""Rows as CSV: what a page shows, with what every row of it hangs on beside it, so that none travels alone.

UTF-8 with a byte order mark: a spreadsheet takes a file without one for the machine's old alphabet, and most names here
are not Latin. A cell that a spreadsheet would run as a formula begins with an apostrophe; a number stays a number.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

Row = Mapping[str, Any]
MARK = "\ufeff"
RUN = "=+-@\t\r\n＝＋－＠"  # a cell that begins so is run
_WITHIN = re.compile(rf"([;\t\r\n]\s*)(?=[{re.escape(RUN)}])")  # as a cell begins where a spreadsheet divides otherwise


def as_csv(rows: Iterable[Row], beside: Mapping[str, str]) -> bytes:
    """The rows under the names that any of them has, in the order in which they are met, then what stands `beside` all.

    A name that a row has already is given `asked_` before it. Of no rows there is the head alone.
    """
    some = [dict(flat(one)) for one in rows]
    names = list(dict.fromkeys(name for one in some for name in one))
    of_all = {f"asked_{name}" if name in names else name: value for name, value in beside.items()}
    text = StringIO()
    written = csv.writer(text, lineterminator="\r\n")
    written.writerow([safe(name) for name in (*names, *of_all)])
    for one in some:
        written.writerow([safe(value) for value in (*(one.get(name, "") for name in names), *of_all.values())])
    return (MARK + text.getvalue()).encode()


def flat(row: Row, before: str = "") -> Iterator[tuple[str, Any]]:
    """A row of the documented shape without levels: `when_earliest`; a list in one cell, with semicolons between."""
    for name, value in row.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{before}{name}_")
        else:
            yield f"{before}{name}", _cell(value)


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Sequence) and not isinstance(value, str):
        nested = any(isinstance(one, Mapping | Sequence) and not isinstance(one, str) for one in value)
        return json.dumps(list(value), ensure_ascii=False) if nested else "; ".join(str(_cell(one)) for one in value)
    return value if isinstance(value, int | float) else str(value)


def safe(value: Any) -> Any:
    """The cell as a spreadsheet may be given it."""
    if not isinstance(value, str) or len(value) < 2 or _is_number(value):
        return value
    return ("'" if value[0] in RUN else "") + _WITHIN.sub(r"\1'", value)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
