"""Two scenarios of one market side by side: once at the best values, in many draws, and with one number at its ends.

Each draw chooses all numbers at once and solves both scenarios with them; what comes out is given by its middle and by
where the middle nine tenths of the draws lie. Draws can be weighed by how near they come to what was published.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from .accounts import AccountsError, accounts
from .calibrate import calibrate
from .curve import CurveError
from .described import Change, Described, Effect, Paid, Seen, groups
from .equilibrium import Equilibrium, NoEquilibriumError, equilibrium
from .model import MarketError
from .outcome import Compared, Key, Outcome, delivered, modelled, outcome
from .parameter import Values, best, between, drawn, one_at_its_ends
from .scenario import base_of, changed

UNSOLVED = (MarketError, CurveError, NoEquilibriumError, AccountsError)  # why numbers have no comparison


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
        """Where an outcome lies, of the draws that have it; `weighed`: by what was published. KeyError: none
        has it.
        """
        have = [(one[key], number) for number, one in enumerate(self.outcomes) if key in one]
        if not have:
            raise KeyError(key)
        weights = [self.weights[number] for _, number in have] if weighed and self.weights else None
        return Spread(*between([value for value, _ in have], weights))

    def having(self, key: Key) -> int:
        """How many of the draws have an outcome."""
        return sum(key in one for one in self.outcomes)

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
    if not all(one in then or any(_milder(one, other) for other in then) for one in now):
        return False
    return len(now) < len(then) or any(one not in then for one in now)


def _milder(one: Change, other: Change) -> bool:
    """Whether one is the wedge of the other, less the share that a licence takes off it."""
    same = (one.number, one.origin, one.destination) == (other.number, other.origin, other.destination)
    return same and one.effect is other.effect is Effect.wedge and one.share is not None and other.share is None


def draws(
    described: Described,
    before: Collection[Change],
    after: Collection[Change],
    seen: Sequence[Seen],
    count: int,
    seed: int,
    paid: Sequence[Paid] = (),
) -> Draws:
    """The outcomes of `count` draws; those without an equilibrium are counted and left out. `seen` and `paid` are what
    was published of the later day's year.

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
        beside = {("seen", each.what): modelled(one.after, each) for each in seen}
        found.append(outcome(described, one) | beside | prices_paid(one, paid))
        weights.append(weight(one.after, seen))
    if failed * 20 > count or not found:
        raise NoEquilibriumError(f"{failed} of {count} draws have no equilibrium; the first: {why}")
    weigh = any(one.spread is not None for one in seen) and sum(weights) > 0
    return Draws(tuple(found), tuple(weights) if weigh else None, failed, why)


def prices_paid(one: Compared, paid: Sequence[Paid]) -> dict[Key, float]:
    """What a tonne costs at the end of each lane of which a price was published; nothing, where nothing goes."""
    found: dict[Key, float] = {}
    for each in paid:
        ends = delivered(one.after, each)
        if ends is not None:
            found["delivered_least", each.what], found["delivered_most", each.what] = ends
    return found


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


def tornado(
    described: Described, before: Collection[Change], after: Collection[Change], keys: Sequence[Key]
) -> Mapping[Key, tuple[Bar, ...]]:
    """What outcomes hang on: every number at its ends, the others at their best; the widest of the last key first."""
    ends = {
        name: [_outcome_of(described, values, before, after) for values in one_at_its_ends(described.ranges, group)]
        for name, group in groups(described).items()
    }
    bars = {
        key: {name: Bar(name, *(one[key] if one else None for one in both)) for name, both in ends.items()}
        for key in keys
    }
    order = sorted(ends, key=lambda name: -bars[keys[-1]][name].width)
    return {key: tuple(some[name] for name in order) for key, some in bars.items()}


def central(described: Described, before: Collection[Change], after: Collection[Change]) -> Compared:
    """The comparison with every number at its best value."""
    return compare(described, best(described.ranges), before, after)


def _outcome_of(
    described: Described, values: Values, before: Collection[Change], after: Collection[Change]
) -> Outcome | None:
    try:
        return outcome(described, compare(described, values, before, after))
    except UNSOLVED:
        return None
