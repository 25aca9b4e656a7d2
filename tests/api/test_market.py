"""/api/market: the answer of the command, of what is public."""

from pathlib import Path

import pytest

from habeas.exchange import kept_markets
from tests import zalesia
from tests.web.site import Stranger, enter

TIMBER = Path(__file__).parents[2] / "cases" / "zalesia" / "market" / "timber.toml"
ASKED = "/api/market?as_of=2020-01-01&against=2021-06-01&known_on=2026-01-01"


@pytest.fixture
def norland(newcomer: Stranger) -> Stranger:
    kept_markets.keep(TIMBER)
    enter(zalesia.measure("impose", "timber from Zalesia", "2020-06-01", 0, measure="trade_ban", covers="sawn timber"))
    return newcomer


def test_it_gives_the_documented_answer(norland: Stranger) -> None:
    found = norland.data(ASKED)
    assert (found["market"], found["price"]["region"], found["draws"]["asked"]) == ("Timber", "Abroad", 200)
    assert found["access"] == "public"
    (ban,) = [one for one in found["measures"]["after"]["standing"] if one["status"] == "restricted"]
    assert [one["effect"] for one in ban["does"]] == ["closes_gate", "closes_lane"]
    (claim,) = ban["claims"]
    assert norland.data(f"/api/claims/{claim}")["type"] == "measure_event"


def test_without_days_it_asks_about_the_markets_own(norland: Stranger) -> None:
    found = norland.data("/api/market")
    assert (found["as_of"], found["against"]) == ("2019-06-01", "2021-06-01")


def test_easing_is_asked_on_the_one_day_that_is_named(norland: Stranger) -> None:
    found = norland.data("/api/market?as_of=2021-06-01&ease=Norland&known_on=2026-01-01")
    assert (found["as_of"], found["against"]) == ("2021-06-01", "2021-06-01")
    assert found["price"]["best"] < 0
    either = norland.data("/api/market?ease=Norland&known_on=2026-01-01")
    assert (either["as_of"], either["against"]) == ("2021-06-01", "2021-06-01")
    both = norland.data("/api/market?as_of=2020-01-01&against=2021-06-01&ease=Norland&known_on=2026-01-01")
    assert (both["as_of"], both["against"]) == ("2020-01-01", "2021-06-01")


def test_several_are_eased_with_semicolons_between(norland: Stranger) -> None:
    day = "/api/market?as_of=2021-06-01&known_on=2026-01-01&ease="
    both = norland.data(f"{day}Norland: timber from Zalesia; norland ;")
    assert both["eased"] == ["Norland: timber from Zalesia", "norland"]
    assert both["price"] == norland.data(f"{day}Norland")["price"]
    assert "at most 8" in norland.data(f"{day}{';'.join(map(str, range(9)))}", 400)["detail"]


def test_the_same_question_gives_the_same_bytes(norland: Stranger) -> None:
    assert norland.get(ASKED).content == norland.get(f"{ASKED}&name=timber").content


def test_what_cannot_be_asked_is_refused(norland: Stranger, register: Path) -> None:
    assert norland.data(f"{ASKED}&ease=Norlandia", 400)["parameter"] == "ease"
    assert norland.data(f"{ASKED}&name=salt", 400)["parameter"] == "name"
    assert norland.data(f"{ASKED}&draws=5", 400)["parameter"] == "draws"


def test_a_register_without_a_market_says_so(newcomer: Stranger) -> None:
    assert "keeps no market" in newcomer.data("/api/market")["note"]
    assert "keeps no market" in newcomer.data("/api/market?name=Timber", 400)["detail"]
