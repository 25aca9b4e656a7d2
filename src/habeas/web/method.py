"""How it is worked out, and what the words mean: the pages of `docs/method` and the codebook, as they are installed."""

from collections.abc import Sequence
from functools import partial

from django.http import HttpRequest, HttpResponse

from habeas.answers import public
from habeas.claims.wording import form

from . import writings
from .copies import Copies
from .page import not_here, page, reads
from .writings import Writing

GROUPS: Sequence[tuple[str, Sequence[str]]] = (
    (form("Counting"), ("tally", "custody", "changes", "door", "arithmetic")),
    (form("Who is who"), ("identity", "lists", "finding-people", "names", "parts-of-names", "mentions")),
    (form("Bargains, sanctions and trade"), ("bargains", "measures", "market", "market-potash")),
    (form("How well, and how fast"), ("measured", "measured-names", "measured-web")),
)
NO_METHOD = form("There is no method of this name here.")


@reads()
def methods(request: HttpRequest) -> HttpResponse:
    """Every method, by what it is of, each with the question that it answers."""
    told = {name for _, names in GROUPS for name in names}
    more = [name for name in writings.methods() if name not in told]
    groups = [(title, _named(names)) for title, names in (*GROUPS, (form("Others"), more))]
    seen = public.view(request.GET.get("at"))
    return page(request, "methods.html", {"groups": [one for one in groups if one[1]]}, seen=seen)


@reads()
def method(request: HttpRequest, name: str) -> HttpResponse:
    """One method."""
    written = writings.writing(f"method/{name}")
    if written is None:
        return not_here(request, NO_METHOD)
    return page(request, "writing.html", {"written": written}, seen=public.view(request.GET.get("at")))


@reads()
def codebook(request: HttpRequest) -> HttpResponse:
    """The words that stand in files, columns and pages."""
    written = writings.codebook()
    tables = {name: partial(iter, rows) for name, rows in written.tables.items()}
    copies = Copies(finding=written.title, tables=tables, of_register=False)
    context = {"written": written, "copies": copies}
    return page(request, "codebook.html", context, seen=public.view(request.GET.get("at")))


def _named(names: Sequence[str]) -> list[tuple[str, Writing]]:
    found = ((name, writings.writing(f"method/{name}")) for name in names)
    return [(name, written) for name, written in found if written]
