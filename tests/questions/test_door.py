"""The revolving door of the Belarus tables: what each keeper published, and what it decides.

The numbers here are taken by hand from tally_series.csv, flow_claims.csv and release_rounds.csv.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from tests.cli.conftest import Habeas
from tests.cli.conftest import habeas as habeas  # the fixture
from tests.conftest import point_at

from .belarus import with_numbers

Cells = dict[str, tuple[int, int | None]]


@pytest.fixture(scope="module")
def numbers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_numbers(tmp_path_factory.mktemp("door") / "register")


@pytest.fixture
def ask(numbers: Path, habeas: Habeas) -> Iterator[Any]:
    """The JSON of the door over a window."""
    point_at(numbers)
    yield lambda first, last, *more: habeas("door", "--from", first, "--to", last, *more, "-r", numbers, "--json").json
    connections.close_all()


def keeper(found: dict[str, Any], by: str, first: str, last: str) -> dict[str, Any]:
    (one,) = [one for one in found["keepers"] if (one["by"], one["from"], one["to"]) == (by, first, last)]
    return dict(one)


def cells(found: dict[str, Any], by: str, first: str, last: str) -> Cells:
    return {row: (cell["low"], cell.get("high")) for row, cell in keeper(found, by, first, last)["rows"].items()}


def question(found: dict[str, Any], name: str) -> dict[str, Any]:
    (one,) = [one for one in found["questions"] if one["question"] == name]
    return dict(one)


SUMMER, WINTER = "2024-07-31", "2025-01-31"


def test_the_half_year_by_viasnas_numbers(ask: Any) -> None:
    found = ask(SUMMER, WINTER)
    viasna = found["keepers"][0]
    assert viasna["by"] == "Viasna"
    assert {end: one["number"] for end, one in viasna["held"].items()} == {"before": 1391, "after": 1244}
    assert {end: one["number"] for end, one in viasna["ever"].items()} == {"before": 3390, "after": 3715}
    assert viasna["net"] == 1244 - 1391 == -147
    assert cells(found, "Viasna", SUMMER, WINTER) == {
        "recognised": (3715 - 3390, 325),  # 325
        "recognised_freed": (19, None),  # September 2024, "already free"
        "recognised_held": (0, 325 - 19),  # at most 306 came in
        "pardoned": (49, None),  # of December alone
        "freed": (147, 1391 + 306 - 1244),  # at most 453 went out
    }


def test_what_325_and_306_rest_on(ask: Any) -> None:
    rows = ask(SUMMER, WINTER)["keepers"][0]["rows"]
    printed = {row: sorted(one["number"] for one in rows[row]["numbers"]) for row in ("recognised", "recognised_held")}
    # 3,715 is printed with "more than" before it: that it was no more follows from 3,697 and January's 18
    assert printed == {"recognised": [18, 3390, 3697, 3715], "recognised_held": [18, 19, 3390, 3697, 3715]}


def test_the_seven_rounds_found_of_the_half_year(ask: Any) -> None:
    found = ask(SUMMER, WINTER)
    assert found["rounds"]["number"] == 30 + 30 + 37 + 31 + 32 + 29 + 20 == 209
    assert [one["number"] for one in found["rounds"]["numbers"]] == [30, 30, 37, 31, 32, 29, 20]
    assert cells(found, "Belarusian authorities", SUMMER, WINTER) == {"pardoned": (209, None)}


def test_more_were_recognised_than_found_pardoned(ask: Any) -> None:
    one = question(ask(SUMMER, WINTER), "recognised_than_pardoned")
    assert (one["answer"], one["as_found"], one["margin"]) == ("not_decided", "yes", 325 - 209)
    assert (one["left"]["number"], one["right"]["number"], one["right_by"]) == (325, 209, "Belarusian authorities")


def test_whether_more_were_arrested_than_pardoned_is_not_decided(ask: Any, habeas: Habeas, numbers: Path) -> None:
    one = question(ask(SUMMER, WINTER), "detained_than_pardoned")
    assert (one["answer"], one["as_found"]) == ("not_decided", "not_decided")
    assert "left" not in one
    told = habeas("door", "--from", SUMMER, "--to", WINTER, "-r", numbers).out
    assert "Were more arrested than pardoned? Not decided by these numbers: Viasna published no number" in told


def test_more_left_than_came_in_by_any_ground(ask: Any, habeas: Habeas, numbers: Path) -> None:
    assert question(ask(SUMMER, WINTER), "came_than_went")["answer"] == "no"
    told = habeas("door", "--from", SUMMER, "--to", WINTER, "-r", numbers).out
    assert "the number held fell by 147, so more went out than came in, on any ground." in told
    assert "More were recognised than were found pardoned, and still fewer are held" in told


def test_each_ratio_names_what_it_divides(ask: Any) -> None:
    assert ask(SUMMER, WINTER)["ratios"] == {
        "came_for_went": {"numerator": 306, "denominator": 453, "ratio": "0.7", "bound": "at most"},
        "recognised_for_pardoned": {"numerator": 325, "denominator": 209, "ratio": "1.6", "bound": "at most"},
    }


def test_207_was_published_and_227_are_found(ask: Any) -> None:
    found = ask("2024-07-01", "2024-12-28")
    assert cells(found, "Viasna", "2024-07-01", "2024-12-28")["pardoned"] == (207, 207)
    assert found["rounds"]["number"] == 18 + 30 + 30 + 37 + 31 + 32 + 29 + 20 == 227


def test_of_summer_and_autumn_2024_more_were_recognised_than_227(ask: Any, habeas: Habeas, numbers: Path) -> None:
    """July's 63, and 3,638 ever recognised by 30 November less 3,390 by 31 July: of three months none was published."""
    found = ask("2024-07-01", "2024-12-28")
    row = keeper(found, "Viasna", "2024-07-01", "2024-12-28")["rows"]["recognised"]
    assert (row["low"], row["how"]) == (63 + 3638 - 3390, "added")
    assert [one["number"] for one in row["numbers"]] == [63, 3390, 3531, 3638]
    assert question(found, "recognised_than_pardoned")["margin"] == 311 - 227
    assert "recognised_for_pardoned" not in found["ratios"]  # 311 or more, 227 or more


def test_so_many_or_more_against_more_decides_nothing(habeas: Habeas, numbers: Path) -> None:
    told = habeas("door", "--from", "2024-08-15", "--to", "2024-10-15", "-r", numbers).out
    assert told.startswith(
        "Were more recognised than pardoned? Not decided by these numbers: 46 or more recognised, 97"
    )


def test_170_pardoned_against_283_recognised(ask: Any) -> None:
    found = ask("2025-01-18", "2025-09-17")
    viasna = cells(found, "Viasna", "2025-01-18", "2025-09-17")
    assert (viasna["pardoned"], viasna["recognised"]) == ((170, 170), (283, 283))
    one = question(found, "recognised_than_pardoned")
    assert (one["answer"], one["margin"], one["right_by"]) == ("yes", 113, "Viasna")


def test_438_detained_against_405_freed(ask: Any) -> None:
    found = ask("2025-01-01", "2025-12-01")
    assert found["keepers"][0]["by"] == "Dissidentby"
    assert cells(found, "Dissidentby", "2025-01-01", "2025-12-01") == {
        "detained": (438, None),
        "pardoned": (24, 24),
        "sent_abroad": (54, 54),
        "freed": (405, 405),
    }
    assert cells(found, "pro-government channels", "2025-01-01", "2025-12-01") == {"pardoned": (114, 114)}
    assert question(found, "came_than_went")["answer"] == "yes"  # at least 438 against 405


def test_the_same_question_of_other_windows_stands_beside_it(ask: Any) -> None:
    found = ask(SUMMER, WINTER)
    windows = {(one["by"], one["from"], one["to"]) for one in found["keepers"]}
    assert windows >= {
        ("Viasna", "2025-01-18", "2025-09-17"),
        ("Dissidentby", "2025-01-01", "2025-12-01"),
        ("pro-government channels", "2025-01-01", "2025-12-01"),
    }
    assert "recognised_freed" not in keeper(found, "Viasna", "2025-01-18", "2025-09-17")["rows"]


def test_what_was_not_known_yet_is_not_in_it(ask: Any) -> None:
    found = ask(SUMMER, WINTER, "--known-on", "2024-12-15")
    assert found["rounds"]["number"] == 30 + 30 + 37 + 31 + 32 + 29
    assert "net" not in found["keepers"][0]
    assert question(found, "came_than_went")["answer"] == "not_decided"


def test_a_lens_chooses_whose_numbers_are_admitted(ask: Any) -> None:
    found = ask(SUMMER, WINTER, "--lens", "the authorities")
    assert {one["by"] for one in found["keepers"]} == {"Belarusian authorities"}
    assert found["not_admitted"] > 50


def test_another_keeper_can_lead(ask: Any, habeas: Habeas, numbers: Path) -> None:
    found = ask("2025-01-01", "2025-12-01", "--keeper", "viasna")
    assert found["keepers"][0]["by"] == "Viasna"
    words = ("door", "--from", SUMMER, "--to", WINTER, "-r", numbers)
    refused = " ".join(habeas(*words, "--keeper", "Lantern", expect=2).err.split())
    assert "write one of Belarusian authorities, Viasna" in refused
    assert "is not before" in habeas("door", "--from", WINTER, "--to", SUMMER, "-r", numbers, expect=2).err


def test_without_days_it_is_the_last_year_between_two_numbers_of_one_keeper(
    ask: Any, habeas: Habeas, numbers: Path
) -> None:
    found = habeas("door", "-r", numbers, "--json").json
    assert (found["from"], found["to"]) == ("2024-12-31", "2025-12-31")
    assert found["keepers"][0]["net"] == 1131 - 1265
    assert cells(found, "Viasna", "2024-12-31", "2025-12-31")["recognised"] == (4339 - 3697, 642)
