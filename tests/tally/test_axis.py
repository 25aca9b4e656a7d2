"""A scale gives days back as they were, open ones too, in two bytes or in four; and the order of days is kept."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.tally.axis import scale_of
from habeas.tally.rectangles import joined, of_days
from habeas.tally.table import ALWAYS, NEVER

LAST = date.max.toordinal()
days = st.integers(1, LAST) | st.integers(730_000, 740_000) | st.sampled_from((ALWAYS, NEVER))


@given(st.lists(days, max_size=9), st.integers(1, LAST))
def test_days_come_back_and_stand_before_and_after_what_they_stood(some: list[int], asked: int) -> None:
    column = np.array(some, dtype=np.int32)
    scale = scale_of(column)
    numbers = scale.numbers(column)
    assert scale.days(numbers).tolist() == some
    assert (numbers <= scale.number(asked)).tolist() == [day <= asked for day in some]


@pytest.mark.parametrize(("last", "kind"), [(737_000, np.uint16), (680_000, np.uint16), (600_000, np.int32)])
def test_two_bytes_are_enough_for_a_hundred_and_seventy_nine_years(last: int, kind: type) -> None:
    column = np.array([737_000, last, ALWAYS, NEVER], dtype=np.int32)
    assert scale_of(column).numbers(column).dtype == kind


def test_rectangles_of_other_centuries_are_joined_on_one_scale() -> None:
    parts = []
    for person, day in enumerate((500_000, 737_000)):
        sides = [np.array([one], dtype=np.int32) for one in (day, NEVER, day + 3, NEVER)]
        numbers = np.array([person], dtype=np.int32)
        parts.append(of_days(numbers, sides, np.zeros(1, dtype=np.uint16), np.array([0, 1]), numbers))
    both = joined(parts)
    assert (both.first.tolist(), both.until.tolist()) == ([500_000, 737_000], [NEVER, NEVER])
    assert both.holding(737_001, 737_002).tolist() == [True, False]
    assert both.of(slice(1, 2)).known.tolist() == both.of(np.array([1])).known.tolist() == [737_003]
    assert both.of(slice(1, 2)).claims.tolist() == [1]
