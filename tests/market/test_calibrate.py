"""A base year comes out of its own market exactly; and what it is worth to whom adds up."""

from dataclasses import replace
from random import Random

import pytest

from habeas.market.accounts import AccountsError, accounts
from habeas.market.calibrate import Base, Way, calibrate
from habeas.market.equilibrium import equilibrium
from habeas.market.model import Fee, Market, MarketError, Route, Wedge

from .drawn import elastic, salt


def with_port(base: Base, capacity: float, wedge: float = 0.0) -> Market:
    """The market of the salt with the port at another capacity, and a wedge on what comes out of the hills."""
    market = calibrate(base)
    gates = tuple(replace(one, capacity=capacity) if one.name == "Port" else one for one in market.gates)
    put = (Wedge("discount", wedge, ("Buyers", "Traders")),) if wedge else ()
    routes = tuple(replace(one, wedges=put) if one.origin == "Hills" else one for one in market.routes)
    return replace(market, gates=gates, routes=routes)


@pytest.mark.parametrize("substitution", [None, 1.0, 8.0, 60.0])
def test_the_flows_of_the_base_year_come_out(substitution: float | None) -> None:
    base = replace(salt(), substitution=substitution)
    found = equilibrium(calibrate(base))
    assert found.prices["City"] == pytest.approx(60.0)
    if substitution is not None:
        assert found.flows == pytest.approx({way.route.name: way.tonnes for way in base.ways}, abs=1e-6)
    assert found.supplied["Hills"] == pytest.approx(3.2)


def test_without_a_price_of_its_own_a_region_has_what_its_routes_leave() -> None:
    base = salt()
    market = calibrate(base)
    assert market.regions[0].supply is not None
    assert market.regions[0].supply.price == pytest.approx((2 * 45 + 55) / 3)
    by = {one.name: one.unexplained for one in market.routes}
    assert by["Hills to City by port"] == pytest.approx(60 - 15 - 145 / 3)
    assert by["Hills to City by pass"] == by["Hills to City by port"]


def test_a_lane_where_nothing_went_stays_empty_in_the_base_year() -> None:
    base = salt()
    back = Way(Route("Coast to Hills", "Coast", "Hills", (Fee("cart", "Carters", 1.0),)), 0.0)
    market = calibrate(replace(base, ways=[*base.ways, back]))
    held_back = market.routes[-1].unexplained
    prices = {one.name: one.supply.price for one in market.regions if one.supply}
    assert held_back == pytest.approx(max(prices["Hills"] - prices["Coast"] - 1.0, 0.0))
    assert equilibrium(market).flows == pytest.approx(
        {way.route.name: way.tonnes for way in (*base.ways, back)}, abs=1e-6
    )


def test_ways_of_one_lane_that_were_used_side_by_side_come_out_too() -> None:
    base = salt()
    ways = [replace(way, tonnes=0.3) if way.route.name == "Hills to City by pass" else way for way in base.ways]
    found = equilibrium(calibrate(replace(base, ways=ways)))
    assert found.flows == pytest.approx({way.route.name: way.tonnes for way in ways}, abs=1e-6)


def test_closing_the_port_takes_from_the_hills_and_gives_to_the_coast_and_opening_undoes_it() -> None:
    before, after = equilibrium(with_port(salt(), 5.0)), equilibrium(with_port(salt(), 0.0))
    assert after.supplied["Hills"] < before.supplied["Hills"] - 1
    assert after.prices["Hills"] < before.prices["Hills"] - 5
    assert after.prices["City"] > before.prices["City"]
    assert after.prices["Coast"] > before.prices["Coast"]
    assert after.rents["Pass"] > 1
    again = equilibrium(with_port(salt(), 5.0))
    assert again.flows == before.flows


@pytest.mark.parametrize("seed", range(25))
def test_who_is_paid_and_what_is_done_come_to_the_same(seed: int) -> None:
    chance = Random(seed)
    before = equilibrium(with_port(salt(), 5.0))
    after = equilibrium(with_port(salt(), chance.uniform(0, 5), chance.uniform(0, 10)))
    found = accounts(before, after)
    assert found.paid == pytest.approx(found.total, rel=1e-6, abs=1e-4)


@pytest.mark.parametrize("seed", range(25))
def test_the_sums_agree_in_random_markets_too(seed: int) -> None:
    market = elastic(seed)
    dearer = tuple(replace(one, fees=(*one.fees, Fee("toll", "state", 7.0, 1.0))) for one in market.routes)
    found = accounts(equilibrium(market), equilibrium(replace(market, routes=dearer)))
    assert found.paid == pytest.approx(found.total, rel=1e-6, abs=1e-4)
    assert found.total <= 1e-6


def test_accounts_that_do_not_agree_are_refused() -> None:
    before, after = equilibrium(with_port(salt(), 5.0)), equilibrium(with_port(salt(), 0.0))
    off = replace(after, prices={**after.prices, "City": after.prices["City"] + 1})
    with pytest.raises(AccountsError, match="must agree"):
        accounts(before, off)
    with pytest.raises(AccountsError, match="other curves"):
        accounts(before, equilibrium(elastic(1)))


def test_what_nobody_can_attribute_is_an_interval_for_each_who_may_keep_it() -> None:
    before, after = equilibrium(with_port(salt(), 5.0)), equilibrium(with_port(salt(), 0.0))
    found = accounts(before, after)
    (rent,) = [one for one in found.rents if one.what == "rent of Pass"]
    assert rent.change == pytest.approx(after.rents["Pass"] * 0.6)
    assert found.of({"Mine of the Hills"}) == pytest.approx((0.0, rent.change))
    least, most = found.of({"Pass"})
    assert most - least == pytest.approx(rent.change)
    assert least == pytest.approx(0.6 * 12 * 0.5)  # of the toll on 0.6 Mt the half is margin


def test_producers_buyers_and_carriers_are_each_told() -> None:
    found = accounts(equilibrium(with_port(salt(), 5.0)), equilibrium(with_port(salt(), 0.0)))
    hills, coast = (next(one for one in found.producers if one.region == name) for name in ("Hills", "Coast"))
    assert hills.revenue < hills.surplus < 0 < coast.surplus < coast.revenue
    assert max(found.buyers["City"], found.buyers["Abroad"]) < 0
    assert found.transit["Boatmen"] < 0 < found.transit["Pass"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda base: salt(port=2.5), "gate Port: 3 went through it"),
        (lambda base: replace(base, places=[replace(one, price=None) for one in base.places]), "it needs a price"),
        (lambda base: replace(base, places=[replace(one, demand=0) for one in base.places]), "it demands"),
        (lambda base: replace(base, places=[replace(one, supply=0) for one in base.places]), "it supplies"),
        (
            lambda base: replace(
                base, places=[*base.places[:2], *(replace(one, price=9.0) for one in base.places[2:])]
            ),
            "cost too much",
        ),
        (lambda base: replace(base, substitution=0.0), "substitution is above 0"),
        (lambda base: replace(base, ways=[*base.ways, cheap()]), "dollars a tonne cheaper"),
    ],
)
def test_what_cannot_be_a_base_year_is_refused(change: object, said: str) -> None:
    assert callable(change)
    with pytest.raises((MarketError, ValueError), match=said):
        calibrate(change(salt()))


def cheap() -> Way:
    return Way(Route("Hills to City by air", "Hills", "City"), 0.0)
