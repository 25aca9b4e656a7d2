"""Markets to try things on: the printed example, a tiny one of salt in Zalesia, and small ones drawn at random."""

from random import Random

from habeas.market.calibrate import Base, Place, Way
from habeas.market.curve import Elastic, Straight
from habeas.market.model import Fee, Gate, Habit, Market, Region, Route

SALT = "salt"


def printed() -> Market:
    """DEMSLV14 of CompEcon (Miranda and Fackler 2002): three regions, straight curves, transport that is paid both
    ways.
    """
    supply, demand = ((9, 1), (3, 2), (18, 1)), ((42, -3), (54, -2), (51, -1))
    cost = {frozenset("12"): 3.0, frozenset("13"): 9.0, frozenset("23"): 3.0}
    regions = tuple(
        Region(str(number), Straight(*one), Straight(*other))
        for number, (one, other) in enumerate(zip(supply, demand, strict=True), 1)
    )
    routes = tuple(
        Route(f"{one} to {other}", one, other, (Fee("transport", "carriers", cost[frozenset((one, other))]),))
        for one in "123"
        for other in "123"
        if one != other
    )
    return Market(regions, routes)


def salt(port: float = 5.0) -> Base:
    """Salt of Zalesia: mined in the hills and on the coast, sold in the city and abroad, through a port and over a
    pass.
    """
    places = (
        Place("Hills", own_use=0.2, supply=0.3, demand=0.2, floor=8.0),
        Place("Coast", own_use=0.3, supply=0.4, demand=0.2),
        Place("City", price=60.0, demand=0.3),
        Place("Abroad", price=70.0, demand=0.5),
    )
    boat, cart, toll = (
        Fee("boat", "Boatmen", 6.0, 0.1),
        Fee("cart", "Carters", 9.0, 0.2),
        Fee("toll", "Pass", 12.0, 0.5),
    )
    ways = (
        Way(Route("Hills to City by port", "Hills", "City", (cart, boat), ("Port",)), 2.0),
        Way(Route("Hills to Abroad by port", "Hills", "Abroad", (cart, boat), ("Port",)), 1.0),
        Way(Route("Hills to City by pass", "Hills", "City", (cart, toll), ("Pass",)), 0.0),
        Way(Route("Hills to Abroad by pass", "Hills", "Abroad", (cart, toll), ("Pass",)), 0.0),
        Way(Route("Coast to City", "Coast", "City", (boat,)), 1.5),
        Way(Route("Coast to Abroad", "Coast", "Abroad", (boat,)), 2.5),
    )
    gates = (Gate("Port", port, ("Port",)), Gate("Pass", 0.6, ("Pass", "Mine of the Hills")))
    return Base(places, ways, gates, substitution=8.0)


def straight(seed: int) -> Market:
    """Two or three regions with straight curves, up to four routes and a gate."""
    chance = Random(seed)
    names = "ABC"[: chance.choice((2, 3))]
    regions = tuple(
        Region(
            name,
            Straight(chance.uniform(0, 30), chance.uniform(0.5, 3)),
            Straight(chance.uniform(35, 70), -chance.uniform(0.5, 3)),
        )
        for name in names
    )
    pairs = [(one, other) for one in names for other in names if one != other]
    some = chance.sample(pairs, min(len(pairs), chance.choice((2, 3, 4))))
    gates = (Gate("gate", chance.uniform(0.1, 5), ("carriers",)),) if chance.random() < 0.6 else ()
    routes = tuple(
        Route(
            f"{one}{other}",
            one,
            other,
            (Fee("transport", "carriers", chance.uniform(0.5, 10)),),
            ("gate",) if gates and chance.random() < 0.7 else (),
        )
        for one, other in some
    )
    return Market(regions, routes, gates)


def elastic(seed: int) -> Market:
    """Two or three regions with curves of constant elasticity, a few routes, gates and habits."""
    chance = Random(seed)
    names = "ABC"[: chance.choice((2, 3))]
    regions = tuple(
        Region(
            name,
            Elastic(
                chance.uniform(80, 150), chance.uniform(1, 6), chance.uniform(0.2, 1.2), chance.choice((0.0, 20.0))
            ),
            Elastic(chance.uniform(80, 200), chance.uniform(1, 6), -chance.uniform(0.2, 1.2)),
        )
        for name in names
    )
    pairs = [(one, other) for one in names for other in names if one != other]
    some = chance.sample(pairs, min(len(pairs), chance.choice((2, 3, 4))))
    gates = (Gate("gate", chance.uniform(0.1, 2), ("carriers",)),) if chance.random() < 0.6 else ()
    routes = tuple(
        Route(
            f"{one}{other}",
            one,
            other,
            (Fee("transport", "carriers", chance.uniform(1, 20)),),
            ("gate",) if gates and chance.random() < 0.7 else (),
        )
        for one, other in some
    )
    habits = tuple(
        Habit((f"{one}{other}",), chance.uniform(0, 1), chance.uniform(5, 50))
        for one, other in some
        if chance.random() < 0.5
    )
    return Market(regions, routes, gates, habits)
