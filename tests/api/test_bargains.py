"""/api/bargains: verdicts as a stranger may see them, and how it refuses."""

from tests.api.test_json_page import TOLD, keys
from tests.web.site import Stranger
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


def test_every_key_is_documented(newcomer: Stranger) -> None:
    found = some(newcomer).data(f"/api/bargains?name=timber&{DAYS}")
    assert set(keys({key: value for key, value in found.items() if key != "evidence"})) <= TOLD


def test_how_it_refuses(newcomer: Stranger) -> None:
    some(newcomer)
    assert "is not a bargain" in newcomer.get(f"/api/bargains?name=Of+the+staff&{DAYS}", 400).content.decode()
    newcomer.get("/api/bargains?as_of=someday", 400)
