"""What holds at every address under /api: it is only read, in JSON, and asked again before a kept answer is used.

Any page of the web may read what is public here, with no right of its visitor's: no cookie is looked at. Not so on an
address that only this machine or its own network has: there a page from elsewhere could find out by asking that
whoever looks at it keeps a register.
"""

from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

from habeas.answers.packing import takes_gzip

from .problems import PROBLEM, problem

ROOT = "/api/"
READS = "GET, HEAD, OPTIONS"
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
FIRST_ASKED = {"Access-Control-Allow-Methods": READS, "Access-Control-Allow-Headers": "If-None-Match"}
SENTENCES = {
    400: "this request could not be read",
    404: "there is no such address: /api/openapi.json lists those there are",
    405: "this register is only read from here: ask with GET",
    406: "every answer here is JSON: accept application/json",
    500: "something failed here, and it was not you: try again in a moment",
}


class Manners:
    """Middleware: refuses what is not reading, has every refusal a problem in JSON, and says how long answers hold."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.gzip = GZipMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer; one that is not under /api is left as it is."""
        if not request.path.startswith(ROOT):
            return self.get_response(request)
        response = self._answer(request)
        if response.status_code == 405:
            response.headers["Allow"] = READS
        # No cache that several people share may hold an answer, and none gives it out without asking here first.
        held = "ETag" in response.headers
        response.headers["Cache-Control"] = "private, no-cache" if held else "no-store"
        for name, value in OPEN.items() if is_open(request) else ():
            response.headers[name] = value
        if takes_gzip(request.headers.get("Accept-Encoding", "")):
            response = self.gzip.process_response(request, response)
        patch_vary_headers(response, ("Accept-Encoding",))  # one that is not packed says the same of itself
        return response

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers={"Allow": READS} | (FIRST_ASKED if is_open(request) else {}))
        if request.method not in {"GET", "HEAD"}:
            return problem(request, 405, SENTENCES[405])
        response = self.get_response(request)
        status = response.status_code
        if status >= 400:
            is_problem = response.headers.get("Content-Type", "").startswith(PROBLEM)
            return response if is_problem else problem(request, status, SENTENCES.get(status, SENTENCES[400]))
        return response if request.accepts("application/json") else problem(request, 406, SENTENCES[406])


def is_open(request: HttpRequest) -> bool:
    """Whether pages from elsewhere may read what is answered here: not on this machine's own address or network's."""
    try:
        host = urlsplit(settings.PUBLIC_ADDRESS or f"//{request.get_host()}").hostname or ""
    except DisallowedHost:
        return False
    try:
        return ip_address(host).is_global
    except ValueError:  # a name
        return "." in host and not host.endswith((".localhost", ".local", ".internal", ".home.arpa"))
