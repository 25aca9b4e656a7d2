"""`habeas measures`: what stands on a day, in words and as JSON, and how it refuses."""

from pathlib import Path

import pytest

from tests import zalesia

from .conftest import Habeas

BANK = "Bank of Zareche"


@pytest.fixture
def norland(register: Path) -> list[str]:
    """A bank is listed on a day that is not certain, licensed as announced, and to be delisted: the claims."""
    some = zalesia.enter(
        zalesia.measure("impose", BANK, "2020-06-01", 0, latest="2020-06-30"),
        zalesia.measure("announce", BANK, "2024-06-01", 20),
        zalesia.measure("license", BANK, "2024-06-20", 40, instrument="GL 1", covers="payments"),
        zalesia.measure("announce", BANK, "2024-09-01", 60, announces=["delist"]),
        zalesia.measure("impose", "timber", "2020-06-15", 80, measure="trade_ban"),
    )
    return [one[:8] for one in some.claims]


def test_one_target_is_told_in_full(norland: list[str], register: Path, habeas: Habeas) -> None:
    listed, said, licensed, to_delist, _ = norland
    words = ("--target", BANK, "--as-of", "2024-12-31", "--known-on", "2026-01-01", "--word", "lifted")
    assert habeas("measures", *words, "-r", register).out.splitlines()[:-1] == [
        "Bank of Zareche, Norland: listed, licensed",
        f"  listing: in force since some day between 2020-06-01 and 2020-06-30 [{listed}]",
        f"  licence GL 1: in force since 2024-06-20; covers payments [{licensed}]",
        f"  announced 2024-06-01: license (GL 1) issued 2024-06-20, 19 days later [{said}]",
        f"  announced 2024-09-01: nothing issued for 121 days [{to_delist}]",
        "  the word “lifted” says more than was done",
    ]


def test_all_targets_stand_in_a_table(norland: list[str], register: Path, habeas: Habeas) -> None:
    told = habeas("measures", "--as-of", "2020-06-20", "--known-on", "2026-01-01", "-r", register).out.splitlines()
    assert [line.split("  ")[0] for line in told[1:-1]] == [BANK, "timber"]
    assert "none (possible: listed or none; a day is uncertain)" in told[1]
    assert "trade ban" in told[2]
    assert told[-1].startswith("as of 2020-06-20, as known on 2026-01-01; lens: every accepted claim (version 1); at ")


def test_as_json_it_gives_the_status_and_apart_what_is_announced(
    norland: list[str], register: Path, habeas: Habeas
) -> None:
    found = habeas("measures", "--target", BANK, "--as-of", "2024-12-31", "--json", "-r", register).json
    assert (found["status"], [one["claim"][:8] for one in found["announced"]]) == ("listed+licensed", [norland[3]])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--target", "Bank of Zarechje"), "near it: Bank of Zareche"),
        (("--issuer", "Southland"), "is no issuer of a measure here"),
        (("--as-of", "2024-06"), "is not a day"),
        (("--as-of", "2999-01-01"), "is still to come"),
        (("--word", "scrapped"), "write one of eased"),
        (("--lens", "nobody"), "nobody"),
    ],
)
def test_what_cannot_be_read_is_told_of_its_option(
    norland: list[str], register: Path, habeas: Habeas, words: tuple[str, str], told: str
) -> None:
    said = habeas("measures", *words, "-r", register, expect=2).err
    assert words[0] in said
    assert told in " ".join(said.replace("│", " ").split())
