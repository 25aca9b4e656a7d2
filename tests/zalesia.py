"""The cast and the claims of the tests: the invented country of Zalesia, entered through the same doors as real facts.

Keepers, editors, reviewers, readers and strangers keep their rights in every test. Nobody here exists.
"""

from typing import Any

from habeas.claims import identity
from habeas.claims.canonical import Body
from habeas.register import write
from habeas.register.draft import Draft, Receipt
from habeas.register.log import SYSTEM, Hand

KEEPER = "Hanna Sokalich-Vyaz"
EDITOR = "Marta Veres"
LANTERN = "Lantern Group"
DOCUMENT = "d" * 64


def document(document_id: str = DOCUMENT, **said: Any) -> Draft:
    """A document that is known by its SHA-256 and not held."""
    return Draft("document", {"id": document_id, "sha256": document_id, "title": "Courier", **said}, "test")


def agent(name: str = LANTERN) -> Draft:
    """An organisation that speaks."""
    made = identity.agent_by_name(write.register_key(), name)
    return Draft("agent", {"id": made, "name": name, "sort": "organisation"}, "test")


def record(name: str, document_id: str = DOCUMENT) -> Draft:
    """Somebody named in a document."""
    made = identity.record_in_document(write.register_key(), document_id, name, 0)
    return Draft("record", {"id": made, "document": document_id, "name": name, "ordinal": 0}, "test")


def claim(statement: str, start: int = 0, **said: Any) -> Draft:
    """A claim of the Lantern Group's in a document, known on a day."""
    key, document_id = write.register_key(), said.pop("document", DOCUMENT)
    kind, ordinal = said.get("type", "assessment"), said.pop("ordinal", 0)
    body: Body = {
        "id": identity.claim_in_text(key, document_id, start, start + 10, kind, ordinal),
        "document": document_id,
        "anchor": {"kind": "characters", "start": start, "end": start + 10, "passage": identity.fingerprint(statement)},
        "ordinal": ordinal,
        "type": kind,
        "topics": ["tally"],
        "statement": statement,
        "modality": "asserted",
        "polarity": "affirmed",
        "known": {"basis": "published", "earliest": said.pop("known", "2025-11-14")},
        "attribution": [{"agent": identity.agent_by_name(key, LANTERN), "kind": "on_record"}],
    }
    return Draft("claim", body | said, f"test, {statement!r}")


def act(name: str, kind: str, day: str, start: int = 0, latest: str | None = None, **said: Any) -> list[Draft]:
    """A record and the claim of an act on it; `day` to `latest` is when it happened."""
    one = record(name, said.get("document", DOCUMENT))
    last = latest or day
    when = {"original": day, "edtf": day if last == day else f"{day}/{last}", "earliest": day, "latest": last}
    body = {
        "type": "act",
        "when": {**when, "extent": "within", "meaning": "happened"},
        "participants": [{"role": "subject", "name": name, "record": one.body["id"]}],
        "act": {"kind": kind, "record": one.body["id"]},
    }
    return [one, claim(f"{name}: {kind}, {day}.", start, **body, **said)]


def attribute(name: str, said: str, value: str, start: int = 0) -> list[Draft]:
    """The claim that somebody is so, with the record of whom it is about."""
    one = record(name)
    body = {
        "type": "attribute",
        "participants": [{"role": "subject", "name": name, "record": one.body["id"]}],
        "attribute": {"record": one.body["id"], "property": said, "value": value},
    }
    return [one, claim(f"{name}: {said} {value}.", start, **body)]


def figure(value: int, day: str, start: int = 0, latest: str | None = None, **said: Any) -> Draft:
    """The claim that so many people were held in all on a day, or on some day up to `latest`."""
    last = latest or day
    when = {"original": day, "edtf": day if last == day else f"{day}/{last}", "earliest": day, "latest": last}
    body = {
        "type": "figure",
        "when": {**when, "extent": "within", "meaning": "as_of"},
        "figure": {"subject": "people held", "kind": "stock", "comparator": "=", "unit": "persons", "low": str(value)},
    }
    return claim(f"{value} people are held.", start, **body, **said)


def flow(value: int, first: str, latest: str, start: int = 900, **said: Any) -> Draft:
    """The claim that so many people were let go from one day to another; `when` says otherwise of the window."""
    when = {"original": f"{first} to {latest}", "edtf": f"{first}/{latest}", "earliest": first, "latest": latest}
    window = {**when, "extent": "throughout", "meaning": "window"}
    of = {"subject": "people freed", "kind": "flow", "comparator": "=", "unit": "persons", "low": str(value)}
    of |= {key: said.pop(key) for key in ("unit", "part_of", "than") if key in said}
    otherwise = said.pop("when", None)
    when_said = {} if otherwise == {} else {"when": window | (otherwise or {})}
    return claim(f"{value} were let go.", start, **{"type": "figure", "figure": of, **when_said, **said})


def measure(kind: str, target: str, day: str, start: int = 0, latest: str | None = None, **said: Any) -> Draft:
    """The claim that Norland did something to its measure against a target; what the body says more, by its keys."""
    last = latest or day
    when = {"original": day, "edtf": day if last == day else f"{day}/{last}", "earliest": day, "latest": last}
    more = {key: said.pop(key) for key in ("measure", "instrument", "licence", "announces", "covers") if key in said}
    event: Body = {"kind": kind, "issuer": "Norland", "target": target, "measure": "listing"}
    body: Body = {
        "type": "measure_event",
        "topics": ["sanctions"],
        "when": {**when, "extent": "within", "meaning": "happened"},
        "measure_event": {**event, **more},
    }
    return claim(f"Norland: {kind}, {target}, {day}.", start, **body, **said)


def round_of(low: int, high: int, start: int = 0, day: str = "2021-06-15", **said: Any) -> list[Draft]:
    """A group of whom nobody is named, and the claim that they were let go on a day."""
    group = identity.group_in_document(write.register_key(), DOCUMENT, f"round {start}")
    when = {"original": day, "edtf": day, "earliest": day, "latest": day, "extent": "within", "meaning": "happened"}
    who = [{"role": "subject", "name": f"round {start}", "group": group}]
    body = {"type": "act", "when": when, "participants": who, "act": {"kind": "released", "group": group}}
    counted = {"id": group, "document": DOCUMENT, "name": f"round {start}", "low": low, "high": high}
    return [Draft("group", counted, "test"), claim(f"{low} were let go.", start, **body, **said)]


def link(kind: str, claim_id: str, other: str, **said: Any) -> Draft:
    """How one claim stands to another."""
    made = identity.claim_link(write.register_key(), kind, claim_id, other)
    return Draft("claim_link", {"id": made, "kind": kind, "claim": claim_id, "other": other, **said}, "test")


def judgement(one: str, other: str, verdict: str = "same", **said: Any) -> Draft:
    """What is judged of two records, or of a record and an agent."""
    made = identity.judgement(write.register_key(), one, other)
    body = {"id": made, "one": one, "other": other, "verdict": verdict, "reason": "same day, same court", **said}
    return Draft("judgement", body, "test")


def one_act(claim_id: str, other: str, verdict: str = "same", **said: Any) -> Draft:
    """What is judged of two claims: whether they report one act."""
    return judgement(claim_id, other, verdict, about="claims", **said)


def coverage(known: str, keeper: str = LANTERN, **said: Any) -> Draft:
    """What a keeper takes in from a known day on; of a region, if nothing else is said."""
    covers = {key: said[key] for key in ("region", "country", "list") if key in said}
    if not {"region", "country", "period"} & said.keys():
        covers["region"] = "Bystrany"
    key = write.register_key()
    agent_id = identity.agent_by_name(key, keeper)
    period = {"period": said["period"]["edtf"]} if "period" in said else {}
    body = {
        "id": identity.coverage(key, agent_id, **covers, **period),
        "keeper": agent_id,
        "known": known,
        "sentence": "Bystrany too.",
        "access": "public",
    }
    return Draft("coverage", body | covers | said, "test")


def rule(name: str, version: int = 1, **said: Any) -> Draft:
    """One version of a rule: who is in, unless something else is said."""
    body = {
        "id": identity.counted_by(write.register_key(), "rule", name, version),
        "name": name,
        "version": version,
        "sentence": f"Counts those who are {name}.",
        "access": "public",
        "quantity": "stock",
        "unit": "persons",
        "states": ["police", "pretrial", "serving", "unknown"],
    }
    return Draft("rule", body | said, "test")


def lens(name: str, version: int = 1, **said: Any) -> Draft:
    """One version of a lens: whoever asserts or claims something, unless something else is said."""
    body = {
        "id": identity.counted_by(write.register_key(), "lens", name, version),
        "name": name,
        "version": version,
        "sentence": f"Admits {name}.",
        "access": "public",
        "modalities": ["asserted", "claimed"],
    }
    return Draft("lens", body | said, "test")


NORLAND = "Norland"
PRESIDENT = "Oldar Vostarny"


def commitment(key: str, rests_on: str, party: str = NORLAND, **said: Any) -> Body:
    """What a party undertakes, in the words of a claim; a term, if nothing else is said."""
    body: Body = {
        "key": key,
        "party": identity.agent_by_name(write.register_key(), party),
        "undertakes": f"to {key}",
        "stage": "undertaken",
        "rests_on": [rests_on],
    }
    return body | said


def bargain(name: str, *commitments: Body, version: int = 1, **said: Any) -> list[Draft]:
    """One version of a bargain between Norland and the President, and the two."""
    key = write.register_key()
    sorts = {NORLAND: "authorities", PRESIDENT: "person"}
    parties = [
        Draft("agent", {"id": identity.agent_by_name(key, one), "name": one, "sort": sort}, "test")
        for one, sort in sorts.items()
    ]
    body: Body = {
        "id": identity.counted_by(key, "bargain", name, version),
        "name": name,
        "version": version,
        "sentence": f"{name}, told in a sentence.",
        "access": "public",
        "parties": [str(one.body["id"]) for one in parties],
        "commitments": list(commitments),
    }
    return [*parties, Draft("bargain", body | said, "test")]


def window(first: str, last: str = "") -> Body:
    """The days within which something is due; open at the end, if none is named."""
    edtf = f"{first}/{last or '..'}"
    return {"original": edtf, "edtf": edtf, "earliest": first} | ({"latest": last} if last else {})


def grade(kind: str, target: str, letter: str) -> Draft:
    """The reliability of an agent or a document, or the credibility of a claim."""
    key = "claim" if kind == "credibility" else "target"
    made = identity.grade(write.register_key(), kind, target)
    return Draft(kind, {"id": made, key: target, "grade": letter}, "test")


def review(claim_id: str, verdict: str = "second_look", note: str = "The court has no such case.") -> Draft:
    """What a review says of a claim; without a note, if it is empty."""
    made = identity.review(write.register_key(), claim_id)
    body = {"id": made, "claim": claim_id, "verdict": verdict} | ({"note": note} if note else {})
    return Draft("review", body, "test")


def enter(*drafts: Draft | list[Draft], hand: Hand = SYSTEM, by: str = KEEPER, **how: Any) -> Receipt:
    """Enter drafts as the keeper, with the document and the agent that they rest on."""
    flat = [one for some in drafts for one in (some if isinstance(some, list) else [some])]
    resting_on = [one for one in (document(), agent()) if one.body["id"] not in {draft.body["id"] for draft in flat}]
    return write.enter([*resting_on, *flat], write.actor(by, hand), hand=hand, **how)
