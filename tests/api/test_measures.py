"""/api/measures: statuses of a day as a stranger may see them, and how it refuses."""

import re
from pathlib import Path

import pytest

from tests import zalesia
from tests.api.test_json_page import TOLD, keys
from tests.web.site import Stranger, enter

BANK = "Bank of Zareche"


def some(stranger: Stranger) -> Stranger:
    """A bank that is listed and licensed after an announcement; what was done to a sawmill is not for strangers."""
    enter(
        zalesia.measure("impose", BANK, "2020-06-15", 3000),
        zalesia.measure("announce", BANK, "2024-06-01", 3020),
        zalesia.measure("license", BANK, "2024-06-20", 3040, instrument="GL 1", covers="payments"),
        zalesia.measure("announce", BANK, "2024-09-01", 3060, announces=["delist"]),
    )
    zalesia.enter(zalesia.measure("impose", "Sawmill", "2020-06-15", 3080))
    return stranger


def test_the_status_and_apart_what_is_announced(newcomer: Stranger) -> None:
    found = some(newcomer).data(f"/api/measures?target={BANK}&issuer=Norland&as_of=2024-12-31")
    assert (found["status"], len(found["announced"]), found["access"]) == ("listed+licensed", 1, "public")
    (one,) = found["standings"]
    assert [gap["days"] for gap in one["gaps"]] == [{"least": 19, "most": 19}, {"least": 121, "most": 121}]
    assert [licence["covers"] for licence in one["licences"]] == ["payments"]
    assert one["doubt"] == {"certain": True, "possible": ["listed+licensed"], "why": []}


def test_the_course_is_that_of_the_page_where_it_is_asked_for(newcomer: Stranger) -> None:
    asked = f"target={BANK}&as_of=2024-12-31&known_on=2026-01-01"
    (one,) = some(newcomer).data(f"/api/measures?{asked}&course=yes")["standings"]
    assert [(step["from"], step["status"], step["certain"]) for step in one["course"]] == [
        ("2020-06-15", "listed", True),
        ("2024-06-01", "listed", True),
        ("2024-06-20", "listed+licensed", True),
        ("2024-09-01", "listed+licensed", True),
    ]
    assert one["course"][-1]["possible"] == ["listed+licensed"]
    assert set(keys(one)) <= TOLD
    assert "course" not in newcomer.data(f"/api/measures?{asked}")["standings"][0]


def test_all_of_them_without_a_name_and_nothing_that_is_not_public(newcomer: Stranger) -> None:
    found = some(newcomer).data("/api/measures?as_of=2020-12-31")
    assert [(one["target"], one["status"]) for one in found["standings"]] == [(BANK, "listed")]


def test_every_key_is_told(newcomer: Stranger) -> None:
    some(newcomer)
    for address in ("/api/measures?word=lifted", "/api/measures?as_of=2020-01-01", "/api/measures?as_of=2024-06-10"):
        assert set(keys(newcomer.data(address))) <= TOLD


def test_the_example_has_the_keys_of_an_answer(newcomer: Stranger) -> None:
    page = (Path(__file__).parents[2] / "docs" / "guide" / "json.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"(?s)```json\n(.*?)```", page.partition("## Measures\n")[2].partition("\n## ")[0])
    found = some(newcomer).data(f"/api/measures?target={BANK}&as_of=2024-12-31")
    assert re.findall(r'(?m)^  "(\w+)"', example) == list(found)


@pytest.mark.parametrize(
    ("asked", "parameter"),
    [
        ("target=Bank+of+Zarechje", "target"),
        ("target=Sawmill", "target"),
        ("issuer=Southland", "issuer"),
        ("as_of=2024-06", "as_of"),
        ("known_on=2999-01-01", "known_on"),
        ("word=scrapped", "word"),
        ("lens=nobody", "lens"),
        ("rule=held", "rule"),
        (f"target={'x' * 300}", "target"),
    ],
)
def test_what_cannot_be_read_is_told(newcomer: Stranger, asked: str, parameter: str) -> None:
    assert some(newcomer).data(f"/api/measures?{asked}", 400)["parameter"] == parameter
