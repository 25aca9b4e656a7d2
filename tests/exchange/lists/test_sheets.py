"""Files as other people's programs write them: what is read, what is kept as a fault, what refuses the file."""

import csv
import io
from collections.abc import Sequence
from datetime import date, time
from typing import Any

import openpyxl
import pytest

from habeas.exchange.prepared import FileError
from habeas.exchange.sheet import Table
from habeas.exchange.sheets.how import How, Sort, sort_of
from habeas.exchange.sheets.reading import copy_of, read_table

CSV, XLSX, JSON = How(Sort.csv), How(Sort.xlsx), How(Sort.json)


def workbook(rows: Sequence[Sequence[Any]], formats: dict[str, str] | None = None, merged: Sequence[str] = ()) -> bytes:
    """A workbook of one sheet, People, as openpyxl writes it."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "People"
    for row in rows:
        sheet.append(list(row))
    for place, form in (formats or {}).items():
        sheet[place].number_format = form
    for area in merged:
        sheet.merge_cells(area)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cells(table: Table, column: str) -> list[str]:
    return [row.cells[column] for row in table.rows]


def test_a_text_with_other_separators_in_another_encoding() -> None:
    data = "Імя;Затрыманы\nАркадзь Бялы;03.04.2021\n\nМарына;\n".encode("cp1251")
    table = read_table("held.csv", data, How(Sort.csv, ";", "cp1251"))
    assert (table.head, [row.number for row in table.rows]) == (["Імя", "Затрыманы"], [2, 4])
    with pytest.raises(FileError, match="is not utf-8"):
        read_table("held.csv", data, How(Sort.csv, ";"))
    with pytest.raises(FileError, match="is not known"):
        read_table("held.csv", data, How(Sort.csv, ";", "runes"))


def test_a_head_that_is_not_in_the_first_row() -> None:
    table = read_table("held.csv", b"Held in Zalesia,\n,\nName,Day\nA,2021\n", How(Sort.csv, head=3))
    assert (table.head, table.rows[0].number) == (["Name", "Day"], 4)


def test_a_row_that_is_not_as_wide_as_the_head_shows_nothing() -> None:
    table = read_table("held.csv", b"Name,Address,Day\nA,Lime Street 3, Severets,2021\nB,x,2022\n", CSV)
    assert "4 cells where the head has 3" in table.rows[0].faults[""]
    assert table.rows[0].line == ["", "", ""]
    assert table.rows[1].faults == {}


def test_a_text_without_its_last_line_break_is_read_and_told() -> None:
    assert "no line break" in read_table("held.csv", b"Name\nA", CSV).notes[0]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "zero bytes"),
        (b'Name,Day\n"A,2021\nB,2022\n', "a quote is not closed"),
        (b"Name,Name\nA,B\n", "a name of its own"),
        (b"Name,\nA,B\n", "a name of its own"),
        (b"Name\x00\nA\n", "U.0000"),
    ],
)
def test_a_text_that_is_no_table_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(FileError, match=why):
        read_table("held.csv", data, CSV)


def test_days_numbers_and_words_of_a_workbook() -> None:
    data = workbook([["Name", "Day", "No."], ["A", date(2021, 4, 3), 7], ["B", date(2021, 4, 30), 7.5]])
    table = read_table("held.xlsx", data, XLSX)
    assert [row.line for row in table.rows] == [["A", "2021-04-03", "7"], ["B", "2021-04-30", "7.5"]]
    assert [row.days for row in table.rows] == [{"Day"}, {"Day"}]
    assert [row.faults for row in table.rows] == [{}, {}]


@pytest.mark.parametrize(
    ("value", "form", "why"),
    [
        (date(2026, 4, 3), "d-mmm", "does not show its year"),
        (date(2021, 3, 1), "mmm-yy", "does not show its day"),
        (date(1900, 1, 12), "yyyy-mm-dd", "a number that the spreadsheet shows as a day"),
        (time(3, 4), "hh:mm", "holds a time"),
        ("#REF!", "General", "has the error"),
    ],
)
def test_what_a_spreadsheet_made_of_a_range_is_a_fault(value: object, form: str, why: str) -> None:
    table = read_table("held.xlsx", workbook([["Name", "Day"], ["A", value]], {"B2": form}), XLSX)
    assert why in table.rows[0].faults["Day"]


def test_a_day_among_ranges_is_betrayed_by_its_neighbours() -> None:
    rows: list[list[Any]] = [["Name", "Held for days"], ["A", "5-6"], ["B", date(2026, 4, 3)], ["C", "10-12"]]
    table = read_table("held.xlsx", workbook(rows, {"B3": "yyyy-mm-dd"}), XLSX)
    assert ["Held for days" in row.faults for row in table.rows] == [False, True, False]
    assert "ranges such as '5-6'" in table.rows[1].faults["Held for days"]


def test_days_read_month_first_are_betrayed_by_those_that_stayed_text() -> None:
    rows: list[list[Any]] = [["Name", "Day"], ["A", date(2021, 3, 4)], ["B", "25/04/2021"], ["C", date(2021, 12, 1)]]
    table = read_table("held.xlsx", workbook(rows), XLSX)
    assert ["turned round" in row.faults.get("Day", "") for row in table.rows] == [True, False, True]
    rows[1] = ["A", date(2021, 3, 24)]
    assert not any(row.faults for row in read_table("held.xlsx", workbook(rows), XLSX).rows)


def test_a_merged_cell_is_read_in_each_of_its_rows_and_across_columns_not_at_all() -> None:
    rows: list[list[Any]] = [
        ["Region", "Name", "Day"],
        ["North", "A", "2021"],
        [None, "B", "2022"],
        ["South", None, None],
    ]
    table = read_table("held.xlsx", workbook(rows, merged=["A2:A3", "A4:C4"]), XLSX)
    assert cells(table, "Region") == ["North", "North", "South"]
    assert [set(row.faults) for row in table.rows] == [set(), set(), {"Region", "Name", "Day"}]
    assert table.notes == ["rows 2 to 3, column Region: one merged cell, read in each row"]


def test_a_formula_without_a_saved_value_is_a_fault() -> None:
    table = read_table("held.xlsx", workbook([["Name", "Day"], ["A", "=TODAY()"]]), XLSX)
    assert "B2 has no saved value" in table.rows[0].faults["Day"]


def test_which_sheet_is_said_where_there_are_several() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("People").append(["Name"])
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(FileError, match="it has several sheets"):
        read_table("held.xlsx", out.getvalue(), XLSX)
    assert read_table("held.xlsx", out.getvalue(), How(Sort.xlsx, sheet="People")).head == ["Name"]
    with pytest.raises(FileError, match="`sheet` names 'Others'"):
        read_table("held.xlsx", out.getvalue(), How(Sort.xlsx, sheet="Others"))


def test_what_stands_right_of_the_head_refuses_the_workbook() -> None:
    with pytest.raises(FileError, match="column B has something in it and no head"):
        read_table("held.xlsx", workbook([["Name"], ["A", "Lime Street 3"]]), XLSX)
    with pytest.raises(FileError, match="it is no workbook"):
        read_table("held.xlsx", b"Name\nA\n", XLSX)


def test_json_of_both_forms() -> None:
    array = b'[{"name": "A", "no": 7.50, "in": {"since": "2021"}}, {"name": "B", "acts": ["x", "y"], "no": null}]'
    table = read_table("held.json", array, JSON)
    assert table.head == ["name", "no", "in.since", "acts"]
    assert [row.line for row in table.rows] == [["A", "7.50", "2021", ""], ["B", "", "", "x; y"]]
    objects = b'{"A": {"since": "2021"}, "scraped": "yesterday", "B": {"since": "2022"}}'
    table = read_table("held.json", objects, How(Sort.json, keys_as="Name"))
    assert cells(table, "Name") == ["A", "scraped", "B"]
    assert "no object" in table.rows[1].faults[""]
    skipped = read_table("held.json", objects, How(Sort.json, keys_as="Name", skip=frozenset({"scraped"})))
    assert cells(skipped, "Name") == ["A", "B"]
    inside = read_table("held.json", b'{"data": {"people": [{"name": "A"}]}}', How(Sort.json, entries="data.people"))
    assert cells(inside, "name") == ["A"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'{"A": {}, "A": {}}', "stands twice"),
        (b'[{"name": "A"', "no whole JSON"),
        (b'"A"', "an array of objects"),
        (b'[{"a.b": 1, "a": {"b": 2}}]', "can be read in two ways"),
        (b"[" * 100_000, "nested too deeply|no whole JSON"),
    ],
)
def test_json_that_is_no_list_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(FileError, match=why):
        read_table("held.json", data, JSON)


def test_what_is_suppressed_is_in_no_line_and_no_fault() -> None:
    rows: list[list[Any]] = [["Name", "Address", "Day"], ["A", date(2026, 4, 3), "2021"]]
    table = read_table("held.xlsx", workbook(rows, {"B2": "d-mmm"}), XLSX, ["Address"])
    assert (table.head, table.rows[0].line, table.rows[0].faults) == (["Name", "Day"], ["A", "2021"], {})
    with pytest.raises(FileError, match="was it renamed"):
        read_table("held.xlsx", workbook(rows), XLSX, ["Home"])


def test_the_copy_has_each_row_at_its_number() -> None:
    table = read_table("held.csv", b"title\nName;Day\nA;2021\n\nB;2022\nC;2023\n", How(Sort.csv, ";", head=2))
    copy = copy_of(table, {5}).decode()
    found = list(csv.reader(io.StringIO(copy)))
    for row in table.rows:
        assert found[row.number - 1][1:2] == ([] if row.number == 5 else [row.cells["Day"]])


@pytest.mark.parametrize(("name", "sort"), [("a.CSV", Sort.csv), ("a.tsv", Sort.csv), ("a.xlsx", Sort.xlsx)])
def test_the_ending_says_the_sort(name: str, sort: Sort) -> None:
    assert sort_of(name) is sort
    with pytest.raises(FileError, match=r"save it as \.xlsx"):
        sort_of("held.xls")
