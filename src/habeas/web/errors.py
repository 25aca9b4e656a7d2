"""Pages for what is not here and for faults of ours; they never fail themselves."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from habeas.answers import public
from habeas.register.folder import FolderError

from .languages import way
from .page import page
from .spoken import gettext, language


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page, and nothing of it to be framed."""
    answer = page(request, "404.html", {"what": gettext("There is no page at this address.")}, status=404)
    answer.headers.pop("Content-Security-Policy", None)
    return answer


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that the server could not read at all."""
    return _alone(request, gettext("This request could not be read."), 400)


def fault(request: HttpRequest) -> HttpResponse:
    """Something of ours failed: the page asks nothing of the record, since that may be what failed."""
    return _alone(request, gettext("Something failed here, and it was not you."), 500)


def _alone(request: HttpRequest, what: str, status: int) -> HttpResponse:
    """A page that rests on the register's settings at most, and does without where they cannot be read."""
    invented = ""
    with suppress(FolderError, OSError):
        invented = public.invented()
    reader = language()
    shown = {"what": what, "invented": invented, "reader": reader, "reader_way": way(reader)}
    return render(request, "500.html", shown, status=status)
