"""Three lists and more: who is on which of them, as groups of people of whom each list has at most one.

The pairs of every two lists are taken strongest first; one that would put two people of one list together, or two whom
a judgement keeps apart, is left out. A group is no judgement: how many rest on matched pairs alone is told.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from .across import By, Ids, Kind, TwoLists
from .listed import Listed

Member = tuple[int, int]  # the number of the list, and the place in it
SETTLED = (By.judged, By.row, By.agreement)


@dataclass(frozen=True, slots=True)
class Group:
    """One person by several lists. `settled`: every list was joined by pairs that are matched, and none only likely."""

    members: tuple[Member, ...]
    settled: bool

    @property
    def lists(self) -> tuple[int, ...]:
        """The numbers of the lists that have them."""
        return tuple(number for number, _ in self.members)


@dataclass(frozen=True, slots=True)
class Pattern:
    """On just these lists: how many people, and of how many that is settled."""

    lists: tuple[int, ...]
    people: tuple[Group, ...]

    @property
    def settled(self) -> int:
        """How many of them rest on pairs that are matched alone."""
        return sum(group.settled for group in self.people)


def patterns(
    lists: Sequence[Sequence[Listed]], found: Mapping[tuple[int, int], TwoLists], different: Collection[Ids] = ()
) -> tuple[Pattern, ...]:
    """The patterns of lists of people, from every two of them by their numbers; those on most lists first."""
    groups = _grouped(lists, found, different)
    many = Counter(group.lists for group in groups)
    order = sorted(many, key=lambda lists: (-len(lists), lists))
    return tuple(Pattern(lists, tuple(group for group in groups if group.lists == lists)) for lists in order)


def _grouped(
    lists: Sequence[Sequence[Listed]], found: Mapping[tuple[int, int], TwoLists], different: Collection[Ids]
) -> list[Group]:
    of = {(number, place): [(number, place)] for number, people in enumerate(lists) for place in range(len(people))}
    likely = dict.fromkeys(of, False)
    for settled, one, other in _joins(found):
        mine, theirs = of[one], of[other]
        if mine is theirs:
            continue
        if {number for number, _ in mine} & {number for number, _ in theirs}:
            continue
        ids = product(*({lists[number][place].person for number, place in some} for some in (mine, theirs)))
        if any(frozenset(pair) in different for pair in ids):
            continue
        mine += theirs
        likely[mine[0]] = likely[mine[0]] or likely[theirs[0]] or not settled
        for member in theirs:
            of[member] = mine
    groups = {id(some): some for some in of.values()}.values()
    return [Group(tuple(sorted(some)), not likely[some[0]]) for some in groups]


def _joins(found: Mapping[tuple[int, int], TwoLists]) -> Iterable[tuple[bool, Member, Member]]:
    every = [
        (pair.by in SETTLED, pair.score, (first, pair.one), (second, pair.other))
        for (first, second), two in found.items()
        for pair in two.pairs
        if pair.kind is not Kind.undecided
    ]
    every.sort(key=lambda one: (not one[0], -one[1], one[2:]))
    return ((settled, one, other) for settled, _, one, other in every)
