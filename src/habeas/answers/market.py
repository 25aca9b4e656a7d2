"""What measures do to the market of a commodity between two days, or what easing one is worth: with its uncertainty.

The measures come from the ledger, everything else from the description of the market. Nothing here says that a price
changed because of a measure: it sets beside each other what a model has and what was observed, and tells the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from habeas.market.compared import UNSOLVED, Bar, Draws, Spread, central, draws, prices_paid, tornado
from habeas.market.described import Change, Described, Paid, Seen
from habeas.market.observed import Observed, Series, observed
from habeas.market.outcome import Compared, Key, Outcome, modelled, outcome
from habeas.register import erase, read
from habeas.register.read import View
from habeas.tally.lens import EVERY, Lens

from .kept import Kept, state
from .market_cited import Cited, cited
from .market_measures import Day, Measure, on_day
from .public import AskError

DRAWS, MOST_DRAWS = 1000, 20_000
ON_PAGES = 200  # draws, of which a stranger may not choose the number
SEED = 7


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: the market with `before` standing against the market with `after` standing, less what is `eased`.

    Both days as known on `known_on`. `draws` of the ranges, from a `seed`: the same gives the same to the last digit.
    """

    before: date
    after: date
    known_on: date
    eased: tuple[str, ...] = ()
    lens: Lens = EVERY
    draws: int = DRAWS
    seed: int = SEED


@dataclass(frozen=True, slots=True)
class Alone:
    """One measure that stands on one of the days only: the change of the reference price, in percent, if nothing but it
    differed (`alone`), and if everything but it did (`without`). `worth_alone` and `worth_without`: the same of what
    the subject's producers take in, at least and at most, by who keeps the rents. `month_before`: the price
    observed in the month before it came to stand; None: not on record.
    """

    measure: Measure
    alone: float
    without: float
    worth_alone: tuple[float, float]
    worth_without: tuple[float, float]
    since: date | None
    month_before: float | None


@dataclass(frozen=True, slots=True)
class Beside:
    """What was published, and what the model has for it: at the best values, in the draws, and weighed."""

    seen: Seen
    best: float
    spread: Spread


@dataclass(frozen=True, slots=True)
class BesidePrice:
    """A price that was published, and what the model has at the end of that lane: if the buyers keep the wedges of
    measures on it (`least`), and if others do (`most`); and what the seller gets (`netback`). Each at the best values,
    and in the draws in which something goes there: so many `having`. None: nothing does.
    """

    paid: Paid
    best: tuple[float, float] | None
    netback: float
    least: Spread | None
    most: Spread | None
    in_draws: Spread
    having: int


@dataclass(frozen=True, slots=True)
class MarketAnswer:
    """The answer, and everything that it hangs on. `bars` are of the price; where something is eased, of what that is
    worth to the subject's producers: at least, and (the second) at most, by who keeps the rents.
    """

    described: Described
    sha256: str
    asked: Asked
    before: Day
    after: Day
    compared: Compared
    best: dict[Key, float]
    draws: Draws
    bars: tuple[tuple[Bar, ...], ...]
    alone: tuple[Alone, ...]
    observed: tuple[Observed, ...]
    beside: tuple[Beside, ...]
    paid: tuple[BesidePrice, ...]
    series: Series
    cited: Cited
    uncited: tuple[str, ...]
    seen: View
    erased: int
    hidden: int

    @property
    def headline(self) -> Key:
        """The number that is told first: the change of the reference price, in percent."""
        return _headline(self.described)

    @property
    def worth(self) -> tuple[Key, Key]:
        """What the subject's producers take in more: at least and at most, by who keeps the rents."""
        return _worth(self.described)


_KEPT: Kept[MarketAnswer] = Kept(16)


def market_kept(described: Described, series: Series, sha256: str, asked: Asked, seen: View) -> MarketAnswer:
    """The answer, kept for as long as the register stands where it stood. Raises AskError as `market` does."""
    return _KEPT.get(state(), (sha256, asked, seen), lambda: market(described, series, sha256, asked, seen))


def market(described: Described, series: Series, sha256: str, asked: Asked, seen: View) -> MarketAnswer:
    """The answer. Raises AskError for what cannot be asked, or of a market that has no equilibrium."""
    if not 2 <= asked.draws <= MOST_DRAWS:
        raise AskError("draws", f"{asked.draws} draws: ask for 2 to {MOST_DRAWS:,}")
    if asked.before == asked.after and not asked.eased:
        raise AskError("as_of", "one day is named, and nothing is compared: name another, or whose measures to ease")
    with read.snapshot():
        before = on_day(seen, described, asked.before, asked.known_on, asked.lens)
        after = on_day(seen, described, asked.after, asked.known_on, asked.lens, asked.eased)
        claims, uncited = cited(described, seen, asked.known_on)
        ever, _ = cited(described, seen, date.max)
        gone = erase.erased_since(seen.at.seq, seen.ceiling), read.hidden_since(seen)
    series = series.known(asked.known_on)
    published = [
        one
        for one in described.seen
        if one.year == asked.after.year and not asked.eased and _is_known(one, claims, ever, asked.known_on)
    ]
    paid = [one for one in described.paid if one.year == asked.after.year and not asked.eased]
    paid = [one for one in paid if _is_known(one, claims, ever, asked.known_on)]
    try:
        compared = central(described, before.changes, after.changes)
        drawn = draws(described, before.changes, after.changes, published, asked.draws, asked.seed, paid)
    except UNSOLVED as error:
        raise AskError("market", f"this market cannot be solved: {error}") from error
    keys = _worth(described) if asked.eased else (_headline(described),)
    return MarketAnswer(
        described=described,
        sha256=sha256,
        asked=asked,
        before=before,
        after=after,
        compared=compared,
        best=outcome(described, compared),
        draws=drawn,
        bars=tuple(tornado(described, before.changes, after.changes, keys).values()),
        alone=tuple(_alone(described, series, before, after)),
        observed=tuple(observed(series, asked.before, asked.after)) if not asked.eased else (),
        beside=tuple(_beside(one, compared, drawn) for one in published),
        paid=tuple(_beside_price(one, compared, drawn) for one in paid),
        series=series,
        cited=claims,
        uncited=uncited,
        seen=seen,
        erased=gone[0],
        hidden=gone[1],
    )


def _headline(described: Described) -> Key:
    return "price_percent", described.reference


def _worth(described: Described) -> tuple[Key, Key]:
    return ("takings_least", described.subject), ("takings_most", described.subject)


def _is_known(seen: Seen | Paid, by_then: Cited, ever: Cited, known_on: date) -> bool:
    """Whether a number can have been known on a day: a claim that it cites was; where none is on record here, its year
    was over.
    """
    return bool(by_then.get(seen.what)) if ever.get(seen.what) else seen.year < known_on.year


def _alone(described: Described, series: Series, before: Day, after: Day) -> Sequence[Alone]:
    """Each measure that works on one of the days otherwise than on the other, by itself and left out."""
    then = {one.key: one for one in before.stood}
    moved = [one for one in after.stood if one.done != then[one.key].done and (one.works or then[one.key].works)]
    found = []
    for one in moved:
        only = [change for each in before.stood for change in (one if each.key == one.key else each).done]
        rest = [change for each in after.stood for change in (then[one.key] if each.key == one.key else each).done]
        alone, without = (_differing(described, before.changes, changes) for changes in (only, rest))
        since = one.since if one.works else None
        month_before = series.before(since) if since else None
        found.append(Alone(one.key, alone[0], without[0], alone[1:], without[1:], since, month_before))
    return found


def _differing(described: Described, before: Sequence[Change], after: Sequence[Change]) -> tuple[float, float, float]:
    """The change of the reference price, and what the subject's producers take in more, at the best values."""
    found: Outcome = outcome(described, central(described, before, after))
    least, most = _worth(described)
    return found[_headline(described)], found[least], found[most]


def _beside(seen: Seen, compared: Compared, drawn: Draws) -> Beside:
    return Beside(seen, modelled(compared.after, seen), drawn.spread(("seen", seen.what)))


def _beside_price(paid: Paid, compared: Compared, drawn: Draws) -> BesidePrice:
    least, most = ("delivered_least", paid.what), ("delivered_most", paid.what)
    best, having = prices_paid(compared, [paid]), drawn.having(least)
    return BesidePrice(
        paid=paid,
        best=(best[least], best[most]) if best else None,
        netback=compared.after.prices[paid.lane[0]],
        least=drawn.spread(least) if having else None,
        most=drawn.spread(most) if having else None,
        in_draws=drawn.spread(("price_after", paid.lane[0])),
        having=having,
    )
