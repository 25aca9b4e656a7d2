"""Which claims are there? Each as the documented JSON, with the names of who speaks and who takes part."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from habeas.claims.vocabulary import DEFAULT_ACCESS, NOT_JUDGED, Polarity
from habeas.register import judged, read
from habeas.register.believed import Believed, believed
from habeas.register.query import Query
from habeas.register.read import ReadClaim, View
from habeas.tally.lens import EVERY, Lens, Told, refuses

from .kept import Kept, state
from .plain import review_of

Json = dict[str, Any]
_COUNTS: Kept[int] = Kept(256)
DETAILS = ("figure", "act", "attribute", "recognition", "commitment", "measure_event")


def find(query: Query, seen: View, limit: int | None = None, after: int = 0) -> Json:
    """The claims that a query finds: `claims`, their `count` in all, the log entry `at`, and `next` if more follow."""
    with read.snapshot():
        total = count(query, seen)
        found = read.claims(query, seen, None if limit is None else limit + 1, after)
        more, found = limit is not None and len(found) > limit, found[:limit]
        shown = as_json(found, seen, query.known_on)
    return {"at": str(seen.at), "count": total, "claims": shown} | ({"next": found[-1].seq} if more else {})


def count(query: Query, seen: View) -> int:
    """How many claims a query finds, counted once of each entry; of certain claims or persons each time."""
    if query.ids or query.person:
        return read.count(query, seen)
    return _COUNTS.get(state(), (query, seen), lambda: read.count(query, seen))


@dataclass(frozen=True, slots=True)
class Beside:
    """What is asked beside the bodies of claims to show them.

    The names of who speaks by id, the documents whose words may be seen, how far each claim is believed, and the links.
    """

    names: Mapping[str, str]
    readable: Collection[str]
    believed: Believed
    links: Sequence[judged.Link]


def beside(
    found: Sequence[ReadClaim],
    seen: View,
    known_on: str | None = None,
    *,
    claims: Collection[str] = (),
    documents: Collection[str] = (),
    named: Collection[str] = (),
) -> Beside:
    """What is asked beside claims; and of other claims, documents and somebodies, by id, for whoever needs it."""
    return Beside(
        read.names(seen, {*named, *(one for claim in found for one in _ids(claim.body))}),
        read.with_visible_words(seen, {*documents, *(claim.body["document"] for claim in found)}),
        believed(seen, {one for claim in found for one in (claim.id, _to_believe(claim.body))}),
        judged.links(seen, {*claims, *(claim.id for claim in found)}, known_on),
    )


def as_json(
    found: Sequence[ReadClaim], seen: View, known_on: str | None = None, near: Beside | None = None
) -> list[Json]:
    """Claims in the documented shape, with their links as known on a day; a key is left out where nothing is known.

    `near` is what is asked beside them, where that was asked already.

    A fingerprint tells words to whoever can try them all. So that of a passage is given out only where its words may
    be seen, and that of its sentence or row, in which other words stand, to nobody below the staff.
    """
    near = near or beside(found, seen, known_on)
    held = near.believed
    reviews = judged.reviewed(seen, held.reviews) if held.reviews else {}
    links = _links(near.links)
    shown = [
        _claim(claim, near.names, _withheld(claim.body, claim.body["document"] in near.readable, seen))
        for claim in found
    ]
    for claim, told in zip(found, shown, strict=True):
        told["grade"] = _grade(claim, held.grades)
        if claim.id in reviews:
            told["review"] = _review(reviews[claim.id])
        if claim.id in links:
            told["links"] = links[claim.id]
    return shown


def looked_at(claim: Json) -> Told:
    """What a lens looks at in a claim in the documented shape."""
    reliability, credibility = claim["grade"]
    kinds = tuple(link["kind"] for link in claim["attribution"])
    speaker = claim["attribution"][-1].get("agent_id")
    return Told(speaker, kinds, claim["modality"], claim["polarity"], reliability, credibility, review_of(claim))


def admits(claim: Json, lens: Lens = EVERY) -> bool:
    """Whether a lens admits a claim in the documented shape, and it is affirmed."""
    return claim["polarity"] == Polarity.affirmed and refuses(lens, looked_at(claim)) is None


def _to_believe(body: Json) -> str:
    """The innermost speaker who is an agent, on whose reliability a claim rests; in its own voice, the document."""
    agents = (link["agent"] for link in reversed(body["attribution"]) if "agent" in link)
    return str(next(agents, body["document"]))


def _review(found: judged.Reviewed) -> Json:
    told: Json = {"verdict": found.verdict, "recorded": {"seq": found.seq, "day": found.day}}
    return told | {key: said for key, said in (("by", found.by), ("note", found.note)) if said is not None}


def _grade(claim: ReadClaim, grades: Mapping[str, str]) -> str:
    reliability, credibility = NOT_JUDGED
    return grades.get(_to_believe(claim.body), reliability) + grades.get(claim.id, credibility)


def _links(found: Iterable[judged.Link]) -> dict[str, list[Json]]:
    """The links of each claim that has any, each in the word that it has from this end."""
    told: dict[str, list[Json]] = {}
    for link in found:
        for end in (link.claim, link.other):
            kind, other = link.seen_from(end)
            told.setdefault(end, []).append({"kind": kind, "claim": other})
    return told


def _withheld(body: Json, readable: bool, seen: View) -> set[str]:
    """Which keys of its anchor are not given out with a claim."""
    of_staff = seen.ceiling >= DEFAULT_ACCESS
    if not readable or (not of_staff and any("source" in link for link in body["attribution"])):
        return {"kind", "passage", "sentence"}
    return {"kind"} if of_staff else {"kind", "sentence"}


def _claim(claim: ReadClaim, names: Mapping[str, str], withheld: set[str]) -> Json:
    body = claim.body
    place = {key: value for key, value in body["anchor"].items() if key not in withheld}
    shown: Json = {"id": claim.id, "document": body["document"], **place}
    for key in ("cites", "statement", "topics", "type", "modality", "polarity"):
        if key in body:
            shown[key] = body[key]
    shown["attribution"] = [_speaker(link, names) for link in body["attribution"]]
    shown["participants"] = [_participant(one, names) for one in body.get("participants", ())]
    for key in ("when", "place", *DETAILS):
        if key in body:
            shown[key] = body[key]
    shown["known"] = claim.known | ({"until": claim.known_to} if claim.known_to else {})
    shown["recorded"] = {"seq": claim.seq, "day": claim.recorded}
    return shown


def _speaker(link: Json, names: Mapping[str, str]) -> Json:
    if "source" in link:
        return {"agent": "a protected source", "kind": link["kind"]}
    rest = {key: value for key, value in link.items() if key not in {"agent", "record"}}
    who = link.get("agent") or link.get("record")
    return {"agent": names.get(who, "not named") if who else "the document's own voice"} | rest | _id("agent", link)


def _participant(one: Json, names: Mapping[str, str]) -> Json:
    known = {key: value for key, value in one.items() if key not in {"record", "agent", "group"}}
    return known | {f"{key}_id": one[key] for key in ("record", "agent", "group") if key in one}


def _id(key: str, link: Json) -> Json:
    return {f"{key}_id": link[key]} if key in link else {}


def _ids(body: Json) -> set[str]:
    links = {link.get("agent") or link.get("record") for link in body["attribution"]}
    return {one for one in links if one}
