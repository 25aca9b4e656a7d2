"""Who would be one person by a strong identifier: proposed, for a named person to accept, never joined by itself.

An identifier of a list is that of the row itself too: who is said to be row 17 of a list and the record of that row
have it alike.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from habeas.claims import identity
from habeas.claims.identifiers import Identifier, identifier
from habeas.claims.vocabulary import Sameness
from habeas.linkage.evidence import Says
from habeas.linkage.identified import Holder, Proposal, proposals
from habeas.register import identifiers as register
from habeas.register import living, read, write
from habeas.register import people as reading
from habeas.register.identifiers import Said
from habeas.register.judge import Verdict
from habeas.register.people import Somebody
from habeas.register.read import View

from .joined import persons
from .judgements import end_as_json
from .said_alike import properties_alike

Json = dict[str, Any]
ONE_OF_EACH = ("birth", "death", "sex")


@dataclass(frozen=True, slots=True)
class Alike:
    """A proposal, the two whom it is about, and the claims that give them the identifier."""

    proposal: Proposal
    one: Somebody
    other: Somebody
    evidence: tuple[str, ...]

    def verdict(self) -> Verdict:
        """The judgement that accepting it enters."""
        reason = f"both are {self.proposal.identifier}"
        return Verdict(self.one.id, self.other.id, Sameness.same, reason, self.evidence)

    def as_json(self) -> Json:
        """The documented shape."""
        told: Json = {"identifier": str(self.proposal.identifier)}
        told |= {"one": end_as_json(self.one), "other": end_as_json(self.other), "evidence": list(self.evidence)}
        return told | ({"against": self.proposal.against} if self.proposal.against else {})


@dataclass(frozen=True, slots=True)
class Identified:
    """What identifiers propose at a view: whom to join, and whom something speaks against joining."""

    seen: View
    to_join: tuple[Alike, ...]
    against: tuple[Alike, ...]

    def as_json(self) -> Json:
        """The documented shape."""
        told: Json = {"at": str(self.seen.at)}
        return told | {key: [one.as_json() for one in getattr(self, key)] for key in ("to_join", "against")}


def identified(seen: View) -> Identified:
    """The pairs who have an identifier alike and are not one person yet."""
    with read.snapshot():
        claims, joined = _claims(register.identifiers(seen)), persons(seen)
        named = {whom for some in claims.values() for whom in some}
        live = living.around(named, seen.at.seq)
        met = reading.somebodies(living.members(named, live), seen)
        found = proposals(
            _holders(met, claims, seen),
            joined.person,
            living.pairs(live, Sameness.different),
            living.pairs(live, Sameness.undecided),
            differ,
        )
        torn = {one for group in joined.conflicts for one in group}
    told = [_alike(_unless_torn(one, torn), claims, met) for one in found]
    to_join, against = ([one for one in told if bool(one.proposal.against) is held] for held in (False, True))
    return Identified(seen, tuple(to_join), tuple(against))


def differ(name: str, one: str, other: str) -> bool:
    """Whether two values of a property of which a person has one cannot both be so, by how lists are compared."""
    return properties_alike(name, [one], [other])[0] is Says.differs


def _claims(said: Sequence[Said]) -> Mapping[Identifier, dict[str, list[str]]]:
    """By identifier who has it, each with the claims that say so; of a row of a list its own record has it unsaid."""
    key = write.register_key()
    found: dict[Identifier, dict[str, list[str]]] = defaultdict(dict)
    for one in said:
        try:
            named = identifier(one.value)
        except ValueError:  # entered before the schemes were looked at
            continue
        found[named].setdefault(one.whom, []).append(one.claim)
        if named.row:
            name, row = named.row
            found[named].setdefault(identity.record_in_list(key, name, [row]), [])
    return found


def _holders(
    met: Mapping[str, Somebody], claims: Mapping[Identifier, Mapping[str, object]], seen: View
) -> list[Holder]:
    """Everybody who may be met, in the order of their entry, with what is said of each."""
    of: dict[str, set[Identifier]] = defaultdict(set)
    for named, some in claims.items():
        for whom in some:
            of[whom].add(named)
    facts: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in register.facts(seen, met, ONE_OF_EACH):
        facts[one.whom][one.property].add(one.value)
    return [
        Holder(one.id, one.kind == reading.AGENT, frozenset(of[one.id]), facts[one.id])
        for one in sorted(met.values(), key=lambda one: (one.entry, one.id))
    ]


def _unless_torn(one: Proposal, torn: Collection[str]) -> Proposal:
    if one.against or (one.one not in torn and one.other not in torn):
        return one
    return replace(one, against="judgements of their records contradict each other")


def _alike(one: Proposal, claims: Mapping[Identifier, Mapping[str, list[str]]], met: Mapping[str, Somebody]) -> Alike:
    said = claims[one.identifier]
    return Alike(one, met[one.one], met[one.other], tuple(dict.fromkeys((*said[one.one], *said[one.other]))))
