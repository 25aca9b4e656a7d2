"""/api/series: a row a day or a month, with everything that its figures hang on; long ones go on after a place."""

from tests import zalesia
from tests.web.site import Stranger, enter

QUERIES = 1  # when it was read before
YEAR = "/api/series?from=2025-01-01&to=2025-12-31&known_on=2025-12-31"


def test_a_row_is_the_tally_of_its_day(stranger: Stranger) -> None:
    found = stranger.data(YEAR)
    assert (found["count"], found["step"], found["known_on"], found["access"]) == (12, "month", "2025-12-31", "public")
    for one in found["rows"][::5]:
        tally = stranger.data(f"/api/tally?as_of={one['day']}&known_on=2025-12-31")
        assert (one["low"], one["best"], one["high"]) == (tally["low"], tally["best"], tally["high"])
        assert {key: found[key] for key in ("rule_sentence", "lens", "at")} == {
            key: tally[key] for key in ("rule_sentence", "lens", "at")
        }


def test_without_days_it_goes_from_the_first_act_to_today(stranger: Stranger) -> None:
    found = stranger.data("/api/series")
    assert found["from"] < "2025-11-01"
    assert found["to"] == found["known_on"]


def test_long_series_go_on_after_a_place(stranger: Stranger) -> None:
    asked = "/api/series?from=2021-01-01&to=2025-11-30&step=day"
    pages = [stranger.data(asked)]
    while "next" in pages[-1]:
        pages.append(stranger.data(f"{asked}&after={pages[-1]['next']}"))
    days = [one["day"] for page in pages for one in page["rows"]]
    assert len(pages) == 2
    assert (len(days), days[0], days[-1]) == (pages[0]["count"], "2021-01-01", "2025-11-30")


def test_by_the_day_it_was_learned_and_divided(stranger: Stranger) -> None:
    enter(zalesia.rule("taken", quantity="inflow", unit="detentions", period="month"))
    found = stranger.data(f"{YEAR}&rule=taken&by_known=yes")
    assert found["by_known"]
    assert sum(one["best"] for one in found["rows"]) > 0
    assert "low" not in found["rows"][0]
    assert "cells" in stranger.data(f"{YEAR}&by=state")["rows"][0]


def test_what_cannot_be_had_is_refused(stranger: Stranger) -> None:
    assert stranger.data("/api/series?from=2025-12-31&to=2025-01-01", 400)["parameter"] == "from"
    assert stranger.data("/api/series?by_known=yes", 400)["parameter"] == "by_known"
    assert stranger.data("/api/series?first=2025-12-31", 400)["parameter"] == "first"
    assert stranger.data("/api/series?from=the+other+day", 400)["parameter"] == "from"
    assert stranger.data("/api/series?step=week", 400)["parameter"] == "step"


def test_where_nobody_is_named_a_note_says_so(newcomer: Stranger) -> None:
    assert newcomer.data("/api/series")["note"] == "nobody is named here"


def test_it_asks_a_fixed_small_number_of_questions(stranger: Stranger) -> None:
    assert stranger.queries(YEAR) == QUERIES
