"""/api/people by where they stood: those whom a rule counts on a day, as the page has them."""

import re

import pytest

from tests import zalesia
from tests.api.test_json_page import TOLD, keys
from tests.web.site import Stranger, enter

DAY = "as_of=2025-03-01&known_on=2026-01-01"


@pytest.fixture
def some(newcomer: Stranger) -> Stranger:
    """One who is held for two months, one for one of whom it is not said how, and one who was freed."""
    enter(
        *zalesia.act("Yazep Kalyada", "detained", "2025-01-01"),
        *zalesia.act("Iosif Kut", "detained", "2025-02-01", 20),
        *zalesia.act("Hanna Sokalich", "detained", "2025-01-05", 40),
        *zalesia.act("Hanna Sokalich", "released", "2025-01-09", 60),
    )
    return newcomer


def names(stranger: Stranger, asked: str) -> list[str]:
    """Who is told of, in that order."""
    return [one["name"] for one in stranger.data(f"/api/people?{asked}")["people"]]


def test_those_who_were_held_that_day_and_for_how_long(some: Stranger) -> None:
    found = some.data(f"/api/people?{DAY}")
    assert (found["rule"], found["lens"], found["order"]) == ("held", "every accepted claim", "name")
    assert (found["as_of"], found["known_on"]) == ("2025-03-01", "2026-01-01")
    assert (found["count"], found["certain"]) == (2, 2)
    one = next(one for one in found["people"] if one["name"] == "Yazep Kalyada")
    assert one == {"id": one["id"], "name": "Yazep Kalyada", "low": 1, "best": 1, "high": 1} | {
        "days": {"least": 60, "most": 60}
    }
    assert set(keys(found)) <= TOLD


def test_by_how_long_in_a_state_and_called_so(some: Stranger) -> None:
    assert names(some, f"{DAY}&order=longest") == ["Yazep Kalyada", "Iosif Kut"]
    assert names(some, f"{DAY}&order=shortest") == ["Iosif Kut", "Yazep Kalyada"]
    assert names(some, f"{DAY}&text=kut") == ["Iosif Kut"]
    assert names(some, f"{DAY}&state=serving") == []
    assert len(names(some, "state=police")) == 2


def test_a_page_at_a_time_as_the_page_has_them(some: Stranger) -> None:
    first = some.data(f"/api/people?{DAY}&limit=1")
    assert first["next"] == 1
    second = some.data(f"/api/people?{DAY}&limit=1&after=1")
    assert "next" not in second
    assert [first["people"][0]["name"], second["people"][0]["name"]] == names(some, DAY)
    html = some.get(f"/people?{DAY}&order=longest").content.decode()
    (here,) = set(re.findall(r'href="(/api/people[?][^"]*)"', html))
    told = some.data(here.replace("&amp;", "&"))
    assert [one["name"] for one in told["people"]] == ["Yazep Kalyada", "Iosif Kut"]


@pytest.mark.parametrize(
    ("asked", "parameter", "why"),
    [
        ("rule=nonsense", "rule", "nonsense"),
        ("state=asleep", "state", "serving"),
        ("order=age", "order", "longest"),
        (f"{DAY}&after=soon", "after", "not the number of an entry"),
        ("as_of=soon", "as_of", "not a day"),
    ],
)
def test_what_it_cannot_read_is_refused(some: Stranger, asked: str, parameter: str, why: str) -> None:
    told = some.data(f"/api/people?{asked}", 400)
    assert told["parameter"] == parameter
    assert why in told["detail"]


def test_a_cited_entry_is_read_again(some: Stranger) -> None:
    before = some.data(f"/api/people?{DAY}")
    enter(*zalesia.act("Iosif Kut", "released", "2025-02-20", 80))
    assert names(some, DAY) == ["Yazep Kalyada"]
    assert some.data(f"/api/people?{DAY}&at={before['at']}") == before
