"""Tables written for whoever opens them in a spreadsheet: no text of a source is run there as a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from typing import TextIO

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")  # how a text begins that a spreadsheet may run (OWASP, CSV injection)
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def write_table(out: TextIO, rows: Iterable[Sequence[object]]) -> None:
    """Write rows as comma-separated values; a text that could be run stands behind an apostrophe, a number does not."""
    lines = csv.writer(out, lineterminator="\n")
    lines.writerows([_cell(cell) for cell in row] for row in rows)


def _cell(cell: object) -> object:
    runs = isinstance(cell, str) and cell.lstrip(" ").startswith(_RUNS) and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if runs else cell
