"""Who gains and who loses between two equilibria, in millions of dollars a year; what adds up, and what nobody can say.

Two sums are made. One goes through those who are paid: buyers, producers, those who carry, and the rents. The other
goes through what is done: what the tonnes are worth to those who use them, less what it costs to dig and carry them.
They must agree. A rent or a wedge of which several may be the keeper is shared out as an interval.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from .certificate import used_to
from .curve import Curve
from .equilibrium import Equilibrium
from .model import Market

AGREES = 1e-3  # of the larger of the sums: by how much the two may differ
PENNIES = 1e-2  # millions of dollars, below which sums are not compared


class AccountsError(ArithmeticError):
    """The two sums do not agree: no account is given out."""


@dataclass(frozen=True, slots=True)
class Rent:
    """What lies between a buyer's price and a seller's, and who may keep it; in millions of dollars, as a change."""

    what: str
    keepers: tuple[str, ...]
    change: float


@dataclass(frozen=True, slots=True)
class Producer:
    """A region's producers: change of tonnes, of the price at the origin, of netback times volume, and of what is left
    of that after cost.
    """

    region: str
    tonnes: float
    netback: float
    revenue: float
    surplus: float


@dataclass(frozen=True, slots=True)
class Accounts:
    """The changes from one equilibrium to another, in millions of dollars a year.

    `buyers` is consumer surplus by region, habits included; `carried` what those who are paid for carrying keep of
    their fees (their margin), `transit` all that they are paid. `total` is the sum by what is done.
    """

    producers: tuple[Producer, ...]
    buyers: Mapping[str, float]
    carried: Mapping[str, float]
    transit: Mapping[str, float]
    rents: tuple[Rent, ...]
    total: float

    @property
    def paid(self) -> float:
        """The sum by who is paid."""
        return (
            sum(one.surplus for one in self.producers)
            + sum(self.buyers.values())
            + sum(self.carried.values())
            + sum(one.change for one in self.rents)
        )

    def of(self, parties: Set[str]) -> tuple[float, float]:
        """The least and the most by which payees and keepers gain together, whoever keeps what nobody can attribute."""
        own = frozenset(parties)
        sure = sum(self.carried.get(one, 0.0) for one in own)
        sure += sum(one.change for one in self.rents if one.keepers and own.issuperset(one.keepers))
        open_ = [
            one.change for one in self.rents if not own.isdisjoint(one.keepers) and not own.issuperset(one.keepers)
        ]
        return sure + sum(min(change, 0.0) for change in open_), sure + sum(max(change, 0.0) for change in open_)


def accounts(before: Equilibrium, after: Equilibrium) -> Accounts:
    """The changes. Raises AccountsError where the two sums differ by more than a thousandth, or curves are not the
    same.
    """
    if before.market.regions != after.market.regions:
        raise AccountsError("the two equilibria are of other curves: what they are worth cannot be compared")
    found = Accounts(
        producers=tuple(_producers(before, after)),
        buyers=_change(_buyers(before), _buyers(after)),
        carried=_change(_fees(before, margin=True), _fees(after, margin=True)),
        transit=_change(_fees(before, margin=False), _fees(after, margin=False)),
        rents=tuple(_rents(before, after)),
        total=_done(after) - _done(before),
    )
    largest = max(abs(found.total), abs(found.paid), PENNIES / AGREES)
    if not abs(found.total - found.paid) <= AGREES * largest:  # also where one of them is no number
        raise AccountsError(
            f"who is paid comes to {found.paid:.3f} million dollars, what is done to {found.total:.3f}: they must agree"
        )
    return found


def _producers(before: Equilibrium, after: Equilibrium) -> Iterable[Producer]:
    for region in before.market.regions:
        if region.supply is None:
            continue
        name = region.name
        revenue = [one.prices[name] * one.supplied[name] for one in (before, after)]
        cost = [_worth(region.supply, one.supplied[name]) for one in (before, after)]
        yield Producer(
            region=name,
            tonnes=after.supplied[name] - before.supplied[name],
            netback=after.prices[name] - before.prices[name],
            revenue=revenue[1] - revenue[0],
            surplus=revenue[1] - cost[1] - revenue[0] + cost[0],
        )


def _buyers(one: Equilibrium) -> dict[str, float]:
    """What buyers have of their tonnes beyond what they pay. What they are less used to costs them, what they pay
    less.
    """
    found = {
        region.name: _worth(region.demand, one.demanded[region.name])
        - one.prices[region.name] * one.demanded[region.name]
        for region in one.market.regions
        if region.demand is not None
    }
    ends = {route.name: route.destination for route in one.market.routes}
    for habit, off in zip(one.market.habits, used_to(one.market, one.flows), strict=True):
        end = ends[habit.routes[0]]
        found[end] = found.get(end, 0.0) + habit.stiffness * off * (habit.usual + off / 2)
    return found


def _fees(one: Equilibrium, *, margin: bool) -> dict[str, float]:
    found: dict[str, float] = {}
    for route in one.market.routes:
        for fee in route.fees:
            kept = fee.amount * (fee.margin if margin else 1.0) * one.flows[route.name]
            found[fee.payee] = found.get(fee.payee, 0.0) + kept
    return found


def _rents(before: Equilibrium, after: Equilibrium) -> Iterable[Rent]:
    old, new = kept(before), kept(after)
    for key in dict.fromkeys((*old, *new)):
        change = new.get(key, 0.0) - old.get(key, 0.0)
        yield Rent(key[0], key[1], change)


def kept(one: Equilibrium) -> dict[tuple[str, tuple[str, ...]], float]:
    """The rents of gates and the wedges of measures, by what and by who may keep them."""
    found: dict[tuple[str, tuple[str, ...]], float] = {}
    for gate in one.market.gates:
        used = sum(one.flows[route.name] for route in one.market.routes if gate.name in route.gates)
        key = (f"rent of {gate.name}", gate.keepers)
        found[key] = found.get(key, 0.0) + one.rents[gate.name] * used
    for route in one.market.routes:
        for wedge in route.wedges:
            key = (wedge.what, wedge.keepers)
            found[key] = found.get(key, 0.0) + wedge.amount * one.flows[route.name]
    return found


def _done(one: Equilibrium) -> float:
    """What is used, as it is worth to those who use it, less what it costs to dig and to carry it."""
    market = one.market
    used = sum(_worth(region.demand, one.demanded[region.name]) for region in market.regions if region.demand)
    dug = sum(_worth(region.supply, one.supplied[region.name]) for region in market.regions if region.supply)
    return used - dug - _carrying(market, one.flows) - _habits(market, one.flows)


def _carrying(market: Market, flows: Mapping[str, float]) -> float:
    return sum(
        flows[route.name] * (route.unexplained + sum(fee.amount * (1 - fee.margin) for fee in route.fees))
        for route in market.routes
    )


def _habits(market: Market, flows: Mapping[str, float]) -> float:
    off = zip(market.habits, used_to(market, flows), strict=True)
    return sum(habit.stiffness * one**2 / 2 for habit, one in off)


def _worth(curve: Curve | None, quantity: float) -> float:
    """The area under a curve, from the same end at every quantity: at nothing too, so that a change is a change."""
    return curve.area(max(quantity, 0.0)) if curve is not None else 0.0


def _change(before: Mapping[str, float], after: Mapping[str, float]) -> dict[str, float]:
    return {name: after.get(name, 0.0) - before.get(name, 0.0) for name in dict.fromkeys((*before, *after))}
