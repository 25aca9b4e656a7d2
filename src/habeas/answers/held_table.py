"""A held table: where each of its rows begins, so that the row of one claim is read and no other.

Worked out once of a document, whose text never changes, and kept (see `kept`) without its words.
"""

import csv
import io
from array import array
from collections.abc import Iterator, Mapping
from typing import Any

from .kept import Kept, state

_STARTS: "Kept[array[int]]" = Kept(64)
_MARK = "\ufeff"


class HeldTable:
    """The rows of a document's text, the head first, as its import counted them; none where it is not a table."""

    def __init__(self, document: str, text: str) -> None:
        self._text = text
        self._starts = _STARTS.get(state(), document, lambda: array("q", _starts(text)))
        self._head = [column.strip() for column in self._row(1)]

    def cell(self, anchor: Mapping[str, Any]) -> str:
        """The cell that an anchor names, or nothing where the table has none."""
        row = self._row(anchor["row"])
        place = self._head.index(anchor["column"]) if anchor["column"] in self._head else len(row)
        return row[place] if place < len(row) else ""

    def _row(self, number: int) -> list[str]:
        if not 0 < number < len(self._starts):
            return []
        begun, ended = self._starts[number - 1], self._starts[number]
        return next(csv.reader(io.StringIO(self._text[begun:ended], newline="")), [])


def _starts(text: str) -> list[int]:
    """Where each row begins, and where the last one ends; nothing where the text cannot be read as a table."""
    read = len(_MARK) if text.startswith(_MARK) else 0
    starts = [read]

    def lines() -> Iterator[str]:
        nonlocal read
        for line in io.StringIO(text[starts[0] :], newline=""):
            read += len(line)
            yield line

    try:
        for _ in csv.reader(lines()):
            starts.append(read)
    except csv.Error:
        return []
    return starts
