"""The tables of an answer of a market, row by row in words, the same at every door.

Levels are those at the best values; what stands in brackets lies between the 5th and the 95th percentile of the draws.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from .market_words import dollars, points

if TYPE_CHECKING:
    from habeas.market.compared import Bar
    from habeas.market.described import Described, Produced
    from habeas.market.model import Market
    from habeas.market.outcome import Key

    from .market import BesidePrice, MarketAnswer
    from .market_rows import Sum

NOTHING = "nothing goes there"
DELIVERED = (
    "delivered is the netback and everything on the way, rents too: from what is paid if the buyers keep the wedges of "
    "measures to what is if others do; by what terms customs value is not known here"
)
Cells = tuple[str, ...]


def _ends(found: "MarketAnswer", key: "Key", places: int) -> str:
    spread = found.draws.spread(key)
    return f"{spread.low:,.{places}f} to {spread.high:,.{places}f}".replace("-", "−")


def _level(found: "MarketAnswer", key: "Key", places: int) -> str:
    return f"{found.best[key] + 0.0:,.{places}f}".replace("-", "−")


def _with_ends(found: "MarketAnswer", key: "Key", places: int) -> str:
    return f"{_level(found, key, places)} ({_ends(found, key, places)})"


def regions(found: "MarketAnswer") -> Iterator[Cells]:
    """Of each region what it sells before and after, and the price there; a producer's price is what it gets at home,
    its netback, before any rent.
    """
    for place in found.described.places:
        name, sells = place.name, ("supplied", place.name) in found.best
        sold = (_level(found, ("supplied_before", name), 1), _with_ends(found, ("supplied", name), 1)) if sells else ""
        price = _level(found, ("price_before", name), 0), _with_ends(found, ("price_after", name), 0)
        yield name, *(sold or ("", "")), *price


def lanes(found: "MarketAnswer") -> Iterator[Cells]:
    """Where the subject's tonnes go, and how many come there from everybody else, before and after."""
    for to, keys in lanes_of(found):
        yield to, *(_told(found, key, ends=key[0] in ("lane", "others")) for key in keys)


def lanes_of(found: "MarketAnswer") -> "Iterator[tuple[str, tuple[Key, ...]]]":
    """Each region to which something goes, and by what its four numbers are found: the subject's, and all others'."""
    subject = found.described.subject
    for place in found.described.places:
        mine, others = f"{subject} to {place.name}", place.name
        if ("others", others) in found.best:
            yield others, (("lane_before", mine), ("lane", mine), ("others_before", others), ("others", others))


def _told(found: "MarketAnswer", key: "Key", *, ends: bool) -> str:
    if key not in found.best:
        return "no way"
    return _with_ends(found, key, 1) if ends else _level(found, key, 1)


def gates(found: "MarketAnswer") -> Iterator[Cells]:
    """Of each gate the tonnes through it and its rent in dollars a tonne, before and after, and who may keep that."""
    for gate in found.described.gates:
        yield (
            gate.name,
            _level(found, ("through_before", gate.name), 1),
            _with_ends(found, ("through", gate.name), 1),
            _level(found, ("rent_a_tonne_before", gate.name), 0),
            _with_ends(found, ("rent_a_tonne", gate.name), 0),
            " or ".join(gate.keepers) or "it never has one",
        )


def a_tonne(found: "MarketAnswer") -> str:
    """What the subject's producers get more for a tonne, before any rent and with all that they may keep."""
    subject = found.described.subject
    bare, (low, high) = ("netback", subject), (("a_tonne_least", subject), ("a_tonne_most", subject))
    least, most = found.draws.spread(low), found.draws.spread(high)
    best = dollars(found.best[low]), dollars(found.best[high])
    between = best[0] if best[0] == best[1] else f"{best[0]} to {best[1]}"
    ends = f"({dollars(least.low)} to {dollars(most.high)})"
    spread = found.draws.spread(bare)
    return (
        f"{subject} gets for a tonne, in dollars: {dollars(found.best[bare])} before any rent "
        f"({dollars(spread.low)} to {dollars(spread.high)}); {between} {ends} from none to all of the rents that its "
        "producers may keep"
    )


def unexplained(market: "Market") -> Iterator[tuple[str, str]]:
    """By region of origin, what calibration had to put on each route, or (below 0) take off it, in dollars a tonne."""
    for origin, routes in left_over(market).items():
        yield origin, told_routes(routes)


def left_over(market: "Market") -> dict[str, dict[str, float]]:
    """The same as numbers, by region of origin and by route, where it is half a dollar or more."""
    by: dict[str, dict[str, float]] = {}
    for route in market.routes:
        if abs(route.unexplained) >= 0.5:
            way = f"to {route.destination}, {route.name.rpartition(', ')[2]}"
            by.setdefault(route.origin, {})[way] = route.unexplained
    return by


def told_routes(routes: Mapping[str, float]) -> str:
    """Routes with their dollars, in words."""
    return "; ".join(f"{way}: {dollars(left)}" for way, left in routes.items())


def prices_paid(found: "MarketAnswer") -> Iterator[Cells]:
    """What was published of a price, the model's at the end of that lane, the seller's netback, and who says so."""
    for one in found.paid:
        paid = one.paid
        said = f"{paid.low:g}" if paid.low == paid.high else f"{paid.low:g} to {paid.high:g}"
        netback = f"{one.netback:,.0f} ({one.in_draws.low:,.0f} to {one.in_draws.high:,.0f})"
        yield paid.what, said, delivered(one), netback, paid.source, paid.basis


def delivered(one: "BesidePrice") -> str:
    """What the model has at the end of a lane: at the best values, and in the draws in which something goes there."""
    if one.best is None or one.least is None or one.most is None:
        return NOTHING
    low, high = (f"{end:,.0f}" for end in one.best)
    best = low if low == high else f"{low} to {high}"
    return f"{best} ({one.least.low:,.0f} to {one.most.high:,.0f})"


def produced(described: "Described") -> Iterator[Cells]:
    """What was published of what each region produces, beside what the flows have, and why these are taken."""
    for one in described.produced:
        low, best, high = described.produces(one.region)
        yield one.region, f"{best:.1f} ({low:.1f} to {high:.1f})", vintages(one), one.chosen


def vintages(one: "Produced") -> str:
    """Each number with its speaker: in the market's own tonnes, and as it was told."""
    return "; ".join(f"{tonnes:.1f}, told as {told} ({who})" for who, tonnes, told in one.said)


def hangs_on(found: "MarketAnswer", most: int | None = None) -> tuple[Cells, list[Cells]]:
    """The head and the rows of what a result hangs on, the widest first, without those that move nothing: the price in
    percent, or, where something is eased, what that is worth to the subject's producers.
    """
    head = ("number", "at its low end", "at its high end")
    if len(found.bars) == 1:
        every: list[Cells] = [(bar.name, _percent(bar.at_low), _percent(bar.at_high)) for bar in found.bars[0]]
    else:
        every = [(least.name, *_worths(least, other)) for least, other in zip(*found.bars, strict=True)]
    return head, [one for one in every if one[1] != one[2]][:most]


def still(found: "MarketAnswer") -> str:
    """How many of the numbers move the result by nothing that shows; empty where all do."""
    count = len(found.bars[0]) - len(hangs_on(found)[1])
    return f"{count} others move it by nothing that shows" if count else ""


def _percent(value: float | None) -> str:
    return points(value) if value is not None else "no equilibrium"


def _worths(least: "Bar", most: "Bar") -> Iterator[str]:
    for low, high in ((least.at_low, most.at_low), (least.at_high, most.at_high)):
        yield worth_between(low, high) if low is not None and high is not None else "no equilibrium"


def worth_between(low: float, high: float) -> str:
    """Millions of dollars, from the least to the most that there is by who keeps the rents."""
    return dollars(low) if dollars(low) == dollars(high) else f"{dollars(low)} to {dollars(high)}"


def adds_up(sums: "Sum") -> str:
    """That the rows that add up come to the change in total surplus, and by how much they do not."""
    return (
        f"the rows but the last come to {dollars(sums.paid)} million at the best values, and what is done to "
        f"{dollars(sums.done)}: they differ by {_small(sums.share)} of it, and by {_small(sums.widest)} at most in the "
        f"draws; more than {sums.allowed:.1%} is refused"
    )


def _small(share: float) -> str:
    return f"{share:.4%}" if share >= 1e-6 else "less than 0.0001%"


def alone(found: "MarketAnswer") -> tuple[Cells, list[Cells]]:
    """The head and the rows of each measure by itself and left out, at the best values."""
    subject = found.described.subject
    head: Cells = ("measure", "if it alone differed", "if all but it did")
    if not found.asked.eased:
        return head, [(": ".join(one.measure), points(one.alone), points(one.without)) for one in found.alone]
    worth = (*head, f"{subject} takes in, it alone", f"{subject} takes in, all but it")
    return worth, [
        (
            ": ".join(one.measure),
            points(one.alone),
            points(one.without),
            worth_between(*one.worth_alone),
            worth_between(*one.worth_without),
        )
        for one in found.alone
    ]
