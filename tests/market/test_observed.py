"""What was observed of a price, and what share of its change a model has: only where there is one to be told."""

from datetime import date

import pytest

from habeas.market.observed import Series, observed

YEARS = {2019: 80.0, 2020: 88.0, 2021: 132.0}
SERIES = Series(
    {(year, month): price for year, price in YEARS.items() for month in range(1, 13)},
    {(year, month): "at the mill" if year < 2020 else "at the quay" for year in YEARS for month in range(1, 13)},
    "Bystritsa exchange",
)


def test_months_and_whole_years_are_set_side_by_side() -> None:
    found = list(observed(SERIES, date(2020, 3, 1), date(2021, 6, 1)))
    assert [one.of for one in found] == ["2020-03 to 2021-06", "mean of 2020 to mean of 2021"]
    assert [one.percent for one in found] == pytest.approx([50, 50])
    assert found[0].share(10) == pytest.approx(0.2)
    assert found[0].unexplained(10) == pytest.approx(40)


def test_prices_on_other_terms_are_not_compared() -> None:
    assert list(observed(SERIES, date(2019, 12, 1), date(2020, 1, 1))) == []
    assert SERIES.before(date(2020, 1, 15)) == 80.0


def test_of_a_price_that_hardly_moved_no_share_is_told() -> None:
    (one,) = observed(SERIES, date(2020, 3, 1), date(2020, 9, 1))
    assert (one.percent, one.share(5.0)) == (0, None)


def test_months_that_are_not_there_are_not_made_up() -> None:
    assert list(observed(SERIES, date(2020, 3, 1), date(2022, 1, 1))) == []
    less = Series({**SERIES.prices}, SERIES.terms, "")
    del less.prices[2021, 12]  # type: ignore[attr-defined]
    assert less.in_year(2021) is None
    assert [one.of for one in observed(less, date(2020, 3, 1), date(2021, 6, 1))] == ["2020-03 to 2021-06"]
