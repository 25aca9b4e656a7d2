"""What a producer loses that stops: what it had beyond its cost, not that and the cost."""

from dataclasses import replace

import pytest

from habeas.market.accounts import accounts
from habeas.market.curve import Elastic, Straight
from habeas.market.equilibrium import STEPS, equilibrium
from habeas.market.model import Gate, Market, Region, Route

BRINE = Elastic(100, 10, 0.5, 60)  # above the floor of 60 its tonnes grow as the gap to the power 0.2
SOLD = Market(
    (Region("Pans", BRINE), Region("City", demand=Straight(200, -10))),
    (Route("road", "Pans", "City", gates=("bridge",)),),
    (Gate("bridge", 100.0),),
)


def test_a_producer_that_stops_loses_what_it_had_beyond_its_cost() -> None:
    before = equilibrium(SOLD)
    assert before.supplied["Pans"] == pytest.approx(10)
    stopped = equilibrium(replace(SOLD, routes=(replace(SOLD.routes[0], closed=True),)))
    assert stopped.supplied["Pans"] == 0
    (producer,) = accounts(before, stopped).producers
    assert producer.surplus == pytest.approx(-10 * 40 + 40 * 10 / 6)  # its price less its floor, less the area under it
    (nearly,) = accounts(before, equilibrium(replace(SOLD, gates=(Gate("bridge", 1e-3),)))).producers
    assert producer.surplus == pytest.approx(nearly.surplus, rel=1e-3)


def test_what_stops_is_found_in_few_steps_at_the_price_at_which_it_does() -> None:
    stopped = equilibrium(replace(SOLD, routes=(replace(SOLD.routes[0], closed=True),)))
    assert stopped.steps < STEPS / 4
    assert stopped.prices["Pans"] == pytest.approx(60, abs=1e-3)
    assert stopped.certificate.holds
