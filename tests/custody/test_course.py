"""A course is the standing of every day: as steps, by the short way and the long, and no more steps than needed."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.claims.act import Act, CustodyState
from habeas.custody import certain
from habeas.custody.course import Step, course, standing_at
from habeas.custody.passage import passages, passages_of
from habeas.custody.report import Account
from habeas.custody.standing import Population, standing_of, standing_on, states_on
from habeas.custody.told import told
from tests.custody.drawn import account, accounts, on, populations, report, the

EVERY_DAY = [date.min, *(the(number) for number in range(-8, 18)), date.max]
every_population = populations | populations.map(lambda each: replace(each, leaving_day=True))


@st.composite
def certain_accounts(draw: st.DrawFn) -> Account:
    """Of certain days, several on one day, in any order of entry."""
    drawn = draw(accounts(most=4, most_stated=2, judged=False))
    days = st.integers(0, 5).map(on)
    return Account(
        tuple(replace(r, earliest=day, latest=day) for r in drawn.reports for day in [draw(days)]),
        tuple(replace(r, earliest=day, latest=day) for r in drawn.recognitions for day in [draw(days)]),
    )


@settings(deadline=None, max_examples=300)
@given(accounts() | certain_accounts(), every_population)
def test_a_course_is_the_standing_of_every_day(given_account: Account, population: Population) -> None:
    steps = course(given_account, population)
    assert steps[0].first == date.min
    for day in EVERY_DAY:
        assert standing_at(steps, day) == standing_on(given_account, day, population), day


@settings(deadline=None, max_examples=200)
@given(accounts() | certain_accounts(), every_population)
def test_a_step_begins_where_something_changes_and_has_the_state_of_best(
    given_account: Account, population: Population
) -> None:
    steps = course(given_account, population)
    assert all(one.first < other.first for one, other in pairwise(steps))
    assert all((one.standing, one.state) != (other.standing, other.state) for one, other in pairwise(steps))
    assert all(step.state == states_on(given_account, step.first).best for step in steps)


@settings(deadline=None, max_examples=300)
@given(certain_accounts(), st.integers(-1, 7), st.integers(0, 6), populations)
def test_the_short_way_passes_as_the_long_way_does(
    given_account: Account, first: int, length: int, population: Population
) -> None:
    window = the(first), the(first) + timedelta(days=length)
    asked = told(given_account, population.recognised_by)
    assert passages(given_account, *window, population) == passages_of(asked, *window, population)


@settings(deadline=None, max_examples=300)
@given(certain_accounts(), populations)
def test_the_short_way_stands_as_the_long_way_does(given_account: Account, population: Population) -> None:
    steps = course(given_account, population)
    asked = told(given_account, population.recognised_by)
    for day in EVERY_DAY:
        assert standing_at(steps, day) == standing_of(asked, day, population), day
        assert standing_on(given_account, day, population) == standing_of(asked, day, population), day


def test_the_short_way_is_taken_by_certain_days_and_by_nothing_else() -> None:
    in_and_out = [report(Act.detained, 1, 1, 0, "a"), report(Act.released, 4, 4, 1, "b")]
    assert certain.in_turn(account(*in_and_out)) is not None
    assert certain.in_turn(account(report(Act.detained, 1, 2, 0, "a"))) is None
    assert certain.in_turn(account(report(Act.held, None, 2, 0, "a"))) is None
    assert certain.in_turn(account(in_and_out[0], replace(in_and_out[1], denied=True))) is None
    assert certain.in_turn(replace(account(*in_and_out), contradicts=frozenset({("a", "b")}))) is None
    assert certain.in_turn(account(report(Act.died, 1, 1, 0, "a"), report(Act.held, 4, 4, 1, "b"))) is None


def test_a_sign_that_is_too_old_takes_a_person_out_of_low_on_the_day_after() -> None:
    steps = course(account(report(Act.detained, 3, 3)), Population(stale_after=30))
    assert [(step.first, step.standing.certainly, step.standing.possibly, step.standing.best) for step in steps] == [
        (date.min, False, False, False),
        (the(3), True, True, True),
        (the(34), False, True, True),
    ]


def test_a_standing_changes_on_the_day_before_the_last_where_the_order_of_that_day_leaves_no_room() -> None:
    free = report(Act.at_liberty, 5, 5, 0, "a")
    moved = replace(report(Act.transferred, 2, 7, 1, "b"), state=CustodyState.serving)
    unknown = Population(frozenset({CustodyState.unknown}))
    steps = course(account(free, moved), unknown)
    assert [standing_at(steps, the(day)).possibly for day in (3, 4)] == [True, False], (
        "found in on the 4th at the latest"
    )


def test_a_course_of_nothing_is_one_step() -> None:
    (step,) = course(account(), Population())
    assert step == Step(date.min, standing_on(account(), the(0), Population()), None)


def test_the_last_day_there_is_can_be_stood_on() -> None:
    last = account(report(Act.detained, 0, 0))
    last = Account((replace(last.reports[0], earliest=date.max, latest=date.max),))
    steps = course(last, Population(frozenset({CustodyState.police}), stale_after=1))
    assert [step.first for step in steps] == [date.min, date.max]
    assert standing_at(steps, date.max).certainly
