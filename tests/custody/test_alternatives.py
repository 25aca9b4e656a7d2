"""Which claims can be so together: every maximal set, best's first; reports of one act; denials; and deaths."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.claims.act import ACTS, Act, CustodyState
from habeas.custody.alternatives import MOST_CHOICES, EntangledError, OneAct, choices, every_choice
from habeas.custody.passage import Passage, passages
from habeas.custody.report import Account, Pair, Recognition, Report
from habeas.custody.standing import Population, standing_on, states_on
from tests.custody.drawn import account, accounts, lives_of, numbered, on, report, the
from tests.oracle.placements import Said

PRISON = Population(frozenset({CustodyState.police, CustodyState.serving}))


Plain = tuple[tuple[str, str, str, str, str, int], ...]


def told(acts: tuple[OneAct, ...]) -> Plain:
    """What each act finds and leaves, in what state, between which days; in an order of no meaning."""
    return tuple(
        sorted(
            (
                ACTS[act.act].finds.value,
                ACTS[act.act].leaves.value,
                str(act.state),
                str(numbered(act.earliest)),
                str(numbered(act.latest)),
                act.order,
            )
            for act in acts
        )
    )


def as_told(acts: tuple[Said, ...]) -> Plain:
    return tuple(sorted((s.finds, s.leaves, str(s.state), str(s.first), str(s.last), s.order) for s in acts))


@settings(deadline=None, max_examples=400)
@given(accounts(most=5, most_stated=1))
def test_every_maximal_set_is_a_choice_and_nothing_else_is(given_account: Account) -> None:
    found = [told(choice.acts) for choice in every_choice(given_account)]
    expected = [as_told(acts) for acts, _ in lives_of(given_account)]
    assert found[0] == expected[0], "best's choice is the first"
    assert set(found) == set(expected)


@st.composite
def quarrels(draw: st.DrawFn) -> Account:
    """Six reports that contradict each other in many ways."""
    days = st.sampled_from(("2021-04-01", "2021-04-02"))
    six = [known(report(Act.held, n, n, n, f"c{n}"), draw(days)) for n in range(6)]
    pairs = st.lists(st.sampled_from([(f"c{n}", f"c{m}") for n, m in combinations(range(6), 2)]), max_size=10)
    return judged(*six, contradicts=draw(pairs))


@settings(deadline=None)
@given(quarrels())
def test_every_way_out_of_many_contradictions_is_found(given_account: Account) -> None:
    found = [told(choice.acts) for choice in every_choice(given_account)]
    expected = [as_told(acts) for acts, _ in lives_of(given_account)]
    assert (found[0], set(found)) == (expected[0], set(expected))
    assert len(found) == len(set(found))


def known(one: Report, day: str) -> Report:
    return replace(one, known=day)


IN_MARCH = report(Act.detained, 3, 3, 0, "police")
IN_MAY = report(Act.detained, 63, 63, 1, "mother")


def judged(
    *reports: Report,
    same: Iterable[Pair] = (),
    different: Iterable[Pair] = (),
    contradicts: Iterable[Pair] = (),
) -> Account:
    return Account(reports, (), (), frozenset(same), frozenset(different), frozenset(contradicts))


def test_of_two_that_contradict_each_is_possible_and_best_takes_the_one_known_last() -> None:
    earlier, later = known(IN_MARCH, "2022-05-01"), known(IN_MAY, "2021-07-01")
    both = judged(earlier, later, contradicts={("police", "mother")})
    found = standing_on(both, the(30), Population())
    assert (found.certainly, found.best, found.possibly) == (False, True, True)
    assert found.claims == ("police", "mother"), "both open: the figure rests on the one and on what contradicts it"
    assert standing_on(both, the(70), Population()).certainly
    assert passages(both, the(0), the(90), Population()).possible == {Passage(False, 1, 0, True)}


def test_of_two_known_on_one_day_best_takes_the_one_entered_last() -> None:
    both = judged(IN_MARCH, IN_MAY, contradicts={("mother", "police")})
    assert not standing_on(both, the(30), Population()).best


def test_without_a_link_two_reports_are_both_so() -> None:
    found = standing_on(account(IN_MARCH, IN_MAY), the(30), Population())
    assert (found.certainly, found.possibly) == (False, True), "he must have been let go, unseen, before the second"


def test_a_denial_is_an_alternative_to_the_act_and_never_an_act() -> None:
    denial = replace(report(Act.detained, 3, 3, 1, "ministry"), denied=True, known="2021-04-01")
    denied = judged(known(IN_MARCH, "2021-03-10"), denial, contradicts={("police", "ministry")})
    found = standing_on(denied, the(5), Population())
    assert (found.certainly, found.best, found.possibly) == (False, False, True)
    assert set(found.claims) == {"police", "ministry"}
    as_one_act = judged(known(IN_MARCH, "2021-03-10"), denial, same={("police", "ministry")})
    assert standing_on(as_one_act, the(5), Population()).possibly
    assert not standing_on(as_one_act, the(5), Population()).certainly


def test_a_denial_that_is_linked_to_nothing_has_no_effect() -> None:
    denial = replace(report(Act.detained, 3, 3, 1, "ministry"), denied=True)
    assert standing_on(account(IN_MARCH, denial), the(5), Population()) == standing_on(
        account(IN_MARCH), the(5), Population()
    )


def test_two_reports_of_one_act_are_one_act_on_a_day_that_both_allow() -> None:
    vague, sharp = report(Act.detained, 0, 30, 0, "a"), report(Act.detained, 20, 60, 1, "b")
    ((one,),) = choices(judged(vague, sharp, same={("a", "b")}))
    assert one == OneAct(("a", "b"), 0, Act.detained, CustodyState.police, on(20), on(30))
    two = passages(account(vague, sharp), the(0), the(70), Population())
    assert max(each.entries for each in two.possible) == 2, "unjudged, they may be two arrests"
    joined = passages(judged(vague, sharp, same={("b", "a")}), the(0), the(70), Population())
    assert joined.possible == {Passage(False, 1, 0, True)}


def test_where_reports_of_one_act_allow_no_day_in_common_it_was_some_day_from_the_first_to_the_last() -> None:
    ((one,),) = choices(judged(IN_MARCH, IN_MAY, same={("police", "mother")}))
    assert (one.earliest, one.latest) == (on(3), on(63))


def test_two_held_to_be_different_are_not_joined_by_way_of_a_third() -> None:
    three = [report(Act.detained, 1, 9, n, name) for n, name in enumerate("abc")]
    chain = {("a", "b"), ("b", "c")}
    assert len(choices(judged(*three, same=chain))[0]) == 1
    assert len(choices(judged(*three, same=chain, different={("c", "a")}))[0]) == 3


def test_reports_of_one_act_that_differ_on_what_was_done_leave_both_open_on_the_day_they_share() -> None:
    freed = known(report(Act.released, 0, 30, 1, "a"), "2021-04-01")
    home = known(report(Act.confined_at_home, 9, 9, 2, "b"), "2021-03-20")
    one_act = judged(report(Act.detained, -9, -9, 0, "in"), freed, home, same={("a", "b")})
    first, second = choices(one_act)
    assert [first[1].act, second[1].act] == [Act.released, Act.confined_at_home], "best: as the one known last has it"
    assert {act.earliest for act in (first[1], second[1])} == {on(9)}
    assert states_on(one_act, the(10)).possible == {None, CustodyState.home}
    assert not standing_on(one_act, the(10), PRISON).possibly


def test_a_report_that_does_not_say_the_state_does_not_differ_from_one_that_does() -> None:
    seen = report(Act.held, 3, 3, 0, "a")
    said = replace(report(Act.held, 3, 3, 1, "b"), state=CustodyState.serving)
    ((one,),) = choices(judged(seen, said, same={("a", "b")}))
    assert one.state is CustodyState.serving


def test_the_state_that_a_claim_states_goes_before_the_tables() -> None:
    moved = replace(report(Act.transferred, 3, 3), state=CustodyState.pretrial)
    assert states_on(account(moved), the(3)).best is CustodyState.pretrial
    freed = replace(report(Act.released, 3, 3), state=CustodyState.home)
    assert states_on(account(freed), the(3)).best is None, "an act that leaves the person free leaves no state"


def test_an_act_that_is_certainly_after_a_death_contradicts_it_without_a_link() -> None:
    died, seen = report(Act.died, 3, 3, 0, "died"), report(Act.held, 9, 9, 1, "seen")
    both = account(known(died, "2021-03-20"), known(seen, "2021-03-12"))
    found = standing_on(both, the(9), Population())
    assert (found.certainly, found.best, found.possibly) == (False, False, True)
    assert set(found.claims) == {"died", "seen"}


def test_a_death_that_is_dated_by_another_report_of_it_contradicts_what_comes_after() -> None:
    fell, died = report(Act.detained, 2, 2, 0, "fell"), known(report(Act.died, 2, 9, 1, "died"), "2021-05-01")
    again = report(Act.detained, 5, 5, 2, "again")
    told_apart = choices(judged(fell, died, again, same={("fell", "died")}))
    assert [[(act.act, act.earliest) for act in acts] for acts in told_apart] == [
        [(Act.died, on(2))],
        [(Act.detained, on(5))],
        [(Act.detained, on(2)), (Act.detained, on(5))],
    ]


def test_on_one_day_death_comes_last() -> None:
    both = account(report(Act.died, 3, 3, 0, "died"), report(Act.held, 3, 3, 1, "seen"))
    found = standing_on(both, the(3), Population())
    assert (found.certainly, found.possibly) == (False, False)


def test_an_arrest_in_the_year_of_a_death_was_before_it() -> None:
    both = account(report(Act.died, 30, 30, 0, "died"), report(Act.detained, 0, 365, 1, "in"))
    assert not standing_on(both, the(31), Population()).possibly
    assert standing_on(both, the(29), Population()).possibly


def test_recognitions_can_be_alternatives_too() -> None:
    held = report(Act.held, 1, 1, 0, "seen")
    statements = (
        Recognition("yes", 1, "viesna", withdrawn=False, earliest=on(2), latest=on(2), known="2021-03-05"),
        Recognition("no", 2, "viesna", withdrawn=True, earliest=on(3), latest=on(3), known="2021-03-04"),
    )
    both = Account((held,), statements, (), contradicts=frozenset({("yes", "no")}))
    found = standing_on(both, the(4), Population(recognised_by=frozenset({"viesna"})))
    assert (found.certainly, found.best, found.possibly) == (False, True, True)


def test_pairs_that_name_a_claim_from_elsewhere_have_no_effect() -> None:
    linked = judged(IN_MARCH, contradicts={("police", "else")}, same={("else", "police")}, different={("x", "y")})
    assert standing_on(linked, the(5), Population()) == standing_on(account(IN_MARCH), the(5), Population())


def test_one_claim_that_reaches_a_person_by_two_records_is_one_report() -> None:
    twice = account(IN_MARCH, IN_MARCH)
    assert standing_on(twice, the(3), Population()).certainly


ENTANGLED = judged(
    *(report(Act.detained, n, n, n, f"c{n}") for n in range(24)),
    contradicts={(f"c{n}", f"c{n + 1}") for n in range(0, 24, 2)},
)


def test_alternatives_beyond_going_through_give_the_widest_bounds_and_say_so() -> None:
    assert MOST_CHOICES < 2**12
    with pytest.raises(EntangledError, match="more than 1000 ways"):
        choices(ENTANGLED)
    found = standing_on(ENTANGLED, the(30), Population())
    assert (found.certainly, found.best, found.possibly, found.entangled) == (False, True, True, True)
    assert len(found.claims) == 24
    assert states_on(ENTANGLED, the(30)).possible == {None, *CustodyState}
    passed = passages(ENTANGLED, the(0), the(30), Population())
    assert passed.entangled
    assert passed.best in passed.possible
