"""`habeas revisions`: a table, JSON and comma-separated values, with the surface and the late reports on request."""

import csv
from pathlib import Path
from typing import Any

import pytest

from tests import zalesia

from .conftest import Habeas

JULY = ("--as-of", "2021-07-31", "--known-on", "2021-12-31")


@pytest.fixture
def told_late(register: Path) -> Path:
    """Three arrests in July: one told at once, one in September, one in July and taken to be in June in October."""
    zalesia.enter(zalesia.act("A", "detained", "2021-07-03", known="2021-07-10"))
    zalesia.enter(zalesia.act("B", "detained", "2021-07-05", 20, known="2021-09-01"))
    zalesia.enter(zalesia.act("B", "released", "2021-07-08", 40, known="2021-11-02"))
    zalesia.enter(zalesia.rule("taken", quantity="inflow", unit="detentions", period="month"))
    return register


def test_each_known_day_on_which_it_changed(told_late: Path, habeas: Habeas) -> None:
    out = habeas("revisions", "-r", told_late, *JULY).out.splitlines()
    assert [line.split() for line in out[1:4]] == [
        ["2021-07-10", "1", "1", "1"],
        ["2021-09-01", "2", "2", "2", "+1"],
        ["2021-11-02", "1", "1", "1", "-1"],
    ]
    assert out[-1].startswith(
        "as of 2021-07-31, as known up to 2021-12-31; rule: held (version 1); lens: every accepted"
    )


def test_the_last_change_is_asked_for_by_name(told_late: Path, habeas: Habeas) -> None:
    out = habeas("revisions", "-r", told_late, *JULY).out.splitlines()
    asked = "habeas changes --as-of 2021-07-31 --known-on 2021-09-01 --to-known-on 2021-11-02"
    assert out[4] == f"by whose names, of the last: {asked}"
    assert "B (out): released 8 July 2021" in habeas(*asked.split()[1:], "-r", told_late).out


def test_of_the_first_row_that_is_shown_there_is_no_change_from_one_that_is_not(register: Path, habeas: Habeas) -> None:
    zalesia.enter(zalesia.act("A", "detained", "2021-07-03", known="2021-07-10"))
    zalesia.enter(zalesia.act("B", "detained", "2021-07-05", 20, known="2021-07-12"))
    out = habeas("revisions", "-r", register, *JULY).out.splitlines()
    assert out[1].split() == ["2021-07-12", "2", "2", "2"]
    assert out[2] == "1 state of the day when it was still to come: --json"


def test_of_a_flow_too(told_late: Path, habeas: Habeas) -> None:
    found = habeas("revisions", "-r", told_late, *JULY, "--rule", "taken", "--json").json
    assert [(one["known_on"], one["best"]) for one in found["rows"]] == [("2021-07-10", 1), ("2021-09-01", 2)]
    assert found["rows"][0]["before"]
    assert found["from"] == "2021-07-01"
    asked = "habeas changes --as-of 2021-07-31 --known-on 2021-07-31 --to-known-on 2021-09-01 --rule taken"
    assert f"of the last: {asked}" in habeas("revisions", "-r", told_late, *JULY, "--rule", "taken").out
    assert "B (in): detained 5 July 2021" in habeas(*asked.split()[1:], "-r", told_late).out
    assert "--surface" in habeas("revisions", "-r", told_late, *JULY, "--rule", "taken", "--surface", expect=2).err


MONTHS = ("--from", "2021-07-01", "--to", "2021-08-31")


def lines(out: str) -> list[dict[str, Any]]:
    return list(csv.DictReader(out.splitlines()))


def test_the_surface(told_late: Path, habeas: Habeas) -> None:
    asked = ("revisions", "-r", told_late, *JULY, "--surface", *MONTHS)
    surface = habeas(*asked, "--json").json["surface"]
    assert surface["best"] == [[1, 1, 2, 2, 1, 1], [None, 1, 2, 2, 1, 1]]
    table = habeas(*asked).out.splitlines()
    assert [line.split() for line in table if line.startswith("2021-0")][-2:] == [
        ["2021-07", "1", "1", "2", "1"],
        ["2021-08", "1", "2", "1"],
    ]
    assert len(lines(habeas(*asked, "--csv").out)) == 11


def test_how_late_it_was_told(told_late: Path, habeas: Habeas) -> None:
    asked = ("revisions", "-r", told_late, *JULY, "--delays", *MONTHS)
    assert habeas(*asked, "--json").json["delays"][0] == {
        "from": "2021-07-01",
        "day": "2021-07-31",
        "learned": [1, 0, 1, 0, 0, 0],
    }
    assert "who entered in each month (best), by how many months later it was learned" in habeas(*asked).out
    late = lines(habeas(*asked, "--csv").out)
    assert [(one["day"], one["months_later"], one["learned"]) for one in late][2] == ("2021-07-31", "2", "1")
    assert {one["rule"] for one in late} == {"held@1"}


def test_comma_separated_values_of_the_rows(told_late: Path, habeas: Habeas) -> None:
    (first, *_) = lines(habeas("revisions", "-r", told_late, *JULY, "--csv").out)
    assert (first["day"], first["known_on"], first["best"], first["rule"]) == (
        "2021-07-31",
        "2021-07-10",
        "1",
        "held@1",
    )


def test_a_register_of_nobody_prints_no_zero(register: Path, habeas: Habeas) -> None:
    out = habeas("revisions", "-r", register, *JULY, "--surface", "--delays").out.splitlines()
    assert out[0] == "nobody is named here"
    assert len(out) == 4, "that, what the rule and the lens say in full, and what it hangs on"


def test_months_are_refused_where_nothing_is_asked_of_them(told_late: Path, habeas: Habeas) -> None:
    for months in (MONTHS, MONTHS[2:]):
        told = habeas("revisions", "-r", told_late, *JULY, *months, expect=2).err
        assert months[0] in told
        assert "ask for one of them, too" in " ".join(told.split())
