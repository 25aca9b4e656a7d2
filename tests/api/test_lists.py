"""/api/lists: the same as the command gives, of public rows alone."""

from pathlib import Path

import pytest

from tests import two_lists
from tests.two_lists import DOCKET, LANTERN
from tests.web.site import Stranger

TWO = "/api/lists?a=lantern&b=docket&known_on=2022-03-01"


@pytest.fixture
def both(newcomer: Stranger, tmp_path: Path) -> Stranger:
    two_lists.enter(tmp_path)
    return newcomer


def test_the_lists_that_a_stranger_may_meet(both: Stranger) -> None:
    assert [one["list"] for one in both.data("/api/lists")["lists"]] == [DOCKET, LANTERN]


def test_a_page_of_the_lists_at_a_time(both: Stranger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("habeas.answers.lists_told.MOST", 1)
    first = both.data("/api/lists")
    assert ([one["list"] for one in first["lists"]], first["count"], first["next"]) == ([DOCKET], 2, 1)
    second = both.data("/api/lists?after=1")
    assert [one["list"] for one in second["lists"]] == [LANTERN]
    assert "next" not in second


def test_one_by_itself(both: Stranger) -> None:
    told = both.data("/api/lists?a=lantern&known_on=2022-03-01")
    assert (told["edition"]["list"], told["edition"]["keeper"], told["count"]) == (LANTERN, "Lantern Group", 6)
    assert [one["day"] for one in told["editions"]] == ["2021-12-31"]
    held = told["held"]
    assert (held["as_of"], held["on_it"]["best"], held["in_all"]["best"]) == ("2021-12-31", 4, 7)
    assert [one["name"] for one in told["people"] if not one["high"]] == ["Viktar Zhuk", "Zoya Kut"]
    assert both.data("/api/lists?a=lantern&known_on=2022-03-01&after=5")["people"] == told["people"][5:]


def test_two_side_by_side(both: Stranger) -> None:
    told = both.data(TWO)
    assert (told["first"]["rows"], told["second"]["rows"], told["access"]) == (6, 4, "public")
    on_both = {"low": 1, "best": 3, "high": 3, "judged": 0, "same_row": 0, "agreeing": 1, "likely": 2}
    assert told["on_both"] == on_both
    assert told["count"] == len(told["rows"]) == 7
    names = {piece["what"] for row in told["rows"] for piece in row.get("evidence", ())}
    assert {"name", "born", "sex", "detained"} <= names
    assert both.data(f"{TWO}&after=6")["rows"] == told["rows"][6:]


def test_three_and_mistakes(both: Stranger, tmp_path: Path) -> None:
    two_lists.imported(tmp_path, "Third", "Harbour List", "2022-01-01", "Viktar Zhuk,H1,m,1990-05-08,,2021-02-01,,,\n")
    told = both.data(f"{TWO}&c=Third")
    assert [one["people"] for one in told["patterns"]] == [3, 1, 2, 1]
    assert both.data("/api/lists?b=lantern", 400)["parameter"] == "a"
    assert both.data("/api/lists?a=weather", 400)["parameter"] == "a"
    assert both.data("/api/lists?a=lantern&b=weather", 400)["parameter"] == "b"
