"""Two scenarios of one market side by side: once at the best values, in many draws, and with one number at its ends.

Each draw chooses all numbers at once and solves both scenarios with them; what comes out is given by its middle and by
where the middle nine tenths of the draws lie. Draws can be weighed by how near they come to what was published.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import exp, isfinite

from .accounts import Accounts, AccountsError, accounts
from .calibrate import calibrate
from .curve import CurveError
from .described import Change, Described, Effect, Seen, groups
from .equilibrium import Equilibrium, NoEquilibriumError, equilibrium
from .model import MarketError, through
from .parameter import Values, best, between, drawn, one_at_its_ends
from .scenario import base_of, changed

Key = tuple[str, str]  # what a number is of, and of whom
Outcome = Mapping[Key, float]
UNSOLVED = (MarketError, CurveError, NoEquilibriumError, AccountsError)  # why numbers have no comparison
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


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of the draws, and between what the middle nine tenths of them lie."""

    low: float
    middle: float
    high: float

    @property
    def ends(self) -> tuple[float, float, float]:
        """The lower end, the middle, the upper end."""
        return self.low, self.middle, self.high


@dataclass(frozen=True, slots=True)
class Draws:
    """What came of the draws: every outcome of each, its weight by what was published, and how many had no equilibrium.

    `weights` is None where nothing that was published weighs. `why` is what the first that failed said.
    """

    outcomes: tuple[Outcome, ...]
    weights: tuple[float, ...] | None
    failed: int
    why: str

    def spread(self, key: Key, *, weighed: bool = False) -> Spread:
        """Where an outcome lies; `weighed`: by what was published."""
        return Spread(*between([one[key] for one in self.outcomes], self.weights if weighed else None))

    def share(self, sign: str) -> float:
        """In which share of the draws a sign holds."""
        return sum(one["sign", sign] for one in self.outcomes) / len(self.outcomes)

    @property
    def effective(self) -> float:
        """As many draws of equal weight as the weighed ones are worth."""
        if self.weights is None:
            return float(len(self.outcomes))
        return sum(self.weights) ** 2 / sum(one * one for one in self.weights)


def compare(described: Described, values: Values, before: Collection[Change], after: Collection[Change]) -> Compared:
    """Both scenarios at these values. Raises MarketError, CurveError, NoEquilibriumError, AccountsError."""
    calm = calibrate(base_of(described, values))
    one = equilibrium(changed(described, calm, values, before))
    other = equilibrium(changed(described, calm, values, after))
    return Compared(one, other, accounts(one, other), eases=_eases(before, after))


def _eases(before: Collection[Change], after: Collection[Change]) -> bool:
    """Whether of what is done to the market before, a part is done after, and no more."""
    then, now = ([one for one in some if one.effect is not Effect.none] for some in (before, after))
    return len(now) < len(then) and all(one in then for one in now)


def draws(
    described: Described,
    before: Collection[Change],
    after: Collection[Change],
    seen: Sequence[Seen],
    count: int,
    seed: int,
) -> Draws:
    """The outcomes of `count` draws; those without an equilibrium are counted and left out.

    Raises NoEquilibriumError where more than one in twenty have none: what is left would not speak for the ranges.
    """
    found: list[Outcome] = []
    weights: list[float] = []
    failed, why = 0, ""
    for values in drawn(described.ranges, count, seed):
        try:
            one = compare(described, values, before, after)
        except UNSOLVED as error:
            failed, why = failed + 1, why or str(error)
            continue
        found.append(outcome(described, one) | {("seen", each.what): modelled(one.after, each) for each in seen})
        weights.append(weight(one.after, seen))
    if failed * 20 > count or not found:
        raise NoEquilibriumError(f"{failed} of {count} draws have no equilibrium; the first: {why}")
    weigh = any(one.spread is not None for one in seen) and sum(weights) > 0
    return Draws(tuple(found), tuple(weights) if weigh else None, failed, why)


def outcome(described: Described, one: Compared) -> dict[Key, float]:
    """Everything that is told of a comparison, in the units of the market: tonnes in millions, dollars in millions."""
    before, after, sums = one.before, one.after, one.accounts
    found: dict[Key, float] = {("total", ""): sums.total}
    for name, price in after.prices.items():
        found["price", name] = price - before.prices[name]
        found["price_percent", name] = 100 * (price / before.prices[name] - 1)
    for producer in sums.producers:
        found["supplied", producer.region] = after.supplied[producer.region]
        found["tonnes", producer.region] = producer.tonnes
        found["netback", producer.region] = producer.netback
        found["revenue", producer.region] = producer.revenue
        found["surplus", producer.region] = producer.surplus
    found |= {("buyers", name): change for name, change in sums.buyers.items()}
    found |= {("transit", name): change for name, change in sums.transit.items()}
    found |= {("carried", name): change for name, change in sums.carried.items()}
    for rent in sums.rents:
        found["rent", rent.what] = rent.change
        for keeper in rent.keepers:
            found["keeps_least", keeper], found["keeps_most", keeper] = sums.of(keeper)
    for gate in after.market.gates:
        found["through", gate.name] = through(gate, after.flows, after.market.routes)
        found["through_before", gate.name] = through(gate, before.flows, before.market.routes)
        found["rent_a_tonne", gate.name] = after.rents[gate.name]
    return found | {("sign", name): float(holds) for name, holds in signs(described, one).items()}


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
    way, less, more, lower = (-1, "more", "less", "lower") if one.eases else (1, "less", "more", "higher")
    return {
        f"{subject} sells {less}": -way * sold > TONNES,
        f"{subject} sells as much as before": abs(sold) <= TONNES,
        f"{subject} gets {less} for a tonne": -way * change[subject] > DOLLARS,
        f"{subject} gets as much for a tonne as before": abs(change[subject]) <= DOLLARS,
        f"the price in {described.reference} is {lower}": way * change[described.reference] > DOLLARS,
        f"the price in {described.reference} is as before": abs(change[described.reference]) <= DOLLARS,
        f"every other producer gets {more} for a tonne": all(way * change[name] > DOLLARS for name in others),
        "a gate is full": bool(full),
        "every full gate has a rent": all(after.rents[one] > 0 for one in full),
    }


def weight(after: Equilibrium, seen: Sequence[Seen]) -> float:
    """How near a scenario comes to what was published: 1 where it is within every number, less by its distance."""
    off = 0.0
    for one in seen:
        if one.spread is not None:
            off += (distance(after, one) / one.spread) ** 2
    return exp(-off / 2)


def distance(after: Equilibrium, seen: Seen) -> float:
    """How far above (below 0: under) what was published a scenario is, in millions of tonnes; 0 within it."""
    here = modelled(after, seen)
    if here < seen.low:
        return here - seen.low
    return max(here - seen.high, 0.0) if seen.high is not None else 0.0


def modelled(after: Equilibrium, seen: Seen) -> float:
    """What a scenario has for a number that was published, in millions of tonnes."""
    if seen.lane is not None:
        return sum(after.flows[route.name] for route in after.market.routes if route.lane == seen.lane)
    gate = next(one for one in after.market.gates if one.name == seen.gate)
    return through(gate, after.flows, after.market.routes)


@dataclass(frozen=True, slots=True)
class Bar:
    """What a result is with one number, or a group, at its low and at its high end; None: no equilibrium there."""

    name: str
    at_low: float | None
    at_high: float | None

    @property
    def width(self) -> float:
        """How far the two are apart; where one is missing, nothing is known."""
        return abs(self.at_high - self.at_low) if self.at_low is not None and self.at_high is not None else 0.0


def tornado(described: Described, before: Collection[Change], after: Collection[Change], key: Key) -> tuple[Bar, ...]:
    """What an outcome hangs on: every number at its ends, the others at their best, the widest first."""
    bars = []
    for name, group in groups(described).items():
        ends = [
            _outcome_of(described, values, before, after, key) for values in one_at_its_ends(described.ranges, group)
        ]
        bars.append(Bar(name, *ends))
    return tuple(sorted(bars, key=lambda bar: -bar.width))


def central(described: Described, before: Collection[Change], after: Collection[Change]) -> Compared:
    """The comparison with every number at its best value."""
    return compare(described, best(described.ranges), before, after)


def _outcome_of(
    described: Described, values: Values, before: Collection[Change], after: Collection[Change], key: Key
) -> float | None:
    try:
        return outcome(described, compare(described, values, before, after))[key]
    except UNSOLVED:
        return None
