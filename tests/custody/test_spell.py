"""Spells: stretches of custody by best's choice and order, seen ends and unseen ones."""

from dataclasses import replace

from hypothesis import given, settings

from habeas.claims.act import Act, CustodyState
from habeas.custody.report import Account, Report
from habeas.custody.spell import Spell, Stretch, spells
from habeas.custody.standing import Population, standing_on
from tests.custody.drawn import account, accounts, on, report, the


def one(*reports: Report) -> Spell:
    (spell,) = spells(account(*reports))
    return spell


def test_an_arrest_and_a_release_are_one_spell_with_seen_ends() -> None:
    spell = one(report(Act.detained, 1, 3, 0, "a"), report(Act.released, 8, 9, 1, "b"))
    assert spell == Spell(
        start=(on(1), on(3)),
        end=(on(8), on(9)),
        seen_start=True,
        seen_end=True,
        stretches=(Stretch(CustodyState.police, (on(1), on(3)), (on(8), on(9)), ("a",)),),
        claims=("a", "b"),
    )


def test_held_on_a_day_without_an_act_has_an_open_start_and_no_end() -> None:
    spell = one(report(Act.held, 5, 5))
    assert (spell.start, spell.seen_start, spell.end, spell.seen_end) == ((None, on(5)), False, None, False)


def test_only_a_release_known_is_a_spell_whose_start_was_not_seen() -> None:
    spell = one(report(Act.released, 7, 7))
    assert (spell.start, spell.end) == ((None, on(7)), (on(7), on(7)))
    assert (spell.seen_start, spell.seen_end) == (False, True)
    assert [stretch.state for stretch in spell.stretches] == [CustodyState.unknown]


def test_found_in_after_a_release_came_back_unseen_between_the_two() -> None:
    free, back = spells(
        account(report(Act.detained, 1, 1, 0, "a"), report(Act.released, 4, 5, 1, "b"), report(Act.held, 9, 9, 2, "c"))
    )
    assert free.end == (on(4), on(5))
    assert (back.start, back.seen_start, back.claims) == ((on(4), on(9)), False, ("c",))


def test_found_free_without_a_release_left_unseen_between_the_two() -> None:
    spell = one(report(Act.detained, 1, 2, 0, "a"), report(Act.at_liberty, 9, 9, 1, "b"))
    assert (spell.end, spell.seen_end, spell.claims) == ((on(1), on(9)), False, ("a", "b"))


def test_arrested_twice_was_let_go_unseen_between() -> None:
    first, second = spells(account(report(Act.detained, 1, 1, 0, "a"), report(Act.detained, 9, 9, 1, "b")))
    assert (first.end, first.seen_end) == ((on(1), on(9)), False)
    assert (second.start, second.seen_start, second.end) == ((on(9), on(9)), True, None)


def test_the_custody_states_inside_are_stretches_and_a_transfer_keeps_the_state() -> None:
    spell = one(
        report(Act.detained, 1, 1, 0, "a"),
        report(Act.remanded, 3, 3, 1, "b"),
        report(Act.transferred, 4, 4, 2, "c"),
        report(Act.sentenced, 6, 7, 3, "d"),
        report(Act.charged, 6, 6, 4, "e"),
    )
    assert spell.stretches == (
        Stretch(CustodyState.police, (on(1), on(1)), (on(3), on(3)), ("a",)),
        Stretch(CustodyState.pretrial, (on(3), on(3)), (on(6), on(7)), ("b", "c")),
        Stretch(CustodyState.serving, (on(6), on(7)), None, ("d",)),
    )
    assert spell.claims == ("a", "b", "c", "d")


def test_a_transfer_that_says_the_state_says_nothing_of_the_state_before_it() -> None:
    moved = replace(report(Act.transferred, 5, 5), state=CustodyState.serving)
    assert [(each.state, each.end) for each in one(moved).stretches] == [
        (CustodyState.unknown, (on(5), on(5))),
        (CustodyState.serving, None),
    ]
    seen = replace(report(Act.held, 5, 5), state=CustodyState.serving)
    assert [each.state for each in one(seen).stretches] == [CustodyState.serving]


def test_of_alternatives_the_spell_is_bests() -> None:
    march = report(Act.detained, 3, 3, 0, "a")
    may = replace(report(Act.detained, 63, 63, 1, "b"), known="2021-06-01")
    (spell,) = spells(Account((march, may), contradicts=frozenset({("a", "b")})))
    assert (spell.start, spell.claims) == ((on(63), on(63)), ("b",))


@settings(deadline=None, max_examples=300)
@given(accounts())
def test_who_stands_in_custody_by_best_is_in_a_spell_that_day(given_account: Account) -> None:
    """A day that no end's interval touches lies inside a spell exactly where best has the person in custody."""
    found = spells(given_account)
    for number in range(-3, 12):
        day = the(number)
        if any(near(end, number) for spell in found for end in (spell.start, spell.end) if end):
            continue
        inside = any(
            spell.start[1] and spell.start[1] <= day and (spell.end is None or (spell.end[0] and day < spell.end[0]))
            for spell in found
        )
        assert inside == standing_on(given_account, day, Population()).best


def near(end: tuple[object, object], number: int) -> bool:
    first, last = end
    return (first is None or first <= the(number)) and (last is None or the(number) <= last)  # type: ignore[operator]
