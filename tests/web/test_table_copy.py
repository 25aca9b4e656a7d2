"""Rows as CSV: read again as they were, by a spreadsheet too, and nothing in a cell is run."""

import csv
from io import StringIO

from habeas.web.table_copy import as_csv, flat


def test_names_in_every_script_are_read_again() -> None:
    text = as_csv([{"name": "Язэп, Каляда", "low": 1}, {"name": "آرینا", "high": 2}], {"at": "7-abc"}).decode(
        "utf-8-sig"
    )
    assert list(csv.reader(StringIO(text))) == [
        ["name", "low", "high", "at"],
        ["Язэп, Каляда", "1", "", "7-abc"],
        ["آرینا", "", "2", "7-abc"],
    ]


def test_it_begins_with_the_mark_by_which_a_spreadsheet_knows_it() -> None:
    assert as_csv([], {"at": "7-abc"}) == b"\xef\xbb\xbfat\r\n"


def test_what_a_row_has_itself_is_not_overwritten_by_what_was_asked() -> None:
    text = as_csv([{"known_on": "2025-01-02"}], {"known_on": "2026-01-01"}).decode("utf-8-sig")
    assert text.splitlines() == ["known_on,asked_known_on", "2025-01-02,2026-01-01"]


def test_levels_become_names_and_lists_one_cell() -> None:
    row = {"when": {"earliest": "2025-01-02"}, "claims": ["a", "b"], "sure": True, "none": None, "parts": [{"x": 1}]}
    assert dict(flat(row)) == {
        "when_earliest": "2025-01-02",
        "claims": "a; b",
        "sure": "yes",
        "none": "",
        "parts": '[{"x": 1}]',
    }


def test_a_column_that_is_called_like_a_formula_is_not_run() -> None:
    assert as_csv([{"=cmd|x!A1": 1}], {}).decode().removeprefix("\ufeff").startswith("'=cmd|x!A1")
