"""Series, surfaces, triangles and differences of a book agree with the plain loop, and hold the laws of counting."""

from datetime import date

import pytest
from hypothesis import given, settings

from habeas.claims.act import Act, CustodyState
from habeas.custody.passage import passages
from habeas.custody.report import Account, Report
from habeas.custody.standing import Population
from habeas.tally.book import Book, book_of
from habeas.tally.count import count
from habeas.tally.derive import derive
from habeas.tally.difference import At, difference
from habeas.tally.loops import INSTALLED
from habeas.tally.movers import movers
from habeas.tally.rule import HELD, Rule
from habeas.tally.series import daily, flow, learned, steps
from habeas.tally.stock import stock
from habeas.tally.surface import delays, surface
from tests.tally.drawn import flow as flow_of
from tests.tally.drawn import flows
from tests.tally.tables import DAYS, KNOWN_DAYS, Person, Register, asked_of, people_on, registers, rules, table_of

WAYS = [False, pytest.param(True, marks=pytest.mark.skipif(not INSTALLED, reason="numba is not installed"))]
FIRST, LAST = DAYS[0].toordinal(), DAYS[-1].toordinal()
KNOWN = [day.toordinal() for day in KNOWN_DAYS]


def book(told: Register, rule: Rule) -> Book:
    return book_of(derive(table_of(told), asked_of(rule)))


@pytest.mark.parametrize("compiled", WAYS)
@settings(deadline=None, max_examples=30)
@given(registers(), rules)
def test_a_series_is_the_stock_of_every_day(compiled: bool, told: Register, rule: Rule) -> None:
    found = book(told, rule)
    for known in KNOWN:
        step = steps(found, rule, known)
        for first in (FIRST - 400, FIRST + 4):  # before all that is told of, and in the midst of it
            every = daily(found, rule, first, LAST + 3, known, compiled=compiled)
            sexes = daily(found, rule, first, LAST + 3, known, ("sex",), compiled=compiled)
            for day in (first, first + 1, *range(max(first, FIRST - 1), LAST + 4)):
                one = stock(found, rule, day, known)
                assert every.on(day) == step.on(day) == one
                assert sexes.best[day - first].sum() == one.best


@pytest.mark.parametrize("compiled", WAYS)
@settings(deadline=None, max_examples=30)
@given(registers(), rules)
def test_the_points_of_the_surface_are_the_stocks(compiled: bool, told: Register, rule: Rule) -> None:
    found = book(told, rule)
    days = list(range(FIRST, LAST + 1, 3))
    whole = surface(found, rule, days, KNOWN, compiled)
    for row, day in enumerate(days):
        for column, known in enumerate(KNOWN):
            assert whole.at(row, column) == stock(found, rule, day, known)


@settings(deadline=None, max_examples=30)
@given(registers(), rules)
def test_a_flow_is_best_s_passage_through_each_day_and_in_less_out_is_the_difference(
    told: Register, rule: Rule
) -> None:
    found = book(told, rule)
    for known in KNOWN_DAYS[1:]:
        people = people_on(told, known)
        moved = flow(found, rule, FIRST, LAST, known.toordinal())
        if not rule.where:
            for row, day in enumerate(DAYS):
                through = [passages(one, day, day, rule.population).best for one in people.values()]
                assert moved.entered[row] == sum(one.entries for one in through), (day, known)
                assert moved.left[row] == sum(one.exits for one in through), (day, known)
        stood, stands = (stock(found, rule, day, known.toordinal()).best for day in (FIRST - 1, LAST))
        assert moved.entered.sum() - moved.left.sum() == stands - stood
        assert (moved.entered_seen <= moved.entered).all()


@pytest.mark.parametrize("compiled", WAYS)
@settings(deadline=None, max_examples=30)
@given(registers(), rules)
def test_the_triangle_adds_up_to_what_is_known_at_its_end(compiled: bool, told: Register, rule: Rule) -> None:
    found = book(told, rule)
    ends = [FIRST + 5, FIRST + 12, LAST + 30]
    for quantity in ("inflow", "outflow"):
        late = delays(found, rule, ends, FIRST, quantity, compiled)
        for row, end in enumerate(ends):
            begun = FIRST if row == 0 else ends[row - 1] + 1
            for column, known in enumerate(ends):
                moved = flow(found, rule, begun, end, known)
                before = flow(found, rule, begun, end, FIRST - 1)
                so_far = [(one.entered if quantity == "inflow" else one.left).sum() for one in (moved, before)]
                assert late.counts[row, : column + 1].sum() == so_far[0] - so_far[1]


@settings(deadline=None, max_examples=30)
@given(registers(), rules)
def test_what_is_learned_day_by_day_is_what_is_known_in_the_end(told: Register, rule: Rule) -> None:
    found = book(told, rule)
    day_by_day = learned(found, rule, KNOWN[0] - 1, KNOWN[-1] + 10)
    whole = flow(found, rule, 1, date.max.toordinal() // 4, KNOWN[-1] + 10)
    assert day_by_day.first == KNOWN[0] - 1
    assert day_by_day.entered.sum() >= 0
    assert whole.entered.sum() <= day_by_day.entered.sum()


@pytest.mark.parametrize("compiled", WAYS)
@settings(deadline=None, max_examples=30)
@given(registers(), rules)
def test_the_parts_of_a_difference_add_up_and_are_those_of_the_plain_loop(
    compiled: bool, told: Register, rule: Rule
) -> None:
    table = table_of(told)
    found = book_of(derive(table, asked_of(rule)))
    for before, now in ((0, 3), (2, 5), (4, 4)):
        points = ((DAYS[4], KNOWN_DAYS[before]), (DAYS[4], KNOWN_DAYS[now]), (DAYS[10], KNOWN_DAYS[now]))
        plain = [
            {one.person: (one.low, one.best, one.high) for one in count(people_on(told, known), rule, day).people}
            for day, known in points
        ]
        first, last = (At(day.toordinal(), known.toordinal()) for day, known in (points[0], points[2]))
        apart = difference(found, rule, first, last, compiled)
        names = {name for some in plain for name in some}
        nothing = (0, 0, 0)
        expected = {
            name: tuple(some.get(name, nothing) for some in plain)
            for name in names
            if len({some.get(name, nothing) for some in plain}) > 1
        }
        assert {table.people[one.person]: (one.before, one.revised, one.now) for one in apart} == expected
        for bound in range(3):
            revised = sum(one.revised[bound] - one.before[bound] for one in apart)
            happened = sum(one.now[bound] - one.revised[bound] for one in apart)
            assert revised + happened == apart.now[bound] - apart.before[bound]
            assert revised == apart.revised[bound] - apart.before[bound]


def test_a_register_of_nobody_has_a_series_of_nobody() -> None:
    empty = book({}, HELD)
    assert daily(empty, HELD, FIRST, LAST, KNOWN[0]).best.tolist() == [[0]] * (LAST - FIRST + 1)
    assert steps(empty, HELD, KNOWN[0]).days.tolist() == [1]
    assert surface(empty, HELD, [FIRST], KNOWN).bounds.sum() == 0
    assert len(difference(empty, HELD, At(FIRST, KNOWN[0]), At(LAST, KNOWN[-1]))) == 0


@settings(deadline=None, max_examples=60)
@given(registers(), flows)
def test_nobody_moves_but_those_who_can(told: Register, rule: Rule) -> None:
    table = table_of(told)
    found, asks = book_of(derive(table, asked_of(rule))), bool(rule.population.recognised_by)
    for known in KNOWN_DAYS[2:]:
        people = people_on(told, known)
        for day in DAYS[::4]:
            ends = rule.start(day).toordinal(), day.toordinal()
            some = {table.people[number] for number in movers(table, found, *ends, known.toordinal(), asks)}
            moved = {one.person for one in count(people, rule, day).people}
            assert moved <= some


def test_who_may_have_left_unseen_on_a_day_that_counts_as_held_can_move() -> None:
    day, told_on = DAYS[1], KNOWN_DAYS[0]
    reports = [Report(f"c{denied}", denied, Act.detained, day, day, denied=bool(denied)) for denied in (1, 0)]
    spans, rows = {one.claim: (told_on, None) for one in reports}, {one.claim: -1 for one in reports}
    told = {"alice": Person(Account(tuple(reports)), spans, rows)}
    rule = flow_of(
        population=Population(frozenset({CustodyState.police}), stale_after=3, leaving_day=True), period="day"
    )
    table = table_of(told)
    found = book_of(derive(table, asked_of(rule)))
    for day in DAYS:
        people = {table.people[one] for one in movers(table, found, day.toordinal(), day.toordinal(), KNOWN[-1])}
        assert {one.person for one in count(people_on(told, KNOWN_DAYS[-1]), rule, day).people} <= people
