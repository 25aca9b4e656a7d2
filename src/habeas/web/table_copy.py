"""Rows as CSV: what a page shows, with what every row of it hangs on beside it, so that none travels alone.

UTF-8 with a byte order mark: a spreadsheet takes a file without one for the machine's old alphabet, and most names here
are not Latin.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

from habeas.exchange.cells import write_table

Row = Mapping[str, Any]
MARK = "\ufeff"


def as_csv(rows: Iterable[Row], beside: Mapping[str, str]) -> bytes:
    """The rows under the names that any of them has, in the order in which they are met, then what stands `beside` all.

    A name that a row has already is given `asked_` before it. Of no rows there is the head alone.
    """
    some = [dict(flat(one)) for one in rows]
    names = list(dict.fromkeys(name for one in some for name in one))
    of_all = {f"asked_{name}" if name in names else name: value for name, value in beside.items()}
    text = StringIO()
    rest = [[*(one.get(name, "") for name in names), *of_all.values()] for one in some]
    write_table(text, [[*names, *of_all], *rest], "\r\n")
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
