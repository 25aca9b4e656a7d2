"""What a rule says of itself: its window, its scope, and what it refuses to be."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.act import CustodyState
from habeas.custody.standing import Population
from habeas.tally.rule import HELD, Period, Rule

EVERYBODY = Population(frozenset(CustodyState))


def rule(**fields: Any) -> Rule:
    given_fields: dict[str, Any] = {
        "version": 1,
        "quantity": "inflow",
        "unit": "detentions",
        "population": EVERYBODY,
    } | fields
    return Rule(name="drawn", sentence="Drawn for a test.", **given_fields)


def test_held_says_what_it_does() -> None:
    uncounted = {CustodyState.home, CustodyState.restricted}
    assert HELD.population == Population(frozenset(CustodyState) - uncounted)
    assert (HELD.name, HELD.version, HELD.quantity, HELD.unit, HELD.complete) == ("held", 1, "stock", "persons", False)
    assert "the day of leaving is not" in HELD.sentence
    assert "home and restricted liberty are not counted" in HELD.sentence


@given(st.dates(), st.sampled_from(("day", "month", "year", "ever")))
def test_a_window_is_the_days_of_its_period_up_to_the_day(day: date, period: Period) -> None:
    start = rule(period=period).start(day)
    assert start <= day
    assert in_one(period, start, day)
    assert start == date.min or not in_one(period, start - timedelta(days=1), day), "the day before is in another"


def in_one(period: Period, one: date, other: date) -> bool:
    parts = {"day": 3, "month": 2, "year": 1, "ever": 0}[period]
    return one.timetuple()[:parts] == other.timetuple()[:parts]


def test_a_window_never_begins_before_the_scope() -> None:
    since = rule(period="ever", first=date(2020, 8, 9))
    assert since.start(date(2021, 3, 1)) == date(2020, 8, 9)
    assert rule(period="month", first=date(2020, 8, 9)).start(date(2021, 3, 5)) == date(2021, 3, 1)
    assert since.start(date(2019, 1, 1)) == date.min, "the rule does not cover that day: the caller says so"


def test_a_scope_covers_its_own_days() -> None:
    scoped = rule(first=date(2020, 8, 9), last=date(2021, 8, 8))
    days = (date(2020, 8, 8), date(2020, 8, 9), date(2021, 8, 8), date(2021, 8, 9))
    assert [scoped.covers(day) for day in days] == [False, True, True, False]
    assert all(HELD.covers(day) for day in (date.min, date.max))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"version": 0}, "the first version is 1"),
        ({"first": date(2021, 1, 1), "last": date(2020, 1, 1)}, "before it begins"),
        ({"quantity": "stock"}, "a stock counts persons"),
        ({"quantity": "stock", "unit": "persons", "period": "month"}, "a stock is of a day"),
    ],
)
def test_what_a_rule_cannot_be(fields: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        rule(**fields)
