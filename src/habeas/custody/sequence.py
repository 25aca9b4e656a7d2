"""Acts of which one never comes before another: a source tells of them as one stretch, an arrest and its release.

What is held of two acts is held of those between whom it leads by way of others, too. Held to be no sequence, and so
without effect, are: an act that is certainly before the one it is said to follow (the source's slip), a death and
something else (death comes last anyway), and all that hang together where they cannot all be so.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from habeas.claims.act import Act

from .alternatives import OneAct, joined
from .report import Pair

Edges = set[tuple[int, int]]


class Sequences(NamedTuple):
    """By its place in a list of acts, the places of those that never come after each; and the claims of the acts of
    which nothing is held, since not all that is said of their sequence can be so."""

    earlier: Mapping[int, frozenset[int]]
    undone: tuple[frozenset[str], ...]


def sequences_of(acts: Sequence[OneAct], said: Collection[Pair]) -> Sequences:
    """What is said of these acts' claims, as (earlier, later), by place in the list; self pairs are dropped."""
    edges = _edges(acts, said) if said else set()
    kept: dict[int, frozenset[int]] = {}
    undone: list[frozenset[str]] = []
    for group in joined(edges):
        earlier = _by_way_of_others({edge for edge in edges if group.issuperset(edge)})
        if _can_be(acts, earlier):
            kept |= earlier
        else:
            undone.append(frozenset(claim for n in group for claim in acts[n].claims))
    return Sequences(kept, tuple(sorted(undone, key=sorted)))


def in_turn(by_order: Iterable[int], acts: Sequence[OneAct], earlier: Mapping[int, frozenset[int]]) -> list[int]:
    """The order of one day: as given, but an act waits for those that never come after it and can be on its day."""
    left = list(by_order)
    waits_for = {m: {n for n in those if not _reversed(acts[m], acts[n])} for m, those in earlier.items()}
    found: list[int] = []
    while left:
        found.append(next(n for n in left if not waits_for.get(n, set()).intersection(left)))
        left.remove(found[-1])
    return found


def _edges(acts: Sequence[OneAct], said: Iterable[Pair]) -> Edges:
    by_claim: dict[str, list[int]] = defaultdict(list)
    for n, act in enumerate(acts):
        for claim in act.claims:
            by_claim[claim].append(n)
    told = {(n, m) for one, other in said for n in by_claim.get(one, ()) for m in by_claim.get(other, ()) if n != m}
    return {(n, m) for n, m in told if _alike(acts[n], acts[m]) and not _reversed(acts[n], acts[m])}


def _alike(one: OneAct, other: OneAct) -> bool:
    return (one.act is Act.died) == (other.act is Act.died)


def _reversed(earlier: OneAct, later: OneAct) -> bool:
    """Whether the second is certainly on a day before the first."""
    return later.latest is not None and earlier.earliest is not None and later.latest < earlier.earliest


def _by_way_of_others(edges: Edges) -> dict[int, frozenset[int]]:
    earlier: dict[int, set[int]] = defaultdict(set)
    for n, m in edges:
        earlier[m].add(n)
    growing = True
    while growing:
        size = sum(map(len, earlier.values()))
        for those in earlier.values():
            those.update(*[earlier[n] for n in those if n in earlier])
        growing = sum(map(len, earlier.values())) > size
    return {m: frozenset(those) for m, those in earlier.items()}


def _can_be(acts: Sequence[OneAct], earlier: Mapping[int, frozenset[int]]) -> bool:
    """Whether nothing comes before itself, and each can be on a day no earlier than all that it follows."""
    return not any(n == m or _reversed(acts[n], acts[m]) for m, those in earlier.items() for n in those)
