"""A text that a spreadsheet would run as a formula is written as text, a number as it is."""

import csv
import io

import pytest

from habeas.exchange.cells import write_table


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
