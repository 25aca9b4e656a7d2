"""Whether prices and flows are an equilibrium: looked at afresh, from the market and the numbers alone.

Nothing of the solver is used. What is looked at: what comes into a region and what it uses; what goes through a gate
and its limit; and that nobody gains by sending a tonne more or less anywhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from math import inf, isfinite

from .curve import Curve
from .model import Market, Route, through

BALANCE = 1e-6  # millions of tonnes
CAPACITY = 1e-6  # millions of tonnes
COMPLEMENTARITY = 1e-4  # millions of dollars
ARBITRAGE = 1e-4  # dollars a tonne


@dataclass(frozen=True, slots=True)
class Certificate:
    """The worst of each that was found. `balance`, `capacity` and `negative`: millions of tonnes; `negative` is the
    most that any amount is below 0. `complementarity`: millions of dollars that are paid or earned against nobody's
    interest. `arbitrage`: dollars that a tonne more would gain somewhere. `negative_rent`: dollars a tonne that any
    rent is below 0.
    """

    balance: float
    capacity: float
    complementarity: float
    arbitrage: float
    negative: float
    negative_rent: float

    @property
    def holds(self) -> bool:
        """Whether the numbers are an equilibrium, within the tolerances of this module."""
        return (
            self.balance <= BALANCE
            and max(self.capacity, self.negative) <= CAPACITY
            and self.complementarity <= COMPLEMENTARITY
            and max(self.arbitrage, self.negative_rent) <= ARBITRAGE
        )

    def as_json(self) -> dict[str, float | bool]:
        """Its numbers, and whether it holds."""
        return {**asdict(self), "holds": self.holds}


def certify(
    market: Market,
    prices: Mapping[str, float],
    supplied: Mapping[str, float],
    demanded: Mapping[str, float],
    flows: Mapping[str, float],
    rents: Mapping[str, float],
) -> Certificate:
    """How far these numbers are from an equilibrium of the market; without end where one of them is no number."""
    if not all(isfinite(one) for some in (prices, supplied, demanded, flows, rents) for one in some.values()):
        return Certificate(inf, inf, inf, inf, inf, inf)
    shut = {gate.name for gate in market.gates if gate.capacity == 0}
    habits = _habit_prices(market, flows)
    balance, complementarity, arbitrage, capacity = [0.0], [0.0], [0.0], [0.0]
    for route in market.routes:
        flow = flows[route.name]
        if route.closed or not shut.isdisjoint(route.gates):
            capacity.append(flow)
            continue
        loss = _loss(route, prices, rents, habits)
        complementarity.append(abs(loss * flow))
        arbitrage.append(-loss)
    for gate in market.gates:
        used = through(gate, flows, market.routes)
        capacity.append(used - gate.capacity)
        if rents[gate.name]:
            complementarity.append(abs(rents[gate.name] * (gate.capacity - used)))
    for region in market.regions:
        name = region.name
        came = sum(flows[one.name] for one in market.routes if one.destination == name)
        went = sum(flows[one.name] for one in market.routes if one.origin == name)
        balance.append(abs(supplied[name] + came - demanded[name] - went))
        for curve, quantity, sign in ((region.supply, supplied[name], 1), (region.demand, demanded[name], -1)):
            if curve is None:
                balance.append(abs(quantity))
                continue
            off, gain = _off_curve(curve, prices[name], quantity, sign)
            complementarity.append(off)
            arbitrage.append(gain)
    return Certificate(
        max(balance),
        max(capacity),
        max(complementarity),
        max(arbitrage),
        _below([*supplied.values(), *demanded.values(), *flows.values()]),
        _below(rents.values()),
    )


def _below(numbers: Iterable[float]) -> float:
    """The most by which any of them is below 0."""
    return max(0.0, -min(numbers, default=0.0))


def used_to(market: Market, flows: Mapping[str, float]) -> list[float]:
    """How many millions of tonnes each habit of the market is off what is usual, in their order."""
    return [sum(flows[name] for name in habit.routes) - habit.usual for habit in market.habits]


def _habit_prices(market: Market, flows: Mapping[str, float]) -> dict[str, float]:
    """By route, the dollars that buyers give less for another tonne, beyond what they are used to."""
    found = dict.fromkeys(flows, 0.0)
    for habit, off in zip(market.habits, used_to(market, flows), strict=True):
        for name in habit.routes:
            found[name] += habit.stiffness * off
    return found


def _loss(route: Route, prices: Mapping[str, float], rents: Mapping[str, float], habits: Mapping[str, float]) -> float:
    """Dollars that would be lost on one more tonne by this route."""
    paid = prices[route.origin] + route.cost + sum(rents[gate] for gate in route.gates)
    return paid + habits[route.name] - prices[route.destination]


def _off_curve(curve: Curve, price: float, quantity: float, sign: int) -> tuple[float, float]:
    """How far a price and a quantity are from a curve: in millions of dollars, and what a tonne more would gain."""
    if quantity <= 0:
        return 0.0, sign * (price - curve.price_at(0.0)) if _has_price_at_zero(curve) else float("inf")
    off = price - curve.price_at(quantity)
    return abs(off) * quantity, 0.0


def _has_price_at_zero(curve: Curve) -> bool:
    return not hasattr(curve, "elasticity") or curve.elasticity > 0
