"""Who is one person by the judgements: records joined by "same", unless a "different" holds two of them apart.

A cluster that holds two whom a live judgement says to be different is in conflict: somebody is wrong, and the code does
not guess who. None of its joins is applied, each of its members stands alone, and the conflict is told.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Pair = tuple[str, str]
LAST = 2**63  # after every entry of a log


@dataclass(frozen=True, slots=True)
class Clusters:
    """Each member of a cluster with its representative, and the clusters in conflict, each in order; nobody else."""

    representative: Mapping[str, str]
    conflicts: tuple[tuple[str, ...], ...]

    def person(self, one: str) -> str:
        """Who stands for the person whom a record or an agent is of: itself, where nothing joins it to another."""
        return self.representative.get(one, one)


def clusters(same: Iterable[Pair], order: Mapping[str, int], different: Iterable[Pair] = ()) -> Clusters:
    """The clusters that `same` makes, each represented by its first member by `order`; in conflict by `different`.

    The order of the pairs, and which of a pair is named first, changes nothing. Who is not in `order` comes last.
    """
    groups = _joined(same)
    within = {one: number for number, group in enumerate(groups) for one in group}
    split = {within[one] for one, other in different if one in within and within[one] == within.get(other)}
    ranked = [sorted(group, key=lambda one: (order.get(one, LAST), one)) for group in groups]
    standing = (group for number, group in enumerate(ranked) if number not in split)
    return Clusters(
        {one: group[0] for group in standing for one in group},
        tuple(sorted(tuple(ranked[number]) for number in split)),
    )


def _joined(pairs: Iterable[Pair]) -> list[set[str]]:
    """The connected sets of the pairs; the smaller set always moves into the larger one."""
    set_of: dict[str, set[str]] = {}
    for one, other in pairs:
        moved, into = sorted((set_of.setdefault(one, {one}), set_of.setdefault(other, {other})), key=len)
        if into is not moved:
            into |= moved
            set_of.update(dict.fromkeys(moved, into))
    return list({id(group): group for group in set_of.values()}.values())
