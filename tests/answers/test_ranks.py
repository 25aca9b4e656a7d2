"""Ranks to which more keys come are the ranks of all of them."""

from hypothesis import given
from hypothesis import strategies as st

from habeas.answers.ranks import Ranks, ranked

keys = st.tuples(st.text("ab", max_size=2), st.text("ab", max_size=2))


@given(st.lists(keys), st.lists(keys))
def test_more_keys_move_those_behind_them(first: list[tuple[str, str]], more: list[tuple[str, str]]) -> None:
    before, column = ranked({repr(one): one for one in first}, [repr(one) for one in first])
    found, moved = before.more(more)
    every = sorted({*first, *more})
    assert list(found.keys) == every
    assert moved[column].tolist() == [every.index(one) for one in first] if first else True
    assert found.of(more).tolist() == [every.index(one) for one in more]
    assert list(before.keys) == sorted({*first}), "those before are as they were"


def test_nothing_has_no_rank() -> None:
    assert Ranks([]).of([]).tolist() == []
