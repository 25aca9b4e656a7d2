"""A count in cells: best adds up, every cell has its own bounds, and the small prison by hand."""

import pytest
from hypothesis import given, settings

from habeas.claims.act import Act, CustodyState
from habeas.custody.report import Account
from habeas.custody.standing import Population
from habeas.tally.breakdown import Cell, breakdown
from habeas.tally.count import GroupReport, count
from habeas.tally.rule import HELD, Rule
from tests.custody.drawn import days, report, the
from tests.tally.drawn import flow, group_reports, people, quantities, rules, some_states, stock, stocks
from tests.tally.zalesia import PRISON


@settings(deadline=None)
@given(people, days, rules)
def test_best_adds_up_over_the_cells_of_a_property(named: dict[str, Account], day: int, rule: Rule) -> None:
    whole, cells = count(named, rule, the(day)), breakdown(named, rule, the(day), ["sex"])
    assert sum(cell.best for cell in cells) == whole.best
    assert sum(cell.low for cell in cells) <= whole.low
    assert sum(cell.high for cell in cells) >= whole.high
    assert all(cell.low <= cell.best <= cell.high for cell in cells)


@settings(deadline=None)
@given(people, days, stocks)
def test_best_adds_up_over_the_cells_of_states(named: dict[str, Account], day: int, rule: Rule) -> None:
    whole, cells = count(named, rule, the(day)), breakdown(named, rule, the(day), ["state"])
    assert sum(cell.best for cell in cells) == whole.best
    assert all(cell.low <= cell.best <= cell.high for cell in cells)
    assert {cell.values[0] for cell in cells} <= {None, *rule.population.states}


@settings(deadline=None)
@given(people, days, stocks)
def test_the_cells_of_two_divisions_add_up_to_those_of_each(named: dict[str, Account], day: int, rule: Rule) -> None:
    both = breakdown(named, rule, the(day), ["sex", "state"])
    for place, by in enumerate(("sex", "state")):
        alone = {cell.values[0]: cell for cell in breakdown(named, rule, the(day), [by])}
        for value, cell in alone.items():
            some = [one for one in both if one.values[place] == value]
            assert sum(one.best for one in some) == cell.best
            assert sum(one.low for one in some) <= cell.low
            assert sum(one.high for one in some) >= cell.high
    assert all(cell.low <= cell.best <= cell.high for cell in both)


@settings(deadline=None)
@given(group_reports(), people, days, quantities)
def test_the_cells_of_a_flow_have_what_remains_of_groups(
    drawn: list[GroupReport], named: dict[str, Account], day: int, quantity: str
) -> None:
    rule = flow(quantity, "detentions")
    whole = count(named, rule, the(day), drawn)
    said_of = {each.report.claim: {"sex": "female"} for each in drawn[::2]}
    cells = breakdown(named, rule, the(day), ["sex"], whole.groups, said_of)
    assert sum(cell.best for cell in cells) == whole.best
    assert sum(cell.low for cell in cells) <= whole.low
    assert sum(cell.high for cell in cells) >= whole.high
    assert all(cell.low <= cell.best <= cell.high for cell in cells)


@settings(deadline=None)
@given(people, days, some_states)
def test_a_cell_of_a_state_is_the_count_of_that_state(
    named: dict[str, Account], day: int, states: frozenset[CustodyState]
) -> None:
    cells = {
        cell.values[0]: cell for cell in breakdown(named, stock(population=Population(states)), the(day), ["state"])
    }
    for state in states:
        alone = count(named, stock(population=Population(frozenset({state, CustodyState.unknown}))), the(day))
        held = count(named, stock(population=Population(frozenset({CustodyState.unknown}))), the(day))
        if state is not CustodyState.unknown:
            cell = cells.get(state, Cell((state,), 0, 0, 0))
            assert cell.best == alone.best - held.best
            assert alone.high - held.high <= cell.high <= alone.high


def test_the_small_prison_by_sex() -> None:
    assert breakdown(PRISON, HELD, the(3), ["sex"]) == (
        Cell(("female",), low=1, best=2, high=4),
        Cell(("male",), low=0, best=0, high=3),
        Cell((None,), low=0, best=1, high=1),
    )


def test_who_came_out_by_sex() -> None:
    assert breakdown(PRISON, flow("outflow", "detentions"), the(6), ["sex"]) == (
        Cell(("female",), low=3, best=4, high=4),
        Cell(("male",), low=1, best=1, high=2),
        Cell((None,), low=0, best=0, high=1),
    )


def test_the_small_prison_by_state() -> None:
    assert breakdown(PRISON, HELD, the(3), ["state"]) == (
        Cell(("police",), low=0, best=2, high=3),
        Cell(("serving",), low=1, best=1, high=1),
        Cell(("unknown",), low=0, best=0, high=3),
    )


def test_held_without_its_being_said_how_has_a_cell_of_its_own_where_the_rule_does_not_count_it() -> None:
    ivo = {"ivo": Account((report(Act.held, 2, 2),))}
    serving = stock(population=Population(frozenset({CustodyState.serving})))
    assert breakdown(ivo, serving, the(3), ["state"]) == (Cell((None,), low=0, best=0, high=1),)


def test_who_left_on_a_day_that_is_counted_is_in_the_state_of_the_day_before() -> None:
    leaving = stock(population=Population(HELD.population.states, leaving_day=True))
    alice = {"alice": PRISON["alice"]}
    assert breakdown(alice, leaving, the(5), ["state"]) == (Cell(("serving",), low=1, best=1, high=1),)


def test_a_flow_has_no_state() -> None:
    with pytest.raises(ValueError, match="by a property"):
        breakdown(PRISON, flow(), the(3), ["state"])
