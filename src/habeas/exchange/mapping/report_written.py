"""The section [report] of a mapping: by which patterns the entries of a document are marked and read."""

import re
from collections.abc import Mapping
from typing import Any

from ..claim_draft import only_keys, text_in
from ..prepared import RowError
from ..sheets.report import NUMBER, Entries

REPORT_KEYS = frozenset({"number", "begins", "ends", "header_ends", "header", "narrative"})


def entries_of(raw: Mapping[str, Any]) -> Entries | None:
    """How the entries of a document are marked, or None where nothing is said of it; raises RowError."""
    if not raw:
        return None
    only_keys(raw, REPORT_KEYS, "[report]")
    if "number" not in raw:
        raise RowError("`number` is missing: the pattern of the line at which an entry begins, its number as a group")
    header, narrative = _fields(raw, "header"), _fields(raw, "narrative")
    if both := sorted(header.keys() & narrative.keys()):
        raise RowError(f"`narrative` has the column {both[0]!r}, as `header` has: give each its own name")
    begins, ends, header_ends = (
        _pattern(raw, key) if key in raw else None for key in ("begins", "ends", "header_ends")
    )
    return Entries(_pattern(raw, "number"), begins, ends, header_ends, header, narrative)


def _fields(raw: Mapping[str, Any], part: str) -> dict[str, re.Pattern[str]]:
    found = raw.get(part, {})
    if not isinstance(found, Mapping):
        raise RowError(f"`{part}` is {found!r}: a section [report.{part}] of columns and patterns is expected")
    if NUMBER in found:
        raise RowError(f"`{part}` has the column {NUMBER!r}, which is the number of the entry")
    return {column: _pattern(found, column) for column in found}


def _pattern(raw: Mapping[str, Any], key: str) -> re.Pattern[str]:
    words = text_in(raw, key)
    try:
        made = re.compile(words, re.MULTILINE)
    except re.error as error:
        raise RowError(f"`{key}` is {words!r}, which is no pattern: {error}") from None
    if made.match(""):
        raise RowError(f"`{key}` is {words!r}: it matches nothing at all, and so everywhere")
    return made
