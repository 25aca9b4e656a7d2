"""Equilibria found in two slow and obvious ways, neither of which knows a quadratic program.

`by_cases`, for straight curves: each route is used or not, each gate full or not, each curve in use or at zero; every
combination is a system of linear equations, and the one whose solution breaks no inequality is the equilibrium.
`by_residuals`, for curves of any kind: the conditions themselves, as one function of prices, flows and rents that is
zero at the equilibrium (Fischer 1992), handed to a general solver of nonlinear least squares.
"""

from itertools import product
from math import isfinite

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import least_squares

from habeas.market.curve import Straight
from habeas.market.model import Gate, Market

Vector = NDArray[np.float64]
Side = tuple[int, Straight, int]  # the region's place, the curve, 1 for supply and -1 for demand
SLACK = 1e-9


def by_cases(market: Market) -> dict[str, float]:
    """The price in every region, by trying every case. For small markets with straight curves, without habits."""
    curves = [
        (index, curve, sign)
        for index, region in enumerate(market.regions)
        for curve, sign in ((region.supply, 1), (region.demand, -1))
        if isinstance(curve, Straight)
    ]
    gates = [gate for gate in market.gates if isfinite(gate.capacity)]
    sizes = len(market.regions), len(curves), len(market.routes), len(gates)
    for on in product((True, False), repeat=sum(sizes[1:])):
        found = _case(market, curves, gates, on)
        if found is not None:
            return dict(zip((one.name for one in market.regions), found, strict=True))
    raise AssertionError("no case is an equilibrium")


def _case(market: Market, curves: list[Side], gates: list[Gate], on: tuple[bool, ...]) -> list[float] | None:
    places = {region.name: index for index, region in enumerate(market.regions)}
    regions, many = len(places), len(places) + len(on)
    left, right = np.zeros((many, many)), np.zeros(many)
    checks: list[tuple[Vector, float]] = []  # what must be 0 or more: coefficients and a constant
    quantity, flow, rent = regions, regions + len(curves), regions + len(curves) + len(market.routes)
    for row, (place, curve, sign) in enumerate(curves):
        off = np.zeros(many)  # what a unit more would lose
        off[quantity + row], off[place] = sign * curve.slope, -sign
        _either(left, right, checks, on[row], quantity + row, regions + row, off, sign * curve.at_zero)
        left[place, quantity + row] = sign
    for row, route in enumerate(market.routes):
        off = np.zeros(many)
        off[places[route.origin]], off[places[route.destination]] = 1, -1
        for index, gate in enumerate(gates):
            off[rent + index] = float(gate.name in route.gates)
        _either(left, right, checks, on[len(curves) + row], flow + row, flow + row, off, route.cost)
        left[places[route.origin], flow + row] -= 1
        left[places[route.destination], flow + row] += 1
    for row, gate in enumerate(gates):
        room = np.zeros(many)
        for index, route in enumerate(market.routes):
            room[flow + index] = -float(gate.name in route.gates)
        _either(
            left, right, checks, on[len(curves) + len(market.routes) + row], rent + row, rent + row, room, gate.capacity
        )
    solution, *_ = np.linalg.lstsq(left, right, rcond=None)
    if np.abs(left @ solution - right).max() > 1e-8 or any(with_ @ solution + by < -SLACK for with_, by in checks):
        return None
    return [float(one) for one in solution[:regions]]


def _either(
    left: Vector,
    right: Vector,
    checks: list[tuple[Vector, float]],
    on: bool,
    variable: int,
    row: int,
    off: Vector,
    by: float,
) -> None:
    """Of a variable and what stands against it one is zero and the other not below zero."""
    alone = np.zeros(len(right))
    alone[variable] = 1
    left[row] = off if on else alone
    right[row] = -by if on else 0.0
    checks.append((alone, 0.0) if on else (off, by))


def by_residuals(market: Market, begin: float) -> dict[str, float]:
    """The price in every region, by driving the residuals of all conditions to zero; `begin`: a price to begin from."""
    names = [region.name for region in market.regions]
    gates = [gate for gate in market.gates if isfinite(gate.capacity)]
    regions, routes = len(names), len(market.routes)

    def residuals(at: Vector) -> Vector:
        prices = dict(zip(names, at[:regions] * begin, strict=True))
        flows = dict(zip((one.name for one in market.routes), at[regions : regions + routes], strict=True))
        rents = dict(zip((one.name for one in gates), at[regions + routes :] * begin, strict=True))
        found = []
        for region in market.regions:
            came = sum(
                flows[one.name] * ((one.destination == region.name) - (one.origin == region.name))
                for one in market.routes
            )
            supplied = region.supply.quantity_at(prices[region.name]) if region.supply else 0.0
            demanded = region.demand.quantity_at(prices[region.name]) if region.demand else 0.0
            found.append(supplied + came - demanded)
        for route in market.routes:
            more = sum(
                one.stiffness * (sum(flows[name] for name in one.routes) - one.usual)
                for one in market.habits
                if route.name in one.routes
            )
            paid = prices[route.origin] + route.cost + more + sum(rents.get(gate, 0.0) for gate in route.gates)
            found.append(_fischer(flows[route.name], (paid - prices[route.destination]) / begin))
        for gate in gates:
            used = sum(flows[one.name] for one in market.routes if gate.name in one.gates)
            found.append(_fischer(rents[gate.name] / begin, gate.capacity - used))
        return np.array(found)

    best = None
    for seed in range(12):
        rng = np.random.default_rng(seed)
        start = np.concatenate(
            (rng.uniform(0.5, 1.5, regions), rng.uniform(0, 2, routes), rng.uniform(0, 0.5, len(gates)))
        )
        found = least_squares(residuals, start, xtol=1e-15, ftol=1e-15, gtol=1e-15, max_nfev=2000)
        best = found if best is None or found.cost < best.cost else best
        if best.cost < 1e-20:
            break
    assert best is not None
    assert best.cost < 1e-14, f"the slow solver found nothing: {best.cost}"
    return dict(zip(names, (best.x[:regions] * begin).tolist(), strict=True))


def _fischer(one: float, other: float) -> float:
    """Zero just where both are 0 or more, and one of them is 0."""
    return float(np.hypot(one, other) - one - other)
