"""Where a person stood on a day: the cases of the design by hand, and why placements and not a rule of thumb."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from habeas.claims.act import ACTS, Act, CustodyState, Side
from habeas.custody.report import Account, Report
from habeas.custody.standing import ALL_STATES, Population, Standing, standing_on
from tests.custody.drawn import on, report, the


def standing(given_reports: Sequence[Report], day: date, counted: frozenset[CustodyState] = ALL_STATES) -> Standing:
    return standing_on(Account(tuple(given_reports)), day, Population(counted))


def bounds(given_reports: Sequence[Report], day: int) -> tuple[int, int, int]:
    """Low, best, high of one person on one day, all states counted."""
    found = standing(given_reports, the(day))
    return found.certainly, found.best, found.possibly


# The cases of the design, by hand. Days count from 1 March 2021; (low, best, high).


def test_of_whom_nothing_is_reported_is_free() -> None:
    assert bounds([], 3) == (0, 0, 0)
    assert standing([], the(3)).claims == ()


def test_only_a_release_known_was_possibly_held_before_it() -> None:
    only_released = [report(Act.released, 10, 10)]
    assert bounds(only_released, 9) == (0, 0, 1)
    assert bounds(only_released, 10) == (0, 0, 0), "the day of leaving is not counted"


def test_held_on_a_day_is_certain_that_day_possible_before_and_by_convention_after() -> None:
    seen = [report(Act.held, 10, 10)]
    assert bounds(seen, 9) == (0, 0, 1)
    assert bounds(seen, 10) == (1, 1, 1)
    assert bounds(seen, 400) == (1, 1, 1)


def test_arrested_in_an_uncertain_month() -> None:
    arrested = [report(Act.detained, 31, 60)]
    assert bounds(arrested, 30) == (0, 0, 0)
    assert bounds(arrested, 31) == (0, 0, 1)
    assert bounds(arrested, 59) == (0, 0, 1)
    assert bounds(arrested, 60) == (1, 1, 1), "best lets the arrest fall on its latest day, and counts that day"


def test_arrested_and_released_in_overlapping_uncertain_months() -> None:
    both = [report(Act.detained, 0, 30), report(Act.released, 15, 45)]
    assert bounds(both, 10) == (0, 0, 1)
    assert bounds(both, 14) == (0, 0, 1)
    assert bounds(both, 30) == (0, 1, 1)
    assert bounds(both, 45) == (0, 0, 1), "released first, arrested again: one placement keeps him in for good"


def test_arrest_and_release_in_order_leave_no_doubt_between() -> None:
    both = [report(Act.detained, 0, 10), report(Act.released, 20, 30)]
    assert bounds(both, 10) == bounds(both, 19) == (1, 1, 1)
    assert bounds(both, 20) == bounds(both, 29) == (0, 1, 1)
    assert bounds(both, 30) == (0, 0, 0)


def test_two_arrests_hide_a_release_that_nobody_saw() -> None:
    twice = [report(Act.detained, 0, 0, claim="first"), report(Act.detained, 10, 10, claim="second")]
    assert bounds(twice, 5) == (0, 1, 1), "best lets the unseen release fall on its latest day"
    assert bounds(twice, 10) == (1, 1, 1)


def test_two_releases_hide_an_arrest_that_nobody_saw() -> None:
    twice = [report(Act.released, 0, 0, claim="first"), report(Act.released, 10, 10, claim="second")]
    assert bounds(twice, 5) == (0, 0, 1)


def test_a_sighting_on_the_day_does_not_outlive_an_unseen_change_of_that_day() -> None:
    seen = [report(Act.held, 5, 5), report(Act.detained, 9, 9)]
    assert bounds(seen, 5) == (0, 1, 1), "he was at liberty before the 9th, and may have left on the 5th itself"


def test_what_is_done_on_one_day_follows_the_order_given() -> None:
    assert bounds([report(Act.detained, 5, 5, order=1), report(Act.released, 5, 5, order=2)], 5) == (0, 0, 0)
    assert bounds([report(Act.detained, 5, 5, order=2), report(Act.released, 5, 5, order=1)], 5) == (1, 1, 1)


def test_acts_that_say_nothing_of_custody_neither_open_nor_close() -> None:
    for act in (Act.charged, Act.sentenced_in_absentia):
        assert bounds([report(act, 5, 5)], 7) == (0, 0, 0)
        with_it = standing([report(Act.detained, 1, 1), report(act, 5, 5), report(Act.released, 9, 9)], the(7))
        assert with_it == standing([report(Act.detained, 1, 1), report(Act.released, 9, 9)], the(7))


def test_an_open_end_of_an_arrest_leaves_it_possible_and_best_takes_the_day_it_names() -> None:
    since = [report(Act.detained, 5, None)]
    assert bounds(since, 4) == (0, 0, 0)
    assert bounds(since, 5) == bounds(since, 5000) == (0, 1, 1)


def test_an_undated_release_is_possible_on_every_day_and_best_puts_it_on_none() -> None:
    undated = [report(Act.detained, 5, 5), report(Act.released, None, None)]
    assert bounds(undated, 3) == (0, 0, 1), "the release may close a stay before this one"
    assert bounds(undated, 5) == bounds(undated, 5000) == (0, 1, 1)


def test_the_last_day_there_is_can_be_asked_about() -> None:
    found = standing([Report("a", 0, Act.detained, date.max, None)], date.max)
    assert (found.certainly, found.possibly) == (False, True)


def test_what_must_come_before_a_death_leaves_no_room_for_what_is_ordered_before_it() -> None:
    story = [
        report(Act.detained, 2, 2, order=0),
        report(Act.released, 3, 9, order=1),
        report(Act.at_liberty, 3, 3, order=2),
        report(Act.died, 3, 3, order=3),
    ]
    assert bounds(story, 2) == (1, 1, 1), "released on the 3rd, before he was seen at liberty and died"


# What is counted.

PRISON = frozenset({CustodyState.police, CustodyState.pretrial, CustodyState.serving})


def test_a_state_that_is_not_counted_is_not_in_though_it_is_custody() -> None:
    eased = [report(Act.detained, 1, 1), report(Act.confined_at_home, 5, 5), report(Act.released, 9, 9)]
    assert standing(eased, the(4), PRISON).certainly
    assert not standing(eased, the(6), PRISON).possibly, "the release finds him in: at home, which he was"
    assert standing(eased, the(6), ALL_STATES).certainly


def test_an_unknown_state_that_is_not_counted_is_possibly_one_that_is() -> None:
    seen = [report(Act.held, 5, 5)]
    assert standing(seen, the(5), PRISON) == Standing(False, True, False, ("held",))
    assert standing(seen, the(5), PRISON | {CustodyState.unknown}).certainly
    assert not standing(seen, the(5), frozenset()).possibly


# What it rests on.


def test_the_claims_beside_the_day_are_given_in_order_and_once() -> None:
    story = [
        report(Act.released, 20, 20, claim="out"),
        report(Act.detained, 1, 3, claim="in"),
        report(Act.charged, 4, 4, claim="charge"),
        report(Act.held, 8, 8, claim="seen"),
        report(Act.held, 9, 12, claim="seen"),
    ]
    assert standing(story, the(5)).claims == ("in", "seen")
    assert standing(story, the(10)).claims == ("seen", "out")
    assert standing(story, the(30)).claims == ("out",)


def test_an_interval_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="claim c7: its earliest day 2021-03-10 is after its latest 2021-03-09"):
        Report("c7", 0, Act.held, on(9), on(8))


# Why placements, and not a rule of thumb.


def last_leaves(given_reports: Sequence[Report], day: date, pick: Callable[[Report], date | None]) -> bool:
    """Whether the person is in when each report is put on the one day that `pick` picks."""
    reached = [(picked, r) for r in given_reports if (picked := pick(r)) and picked <= day]
    return bool(reached) and ACTS[max(reached, key=lambda each: each[0])[1].act].leaves is Side.in_


def latest_in_earliest_out(r: Report) -> date | None:
    return r.latest if ACTS[r.act].leaves is Side.in_ else r.earliest


def earliest_in_latest_out(r: Report) -> date | None:
    return r.earliest if ACTS[r.act].leaves is Side.in_ else r.latest


def test_all_early_and_all_late_miss_a_placement_between() -> None:
    both, day = [report(Act.detained, 1, 31), report(Act.released, 10, 20)], the(25)
    assert not last_leaves(both, day, lambda r: r.earliest), "all early: arrested on the 1st, released on the 10th"
    assert not last_leaves(both, day, lambda r: r.latest), "all late: released on the 20th, not yet arrested"
    assert bounds(both, 25) == (0, 0, 1), "released on the 12th and arrested on the 22nd, he is in"


def test_arrests_early_with_releases_late_inverts_the_bounds() -> None:
    both, day = [report(Act.detained, 1, 24), report(Act.released, 10, 20)], the(25)
    low, high = (last_leaves(both, day, pick) for pick in (latest_in_earliest_out, earliest_in_latest_out))
    assert (low, high) == (True, False), "the rule of thumb: certainly in, and not possibly in"
    assert bounds(both, 25) == (0, 1, 1)
