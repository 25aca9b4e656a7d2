"""Everybody whom a figure counts, and who of them counts otherwise in another figure of the same day and known day.

Two states of a register can differ in who is who, so people are compared in sets that share records: one person there
may be two here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.tally.lens import Lens
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds

from .accounts import Accounts
from .here import here
from .shown import named
from .tables import NOT_NAMED

Node = tuple[str, str]


@dataclass(frozen=True, eq=False)
class Counted:
    """How each person counts whom a figure possibly counts, and the claims that this rests on."""

    every: Accounts
    people: Mapping[str, Bounds]
    claims: Mapping[str, tuple[str, ...]]

    def of(self, some: Iterable[str]) -> Bounds:
        """How these people count together."""
        low, best, high = (sum(ends) for ends in zip(Bounds(0, 0, 0), *(self.people[one] for one in some), strict=True))
        return Bounds(low, best, high)

    def resting(self, some: Iterable[str]) -> tuple[str, ...]:
        """The claims on which these people rest."""
        return tuple(dict.fromkeys(claim for one in some for claim in self.claims[one]))

    def name(self, person: str) -> str:
        """How the first of the claims that count somebody writes the name."""
        return (named(self.every.acts_of(person, self.claims[person])) or (NOT_NAMED, ""))[0]


def counted(every: Accounts, rule: Rule, lens: Lens, as_of: date, known_on: date) -> Counted:
    """Everybody whom a stock possibly counts."""
    found = list(here(every, rule, lens, as_of, known_on).people)
    bounds = {one.person: Bounds(one.low, one.best, one.high) for one in found}
    return Counted(every, bounds, {one.person: one.claims for one in found})


def apart(before: Counted, now: Counted) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """The people of both who share records and do not count alike: those before, and those now."""
    groups: dict[Node, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    root = _roots(before, now)
    for side, figure in enumerate((before, now)):
        for person in sorted(figure.people):
            groups[root[f"{side}", person]][side].append(person)
    for some, others in groups.values():
        if before.of(some) != now.of(others):
            yield some, others


def _roots(before: Counted, now: Counted) -> Mapping[Node, Node]:
    """By person of either figure one node for all with whom records are shared."""
    parent: dict[Node, Node] = {}

    def find(one: Node) -> Node:
        while parent.setdefault(one, one) != one:
            one = parent[one]
        return one

    for side, figure in enumerate((before, now)):
        for person in figure.people:
            for record in figure.every.records_of(person):
                parent[find((f"{side}", person))] = find(("record", record))
    return {one: find(one) for one in list(parent)}
