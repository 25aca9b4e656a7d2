"""Three lists: everybody is in one group, no group has two of one list, and a judgement keeps people apart."""

from itertools import combinations

from bench.lists.trial import somebody
from hypothesis import given

from habeas.linkage.across import Verdicts, side_by_side
from habeas.linkage.listed import Listed
from habeas.linkage.patterns import Pattern, patterns

from .people import lists


def of(*every: list[Listed], verdicts: Verdicts | None = None) -> tuple[Pattern, ...]:
    held = verdicts or Verdicts()
    numbers = combinations(range(len(every)), 2)
    found = {(one, other): side_by_side(every[one], every[other], held) for one, other in numbers}
    return patterns(every, found, held.different)


@given(lists("a"), lists("b"), lists("c"))
def test_everybody_is_in_one_group_of_at_most_one_of_each_list(
    ones: list[Listed], others: list[Listed], thirds: list[Listed]
) -> None:
    every = [ones, others, thirds]
    groups = [group for pattern in of(*every) for group in pattern.people]
    members = [member for group in groups for member in group.members]
    assert sorted(members) == [(at, place) for at, people in enumerate(every) for place in range(len(people))]
    for group in groups:
        assert len(set(group.lists)) == len(group.lists)


def test_who_is_on_which_and_how_much_of_it_is_settled() -> None:
    full = {"born": "1985-08-17", "detained": "2021-01-04"}
    everywhere = [[somebody(key, name, **full)] for key, name in (("a", "Viktar Zhuk"), ("b", "Виктор Жук"))]
    third = [somebody("c", "Viktar Zhuk", born="1985"), somebody("d", "Mirela Osventi")]
    found = of(*everywhere, third)
    assert [(one.lists, len(one.people), one.settled) for one in found] == [((0, 1, 2), 1, 0), ((2,), 1, 1)]


def test_people_whom_a_judgement_holds_apart_are_not_joined_by_way_of_a_third() -> None:
    full = {"born": "1985-08-17", "detained": "2021-01-04"}
    ones, others, thirds = ([somebody(key, "Viktar Zhuk", **full)] for key in "abc")
    apart = Verdicts(different=frozenset({frozenset({"a", "c"})}))
    found = of(ones, others, thirds, verdicts=apart)
    assert (0, 1, 2) not in [one.lists for one in found]
