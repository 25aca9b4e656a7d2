"""One person: how the name is written, what is said of them and by whom, what they said, and where sources disagree.

A person is a record (somebody a claim is about, as one source names them) or an agent of sort `person` (somebody who
speaks or takes part), with every record and agent that live judgements hold to be one with it. Nothing is stored on a
person. A stranger meets a record only where a visible claim names it, as that claim writes it, and an agent only where
a visible claim has them speak or take part; a protected source is nobody's name.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from habeas.claims.vocabulary import DEFAULT_ACCESS, LinkKind, Polarity, Review
from habeas.names.fold import fold
from habeas.register import clustered, read
from habeas.register import people as reading
from habeas.register.believed import Believed
from habeas.register.judged import Link
from habeas.register.people import NAME, Somebody
from habeas.register.query import Query
from habeas.register.read import ReadClaim, View

from .claims import as_json, beside
from .held import Held, held
from .people import in_turn, main_name
from .person_page import Apart, Described, Member, Name, Parted, PersonPage, Stood
from .quoted import open_claims
from .shown import last_act

Json = dict[str, Any]
MOST_CLAIMS = 200
SINGLE = frozenset({"birth", "born", "sex", "death"})  # a person has one of each


def person(one: str, seen: View, as_of: date, known_on: date) -> PersonPage | None:
    """The person of whom `one` is a member's id; None where there is none, or none that may be seen."""
    with read.snapshot():
        members = members_of(one, seen)
        if not members:
            return None
        ids, day = [member.id for member in members], known_on.isoformat()
        every = reading.claims_of(ids, seen, day)
        about, said, told = read.each_with_bodies(every.about[:MOST_CLAIMS], every.said[:MOST_CLAIMS], every.attributes)
        attributes = [claim for claim in told if _is_of(claim, ids)]
        documents = _documents([*about, *said], members, seen)
        custody = held(ids[0], seen, as_of, known_on)
        bodies = {one.body for one in custody.recognitions} if custody else set[str]()
        every_about = {one for _, one, _ in every.about}
        near = beside([*about, *said, *told], seen, day, claims=every_about, documents=documents, named=bodies)
        opened = open_claims([*about, *said], documents, seen, near)
        name = main_name(members, reading.mentions(ids, seen, day)) if len(members) > 1 else members[0].name
        return PersonPage(
            seen=seen,
            as_of=as_of,
            known_on=known_on,
            id=members[0].id,
            name=name,
            names=_names(name, members, attributes, seen, day),
            description=_description(_accepted(attributes, near.believed)),
            members=[_member(member, documents, len(members) > 1) for member in members],
            parted=_parted(ids, seen),
            standing=_standing(custody, as_of, known_on),
            custody=custody,
            about=[opened[claim.seq] for claim in about],
            about_count=len(every.about),
            said=[opened[claim.seq] for claim in said],
            said_count=len(every.said),
            apart=[*_linked(near.links, every_about, seen, day), *_differing(attributes, seen)],
            documents={claim.body["document"]: documents[claim.body["document"]] for claim in (*about, *said)},
            bodies={one: near.names[one] for one in bodies if one in near.names},
        )


def members_of(one: str, seen: View) -> list[Somebody]:
    """The records and agents that are one person with `one`, who stands for them first; none where it is hidden."""
    here = reading.somebodies([one], seen)
    if one not in here:
        return []
    others = clustered.one_person(one, seen) - {one}
    return in_turn([here[one], *(reading.somebodies(others, seen).values() if others else ())])


def _names(
    name: str, members: list[Somebody], attributes: Sequence[ReadClaim], seen: View, known_on: str
) -> list[Name]:
    """Every name, the main one first, then by how many claims write it."""
    written: dict[str, int] = defaultdict(int)
    of: dict[str, str] = {member.name: member.kind for member in members}
    for one in reading.written([member.id for member in members], seen, known_on):
        written[one.name] += one.claims
        of.setdefault(one.name, one.of)
    tongues = _tongues(attributes, members, seen)
    for other in tongues if seen.ceiling >= DEFAULT_ACCESS else ():
        of.setdefault(other, "agent")
    found = [
        Name(called, kind, written.get(called, 0), *tongues.get(called, (None, None))) for called, kind in of.items()
    ]
    return sorted(found, key=lambda one: (one.name != name, -one.claims, one.name))


def _tongues(
    attributes: Sequence[ReadClaim], members: list[Somebody], seen: View
) -> dict[str, tuple[str | None, str | None]]:
    """Language and script of a name, where a claim, or what is said of an agent or a record, has them."""
    found: dict[str, tuple[str | None, str | None]] = {}
    for body in reading.bodies([member.id for member in members], seen).values():
        found[body["name"]] = (None, body.get("script"))
        found.update({other["name"]: (other.get("language"), other.get("script")) for other in body.get("names", ())})
    for claim in attributes:
        told = claim.body["attribute"]
        if told["property"] == NAME:
            found[told["value"]] = (told.get("language"), told.get("script"))
    return found


def _accepted(attributes: Sequence[ReadClaim], held: Believed) -> list[ReadClaim]:
    """Those that are not under second look: of them nothing is said as plainly as a description says it."""
    doubted = {claim for claim, review in held.reviews.items() if review.verdict == Review.second_look}
    return [claim for claim in attributes if claim.id not in doubted]


def _description(attributes: Sequence[ReadClaim]) -> list[Described]:
    """What claims affirm that the person is, each value once with the claims that say so."""
    said: dict[tuple[str, str], list[ReadClaim]] = defaultdict(list)
    for claim in attributes:
        told = claim.body["attribute"]
        if told["property"] != NAME and claim.body["polarity"] == Polarity.affirmed:
            said[told["property"], told["value"]].append(claim)
    return [
        Described(name, value, tuple(claim.id for claim in claims), _last_day(claims))
        for (name, value), claims in said.items()
    ]


def _last_day(claims: Sequence[ReadClaim]) -> str | None:
    days = [claim.body["when"]["latest"] for claim in claims if "latest" in claim.body.get("when", {})]
    return max(days, default=None)


def _is_of(claim: ReadClaim, ids: Sequence[str]) -> bool:
    told = claim.body["attribute"]
    return told.get("record") in ids or told.get("agent") in ids


def _member(one: Somebody, documents: Mapping[str, Json], judged: bool) -> Member:
    return Member(one.id, one.kind, one.name, documents.get(one.document or ""), judged)


def _parted(ids: Sequence[str], seen: View) -> list[Parted]:
    """As far as they may be met: whoever kept an address from then is led on to them."""
    parted = clustered.parted_from(ids, seen)
    met = reading.somebodies([one for one, _ in parted], seen) if parted else {}
    return [Parted(one, met[one].name, day) for one, day in parted if one in met]


def _standing(custody: Held | None, as_of: date, known_on: date) -> Stood | None:
    if custody is None:
        return None
    stood = custody.standing
    last = last_act(custody.account)
    return Stood(as_of, known_on, stood.certainly, stood.best, stood.possibly, last, stood.claims)


def _documents(claims: Sequence[ReadClaim], members: list[Somebody], seen: View) -> dict[str, Json]:
    wanted = {claim.body["document"] for claim in claims} | {one.document for one in members if one.document}
    return {one["id"]: one for one in read.documents(seen, wanted)}


def _linked(links: Sequence[Link], about: Collection[str], seen: View, known_on: str) -> list[Apart]:
    """The claims about the person that contradict another, each pair once."""
    contradict = (link for link in links if link.kind == LinkKind.contradicts)
    pairs = [(link.claim, link.other) for link in contradict if not {link.claim, link.other}.isdisjoint(about)]
    wanted = sorted({one for pair in pairs for one in pair})
    found = as_json(read.claims(Query(ids=wanted, known_on=known_on), seen), seen, known_on) if wanted else []
    claims = {claim["id"]: claim for claim in found}
    return [Apart(claims[one], claims[other]) for one, other in pairs if one in claims and other in claims]


def _differing(attributes: Sequence[ReadClaim], seen: View) -> list[Apart]:
    """Claims that give the person two values of what a person has one of: the first of each value."""
    values: dict[str, dict[str, ReadClaim]] = defaultdict(dict)
    for claim in attributes:
        told = claim.body["attribute"]
        if told["property"] in SINGLE and claim.body["polarity"] == Polarity.affirmed:
            values[told["property"]].setdefault(fold(told["value"]), claim)
    pairs = [(name, one, other) for name, some in values.items() for one, other in combinations(some.values(), 2)]
    claims = {claim["id"]: claim for claim in as_json(list({one for _, *two in pairs for one in two}), seen)}
    return [Apart(claims[one.id], claims[other.id], name) for name, one, other in pairs]
