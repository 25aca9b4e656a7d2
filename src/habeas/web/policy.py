"""What every answer promises a reader: nothing is fetched from elsewhere, framed, kept, or told to a third party.

Two sorts of answer say for themselves what they may: the page of a frame, on which there is nothing to press or to
fill in, may be framed, and a drawing that stands alone has its style in it. No other may.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from .chart_style import fingerprint

CONTENT = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'"
)
IN_A_FRAME = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; frame-ancestors *"
ALONE = f"default-src 'none'; style-src {fingerprint()}; form-action 'none'; frame-ancestors 'none'"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",  # what is sealed or withdrawn today must not live on in a cache
}


class ContentPolicy:
    """Middleware: puts the headers on every answer, and takes every cookie off it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer with its promises."""
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers[name] = value
        response.headers.setdefault("Content-Security-Policy", CONTENT)
        response.cookies.clear()
        return response
