"""One claim, or one document, opened: what is said of it, with the words that carry it as far as they may be shown."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from habeas.register import people, read
from habeas.register.query import Query
from habeas.register.read import ReadClaim, View

from . import reading, words
from .claims import as_json
from .reading import Paragraph, Span
from .words import Document, Words

Json = dict[str, Any]
MOST_CLAIMS = 200
PAGE = 80  # claims of a document that are on one page
HEAVIEST, PARAGRAPH, CLAIM = 60_000, 150, 1_000  # bytes of HTML: of a page of text, around a paragraph, beside it


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


@dataclass(frozen=True, slots=True)
class Reading:
    """A page of a document as it is read: its text in paragraphs, or where that is not to be read claims by position.

    `numbers` has the number of every claim read in it, by id, in the order in which they stand; none in a table, where
    the row says where. `claims` are those of this page in that order, `paragraphs` the page's own. `before` and `after`
    are what to go on after for the page before and the next, None where there is none. At most PAGE of the claims
    that cite it are there, on its first page; `cited` is how many there are.
    """

    seen: View
    document: Document
    table: bool
    count: int
    numbers: Mapping[str, int]
    claims: list[Claim]
    paragraphs: list[Paragraph]
    before: int | None
    after: int | None
    cited_by: list[Json]
    cited: int


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around claims: those that they are linked to, by id, and which of the ids in them have a page."""

    linked: Mapping[str, Json]
    people: Collection[str]


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
        opened = _open(document_id, seen)
        if opened is None:
            return None
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


def read_through(document_id: str, seen: View, after: int = 0, claim_id: str = "") -> Reading | None:
    """The page of a document that comes after paragraph, number or entry `after`, or that has the claim; or None."""
    with read.snapshot():
        opened = _open(document_id, seen)
        if opened is None:
            return None
        read_in, citing = Query(document=document_id), Query(cites=document_id)
        table = read.in_cells(read_in, seen)
        on_page = _rows if table else _through
        return on_page(
            Reading(
                seen=seen,
                document=opened,
                table=table,
                count=read.count(read_in, seen),
                numbers={},
                claims=[],
                paragraphs=[],
                before=None,
                after=None,
                cited_by=[] if after or claim_id else as_json(read.claims(citing, seen, PAGE), seen),
                cited=read.count(citing, seen),
            ),
            after,
            claim_id,
        )


def _open(document_id: str, seen: View) -> Document | None:
    """A document with its text as far as it may be read, or None where nothing may be told of it."""
    said = read.document(seen, document_id)
    return words.document(said, read.words_visible(seen, document_id)) if said else None


def _rows(page: Reading, after: int, claim_id: str) -> Reading:
    """The claims of a table in the order of their entry, which is that of its rows."""
    query = Query(document=page.document.said["id"])
    sought = read.claims(Query(ids=(claim_id,), document=query.document), page.seen) if claim_id else []
    start = sought[-1].seq - 1 if sought else after
    found = read.claims(query, page.seen, PAGE + 1, start)
    more, found = len(found) > PAGE, found[:PAGE]
    claims = sorted(_claims(found, page.document, page.seen), key=_position)
    return replace(page, claims=claims, before=0 if start else None, after=found[-1].seq if more else None)


def _through(page: Reading, after: int, claim_id: str) -> Reading:
    """A text by its paragraphs, each with the claims that end in it; without the text, claims by their numbers."""
    document, guarded = words.to_read(page.document, page.seen)
    states = read.claims(Query(document=document.said["id"]), page.seen)
    found = list({one.id: one for one in states}.values())  # of a claim that its source corrected, the last
    found.sort(key=lambda one: _stands(one.body["anchor"]))
    numbers = {one.id: number for number, one in enumerate(found, 1)}
    spans = [(one.body["anchor"]["start"], one.body["anchor"]["end"]) for one in found] if guarded is not None else []
    text = reading.set_out(document.text, spans, guarded) if document.text and guarded is not None else []
    cut = reading.pages([_weight(one) for one in text], HEAVIEST) if text else reading.pages([1] * len(found), PAGE)
    at = numbers.get(claim_id, 0)
    here = _page(cut, next((one.number for one in text if at in one.claims), at) - 1 if at else after)
    paragraphs = [text[index] for index in cut[here]] if text else []
    if text:
        found = [found[number - 1] for one in paragraphs for number in one.claims]
    else:
        found = [found[index] for index in cut[here]]
    return replace(
        page,
        document=document,
        numbers=numbers,
        claims=_claims(found, document, page.seen, guarded),
        paragraphs=paragraphs,
        before=cut[here - 1].start if here else None,
        after=cut[here].stop if here + 1 < len(cut) else None,
    )


def around(claims: Iterable[Json], seen: View) -> Around:
    """What stands around claims in the documented shape, as far as it may be seen."""
    some = list(claims)
    links = {link["claim"] for one in some for link in one.get("links", ())}
    with read.snapshot():
        found = as_json(read.claims(Query(ids=sorted(links)), seen), seen) if links else []
        named = {one for claim in (*some, *found) for one in _named(claim)}
        return Around({one["id"]: one for one in found}, frozenset(people.somebodies(named, seen)) if named else ())


def called(one: str, seen: View) -> str:
    """The name of the person with this id; nothing where there is none, or none that may be seen."""
    found = people.somebodies([one], seen)
    return found[one].name if one in found else ""


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


def _claims(
    found: Sequence[ReadClaim], read_in: Document | None, seen: View, guarded: Sequence[Span] | None = None
) -> list[Claim]:
    carried = words.of_claims([one.body for one in found], read_in, seen, guarded)
    return [Claim(said, *one) for said, one in zip(as_json(found, seen), carried, strict=True)]


def _named(claim: Json) -> Iterable[str]:
    """The ids of whom a claim names: who takes part, of whom it speaks, who says so."""
    parts = [*claim["participants"], *claim["attribution"]]
    return {one[key] for one in parts for key in ("record_id", "agent_id") if key in one}


def _page(cut: Sequence[range], after: int) -> int:
    return next((index for index, one in enumerate(cut) if after < one.stop), len(cut) - 1)


def _weight(paragraph: Paragraph) -> int:
    letters = sum(len((one.words or "").encode()) for one in paragraph.segments)
    return letters + PARAGRAPH + CLAIM * len(paragraph.claims)


def _position(claim: Claim) -> tuple[int, int, int, int]:
    return _stands(claim.said)


def _stands(place: Json) -> tuple[int, int, int, int]:
    """Where a claim stands: of those that overlap in a text the one that ends first, as their numbers stand in it."""
    return place.get("page", 0), place.get("row", 0), place.get("end", 0), place.get("start", 0)
