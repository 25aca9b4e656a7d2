"""What was observed of a price, and which share of its change a model explains; the rest is told, not absorbed.

Nothing here says that one thing came of another. A share is the change that the model has, over the change that was
observed: it can be below 0, above 1, or have no meaning, where the price hardly moved.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

Month = tuple[int, int]
MOVED = 1.0  # percent: of a price that moved less no share is told


@dataclass(frozen=True, slots=True)
class Series:
    """Dollars a tonne by month, and on what terms each is quoted."""

    prices: Mapping[Month, float]
    terms: Mapping[Month, str]
    source: str

    def known(self, day: date) -> "Series":
        """The prices that can have been known on a day: those of the months that were over by then."""
        months = {month: price for month, price in self.prices.items() if month < (day.year, day.month)}
        return Series(months, self.terms, self.source)

    def on(self, day: date) -> float | None:
        """The price of the month of a day."""
        return self.prices.get((day.year, day.month))

    def in_year(self, year: int) -> float | None:
        """The mean of a year's months; None unless all twelve are there, on the same terms."""
        months = [(year, month) for month in range(1, 13)]
        if any(month not in self.prices for month in months) or len({self.terms[month] for month in months}) > 1:
            return None
        return sum(self.prices[month] for month in months) / 12

    def before(self, day: date) -> float | None:
        """The price of the month before the month of a day."""
        month = (day.year - 1, 12) if day.month == 1 else (day.year, day.month - 1)
        return self.prices.get(month)

    def same_terms(self, one: date, other: date) -> bool:
        """Whether the prices of two days are quoted on the same terms."""
        return self.terms.get((one.year, one.month)) == self.terms.get((other.year, other.month))


@dataclass(frozen=True, slots=True)
class Observed:
    """A price before and after, in dollars a tonne; what of: two months, or two years."""

    of: str
    before: float
    after: float

    @property
    def percent(self) -> float:
        """By how many percent it changed."""
        return 100 * (self.after / self.before - 1)

    @property
    def dollars(self) -> float:
        """By how many dollars a tonne it changed."""
        return self.after - self.before

    def share_in_dollars(self, modelled: float) -> float | None:
        """Which share of the change a modelled change (in dollars a tonne) is; None where the price hardly moved. The
        model begins at the price of its base year, so that percents are of two prices, and this share is another.
        """
        return modelled / self.dollars if abs(self.percent) >= MOVED else None

    def share(self, modelled: float) -> float | None:
        """Which share of the change a modelled change (in percent) is; None where the price hardly moved."""
        return modelled / self.percent if abs(self.percent) >= MOVED else None

    def unexplained(self, modelled: float) -> float:
        """The percentage points that the model does not have."""
        return self.percent - modelled


def observed(series: Series, before: date, after: date) -> Iterable[Observed]:
    """The change between the months of two days, and between their years; only on the same terms."""
    if not series.same_terms(before, after):
        return
    ends = series.on(before), series.on(after)
    other = (before.year, before.month) != (after.year, after.month)
    if ends[0] is not None and ends[1] is not None and other:
        yield Observed(f"{before:%Y-%m} to {after:%Y-%m}", ends[0], ends[1])
    years = series.in_year(before.year), series.in_year(after.year)
    if years[0] is not None and years[1] is not None and before.year != after.year:
        yield Observed(f"mean of {before.year} to mean of {after.year}", years[0], years[1])
