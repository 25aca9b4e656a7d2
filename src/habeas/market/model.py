"""A market as data: regions that produce and consume, routes between them, gates that routes share.

Tonnes are millions a year, amounts of money dollars a tonne. Everything is checked when a market is made: whoever has
one has a market that can be solved, unless nothing can reach somewhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import inf, isnan

from .curve import Curve, slopes_up

Lane = tuple[str, str]  # from which region to which


class MarketError(ValueError):
    """A market that is none: a name twice, a name that nobody has, an amount that cannot be."""


@dataclass(frozen=True, slots=True)
class Region:
    """A region, what it supplies and demands at a price; a region with neither is passed through."""

    name: str
    supply: Curve | None = None
    demand: Curve | None = None


@dataclass(frozen=True, slots=True)
class Fee:
    """What is paid for each tonne on a route, to whom, and which share of it is not cost (`margin`, 0 to 1).

    A tariff is a fee that is all margin.
    """

    what: str
    payee: str
    amount: float
    margin: float = 0.0


@dataclass(frozen=True, slots=True)
class Wedge:
    """What a measure puts between the price a buyer's region pays and what the seller gets, for each tonne.

    `keepers` are those of whom nobody can say which of them keeps it.
    """

    what: str
    amount: float
    keepers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """A port, a line of rail, a quota: what routes share. `capacity` in millions of tonnes a year; inf: no limit.

    What a full gate makes scarce has a rent; `keepers` are those who may keep it.
    """

    name: str
    capacity: float = inf
    keepers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """A way from one region to another, through gates, for fees. `unexplained` is what calibration had to add (or,
    below 0, take off) for each tonne so that the base year comes out; it is a cost that nobody is known to be paid.
    """

    name: str
    origin: str
    destination: str
    fees: tuple[Fee, ...] = ()
    gates: tuple[str, ...] = ()
    wedges: tuple[Wedge, ...] = ()
    unexplained: float = 0.0
    closed: bool = False
    cost: float = field(init=False)  # everything between the prices at its two ends, where no gate is full

    def __post_init__(self) -> None:
        paid = sum([fee.amount for fee in self.fees]) + sum([wedge.amount for wedge in self.wedges])
        object.__setattr__(self, "cost", self.unexplained + paid)

    @property
    def lane(self) -> Lane:
        """From where to where, by whatever way."""
        return self.origin, self.destination


@dataclass(frozen=True, slots=True)
class Habit:
    """Buyers who do not change their supplier, or the way, for nothing. What comes by all of `routes` together, which
    end in one region, is worth `stiffness` dollars a tonne less for each million tonnes above `usual`, and as much
    more below.
    """

    routes: tuple[str, ...]
    usual: float
    stiffness: float


@dataclass(frozen=True, slots=True)
class Market:
    """Regions, routes, gates and habits. Raises MarketError."""

    regions: tuple[Region, ...]
    routes: tuple[Route, ...]
    gates: tuple[Gate, ...] = ()
    habits: tuple[Habit, ...] = ()

    def __post_init__(self) -> None:
        regions = _once("region", (one.name for one in self.regions))
        gates = _once("gate", (one.name for one in self.gates))
        _once("route", (one.name for one in self.routes))
        for region in self.regions:
            _check_curves(region)
        for gate in self.gates:
            if isnan(gate.capacity) or gate.capacity < 0:
                raise MarketError(f"gate {gate.name}: a capacity is 0 or more, not {gate.capacity:g}")
        for route in self.routes:
            _check_route(route, regions, gates)
        ends = {route.name: route.destination for route in self.routes}
        for habit in self.habits:
            if not 0 <= habit.stiffness < inf or not 0 <= habit.usual < inf:
                raise MarketError(f"a habit is 0 or more, not {habit.usual:g} and {habit.stiffness:g}")
            if len({ends.get(name) for name in habit.routes} - {None}) != 1 or not ends.keys() >= set(habit.routes):
                raise MarketError(
                    f"a habit is of routes that end in one region, not of {', '.join(habit.routes) or 'none'}"
                )


def through(gate: Gate, flows: Mapping[str, float], routes: tuple[Route, ...]) -> float:
    """Millions of tonnes that go through a gate."""
    return sum(flows[route.name] for route in routes if gate.name in route.gates)


def _once(what: str, names: Iterable[str]) -> frozenset[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen or not name:
            raise MarketError(f"every {what} needs a name of its own; look at “{name}”")
        seen.add(name)
    return frozenset(seen)


def _check_curves(region: Region) -> None:
    if region.supply is not None and not slopes_up(region.supply):
        raise MarketError(f"region {region.name}: supply rises with the price, this one falls")
    if region.demand is not None and slopes_up(region.demand):
        raise MarketError(f"region {region.name}: demand falls with the price, this one rises")


def _check_route(route: Route, regions: frozenset[str], gates: frozenset[str]) -> None:
    for end in route.lane:
        if end not in regions:
            raise MarketError(f"route {route.name}: no region is called “{end}”")
    if route.origin == route.destination:
        raise MarketError(f"route {route.name}: it begins and ends in {route.origin}; what stays there needs no route")
    for gate in route.gates:
        if gate not in gates:
            raise MarketError(f"route {route.name}: no gate is called “{gate}”")
    if not -inf < route.cost < inf:
        raise MarketError(f"route {route.name}: its cost is no number")
    for fee in route.fees:
        if not 0 <= fee.margin <= 1:
            raise MarketError(f"route {route.name}, {fee.what}: a margin is a share from 0 to 1, not {fee.margin:g}")
