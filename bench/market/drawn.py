"""Markets of any size, drawn from a seed: regions on a plane, routes that cost what they are long, gates that bind."""

from math import hypot
from random import Random

from habeas.market.curve import Elastic
from habeas.market.model import Fee, Gate, Habit, Market, Region, Route

GATES = 12


def drawn(regions: int, routes: int, seed: int = 7) -> Market:
    """A market of so many regions, half of them producers, and so many routes between them."""
    chance = Random(seed)
    place = [(chance.uniform(0, 100), chance.uniform(0, 100)) for _ in range(regions)]
    names = [f"region {number}" for number in range(regions)]
    some = tuple(
        Region(
            name,
            Elastic(chance.uniform(300, 500), chance.uniform(2, 15), chance.uniform(0.1, 0.5), 80.0)
            if number % 2 == 0
            else None,
            Elastic(chance.uniform(400, 700), chance.uniform(1, 8), -chance.uniform(0.1, 0.5)),
        )
        for number, name in enumerate(names)
    )
    gates = tuple(Gate(f"gate {number}", chance.uniform(0.5, 4), ("carriers",)) for number in range(GATES))
    pairs = [(one, other) for one in range(regions) for other in range(regions) if one != other]
    taken = chance.sample(pairs, routes)
    roads = tuple(
        Route(
            f"road {number}",
            names[one],
            names[other],
            (Fee("freight", "carriers", 5 + hypot(*(a - b for a, b in zip(place[one], place[other], strict=True)))),),
            (f"gate {chance.randrange(GATES)}",) if chance.random() < 0.3 else (),
        )
        for number, (one, other) in enumerate(taken)
    )
    habits = tuple(Habit((one.name,), chance.uniform(0, 1), chance.uniform(5, 60)) for one in roads)
    return Market(some, roads, gates, habits)
