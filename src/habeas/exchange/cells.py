"""Tables written for whoever opens them in a spreadsheet: no text of a source is run there as a formula.

How a text begins that a spreadsheet may run: OWASP, CSV injection. A number stays a number, a sign alone as it is.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

_RUN = "=+-@\t\r\n＝＋－＠"
_BEGINS = re.compile(rf" *[{re.escape(_RUN)}]")
_WITHIN = re.compile(rf"([;\t\r\n]\s*)(?=[{re.escape(_RUN)}])")  # where one may divide a cell
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def write_table(out: TextIO, rows: Iterable[Sequence[object]], ends: str = "\n") -> None:
    """Write rows as comma-separated values, each cell as a spreadsheet may be given it."""
    lines = csv.writer(out, lineterminator=ends)
    lines.writerows([safe(cell) for cell in row] for row in rows)


def safe(cell: Any) -> Any:
    """The cell with an apostrophe before whatever in it could be run."""
    if not isinstance(cell, str) or len(cell) < 2 or _NUMBER.fullmatch(cell):
        return cell
    return ("'" if _BEGINS.match(cell) else "") + cell[0] + _WITHIN.sub(r"\1'", cell[1:])
