"""Equilibria: the printed example to its digits, random markets against two slow solvers, and what is refused."""

import ast
import inspect
from dataclasses import replace
from math import inf, nan

import pytest

from habeas.market import certificate
from habeas.market.certificate import Certificate, certify
from habeas.market.curve import CurveError, Elastic, Straight
from habeas.market.equilibrium import Equilibrium, NoEquilibriumError, equilibrium
from habeas.market.model import Fee, Gate, Habit, Market, MarketError, Region, Route
from habeas.market.quadratic import Solver
from tests.oracle.markets import by_cases, by_residuals

from .drawn import elastic, printed, straight

CENT = 0.01  # dollars a tonne, by which two solvers may differ


@pytest.mark.parametrize("solver", Solver)
def test_the_printed_example_comes_out_to_its_digits(solver: Solver) -> None:
    found = equilibrium(printed(), solver)
    assert [round(found.prices[one], 6) for one in "123"] == [24.346154, 27.346154, 30.346154]
    sent = [round(found.supplied[one] - found.demanded[one], 6) for one in "123"]
    assert sent == [9.461538, -1.153846, -8.307692]


@pytest.mark.parametrize("seed", range(60))
def test_straight_markets_are_as_going_through_every_case_finds_them(seed: int) -> None:
    market = straight(seed)
    found = equilibrium(market)
    assert found.prices == pytest.approx(by_cases(market), abs=1e-6)


@pytest.mark.parametrize("seed", range(40))
def test_curved_markets_are_as_an_independent_solver_of_the_conditions_finds_them(seed: int) -> None:
    market = elastic(seed)
    assert equilibrium(market).prices == pytest.approx(by_residuals(market, 100.0), abs=1e-3)


@pytest.mark.parametrize("seed", range(40))
def test_two_solvers_agree_to_a_cent(seed: int) -> None:
    one, other = (equilibrium(elastic(seed), solver) for solver in Solver)
    assert one.solver is not other.solver
    assert one.prices == pytest.approx(other.prices, abs=CENT)


def test_a_certificate_sees_what_is_no_equilibrium() -> None:
    found = equilibrium(elastic(3))
    assert certified(found).holds
    route, *_ = found.market.routes
    more = {**found.flows, route.name: found.flows[route.name] + 0.01}
    assert not certified(replace(found, flows=more)).holds
    region, *_ = found.market.regions
    dearer = {**found.prices, region.name: found.prices[region.name] + 0.01}
    assert not certified(replace(found, prices=dearer)).holds


def test_a_certificate_sees_a_gate_that_is_overrun_and_a_rent_where_none_is_due() -> None:
    market = Market(
        (Region("A", Straight(10, 1)), Region("B", demand=Straight(50, -1))),
        (Route("AB", "A", "B", (Fee("boat", "carriers", 2.0),), ("port",)),),
        (Gate("port", 30.0),),
    )
    found = equilibrium(market)
    assert found.flows["AB"] == pytest.approx(19)
    assert not certified(replace(found, rents={"port": 1.0})).holds
    narrow = replace(market, gates=(Gate("port", 18.0),))
    assert not certified(replace(found, market=narrow)).holds
    assert equilibrium(narrow).rents["port"] == pytest.approx(2.0)


@pytest.mark.parametrize("what", ["prices", "supplied", "demanded", "flows", "rents"])
@pytest.mark.parametrize("wrong", [nan, inf])
def test_a_certificate_does_not_hold_of_what_is_no_number(what: str, wrong: float) -> None:
    market = Market(
        (Region("A", Straight(10, 1)), Region("B", demand=Straight(50, -1)), Region("C")),
        (Route("AB", "A", "B", (), ("port",)),),
        (Gate("port", 30.0),),
    )
    found = equilibrium(market)
    assert certified(found).holds
    numbers = {name: getattr(found, name) for name in ("prices", "supplied", "demanded", "flows", "rents")}
    assert not certify(market, **numbers | {what: dict.fromkeys(numbers[what], wrong)}).holds
    assert not certified(replace(found, prices={**found.prices, "C": wrong})).holds


def test_tonnes_and_dollars_below_nothing_have_tolerances_of_their_own() -> None:
    market = Market(
        (Region("A", Straight(10, 1)), Region("B", demand=Straight(50, -1))),
        (Route("AB", "A", "B", (), ("port",)), Route("BA", "B", "A")),
        (Gate("port", 30.0), Gate("pier", 30.0)),
    )
    found = equilibrium(market)
    rents = certified(replace(found, rents={"port": 0.0, "pier": -1e-7}))
    assert (rents.negative, rents.negative_rent, rents.holds) == (0, 1e-7, True)
    assert not certified(replace(found, rents={"port": 0.0, "pier": -1e-3})).holds
    assert not certified(replace(found, flows={**found.flows, "BA": -1e-5, "AB": found.flows["AB"] - 1e-5})).holds


def test_a_certificate_uses_nothing_of_the_solver() -> None:
    used = [
        one.module for one in ast.walk(ast.parse(inspect.getsource(certificate))) if isinstance(one, ast.ImportFrom)
    ]
    assert set(used) == {"collections.abc", "dataclasses", "math", "curve", "model"}


def test_what_is_shut_carries_nothing_and_has_no_rent() -> None:
    market = printed()
    gate = Gate("border", 0.0, ("guards",))
    routes = tuple(replace(one, gates=("border",)) if one.name == "1 to 3" else one for one in market.routes)
    found = equilibrium(replace(market, routes=routes, gates=(gate,)))
    assert (found.flows["1 to 3"], found.rents["border"]) == (0.0, 0.0)
    closed = tuple(replace(one, closed=True) for one in market.routes)
    alone = equilibrium(replace(market, routes=closed))
    assert alone.prices["1"] == pytest.approx(17.25)  # 9 + q and 42 - 3q


def test_what_is_dug_at_any_price_and_can_go_nowhere_is_refused_in_words() -> None:
    market = Market((Region("A", Elastic(100, 5, 0.1)), Region("B", demand=Elastic(120, 5, -0.2))), ())
    with pytest.raises(NoEquilibriumError, match="no equilibrium was found: daqp after"):
        equilibrium(market)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Elastic(100, 0, 0.1), "quantity above 0"),
        (lambda: Elastic(100, 1, 0.1, 100), "above its floor"),
        (lambda: Straight(3, 0), "slope"),
        (lambda: Market((Region("A"), Region("A")), ()), "a name of its own"),
        (lambda: Market((Region("A", Elastic(1, 1, -0.1)),), ()), "supply rises"),
        (lambda: Market((Region("A", demand=Elastic(1, 1, 0.1)),), ()), "demand falls"),
        (lambda: Market((Region("A"),), (Route("r", "A", "B"),)), "no region is called “B”"),
        (lambda: Market((Region("A"),), (Route("r", "A", "A"),)), "begins and ends"),
        (lambda: Market((Region("A"), Region("B")), (Route("r", "A", "B", gates=("g",)),)), "no gate"),
        (lambda: Market((), (), (Gate("g", -1.0),)), "0 or more"),
        (lambda: Market((), (), (), (Habit(("r",), 1, inf),)), "a habit is 0 or more"),
        (lambda: Market((), (), (), (Habit(("r",), 1, 1),)), "routes that end in one region"),
        (
            lambda: Market((Region("A"), Region("B")), (Route("r", "A", "B", (Fee("f", "p", 1, 2),)),)),
            "share from 0 to 1",
        ),
        (lambda: Market((Region("A"), Region("B")), (Route("r", "A", "B", (Fee("f", "p", inf),)),)), "no number"),
    ],
)
def test_what_is_no_market_is_refused_with_what_is_wrong(make: object, said: str) -> None:
    assert callable(make)
    with pytest.raises((CurveError, MarketError), match=said):
        make()


def certified(found: Equilibrium) -> Certificate:
    return certify(found.market, found.prices, found.supplied, found.demanded, found.flows, found.rents)
