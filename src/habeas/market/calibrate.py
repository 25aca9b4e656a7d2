"""From the flows, prices and fees of a base year to a market in which exactly these flows are the equilibrium.

What is known of a base year never fits together by itself: the prices of two regions differ by more or less than the
fees between them. The difference is kept on each route as `unexplained`, to be read, and held constant in every
scenario. What a region demands and supplies in the base year is what its flows and its own use come to.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from .curve import Elastic
from .model import Gate, Habit, Lane, Market, MarketError, Region, Route

EASIER = 10  # how many times more easily buyers change the way than the supplier


@dataclass(frozen=True, slots=True)
class Place:
    """A region in the base year. `own_use`: what it produces and uses itself, in millions of tonnes.

    `price`: dollars a tonne there; None: what its routes leave of the prices where they end, the mean by tonnes.
    `supply` is the elasticity of its supply, `demand` that of its demand (above 0; it is taken for a fall). Nothing is
    supplied below `floor` dollars a tonne.
    """

    name: str
    own_use: float = 0.0
    price: float | None = None
    supply: float = 0.0
    demand: float = 0.0
    floor: float = 0.0


@dataclass(frozen=True, slots=True)
class Way:
    """A route and what went by it in the base year, in millions of tonnes; 0: it was there and not used."""

    route: Route
    tonnes: float


@dataclass(frozen=True, slots=True)
class Base:
    """A base year. `substitution`: by how many percent a lane's tonnes fall where they alone become one percent dearer
    than the others; None: buyers have no habits.
    """

    places: Sequence[Place]
    ways: Sequence[Way]
    gates: Sequence[Gate] = ()
    substitution: float | None = None


def calibrate(base: Base) -> Market:
    """The market whose equilibrium is the base year. Raises MarketError where it cannot be one.

    A way that was not used must not have been the cheaper one of its lane; in a lane where nothing went, what held it
    back is put on it as `unexplained`.
    """
    prices = _prices(base)
    for gate in base.gates:
        used = sum(way.tonnes for way in base.ways if gate.name in way.route.gates)
        if used > gate.capacity:
            raise MarketError(
                f"gate {gate.name}: {used:g} went through it in the base year, more than {gate.capacity:g}"
            )
    if base.substitution is not None and base.substitution <= 0:
        raise MarketError(f"a substitution is above 0, not {base.substitution:g}")
    went = _sums((way.route.origin, way.tonnes) for way in base.ways)
    came = _sums((way.route.destination, way.tonnes) for way in base.ways)
    regions = tuple(
        _region(place, went.get(place.name, 0.0), came.get(place.name, 0.0), prices[place.name])
        for place in base.places
    )
    routes = tuple(replace(way.route, unexplained=_unexplained(way, base, prices)) for way in base.ways)
    habits = tuple(_habits(base, prices, base.substitution)) if base.substitution is not None else ()
    return Market(regions, routes, tuple(base.gates), habits)


def _prices(base: Base) -> dict[str, float]:
    known = {place.name: place.price for place in base.places if place.price is not None}
    found, used = dict(known), [way for way in base.ways if way.tonnes > 0]
    for place in base.places:
        if place.price is None:
            out = [way for way in used if way.route.origin == place.name]
            if not out or any(way.route.destination not in known for way in out):
                raise MarketError(
                    f"region {place.name}: it needs a price, or routes that were used, to regions with one"
                )
            tonnes = sum(way.tonnes for way in out)
            worth = sum(way.tonnes * (known[way.route.destination] - way.route.cost) for way in out)
            found[place.name] = worth / tonnes
    for name, price in found.items():
        if price <= 0:
            raise MarketError(f"region {name}: its price in the base year comes to {price:g}: its routes cost too much")
    return found


def _sums(some: Iterable[tuple[str, float]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, tonnes in some:
        found[name] = found.get(name, 0.0) + tonnes
    return found


def _region(place: Place, went: float, came: float, price: float) -> Region:
    supplied, demanded = went + place.own_use, came + place.own_use
    for side, quantity, elasticity in (("supplies", supplied, place.supply), ("demands", demanded, place.demand)):
        if quantity <= 0 or elasticity > 0:
            continue
        raise MarketError(
            f"region {place.name}: it {side} in the base year, and no elasticity above 0 is given for that"
        )
    supply = Elastic(price, supplied, place.supply, place.floor) if supplied > 0 else None
    demand = Elastic(price, demanded, -place.demand) if demanded > 0 else None
    return Region(place.name, supply, demand)


def _unexplained(way: Way, base: Base, prices: Mapping[str, float]) -> float:
    own = _gap(way, prices)
    if way.tonnes > 0:
        return own
    used = [one for one in base.ways if one.route.lane == way.route.lane and one.tonnes > 0]
    if not used:
        return max(own, 0.0)
    beside = _mean((one.tonnes, _gap(one, prices)) for one in used)
    if beside < own:
        raise MarketError(
            f"route {way.route.name}: it was not used in the base year and would have been {own - beside:.2f} dollars "
            "a tonne cheaper than the way that was"
        )
    return beside


def _gap(way: Way, prices: Mapping[str, float]) -> float:
    """What lies between the two prices beyond what is known to be paid."""
    return prices[way.route.destination] - prices[way.route.origin] - way.route.cost


def _mean(weighted: Iterable[tuple[float, float]]) -> float:
    some = list(weighted)
    return sum(weight * value for weight, value in some) / sum(weight for weight, _ in some)


def _habits(base: Base, prices: Mapping[str, float], substitution: float) -> Iterable[Habit]:
    """A lane is as stiff as its tonnes and the substitution make it; one where nothing went as the thinnest beside
    it.

    Ways of one lane that were used side by side have habits of their own: else nothing would say how much goes by
    which.
    """
    lanes: dict[Lane, list[Way]] = {}
    for way in base.ways:
        lanes.setdefault(way.route.lane, []).append(way)
    usual = {lane: sum(way.tonnes for way in ways) for lane, ways in lanes.items()}
    for lane, ways in lanes.items():
        beside = [tonnes for (_, to), tonnes in usual.items() if to == lane[1] and tonnes > 0]
        thinnest = usual[lane] or min(beside, default=0.0)
        if thinnest:
            price = prices[lane[1]] / substitution
            yield Habit(tuple(way.route.name for way in ways), usual[lane], price / thinnest)
            used = [way for way in ways if way.tonnes > 0]
            for way in used if len(used) > 1 else ():
                yield Habit((way.route.name,), way.tonnes, price / (EASIER * way.tonnes))
