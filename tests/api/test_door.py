"""/api/door and /api/arithmetic: the answers of the commands, of what is public."""

import pytest

from tests import zalesia
from tests.web.door_numbers import number, numbers
from tests.web.site import Stranger, enter

ASKED = "/api/door?from=2024-12-31&to=2025-06-30&known_on=2025-12-01"
QUERIES = 1  # when it was read before: where the log stands, for each answer that is kept


@pytest.fixture
def door(newcomer: Stranger) -> Stranger:
    enter(*numbers())
    return newcomer


def test_a_keepers_window_has_its_ends_and_its_rows(door: Stranger) -> None:
    lantern, harbour = door.data(ASKED)["keepers"]
    assert (lantern["by"], lantern["net"]) == (zalesia.LANTERN, -8)
    assert (lantern["held"]["before"]["number"], lantern["ever"]["after"]["number"]) == (50, 220)
    assert {row: (one["low"], one.get("high"), one["how"]) for row, one in lantern["rows"].items()} == {
        "recognised": (20, 20, "follows"),
        "recognised_held": (0, 17, "follows"),
        "recognised_freed": (3, None, "added"),
        "freed": (8, 25, "follows"),
    }
    assert {row: one["number"] for row, one in harbour["rows"].items()} == {"pardoned": 7}


def test_the_keeper_that_is_named_leads(door: Stranger) -> None:
    assert door.data(f"{ASKED}&keeper=harbour list")["keepers"][0]["by"] == "Harbour List"
    refused = door.data(f"{ASKED}&keeper=Nobody", 400)
    assert refused["parameter"] == "keeper"
    assert "write one of Harbour List, Lantern Group" in refused["detail"]


def test_a_check_names_its_claims(door: Stranger) -> None:
    found = door.data("/api/arithmetic?known_on=2025-12-01")
    assert found["outcomes"] == {"holds": 0, "can_hold": 0, "off": 1, "unsaid": 0}
    (one,) = found["checks"]
    assert (one["identity"], one["sum"], one["gap"]) == ("former", 43, -1)
    for each in (*one["plus"], *one["minus"], one["total"]):
        assert door.data(f"/api/claims/{each['claim']}")["figure"]["low"] == str(each["number"])


def test_nothing_private_is_in_either(door: Stranger) -> None:
    before = door.data(ASKED), door.data("/api/arithmetic")
    zalesia.enter(number("pardoned", 9, "2025-01-05", "2025-01-05", 2200))
    after = door.data(ASKED), door.data("/api/arithmetic")
    assert [one | {"at": ""} for one in after] == [one | {"at": ""} for one in before]


def test_a_window_that_is_none_is_refused(door: Stranger) -> None:
    assert door.data("/api/door?from=2025-06-30&to=2025-06-30", 400)["parameter"] == "from"
    assert door.data("/api/door?by_known=perhaps", 400)["parameter"] == "by_known"


def test_it_asks_a_fixed_small_number_of_questions(door: Stranger) -> None:
    assert door.queries(ASKED) == QUERIES
