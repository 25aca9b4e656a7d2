"""/api/bargains: verdicts as a stranger may see them, and how it refuses."""

from tests import zalesia
from tests.api.test_json_page import TOLD, keys
from tests.web.site import Stranger, enter
from tests.web.test_bargains import some

DAYS = "as_of=2021-08-01&known_on=2026-01-01"


def test_one_by_name_and_all_without(newcomer: Stranger) -> None:
    found = some(newcomer).data(f"/api/bargains?name=timber&{DAYS}")
    assert (found["bargain"], found["access"]) == ("Prisoners and timber", "public")
    assert [(one["key"], one["verdict"]) for one in found["commitments"]] == [
        ("free two", "kept"),
        ("suspend the ban", "pending"),
        ("arrest nobody", "pending"),
    ]
    every = newcomer.data(f"/api/bargains?{DAYS}")["bargains"]
    assert [one["bargain"] for one in every] == ["Prisoners and timber"]


def test_a_page_of_them_at_a_time(newcomer: Stranger) -> None:
    some(newcomer)
    enter(zalesia.bargain("Another", zalesia.commitment("free", newcomer.claim("Each undertook its part.")["id"])))
    first = newcomer.data(f"/api/bargains?{DAYS}&limit=1")
    assert (first["count"], len(first["bargains"]), first["next"]) == (2, 1, 1)
    second = newcomer.data(f"/api/bargains?{DAYS}&limit=1&after=1")
    assert "next" not in second
    together = newcomer.data(f"/api/bargains?{DAYS}")
    assert together["bargains"] == first["bargains"] + second["bargains"]
    assert set(keys({name: value for name, value in first.items() if name != "bargains"})) <= TOLD


def test_every_key_is_documented(newcomer: Stranger) -> None:
    found = some(newcomer).data(f"/api/bargains?name=timber&{DAYS}")
    assert set(keys({key: value for key, value in found.items() if key != "evidence"})) <= TOLD


def test_how_it_refuses(newcomer: Stranger) -> None:
    some(newcomer)
    assert "is not a bargain" in newcomer.get(f"/api/bargains?name=Of+the+staff&{DAYS}", 400).content.decode()
    newcomer.get("/api/bargains?as_of=someday", 400)
