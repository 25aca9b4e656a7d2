"""Counting people on a day: against every combination of what is possible, and a small prison by hand."""

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.claims.act import Act, CustodyState
from habeas.custody.standing import Report
from habeas.tally.rule import HELD, Rule
from habeas.tally.stock import count_stock
from tests.custody.drawn import all_said, days, report, reports, states, the
from tests.oracle.placements import best_state, totals

people = st.dictionaries(st.sampled_from(("alice", "bob", "charlie")), reports, max_size=3)


def rule_for(counted: frozenset[CustodyState]) -> Rule:
    return Rule("drawn", 1, "Drawn for a test.", "stock", "persons", counted)


@settings(deadline=None, max_examples=150)
@given(people, days, states)
def test_low_and_high_are_the_least_and_the_most_that_can_be(
    drawn: dict[str, list[Report]], day: int, counted: frozenset[CustodyState]
) -> None:
    count = count_stock(drawn, rule_for(counted), the(day))
    told = {person: all_said(given_reports) for person, given_reports in drawn.items()}
    possible = totals(told, counted, day)
    assert (count.low, count.high) == (min(possible), max(possible))
    assert count.best == count.named == sum(best_state(said, day) in counted for said in told.values())


@settings(deadline=None)
@given(people, days)
def test_a_count_is_the_sum_of_its_people(drawn: dict[str, list[Report]], day: int) -> None:
    whole = count_stock(drawn, HELD, the(day))
    each = [count_stock({person: drawn[person]}, HELD, the(day)) for person in sorted(drawn)]
    assert (whole.low, whole.best, whole.high) == tuple(
        sum(getattr(c, n) for c in each) for n in ("low", "best", "high")
    )
    assert whole.people == tuple(counted for count in each for counted in count.people)


PRISON = {
    "dina": [report(Act.at_liberty, 3, 3, claim="d1")],
    "bob": [report(Act.detained, 1, 9, claim="b1")],
    "alice": [report(Act.sentenced, 1, 1, claim="a1"), report(Act.pardoned, 8, 8, claim="a2")],
    "erin": [report(Act.confined_at_home, 1, 1, claim="e1")],
    "charlie": [report(Act.released, 7, 7, claim="shared")],
    "frank": [report(Act.exchanged, 7, 7, claim="shared")],
}


def test_a_small_prison() -> None:
    count = count_stock(PRISON, HELD, the(5))
    assert (count.low, count.best, count.high, count.named) == (1, 1, 4, 1)
    assert [counted.person for counted in count.people] == ["alice", "bob", "charlie", "frank"]
    assert count.claims == ("a1", "a2", "b1", "shared")


def test_the_day_of_arrest_is_counted_and_the_day_of_leaving_is_not() -> None:
    assert count_stock(PRISON, HELD, the(9)).best == 1, "Bob, arrested by the 9th at the latest"
    assert count_stock(PRISON, HELD, the(8)).best == 0, "Alice, pardoned and out on the 8th"


def test_nobody_named_is_nobody_counted() -> None:
    count = count_stock({}, HELD, the(5))
    assert (count.low, count.best, count.high, count.named, count.claims, count.people) == (0, 0, 0, 0, (), ())


def test_held_says_what_it_does() -> None:
    assert HELD.states == frozenset(CustodyState) - {CustodyState.home, CustodyState.restricted}
    assert "the day of leaving is not" in HELD.sentence
    assert "home and restricted liberty are not counted" in HELD.sentence
