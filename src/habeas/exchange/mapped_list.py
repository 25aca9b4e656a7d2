"""Somebody's list, read by a saved mapping: what it would record, with the rows that do not parse set apart."""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from habeas.archive import store
from habeas.claims.when import When

from .list_drafts import draft_list
from .list_row import ListRow
from .list_terms import ListTerms
from .mapping.mapped import Reader
from .mapping.mapping import Mapping
from .mapping.written import read_mapping
from .people import begin_list, held_csv, held_document
from .prepared import FileError, Prepared
from .sheet import Table
from .sheets.how import TYPES
from .sheets.reading import copy_of, is_held_as_it_came, read_table

NOT_SHOWN = (
    "what stands there does not parse, and is not shown, as it may have slid from a column that is suppressed: "
    "look at the row in the list, correct it, or say in the mapping how it is read"
)
_QUOTES = re.compile(r"""['"\d]""")  # a reason with one of these may have words of the cell


@dataclass(frozen=True, slots=True)
class Mapped:
    """A mapping's file, and what it does not say: the day of this edition, and who vouches for it."""

    path: Path
    vouched_by: str
    date: When | None = None
    as_said: bool = False


def prepare_mapped(path: Path, by: Mapped, key: bytes, today: date) -> Prepared:
    """What a list would record by a mapping; FileError: the file is not whole, or is not what the mapping describes."""
    if not by.path.is_file():
        raise FileError(f"{by.path} is not there: nothing was recorded")
    written = Prepared(file=by.path.name, sha256=store.sha256(by.path.read_bytes()), broken_off=True)
    mapping = read_mapping(by.path, path.name, written)
    if mapping is None:
        return written
    data = path.read_bytes()
    table = read_table(path.name, data, mapping.how, mapping.suppressed)
    _check_columns(path.name, by.path.name, mapping, table)
    reader = Reader(mapping, by.date)
    rows = list(reader.rows(table))
    held = _held(data, table, mapping, rows)
    terms = ListTerms(mapping.name, mapping.keeper, by.vouched_by, by.date, by.as_said, mapping.sort)
    prepared = begin_list(path.name, data if not mapping.suppressed else held, terms)
    prepared.mapping, prepared.unknown = mapping.text, reader.unknown
    prepared.warnings += table.notes
    if mapping.how.sort in TYPES:
        prepared.rows_are = "entry"
        prepared.entries = [_entry(row) for row in rows]
        document, text = held_document(data, TYPES[mapping.how.sort], terms.name)
        draft_list(document, rows, terms, key, today, prepared, text)
    else:
        draft_list(held_csv(held, terms.name), rows, terms, key, today, prepared)
    if mapping.suppressed:
        _show_no_words(prepared)
    return prepared


def _show_no_words(prepared: Prepared) -> None:
    """Cells may have slid: where a column is suppressed, what does not parse may be of it, and stands in no message."""
    prepared.set_apart = [
        replace(one, wrong=tuple((column, NOT_SHOWN if _QUOTES.search(why) else why) for column, why in one.wrong))
        for one in prepared.set_apart
    ]
    unknown: dict[tuple[str, str], int] = {}
    for (column, _), count in prepared.unknown.items():
        unknown[column, "…"] = unknown.get((column, "…"), 0) + count
    prepared.unknown = unknown


def _entry(row: ListRow) -> tuple[str, str, str]:
    """An entry of a report for whoever reviews it: its number, the name, and what was found in it."""
    found = [f"{cell.column}: {cell.text}" for says, cell in row.cells.items() if cell.text and says != "name"]
    return ", ".join(row.key or [str(row.number)]), row.value("name"), "; ".join(found)


def _check_columns(file: str, mapping_file: str, mapping: Mapping, table: Table) -> None:
    """Every column of the file is named in the mapping, and the other way round: a new one is never kept unseen."""
    named = mapping.named()
    if lacking := [column for column in named if column not in table.head]:
        raise FileError(
            f"{mapping_file} names the column {lacking[0]!r}, which {file} does not have; "
            f"it has {', '.join(table.head)}; nothing was recorded"
        )
    if unnamed := [column for column in table.head if column not in named]:
        raise FileError(
            f"{file} has columns that {mapping_file} does not name: {', '.join(unnamed)}: say what they mean in "
            "[[columns]], or name them in [left_out] as suppressed (never kept) or unused; nothing was recorded"
        )


def _held(data: bytes, table: Table, mapping: Mapping, rows: list[ListRow]) -> bytes:
    """What is held of the file: a row that does not parse may have what is suppressed under another column."""
    if is_held_as_it_came(data, mapping.how, mapping.suppressed):
        return data
    return copy_of(table, {row.number for row in rows if row.wrong} if mapping.suppressed else set())
