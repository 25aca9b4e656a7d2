"""Documents: what is said about them, and the claims that were read in each, in order of position."""

from django.http import HttpRequest, HttpResponse

from habeas.answers import opened, public

from .page import not_here, page, reads

PAGE = 100
NO_DOCUMENT = "There is no document with this id here that may be shown."


@reads
def documents(request: HttpRequest) -> HttpResponse:
    """Every document that a public claim was read in or cites, or that is public itself."""
    seen = public.view(request.GET.get("at"))
    found = opened.documents(seen, PAGE, request.GET.get("after"))
    return page(request, "documents.html", {"found": found, "json": "/api/documents"}, seen=seen)


@reads
def document(request: HttpRequest, document_id: str) -> HttpResponse:
    """One document, held or cited, and the claims that were read in it."""
    after = public.whole(request.GET.get("after", ""), "after")
    found = opened.document(document_id, public.view(request.GET.get("at")), after)
    if found is None:
        return not_here(request, NO_DOCUMENT)
    context = {
        "page": found,
        "document": found.document.said,
        "state": found.document.words,
        "link": _link(found.document.said.get("address", "")),
        "json": f"/api/documents/{document_id}",
    }
    return page(request, "document.html", context, seen=found.seen)


def _link(address: str) -> str:
    """The address, if a browser would fetch a page there and do nothing else."""
    return address if address.startswith(("https://", "http://")) else ""
