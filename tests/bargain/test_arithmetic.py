"""Which published numbers must add up: each identity that holds, that its words allow, and that is off."""

from dataclasses import replace
from typing import Any

import pytest

from habeas.bargain.arithmetic import checks
from habeas.bargain.check import Check, Explanation, Identity, Outcome
from habeas.bargain.number import Number, allowed
from habeas.claims.vocabulary import Comparator, Door

from .numbers import HARBOUR, flow, stock


def only(*numbers: Number) -> Check:
    (one,) = checks(numbers)
    return one


@pytest.mark.parametrize(
    ("former", "words", "outcome", "gap"),
    [
        (58, {}, Outcome.holds, 0),
        (57, {}, Outcome.off, -1),
        (50, {"high": None}, Outcome.can_hold, -8),
        (59, {"high": None}, Outcome.off, 1),
        (60, {"low": 0, "high": None}, Outcome.unsaid, 2),
    ],
)
def test_ever_less_former_is_held(former: int, words: dict[str, Any], outcome: Outcome, gap: int) -> None:
    one = only(
        stock(Door.ever, 100, "2025-12-31"),
        stock(Door.former, former, "2025-12-31", **words),
        stock(Door.held, 42, "2025-12-31"),
    )
    assert (one.identity, one.outcome, one.gap) == (Identity.former, outcome, gap)


def test_ever_and_the_newly_recognised_is_ever_later() -> None:
    before, after = stock(Door.ever, 3638, "2024-11-30"), stock(Door.ever, 3697, "2024-12-31")
    one = only(before, flow(Door.recognised, 58, "2024-12-01", "2024-12-31"), after)
    assert (one.identity, one.outcome, one.gap, one.sum) == (Identity.recognised, Outcome.off, 1, 3696)
    assert one.explanations == (Explanation.hindsight, Explanation.cut_off, Explanation.misprint)


def test_more_than_a_number_that_comes_out_holds() -> None:
    after = stock(Door.ever, 3715, "2025-01-31", high=None)
    one = only(stock(Door.ever, 3697, "2024-12-31"), flow(Door.recognised, 18, "2025-01-01", "2025-01-31"), after)
    assert (one.outcome, one.gap) == (Outcome.holds, 0)


def test_a_month_that_nobody_told_of_leaves_room_and_too_many_told_do_not() -> None:
    before, after = stock(Door.ever, 100, "2024-07-31"), stock(Door.ever, 130, "2024-09-30")
    some = only(before, flow(Door.recognised, 20, "2024-09-01", "2024-09-30"), after)
    assert (some.outcome, some.gap, some.explanations) == (Outcome.can_hold, 10, (Explanation.not_found,))
    many = only(before, flow(Door.recognised, 40, "2024-09-01", "2024-09-30"), after)
    assert (many.outcome, many.gap, many.least) == (Outcome.off, -10, 10)


def test_held_and_who_came_in_less_who_went_out_is_held_later() -> None:
    ends = stock(Door.held, 50, "2024-11-30"), stock(Door.held, 45, "2024-12-31")
    came, went = flow(Door.detained, 5, "2024-12-01", "2024-12-31"), flow(Door.freed, 10, "2024-12-01", "2024-12-31")
    assert (only(*ends, came, went).outcome, only(*ends, came, went).identity) == (Outcome.holds, Identity.door)
    fewer = flow(Door.freed, 9, "2024-12-01", "2024-12-31")
    assert (only(*ends, came, fewer).outcome, only(*ends, came, fewer).gap) == (Outcome.off, -1)


def test_of_the_recognised_at_most_all_came_in_and_of_those_who_left_at_least_the_pardoned_went() -> None:
    ends = stock(Door.held, 50, "2024-11-30"), stock(Door.held, 45, "2024-12-31")
    new = flow(Door.recognised, 5, "2024-12-01", "2024-12-31")
    assert only(*ends, new, flow(Door.pardoned, 10, "2024-12-01", "2024-12-31")).outcome is Outcome.can_hold
    one = only(*ends, new, flow(Door.pardoned, 11, "2024-12-01", "2024-12-31"))
    assert (one.outcome, one.least) == (Outcome.off, 1)


def part(printed: int, subject: str, split: str = "sex", **more: Any) -> Number:
    return flow(None, printed, "2024-08-16", "2024-08-16", subject=subject, part_of="people freed", split=split, **more)


def whole(printed: int, **more: Any) -> Number:
    return flow(Door.freed, printed, "2024-08-16", "2024-08-16", **more)


def test_parts_that_leave_nobody_out_are_the_whole() -> None:
    one = only(part(14, "women"), part(16, "men"), whole(30))
    assert (one.identity, one.outcome) == (Identity.parts, Outcome.holds)
    short = only(part(14, "women"), part(15, "men"), whole(30))
    assert (short.outcome, short.gap) == (Outcome.off, 1)
    assert Explanation.not_found in short.explanations


def test_a_part_with_two_numbers_is_tried_with_each() -> None:
    found = checks(
        [part(114, "to Ukraine"), part(8, "to Lithuania"), part(9, "to Lithuania", body=HARBOUR), whole(123)]
    )
    of_parts = {one.sum: one.outcome for one in found if one.identity is Identity.parts}
    assert of_parts == {122: Outcome.off, 123: Outcome.holds}
    assert [one.gap for one in found if one.identity is Identity.one_figure] == [1]


def test_parts_that_nobody_says_divide_the_whole_are_each_no_more_than_it() -> None:
    found = checks([part(20, "pardoned", split=""), part(25, "deported", split=""), whole(30)])
    assert {(one.identity, one.outcome) for one in found} == {(Identity.within, Outcome.holds)}
    assert only(part(31, "pardoned", split=""), whole(30)).outcome is Outcome.off
    assert only(part(31, "pardoned", split=""), whole(30, high=None)).outcome is Outcome.can_hold


def test_rounds_that_come_to_more_are_tried_without_the_last_day() -> None:
    rounds = [
        flow(Door.pardoned, many, day, day, body=HARBOUR) for many, day in ((30, "2024-08-16"), (20, "2024-12-28"))
    ]
    one = only(*rounds, flow(Door.pardoned, 30, "2024-07-01", "2024-12-28"))
    assert (one.outcome, one.gap) == (Outcome.off, -20)
    assert one.explanations[0] is Explanation.cut_off
    assert [each.printed for each in one.left_out] == [20]


def test_rounds_that_come_to_more_are_tried_without_the_first_day_too() -> None:
    rounds = [
        flow(Door.pardoned, many, day, day, body=HARBOUR) for many, day in ((30, "2024-07-01"), (25, "2024-12-01"))
    ]
    one = only(*rounds, flow(Door.pardoned, 25, "2024-07-01", "2024-12-28"))
    assert [each.printed for each in one.left_out] == [30]


def test_no_cut_off_is_told_where_none_makes_it_come_out() -> None:
    rounds = [
        flow(Door.pardoned, many, day, day, body=HARBOUR) for many, day in ((30, "2024-08-16"), (20, "2024-12-28"))
    ]
    one = only(*rounds, flow(Door.pardoned, 44, "2024-07-01", "2024-12-28"))
    assert one.left_out == ()
    assert Explanation.cut_off not in one.explanations


def test_rounds_that_come_to_less_leave_room_for_what_was_not_found() -> None:
    one = only(flow(Door.pardoned, 10, "2024-07-03", "2024-07-04"), flow(Door.pardoned, 18, "2024-07-01", "2024-07-31"))
    assert (one.outcome, one.gap, one.explanations) == (Outcome.can_hold, 8, (Explanation.not_found,))


def test_a_long_time_of_another_body_is_no_round() -> None:
    assert (
        checks(
            [
                flow(Door.pardoned, 17, "2025-01-18", "2025-09-17"),
                flow(Door.pardoned, 4, "2025-01-01", "2025-12-01", body=HARBOUR),
            ]
        )
        == []
    )


def test_two_numbers_for_one_day_are_off_by_their_difference() -> None:
    one = only(stock(Door.held, 1197, "2025-12-13"), stock(Door.held, 1227, "2025-12-13", body=HARBOUR))
    assert (one.identity, one.gap, one.least) == (Identity.one_figure, 30, 30)
    assert one.explanations == (Explanation.other_people,)  # 1,197 and 1,227 differ in two digits


def test_a_misprint_makes_the_difference_in_its_own_direction() -> None:
    slip = only(stock(Door.held, 1197, "2025-12-13"), stock(Door.held, 1297, "2025-12-13"))
    assert slip.explanations == (Explanation.misprint,)
    none = only(stock(Door.held, 50, "2025-12-13"), stock(Door.held, 42, "2025-12-13"))
    assert none.explanations == ()  # 50 and 8 more are 58, one digit off, and no nearer to 42


def test_numbers_of_two_places_are_of_two_things() -> None:
    day = ("2020-03-02", "2020-03-02")
    north, south = (flow(Door.detained, many, *day, place=place) for many, place in ((50, "north"), (42, "south")))
    assert checks([north, south]) == []
    nowhere = flow(Door.detained, 42, *day, claim="nowhere")
    assert [one.gap for one in checks([north, south, nowhere])] == [-8]
    assert len(checks([north, replace(south, place="north")])) == 1


def test_a_release_on_that_day_may_explain_it() -> None:
    found = checks(
        [
            stock(Door.held, 1197, "2025-12-13"),
            stock(Door.held, 1227, "2025-12-13"),
            flow(Door.freed, 123, "2025-12-13", "2025-12-13"),
        ]
    )
    assert [one.explanations[0] for one in found] == [Explanation.cut_off]


def test_two_numbers_that_can_both_be_so_are_no_check() -> None:
    assert checks([stock(Door.held, 40, "2025-12-13", high=None), stock(Door.held, 42, "2025-12-13")]) == []


@pytest.mark.parametrize(
    ("comparator", "bounds"),
    [("=", (5, 6)), (">", (5, None)), (">=", (5, None)), ("<", (0, 6)), ("<=", (0, 6)), ("~", (0, None))],
)
def test_what_a_comparator_allows(comparator: str, bounds: tuple[int, int | None]) -> None:
    assert allowed(Comparator(comparator), 5, 6) == bounds


@pytest.mark.parametrize(
    ("days", "words"),
    [(("2024-01-01", "2024-02-01"), {"low": 6, "high": 5}), (("2024-02-01", "2024-01-01"), {})],
)
def test_a_number_that_cannot_be_is_refused(days: tuple[str, str], words: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="claim"):
        flow(Door.freed, 5, *days, **words)


def test_a_number_that_several_documents_print_is_checked_once() -> None:
    every = [(Door.ever, 10), (Door.former, 4), (Door.held, 6)]
    told = [stock(door, printed, "2024-06-30", claim=f"{door} {copy}") for door, printed in every for copy in "ab"]
    assert [one.identity for one in checks(told)] == [Identity.former]
