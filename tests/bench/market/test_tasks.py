"""What the market's benchmark measures is solved; CVXPY's environment is never made here."""

from pathlib import Path

import pytest
from bench.environment import Missing
from bench.market.drawn import drawn
from bench.market.plain import plain
from bench.market.potash import potash, standing

from bench.market import environment, tasks
from habeas.market.equilibrium import equilibrium
from habeas.market.quadratic import Solver

DESCRIBED = potash()


def test_without_the_peer_the_figures_stand_beside_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Path:
        raise Missing("it is not there")

    monkeypatch.setattr(environment, "python", missing)
    found = tasks.beside(DESCRIBED, standing(DESCRIBED), count=4, asked=4)
    assert {name: (one.peer, one.ratio, one.unit) for name, one in found.items()} == {
        "scenario": ("the limit (it is not there)", None, "ms"),
        "draws": ("the limit (it is not there)", None, "s"),
    }


def test_a_peer_is_given_what_is_open_and_nothing_else() -> None:
    before, after = tasks.scenarios(DESCRIBED, standing(DESCRIBED), 2)
    calm, closed = plain(before), plain(after)
    assert len(calm["routes"]) == len(before.routes) == 39
    assert len(closed["routes"]) == 39 - 9
    assert [len(gate["routes"]) for gate in closed["gates"]] == [5, 1]
    assert all(max(habit["routes"]) < len(closed["routes"]) for habit in closed["habits"])


def test_drawn_markets_have_their_size_and_an_equilibrium_by_both_solvers() -> None:
    market = drawn(10, 60)
    assert (len(market.regions), len(market.routes)) == (10, 60)
    one, other = (equilibrium(market, solver) for solver in Solver)
    assert one.prices == pytest.approx(other.prices, abs=0.01)
    assert any(rent > 0 for rent in one.rents.values())
