"""/api/figures: the claims that state a figure."""

from tests.web.site import Stranger

QUERIES = 11


def test_every_stated_figure_is_there_with_its_claim(stranger: Stranger) -> None:
    found = stranger.data("/api/figures")
    assert found["count"] == 3
    assert [one["figure"]["high"] for one in found["figures"]] == ["412", "431", "38"]


def test_those_known_later_are_not_there(stranger: Stranger) -> None:
    assert stranger.data("/api/figures?known_on=2025-11-13")["figures"] == []


def test_a_page_at_a_time(stranger: Stranger) -> None:
    first = stranger.data("/api/figures?limit=2")
    assert len(first["figures"]) == 2
    assert len(stranger.data(f"/api/figures?limit=2&after={first['next']}")["figures"]) == 1


def test_it_asks_a_fixed_small_number_of_questions(stranger: Stranger) -> None:
    assert stranger.queries("/api/figures") == QUERIES
