"""Standings and passages are exact: against all choices, all placements and all days of unseen changes."""

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from habeas.claims.act import Act, CustodyState
from habeas.custody.passage import Passage, passages
from habeas.custody.report import Account, Report
from habeas.custody.standing import ALL_STATES, Population, Standing, standing_on, states_on
from habeas.custody.told import told
from tests.custody.drawn import accounts, all_said, days, lives_of, populations, report, reports, states, the
from tests.oracle import placements as oracle
from tests.oracle.passages import Asked, best_walk, counted_at_some_moment, walks


def asked(population: Population) -> Asked:
    counted = frozenset(state.value for state in population.states)
    return Asked(counted, population.recognised_by, population.stale_after)


def triple(standing: Standing) -> tuple[bool, bool, bool]:
    return standing.certainly, standing.best, standing.possibly


def by_enumeration(given_account: Account, day: int, population: Population) -> tuple[bool, bool, bool]:
    """Certainly, best, possibly at the end of the day, from all lives and all their placements."""
    counted = asked(population).counted
    answers: set[bool] = set()
    lives = lives_of(given_account)
    for acts, spoken in lives:
        told = [each for each in spoken if each.body in population.recognised_by]
        inside = oracle.outcomes(oracle.possible_states(acts, day, population.stale_after), counted)
        recognised = oracle.possibly_recognised(told, day) if population.recognised_by else {True}
        answers |= {one and other for one, other in product(inside, recognised)}
    acts, spoken = lives[0]
    told = [each for each in spoken if each.body in population.recognised_by]
    best = oracle.best_state(acts, day) in counted
    if population.recognised_by:
        best = best and oracle.best_recognised(told, day)
    return False not in answers, best, True in answers


# Reports alone, whose claims and orders may coincide.


def agrees(given_reports: Sequence[Report], day: int, counted: frozenset[CustodyState]) -> None:
    found = standing_on(Account(tuple(given_reports)), the(day), Population(counted))
    told = all_said(given_reports)
    answers = oracle.outcomes(oracle.possible_states(told, day), counted)
    assert triple(found) == (False not in answers, oracle.best_state(told, day) in counted, True in answers)


@settings(deadline=None, max_examples=800)
@given(reports, days, states | st.just(ALL_STATES))
def test_the_bounds_are_those_of_all_placements(
    given_reports: list[Report], day: int, counted: frozenset[CustodyState]
) -> None:
    agrees(given_reports, day, counted)


SOME = (Act.detained, Act.released, Act.held, Act.at_liberty, Act.remanded, Act.confined_at_home)
ENDS = [(2, 2), (3, 3), (2, 3), (2, 4), (None, 3), (3, None), (None, None)]


@pytest.mark.parametrize("first", SOME)
def test_every_pair_of_small_reports_agrees_with_all_placements(first: Act) -> None:
    for second, one, other, day in product(SOME, ENDS, ENDS, (1, 2, 3, 4)):
        agrees([report(first, *one), report(second, *other)], day, frozenset({CustodyState.police}))
        agrees([report(first, *one, order=1), report(second, *other)], day, ALL_STATES)


@settings(deadline=None)
@given(reports, days, st.data())
def test_knowing_a_day_less_well_never_narrows_the_bounds(
    given_reports: list[Report], day: int, data: st.DataObject
) -> None:
    vaguer = [
        Report(r.claim, r.order, r.act, *data.draw(st.sampled_from([(r.earliest, None), (None, r.latest)])))
        for r in given_reports
    ]
    sharp, vague = (standing_on(Account(tuple(each)), the(day), Population()) for each in (given_reports, vaguer))
    assert vague.certainly <= sharp.certainly
    assert sharp.possibly <= vague.possibly


@given(reports, days)
def test_reports_of_different_order_may_be_given_in_any(given_reports: list[Report], day: int) -> None:
    ordered = tuple(Report(str(n), n, r.act, r.earliest, r.latest) for n, r in enumerate(given_reports))
    one, other = Account(ordered), Account(ordered[::-1])
    assert standing_on(one, the(day), Population()) == standing_on(other, the(day), Population())


# Whole accounts: alternatives, denials, reports of one act, deaths, recognition, and no sign since.


@settings(deadline=None, max_examples=800)
@given(accounts(most=3), days, populations)
def test_the_bounds_are_those_of_all_choices_and_placements(
    given_account: Account, day: int, population: Population
) -> None:
    assert triple(standing_on(given_account, the(day), population)) == by_enumeration(given_account, day, population)


mortal = accounts(most=4, most_stated=0, acts=(Act.died, Act.detained, Act.released, Act.held))
shortly_held = accounts(most=4, most_stated=0, judged=False, acts=(Act.detained, Act.released, Act.held))


@settings(deadline=None, max_examples=500)
@given(mortal, days, st.none() | st.integers(0, 2))
def test_nothing_comes_after_a_death(given_account: Account, day: int, stale_after: int | None) -> None:
    police = Population(frozenset({CustodyState.police}), stale_after=stale_after)
    assert triple(standing_on(given_account, the(day), police)) == by_enumeration(given_account, day, police)


@settings(deadline=None, max_examples=300)
@given(shortly_held, days, st.integers(0, 3))
def test_the_last_sign_is_as_old_as_the_others_let_it_be(given_account: Account, day: int, stale_after: int) -> None:
    stale = Population(stale_after=stale_after)
    assert triple(standing_on(given_account, the(day), stale)) == by_enumeration(given_account, day, stale)


@settings(deadline=None, max_examples=300)
@given(accounts(most=3, most_stated=0), days)
def test_the_states_are_those_of_all_choices_and_placements(given_account: Account, day: int) -> None:
    found = states_on(given_account, the(day))
    lives = lives_of(given_account)
    expected = {state for acts, _ in lives for state in oracle.possible_states(acts, day)}
    assert {state.value if state else "free" for state in found.possible} == expected
    assert (found.best.value if found.best else "free") == oracle.best_state(lives[0][0], day)


@settings(deadline=None)
@given(accounts(), days, populations)
def test_certainly_implies_best_implies_possibly(given_account: Account, day: int, population: Population) -> None:
    found = standing_on(given_account, the(day), population)
    assert found.certainly <= found.best <= found.possibly


def only(given_account: Account, claims: Sequence[str]) -> Account:
    return Account(
        tuple(each for each in given_account.reports if each.claim in claims),
        tuple(each for each in given_account.recognitions if each.claim in claims),
        (),
        given_account.same,
        given_account.different,
        given_account.contradicts,
        given_account.sequences,
    )


@settings(deadline=None, max_examples=500)
@given(accounts() | reports.map(lambda each: Account(tuple(each))), days, populations)
def test_the_claims_beside_the_day_decide_it_alone(given_account: Account, day: int, population: Population) -> None:
    whole = standing_on(given_account, the(day), population)
    alone = standing_on(only(given_account, whole.claims), the(day), population)
    assert triple(alone) == triple(whole)
    assert set(alone.claims) <= set(whole.claims)


TURNED_ROUND = Account(  # c1 on the 3rd, then c2, then c0 on the 2nd: they cannot all be
    (
        report(Act.detained, 1, None, order=2, claim="c2"),
        report(Act.detained, 1, 1, order=0, claim="c0"),
        report(Act.detained, 2, 2, order=1, claim="c1"),
    ),
    sequences=frozenset({("c1", "c2"), ("c2", "c0")}),
)


@settings(deadline=None, max_examples=400)
@example(TURNED_ROUND, 0)
@given(accounts(most=4, most_stated=0, judged=False) | mortal, days)
def test_the_claims_are_those_that_can_stand_beside_the_day_and_those_they_hang_on(
    given_account: Account, day: int
) -> None:
    given_account = Account(given_account.reports, sequences=given_account.sequences)
    lives = set(lives_of(given_account))
    assume(len(lives) == 1)
    beside = {order for acts, _ in lives for order in oracle.beside(acts, day)}
    hanging = {other for acts, _ in lives for order in beside for other in oracle.undone_with(acts, order)}
    expected = {f"c{order}" for order in beside | hanging}
    assert set(standing_on(given_account, the(day), Population()).claims) == expected


def test_without_one_of_the_sequences_that_cannot_all_be_the_others_are_again() -> None:
    """Why those that hang together are given together: c2 is put before c0 only where c1 is left out."""
    whole = standing_on(TURNED_ROUND, the(0), Population())
    assert set(whole.claims) == {"c0", "c1", "c2"}
    orders = [
        [event.claims for event in told(account).best.acts]
        for account in (TURNED_ROUND, only(TURNED_ROUND, ["c0", "c2"]))
    ]
    assert orders == [[("c0",), ("c1",), ("c2",)], [("c2",), ("c0",)]]


# Passages.

windows = st.tuples(days, days).map(sorted)


def as_walk(passage: Passage) -> tuple[bool, int, int, bool]:
    return passage.at_start, passage.entries, passage.exits, passage.at_end


@settings(deadline=None, max_examples=400)
@given(accounts(most=2, most_stated=1), windows, populations)
def test_the_passages_are_those_of_all_histories(
    given_account: Account, window: list[int], population: Population
) -> None:
    first, last = window
    found = passages(given_account, the(first), the(last), population)
    lives = lives_of(given_account)
    expected = {each for life in lives for each in walks(*life, (first, last), asked(population))}
    assert {as_walk(passage) for passage in found.possible} == expected
    assert as_walk(found.best) == best_walk(*lives[0], (first, last), asked(population))


@settings(deadline=None, max_examples=120)
@given(accounts(most=3, most_stated=0, judged=False), windows, populations)
def test_the_passages_of_three_acts_are_those_of_all_histories(
    given_account: Account, window: list[int], population: Population
) -> None:
    found = passages(given_account, the(window[0]), the(window[1]), population)
    lives = set(lives_of(given_account))
    expected = {each for life in lives for each in walks(*life, (window[0], window[1]), asked(population))}
    assert {as_walk(passage) for passage in found.possible} == expected


@settings(deadline=None, max_examples=400)
@given(accounts(), windows, populations)
def test_a_passage_adds_up_and_ends_where_the_person_stands(
    given_account: Account, window: list[int], population: Population
) -> None:
    found = passages(given_account, the(window[0]), the(window[1]), population)
    assert found.best in found.possible
    assert all(each.at_start + each.entries - each.exits == each.at_end for each in found.possible)
    before, after = (standing_on(given_account, the(day), population) for day in (window[0] - 1, window[1]))
    for standing, ends in ((before, {p.at_start for p in found.possible}), (after, {p.at_end for p in found.possible})):
        assert (standing.certainly, standing.possibly) == (False not in ends, True in ends)
    assert (before.best, after.best) == (found.best.at_start, found.best.at_end)


@settings(deadline=None, max_examples=400)
@given(accounts(), windows, populations)
def test_the_claims_of_a_passage_decide_it_alone(
    given_account: Account, window: list[int], population: Population
) -> None:
    whole = passages(given_account, the(window[0]), the(window[1]), population)
    alone = passages(only(given_account, whole.claims), the(window[0]), the(window[1]), population)
    assert (alone.possible, alone.best) == (whole.possible, whole.best)


@settings(deadline=None, max_examples=200)
@given(accounts(most=2, most_stated=1), days, populations)
def test_with_the_day_of_leaving_whoever_was_in_at_some_moment_counts(
    given_account: Account, day: int, population: Population
) -> None:
    all_day = Population(population.states, population.recognised_by, population.stale_after, leaving_day=True)
    found = standing_on(given_account, the(day), all_day)
    lives = lives_of(given_account)
    answers = counted_at_some_moment({w for life in lives for w in walks(*life, (day, day), asked(population))})
    best = counted_at_some_moment({best_walk(*lives[0], (day, day), asked(population))})
    assert triple(found) == (False not in answers, True in best, True in answers)
