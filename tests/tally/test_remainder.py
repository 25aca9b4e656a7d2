"""Which moves of named members are those of their groups: against every way to tell, and by hand."""

from hypothesis import given
from hypothesis import strategies as st

from habeas.tally.group import Group
from habeas.tally.remainder import counted_themselves
from tests.oracle.tally_totals import identifications
from tests.tally.drawn import NAMES, members

moves = st.fixed_dictionaries({name: st.integers(0, 2) for name in NAMES})


def group(*names: str) -> Group:
    return Group("g", "a round", 0, None, frozenset(names))


@given(st.lists(st.tuples(st.integers(0, 3), members), max_size=3), moves)
def test_as_many_as_can_be_are_found_and_the_earlier_group_has_them(
    drawn: list[tuple[int, frozenset[str]]], told: dict[str, int]
) -> None:
    sizes, inside = [size for size, _ in drawn], [names for _, names in drawn]
    every = list(identifications(told, sizes, inside))
    found = counted_themselves([group(*names) for names in inside], sizes, told)
    assert tuple(found) == max(every), "of all ways the last in the order of the groups"
    assert sum(found) == max(sum(way) for way in every)


def test_one_move_is_not_taken_off_two_groups() -> None:
    groups = [group("alice", "bob"), group("alice")]
    assert counted_themselves(groups, [52, 10], {"alice": 1, "bob": 1}) == [2, 0]
    assert counted_themselves(groups, [52, 10], {"alice": 2}) == [1, 1], "freed twice, in both rounds"


def test_a_group_gives_way_where_another_member_is_its_own() -> None:
    groups = [group("alice", "bob"), group("alice")]
    assert counted_themselves(groups, [1, 1], {"alice": 1, "bob": 1}) == [1, 1]


def test_groups_give_way_one_after_another() -> None:
    groups = [group("alice", "bob"), group("alice", "bob", "charlie"), group("alice")]
    assert counted_themselves(groups, [1, 1, 1], {"alice": 1, "bob": 1, "charlie": 1}) == [1, 1, 1]
