"""A text that a spreadsheet would run as a formula is written as text, a number as it is."""

import csv
import io

import pytest

from habeas.exchange.cells import safe, write_table


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ('=HYPERLINK("http://x","a")', '\'=HYPERLINK("http://x","a")'),
        ("@SUM(1)", "'@SUM(1)"),
        ("+1+cmd", "'+1+cmd"),
        (" =1+1", "' =1+1"),
        ("-2.3", "-2.3"),
        (-2, "-2"),
        ("Ivan Horast", "Ivan Horast"),
        ("", ""),
    ],
)
def test_what_would_run_stands_behind_an_apostrophe(cell: object, written: str) -> None:
    out = io.StringIO()
    write_table(out, [("name",), (cell, "beside")])
    assert list(csv.reader(io.StringIO(out.getvalue()))) == [["name"], [written, "beside"]]


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1;cmd", "-2+3", "@SUM(A1)", "\t=1", "＝1+1", '=HYPERLINK("https://x.example")']
)
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-134", "+3", "-1.5", "=", "412", "Lantern Group", "  ", "", -134, 1.5])
def test_a_number_and_a_sign_alone_stay_as_they_are(cell: object) -> None:
    assert safe(cell) == cell


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("Minsk; =HYPERLINK(1)", "Minsk; '=HYPERLINK(1)"),
        ("one\n=1+1", "one\n'=1+1"),
        ("a\t@SUM(1)", "a\t'@SUM(1)"),
    ],
)
def test_what_a_spreadsheet_would_run_in_the_middle_of_a_cell_is_not_run(cell: str, written: str) -> None:
    assert safe(cell) == written
