"""`habeas review`: claims are put under second look, listed, left out of figures, and accepted again."""

from pathlib import Path

import pytest

from habeas.register import log
from tests import zalesia

from .conftest import Habeas

TALLY = ("tally", "--as-of", "2021-06-01")
WHY = "The court has no such case."


@pytest.fixture
def arrest(register: Path) -> str:
    return zalesia.enter(
        zalesia.act("Arkadz Bely", "detained", "2021-05-03"), zalesia.claim("412 are held.", 90)
    ).claims[0]


def test_a_claim_is_put_under_second_look_and_accepted_again(arrest: str, register: Path, habeas: Habeas) -> None:
    by = ("--by", "Marta Veres", "-r", register)
    told = habeas("review", arrest[:8], "--verdict", "second_look", "--note", WHY, *by)
    assert f"1 claim: second look; head {log.head().whole}" in told.out
    (one,) = habeas("claims", "--review", "second_look", "-r", register, "--json").json["claims"]
    assert (one["id"], one["review"]["note"], one["review"]["by"]) == (arrest, WHY, "Marta Veres")
    assert habeas("claims", "--review", "accepted", "-r", register, "--json").json["count"] == 1
    table = habeas("claims", "-r", register).out
    assert "review" in table
    assert "second look" in table
    figure = habeas(*TALLY, "-r", register)
    assert "not admitted by the lens: 1 claim about custody (1 under second look)" in figure.out
    shown = habeas("review", arrest, "--verdict", "accepted", *by, "--json").json
    assert shown == {"reviewed": [arrest], "verdict": "accepted", "head": log.head().whole}
    again = habeas(*TALLY, "-r", register).out
    assert "under second look" not in again
    assert "not admitted by the lens" not in again


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--verdict", "doubtful"], "'doubtful' is not one of accepted, second_look"),
        (["--verdict", "second_look"], "a second look says why"),
    ],
)
def test_what_is_no_review_is_refused(arrest: str, register: Path, habeas: Habeas, words: list[str], told: str) -> None:
    head = log.head()
    refused = habeas("review", arrest, *words, "--by", "Marta Veres", "-r", register, expect=2)
    assert told in " ".join(refused.err.split())
    assert log.head() == head


def test_a_change_names_the_claim_and_says_that_it_is_under_second_look(
    arrest: str, register: Path, habeas: Habeas
) -> None:
    before = str(log.head())
    zalesia.enter(zalesia.review(arrest))
    days = (
        "--as-of",
        "2021-06-01",
        "--known-on",
        "2026-01-01",
        "--to-as-of",
        "2021-06-01",
        "--to-known-on",
        "2026-01-01",
    )
    told = habeas("changes", *days, "--from-at", before, "-r", register).out
    assert f"under second look [{arrest[:8]}]" in told
