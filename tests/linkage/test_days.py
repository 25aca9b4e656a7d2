"""How two uncertain days fit: what is possible together is no conflict, and a slip is told from another day."""

from datetime import date

import pytest
from bench.lists.trial import day
from hypothesis import given
from hypothesis import strategies as st

from habeas.linkage.days import Fit, best_fit, fit, meet, slip
from habeas.linkage.listed import Day

DAYS = st.dates().map(lambda one: Day(one, one))
SPANS = st.tuples(st.dates(), st.dates()).map(lambda two: Day(min(two), max(two)))


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("2021-06-03", "2021-06-03", Fit.same),
        ("2021-06", "2021-06-03", Fit.within),
        ("2021-06", "2021-06", Fit.within),
        ("2021-06-03/..", "2022-01-01", Fit.within),
        ("2021-06-03", "2021-03-06", Fit.slip),
        ("1979-05-12", "1979-05-21", Fit.slip),
        ("2021-06-03", "2011-06-03", Fit.slip),
        ("2021-06-03/2021-06-05", "2021-05-03", Fit.slip),
        ("2021-06-03/2021-06-05", "2021-03-05", Fit.slip),
        ("2021-06-29", "2021-07-02", Fit.near),
        ("2021-06-03", "2021-08-19", Fit.apart),
        ("1980", "1982", Fit.apart),
    ],
)
def test_how_two_days_fit(one: str, other: str, how: Fit) -> None:
    assert fit(day(one), day(other)) is how
    assert fit(day(other), day(one)) is how


def test_what_slip_it_may_be_is_said_in_words() -> None:
    assert slip(day("2021-06-03"), day("2021-03-06")) == "day and month changed places"
    assert slip(day("1979-05-12"), day("1979-05-21")) == "two digits changed places"
    assert slip(day("2021-06-03"), day("2011-06-03")) == "one digit differs"
    assert slip(day("2021-06-03/2021-06-05"), day("2021-05-03")) == "a range of days was read as one day"
    assert slip(day("2021-06-03"), day("2022-09-14")) == ""


@given(SPANS, SPANS)
def test_intervals_with_a_day_in_common_never_conflict(one: Day, other: Day) -> None:
    ends = [day or date.max for day in (*one[:2], *other[:2])]
    common = max(ends[0], ends[2]) <= min(ends[1], ends[3])
    assert meet(one, other) == common
    assert (fit(one, other) in (Fit.same, Fit.within)) == common


@given(SPANS | DAYS, SPANS | DAYS)
def test_it_does_not_matter_which_day_comes_first(one: Day, other: Day) -> None:
    assert fit(one, other) is fit(other, one)
    assert slip(one, other) == slip(other, one)


def test_of_several_days_those_count_that_fit_best() -> None:
    found = best_fit([day("2020-01-01"), day("2021-06")], [day("2021-06-03"), day("2025-01-01")])
    assert found is not None
    assert (found[0], found[1].text, found[2].text) == (Fit.within, "2021-06", "2021-06-03")
    assert best_fit([], [day("2021")]) is None
