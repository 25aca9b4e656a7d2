"""Who is one person by the judgements: records joined by "same", unless a "different" holds two of them apart.

A cluster that holds two whom a live judgement says to be different is in conflict: somebody is wrong, and the code does
not guess who. None of its joins is applied, each of its members stands alone, and the conflict is told.

After a judgement only those whom it touches are looked at again: what follows from the others is shared, not copied.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

Pair = tuple[str, str]
LAST = 2**63  # after every entry of a log
MOST_OVER = 10_000  # who stand otherwise than in the mapping beneath: beyond them it is written out anew


@dataclass(frozen=True, eq=False)
class Overlaid(Mapping[str, str]):
    """A mapping over another one that is shared: what stands in `over` counts, and None there takes a key away."""

    base: Mapping[str, str]
    over: Mapping[str, str | None]
    size: int

    def __getitem__(self, key: str) -> str:
        if key in self.over:
            found = self.over[key]
            if found is None:
                raise KeyError(key)
            return found
        return self.base[key]

    def __iter__(self) -> Iterator[str]:
        yield from (key for key in self.base if key not in self.over)
        yield from (key for key, found in self.over.items() if found is not None)

    def __len__(self) -> int:
        return self.size


@dataclass(frozen=True, slots=True)
class Clusters:
    """Each member of a cluster with its representative, and the clusters in conflict, each in order; nobody else."""

    representative: Mapping[str, str]
    conflicts: tuple[tuple[str, ...], ...]

    def person(self, one: str) -> str:
        """Who stands for the person whom a record or an agent is of: itself, where nothing joins it to another."""
        return self.representative.get(one, one)

    def followed_by(self, touched: Iterable[str], now: "Clusters") -> "Clusters":
        """These clusters, but of those who are `touched` as `now` has them; `now` knows of nobody else.

        Whoever was or is in one cluster with somebody who is touched has to be touched, too.
        """
        some = set(touched)
        base, over = _parts(self.representative)
        size, over = len(self.representative), dict(over)
        for one in some:
            stands = now.representative.get(one)
            size += (stands is not None) - (one in self.representative)
            over[one] = stands
        found: Mapping[str, str] = Overlaid(base, over, size)
        if len(over) > MOST_OVER:
            found = dict(found)
        kept = [group for group in self.conflicts if some.isdisjoint(group)]
        return Clusters(found, tuple(sorted((*kept, *now.conflicts))))

    def moved_since(self, before: "Clusters") -> set[str]:
        """Whoever is represented by another one than before."""
        (base, over), (base_before, over_before) = _parts(self.representative), _parts(before.representative)
        if base is base_before:
            some = over.keys() | over_before.keys()
        else:
            some = self.representative.keys() | before.representative.keys()
        return {one for one in some if self.person(one) != before.person(one)}


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


def _parts(representative: Mapping[str, str]) -> tuple[Mapping[str, str], Mapping[str, str | None]]:
    """What lies beneath, and what stands over it."""
    if isinstance(representative, Overlaid):
        return representative.base, representative.over
    return representative, {}


def _joined(pairs: Iterable[Pair]) -> list[set[str]]:
    """The connected sets of the pairs; the smaller set always moves into the larger one."""
    set_of: dict[str, set[str]] = {}
    for one, other in pairs:
        moved, into = sorted((set_of.setdefault(one, {one}), set_of.setdefault(other, {other})), key=len)
        if into is not moved:
            into |= moved
            set_of.update(dict.fromkeys(moved, into))
    return list({id(group): group for group in set_of.values()}.values())
