"""A market as plain numbers, for a peer in another environment: only what is open, by index."""

from math import isfinite
from typing import Any

from habeas.market.curve import Curve, Elastic
from habeas.market.model import Market

Json = dict[str, Any]


def plain(market: Market) -> Json:
    """Curves, costs, gates and habits of a market whose curves are of constant elasticity."""
    shut = {gate.name for gate in market.gates if gate.capacity == 0}
    routes = [route for route in market.routes if not route.closed and shut.isdisjoint(route.gates)]
    column = {route.name: index for index, route in enumerate(routes)}
    place = {region.name: index for index, region in enumerate(market.regions)}
    return {
        "regions": [{"supply": _curve(one.supply), "demand": _curve(one.demand)} for one in market.regions],
        "routes": [[place[one.origin], place[one.destination], one.cost] for one in routes],
        "gates": [
            {"routes": some, "capacity": gate.capacity}
            for gate in market.gates
            if isfinite(gate.capacity) and (some := [column[one.name] for one in routes if gate.name in one.gates])
        ],
        "habits": [
            {"routes": some, "usual": habit.usual, "stiffness": habit.stiffness}
            for habit in market.habits
            if (some := [column[name] for name in habit.routes if name in column])
        ],
    }


def _curve(curve: Curve | None) -> Json | None:
    if curve is None:
        return None
    assert isinstance(curve, Elastic)
    return {"price": curve.price, "quantity": curve.quantity, "power": curve.power, "floor": curve.floor}
