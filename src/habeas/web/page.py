"""A page in the house style: read in one state of the register, shown with what every page shows."""

from collections.abc import Callable, Container, Mapping, Sequence
from functools import wraps
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.http import escape_leading_slashes
from django.views.decorators.http import require_safe

from habeas.answers import public
from habeas.answers.kept import state
from habeas.answers.public import AskError
from habeas.claims.wording import form, say
from habeas.register import read

from .cited import at_entry
from .copies import CHOSEN, EMBED, PNG, Copies, form_of
from .framed import refused
from .kept_pages import kept
from .languages import of_page, tongues, way
from .offered import offered
from .picture import pictured
from .spoken import language as spoken
from .spoken import speaking
from .taken import taken
from .tongue import as_iso

View = Callable[..., HttpResponse]
SECTIONS = (
    ("front", form("Tally")),
    ("people", form("People")),
    ("lists", form("Lists")),
    ("bargains", form("Bargains")),
    ("measures", form("Sanctions")),
    ("claims", form("Claims")),
    ("documents", form("Documents")),
    ("methods", form("Method")),
    ("about", form("About")),
)
DAYS = frozenset({*public.DAYS, "as_of", "known_on", "from", "to", "to_as_of", "to_known_on", "against"})
ERRORS = frozenset({"400", "404"})
NOTHING: Mapping[str, Any] = {"found": None, "problems": {}, "take": None, "json": ""}  # of a page that has none
WITHIN = {
    "counted": "front",
    "changes": "front",
    "compare": "front",
    "figures_to_compare": "front",
    "series": "front",
    "revisions": "front",
    "bargain": "bargains",
    "door": "bargains",
    "market": "measures",
    "market_parameters": "measures",
    "arithmetic": "front",
    "claim": "claims",
    "document": "documents",
    "person": "people",
    "pair": "people",
    "lists_one": "lists",
    "lists_two": "lists",
    "lists_part": "lists",
    "lists_many": "lists",
    "writing": "methods",
    "codebook": "methods",
}
WORKED_OUT = {  # the method of what a page shows
    "front": "tally",
    "counted": "tally",
    "series": "tally",
    "revisions": "tally",
    "changes": "changes",
    "compare": "changes",
    "figures_to_compare": "changes",
    "arithmetic": "arithmetic",
    "door": "door",
    "bargain": "bargains",
    "bargains": "bargains",
    "measures": "measures",
    "market": "market",
    "market_parameters": "market",
    "lists": "lists",
    "lists_one": "lists",
    "lists_two": "lists",
    "lists_part": "lists",
    "lists_many": "lists",
    "people": "finding-people",
    "person": "custody",
    "pair": "identity",
}


def reads(*takes: str, again: Container[str] = ()) -> Callable[[View], View]:
    """A view for GET and HEAD that reads one state of the register; what it cannot read in an address is refused.

    `takes` are the parameters that may stand in its address, besides `at`; those in `again` more than once. A page
    that was made is kept (see `kept_pages`).
    """

    def decorate(view: View) -> View:
        @require_safe
        @wraps(view)
        def shown(request: HttpRequest, **ids: str) -> HttpResponse:
            try:
                _must_take(request, (*takes, "at", *(CHOSEN if form_of(request) else ())), again)
                return _answered(view, request, ids)
            except AskError as error:
                return page(request, "400.html", {"error": error}, status=400)

        return shown

    return decorate


def _answered(view: View, request: HttpRequest, ids: Mapping[str, str]) -> HttpResponse:
    """The page as it was made, or is kept; a picture is drawn when the register is let go."""
    with public.snapshot():
        made = kept(request, lambda: _made(view, request, ids))
        drawn = state() if form_of(request) == PNG and made.status == HTTPStatus.OK else None
    if drawn is None:
        return made.answer(request)
    named = {name: value for name, value in made.headers if name == "Content-Disposition"}
    return HttpResponse(pictured(made.whole, drawn), "image/png", headers=named)


def _made(view: View, request: HttpRequest, ids: Mapping[str, str]) -> HttpResponse:
    """What the view answers, in the language of its page."""
    request.GET = _days_read(request.GET)  # type: ignore[assignment] # a copy that takes no change either
    with speaking(of_page(view.__name__, request.LANGUAGE_CODE)):
        return view(request, **ids)


def _days_read(given: QueryDict) -> QueryDict:
    """What an address asks, with days that are written in another language than English as YYYY-MM-DD."""
    read = given.copy()
    for name in DAYS.intersection(given):
        read.setlist(name, [as_iso(one) for one in given.getlist(name)])
    return read


def _must_take(request: HttpRequest, known: Sequence[str], again: Container[str]) -> None:
    """AskError for a parameter that is misspelt or given twice: without it another question would be answered."""
    for name, given in request.GET.lists():
        if name not in known:
            raise AskError(name[:40], say("this is not asked here; known: {known}", known=", ".join(known)))
        if len(given) > 1 and name not in again:
            raise AskError(name, say("this is given more than once: give it once"))


def page(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, seen: read.View | None = None, status: int = 200
) -> HttpResponse:
    """The page, with the register's name and the entry that it was read at; `pin` keeps its links at a cited entry.

    Its head and foot are in the language of the reader, and so is a page that says what is not here. Of any other page
    what stands between them is in that language, or in English until it is translated. Where a copy of it is asked for,
    that: made of the `copies` in the context. What has none, or is refused, says so.
    """
    form, copies = form_of(request), context.get("copies")
    if form and isinstance(copies, Copies) and seen:
        return taken(request, form, copies, seen)
    if form == EMBED:
        return refused(request, context, max(status, 400))
    if form and status == 200:
        return page(request, "404.html", {"what": say("There is nothing of this page to be taken so.")}, status=404)
    pinned = bool(request.GET.get("at")) and seen is not None
    name = template.removesuffix(".html")
    reader = request.LANGUAGE_CODE
    language = reader if name in ERRORS else spoken()
    shown = {
        **NOTHING,
        "register_name": public.register_name(),
        "invented": public.invented(),
        "sections": SECTIONS,
        "section": WITHIN.get(name, name),
        "within": name in WITHIN,
        "worked_out": WORKED_OUT.get(name, ""),
        "unpinned": _unpinned(request),
        "language": language,
        "way": way(language),
        "reader": reader,
        "reader_way": way(reader),
        "tongues": list(tongues(request)),
        "site": settings.PUBLIC_ADDRESS,
        "at": str(seen.at) if seen else "",
        "pinned": pinned,
        "pin": f"?at={seen.at}" if pinned and seen else "",
        **context,
    }
    if pinned and seen and str(shown.get("json", "")).startswith("/api/") and "openapi" not in shown["json"]:
        shown["json"] = at_entry(shown["json"], seen)
    with speaking(language):
        if isinstance(copies, Copies) and seen:
            shown["take"] = offered(request, copies, seen, str(shown.get("json", "")))
        return render(request, template, shown, status=status)


def not_here(request: HttpRequest, what: str) -> HttpResponse:
    """The page for a claim or document that is not there or may not be shown: nobody can tell the two apart."""
    return page(request, "404.html", {"what": what}, status=404)


def address(path: str, **asked: object) -> str:
    """An address with what it asks; what is empty asks nothing."""
    given = {name: value for name, value in asked.items() if value}
    return f"{path}?{urlencode(given, doseq=True)}" if given else path


def _unpinned(request: HttpRequest) -> str:
    """The address of the same page as it stands now."""
    asked = request.GET.copy()
    asked.pop("at", None)
    path = escape_leading_slashes(quote(request.path))
    return f"{path}?{asked.urlencode()}" if asked else path
