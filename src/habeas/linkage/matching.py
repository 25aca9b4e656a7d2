"""How many of some pairs can be so at once, when nobody is two people: the size of a largest matching.

By augmenting paths (Kuhn), without recursion. What the pairs weigh plays no part.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[int, int]


def largest(pairs: Iterable[Pair]) -> int:
    """The most pairs that have nobody in common."""
    beside = defaultdict[int, list[int]](list)
    for one, other in sorted(set(pairs)):
        beside[one].append(other)
    of_one: dict[int, int] = {}
    of_other: dict[int, int] = {}
    return sum(_augmented(one, beside, of_one, of_other) for one in beside)


def _augmented(
    start: int, beside: Mapping[int, Sequence[int]], of_one: dict[int, int], of_other: dict[int, int]
) -> bool:
    """Whether one more can be paired, others moving on where they can; the partners are changed to it."""
    asked_by: dict[int, int] = {}
    waiting = [start]
    while waiting:
        one = waiting.pop()
        for other in beside[one]:
            if other in asked_by:
                continue
            asked_by[other] = one
            if other not in of_other:
                _pass_on(other, start, asked_by, of_one, of_other)
                return True
            waiting.append(of_other[other])
    return False


def _pass_on(
    free: int, start: int, asked_by: Mapping[int, int], of_one: dict[int, int], of_other: dict[int, int]
) -> None:
    """Give who is free to whoever asked, whose own partner goes to whoever asked for that one, back to the start."""
    other: int | None = free
    while other is not None:
        one = asked_by[other]
        before = of_one.get(one) if one != start else None
        of_one[one], of_other[other] = other, one
        other = before
