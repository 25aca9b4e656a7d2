"""Who gains and who loses, row by row: in millions of dollars a year, as an interval, and why it is one.

A row whose middle is None is of somebody who may keep a rent that nobody can attribute: from the least that is left to
them by who keeps it, to the most.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from habeas.market.accounts import AGREES
from habeas.market.compared import Spread
from habeas.market.outcome import Key

from .market import MarketAnswer


class Sort(StrEnum):
    """What a row is of."""

    producers = "producers"
    buyers = "buyers"
    margin = "margin"
    rent = "rent"
    total = "total"
    state = "state"
    takings = "takings"
    revenue = "revenue"
    transit = "transit"
    keeper = "keeper"


MEANING = {
    Sort.producers: "what producers have left after cost",
    Sort.buyers: "consumer surplus",
    Sort.margin: "margin on carrying",
    Sort.rent: "rent or wedge, whoever keeps it",
    Sort.total: "everybody together",
    Sort.state: "all that is its own, with the rents that it may keep",
    Sort.takings: "netback times volume, with the rents that its producers may keep",
    Sort.revenue: "netback times volume",
    Sort.transit: "what is paid for carrying",
    Sort.keeper: "margin on carrying, and rents that it may keep",
}
NOTHING = 1e-6  # millions of dollars, up to which nobody is touched
ADDS = frozenset({Sort.producers, Sort.buyers, Sort.margin, Sort.rent})  # together they come to the total


@dataclass(frozen=True, slots=True)
class Row:
    """A party, what of it, and where the change lies: at the best values (from, to), by the ranges alone, and weighed
    by what was published.
    """

    party: str
    sort: Sort
    best: tuple[float, float]
    prior: Spread
    weighed: Spread | None
    attributed: bool

    @property
    def adds(self) -> bool:
        """Whether it is one of the rows whose best values come to the change in total surplus."""
        return self.sort in ADDS

    @property
    def sign(self) -> str:
        """Whether it gains, loses, or that is not decided by nine tenths of the draws."""
        if self.prior.low > 0:
            return "gains"
        return "loses" if self.prior.high < 0 else "not decided"


@dataclass(frozen=True, slots=True)
class Sum:
    """What the rows that add up come to at the best values, what is done comes to, and by how much they differ;
    `widest`: the most that they differ by in any draw, as a share. More than `allowed`, and no account is given.
    """

    paid: float
    done: float
    widest: float
    allowed: float = AGREES

    @property
    def residual(self) -> float:
        """Who is paid, less what is done."""
        return self.paid - self.done

    @property
    def share(self) -> float:
        """How much that is of the sum."""
        return _share(self.paid, self.done)


def summed(found: MarketAnswer) -> Sum:
    """The two sums of the accounts."""
    paid, done = ("paid", ""), ("total", "")
    widest = max(_share(one[paid], one[done]) for one in found.draws.outcomes)
    return Sum(found.best[paid], found.best[done], widest)


def _share(paid: float, done: float) -> float:
    largest = max(abs(paid), abs(done))
    return abs(paid - done) / largest if largest > 0 else 0.0


def rows(found: MarketAnswer) -> Iterator[Row]:
    """The rows that add up and their sum; then each State, with what it may keep, and the same money by other names:
    what producers take in, what is paid for carrying, who may keep a rent. Those who are not touched are left out.
    """
    best, described = found.best, found.described
    regions = [one.name for one in described.places]
    payees = dict.fromkeys(one.payee for one in described.fees.values())
    keepers = dict.fromkeys((*payees, *(who for kind, who in best if kind == "keeps_least")))
    for region in regions:
        yield from _row(found, region, Sort.producers, ("surplus", region))
    for region in regions:
        yield from _row(found, region, Sort.buyers, ("buyers", region))
    for payee in payees:
        yield from _row(found, payee, Sort.margin, ("carried", payee))
    for rent in (of for kind, of in best if kind == "rent"):
        yield from _row(found, rent, Sort.rent, ("rent", rent))
    yield from _row(found, "everybody", Sort.total, ("total", ""))
    for state in described.states:
        yield from _between(found, state.name, Sort.state, "state")
    for place in described.places:
        yield from _row(found, place.name, Sort.revenue, ("revenue", place.name))
        if place.producers:
            yield from _between(found, place.name, Sort.takings, "takings")
    for payee in payees:
        yield from _row(found, payee, Sort.transit, ("transit", payee))
    for keeper in keepers:
        if ("keeps_least", keeper) in best:
            yield from _between(found, keeper, Sort.keeper, "keeps")


def _row(found: MarketAnswer, party: str, sort: Sort, key: Key) -> Iterator[Row]:
    if key not in found.best:
        return
    prior = found.draws.spread(key)
    if _touched(prior):
        best = found.best[key], found.best[key]
        yield Row(party, sort, best, prior, _weighed(found, key), attributed=True)


def _between(found: MarketAnswer, party: str, sort: Sort, what: str) -> Iterator[Row]:
    """From the least to the most that there is by who keeps what nobody can attribute."""
    least, most = (f"{what}_least", party), (f"{what}_most", party)
    ends = [(found.draws.spread(least, weighed=by), found.draws.spread(most, weighed=by)) for by in (False, True)]
    prior, weighed = (Spread(low.low, (low.middle + high.middle) / 2, high.high) for low, high in ends)
    if not _touched(prior):
        return
    same = all(one[least] == one[most] for one in found.draws.outcomes)
    best = found.best[least], found.best[most]
    yield Row(party, sort, best, prior, weighed if found.draws.weights else None, attributed=same)


def _touched(prior: Spread) -> bool:
    return max(abs(prior.low), abs(prior.high)) > NOTHING


def _weighed(found: MarketAnswer, key: Key) -> Spread | None:
    return found.draws.spread(key, weighed=True) if found.draws.weights else None
