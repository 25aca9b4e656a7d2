"""The judgements that cannot all be so: a chain of "same" that leads from one to another whom a "different" parts.

One such chain is shown to whoever would make it, the shortest there is, so that they see which judgement to take back.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

from .clusters import Pair

Chain = tuple[str, ...]  # from one of a pair to the other, each next to the one it is judged the same as


def contradiction(same: Iterable[Pair], different: Iterable[Pair]) -> Chain | None:
    """The shortest chain of "same" between two who are judged different, as the somebodies in it; None: there is none.

    Of several of one length it is the first by ids: the order of the pairs and of their ends changes nothing.
    """
    beside = _beside(same)
    parted = ((min(pair), max(pair)) for pair in different)
    found = [chain for start, goal in parted if (chain := _chain(start, goal, beside))]
    return min(found, key=lambda chain: (len(chain), chain), default=None)


def joined_through(one: str, other: str, same: Iterable[Pair]) -> Chain | None:
    """The shortest chain of "same" from one to the other; None where they are not joined."""
    return _chain(one, other, _beside(same))


def _beside(pairs: Iterable[Pair]) -> Mapping[str, Sequence[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return {one: sorted(others) for one, others in found.items()}


def _chain(start: str, goal: str, beside: Mapping[str, Sequence[str]]) -> Chain | None:
    """The first of the shortest ways from one to another, found in rings around the start."""
    came_from = {start: start}
    ring = deque([start])
    while ring and goal not in came_from:
        here = ring.popleft()
        for there in beside.get(here, ()):
            if there not in came_from:
                came_from[there] = here
                ring.append(there)
    if goal not in came_from:
        return None
    way = [goal]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))
