"""/api/changes and /api/compare: what the command line prints, as a stranger may see it, and how each refuses."""

import pytest

from tests import zalesia
from tests.web.site import Stranger, enter

ASKED = "/api/changes?as_of=2025-06-01&to_as_of=2025-07-01&to_known_on=2025-08-01"


def moved() -> None:
    """Alice is freed, Bob is told of late; Dana is not for strangers."""
    enter(
        *zalesia.act("Alice", "detained", "2025-05-03", 2000, known="2025-05-04"),
        *zalesia.act("Alice", "released", "2025-06-20", 2020, known="2025-06-21"),
        *zalesia.act("Bob", "detained", "2025-05-10", 2040, known="2025-07-20"),
    )
    zalesia.enter(zalesia.act("Dana", "detained", "2025-06-12", 2060, known="2025-06-13"))


def test_each_reason_with_its_names_and_nothing_that_is_not_public(newcomer: Stranger) -> None:
    moved()
    found = newcomer.data(ASKED)
    assert [(one["name"], one["reason"], one["best"]) for one in found["changes"]] == [
        ("Alice", "new_event", -1),
        ("Bob", "late_report", 1),
    ]
    assert (found["earlier"]["best"], found["later"]["best"], found["access"]) == (1, 1, "public")
    assert (found["earlier"]["known_on"], found["later"]["known_on"]) == ("2025-06-01", "2025-08-01")


def test_without_a_day_it_is_the_month_up_to_the_latest_figure(stranger: Stranger) -> None:
    found = stranger.data("/api/changes")
    assert (found["earlier"]["as_of"], found["earlier"]["known_on"]) == ("2025-10-14", found["later"]["known_on"])
    assert found["later"]["as_of"] == "2025-11-14"
    names = {one["name"]: (one["reason"], one["best"]) for one in found["changes"]}
    assert names["Каця Ліпень-Бор"] == ("new_event", -1)


def test_an_earlier_entry_shows_what_was_taken_in_since(newcomer: Stranger) -> None:
    moved()
    before = newcomer.data("/api/tally")["at"]
    enter(*zalesia.act("Charlie", "detained", "2025-05-11", 2080, known="2025-05-12"))
    found = newcomer.data(f"{ASKED}&from_at={before}")
    assert [(one["name"], one["reason"]) for one in found["changes"]][-1] == ("Charlie", "coverage")
    assert newcomer.data(f"{ASKED}&at={before}")["change_count"] == 2
    wrong = newcomer.data(f"{ASKED}&at={before}&from_at={found['later']['at']}", 400)
    assert (wrong["parameter"], "name it first" in wrong["detail"]) == ("from_at", True)


@pytest.mark.parametrize(
    ("asked", "parameter"),
    [
        ("changes?as_of=2025-06-01&to_as_of=2025-05-01", "as_of"),
        ("changes?as_of=2025-06", "as_of"),
        ("changes?rule=weather", "rule"),
        ("changes?by=sex", "by"),
        ("changes?from_at=1-00000000", "from_at"),
        (f"changes?from_at={'9' * 20}-00000000", "from_at"),
        ("changes?at=1-00000000", "at"),
        ("compare?figure=12", "figure"),
        (f"compare?figure={'0' * 32}", "figure"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(stranger: Stranger, asked: str, parameter: str) -> None:
    assert stranger.data(f"/api/{asked}", 400)["parameter"] == parameter


def test_a_published_figure_is_led_to_the_counted_one(stranger: Stranger) -> None:
    claim = stranger.claim("412 people are held as political prisoners.")
    found = stranger.data(f"/api/compare?figure={claim['id']}")
    assert (found["number"], found["as_of"], found["rule_of_publisher"]) == (412, "2025-11-14", False)
    assert sum(one["number"] for one in found["bridge"][:-1]) == found["bridge"][-1]["number"]
    assert found["not_explained"] == 412 - found["later"]["best"]
    assert found["published"]["id"] == claim["id"]


def test_a_part_of_them_is_compared_under_a_named_rule_alone(stranger: Stranger) -> None:
    women = stranger.claim("38 of those held are women.")["id"]
    assert "name a rule" in stranger.data(f"/api/compare?figure={women}", 400)["detail"]
    assert stranger.data(f"/api/compare?figure={women}&rule=held")["number"] == 38


def test_a_published_flow_is_led_to_the_count_of_its_days(newcomer: Stranger) -> None:
    moved()
    enter(zalesia.rule("freed", quantity="outflow", period="month"))
    enter(zalesia.flow(46, "2025-06-01", "2025-06-20", known="2025-06-22"))
    claim = newcomer.claim("46 were let go.")["id"]
    found = newcomer.data(f"/api/compare?figure={claim}&rule=freed")
    assert (found["from"], found["as_of"], found["later"]["best"]) == ("2025-06-01", "2025-06-20", 1)
    assert [one["step"] for one in found["bridge"]] == ["published", "not in this record", "computed now"]
    refused = newcomer.data(f"/api/compare?figure={claim}&rule=held", 400)
    assert (refused["parameter"], "inflow or an outflow" in refused["detail"]) == ("rule", True)
