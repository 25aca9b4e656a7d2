"""`habeas series`: a table, JSON and comma-separated values, none without its days, rule, lens and entry."""

import csv
from pathlib import Path

import pytest

from tests import zalesia

from .conftest import Habeas

SPRING = ("--from", "2021-05-01", "--to", "2021-07-15", "--known-on", "2026-01-01")


@pytest.fixture
def two(register: Path) -> Path:
    zalesia.enter(zalesia.act("A", "detained", "2021-05-03"), zalesia.act("A", "released", "2021-06-20", 20))
    zalesia.enter(
        zalesia.act("B", "detained", "2021-06-01", 40, latest="2021-07-10"), zalesia.attribute("A", "sex", "f", 60)
    )
    zalesia.enter(zalesia.rule("taken", quantity="inflow", unit="detentions", period="month"))
    return register


def test_a_stock_by_the_month_with_who_came_and_went(two: Path, habeas: Habeas) -> None:
    out = habeas("series", "-r", two, *SPRING).out.splitlines()
    assert "after 10 July 2021 no claim says anything: there the count holds by the rule alone" in out[0]
    assert [line.split()[-7:] for line in out[2:5]] == [
        ["1", "1", "1", "1", "0", "0", "0"],
        ["0", "0", "1", "0", "1", "0", "0"],
        ["1", "1", "1", "1", "0", "1", "0"],
    ]
    assert out[4].startswith("2021-07-01 to 2021-07-15")
    assert "from 2021-05-01 to 2021-07-15, as known on 2026-01-01; rule: held (version 1); lens: every" in out[-1]


def test_json_has_a_row_a_step_and_what_it_hangs_on(two: Path, habeas: Habeas) -> None:
    found = habeas("series", "-r", two, *SPRING, "--step", "day", "--by", "sex", "--json").json
    assert found["count"] == len(found["rows"]) == 76
    assert {"rule", "lens", "known_on", "at", "from", "to", "step"} <= set(found)
    assert found["rows"][5]["cells"] == [{"value": "f", "low": 1, "best": 1, "high": 1}]
    assert found["rows"][40]["cells"][1] == {"low": 0, "best": 0, "high": 1}


def test_comma_separated_values_carry_what_they_hang_on_line_by_line(two: Path, habeas: Habeas) -> None:
    lines = list(csv.DictReader(habeas("series", "-r", two, *SPRING, "--rule", "taken", "--csv").out.splitlines()))
    assert [(one["from"], one["day"], one["low"], one["best"], one["high"]) for one in lines] == [
        ("2021-05-01", "2021-05-31", "1", "1", "1"),
        ("2021-06-01", "2021-06-30", "0", "0", "1"),
        ("2021-07-01", "2021-07-15", "0", "1", "1"),
    ]
    assert {(one["rule"], one["lens"], one["known_on"]) for one in lines} == {
        ("taken@1", "every accepted claim@1", "2026-01-01")
    }
    by = list(csv.DictReader(habeas("series", "-r", two, *SPRING, "--by", "sex", "--csv").out.splitlines()))
    assert [one["sex"] for one in by] == ["f", "not said", "not said"]


def test_by_the_day_it_was_learned_and_what_is_refused(two: Path, habeas: Habeas) -> None:
    late = ("--from", "2025-11-01", "--to", "2025-11-30")
    out = habeas("series", "-r", two, *late, "--rule", "taken", "--by-known").out
    assert out.startswith("by the day on which it was learned, of people by name")
    assert out.splitlines()[2].split() == ["2025-11", "2", "1"]
    assert "--by-known" in habeas("series", "-r", two, *SPRING, "--by-known", expect=2).err
    assert "--from" in habeas("series", "-r", two, "--from", "2022-01-01", "--to", "2021-01-01", expect=2).err
    assert "not a rule" in habeas("series", "-r", two, *SPRING, "--rule", "weather", expect=2).err


def test_a_register_of_nobody_prints_no_zero(register: Path, habeas: Habeas) -> None:
    out = habeas("series", "-r", register, *SPRING).out.splitlines()
    assert out[0] == "nobody is named here"
    assert len(out) == 4, "that, what the rule and the lens say in full, and what it hangs on"


def test_each_row_is_divided_by_two_at_once_however_that_is_written(habeas: Habeas, two: Path) -> None:
    asked = ["series", "-r", two, *SPRING]
    (row, *_) = habeas(*asked, "--by", "sex,state", "--json").json["rows"]
    assert habeas(*asked, "--by", "sex", "--by", "state", "--json").json["rows"][0] == row
    assert sum(one["best"] for one in row["cells"]) == row["best"]
    assert {"state"} <= {name for one in row["cells"] for name in one["values"]}
    (line, *_) = csv.DictReader(habeas(*asked, "--by", "sex,state", "--csv").out.splitlines())
    assert line["state"] == row["cells"][0]["values"]["state"]
    told = habeas(*asked, "--by", "sex,sex", expect=2).err
    assert "--by" in told
    assert "each once" in " ".join(told.split())
