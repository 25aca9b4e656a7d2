"""Who is one person is a function of the judgements that stand: no order, no history, and no guess in a conflict."""

from collections.abc import Iterable

import pytest
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


judgements = st.lists(st.tuples(st.sampled_from(("same", "different", "nothing")), people, people), max_size=25)


@given(judgements, st.integers(min_value=0, max_value=8))
def test_going_on_from_judgement_to_judgement_is_beginning_anew(
    said: list[tuple[str, str, str]], most_over: int
) -> None:
    """Whoever is near the two who are judged is looked at again, before and after; the others are shared."""
    live: dict[frozenset[str], tuple[str, str, str]] = {}
    found = clusters([], ORDER)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("habeas.linkage.clusters.MOST_OVER", most_over)
        for one in said:
            verdict, first, second = one
            was, before = dict(live), found
            live[frozenset((first, second))] = one
            if verdict == "nothing":
                del live[frozenset((first, second))]
            touched = near({first, second}, was) | near({first, second}, live)
            found = before.followed_by(touched, of({pair: one for pair, one in live.items() if pair & touched}))
            assert found == of(live)
            assert len(found.representative) == len(dict(found.representative))
            assert found.moved_since(before) == {
                one for one in "abcdefgh" if of(was).person(one) != of(live).person(one)
            }


def near(ids: set[str], live: dict[frozenset[str], tuple[str, str, str]]) -> set[str]:
    while more := {one for pair, said in live.items() if said[0] == "same" and pair & ids for one in pair} - ids:
        ids = ids | more
    return ids


def of(live: dict[frozenset[str], tuple[str, str, str]]) -> Clusters:
    told = {
        word: [(one, other) for verdict, one, other in live.values() if verdict == word]
        for word in ("same", "different")
    }
    return clusters(told["same"], ORDER, told["different"])
