"""Who is one person is a function of the judgements that stand: no order, no history, and no guess in a conflict."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from habeas.linkage.clusters import Clusters, Pair, clusters

people = st.sampled_from("abcdefgh")
pairs = st.lists(st.tuples(people, people), max_size=12)
ORDER = {one: number for number, one in enumerate("hgfedcba")}


def obviously(same: Iterable[Pair], different: Iterable[Pair]) -> Clusters:
    """Slow and plain: walk from each member wherever a judgement leads; then look at every pair held apart."""
    same, different = list(same), list(different)
    of: dict[str, set[str]] = {}
    for start in {one for pair in same for one in pair}:
        reached, before = {start}, set[str]()
        while reached != before:
            before = set(reached)
            reached |= {there for one, other in same for here, there in ((one, other), (other, one)) if here in before}
        of[start] = reached
    bad = {one for one, found in of.items() if any(x in found and y in found for x, y in different)}
    first = {one: min(found, key=lambda x: ORDER[x]) for one, found in of.items() if one not in bad}
    told = {tuple(sorted(of[one], key=lambda x: ORDER[x])) for one in bad}
    return Clusters(first, tuple(sorted(told)))


@given(pairs, pairs)
def test_it_is_what_walking_from_record_to_record_finds(same: list[Pair], different: list[Pair]) -> None:
    assert clusters(same, ORDER, different) == obviously(same, different)


@given(pairs, pairs)
def test_neither_the_order_of_judgements_nor_of_their_two_ends_matters(same: list[Pair], different: list[Pair]) -> None:
    turned = [(other, one) for one, other in reversed(same)]
    assert clusters(turned, ORDER, reversed(different)) == clusters(same, ORDER, different)


def test_a_cluster_that_holds_two_who_are_different_is_told_and_not_applied() -> None:
    found = clusters([("a", "b"), ("b", "c"), ("d", "e")], {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}, [("c", "a")])
    assert [found.person(one) for one in "abcdef"] == ["a", "b", "c", "d", "d", "f"]
    assert found.conflicts == (("a", "b", "c"),)


def test_the_first_entered_stands_for_the_person_and_who_was_never_entered_comes_last() -> None:
    assert clusters([("a", "b"), ("b", "c")], {"c": 90, "b": 100}).person("a") == "c"
