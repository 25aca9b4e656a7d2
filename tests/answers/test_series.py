"""A series says of every day and month what a tally of it says; of a stock, what comes and goes adds up."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from habeas.answers import counted_by, tally
from habeas.answers.accounts import accounts
from habeas.answers.public import AskError
from habeas.answers.series import Asked, Series, series
from habeas.claims.vocabulary import Access, WithdrawalReason
from habeas.register import write
from habeas.tally.count import count
from habeas.tally.lens import EVERY
from tests import zalesia
from tests.oracle.everybody import everybody

LATE = date(2026, 1, 1)
KNOWN = (date(2021, 5, 19), date(2021, 5, 20), date(2021, 6, 15), date(2021, 7, 1), LATE)
FIRST, LAST = date(2021, 4, 10), date(2021, 9, 15)


@pytest.fixture
def prison(register: Path) -> None:
    """Late reports, vague days, a report that is taken back, a round of whom nobody is named, and two sexes."""
    zalesia.enter(
        zalesia.act("A", "detained", "2021-05-03", 0, known="2021-06-01"), zalesia.attribute("A", "sex", "f", 5)
    )
    zalesia.enter(zalesia.act("A", "released", "2021-07-01", 50, latest="2021-08-31", known="2021-08-15"))
    zalesia.enter(
        zalesia.act("B", "held", "2021-05-10", 90, known="2021-05-20"), zalesia.attribute("B", "sex", "m", 95)
    )
    zalesia.enter(zalesia.act("D", "detained", "2021-06-10", 170, latest="2021-07-03", known="2021-06-14"))
    zalesia.enter(zalesia.act("D", "released", "2021-07-20", 190), zalesia.act("D", "detained", "2021-07-28", 210))
    zalesia.enter(zalesia.round_of(20, 30, 250, day="2021-07-05"))
    gone = zalesia.enter(zalesia.act("C", "detained", "2021-05-12", 130, known="2021-05-20"))
    write.withdraw(gone.claims, WithdrawalReason.source_retracted, write.actor(zalesia.EDITOR), day="2021-07-01")
    flow: dict[str, Any] = {"period": "month"}
    zalesia.enter(
        zalesia.rule("taken", quantity="inflow", unit="detentions", **flow),
        zalesia.rule("people taken", quantity="inflow", unit="persons", **flow),
        zalesia.rule("freed", quantity="outflow", unit="detentions", **flow),
        zalesia.rule("freed in the year", quantity="outflow", unit="persons", period="year"),
        zalesia.rule("held in summer", first="2021-06-01", last="2021-08-10"),
    )


def asked(rule: str = "", first: date = FIRST, last: date = LAST, known_on: date = LATE, **more: Any) -> Series:
    seen = tally.view(None, Access.staff)
    return series(Asked(first, last, known_on, rule=counted_by.rule_named(rule, seen), **more), seen)


def tallied(day: date, rule: str = "", known_on: date = LATE, by: str = "") -> Any:
    seen = tally.view(None, Access.staff)
    return tally.tally(day, known_on, seen, counted_by.rule_named(rule, seen), EVERY, by)


def bounds(one: Any) -> tuple[int, int, int]:
    return one.low, one.best, one.high


@pytest.mark.usefixtures("prison")
@pytest.mark.parametrize("step", ["day", "month"])
def test_a_stock_is_the_plain_count_at_each_end(step: Any) -> None:
    for known_on in KNOWN:
        found = asked(known_on=known_on, step=step)
        people = everybody(accounts(found.footing.seen), EVERY, known_on)
        assert [bounds(one) for one in found.rows] == [
            bounds(count(people, found.asked.rule, one.day)) for one in found.rows
        ]
        assert len(found.rows) == ((LAST - FIRST).days + 1 if step == "day" else 6)


@pytest.mark.usefixtures("prison")
@pytest.mark.parametrize("step", ["day", "month"])
def test_what_comes_and_goes_is_the_difference_of_two_rows(step: Any) -> None:
    for known_on in KNOWN:
        best = tallied(FIRST - timedelta(1), known_on=known_on).count.best
        for one in asked(known_on=known_on, step=step).rows:
            assert one.moved is not None
            assert one.best == best + one.moved.entered - one.moved.left
            assert one.moved.entered >= one.moved.entered_unsure
            best = one.best


@pytest.mark.usefixtures("prison")
@pytest.mark.parametrize("rule", ["taken", "people taken", "freed"])
def test_a_month_of_a_flow_is_the_tally_of_that_month_groups_among_them(rule: str) -> None:
    for known_on in KNOWN:
        found = asked(rule, first=date(2021, 4, 1), known_on=known_on)
        assert found.footing.nobody or found.notes == ()
        assert [(bounds(one)) for one in found.rows] == [
            bounds(tallied(one.day, rule, known_on).count) for one in found.rows
        ]
    assert (rule != "freed") or max(one.high for one in found.rows if one.high) >= 30


@pytest.mark.usefixtures("prison")
def test_a_row_counts_its_own_days_whatever_the_time_of_the_rule() -> None:
    found = asked("freed in the year")
    assert "each row counts the month that it names, and not the time (year)" in "; ".join(found.notes)
    plain = [bounds(one) for one in asked("freed", step="day", first=date(2021, 7, 20), last=date(2021, 7, 20)).rows]
    assert plain == [(1, 1, 2)]  # D that day, and A on some day of two months


@pytest.mark.usefixtures("prison")
def test_by_the_day_it_was_learned_is_what_was_newly_known() -> None:
    found = asked("taken", step="day", by_known=True, last=LATE)
    days = {one.day: one.best for one in found.rows if one.best}
    assert days[date(2021, 5, 20)] == 2  # B and C
    assert days[date(2021, 6, 1)] == 1
    assert days[date(2021, 7, 1)] == -1  # C was taken back
    assert all(one.low is None and one.high is None for one in found.rows)
    assert sum(days.values()) == 4  # A, B, and D twice
    assert asked("taken", step="day", by_known=True, known_on=FIRST).rows[-1].day == FIRST


@pytest.mark.usefixtures("prison")
@pytest.mark.parametrize(("rule", "by"), [("", "sex"), ("", "state"), ("taken", "sex")])
def test_the_cells_of_a_row_are_those_of_a_tally(rule: str, by: str) -> None:
    for known_on in KNOWN[1:]:
        for one in asked(rule, first=date(2021, 4, 1), known_on=known_on, by=by).rows:
            here = {cell.values: bounds(cell) for cell in one.cells}
            assert here == {cell.values: bounds(cell) for cell in tallied(one.day, rule, known_on, by).cells}


@pytest.mark.usefixtures("prison")
def test_of_days_that_the_rule_does_not_speak_of_there_is_no_row() -> None:
    found = asked("held in summer")
    assert [one.day for one in found.rows] == [date(2021, 6, 30), date(2021, 7, 31), date(2021, 8, 10)]
    assert "speaks of the days from 2021-06-01 to 2021-08-10 alone" in found.notes[0]
    assert asked("held in summer", last=date(2021, 5, 1)).rows == ()


def refused() -> Iterator[tuple[str, dict[str, Any], str, str]]:
    yield "", {"first": LAST, "last": FIRST}, "from", "lies after"
    yield "", {"by_known": True}, "by_known", "only a flow"
    yield "taken", {"by_known": True, "by": "sex"}, "by", "not divided"
    yield "taken", {"by": "state"}, "by", "not divided by state"
    yield "taken", {"step": "day", "first": date(2015, 1, 1)}, "from", "400 are the most"
    yield "", {"step": "day", "first": date(1950, 1, 1)}, "from", "12,000 are the most"


@pytest.mark.usefixtures("prison")
@pytest.mark.parametrize(("rule", "more", "parameter", "why"), list(refused()))
def test_what_cannot_be_had_is_refused(rule: str, more: dict[str, Any], parameter: str, why: str) -> None:
    with pytest.raises(AskError, match=why) as error:
        asked(rule, **more)
    assert error.value.parameter == parameter


def test_a_register_of_nobody_says_so(register: Path) -> None:
    found = asked()
    assert found.notes == ("nobody is named here",)
    assert found.as_json()["rows"][0]["best"] == 0


def a_round_with_a_member() -> None:
    """Twenty let go, of whom one is named: that A was one of them, and let go that day, was learned a month later."""
    group, told = zalesia.round_of(20, 30, 250, day="2021-07-05", known="2021-07-06")
    who, let_go = zalesia.act("A", "released", "2021-07-05", 300, known="2021-08-10")
    member = {"role": "member", "name": "A", "record": who.body["id"], "group": group.body["id"]}
    belongs = zalesia.claim("A was one of them.", 330, type="event", participants=[member], known="2021-08-10")
    zalesia.enter(zalesia.act("A", "detained", "2021-05-03", 0, known="2021-06-01"))
    zalesia.enter([group, told], [who, let_go, belongs])
    zalesia.enter(zalesia.rule("freed", quantity="outflow", unit="detentions", period="month"))


def test_what_remains_of_a_group_is_learned_too_and_given_up_as_its_members_are_named(register: Path) -> None:
    a_round_with_a_member()
    found = asked("freed", date(2021, 7, 1), date(2021, 8, 31), by_known=True)
    assert [one.best for one in found.rows] == [20, 0], "A is one of the twenty: one by name more, one less of the rest"
    assert tallied(date(2021, 7, 31), "freed", known_on=date(2021, 7, 31)).count.best == 20
    assert tallied(date(2021, 7, 31), "freed").count.named == 1


@pytest.mark.usefixtures("prison")
def test_a_round_of_whom_nobody_is_named_is_learned_when_it_is_told(register: Path) -> None:
    found = asked("freed", date(2021, 1, 1), LATE, by_known=True)
    whole = tallied(date(2021, 7, 31), "freed").count
    learned = {one.first: one.best for one in found.rows if one.best}
    assert sum(one.best for one in whole.groups) == 20
    assert learned[date(2025, 11, 1)] == 21, "the round, and D, of whom it was told with it"
    assert [one.best for one in asked("people taken", by_known=True).rows] == [
        one.best for one in asked("taken", by_known=True).rows
    ], "of a flow of persons nothing remains by best, and of who came in here there is no group"
