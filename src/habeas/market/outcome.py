"""What comes of a comparison, number by number, each under a key: of what it is, and of whom.

Tonnes are in millions, money in millions of dollars a year, prices and rents in dollars a tonne. Where nobody can say
who keeps a rent, two keys end in `_least` and `_most`: the least and the most that a party has of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from .accounts import Accounts, kept
from .certificate import used_to
from .described import Described, Paid, PlaceOf, Seen
from .equilibrium import Equilibrium
from .model import through

Key = tuple[str, str]  # what a number is of, and of whom
Outcome = Mapping[Key, float]
TONNES = 1e-5  # millions of tonnes, and
DOLLARS = 1e-3  # dollars a tonne, up to which nothing moved: ten times what a certificate lets pass
FULL = 1e-6  # millions of tonnes short of its capacity, within which a gate is full


@dataclass(frozen=True, slots=True)
class Compared:
    """The equilibria before and after, and what lies between them; `eases`: less is done to the market after, and
    nothing else.
    """

    before: Equilibrium
    after: Equilibrium
    accounts: Accounts
    eases: bool = False


def outcome(described: Described, one: Compared) -> dict[Key, float]:
    """Everything that is told of a comparison."""
    before, after, sums = one.before, one.after, one.accounts
    found: dict[Key, float] = {("total", ""): sums.total, ("paid", ""): sums.paid}
    for name, price in after.prices.items():
        found["price_before", name], found["price_after", name] = before.prices[name], price
        found["price", name] = price - before.prices[name]
        found["price_percent", name] = 100 * (price / before.prices[name] - 1)
    for producer in sums.producers:
        found["supplied_before", producer.region] = before.supplied[producer.region]
        found["supplied", producer.region] = after.supplied[producer.region]
        found["tonnes", producer.region] = producer.tonnes
        found["netback", producer.region] = producer.netback
        found["revenue", producer.region] = producer.revenue
        found["surplus", producer.region] = producer.surplus
    found |= {("buyers", name): change for name, change in sums.buyers.items()}
    found |= {("transit", name): change for name, change in sums.transit.items()}
    found |= {("carried", name): change for name, change in sums.carried.items()}
    for rent in sums.rents:
        found["rent", rent.what] = found.get(("rent", rent.what), 0.0) + rent.change
    for keeper in dict.fromkeys(keeper for rent in sums.rents for keeper in rent.keepers):
        found["keeps_least", keeper], found["keeps_most", keeper] = sums.of({keeper})
    found |= _of_states(described, one) | _of_lanes(described, one)
    for gate in after.market.gates:
        found["through", gate.name] = through(gate, after.flows, after.market.routes)
        found["through_before", gate.name] = through(gate, before.flows, before.market.routes)
        found["rent_a_tonne", gate.name] = after.rents[gate.name]
        found["rent_a_tonne_before", gate.name] = before.rents[gate.name]
    return found | {("sign", name): float(holds) for name, holds in signs(described, one).items()}


def _of_states(described: Described, one: Compared) -> dict[Key, float]:
    """What a region's producers take in with the rents that they may keep, in all and for a tonne; and what is a
    State's in all.
    """
    sums, found = one.accounts, dict[Key, float]()
    made = {producer.region: producer for producer in sums.producers}
    for place in described.places:
        if place.name not in made:
            continue
        revenue, netback = made[place.name].revenue, made[place.name].netback
        least, most = sums.of(_own(place)) if place.producers else (0.0, 0.0)
        found["takings_least", place.name], found["takings_most", place.name] = revenue + least, revenue + most
        with_rents = _a_tonne(place, one.after) - _a_tonne(place, one.before) if place.producers else netback
        found["a_tonne_least", place.name] = min(netback, with_rents)
        found["a_tonne_most", place.name] = max(netback, with_rents)
    places = {place.name: place for place in described.places}
    for state in described.states:
        region = state.region or ""
        own = set(state.parties) | (_own(places[region]) if region else set())
        least, most = sums.of(own)
        surplus = made[region].surplus if region in made else 0.0
        sure = surplus + sums.buyers.get(region, 0.0)
        found["state_least", state.name], found["state_most", state.name] = sure + least, sure + most
    return found


def _own(place: PlaceOf) -> set[str]:
    return {place.producers} if place.producers else set()


def _a_tonne(place: PlaceOf, one: Equilibrium) -> float:
    """What a region's producers get for a tonne if they keep every rent that they may."""
    tonnes = one.supplied[place.name]
    rents = sum(amount for (_, keepers), amount in kept(one).items() if place.producers in keepers)
    return one.prices[place.name] + (rents / tonnes if tonnes > TONNES else 0.0)


def _of_lanes(described: Described, one: Compared) -> dict[Key, float]:
    """What goes from where to where, and to a region from all but the subject; before, and after."""
    found: dict[Key, float] = {}
    for ending, scenario in (("_before", one.before), ("", one.after)):
        for route in scenario.market.routes:
            flow, lane = scenario.flows[route.name], lane_name(route.lane)
            found["flow" + ending, route.name] = flow
            found["lane" + ending, lane] = found.get(("lane" + ending, lane), 0.0) + flow
            others = ("others" + ending, route.destination)
            found[others] = found.get(others, 0.0) + (flow if route.origin != described.subject else 0.0)
    return found


def lane_name(lane: tuple[str, str]) -> str:
    """What a lane is called, by whatever way."""
    return f"{lane[0]} to {lane[1]}"


def signs(described: Described, one: Compared) -> dict[str, bool]:
    """What one would expect of measures against a producer, or of their end, and whether it is so; and whether nothing
    moved, beyond what a solver leaves.
    """
    subject, before, after = described.subject, one.before, one.after
    others = [one.name for one in after.market.regions if one.supply is not None and one.name != subject]
    full = [
        gate.name
        for gate in after.market.gates
        if isfinite(gate.capacity)
        and gate.capacity > 0
        and through(gate, after.flows, after.market.routes) > gate.capacity - FULL
    ]
    sold = after.supplied[subject] - before.supplied[subject]
    change = {name: price - before.prices[name] for name, price in after.prices.items()}
    place = next(one for one in described.places if one.name == subject)
    with_rents = _a_tonne(place, after) - _a_tonne(place, before)
    way, less, more, lower = (-1, "more", "less", "lower") if one.eases else (1, "less", "more", "higher")
    return {
        f"{subject} sells {less}": -way * sold > TONNES,
        f"{subject} sells as much as before": abs(sold) <= TONNES,
        f"{subject} gets {less} for a tonne, before any rent": -way * change[subject] > DOLLARS,
        f"{subject} gets as much for a tonne as before": abs(change[subject]) <= DOLLARS,
        f"{subject} gets {less} for a tonne, with every rent that its producers may keep": -way * with_rents > DOLLARS,
        f"the price in {described.reference} is {lower}": way * change[described.reference] > DOLLARS,
        f"the price in {described.reference} is as before": abs(change[described.reference]) <= DOLLARS,
        f"every other producer gets {more} for a tonne": all(way * change[name] > DOLLARS for name in others),
        "a gate is full": bool(full),
        "every full gate has a rent": all(after.rents[one] > 0 for one in full),
    }


def modelled(after: Equilibrium, seen: Seen) -> float:
    """What a scenario has for a number that was published, in millions of tonnes."""
    if seen.lane is not None:
        return sum(after.flows[route.name] for route in after.market.routes if route.lane == seen.lane)
    gate = next(one for one in after.market.gates if one.name == seen.gate)
    return through(gate, after.flows, after.market.routes)


def delivered(after: Equilibrium, paid: Paid) -> tuple[float, float] | None:
    """What a tonne costs its buyers at the end of a lane, in dollars: if they keep the wedges of measures on it, and if
    others do. None: nothing goes there.

    It is the price in that region, less what buyers who are not used to so much of it want off, which is the netback
    and everything on the way, rents included.
    """
    used = [one for one in after.market.routes if one.lane == paid.lane and after.flows[one.name] > TONNES]
    tonnes = sum(after.flows[one.name] for one in used)
    if not used:
        return None
    off = dict.fromkeys((one.name for one in used), 0.0)
    for habit, beyond in zip(after.market.habits, used_to(after.market, after.flows), strict=True):
        for name in off.keys() & set(habit.routes):
            off[name] += habit.stiffness * beyond
    price = after.prices[paid.lane[1]]
    most = sum(after.flows[one.name] * (price - off[one.name]) for one in used) / tonnes
    wedges = sum(after.flows[one.name] * sum(wedge.amount for wedge in one.wedges) for one in used) / tonnes
    return most - wedges, most
