"""/market: the question, the price with what is left over, who gains and loses, and every number that goes in."""

import re
from pathlib import Path

import pytest

from habeas.exchange import kept_markets
from tests import zalesia
from tests.web.site import Stranger, enter, links

TIMBER = Path(__file__).parents[2] / "cases" / "zalesia" / "market" / "timber.toml"
ASKED = "/market?as_of=2020-01-01&against=2021-06-01&known_on=2026-01-01"


@pytest.fixture
def norland(newcomer: Stranger) -> Stranger:
    """A register that keeps the market of timber, with a ban and a listing that everybody may see."""
    kept_markets.keep(TIMBER)
    enter(
        zalesia.measure("impose", "timber from Zalesia", "2020-06-01", 0, measure="trade_ban", covers="sawn timber"),
        zalesia.measure("impose", "Bank of Zareche", "2020-06-15", 20),
    )
    return newcomer


def test_a_register_without_a_market_says_so(newcomer: Stranger) -> None:
    said = newcomer.read("/market")
    assert "No market is kept here" in said
    assert "habeas market FILE --keep" in said


def test_the_title_says_what_the_model_finds_and_that_it_is_one(norland: Stranger) -> None:
    said = norland.read(ASKED)
    assert "With the measures of 1 June 2021 the price in Abroad would be higher by" in said
    assert "percent, in this model" in said
    assert "Illustrative: of the tonnes of the base year 49% are assumed" in said


def test_what_was_observed_stands_beside_what_the_model_has(norland: Stranger) -> None:
    said = norland.read(ASKED)
    assert "86 to 104 dollars a tonne, +21.6 %; the model has" in said
    assert "does not say that it rose because of it" in said
    assert 'id="explained0-wide-t"' in norland.get(ASKED).content.decode()


def test_measures_are_told_with_what_they_do_and_their_claims(norland: Stranger) -> None:
    rows = norland.cells(ASKED)
    assert ["Norland", "timber from Zalesia", "none", "restricted", "closes river; closes Zalesia to Norland"] in rows
    html = norland.get(ASKED).content.decode()
    assert html.count("1 claim") == 2


def test_who_gains_and_loses_stands_in_a_table_as_intervals(norland: Stranger) -> None:
    rows = {(one[0], one[1]): one for one in norland.cells(ASKED) if len(one) == 7}
    assert rows["Zalesia", "what producers have left after cost"][2] == "loses"
    assert rows["sawmills of Zalesia", "margin on carrying, and rents that it may keep"][4] == "not known"
    assert " to " in rows["Zalesia", "all that is its own, with the rents that it may keep"][3]
    assert "they differ by less than 0.0001% of it" in norland.read(ASKED)


def test_tonnes_rents_and_prices_that_were_paid_stand_in_tables(norland: Stranger) -> None:
    rows = {one[0]: one[1:] for one in norland.cells(ASKED)}
    assert rows["river"][:2] == ["2.4", "0.0 (0.0 to 0.0)"]
    assert rows["pass"][-1] == "the Pass or sawmills of Zalesia"
    assert rows["Abroad for timber from Zalesia"][0] == "85 to 90"
    assert "Zalesia gets for a tonne, in dollars: −" in norland.read(ASKED)


def test_every_number_is_there_with_who_says_so(norland: Stranger) -> None:
    asked = "/market/parameters?name=Timber&known_on=2026-01-01"
    assert asked in norland.get(ASKED).content.decode().replace("&amp;", "&")
    rows = {one[0]: one[1:] for one in norland.cells(asked)}
    assert rows["barge"] == ["10", "8 to 12", "USD/t", "guild of bargemen"]
    assert rows["price"][1] == "this alone"
    assert rows["Zalesia to Abroad, river"][0] == "1.2"
    assert rows["Southland"][0] == "3.1 (2.5 to 3.7)"
    assert "3.0, told as 5 million m3 (a clerk of the customs of Norland)" in rows["Southland"][1]
    assert "of the tonnes of the base year 49% are assumed" in norland.read(asked)
    assert "No market is kept here" in norland.read("/market/parameters?name=salt", 400)


def test_what_goes_in_is_cited_and_taken(norland: Stranger) -> None:
    html = norland.get("/market/parameters?name=Timber&known_on=2026-01-01").content.decode()
    (take,) = re.findall(r'(?s)<section class="ruled take".*?</section>', html)
    assert "Every number that goes into the market of Timber. " in take
    files = set(links(take))
    assert {one.partition("?")[0] for one in files} == {
        "/market/parameters.csv",
        "/embed/market/parameters",
        "/api/market",
    }
    for one in files:
        norland.get(one)


def test_easing_is_asked_on_one_day(norland: Stranger) -> None:
    said = norland.read("/market?as_of=2021-06-01&against=2021-06-01&ease=Norland&known_on=2026-01-01")
    assert re.search(r"Without the measures of Norland, producers of Zalesia would take in [\d to]+ million", said)
    assert "What producers of Zalesia take in, in millions of dollars a year, at the most, by who keeps" in said
    assert "How much of it the measures are" not in said
    assert norland.read("/market?as_of=2021-06-01&ease=Norland&known_on=2026-01-01").count("1 June 2021") > 2


def test_several_are_eased_and_the_address_has_them_all(norland: Stranger) -> None:
    asked = "/market?as_of=2021-06-01&known_on=2026-01-01&ease=Norland:+timber+from+Zalesia;+Norland:+Bank+of+Zareche"
    html = norland.get(asked).content.decode()
    assert "Without the measures of Norland on timber from Zalesia and of Norland on Bank of Zareche" in html
    address = html.split('class="address" href="http://localhost')[1].split('"')[0].replace("&amp;", "&")
    assert norland.cells(address) == norland.cells(asked)


def test_its_address_gives_the_same_again(norland: Stranger) -> None:
    first = norland.get(ASKED).content.decode()
    address = first.split('class="address" href="http://localhost')[1].split('"')[0].replace("&amp;", "&")
    assert "at=" in address
    assert norland.cells(address) == norland.cells(ASKED)


@pytest.mark.parametrize(
    ("asked", "beside", "said"),
    [
        ("as_of=never", "as_of-problem", "Write it as"),
        ("ease=Norlandia", "ease-problem", "near it: Norland"),
        ("name=salt", "name-problem", "there are Timber"),
        ("as_of=2021-06-01&against=2021-06-01", "as_of-problem", "nothing is compared"),
    ],
)
def test_what_cannot_be_read_is_told_beside_its_field(norland: Stranger, asked: str, beside: str, said: str) -> None:
    html = norland.get(f"/market?{asked}", 400).content.decode()
    assert f'id="{beside}"' in html
    assert said.casefold() in norland.read(f"/market?{asked}", 400).casefold()


def test_a_measure_that_a_stranger_may_not_see_does_nothing(newcomer: Stranger) -> None:
    kept_markets.keep(TIMBER)
    zalesia.enter(zalesia.measure("impose", "timber from Zalesia", "2020-06-01", 0, measure="trade_ban"))
    assert "None of the measures that this market knows stands on either day" in newcomer.read(ASKED)


def test_the_page_is_short_enough(norland: Stranger) -> None:
    assert len(norland.get(ASKED).content) < 100_000


def test_a_market_with_a_mistake_is_not_kept_and_one_that_is_changed_is_read_again(newcomer: Stranger) -> None:
    copy = kept_markets.keep(TIMBER)
    assert list(kept_markets.kept()) == ["Timber"]
    copy.write_text(copy.read_text(encoding="utf-8").replace('name = "Timber"', 'name = "Logs"'), encoding="utf-8")
    assert list(kept_markets.kept()) == ["Logs"]
    (copy.parent / "timber_flows.csv").write_text("from,to\n", encoding="utf-8")
    assert kept_markets.kept() == {}
