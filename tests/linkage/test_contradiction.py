"""What cannot all be so is shown as the shortest chain of judgements, or there is none."""

from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from habeas.linkage.clusters import Pair, clusters
from habeas.linkage.contradiction import contradiction

people = st.sampled_from("abcdef")
pairs = st.lists(st.tuples(people, people).filter(lambda pair: pair[0] != pair[1]), max_size=8)


def shortest(same: list[Pair], different: list[Pair]) -> int | None:
    """Slow and plain: every row of somebodies that judgements lead along, from one of a pair to the other."""
    joined = {*same, *((other, one) for one, other in same)}
    rows = (row for size in range(2, 7) for row in permutations("abcdef", size))
    ways = [row for row in rows if all(step in joined for step in pairwise(row))]
    apart = {*different, *((other, one) for one, other in different)}
    return min((len(row) for row in ways if (row[0], row[-1]) in apart), default=None)


@given(pairs, pairs)
def test_it_is_a_shortest_chain_between_two_who_are_held_apart(same: list[Pair], different: list[Pair]) -> None:
    found = contradiction(same, different)
    assert (len(found) if found else None) == shortest(same, different)
    if found:
        steps = {frozenset(pair) for pair in pairwise(found)}
        assert steps <= {frozenset(pair) for pair in same}
        assert frozenset((found[0], found[-1])) in {frozenset(pair) for pair in different}


@given(pairs, pairs)
def test_there_is_one_where_a_cluster_is_in_conflict_and_nowhere_else(same: list[Pair], different: list[Pair]) -> None:
    assert bool(contradiction(same, different)) == bool(clusters(same, {}, different).conflicts)


@given(pairs, pairs)
def test_the_order_of_judgements_and_of_their_ends_changes_nothing(same: list[Pair], different: list[Pair]) -> None:
    turned = [(other, one) for one, other in reversed(same)]
    apart = [(other, one) for one, other in reversed(different)]
    assert contradiction(turned, apart) == contradiction(same, different)
