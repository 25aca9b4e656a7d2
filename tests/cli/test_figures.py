"""`habeas figures`: the table of published figures, those that cannot both be so, and how it refuses."""

from pathlib import Path
from typing import Any

import pytest

from habeas.register.draft import Draft
from tests import zalesia

from .conftest import Habeas

DAY = {"original": "x", "edtf": "2025-11-14", "earliest": "2025-11-14", "latest": "2025-11-14"}


def figure(low: str, start: int, comparator: str = "=", **said: Any) -> Draft:
    number = {
        "subject": "people in custody",
        "population": "political prisoners",
        "kind": "stock",
        "unit": "persons",
        "comparator": comparator,
        "low": low,
    }
    when = DAY | {"extent": "within", "meaning": "as_of"}
    claim = zalesia.claim(f"{low} are held.", start, type="figure", when=when, **said)
    return Draft("claim", claim.body | {"figure": number | said.get("figure", {})}, "test")


@pytest.fixture
def three(register: Path) -> list[Draft]:
    """1,197 and 1,227 for one day, and a price of another thing."""
    of_price = {"subject": "potash", "population": "at the border", "kind": "price", "unit": "USD/t"}
    drafts = [
        figure("1197", 0),
        figure("1227", 20, known="2025-11-15"),
        figure("200", 40, ">", topics=["market"], figure=of_price),
    ]
    zalesia.enter(*drafts)
    return drafts


def test_the_table(three: list[Draft], register: Path, habeas: Habeas) -> None:
    out = habeas("figures", "-r", register).out
    one, two, price = (str(draft.body["id"])[:8] for draft in three)
    assert f"{one} 1,197 and {two} 1,227: two figures for one day, 30 apart" in out
    assert out.count("apart") == 1
    row = next(line for line in out.splitlines() if line.startswith(price))
    for told in ("more than 200 USD/t", "potash; at the border", "14 November 2025", "Lantern Group", "Courier"):
        assert told in row
    assert row.rstrip().endswith("2025-11-14")
    assert "3 published figures; at" in out


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (["--subject", "custody"], 2),
        (["--subject", "potash border"], 1),
        (["--sort", "price"], 1),
        (["--topic", "market"], 1),
        (["--kind", "on_record"], 3),
        (["--says", "population", "--speaker", "Lantern"], 3),
        (["--known-on", "2025-11-14"], 2),
        (["--known-from", "2025-11-15"], 1),
        (["--valid-to", "2025-11-13"], 0),
        (["--document", zalesia.DOCUMENT, "--text", "1227"], 1),
    ],
)
def test_each_condition(three: list[Draft], register: Path, habeas: Habeas, words: list[str], count: int) -> None:
    found = habeas("figures", *words, "-r", register, "--json").json
    assert (found["count"], len(found["figures"])) == (count, count)


def test_one_that_is_not_printed_is_named_all_the_same(three: list[Draft], register: Path, habeas: Habeas) -> None:
    out = habeas("figures", "--limit", "1", "-r", register).out
    assert "1,227: two figures for one day" in out
    assert "3 published figures, 1 shown" in out
    shown = habeas("figures", "--limit", "1", "-r", register, "--json").json
    assert shown["figures"][0]["apart"] == [three[1].body["id"]]


def test_a_day_that_is_assumed_says_so(register: Path, habeas: Habeas) -> None:
    assumed = figure("5", 0)
    zalesia.enter(Draft("claim", assumed.body | {"known": {"basis": "assumed", "earliest": "2025-11-14"}}, "test"))
    assert "2025-11-14 (assumed)" in habeas("figures", "-r", register).out


def test_nothing_found(three: list[Draft], register: Path, habeas: Habeas) -> None:
    out = habeas("figures", "--subject", "whales", "-r", register).out
    assert out.startswith("the record does not say: no published figure meets every condition; at ")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["--sort", "heap"], "'heap' is not one of stock, flow, share, price, volume, count, age"),
        (["--says", "weather"], "'weather' is not one of"),
        (["--kind", "loud"], "'loud' is not one of reporter_voice"),
        (["--valid-from", "soon"], "write YYYY-MM-DD"),
    ],
)
def test_wrong_words(register: Path, habeas: Habeas, words: list[str], wanted: str) -> None:
    assert wanted in " ".join(habeas("figures", *words, "-r", register, expect=2).err.split())
