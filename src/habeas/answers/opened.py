"""One claim, or one document, opened: what is said of it, with the words that carry it as far as they may be shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from habeas.register import read
from habeas.register.query import Query
from habeas.register.read import ReadClaim, View

from . import words
from .claims import as_json
from .words import Document, Words

Json = dict[str, Any]
MOST_CLAIMS = 200


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim in the documented shape, its words (a W3C selector) or None, and which of the two."""

    said: Json
    words: Words
    selector: Json | None

    def as_json(self) -> Json:
        """The documented shape, with its words where they are shown."""
        return self.said | ({"words": self.selector} if self.selector else {"not_shown": str(self.words)})


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One claim with the document it was read in and the sources that it cites."""

    seen: View
    claim: Claim
    document: Document | None
    cites: list[Document]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One document with claims read in it, in order of position, and claims that cite it.

    `count` and `cited` are how many there are of each; `after` is the entry to go on from, if any.
    """

    seen: View
    document: Document
    claims: list[Claim]
    count: int
    after: int | None
    cited_by: list[Json]
    cited: int

    def as_json(self) -> Json:
        """The documented shape: what is said of the document, and its claims."""
        said = {"at": str(self.seen.at), **self.document.as_json(), "count": self.count}
        more = {"next": self.after} if self.after else {}
        cited = {"cited": self.cited, "cited_by": [one["id"] for one in self.cited_by]}
        return said | {"claims": [one.as_json() for one in self.claims]} | more | cited


def claim(claim_id: str, seen: View) -> ClaimPage | None:
    """One claim opened, or None where it is not there or not visible."""
    with read.snapshot():
        found = read.claims(Query(ids=(claim_id,)), seen)[-1:]
        if not found:
            return None
        body = found[0].body
        cites = body.get("cites", ())
        around = {one["id"]: one for one in read.documents(seen, [body["document"], *cites])}
        readable = read.with_visible_words(seen, [body["document"]])
        said = around.get(body["document"])
        read_in = words.document(said, body["document"] in readable) if said else None
        return ClaimPage(
            seen=seen,
            claim=_claims(found, read_in, seen)[0],
            document=read_in,
            cites=[Document(around[one], words.state(around[one], False), None) for one in cites if one in around],
        )


def document(document_id: str, seen: View, after: int = 0) -> DocumentPage | None:
    """One document opened, or None. Of more than MOST_CLAIMS claims read in it, those next in order of their entry."""
    with read.snapshot():
        said = read.document(seen, document_id)
        if said is None:
            return None
        opened = words.document(said, read.words_visible(seen, document_id))
        read_in, citing = Query(document=document_id), Query(cites=document_id)
        found = read.claims(read_in, seen, MOST_CLAIMS + 1, after)
        more, found = len(found) > MOST_CLAIMS, found[:MOST_CLAIMS]
        return DocumentPage(
            seen=seen,
            document=opened,
            claims=sorted(_claims(found, opened, seen), key=_position),
            count=read.count(read_in, seen),
            after=found[-1].seq if more else None,
            cited_by=as_json(read.claims(citing, seen, MOST_CLAIMS), seen),
            cited=read.count(citing, seen),
        )


def documents(seen: View, limit: int, after: str | None = None) -> Json:
    """Every visible document in the order of entry: `documents`, their `count`, `at`, and `next` to page on."""
    with read.snapshot():
        said = read.documents(seen)
        ids = [one["id"] for one in said]
        start = ids.index(after) + 1 if after in ids else 0
        some = said[start : start + limit]
        readable = read.with_visible_words(seen, [one["id"] for one in some])
    shown = [Document(one, words.state(one, one["id"] in readable), None).as_json() for one in some]
    more = {"next": some[-1]["id"]} if start + limit < len(said) else {}
    return {"at": str(seen.at), "count": len(said), "documents": shown} | more


def _claims(found: Sequence[ReadClaim], read_in: Document | None, seen: View) -> list[Claim]:
    carried = words.of_claims([one.body for one in found], read_in, seen)
    return [Claim(said, *one) for said, one in zip(as_json(found, seen), carried, strict=True)]


def _position(claim: Claim) -> tuple[int, int, int]:
    said = claim.said
    return said.get("page", 0), said.get("row", 0), said.get("start", 0)
