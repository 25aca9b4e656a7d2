"""Documents: what is said about them, and each to be read with the claims in its margin."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse

from habeas.answers import opened, public
from habeas.answers.opened import Around, Claim, Reading
from habeas.claims.wording import form

from . import copied_rows, words
from .addresses import url
from .copies import Copies
from .page import address, not_here, page, reads
from .tongue import in_a_row, tell, tell_many

PAGE = 100
NO_DOCUMENT = form("There is no document with this id here that may be shown.")


@dataclass(frozen=True, slots=True)
class Tie:
    """How a claim stands to another: in words, with its number if it was read in the same document, and its address."""

    kind: str
    claim: Mapping[str, Any]
    number: int | None
    href: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim in the margin or in the list, with its number there and the claims that it is tied to."""

    number: int
    claim: Claim
    ties: list[Tie]


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom claims of the page name: their `page` if they have one, and what they do here in words."""

    name: str
    page: str
    does: str


@reads("after")
def documents(request: HttpRequest) -> HttpResponse:
    """Every document that a public claim was read in or cites, or that is public itself."""
    seen = public.view(request.GET.get("at"))
    found = opened.documents(seen, PAGE, request.GET.get("after"))
    context = {
        "found": found,
        "json": address("/api/documents", limit=PAGE, after=request.GET.get("after", "")),
        "copies": Copies(
            finding=tell_many(
                "{number} document may be named here", "{number} documents may be named here", found["count"]
            )
            if found["count"]
            else tell("No document is public here"),
            tables={"documents": lambda: found["documents"]},
        ),
    }
    return page(request, "documents.html", context, seen=seen)


@reads("after", "claim")
def document(request: HttpRequest, document_id: str) -> HttpResponse:
    """One document, held or cited, and the claims that were read in it: the page after `after`, or with `claim`."""
    after = public.whole(request.GET.get("after", ""), "after")
    at, sought = request.GET.get("at", ""), request.GET.get("claim", "")
    public.query({}, [sought] if sought else [])
    found = opened.read_through(document_id, public.view(at), after, sought)
    if found is None:
        return not_here(request, NO_DOCUMENT)
    around = opened.around((one.said for one in found.claims), found.seen)
    here = url("document", document_id)
    entries = list(_entries(found, around, here, at))
    by_number = {one.number: one for one in entries}
    context = {
        "page": found,
        "document": found.document.said,
        "state": found.document.words,
        "link": _link(found.document.said.get("address", "")),
        "entries": entries,
        "text": [(one, [by_number[number] for number in one.claims]) for one in found.paragraphs],
        "by_number": by_number,
        "first": f"c{words.short(entries[0].claim.said['id'])}" if entries else "",
        "named": [] if found.table else list(_named(found, around, at)),
        "groups": [] if found.table else _groups(found),
        "before": _on(here, found.before, at),
        "next": _on(here, found.after, at),
        "json": address(f"/api/documents/{document_id}", after=after),
        "copies": Copies(
            finding=str(found.document.said.get("title") or found.document.said.get("citation") or "A document"),
            tables={"claims": lambda: copied_rows.of_claims(one.said for one in found.claims)},
        ),
    }
    return page(request, "document.html", context, seen=found.seen)


def _on(here: str, after: int | None, at: str) -> str:
    return "" if after is None else address(here, after=after or "", at=at)


def _entries(found: Reading, around: Around, here: str, at: str) -> Iterator[Entry]:
    on_page = {one.said["id"] for one in found.claims}
    for one in found.claims:
        ties = []
        for link in one.said.get("links", ()):
            other = around.linked.get(link["claim"])
            if other is not None:
                number = found.numbers.get(other["id"])
                ties.append(Tie(link["kind"], other, number, _leads(other["id"], number, on_page, here, at)))
        yield Entry(found.numbers.get(one.said["id"], 0), one, ties)


def _leads(claim_id: str, number: int | None, on_page: set[str], here: str, at: str) -> str:
    """Where a number leads: to its place on this page or another of the document, or to the claim's own page."""
    if claim_id in on_page and number:
        return f"#c{words.short(claim_id)}"
    if number:
        return f"{address(here, claim=claim_id, at=at)}#c{words.short(claim_id)}"
    return address(url("claim", claim_id), at=at)


def _named(found: Reading, around: Around, at: str) -> Iterator[Named]:
    """Whoever takes part or speaks in the claims of the page, by name, in the order in which they are met."""
    does: dict[str, tuple[str, list[str]]] = {}
    for one in found.claims:
        for part in one.said["participants"]:
            who = words.somebody(part)
            if who:
                does.setdefault(who, (part["name"], []))[1].append(words.plainly(part["role"]))
        for link in one.said["attribution"]:
            who = words.somebody(link)
            if who and link["kind"] not in words.UNNAMED:
                does.setdefault(who, (link["agent"], []))[1].append(tell("speaks"))
    for who, (name, some) in does.items():
        leads = address(url("person", who), at=at) if who in around.people else ""
        yield Named(name, leads, in_a_row(dict.fromkeys(some)))


def _groups(found: Reading) -> list[str]:
    parts = (part for one in found.claims for part in one.said["participants"])
    return list(dict.fromkeys(part["name"] for part in parts if "group_id" in part and "record_id" not in part))


def _link(said: str) -> str:
    """The address, if a browser would fetch a page there and do nothing else."""
    return said if said.startswith(("https://", "http://")) else ""
