"""From a described market and a value for each of its numbers to a market of numbers, with the measures of a day in it.

Every name of a number is replaced by its value, the base year calibrated (`base_of`), and then what the measures do is
done (`changed`). What else happened since the base year, the shocks, is the same in every scenario.
"""

from collections.abc import Collection
from dataclasses import replace
from math import inf

from .calibrate import Base, Place, Way
from .curve import Curve, Elastic
from .described import Change, Described, Effect, Flow, PlaceOf
from .model import Fee, Gate, Market, MarketError, Region, Route, Wedge
from .parameter import Values


def base_of(described: Described, values: Values) -> Base:
    """The base year at these values. Raises MarketError for a name that nothing has."""

    def value(name: str | None, without: float = 0.0) -> float:
        if name is None:
            return without
        if name not in values:
            raise MarketError(f"no number is called “{name}”")
        return values[name]

    def fee(name: str) -> Fee:
        one = described.fees[name]
        return Fee(one.name, one.payee, sum(value(each) for each in one.amount), value(one.margin))

    own = {one.origin: values[one.tonnes.name] for one in described.flows if one.way is None}
    places = [
        Place(
            one.name,
            own.get(one.name, 0.0),
            value(one.price) if one.price else None,
            value(one.supply),
            value(one.demand),
            value(one.floor),
        )
        for one in described.places
    ]
    made = {name: tuple(map(fee, way.fees)) for name, way in described.ways.items()}
    ways = [
        Way(
            Route(route_name(one), one.origin, one.destination, made[one.way], described.ways[one.way].gates),
            values[one.tonnes.name],
        )
        for one in described.flows
        if one.way is not None
    ]
    gates = [Gate(one.name, value(one.capacity, inf), one.keepers) for one in described.gates]
    return Base(places, ways, gates, value(described.substitution) if described.substitution else None)


def route_name(flow: Flow) -> str:
    """What the route of a flow is called."""
    return f"{flow.origin} to {flow.destination}, {flow.way}"


def changed(described: Described, calm: Market, values: Values, changes: Collection[Change]) -> Market:
    """The market of the base year with these changes made, and with the shocks that every scenario has."""
    shocks = {one.name: one for one in described.places}
    return replace(
        calm,
        regions=tuple(_shocked(one, shocks[one.name], values) for one in calm.regions),
        gates=tuple(_gate(one, values, changes) for one in calm.gates),
        routes=tuple(_route(one, values, changes) for one in calm.routes),
    )


def _shocked(region: Region, place: PlaceOf, values: Values) -> Region:
    if place.supply_shock is None and place.demand_shock is None:
        return region
    return replace(
        region,
        supply=_times(region.supply, values[place.supply_shock] if place.supply_shock else 1.0),
        demand=_times(region.demand, values[place.demand_shock] if place.demand_shock else 1.0),
    )


def _times(curve: Curve | None, by: float) -> Curve | None:
    return replace(curve, quantity=curve.quantity * by) if isinstance(curve, Elastic) else curve


def _gate(gate: Gate, values: Values, changes: Collection[Change]) -> Gate:
    of_it = [one for one in changes if one.gate == gate.name]
    if any(one.effect is Effect.closes_gate for one in of_it):
        return replace(gate, capacity=0.0)
    numbers = [values[one.number] for one in of_it if one.effect is Effect.capacity and one.number]
    return replace(gate, capacity=numbers[-1]) if numbers else gate


def _route(route: Route, values: Values, changes: Collection[Change]) -> Route:
    on_it = [one for one in changes if _is_on(one, route)]
    if not on_it:
        return route
    wedges = tuple(
        Wedge(one.number, values[one.number] * (values[one.share] if one.share else 1.0), one.keepers)
        for one in on_it
        if one.effect is Effect.wedge and one.number
    )
    closed = any(one.effect is Effect.closes_lane for one in on_it)
    return replace(route, wedges=(*route.wedges, *wedges), closed=route.closed or closed)


def _is_on(change: Change, route: Route) -> bool:
    return change.origin == route.origin and change.destination in (None, route.destination)
