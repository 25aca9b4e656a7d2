"""The door of one body: what follows from the numbers of both ends and of those who moved between."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from habeas.bargain.door import (
    AFTER,
    BEFORE,
    CAME,
    NET,
    WENT,
    Answer,
    Ratio,
    Row,
    Window,
    came_for_each_who_went,
    found_by_all,
    freed_besides,
    more,
    ratio,
    window,
)
from habeas.bargain.number import Bounds, Number
from habeas.bargain.sums import Solved
from habeas.claims.vocabulary import Door

from .numbers import HARBOUR, LANTERN, flow, stock

FIRST, LAST = date(2024, 7, 31), date(2025, 1, 31)


def of(*numbers: Number, body: str = LANTERN) -> Window:
    return window(numbers, body, FIRST, LAST)


def bounds(found: Window, name: str) -> tuple[int | None, int | None]:
    return found.solved[name].low, found.solved[name].high


ENDS = (
    stock(Door.held, 50, "2024-07-31"),
    stock(Door.held, 42, "2025-01-31"),
    stock(Door.ever, 200, "2024-07-31"),
    stock(Door.ever, 220, "2025-01-31"),
)


def test_from_both_ends_and_who_was_recognised_late_follows_who_came_in_and_went_out() -> None:
    found = of(*ENDS, flow(Door.recognised_freed, 3, "2024-09-01", "2024-09-30"))
    assert bounds(found, NET) == (-8, -8)
    assert bounds(found, Door.recognised) == (20, 20)
    assert bounds(found, CAME) == (0, 17)
    assert bounds(found, WENT) == (8, 25)
    printed = [one.printed for one in found.rests_on(found.solved[WENT].high_rests_on)]
    assert sorted(printed) == [3, 42, 50, 200, 220]


def test_what_is_of_the_day_of_the_number_held_before_is_left_out() -> None:
    found = of(
        *ENDS, flow(Door.pardoned, 5, "2024-07-31", "2024-07-31"), flow(Door.pardoned, 4, "2024-08-01", "2024-08-01")
    )
    assert found.begins == date(2024, 8, 1)
    assert [one.printed for one in found.rows[Door.pardoned].numbers] == [4]


def test_a_number_for_the_whole_window_is_preferred_to_its_parts() -> None:
    whole = flow(Door.pardoned, 12, "2024-08-01", "2025-01-31")
    found = of(*ENDS, whole, flow(Door.pardoned, 9, "2024-12-01", "2024-12-31"))
    assert found.rows[Door.pardoned].numbers == (whole,)
    assert found.rows[Door.pardoned].whole


def test_parts_of_the_window_say_at_least_and_those_that_fill_it_say_how_many() -> None:
    some = of(flow(Door.pardoned, 9, "2024-12-01", "2024-12-31"))
    assert some.rows[Door.pardoned].bounds == (9, None)
    every = of(flow(Door.pardoned, 4, "2024-07-31", "2024-11-30"), flow(Door.pardoned, 9, "2024-12-01", "2025-01-31"))
    assert every.rows[Door.pardoned].bounds == (13, 13)


def test_two_numbers_for_one_window_are_alternatives() -> None:
    found = of(flow(Door.died, 2, "2024-07-31", "2025-01-31"), flow(Door.died, 5, "2024-07-31", "2025-01-31"))
    assert found.rows[Door.died].bounds == (2, 5)


def test_more_than_is_made_up_by_a_chain_of_months() -> None:
    loose = stock(Door.ever, 220, "2025-01-31", high=None)
    chain = (stock(Door.ever, 212, "2024-12-31"), flow(Door.recognised, 8, "2025-01-01", "2025-01-31"))
    assert bounds(of(*ENDS[:3], loose), Door.recognised) == (20, None)
    found = of(*ENDS[:3], loose, *chain)
    assert bounds(found, Door.recognised) == (20, 20)
    assert set(chain) < set(found.given["ever after"])


def test_a_chain_that_contradicts_the_number_is_not_used() -> None:
    loose = stock(Door.ever, 220, "2025-01-31", high=None)
    chain = (stock(Door.ever, 212, "2024-12-31"), flow(Door.recognised, 7, "2025-01-01", "2025-01-31"))
    assert bounds(of(*ENDS[:3], loose, *chain), Door.recognised) == (20, None)


def test_between_two_numbers_ever_recognised_lies_who_was_newly_recognised() -> None:
    ever = (
        stock(Door.ever, 200, "2024-08-31"),
        stock(Door.ever, 210, "2024-10-31"),
        stock(Door.ever, 214, "2024-11-30"),
    )
    months = flow(Door.recognised, 3, "2024-10-01", "2024-10-31"), flow(Door.recognised, 5, "2024-08-01", "2024-08-31")
    row = of(*ever, *months).rows[Door.recognised]
    assert (row.printed, row.bounds, row.whole) == (5 + 10 + 4, (19, None), False)
    assert row.numbers == (months[1], *ever)
    whole = of(*ever, months[1], flow(Door.recognised, 6, "2024-12-01", "2025-01-31")).rows[Door.recognised]
    assert (whole.bounds, whole.whole) == ((25, None), False)  # the first day, 31 July, is told by nobody


def test_steps_that_fill_the_window_say_how_many() -> None:
    ever = stock(Door.ever, 200, "2024-08-31"), stock(Door.ever, 210, "2024-10-31")
    found = window(
        (*ever, flow(Door.recognised, 5, "2024-08-01", "2024-08-31")), LANTERN, date(2024, 8, 1), ever[1].last
    )
    assert (found.rows[Door.recognised].bounds, found.rows[Door.recognised].whole) == ((15, 15), True)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"high": None}, {}),  # at least 200 were: nobody knows that any came after
        ({}, {"printed": 200}),
        ({}, {"part_of": "people of the world"}),
    ],
)
def test_what_is_no_step(before: dict[str, Any], after: dict[str, Any]) -> None:
    later = {"printed": 210} | after
    found = of(
        stock(Door.ever, 200, "2024-08-31", **before), stock(Door.ever, later.pop("printed"), "2024-10-31", **later)
    )
    assert Door.recognised not in found.rows


def test_two_numbers_ever_recognised_of_one_day_begin_no_step() -> None:
    two = stock(Door.ever, 200, "2024-08-31"), stock(Door.ever, 205, "2024-08-31")
    assert Door.recognised not in of(*two, stock(Door.ever, 210, "2024-10-31")).rows


def test_a_step_from_a_number_to_more_than_a_number_is_at_least_the_difference() -> None:
    loose = stock(Door.ever, 210, "2024-10-31", high=None)
    row = of(stock(Door.ever, 200, "2024-08-31"), loose).rows[Door.recognised]
    assert (row.printed, row.bounds) == (10, (10, None))


def test_there_is_no_ratio_of_so_many_or_more_to_so_many_or_more() -> None:
    some = Row((), Bounds(20, None), 20, False)
    assert ratio(some, some) is None
    assert ratio(Row((), Bounds(40, 40), 40, True), some) == Ratio(40, 20, "at most")


def test_numbers_of_another_body_are_never_taken() -> None:
    found = of(*ENDS, flow(Door.pardoned, 30, "2024-08-01", "2024-08-01", body=HARBOUR))
    assert Door.pardoned not in found.rows
    assert bounds(found, WENT) == (8, 28)


def test_what_cannot_all_be_so_is_told_and_nothing_follows() -> None:
    found = of(*ENDS, flow(Door.pardoned, 40, "2024-08-01", "2024-08-31"))
    assert Door.pardoned in found.impossible
    assert found.solved == {}
    assert found.rows[Door.pardoned].printed == 40


def test_where_a_body_recognises_nobody_those_who_came_in_are_those_detained() -> None:
    found = of(
        stock(Door.held, 50, "2024-07-31"),
        stock(Door.held, 42, "2025-01-31"),
        flow(Door.detained, 10, "2024-08-01", "2025-01-31"),
    )
    assert not found.recognises
    assert bounds(found, WENT) == (18, 18)
    assert bounds(found, Door.recognised) == (0, None)


def test_a_window_has_to_begin_before_it_ends() -> None:
    with pytest.raises(ValueError, match="begin before it ends"):
        window(ENDS, LANTERN, LAST, LAST)


def test_the_rounds_of_all_are_added_up_whoever_says_them() -> None:
    rounds = [
        flow(Door.pardoned, 30, "2024-08-16", "2024-08-16"),
        flow(Door.pardoned, 9, "2024-12-09", "2024-12-09", body=HARBOUR),
    ]
    assert sum(one.printed for one in found_by_all(rounds, Door.pardoned, FIRST, LAST)) == 39


def test_who_was_freed_on_days_that_the_pardons_do_not_cover_is_found_besides() -> None:
    pardons = (flow(Door.pardoned, 30, "2024-08-01", "2024-09-30"),)
    others = [
        flow(Door.freed, 5, "2024-09-15", "2024-09-15", body=HARBOUR),  # may be among the 30
        flow(Door.freed, 12, "2024-11-02", "2024-11-02", body=HARBOUR),
        flow(Door.freed, 12, "2024-11-02", "2024-11-02"),
        flow(Door.freed, 7, "2025-02-02", "2025-02-02"),  # after the window
    ]
    assert [one.printed for one in freed_besides([*pardons, *others], pardons, FIRST, LAST)] == [12]


@pytest.mark.parametrize(
    ("left", "right", "found", "told"),
    [
        (Solved(20, 20), Solved(5, 19), (20, None), (Answer.yes, Answer.yes, None)),
        (Solved(0, 5), Solved(5, None), (None, 5), (Answer.no, Answer.no, None)),
        (Solved(20, 20), Solved(9, None), (20, 9), (Answer.not_decided, Answer.yes, 11)),
        (Solved(20, None), Solved(30, None), (20, 30), (Answer.not_decided, Answer.no, -10)),
        (Solved(None, None), Solved(9, 9), (None, 9), (Answer.not_decided, Answer.not_decided, None)),
        (Solved(6, 6), Solved(6, 6), (6, 6), (Answer.no, Answer.no, 0)),
    ],
)
def test_whether_one_is_more(left: Solved, right: Solved, found: tuple[Any, Any], told: tuple[Any, ...]) -> None:
    answer = more(left, right, *found)
    assert (answer.answer, answer.as_found, answer.margin) == told


def test_who_came_in_for_each_who_went_out_is_taken_at_the_most_who_can_have_come() -> None:
    fell = of(*ENDS, flow(Door.recognised_freed, 3, "2024-09-01", "2024-09-30"))
    assert came_for_each_who_went(fell) == Ratio(17, 25, "at most", Ratio(0, 8))
    rose = of(stock(Door.held, 42, "2024-07-31"), stock(Door.held, 50, "2025-01-31"), *ENDS[2:])
    assert came_for_each_who_went(rose) == Ratio(20, 12, "at least")
    detained = of(
        flow(Door.detained, 438, "2024-07-31", "2025-01-31", high=None),
        flow(Door.freed, 405, "2024-07-31", "2025-01-31"),
    )
    assert came_for_each_who_went(detained) == Ratio(438, 405, "at least")
    assert came_for_each_who_went(of(*ENDS[:2])) is None


def test_a_stock_that_is_told_of_no_single_day_is_of_no_end() -> None:
    rough = replace(ENDS[0], first=date(2024, 7, 1))
    found = of(rough, ENDS[1])
    assert found.stock(BEFORE) is None
    assert found.stock(AFTER) == ENDS[1]
    assert found.begins == FIRST
    assert found.rows == {}
    assert Bounds(0, None) == (found.solved[BEFORE].low, found.solved[BEFORE].high)


def test_a_number_of_some_of_them_is_no_number_of_the_row() -> None:
    days = "2024-08-01", "2025-01-31"
    foreign = flow(Door.pardoned, 14, *days, subject="foreigners", part_of="people pardoned")
    found = of(stock(Door.held, 42, "2024-07-31"), flow(Door.pardoned, 52, *days), foreign)
    assert found.rows[Door.pardoned].bounds == Bounds(52, 52)


def test_one_part_of_a_split_is_at_least_so_many() -> None:
    days = "2024-08-01", "2025-01-31"
    split = {"part_of": "people freed", "split": "where to"}
    ukraine = flow(Door.sent_abroad, 114, *days, subject="to Ukraine", **split)
    lithuania = flow(Door.sent_abroad, 9, *days, subject="to Lithuania", **split)
    found = of(stock(Door.held, 42, "2024-07-31"), ukraine, lithuania)
    assert found.rows[Door.sent_abroad].bounds == Bounds(114, None)
