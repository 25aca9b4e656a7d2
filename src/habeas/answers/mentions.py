"""Who and what that is known here may stand in a text? Candidates with their places, for somebody to judge.

Only names that the reader may see are looked for, and only in words that the reader may read: what is guarded in a
document is blotted out before anything is looked for. Nothing is recorded, and nothing here has a way into a count.
What is known is made ready once for each state of the register and each reader (`kept`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from habeas.claims.anchor import characters
from habeas.claims.vocabulary import DEFAULT_ACCESS
from habeas.names.in_text.mention import Mention
from habeas.names.known import Known
from habeas.register import named, read, texts
from habeas.register.read import View

from . import words
from .kept import Kept, state
from .people import people
from .words import Document, Span

Json = dict[str, Any]
MOST = 1_000  # mentions of one answer
BLOT = ";"  # no letter of a name, and no name goes on beyond it


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


@dataclass(frozen=True, slots=True)
class InDocument:
    """A document, and the mentions in its text, or None where no text of it is to be read from end to end."""

    seen: View
    document: Document
    found: Mentions | None

    def as_json(self, kind: str | None = None, after: int = 0) -> Json:
        """The documented shape: the mentions of a kind that end after a place, at most MOST of them."""
        said = {"at": str(self.seen.at), "id": self.document.said["id"], "words": str(self.document.words)}
        if self.found is None:
            return said
        told = [one for one in self.found.mentions if kind in (None, one.mention.kind)]
        some = [one for one in told if one.mention.end > after]
        page = {"count": len(told), "mentions": [one.as_json() for one in some[:MOST]]}
        return said | self.found.as_json() | page | ({"next": some[MOST - 1].mention.end} if len(some) > MOST else {})


@dataclass(frozen=True, slots=True)
class _Ready:
    """All that a reader may know, made ready to be found; `turn`: one text is gone through at a time."""

    known: Known
    called: Mapping[str, str]
    looked_for: Mapping[str, int]
    turn: Lock = field(default_factory=Lock)


_READY: Kept[_Ready] = Kept(2)


def mentions(seen: View, text: str) -> Mentions:
    """Every mention in a text of a person, place or body whom a visible claim names."""
    stands = state()
    ready = _READY.get(stands, seen, lambda: _ready(seen))
    with ready.turn:
        found = ready.known.find(text)
    return Mentions(seen, [_told(one, text, ready.called, seen) for one in found], ready.looked_for)


def in_document(seen: View, document_id: str) -> InDocument | None:
    """The mentions in the text of a document, as far as this reader may read it; None where there is no such one."""
    with read.snapshot():
        said = read.document(seen, document_id)
        if said is None:
            return None
        document, guarded = words.to_read(words.document(said, read.words_visible(seen, document_id)), seen)
        if document.text is None or guarded is None:
            return InDocument(seen, document, None)
        return InDocument(seen, document, mentions(seen, _blotted(document.text, guarded)))


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
        return ids, texts.text_of(found[-1])


def _ready(seen: View) -> _Ready:
    with read.snapshot():
        persons, bodies, places = _people(seen), named.bodies(seen), named.places(seen)
    known = Known(persons, {place: [place] for place in places}, bodies)
    called = {one: names[0] for one, names in (*persons.items(), *bodies.items())}
    return _Ready(known, called, {"people": len(persons), "places": len(places), "bodies": len(bodies)})


def _blotted(text: str, guarded: Iterable[Span]) -> str:
    """The text, as long as it was, without the words that this reader may not read."""
    kept, done = list[str](), 0
    for start, end in sorted(guarded):
        kept += (text[done:start], BLOT * (end - max(start, done)))
        done = max(done, end)
    return "".join((*kept, text[done:]))


def _people(seen: View) -> dict[str, list[str]]:
    """Every person with all names that may be seen, the main one first."""
    found = people(seen, limit=_ALL).people
    others = named.other_names([one.id for one in found], seen)
    return {one.id: [one.name, *one.others, *others.get(one.id, ())] for one in found}


_ALL = 10**9


def _told(one: Mention, text: str, called: Mapping[str, str], seen: View) -> Mentioned:
    """A mention with its fingerprints; that of the sentence, in which other words stand, is for the staff alone."""
    anchor = characters(text, one.start, one.end)
    candidates = tuple(Candidate(known, called.get(known, known)) for known in one.known)
    return Mentioned(one, candidates, anchor.passage, anchor.sentence if seen.ceiling >= DEFAULT_ACCESS else None)
