"""Who gains and who loses, row by row: in millions of dollars a year, as an interval, and why it is one.

A row whose middle is None is of somebody who may keep a rent that nobody can attribute: from the least that is left to
them if others keep all of it, to the most if they do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from habeas.market.compared import Key, Spread

from .market import MarketAnswer


class Sort(StrEnum):
    """What a row is of."""

    revenue = "revenue"
    producers = "producers"
    buyers = "buyers"
    transit = "transit"
    keeper = "keeper"
    total = "total"


MEANING = {
    Sort.revenue: "netback times volume",
    Sort.producers: "what producers have left after cost",
    Sort.buyers: "consumer surplus",
    Sort.transit: "what is paid for carrying",
    Sort.keeper: "margin on carrying, and rents that it may keep",
    Sort.total: "everybody together",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A party, what of it, and where the change lies: by the ranges alone, and weighed by what was published."""

    party: str
    sort: Sort
    prior: Spread
    weighed: Spread | None
    attributed: bool

    @property
    def sign(self) -> str:
        """Whether it gains, loses, or that is not decided by nine tenths of the draws."""
        if self.prior.low > 0:
            return "gains"
        return "loses" if self.prior.high < 0 else "not decided"


def rows(found: MarketAnswer) -> Iterator[Row]:
    """Producers, buyers, who is paid for carrying, who may keep a rent, and the sum; those who are not touched left
    out.
    """
    best, described = found.best, found.described
    for region in (one.name for one in described.places):
        yield from _row(found, region, Sort.revenue, ("revenue", region))
        yield from _row(found, region, Sort.producers, ("surplus", region))
    for region in (one.name for one in described.places):
        yield from _row(found, region, Sort.buyers, ("buyers", region))
    payees = dict.fromkeys(one.payee for one in described.fees.values())
    for payee in payees:
        yield from _row(found, payee, Sort.transit, ("transit", payee))
    keepers = dict.fromkeys((*payees, *(who for kind, who in best if kind == "keeps_least")))
    for keeper in keepers:
        if ("keeps_least", keeper) in best:
            yield _kept(found, keeper)
        else:
            yield from _row(found, keeper, Sort.keeper, ("carried", keeper))
    yield from _row(found, "everybody", Sort.total, ("total", ""))


def _row(found: MarketAnswer, party: str, sort: Sort, key: Key) -> Iterator[Row]:
    if key not in found.best:
        return
    prior = found.draws.spread(key)
    if (prior.low, prior.high) != (0.0, 0.0):
        yield Row(party, sort, prior, _weighed(found, key), attributed=True)


def _kept(found: MarketAnswer, keeper: str) -> Row:
    least, most = ("keeps_least", keeper), ("keeps_most", keeper)
    ends = [(found.draws.spread(least, weighed=by), found.draws.spread(most, weighed=by)) for by in (False, True)]
    prior, weighed = (Spread(low.low, (low.middle + high.middle) / 2, high.high) for low, high in ends)
    same = all(one[least] == one[most] for one in found.draws.outcomes)
    return Row(keeper, Sort.keeper, prior, weighed if found.draws.weights else None, attributed=same)


def _weighed(found: MarketAnswer, key: Key) -> Spread | None:
    return found.draws.spread(key, weighed=True) if found.draws.weights else None
