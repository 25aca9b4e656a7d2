"""What measures do to the market of a commodity between two days, or what easing one is worth: with its uncertainty.

The measures come from the ledger, everything else from the description of the market. Nothing here says that a price
changed because of a measure: it sets beside each other what a model has and what was observed, and tells the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from habeas.market.compared import (
    UNSOLVED,
    Bar,
    Compared,
    Draws,
    Key,
    Spread,
    central,
    draws,
    modelled,
    outcome,
    tornado,
)
from habeas.market.described import Described, Seen
from habeas.market.observed import Observed, Series, observed
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
    differed (`alone`), and if everything but it did (`without`). `month_before`: the price observed in the month before
    it came to stand; None: not on record.
    """

    measure: Measure
    alone: float
    without: float
    since: date | None
    month_before: float | None


@dataclass(frozen=True, slots=True)
class Beside:
    """What was published, and what the model has for it: at the best values, in the draws, and weighed."""

    seen: Seen
    best: float
    spread: Spread


@dataclass(frozen=True, slots=True)
class MarketAnswer:
    """The answer, and everything that it hangs on."""

    described: Described
    sha256: str
    asked: Asked
    before: Day
    after: Day
    compared: Compared
    best: dict[Key, float]
    draws: Draws
    bars: tuple[Bar, ...]
    alone: tuple[Alone, ...]
    observed: tuple[Observed, ...]
    beside: tuple[Beside, ...]
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


_KEPT: Kept[MarketAnswer] = Kept(16)


def market_kept(described: Described, series: Series, sha256: str, asked: Asked, seen: View) -> MarketAnswer:
    """The answer, kept for as long as the register stands where it stood. Raises AskError as `market` does."""
    return _KEPT.get(state(), (sha256, asked, seen), lambda: market(described, series, sha256, asked, seen))


def market(described: Described, series: Series, sha256: str, asked: Asked, seen: View) -> MarketAnswer:
    """The answer. Raises AskError for what cannot be asked, or of a market that has no equilibrium."""
    if not 2 <= asked.draws <= MOST_DRAWS:
        raise AskError("draws", f"{asked.draws} draws: ask for 2 to {MOST_DRAWS:,}")
    if asked.before == asked.after and not asked.eased:
        raise AskError("against", "two days, or one day and a measure to ease: else nothing is compared")
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
    try:
        compared = central(described, before.changes, after.changes)
        drawn = draws(described, before.changes, after.changes, published, asked.draws, asked.seed)
    except UNSOLVED as error:
        raise AskError("market", f"this market cannot be solved: {error}") from error
    return MarketAnswer(
        described=described,
        sha256=sha256,
        asked=asked,
        before=before,
        after=after,
        compared=compared,
        best=outcome(described, compared),
        draws=drawn,
        bars=tornado(described, before.changes, after.changes, _headline(described)),
        alone=tuple(_alone(described, series, before, after)),
        observed=tuple(observed(series, asked.before, asked.after)) if not asked.eased else (),
        beside=tuple(_beside(one, compared, drawn) for one in published),
        series=series,
        cited=claims,
        uncited=uncited,
        seen=seen,
        erased=gone[0],
        hidden=gone[1],
    )


def _headline(described: Described) -> Key:
    return "price_percent", described.reference


def _is_known(seen: Seen, by_then: Cited, ever: Cited, known_on: date) -> bool:
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
        alone, without = (
            outcome(described, central(described, before.changes, changes))[_headline(described)]
            for changes in (only, rest)
        )
        since = one.since if one.works else None
        found.append(Alone(one.key, alone, without, since, series.before(since) if since else None))
    return found


def _beside(seen: Seen, compared: Compared, drawn: Draws) -> Beside:
    return Beside(seen, modelled(compared.after, seen), drawn.spread(("seen", seen.what)))
