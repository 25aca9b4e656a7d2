"""`habeas market`: the measures, the price with what is left over, who gains and loses, as words and as JSON."""

from pathlib import Path

import pytest

from tests import zalesia

from .conftest import Habeas

TIMBER = Path(__file__).parents[2] / "cases" / "zalesia" / "market" / "timber.toml"
DAYS = ("--as-of", "2020-01-01", "--against", "2021-06-01", "--known-on", "2026-01-01", "--draws", "50")


@pytest.fixture
def norland(register: Path) -> None:
    """A ban that stands, a bank that is listed, and a measure that has nothing to do with timber."""
    zalesia.enter(
        zalesia.measure("impose", "timber from Zalesia", "2020-06-01", 0, measure="trade_ban", covers="sawn timber"),
        zalesia.measure("impose", "Bank of Zareche", "2020-06-15", 20),
        zalesia.measure("impose", "matches", "2020-06-15", 40, measure="trade_ban"),
    )


def test_it_is_told_in_words(norland: None, register: Path, habeas: Habeas) -> None:
    told = habeas("market", TIMBER, *DAYS, "-r", register).out
    for words in (
        "illustrative: of the tonnes of the base year 49% are assumed, 20% derived from a part that was published, 31%",
        "closes river; closes Zalesia to Norland",
        "in force on 2021-06-01 and no part of this market: 1",
        "observed, 2020-01 to 2021-06: 86 to 104 USD/t, +21.6 %; the model has",
        "what the price in Abroad hangs on, one number at its ends:",
        "With the measures of 1 June 2021 the price in Abroad would be higher by",
        "through gates, in Mt, and what a full one makes scarce, in dollars a tonne:",
        "where it goes, in Mt, at the best values",
        "prices published of 2021, in dollars a tonne",
        "what each was said to produce, in Mt a year",
        "the rows but the last come to",
        "prices: Bystritsa exchange, invented",
        "published of 2021, and the model with its measures, in Mt:",
        "contested: Did sawmills of Southland gain in volume or in price? the guild of Southland: in volume;",
        "every full gate has a rent, 100.0%",
        "50 draws from seed 7",
        "measures of 2020-01-01 and 2021-06-01, as known on 2026-01-01; lens: every accepted claim (version 1); at ",
    ):
        assert words in told
    row = next(line for line in told.splitlines() if line.startswith("sawmills of Zalesia"))
    assert "0 to +" in row


def test_easing_is_a_comparison_of_one_day(norland: None, register: Path, habeas: Habeas) -> None:
    words = ("--as-of", "2021-06-01", "--known-on", "2026-01-01", "--draws", "20", "--ease", "Norland: Bank of Zareche")
    told = habeas("market", TIMBER, *words, "-r", register).out
    assert "listed, taken for eased" in told
    assert "Without the measures of Norland on Bank of Zareche, producers of Zalesia would take in " in told
    assert "what producers of Zalesia take in (millions of dollars a year) hangs on, one number at its ends:" in told
    assert "Zalesia takes in, it alone" in told
    assert "observed" not in told.replace("price observed", "")


def test_as_json_it_is_the_same_twice(norland: None, register: Path, habeas: Habeas) -> None:
    one, other = (habeas("market", TIMBER, *DAYS, "--json", "-r", register) for _ in range(2))
    assert one.out == other.out
    assert one.json["price"]["region"] == "Abroad"
    assert one.json["draws"]["asked"] == 50


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as-of", "2021-06-01"), "--as-of: with it alone nothing is compared: name another day with --against"),
        (("--as-of", "2021-06-01", "--ease", "Norland: matches"), "it knows timber from Zalesia, Bank of Zareche"),
        (("--as-of", "2021-06-01", "--ease", "Norlandia"), "near it: Norland"),
        ((*DAYS[:4], "--draws", "1"), "ask for 2 to 20,000"),
        ((*DAYS[:4], "--against", "2999-01-01"), "still to come"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    norland: None, register: Path, habeas: Habeas, words: tuple[str, ...], said: str
) -> None:
    assert said in " ".join(habeas("market", TIMBER, *words, "-r", register, expect=2).err.split())


def test_a_file_that_is_not_there_is_told(norland: None, register: Path, habeas: Habeas) -> None:
    assert "name the file of a market" in habeas("market", register / "salt.toml", *DAYS, "-r", register, expect=1).err
