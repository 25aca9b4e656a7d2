"""Pages for what is not here and for faults of ours; they never fail themselves."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .page import page


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page."""
    return page(request, "404.html", {"what": "There is no page at this address."}, status=404)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that the server could not read at all."""
    return render(request, "500.html", {"what": "This request could not be read."}, status=400)


def fault(request: HttpRequest) -> HttpResponse:
    """Something of ours failed: the page asks nothing of the register, since that may be what failed."""
    return render(request, "500.html", {"what": "Something failed here, and it was not you."}, status=500)
