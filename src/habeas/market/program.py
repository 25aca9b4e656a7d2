"""A market as a quadratic program: its curves by their tangents at given prices, its routes, gates and habits.

Samuelson (1952) and Takayama and Judge (1971): the flows that make the most of what buyers would pay, less what it
costs to produce and to carry, are those at which nobody gains by sending a tonne elsewhere. The shadow price of a
region's balance is its price, that of a gate's limit the rent of the gate.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

import numpy as np

from .curve import Curve
from .model import Market
from .quadratic import Found, Quadratic, Vector

FLATTEST = 1e-6  # dollars a tonne for each million tonnes: a tangent is never taken for flatter


@dataclass(frozen=True, slots=True)
class Side:
    """One curve of a region: `sign` is 1 for supply, -1 for demand."""

    region: int
    curve: Curve
    sign: int


class Program:
    """What stays the same of a market's program, whatever the prices: made once, used at every step."""

    def __init__(self, market: Market) -> None:
        self.market = market
        shut = {gate.name for gate in market.gates if gate.capacity == 0}
        self.routes = tuple(one for one in market.routes if not one.closed and shut.isdisjoint(one.gates))
        used = {gate for route in self.routes for gate in route.gates}
        self.gates = tuple(one for one in market.gates if isfinite(one.capacity) and one.name in used)
        self.sides = tuple(
            Side(index, curve, sign)
            for index, region in enumerate(market.regions)
            for curve, sign in ((region.supply, 1), (region.demand, -1))
            if curve is not None
        )
        self._equal = self._balances()
        self._most = np.zeros((len(self.gates), len(self.sides) + len(self.routes)))
        for row, gate in enumerate(self.gates):
            self._most[row, len(self.sides) :] = [gate.name in route.gates for route in self.routes]
        self._limits = np.array([gate.capacity for gate in self.gates], dtype=float)
        self._hessian, self._linear = self._of_routes()
        curved = np.diag(self._hessian)[len(self.sides) :]
        self._flat = bool(np.any(curved <= 0) or np.count_nonzero(self._hessian) > len(curved))

    def at(self, prices: Vector) -> Quadratic:
        """The program with each curve replaced by its tangent at the price of its region."""
        hessian, linear = self._hessian.copy(), self._linear.copy()
        for index, side in enumerate(self.sides):
            at_zero, slope = side.curve.tangent(prices[side.region])
            hessian[index, index] = max(abs(slope), FLATTEST)
            if abs(slope) < FLATTEST:  # the line still touches where it touched
                at_zero += (slope - side.sign * FLATTEST) * side.curve.quantity_at(prices[side.region])
            linear[index] = side.sign * at_zero
        return Quadratic(hessian, linear, self._equal, self._most, self._limits, self._flat)

    def begin(self) -> Vector:
        """Prices to begin from: those that the curves were made at; of a region without one the mean of the others."""
        known: dict[int, list[float]] = {}
        for side in self.sides:
            known.setdefault(side.region, []).append(side.curve.price)
        rest = float(np.mean([price for some in known.values() for price in some])) if known else 0.0
        return np.array([np.mean(known.get(index, [rest])) for index in range(len(self.market.regions))])

    def flows(self, found: Found) -> Mapping[str, float]:
        """Millions of tonnes on each route, those that are closed included."""
        on = dict(zip((one.name for one in self.routes), found.x[len(self.sides) :].tolist(), strict=True))
        return {route.name: on.get(route.name, 0.0) for route in self.market.routes}

    def rents(self, found: Found) -> Mapping[str, float]:
        """Dollars a tonne that each gate's limit is worth; 0 where it does not bind, and at a gate that is shut."""
        on = dict(zip((one.name for one in self.gates), np.maximum(found.of_most, 0.0).tolist(), strict=True))
        return {gate.name: on.get(gate.name, 0.0) for gate in self.market.gates}

    def quantities(self, found: Found, sign: int) -> Mapping[str, float]:
        """Millions of tonnes supplied (sign 1) or demanded (-1) in each region."""
        on = {
            self.market.regions[side.region].name: float(quantity)
            for side, quantity in zip(self.sides, found.x, strict=False)
            if side.sign == sign
        }
        return {region.name: on.get(region.name, 0.0) for region in self.market.regions}

    def _balances(self) -> Vector:
        rows = np.zeros((len(self.market.regions), len(self.sides) + len(self.routes)))
        place = {region.name: index for index, region in enumerate(self.market.regions)}
        for column, side in enumerate(self.sides):
            rows[side.region, column] = side.sign
        for column, route in enumerate(self.routes, len(self.sides)):
            rows[place[route.origin], column] -= 1
            rows[place[route.destination], column] += 1
        return rows

    def _of_routes(self) -> tuple[Vector, Vector]:
        many = len(self.sides) + len(self.routes)
        hessian, linear = np.zeros((many, many)), np.zeros(many)
        first, costs = len(self.sides), [route.cost for route in self.routes]
        column = {route.name: index for index, route in enumerate(self.routes)}
        of = np.zeros((len(self.market.habits), len(self.routes)))
        for row, habit in enumerate(self.market.habits):
            of[row, [column[name] for name in habit.routes if name in column]] = 1
        stiff = np.array([habit.stiffness for habit in self.market.habits])
        usual = np.array([habit.usual for habit in self.market.habits])
        hessian[first:, first:] = (of.T * stiff) @ of
        linear[first:] = costs - (stiff * usual) @ of
        return hessian, linear
