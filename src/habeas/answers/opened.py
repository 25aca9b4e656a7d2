"""One claim, or one document, opened: what is said of it, and the words that carry it as far as they may be shown.

Words are read from the held text when they are shown, and only if they have the fingerprint that the claim names.
Where a protected source speaks they are withheld too, since they could point at somebody.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from habeas.archive.store import DamageError
from habeas.claims.anchor import selector
from habeas.claims.identity import fingerprint
from habeas.register import erase, read
from habeas.register.query import Query
from habeas.register.read import ReadClaim, View

from .claims import as_json

Json = dict[str, Any]
MOST_CLAIMS = 200


class Words(StrEnum):
    """Whether the words of a document or a claim are here, as a page and the API say it."""

    shown = "shown"
    not_shown = "not shown here"
    not_held = "not held here"
    damaged = "the held copy is damaged"
    withheld = "withheld: a protected source speaks"
    not_read = "a page without a text layer: its words are not read"


@dataclass(frozen=True, slots=True)
class Document:
    """What is said about a document, and its text where it is held and may be read."""

    said: Json
    words: Words
    text: str | None = field(repr=False)

    def as_json(self) -> Json:
        """The documented shape; `words` says whether they are here."""
        hidden = ("supersedes", "correction")
        return {key: value for key, value in self.said.items() if key not in hidden} | {"words": str(self.words)}


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
        found = read.claims(Query(ids=(claim_id,)), seen)
        if not found:
            return None
        body = found[-1].body
        around = {one["id"]: one for one in read.documents(seen, [body["document"], *body.get("cites", ())])}
        readable = read.with_visible_words(seen, list(around))
        documents = {one: _document(said, one in readable) for one, said in around.items()}
        document = documents.get(body["document"])
        return ClaimPage(
            seen,
            _claims(found[-1:], document, seen)[0],
            document,
            [documents[one] for one in body.get("cites", ()) if one in documents],
        )


def document(document_id: str, seen: View, after: int = 0) -> DocumentPage | None:
    """One document opened, or None. Of more than MOST_CLAIMS claims read in it, those next in order of their entry."""
    with read.snapshot():
        said = read.document(seen, document_id)
        if said is None:
            return None
        opened = _document(said, read.words_visible(seen, document_id))
        read_in, citing = Query(document=document_id), Query(cites=document_id)
        found = read.claims(read_in, seen, MOST_CLAIMS, after)
        return DocumentPage(
            seen=seen,
            document=opened,
            claims=sorted(_claims(found, opened, seen), key=_position),
            count=read.count(read_in, seen),
            after=found[-1].seq if len(found) == MOST_CLAIMS else None,
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
    shown = [Document(one, _state(one, one["id"] in readable), None).as_json() for one in some]
    more = {"next": some[-1]["id"]} if start + limit < len(said) else {}
    return {"at": str(seen.at), "count": len(said), "documents": shown} | more


def _document(said: Json, readable: bool) -> Document:
    words = _state(said, readable)
    if words is not Words.shown:
        return Document(said, words, None)
    try:
        text = read.text_of(said)
    except DamageError:
        return Document(said, Words.damaged, None)
    return Document(said, words if text is not None else Words.not_held, text)


def _state(said: Json, readable: bool) -> Words:
    if "text_sha256" not in said or not erase.archive().holds(said["id"]):
        return Words.not_held
    return Words.shown if readable else Words.not_shown


def _claims(found: Sequence[ReadClaim], document: Document | None, seen: View) -> list[Claim]:
    cells = any(one.body["anchor"]["kind"] == "cell" for one in found)
    rows = _rows(document.text) if cells and document and document.text else []
    said = as_json(found, seen)
    return [Claim(shown, *_words(one.body, document, rows)) for one, shown in zip(found, said, strict=True)]


def _words(body: Json, document: Document | None, rows: Sequence[Sequence[str]]) -> tuple[Words, Json | None]:
    if document is None or document.text is None:
        return (document.words if document else Words.not_held), None
    if any("source" in link for link in body["attribution"]):
        return Words.withheld, None
    anchor = body["anchor"]
    if anchor["kind"] == "page":
        return Words.not_read, None
    found: Json = (
        selector(document.text, anchor["start"], anchor["end"])
        if anchor["kind"] == "characters"
        else {"exact": _cell(rows, anchor)}
    )
    if fingerprint(found["exact"]) != anchor["passage"]:
        return Words.damaged, None
    return Words.shown, found


def _rows(text: str) -> list[list[str]]:
    """The rows of a table, the head first, as its import counted them; none where it is not a table."""
    try:
        return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    except csv.Error:
        return []


def _cell(rows: Sequence[Sequence[str]], anchor: Mapping[str, Any]) -> str:
    """The cell that an anchor names, or nothing where the table has none."""
    head = [column.strip() for column in rows[0]] if rows else []
    row = rows[anchor["row"] - 1] if anchor["row"] <= len(rows) else []
    place = head.index(anchor["column"]) if anchor["column"] in head else len(row)
    return row[place] if place < len(row) else ""


def _position(claim: Claim) -> tuple[int, int, int]:
    said = claim.said
    return said.get("page", 0), said.get("row", 0), said.get("start", 0)
