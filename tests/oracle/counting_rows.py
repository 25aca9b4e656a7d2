"""What a count reads, worked out claim by claim from the whole bodies: slow, and without the projected columns."""

from collections.abc import Iterator
from typing import Any

from habeas.register import models, read
from habeas.register.believed import believed
from habeas.register.query import Query, View
from habeas.tally.lens import Told

Row = tuple[Any, ...]
Body = dict[str, Any]
HAPPENED = ("happened", "state_seen")


def told_of(claim: read.ReadClaim, seen: View) -> Told:
    """Who says it, in what manner, and how far they are believed."""
    chain = claim.body["attribution"]
    agents = [link["agent"] for link in chain if "agent" in link]
    target = agents[-1] if agents else claim.body["document"]
    grades, reviews = believed(seen, [target, claim.id])
    return Told(
        speaker=chain[-1].get("agent"),
        kinds=tuple(link["kind"] for link in chain),
        modality=claim.body["modality"],
        polarity=claim.body["polarity"],
        reliability=grades.get(target, "F"),
        credibility=grades.get(claim.id, "6"),
        review=reviews[claim.id].verdict if claim.id in reviews else "accepted",
    )


def _every(claim: read.ReadClaim, seen: View) -> Row:
    known = claim.known["earliest"]
    versions = models.Claim.objects.filter(id=claim.id).values_list("entry", flat=True)
    return (claim.id, claim.seq, min(versions), known, claim.known_to, claim.known["basis"], told_of(claim, seen))


def _when(body: Body) -> tuple[str | None, str | None, str]:
    when = body.get("when", {})
    return (when.get("earliest"), when.get("latest"), when.get("meaning", "happened"))


def _name(body: Body, key: str, one: str) -> str | None:
    found = [each["name"] for each in body.get("participants", ()) if each.get(key) == one]
    return found[0] if found else None


def acts(seen: View) -> Iterator[Row]:
    """The rows of acts that move a spell, each as a tuple of the fields of ActRow."""
    for claim in read.claims(Query(), seen):
        act = claim.body.get("act")
        if act and _when(claim.body)[2] in HAPPENED:
            record, group = act.get("record"), act.get("group")
            name = _name(claim.body, "record", record) if record else _name(claim.body, "group", group or "")
            what = (act["kind"], act.get("state"), claim.body.get("place", {}).get("country"), claim.body.get("record"))
            yield (*_every(claim, seen), *_when(claim.body), name, record, group, *what)


def recognitions(seen: View) -> Iterator[Row]:
    """The rows of recognitions, each as a tuple of the fields of RecognitionRow."""
    for claim in read.claims(Query(), seen):
        said = claim.body.get("recognition")
        if said:
            whom = (_name(claim.body, "record", said["record"]), said["record"], tuple(said["bodies"]))
            yield (*_every(claim, seen), *_when(claim.body), *whom, said.get("withdrawn") == "yes")


def attributes(seen: View) -> Iterator[Row]:
    """The rows of attributes, each as a tuple of the fields of AttributeRow."""
    for claim in read.claims(Query(), seen):
        said = claim.body.get("attribute")
        if said:
            yield (*_every(claim, seen), said.get("record"), said.get("agent"), said["property"], said["value"])


def memberships(seen: View) -> Iterator[Row]:
    """The rows of members of a group, each as a tuple of the fields of MemberRow."""
    for claim in read.claims(Query(), seen):
        for one in claim.body.get("participants", ()):
            if "record" in one and "group" in one:
                yield (*_every(claim, seen), one["record"], one["group"])
