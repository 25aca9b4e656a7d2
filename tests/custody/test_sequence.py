"""Acts of one stretch keep their order: against all placements in which they do, and the rows of a list by hand."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from habeas.claims.act import ACTS, Act, Side
from habeas.custody.course import course, standing_at
from habeas.custody.passage import passages
from habeas.custody.report import Account, Report
from habeas.custody.spell import spells
from habeas.custody.standing import Population, standing_on, states_on
from tests.custody.drawn import all_said, days, one_report, report, the
from tests.oracle import placements as oracle

ANYWHERE = Population()


@st.composite
def sequenced(draw: st.DrawFn) -> tuple[list[Report], int, int]:
    """Up to four reports that say something, each of its own claim and order, and which two of them are one stretch."""
    telling = one_report().filter(lambda each: ACTS[each.act].leaves is not Side.nothing and each.act is not Act.died)
    drawn = draw(st.lists(telling, min_size=2, max_size=4))
    named = [replace(each, claim="abcd"[number], order=number) for number, each in enumerate(drawn)]
    earlier = draw(st.integers(0, len(named) - 2))
    return named, earlier, draw(st.integers(earlier + 1, len(named) - 1))


def possible(given_reports: list[Report], earlier: int, later: int, day: int) -> set[str]:
    """Every state on a day that a placement allows in which the one act comes before the other, where any does."""
    stories = list(oracle.placements(all_said(given_reports)))
    kept = [story for story in stories if _place(story, earlier) < _place(story, later)] or stories
    found = set()
    for story in kept:
        before, after = oracle.around(story, day)
        for change in oracle.unseen_changes(before, after):
            found.add(oracle.state_at_the_end_of(day, before, after, change))
    return found


def _place(story: oracle.Story, order: int) -> int:
    return next(place for place, (_, said) in enumerate(story) if said.order == order)


@settings(deadline=None, max_examples=400)
@given(sequenced(), days)
def test_the_bounds_are_those_of_the_placements_that_keep_the_order(
    drawn: tuple[list[Report], int, int], day: int
) -> None:
    told, earlier, later = drawn
    account = Account(tuple(told), sequences=frozenset({(told[earlier].claim, told[later].claim)}))
    wanted = possible(told, earlier, later, day)
    found = states_on(account, the(day))
    assert {state.value if state else "free" for state in found.possible} == wanted
    assert (found.best.value if found.best else "free") in wanted
    standing = standing_on(account, the(day), ANYWHERE)
    assert (standing.certainly, standing.possibly) == ("free" not in wanted, wanted != {"free"})
    assert standing_at(course(account, ANYWHERE), the(day)) == standing
    assert {one.at_end for one in passages(account, the(day), the(day), ANYWHERE).possible} == {
        state != "free" for state in wanted
    }


@settings(deadline=None, max_examples=200)
@given(sequenced(), days)
def test_a_sequence_only_rules_out(drawn: tuple[list[Report], int, int], day: int) -> None:
    told, earlier, later = drawn
    pair = frozenset({(told[earlier].claim, told[later].claim)})
    without = states_on(Account(tuple(told)), the(day)).possible
    assert states_on(Account(tuple(told), sequences=pair), the(day)).possible <= without


@given(sequenced(), days)
def test_a_claim_that_is_not_there_changes_nothing(drawn: tuple[list[Report], int, int], day: int) -> None:
    told, earlier, _ = drawn
    assume(told)
    absent = Account(tuple(told), sequences=frozenset({(told[earlier].claim, "z")}))
    assert standing_on(absent, the(day), ANYWHERE) == standing_on(Account(tuple(told)), the(day), ANYWHERE)


def stretch(first: tuple[int, int], last: tuple[int, int]) -> Account:
    arrest, release = report(Act.detained, *first, 0, "arrest"), report(Act.released, *last, 1, "release")
    return Account((arrest, release), sequences=frozenset({("arrest", "release")}))


def test_an_arrest_some_day_and_a_release_on_one_of_them_leave_nobody_in_for_ever() -> None:
    one = stretch((0, 5), (3, 3))
    assert [standing_on(one, the(day), ANYWHERE).possibly for day in range(-1, 7)] == [0, 1, 1, 1, 0, 0, 0, 0]
    (spell,) = spells(one)
    assert (spell.start, spell.end) == ((the(0), the(3)), (the(3), the(3)))


def test_of_two_days_in_one_month_the_last_leaves_nobody_in() -> None:
    one = stretch((0, 5), (0, 5))
    assert [standing_on(one, the(day), ANYWHERE).possibly for day in range(-1, 7)] == [0, 1, 1, 1, 1, 1, 0, 0]
    assert not standing_on(one, the(3), ANYWHERE).certainly


def test_days_that_are_certainly_turned_round_stay_as_they_were() -> None:
    turned = stretch((4, 4), (1, 1))
    plain = Account(turned.reports)
    for day in range(-1, 7):
        assert standing_on(turned, the(day), ANYWHERE) == standing_on(plain, the(day), ANYWHERE)
