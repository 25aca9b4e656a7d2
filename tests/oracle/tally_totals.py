"""Totals of a flow by brute force: every combination of what people and groups allow, every way to tell moves apart.

People come as the sets of numbers of moves that are possible for each, groups as the sizes they may have and whether
their act may be a move. It shares no code with the kernel.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True)
class Unnamed:
    """One act of one group: the sizes the group may have, its named members, whether its act may be a counted move."""

    sizes: tuple[int, ...]
    members: frozenset[str]
    moved: frozenset[bool]


def totals(people: Mapping[str, set[int]], groups: Sequence[Unnamed], unit: str) -> set[int]:
    """Every total that some combination gives."""
    found = set()
    for each in product(*people.values()):
        moves = dict(zip(people, each, strict=True))
        for cast in product(*([(size, moved) for size in g.sizes for moved in g.moved] for g in groups)):
            told = [(size, g.members) for (size, moved), g in zip(cast, groups, strict=True) if moved]
            found.add(total(moves, told, unit))
    return found


def total(moves: Mapping[str, int], groups: Sequence[tuple[int, frozenset[str]]], unit: str) -> int:
    """People's moves, and what remains of each group where as many of its moves as can be are told to be theirs."""
    sizes = [max(1, size) if unit == "events" else size for size, _ in groups]
    members = [inside for _, inside in groups]
    told = max(identifications(moves, sizes, members))
    remain = [size - same for size, same in zip(sizes, told, strict=True)]
    return sum(moves.values()) + sum(min(1, rest) if unit == "events" else rest for rest in remain)


def identifications(
    moves: Mapping[str, int], sizes: Sequence[int], members: Sequence[frozenset[str]]
) -> Iterator[tuple[int, ...]]:
    """Of each group, how many moves are told to be members' own: every way that gives no move of anybody twice."""
    pairs = [(place, person) for place, inside in enumerate(members) for person in sorted(inside)]
    for told in product((False, True), repeat=len(pairs)):
        same = [pair for pair, yes in zip(pairs, told, strict=True) if yes]
        of_group = [sum(place == at for at, _ in same) for place in range(len(sizes))]
        of_person = {person: sum(person == who for _, who in same) for person in moves}
        named = all(person in moves for _, person in same)
        if (
            named
            and all(of_person[person] <= moves[person] for person in moves)
            and all(n <= size for n, size in zip(of_group, sizes, strict=True))
        ):
            yield tuple(of_group)


def may_move(finds: str, leaves: str, state: str | None, counted: set[str], inward: bool) -> set[bool]:
    """Whether an act by itself is a move into (out of) the counted states: True, False, or both where it is open."""
    if leaves in ("nothing said", finds):
        return {False}
    before = {"free": ["free"], "in": ["unknown"], "nothing said": ["free", *sorted(counted)]}[finds]
    after = "free" if leaves == "free" else state or "unknown"
    answers = set()
    for was, now in product(*([answer for s in each for answer in counts(s, counted)] for each in (before, [after]))):
        answers.add((not was and now) if inward else (was and not now))
    return answers


def counts(state: str, counted: set[str]) -> list[bool]:
    """Held in a state that is not said may be held in one that is counted."""
    if state == "unknown" and state not in counted and counted:
        return [False, True]
    return [state in counted]
