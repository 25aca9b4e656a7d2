"""In which language a page is read: that of its address, and nothing else decides it.

English stands at `/…`; another language at its code, `/be/…`. The code is taken off before a page is looked for and put
before every address that the page makes, so that whoever reads in a language goes on in it. No cookie and no header of
a browser is asked: an address that is cited shows everybody the same.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from django.http import HttpRequest, HttpResponseBase
from django.urls import get_script_prefix, set_script_prefix
from django.utils.http import escape_leading_slashes

from .spoken import ENGLISH as ENGLISH
from .spoken import speaking

NAMES = {"be": "Беларуская", "ru": "Русский", "fa": "فارسی"}  # each in itself
FROM_THE_RIGHT = frozenset({"fa"})
WHOLE = frozenset(  # the views that each has whole, besides errors
    {"front", "people", "person", "claims", "claim", "documents", "document", "about"}
)
_ADDRESS = re.compile(rf"/({'|'.join(NAMES)})(/.*)?")
_NO_PAGE = ("/api/", "/static/")  # these stand in no language


class InLanguage:
    """Middleware: takes the language off an address, and answers in it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer in the language of its address."""
        found = _ADDRESS.fullmatch(request.path_info)
        language, rest = found.groups() if found else (ENGLISH, None)
        before = get_script_prefix()
        if found and not (rest or "/").startswith(_NO_PAGE):
            request.path_info = rest or "/"
            set_script_prefix(f"/{language}/")
        request.LANGUAGE_CODE = language
        try:
            with speaking(language):
                return self.get_response(request)
        finally:
            set_script_prefix(before)


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language as a page shows it: its code, its own name, which way it is read, and this page's address in it."""

    code: str
    name: str
    way: str
    address: str


def way(language: str) -> str:
    """Which way a language is read: ltr or rtl."""
    return "rtl" if language in FROM_THE_RIGHT else "ltr"


def of_page(view: str, language: str) -> str:
    """The language in which a view is shown to somebody who reads this one: English where it is not translated."""
    return language if view in WHOLE else ENGLISH


def tongues(request: HttpRequest) -> Iterator[Tongue]:
    """Every language, with the address of the same page in it."""
    asked = request.META.get("QUERY_STRING", "")
    for code, name in {ENGLISH: "English", **NAMES}.items():
        path = escape_leading_slashes(quote(request.path_info if code == ENGLISH else f"/{code}{request.path_info}"))
        yield Tongue(code, name, way(code), f"{path}?{asked}" if asked else path)
