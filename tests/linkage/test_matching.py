"""How many pairs can be so at once is what trying every choice finds."""

from hypothesis import given
from hypothesis import strategies as st

from habeas.linkage.matching import largest
from tests.oracle.matchings import most_at_once

PAIRS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=11, unique=True)


@given(PAIRS)
def test_the_largest_matching_is_the_one_that_trying_finds(pairs: list[tuple[int, int]]) -> None:
    assert largest(pairs) == most_at_once(pairs)


def test_others_move_on_so_that_one_more_finds_a_place() -> None:
    assert largest([(0, 0), (0, 1), (1, 0), (1, 2), (2, 0), (2, 1)]) == 3
