"""Who would be one person by an identifier that both have alike, and of whom something speaks against it.

A join is proposed where nothing contradicts it: no judgement that parts the two or leaves them undecided, no other
value of the same scheme, nothing else of which a person has one. Whatever was proposed before counts as joined, so that
all proposals together agree, too. Nothing is joined here.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from habeas.claims.identifiers import Identifier, Scheme

from .clusters import Pair

Facts = Mapping[str, Collection[str]]  # by property of which a person has one, the values that are said
NOT_ONE = frozenset({Scheme.list})  # of these schemes somebody may have several: one in each list, or two rows of one


@dataclass(frozen=True, slots=True)
class Holder:
    """A record or an agent: whether it is an agent, its identifiers, and what is said of it otherwise."""

    id: str
    agent: bool
    identifiers: frozenset[Identifier]
    facts: Facts = field(hash=False)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two who have an identifier alike; `against` says why they are not to be joined, empty where nothing does."""

    identifier: Identifier
    one: str
    other: str
    against: str = ""


@dataclass(slots=True)
class _Person:
    members: set[str]
    identifiers: set[Identifier]
    facts: dict[str, set[str]]


def proposals(
    holders: Sequence[Holder],
    person: Callable[[str], str],
    different: Iterable[Pair],
    undecided: Iterable[Pair],
    differ: Callable[[str, str, str], bool],
) -> list[Proposal]:
    """The pairs to be joined, and those that something speaks against, in the order of the `holders`.

    `person` says who stands for the person of whom a holder is. `differ(property, value, value)` tells whether two
    values of a property cannot be one.
    """
    return _Proposing(holders, person, different, undecided, differ).all()


class _Proposing:
    def __init__(
        self,
        holders: Sequence[Holder],
        person: Callable[[str], str],
        different: Iterable[Pair],
        undecided: Iterable[Pair],
        differ: Callable[[str, str, str], bool],
    ) -> None:
        self.holders, self.differ = holders, differ
        self.apart = {
            frozenset((person(one), person(other))): "they are judged to be different" for one, other in different
        }
        self.apart |= {frozenset((person(one), person(other))): "it is undecided" for one, other in undecided}
        self.of: dict[str, _Person] = {}
        for one in holders:
            found = self.of.setdefault(person(one.id), _Person({person(one.id)}, set(), {}))
            found.members.add(one.id)
            found.identifiers |= one.identifiers
            for name, values in one.facts.items():
                found.facts.setdefault(name, set()).update(values)
        self.of |= {one.id: self.of[person(one.id)] for one in holders}

    def all(self) -> list[Proposal]:
        by_identifier: dict[Identifier, list[Holder]] = {}
        for one in self.holders:
            for identifier in sorted(one.identifiers):
                by_identifier.setdefault(identifier, []).append(one)
        found = []
        for identifier, (first, *others) in by_identifier.items():
            for other in others:
                if self.of[first.id] is not self.of[other.id]:
                    found.append(self._proposal(identifier, first, other))
        return found

    def _proposal(self, identifier: Identifier, first: Holder, other: Holder) -> Proposal:
        against = self._against(first, other)
        if not against:
            self._join(self.of[first.id], self.of[other.id])
        return Proposal(identifier, first.id, other.id, against)

    def _against(self, first: Holder, other: Holder) -> str:
        one, two = self.of[first.id], self.of[other.id]
        if first.agent and other.agent:
            return "both are agents"
        for pair in ((x, y) for x in one.members for y in two.members):
            if frozenset(pair) in self.apart:
                return self.apart[frozenset(pair)]
        for x, y in combinations(sorted(one.identifiers | two.identifiers), 2):
            if x.scheme is y.scheme and x.scheme not in NOT_ONE:
                return f"they have {x} and {y}"
        for name in sorted(one.facts.keys() | two.facts.keys()):
            values = sorted({*one.facts.get(name, ()), *two.facts.get(name, ())})
            for value, another in combinations(values, 2):
                if self.differ(name, value, another):
                    return f"{name} is said to be {value} and {another}"
        return ""

    def _join(self, one: _Person, other: _Person) -> None:
        one.members |= other.members
        one.identifiers |= other.identifiers
        for name, values in other.facts.items():
            one.facts.setdefault(name, set()).update(values)
        self.of.update(dict.fromkeys(other.members, one))
