"""Bounds of numbers that add up, against going through every choice of small numbers."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.bargain.number import Bounds
from habeas.bargain.sums import CannotBeError, Sum, solved

MOST = 5
SUMS = [
    Sum(("before", "net"), ("after",)),
    Sum(("came",), ("net", "out")),
    Sum(("came", "later"), ("new",)),
    Sum(("out",), ("pardoned", "other")),
]
NAMES = ("before", "after", "net", "came", "out", "later", "new", "pardoned", "other")

spans = st.tuples(st.integers(0, MOST), st.integers(0, MOST)).map(lambda ends: Bounds(min(ends), max(ends)))


@given(st.fixed_dictionaries({name: spans for name in NAMES if name not in ("net", "new", "out")}))
def test_every_bound_is_reached_and_none_is_passed(bounds: dict[str, Bounds]) -> None:
    free = [name for name in NAMES if name in bounds and name not in ("after", "other")]
    choices: list[dict[str, int]] = []
    for numbers in product(*(range(bounds[name].low, int(bounds[name].high or 0) + 1) for name in free)):
        one = dict(zip(free, numbers, strict=True))
        for after in range(bounds["after"].low, int(bounds["after"].high or 0) + 1):
            net = after - one["before"]
            out = one["came"] - net
            other = out - one["pardoned"]
            if bounds["other"].low <= other <= int(bounds["other"].high or 0):
                found = {"after": after, "net": net, "out": out, "other": other, "new": one["came"] + one["later"]}
                choices.append(one | found)
    if not choices:
        with pytest.raises(CannotBeError):
            solved(bounds, SUMS)
        return
    for name, one_solved in solved(bounds, SUMS).items():
        every = [one[name] for one in choices]
        assert (one_solved.low, one_solved.high) == (min(every), max(every)), name


def test_a_bound_says_what_it_rests_on() -> None:
    given_numbers = {"whole": Bounds(325, 325), "later": Bounds(19, None), "held": Bounds(0, None)}
    found = solved(given_numbers, [Sum(("held", "later"), ("whole",))])
    assert (found["held"].low, found["held"].high) == (0, 306)
    assert found["held"].high_rests_on == {"whole", "later"}
    assert found["held"].low_rests_on == {"held"}


def test_what_nothing_is_said_of_stays_open() -> None:
    found = solved({"before": Bounds(5, 5)}, [Sum(("before", "net"), ("after",))])
    assert (found["net"].low, found["net"].high) == (None, None)
    assert (found["after"].low, found["after"].high) == (None, None)


def test_numbers_that_cannot_all_be_so_are_named() -> None:
    with pytest.raises(CannotBeError) as error:
        solved(
            {"whole": Bounds(3, 3), "part": Bounds(5, None), "rest": Bounds(0, None)},
            [Sum(("part", "rest"), ("whole",))],
        )
    assert error.value.rests_on <= {"whole", "part", "rest"}
    assert {"whole", "part"} <= error.value.rests_on


@pytest.mark.parametrize(
    "sums",
    [
        [Sum(("a", "b"), ("c",)), Sum(("a",), ("c", "d"))],
        [Sum(("a", "a"), ("b",))],
        [Sum(("a",), ("b",)), Sum(("b",), ("c",)), Sum(("c",), ("a",))],
    ],
)
def test_a_ring_is_refused(sums: list[Sum]) -> None:
    with pytest.raises(ValueError, match="ring"):
        solved({}, sums)
