"""/api/about, and what else the API gives that pages show: whose counting is in doubt, what can be compared."""

import pytest

from habeas.api import routes
from tests import zalesia
from tests.web.site import Stranger, enter


def test_it_tells_how_much_there_is_and_how_it_is_counted(stranger: Stranger) -> None:
    enter(zalesia.coverage("2025-01-01"), zalesia.rule("serving"))
    found = stranger.data("/api/about")
    assert found["name"] == "Register of political prisoners, Zalesia"
    assert found["totals"]["claims"] == stranger.data("/api/claims?limit=1")["count"]
    assert found["totals"]["documents"] == stranger.data("/api/documents?limit=1")["count"]
    assert [one["name"] for one in found["rules"]] == ["held", "serving"]
    assert [one["name"] for one in found["lenses"]] == ["every accepted claim"]
    assert [one["region"] for one in found["coverage"]] == ["Bystrany"]


def test_a_register_with_nothing_in_it_is_told_too(newcomer: Stranger) -> None:
    assert set(newcomer.data("/api/about")["totals"].values()) == {0}


def test_what_only_the_staff_know_changes_no_total(stranger: Stranger) -> None:
    before = stranger.data("/api/about")
    hidden = zalesia.act("Zundoko Koliada", "detained", "2025-01-02", 800)
    zalesia.enter(hidden, zalesia.rule("hidden", access="staff"), zalesia.coverage("2025-01-01", access="staff"))
    assert {**stranger.data("/api/about"), "at": ""} == {**before, "at": ""}


def test_those_whose_bounds_are_open_are_listed_alone_with_why(stranger: Stranger) -> None:
    every = stranger.data("/api/tally?as_of=2025-11-12")
    found = stranger.data("/api/tally?as_of=2025-11-12&doubtful=yes")
    assert (found["low"], found["high"]) == (every["low"], every["high"])
    assert set(found["doubtful"]) == {one["record"] for one in found["counted"]}
    assert len(found["doubtful"]) == every["high"] - every["low"] > 0
    assert "doubtful" not in every


def test_without_a_figure_those_that_can_be_compared_are_told(stranger: Stranger) -> None:
    found = stranger.data("/api/compare")
    assert found["count"] == len(found["figures"]) == 2
    assert {one["figure"]["low"] for one in found["figures"]} == {"412", "431"}


def test_standings_are_given_a_page_at_a_time(stranger: Stranger, monkeypatch: pytest.MonkeyPatch) -> None:
    enter(*(zalesia.measure("impose", target, "2024-03-01", 800 + at) for at, target in enumerate(("A", "B", "C"))))
    every = stranger.data("/api/measures")
    assert (len(every["standings"]), "next" in every) == (3, False)
    monkeypatch.setattr(routes, "MOST_ROWS", 2)
    first, second = stranger.data("/api/measures"), stranger.data("/api/measures?after=2")
    assert (first["next"], "next" in second) == (2, False)
    assert first["standings"] + second["standings"] == every["standings"]
