"""What remains of the groups when their named members are counted as people themselves.

One move of a person is at most one of the groups' moves, and one move of a group has each member once. Of all ways to
tell which moves are the same, the one that finds the most is taken, so that nobody is counted twice who need not be.
Counting one more move of a person, or of a group, then never makes a total smaller: low <= best <= high.
"""

from collections.abc import Mapping, Sequence
from itertools import repeat

from habeas.tally.group import Group


def counted_themselves(groups: Sequence[Group], room: Sequence[int], moves: Mapping[str, int]) -> list[int]:
    """Of each group, how many of its `room` are moves of named members; `moves` is what each person is counted with.

    Where a move of a person could be one of several groups', the earlier group has it.
    """
    taken: list[set[str]] = [set() for _ in groups]
    left = dict(moves)
    for place, size in enumerate(room):
        for _ in repeat(None, min(size, len(groups[place].members))):
            if not _one_more(place, groups, taken, left, set()):
                break
    return [len(persons) for persons in taken]


def _one_more(
    place: int, groups: Sequence[Group], taken: list[set[str]], left: dict[str, int], tried: set[str]
) -> bool:
    """Find a group one more of its members' moves, if need be by finding another group another one.

    Each person is asked once (`tried`): the path from group to group then crosses nobody twice.
    """
    for person in sorted(groups[place].members - taken[place]):
        if person in tried:
            continue
        tried.add(person)
        if left.get(person, 0) > 0:
            left[person] -= 1
            taken[place].add(person)
            return True
        for other, persons in enumerate(taken):
            if person in persons and _one_more(other, groups, taken, left, tried):
                persons.remove(person)
                taken[place].add(person)
                return True
    return False
