"""Who and what that is known here may stand in a text? Candidates with their places, for somebody to judge.

Only names that the reader may see are looked for. Nothing is recorded, and nothing here has a way into a count.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from habeas.claims.anchor import characters
from habeas.names.in_text.mention import Mention
from habeas.names.known import Known
from habeas.register import named, read
from habeas.register.read import View

from .people import people

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known person or body by id and name; of a place the id is the name."""

    id: str
    name: str

    def as_json(self) -> Json:
        """The documented shape."""
        return {"id": self.id, "name": self.name}


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention, whom or what it may name, and the fingerprints of its words and of the sentence around them."""

    mention: Mention
    candidates: tuple[Candidate, ...]
    passage: str
    sentence: str | None

    def as_json(self) -> Json:
        """The documented shape."""
        one = self.mention
        found = {"start": one.start, "end": one.end, "words": one.words, "kind": one.kind, "part": str(one.part)}
        more = {"found": str(one.how), "candidates": [candidate.as_json() for candidate in self.candidates]}
        told = {"passage": self.passage} | ({"sentence": self.sentence} if self.sentence else {})
        return found | more | ({"beside": one.beside} if one.beside else {}) | told


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of a text in their order, and how many people, places and bodies were looked for."""

    seen: View
    mentions: list[Mentioned]
    looked_for: Mapping[str, int]

    def as_json(self) -> Json:
        """The documented shape."""
        found = [one.as_json() for one in self.mentions]
        return {"at": str(self.seen.at), "looked_for": dict(self.looked_for), "mentions": found}


def mentions(seen: View, text: str) -> Mentions:
    """Every mention in a text of a person, place or body whom a visible claim names."""
    with read.snapshot():
        persons, bodies, places = _people(seen), named.bodies(seen), named.places(seen)
    known = Known(persons, {place: [place] for place in places}, bodies)
    called = {one: names[0] for one, names in (*persons.items(), *bodies.items())}
    looked_for = {"people": len(persons), "places": len(places), "bodies": len(bodies)}
    return Mentions(seen, [_told(one, text, called) for one in known.find(text)], looked_for)


def held(seen: View, digits: str) -> tuple[list[str], str | None]:
    """The ids of the visible documents whose id or SHA-256 begins so; of the only one text, where it may be read."""
    with read.snapshot():
        found = [
            body
            for body in read.documents(seen)
            if body["id"].startswith(digits) or body.get("sha256", "").startswith(digits)
        ]
        ids = sorted({body["id"] for body in found})
        if len(ids) != 1 or not read.words_visible(seen, ids[0]):
            return ids, None
        return ids, read.text_of(found[-1])


def _people(seen: View) -> dict[str, list[str]]:
    """Every person with all names that may be seen, the main one first."""
    found = people(seen, limit=_ALL).people
    others = named.other_names([one.id for one in found], seen)
    return {one.id: [one.name, *one.others, *others.get(one.id, ())] for one in found}


_ALL = 10**9


def _told(one: Mention, text: str, called: Mapping[str, str]) -> Mentioned:
    anchor = characters(text, one.start, one.end)
    candidates = tuple(Candidate(known, called.get(known, known)) for known in one.known)
    return Mentioned(one, candidates, anchor.passage, anchor.sentence)
