"""Which numbers of shorter times can be added up within a longer one, against trying every choice."""

from datetime import date, timedelta
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from habeas.bargain.number import Number
from habeas.bargain.rounds import covers, most

START = date(2024, 1, 1)


def number(first: int, last: int, printed: int, claim: str = "c") -> Number:
    """So many freed from one day of 2024 to another, both counted from 0."""
    days = (START + timedelta(days=first), START + timedelta(days=last))
    return Number(claim, "body", "people freed", *days, stock=False, printed=printed, low=printed, high=printed)


drawn = st.lists(
    st.tuples(st.integers(0, 11), st.integers(0, 4), st.integers(0, 9)).map(
        lambda one: number(one[0], one[0] + one[1], one[2])
    ),
    max_size=7,
)


@given(drawn)
def test_no_other_choice_comes_to_more(numbers: list[Number]) -> None:
    first, last = START, START + timedelta(days=12)
    taken = most(numbers, first, last)
    assert all(one.last < other.first for one, other in pairwise(taken))
    inside = [one for one in numbers if one.last <= last]
    every = [
        choice
        for size in range(len(inside) + 1)
        for choice in combinations(sorted(inside, key=lambda one: one.first), size)
        if all(one.last < other.first for one, other in pairwise(choice))
    ]
    best = max((sum(one.printed for one in choice), len(choice)) for choice in every)
    assert (sum(one.printed for one in taken), len(taken)) == best


def test_of_two_ways_to_one_sum_the_one_in_more_steps_is_taken() -> None:
    month, first, second = number(0, 30, 49, "m"), number(8, 8, 29, "a"), number(27, 27, 20, "b")
    assert most([month, first, second], START, START + timedelta(days=30)) == (first, second)


def test_a_part_of_a_longer_time_is_not_added_to_it() -> None:
    month, some = number(0, 30, 18, "m"), number(2, 3, 10, "a")
    assert most([month, some], START, START + timedelta(days=30)) == (month,)


def test_numbers_cover_a_window_only_without_a_day_left_out() -> None:
    first, second = number(0, 9, 4), number(10, 20, 5)
    assert covers([first, second], START, START + timedelta(days=20))
    assert not covers([first, number(11, 20, 5)], START, START + timedelta(days=20))
    assert not covers([first], START, START + timedelta(days=20))
    assert not covers([], START, START)
