"""A page in the house style: its template, with what every page shows."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from habeas.answers import public
from habeas.register.read import View

SECTIONS = (("front", "Tally"), ("claims", "Claims"), ("documents", "Documents"), ("about", "About"))


def page(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, seen: View | None = None, status: int = 200
) -> HttpResponse:
    """The page, with the register's name and the entry that it was read at; `pin` keeps its links at a cited entry."""
    pinned = bool(request.GET.get("at")) and seen is not None
    shown = {
        "register_name": public.register_name(),
        "sections": SECTIONS,
        "section": template.removesuffix(".html"),
        "at": str(seen.at) if seen else "",
        "pinned": pinned,
        "pin": f"?at={seen.at}" if pinned and seen else "",
        **context,
    }
    return render(request, template, shown, status=status)


def refused(request: HttpRequest, error: public.AskError) -> HttpResponse:
    """The page that says what in an address cannot be read; for what has no field of its own on a page."""
    return page(request, "400.html", {"error": error}, status=400)


def not_here(request: HttpRequest, what: str) -> HttpResponse:
    """The page for a claim or document that is not there or may not be shown: nobody can tell the two apart."""
    return page(request, "404.html", {"what": what}, status=404)
