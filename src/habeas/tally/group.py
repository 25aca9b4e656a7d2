"""People counted and not named, the reports of what was done to them, and which of these reports hang together.

Claims judged to report one act make one group of several: of the count that all of them allow. Nobody is a member but
whom a claim puts there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from habeas.custody.report import Pair, Report


@dataclass(frozen=True, slots=True)
class Group:
    """People counted and not named: at least `low`, at most `high` (None: not said); `members` are ids of persons.

    Raises ValueError where `high` is below `low`, or one of them is negative.
    """

    id: str
    name: str
    low: int
    high: int | None
    members: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"group {self.id}: its count goes from {self.low} to {self.high}")


@dataclass(frozen=True, slots=True)
class GroupReport:
    """One claim of one act of a group."""

    group: Group
    report: Report


@dataclass(frozen=True, slots=True)
class Judged:
    """What is judged of claims: that two report one act, or two, and that two cannot both be so."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()
    contradicts: frozenset[Pair] = frozenset()


def joined(groups: Sequence[Group]) -> Group:
    """The one group of all that are told of at one act: of the count that all allow, or else from least to most."""
    highs = [group.high for group in groups if group.high is not None]
    low, high = max(group.low for group in groups), min(highs, default=None)
    if high is not None and high < low:
        low, high = min(group.low for group in groups), max(low, *highs)
    members = frozenset[str]().union(*(group.members for group in groups))
    return replace(groups[0], low=low, high=high, members=members)


def between(told: Sequence[GroupReport], pairs: Iterable[Pair]) -> frozenset[tuple[int, int]]:
    """The pairs of claims as pairs of places in `told`: where both claims tell of one group, of that group only."""
    places: dict[str, list[int]] = {}
    for place, each in enumerate(told):
        places.setdefault(each.report.claim, []).append(place)
    found: set[tuple[int, int]] = set()
    for one, other in pairs:
        every = [(a, b) for a in places.get(one, ()) for b in places.get(other, ()) if a != b]
        found.update([(a, b) for a, b in every if told[a].group.id == told[b].group.id] or every)
    return frozenset(found)


def connected(size: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The places below `size` in sets that the pairs connect: each set in order, the sets by their first."""
    label = list(range(size))
    for one, other in pairs:
        kept, given_up = sorted((label[one], label[other]))
        label = [kept if each == given_up else each for each in label]
    return [[place for place in range(size) if label[place] == first] for first in sorted(set(label))]
