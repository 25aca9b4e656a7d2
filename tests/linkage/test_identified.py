"""An identifier that two have alike proposes one person, unless anything contradicts it; proposals agree together."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.identifiers import Identifier, identifier
from habeas.linkage.clusters import Pair, clusters
from habeas.linkage.contradiction import contradiction
from habeas.linkage.identified import Holder, Proposal, proposals

Q1, Q2, LISTED = identifier("wikidata:Q1"), identifier("wikidata:Q2"), identifier("list:A:1")
OFAC = identifier("ofac:7")


def holder(one: str, *has: Identifier, agent: bool = False, **facts: str) -> Holder:
    return Holder(one, agent, frozenset(has), {name: {value} for name, value in facts.items()})


def asked(
    *holders: Holder, same: list[Pair] | None = None, different: tuple[Pair, ...] = (), undecided: tuple[Pair, ...] = ()
) -> list[Proposal]:
    joined = clusters(same or [], {})
    return proposals(holders, joined.person, different, undecided, lambda name, one, other: one != other)


def test_who_has_one_alike_is_proposed_once_with_the_first() -> None:
    found = asked(holder("a", Q1), holder("b", Q1, OFAC), holder("c", OFAC), holder("d", Q2))
    assert [(one.identifier, one.one, one.other, one.against) for one in found] == [
        (Q1, "a", "b", ""),
        (OFAC, "b", "c", ""),
    ]
    assert asked(holder("a", Q1), holder("b", Q1), same=[("a", "b")]) == []


def test_of_one_scheme_a_person_has_one_value_however_they_are_joined() -> None:
    found = asked(holder("a", Q1), holder("b", Q1, OFAC), holder("c", OFAC, Q2))
    assert [one.against for one in found] == ["", "they have wikidata:Q1 and wikidata:Q2"]
    (found_alone,) = asked(holder("a", Q1, Q2), holder("b", Q1))
    assert found_alone.against == "they have wikidata:Q1 and wikidata:Q2"
    (through,) = asked(holder("a", Q1), holder("b", Q1), holder("x", Q2), same=[("b", "x")])
    assert through.against


def test_in_lists_somebody_can_have_more_than_one() -> None:
    (found,) = asked(holder("a", LISTED), holder("b", LISTED, identifier("list:A:2")))
    assert found.against == ""


def test_what_else_a_person_has_one_of_speaks_against_it_of_every_record() -> None:
    (found,) = asked(holder("a", Q1, birth="1981"), holder("b", Q1, birth="1979"))
    assert found.against == "birth is said to be 1979 and 1981"
    (through,) = asked(
        holder("a", Q1), holder("b", Q1), holder("x", sex="f"), holder("y", sex="m"), same=[("a", "x"), ("b", "y")]
    )
    assert through.against == "sex is said to be f and m"


def test_a_judgement_that_parts_them_or_leaves_them_undecided_holds_it_up() -> None:
    two = (holder("a", Q1), holder("b", Q1), holder("x"))
    assert asked(*two, same=[("b", "x")], different=(("x", "a"),))[0].against == "they are judged to be different"
    assert asked(*two, undecided=(("b", "a"),))[0].against == "it is undecided"
    assert asked(holder("a", Q1, agent=True), holder("b", Q1, agent=True))[0].against == "both are agents"


people = st.sampled_from("abcdef")
pairs = st.lists(st.tuples(people, people).filter(lambda pair: pair[0] != pair[1]), max_size=4)
held = st.fixed_dictionaries(
    {one: st.frozensets(st.sampled_from([Q1, Q2, OFAC, LISTED]), max_size=2) for one in "abcdef"}
)


@given(held, pairs, pairs)
def test_all_that_is_proposed_can_be_joined_together(
    has: dict[str, frozenset[Identifier]], same: list[Pair], different: list[Pair]
) -> None:
    if contradiction(same, different):
        return
    found = asked(*(holder(one, *has[one]) for one in has), same=same, different=tuple(different))
    joined = [*same, *((one.one, one.other) for one in found if not one.against)]
    assert contradiction(joined, different) is None
    after = clusters(joined, {})
    for one, other in combinations("abcdef", 2):
        if after.person(one) == after.person(other) and clusters(same, {}).person(one) != clusters(same, {}).person(
            other
        ):
            mixed = {each.value for each in has[one] | has[other] if each.scheme == "wikidata"}
            assert len(mixed) < 2
