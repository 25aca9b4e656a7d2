"""What every answer promises a reader: nothing is fetched from elsewhere, framed, kept, or told to a third party."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

CONTENT = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT,
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
        response.cookies.clear()
        return response
