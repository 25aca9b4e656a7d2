"""What groups add to a flow: against every combination, and rounds of Zalesia by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.claims.act import Act, CustodyState
from habeas.custody.report import Report
from habeas.custody.standing import Population
from habeas.tally.count import Count, Group, GroupReport, count
from habeas.tally.rule import HELD, Rule
from tests.custody.drawn import days, the
from tests.oracle.tally_totals import totals
from tests.tally.drawn import flow, group_reports, populations, quantities, round_of, stock, units, unnamed


@settings(deadline=None)
@given(group_reports(), days, populations, quantities, units)
def test_without_anybody_named_low_and_high_are_the_least_and_the_most_that_can_be(
    drawn: list[GroupReport], day: int, population: Population, quantity: str, unit: str
) -> None:
    rule = flow(quantity, unit, population=population)
    possible = totals({}, [unnamed(each, rule, the(day)) for each in drawn], unit)
    found = count({}, rule, the(day), drawn)
    assert (found.low, found.high) == (min(possible), max(possible))
    assert found.low <= found.best <= found.high
    assert found.named == 0


def figures(found: Count) -> tuple[int, int, int]:
    return found.low, found.best, found.high


def test_a_round_counts_in_the_window_of_its_day() -> None:
    freed = [round_of(52, Act.released, 2, 3)]
    assert figures(count({}, flow(), the(3), freed)) == (52, 52, 52)
    assert figures(count({}, flow(), the(2), freed)) == (0, 0, 52), "by the last day of the two it is not yet sure"
    assert figures(count({}, flow(period="day"), the(3), freed)) == (0, 52, 52)
    assert count({}, flow(), the(3), freed).claims == ("released",)


def test_a_day_with_an_open_end_is_never_sure() -> None:
    assert figures(count({}, flow(), the(6), [round_of(52, Act.released, 2, None)])) == (0, 52, 52)
    assert figures(count({}, flow(), the(6), [round_of(52, Act.released, None, None)])) == (0, 0, 52)


@pytest.mark.parametrize("act", [Act.died, Act.deported, Act.acquitted, Act.confined_at_home])
def test_an_act_that_does_not_say_where_it_found_people_is_only_possibly_an_exit(act: Act) -> None:
    assert figures(count({}, flow(), the(6), [round_of(4, act, 2, 2)])) == (0, 0, 4)


@pytest.mark.parametrize("act", [Act.held, Act.transferred, Act.charged, Act.at_liberty])
def test_an_act_that_moves_nobody_adds_nothing(act: Act) -> None:
    told = [round_of(4, act, 2, 2)]
    assert figures(count({}, flow("inflow"), the(6), told)) == figures(count({}, flow(), the(6), told)) == (0, 0, 0)


def test_a_state_that_the_rule_does_not_count_adds_nothing() -> None:
    serving = Population(frozenset({CustodyState.serving}))
    assert figures(count({}, flow("inflow", population=serving), the(6), [round_of(4, Act.detained, 2, 2)])) == (
        0,
        0,
        0,
    )
    assert figures(count({}, flow(population=serving), the(6), [round_of(4, Act.released, 2, 2)])) == (0, 0, 4)


def test_in_no_stock_and_of_persons_only_in_high() -> None:
    arrested = [round_of(52, Act.detained, 2, 2)]
    assert figures(count({}, HELD, the(6), arrested)) == figures(count({}, stock(), the(6), arrested)) == (0, 0, 0)
    assert figures(count({}, flow("inflow", "persons"), the(6), arrested)) == (0, 0, 52)


@pytest.mark.parametrize(
    "rule",
    [flow(where=(("sex", "female"),)), flow(population=Population(recognised_by=frozenset({"watch"})))],
)
def test_of_those_whom_nobody_names_nobody_knows_what_else_is_so(rule: Rule) -> None:
    assert figures(count({}, rule, the(6), [round_of(52, Act.released, 2, 2)])) == (0, 0, 52)


def test_an_unknown_number_is_one_event_and_no_detention() -> None:
    some = [round_of(0, Act.released, 2, 2, high=None)]
    assert figures(count({}, flow(unit="events"), the(6), some)) == (1, 1, 1)
    assert figures(count({}, flow(), the(6), some)) == (0, 0, 0)


def test_best_takes_the_least_that_is_said() -> None:
    assert figures(count({}, flow(), the(6), [round_of(50, Act.released, 2, 2, high=60)])) == (50, 50, 60)
    assert figures(count({}, flow(), the(6), [round_of(50, Act.released, 2, 2, high=None)])) == (50, 50, 50)


WATCH = round_of(52, Act.released, 1, 3, claim="watch", order=1)
RADIO = round_of(50, Act.released, 3, 5, claim="radio", order=2, high=60)
BOTH = frozenset({("radio", "watch")})


def test_two_claims_of_one_round_are_one_round() -> None:
    found = count({}, flow(), the(3), [WATCH, RADIO], same=BOTH)
    assert figures(found) == (52, 52, 52), "the day and the number that both allow"
    assert [(one.claims, one.group.low) for one in found.groups] == [(("watch", "radio"), 52)]
    assert figures(count({}, flow(), the(2), [WATCH, RADIO], same=BOTH)) == (0, 0, 0)


def test_two_numbers_that_cannot_both_be_are_the_least_and_the_most() -> None:
    other = round_of(31, Act.released, 3, 3, claim="radio", order=2)
    assert figures(count({}, flow(), the(6), [WATCH, other], same=BOTH)) == (31, 31, 52)


def test_judged_to_be_two_rounds_they_are_two() -> None:
    assert figures(count({}, flow(), the(6), [WATCH, RADIO])) == (102, 102, 112)
    assert figures(count({}, flow(), the(6), [WATCH, RADIO], same=BOTH, different=BOTH)) == (102, 102, 112)


def test_rounds_that_contradict_each_other_are_alternatives() -> None:
    found = count({}, flow(), the(6), [WATCH, RADIO], contradicts=BOTH)
    assert figures(found) == (50, 50, 60), "best takes the claim entered last"
    assert {one.claims: (one.low, one.best, one.high) for one in found.groups} == {("radio",): (50, 50, 60)}


def test_one_claim_of_two_groups_is_two_groups() -> None:
    told = [
        round_of(3, Act.released, 2, 2, claim="one", id="men"),
        round_of(4, Act.released, 2, 2, claim="one", id="women"),
    ]
    again = [
        round_of(3, Act.released, 2, 2, claim="two", id="men"),
        round_of(4, Act.released, 2, 2, claim="two", id="women"),
    ]
    judged = frozenset({("one", "two")})
    assert figures(count({}, flow(), the(6), [*told, *again], same=judged)) == (7, 7, 7)
    assert count({}, flow(), the(6), [*told, *again], same=judged).claims == ("one", "two")


@given(st.integers(11, 13))
@settings(max_examples=3, deadline=None)
def test_contradictions_beyond_going_through_leave_the_widest_bounds(pairs: int) -> None:
    told = [round_of(2, Act.released, 2, 2, claim=f"{side}{n}", order=n) for n in range(pairs) for side in "ab"]
    opposed = frozenset((f"a{n}", f"b{n}") for n in range(pairs))
    found = count({}, flow(), the(6), told, contradicts=opposed)
    assert figures(found) == (0, 2 * pairs, 4 * pairs)
    chained = opposed | {(f"a{n}", f"b{n + 1}") for n in range(pairs - 1)}
    tangled = count({}, flow(), the(6), [*told], contradicts=chained, same=frozenset({("a0", "a1")}))
    assert tangled.low <= tangled.best <= tangled.high


def test_a_group_has_a_count_that_can_be() -> None:
    with pytest.raises(ValueError, match="from 5 to 4"):
        Group("g", "a round", 5, 4)


def test_a_group_that_was_pardoned_and_then_deported_left_custody_once() -> None:
    group = Group("round", "the round of the thaw", 14, 14)
    pardoned = GroupReport(group, Report("a", 1, Act.pardoned, the(3), the(3)))
    deported = GroupReport(group, Report("b", 2, Act.deported, the(3), the(3)))
    rule = flow("outflow", "detentions")
    for told in ([pardoned, deported], [deported, pardoned]):
        counted = count({}, rule, the(3), told)
        assert (counted.low, counted.best, counted.high) == (14, 14, 14)
    alone = count({}, rule, the(3), [deported])
    assert (alone.low, alone.best, alone.high) == (0, 0, 14)
