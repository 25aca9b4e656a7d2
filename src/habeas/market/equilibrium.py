"""The equilibrium of a market, by Newton's method over quadratic programs, with its certificate or not at all.

Each step replaces the curves by their tangents at the last prices and solves what is then a quadratic program. On
straight curves one step is enough; near the solution the error is squared at each. No equilibrium is given out that
its certificate does not bear out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

import numpy as np

from .certificate import Certificate, certify
from .curve import Elastic
from .model import Market
from .program import Program, Side
from .quadratic import MANY, Found, Solver, UnsolvedError, Vector, solve

STEPS = 80
CLOSE = 1e-7  # millions of dollars off the curves, below which no further step is taken
FLOOR = 1e-5  # dollars a tonne: within it, a tangent begins where its curve does


class NoEquilibriumError(ArithmeticError):
    """No equilibrium was found whose certificate holds; what was found instead is in the message."""


@dataclass(frozen=True, slots=True)
class Equilibrium:
    """Prices (dollars a tonne) and millions of tonnes by region, flows by route, rents (dollars a tonne) by gate."""

    market: Market
    prices: Mapping[str, float]
    supplied: Mapping[str, float]
    demanded: Mapping[str, float]
    flows: Mapping[str, float]
    rents: Mapping[str, float]
    certificate: Certificate
    solver: Solver
    steps: int


def equilibrium(market: Market, solver: Solver | None = None) -> Equilibrium:
    """The equilibrium. Without a `solver`, by the one that is faster at this size, and by the other where it fails.

    Raises NoEquilibriumError, also where none exists: of something that is produced at any price and can go nowhere.
    """
    program = Program(market)
    small = len(program.sides) + len(program.routes) < MANY
    order = (Solver.daqp, Solver.clarabel) if small else (Solver.clarabel, Solver.daqp)
    why = ""
    for one in (solver,) if solver else order:
        try:
            return _certified(program, one)
        except (UnsolvedError, NoEquilibriumError) as error:
            why = f"{why}; {error}" if why else str(error)
    raise NoEquilibriumError(f"no equilibrium was found: {why}")


def _certified(program: Program, solver: Solver) -> Equilibrium:
    found, prices, steps = _newton(program, solver)
    market = program.market
    by_region = dict(zip((one.name for one in market.regions), prices.tolist(), strict=True))
    supplied, demanded = program.quantities(found, 1), program.quantities(found, -1)
    flows, rents = program.flows(found), program.rents(found)
    certificate = certify(market, by_region, supplied, demanded, flows, rents)
    if not certificate.holds:
        raise NoEquilibriumError(
            f"{solver} after {steps} steps: balance {certificate.balance:.1e} Mt, capacity "
            f"{max(certificate.capacity, certificate.negative):.1e} Mt, complementarity "
            f"{certificate.complementarity:.1e} USD m, arbitrage "
            f"{max(certificate.arbitrage, certificate.negative_rent):.1e} USD/t"
        )
    return Equilibrium(market, by_region, supplied, demanded, flows, rents, certificate, solver, steps)


def _newton(program: Program, solver: Solver) -> tuple[Found, Vector, int]:
    """The last program's solution and its prices, after as many steps as it took, or as many as are allowed."""
    prices, best, share, near, step = program.begin(), inf, 1.0, None, 0
    while True:
        found = solve(program.at(prices), solver, near)
        near, seen, step = found.x, -found.of_equal, step + 1
        off = _off_curves(program, found, prices, seen)
        if off <= CLOSE or step == STEPS:
            return found, seen, step
        share = max(share / 2, 0.1) if off > best else min(share * 1.5, 1.0)
        best = min(best, off)
        prices = _next(program, prices, prices + share * (seen - prices))


def _off_curves(program: Program, found: Found, taken: Vector, prices: Vector) -> float:
    """The most by which a price, times its quantity, is off its curve; the tangents are those at `taken`."""
    off = [0.0]
    for side, quantity in zip(program.sides, found.x, strict=False):
        if quantity > 0:
            off.append(abs(side.curve.price_at(quantity) - prices[side.region]) * quantity)
        elif not _stops(side, float(taken[side.region]), float(prices[side.region])):
            off.append(inf)
    return max(off)


def _stops(side: Side, taken: float, price: float) -> bool:
    """Whether nothing is what a side has at a price; of a curved supply, once its tangent begins at its floor too. A
    curved demand never has nothing.
    """
    if isinstance(side.curve, Elastic) and side.sign < 0:
        return False
    end = side.curve.price_at(0.0)
    return side.sign * (price - end) <= FLOOR and abs(side.curve.tangent(taken)[0] - end) <= FLOOR


def _next(program: Program, prices: Vector, wanted: Vector) -> Vector:
    """The prices at which the next tangents are taken: as wanted, as far as every curve of a region goes at once."""
    taken = wanted.copy()
    for side in program.sides:
        taken[side.region] = side.curve.toward(prices[side.region], taken[side.region])
    return np.asarray(taken)
