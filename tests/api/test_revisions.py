"""/api/revisions: every known day on which a figure changed, the surface and the late reports."""

import pytest

from habeas.api import routes
from tests.web.site import Stranger

QUERIES = 1  # when it was read before
ASKED = "/api/revisions?as_of=2025-11-12&known_on=2025-12-01"


def test_the_last_row_is_the_tally(stranger: Stranger) -> None:
    found, tally = stranger.data(ASKED), stranger.data("/api/tally?as_of=2025-11-12&known_on=2025-12-01")
    last = found["rows"][-1]
    assert (last["low"], last["best"], last["high"]) == (tally["low"], tally["best"], tally["high"])
    assert (found["as_of"], found["known_on"], found["at"]) == (tally["as_of"], tally["known_on"], tally["at"])
    assert "surface" not in found
    assert "delays" not in found


def test_the_surface_and_the_late_reports_on_request(stranger: Stranger) -> None:
    found = stranger.data(f"{ASKED}&surface=yes&delays=yes&from=2025-10-01&to=2025-11-30")
    assert found["surface"]["days"] == ["2025-10-31", "2025-11-30"]
    assert found["surface"]["known_on"] == ["2025-10-31", "2025-11-30", "2025-12-01"]
    assert found["surface"]["best"][1][0] is None
    assert [len(one["learned"]) for one in found["delays"]] == [3, 2]


def test_what_cannot_be_had_is_refused(stranger: Stranger) -> None:
    assert stranger.data(f"{ASKED}&delays=yes&from=1950-01-01", 400)["parameter"] == "from"
    assert stranger.data(f"{ASKED}&surface=please", 400)["parameter"] == "surface"
    assert stranger.data(f"{ASKED}&rule=weather", 400)["parameter"] == "rule"


def test_where_nobody_is_named_a_note_says_so(newcomer: Stranger) -> None:
    found = newcomer.data("/api/revisions")
    assert (found["rows"], found["note"]) == ([], "nobody is named here")


def test_it_asks_a_fixed_small_number_of_questions(stranger: Stranger) -> None:
    assert stranger.queries(f"{ASKED}&delays=yes") == QUERIES


def test_its_days_are_given_a_page_at_a_time(stranger: Stranger, monkeypatch: pytest.MonkeyPatch) -> None:
    every = stranger.data(ASKED)
    assert (every["count"], "next" in every) == (len(every["rows"]), False)
    assert every["count"] > 1
    monkeypatch.setattr(routes, "MOST_ROWS", 1)
    first, second = stranger.data(ASKED), stranger.data(f"{ASKED}&after=1")
    assert first["next"] == 1
    assert first["rows"] + second["rows"] == every["rows"][:2]
