"""/api/figures: the published figures, each with the others that cannot be so together with it."""

import pytest

from tests.web.site import Stranger

QUERIES = 14


def test_every_stated_figure_is_there_with_its_claim(stranger: Stranger) -> None:
    found = stranger.data("/api/figures")
    assert found["count"] == 3
    assert [one["figure"]["high"] for one in found["figures"]] == ["412", "431", "38"]
    assert all("grade" in one for one in found["figures"])


def test_a_figure_names_those_that_cannot_be_so_with_it(stranger: Stranger) -> None:
    lantern, harbour, women = stranger.data("/api/figures")["figures"]
    assert (lantern["apart"], harbour["apart"]) == ([harbour["id"]], [lantern["id"]])
    assert "apart" not in women


def test_one_that_is_asked_for_alone_still_names_the_other(stranger: Stranger) -> None:
    (harbour,) = stranger.data("/api/figures?speaker=harbour")["figures"]
    assert harbour["apart"] == [stranger.claim("412 people are held as political prisoners.")["id"]]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("of=political+prisoners", 2),
        ("of=Women", 1),
        ("of=lantern", 0),
        ("sort=stock", 3),
        ("sort=price", 0),
        ("of=custody&sort=stock&speaker=lantern", 2),
        ("says=basis", 0),
        ("type=figure&topic=tally", 3),
        ("type=act", 0),
    ],
)
def test_they_are_found_by_what_is_counted_by_sort_and_by_the_conditions_on_claims(
    stranger: Stranger, asked: str, count: int
) -> None:
    assert stranger.data(f"/api/figures?{asked}")["count"] == count


def test_those_known_later_are_not_there(stranger: Stranger) -> None:
    assert stranger.data("/api/figures?known_on=2025-11-13")["figures"] == []


def test_a_page_at_a_time(stranger: Stranger) -> None:
    first = stranger.data("/api/figures?limit=2")
    assert len(first["figures"]) == 2
    assert len(stranger.data(f"/api/figures?limit=2&after={first['next']}")["figures"]) == 1


def test_it_asks_a_fixed_small_number_of_questions(stranger: Stranger) -> None:
    assert stranger.queries("/api/figures") == QUERIES
