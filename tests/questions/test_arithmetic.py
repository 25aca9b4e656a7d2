"""The arithmetic of the Belarus tables: which published numbers add up, by hand from the CSVs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from tests.cli.conftest import Habeas
from tests.cli.conftest import habeas as habeas  # the fixture
from tests.conftest import point_at

from .belarus import with_numbers

# identity, what is added, what is taken away, the number it must come to, the outcome, the gap
EXPECTED = [
    ("former", [4339], [3208], 1131, "holds", 0),
    ("recognised", [3697, 18], [], 3715, "holds", 0),
    ("recognised", [3638, 58], [], 3697, "off", 1),  # December 2024: 3,696, printed 3,697
    ("recognised", [3390, 46], [], 3531, "can_hold", 95),  # August 2024 is not published
    ("recognised", [3531, 62], [], 3638, "can_hold", 45),  # October 2024 is not published
    ("recognised", [3200, 63], [], 3390, "can_hold", 127),
    ("one_figure", [1197], [], 1227, "off", 30),  # 13 December 2025
    ("one_figure", [1407], [], 1561, "off", 154),  # June 2024
    ("one_figure", [24], [], 114, "off", 90),
    ("one_figure", [8], [], 9, "off", 1),
    ("parts", [114, 8], [], 123, "off", 1),
    ("parts", [114, 9], [], 123, "holds", 0),
    ("parts", [235, 15], [], 250, "holds", 0),
    ("parts", [38, 14], [], 52, "holds", 0),
    ("parts", [1, 2], [], 3, "holds", 0),
    ("parts", [3, 7], [], 10, "holds", 0),
    ("parts", [14, 16], [], 30, "holds", 0),
    ("parts", [7, 23], [], 30, "holds", 0),
    ("parts", [2, 29], [], 31, "holds", 0),
    ("parts", [11, 18], [], 29, "holds", 0),
    ("parts", [12, 13], [], 25, "holds", 0),
    ("rounds", [29, 20], [], 49, "holds", 0),  # December 2024
    ("rounds", [18, 30, 30, 37, 31, 32, 29, 20], [], 207, "off", -20),
    ("rounds", [10], [], 18, "can_hold", 8),
    ("rounds", [25], [], 24, "off", -1),
]


@pytest.fixture(scope="module")
def numbers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_numbers(tmp_path_factory.mktemp("arithmetic") / "register")


@pytest.fixture
def found(numbers: Path, habeas: Habeas) -> Iterator[list[dict[str, Any]]]:
    point_at(numbers)
    yield habeas("arithmetic", "-r", numbers, "--json").json["checks"]
    connections.close_all()


def of(found: list[dict[str, Any]], identity: str, plus: list[int], total: int) -> dict[str, Any]:
    (one,) = [
        one
        for one in found
        if (one["identity"], one["total"]["number"]) == (identity, total)
        and sorted(each["number"] for each in one["plus"]) == sorted(plus)
    ]
    return one


@pytest.mark.parametrize(("identity", "plus", "minus", "total", "outcome", "gap"), EXPECTED)
def test_what_adds_up_and_what_does_not(
    found: list[dict[str, Any]], identity: str, plus: list[int], minus: list[int], total: int, outcome: str, gap: int
) -> None:
    one = of(found, identity, plus, total)
    assert [each["number"] for each in one["minus"]] == minus
    assert (one["outcome"], one["gap"]) == (outcome, gap)


def test_nothing_else_fails(found: list[dict[str, Any]]) -> None:
    failing = [(one["identity"], one["total"]["number"], one["gap"]) for one in found if one["outcome"] == "off"]
    assert sorted(failing) == sorted((row[0], row[3], row[5]) for row in EXPECTED if row[4] == "off")


def test_207_is_227_without_the_round_of_its_own_day(found: list[dict[str, Any]]) -> None:
    one = of(found, "rounds", [18, 30, 30, 37, 31, 32, 29, 20], 207)
    assert one["sum"] == 227
    assert one["explanations"][0] == "cut_off"
    assert [(each["number"], each["to"]) for each in one["left_out"]] == [(20, "2024-12-28")]


def test_what_could_explain_december_2024(found: list[dict[str, Any]]) -> None:
    assert of(found, "recognised", [3638, 58], 3697)["explanations"] == ["hindsight", "cut_off", "misprint"]


def test_what_could_explain_two_numbers_of_one_day_is_that_123_were_freed_on_it(found: list[dict[str, Any]]) -> None:
    assert of(found, "one_figure", [1197], 1227)["explanations"][:2] == ["cut_off", "other_people"]


def test_what_was_not_known_yet_is_not_tested(numbers: Path, habeas: Habeas) -> None:
    point_at(numbers)
    early = habeas("arithmetic", "--known-on", "2025-12-12", "-r", numbers, "--json").json["checks"]
    assert not [one for one in early if one["total"]["to"] > "2025-12-12" and one["total"]["number"] != 430]
    told = habeas("arithmetic", "-r", numbers).out
    assert "off by 1: 3,638 + 58 = 3,696, against 3,697" in told
    assert "it comes out without the 20 of 2024-12-28" in told
    assert "4,339 − 3,208" not in told
    assert "4,339 − 3,208 = 1,131" in habeas("arithmetic", "--all", "-r", numbers).out
    connections.close_all()
