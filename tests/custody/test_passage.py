"""How somebody passes through a month, by hand; exactness is tested in test_exact."""

import pytest

from habeas.claims.act import Act, CustodyState
from habeas.custody.passage import Passage, passages
from habeas.custody.report import Account, Recognition, Report
from habeas.custody.standing import Population, standing_on
from tests.custody.drawn import account, on, report, the

EVERYONE = Population()
IN, OUT, THROUGH, STAYED = (
    Passage(at_start=False, entries=1, exits=0, at_end=True),
    Passage(at_start=True, entries=0, exits=1, at_end=False),
    Passage(at_start=False, entries=1, exits=1, at_end=False),
    Passage(at_start=True, entries=0, exits=0, at_end=True),
)
AWAY = Passage(at_start=False, entries=0, exits=0, at_end=False)


def through(*reports: Report, population: Population = EVERYONE) -> frozenset[Passage]:
    """Through the days 10 to 20."""
    return passages(account(*reports), the(10), the(20), population).possible


def test_arrested_before_within_and_after() -> None:
    assert through(report(Act.detained, 9, 9)) == {STAYED}
    assert through(report(Act.detained, 10, 10)) == through(report(Act.detained, 20, 20)) == {IN}
    assert through(report(Act.detained, 21, 21)) == {AWAY}
    assert through(report(Act.detained, 9, 10)) == {STAYED, IN}


def test_arrested_and_freed_on_one_day_is_one_entry_and_one_exit() -> None:
    assert through(report(Act.detained, 12, 12, 0), report(Act.released, 12, 12, 1)) == {THROUGH}


def test_one_found_held_came_in_some_day_before_and_best_says_on_that_day() -> None:
    seen = account(report(Act.held, 12, 12))
    found = passages(seen, the(10), the(20), EVERYONE)
    assert found.possible == {IN, STAYED}
    assert found.best == IN


def test_two_arrests_need_an_unseen_release_between_them() -> None:
    twice = report(Act.detained, 5, 5, 0, "a"), report(Act.detained, 15, 15, 1, "b")
    assert through(*twice) == {IN, Passage(at_start=True, entries=1, exits=1, at_end=True)}


def test_moved_from_prison_to_a_state_that_is_not_counted_is_an_exit() -> None:
    prison = Population(frozenset({CustodyState.police, CustodyState.serving}))
    eased = report(Act.detained, 5, 5, 0, "a"), report(Act.confined_at_home, 15, 15, 1, "b")
    assert through(*eased, population=prison) == {OUT}
    assert through(*eased) == {STAYED}


def test_without_a_sign_for_too_long_the_person_may_have_gone() -> None:
    arrested = report(Act.detained, 5, 5)
    assert through(arrested, population=Population(stale_after=15)) == {STAYED}
    assert through(arrested, population=Population(stale_after=14)) == {STAYED, OUT}
    assert through(arrested, population=Population(stale_after=3)) == {STAYED, OUT, AWAY}
    assert passages(account(arrested), the(10), the(20), Population(stale_after=3)).best == STAYED


def test_recognition_makes_an_entry_and_its_withdrawal_an_exit() -> None:
    held = report(Act.detained, 1, 1, 0, "a")
    stated = (
        Recognition("yes", 1, "viesna", withdrawn=False, earliest=on(11), latest=on(11)),
        Recognition("no", 2, "viesna", withdrawn=True, earliest=on(14), latest=on(14)),
    )
    by_viesna = Population(recognised_by=frozenset({"viesna"}))
    found = passages(Account((held,), stated), the(10), the(20), by_viesna)
    assert found.possible == {THROUGH}
    assert found.claims == ("a", "yes", "no")
    by_others = Population(recognised_by=frozenset({"svetlo"}))
    assert passages(Account((held,), stated), the(10), the(20), by_others).possible == {AWAY}


def test_an_exit_before_the_recognition_is_no_exit_of_the_recognised() -> None:
    reports = report(Act.detained, 1, 1, 0, "a"), report(Act.released, 12, 12, 1, "b")
    stated = Recognition("yes", 2, "viesna", withdrawn=False, earliest=on(11), latest=on(13))
    by_viesna = Population(recognised_by=frozenset({"viesna"}))
    assert passages(Account(reports, (stated,)), the(10), the(20), by_viesna).possible == {THROUGH, AWAY}


def test_the_day_of_leaving_counts_where_the_rule_says_so() -> None:
    stay = account(report(Act.detained, 3, 3, 0, "a"), report(Act.released, 7, 7, 1, "b"))
    all_day = Population(leaving_day=True)
    counted = [day for day in range(10) if standing_on(stay, the(day), all_day).certainly]
    assert counted == [3, 4, 5, 6, 7]
    one_day = account(report(Act.detained, 3, 3, 0, "a"), report(Act.released, 3, 3, 1, "b"))
    assert standing_on(one_day, the(3), all_day).certainly
    assert not standing_on(one_day, the(3), EVERYONE).possibly


def test_more_than_can_be_gone_through_gives_every_passage_and_says_so() -> None:
    acts = (Act.detained, Act.released, Act.held, Act.remanded)
    undated = account(*(report(acts[n % 4], None, None, n, f"c{n}") for n in range(11)))
    found = passages(undated, the(0), the(365), EVERYONE)
    assert found.entangled
    assert {STAYED, AWAY, IN, OUT, found.best} <= found.possible


def test_a_window_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="the first day 2021-03-06 of the window is after the last 2021-03-05"):
        passages(account(report(Act.detained, 1, 1)), the(5), the(4), EVERYONE)
