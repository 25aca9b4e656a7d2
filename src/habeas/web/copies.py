"""What can be taken from a page: its table as CSV, its chart as SVG and PNG, itself in a frame of somebody's else.

A page says once what it found, what asks for it, which rows and which drawings it shows; everything else is made of
that, by the same view, at the same entry of the log, of what the reader of the page may see: how it is cited (`cited`),
what it offers (`offered`), the files (`taken`) and the page of a frame (`framed`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from .table_copy import Row

PNG = "png"
FORMS = ("csv", "svg", PNG)
EMBED = "embed"
FRONT = "tally"  # how the page without a name is called where a copy of it is
CHOOSES = {"csv": "table", "svg": "chart", PNG: "chart", EMBED: "chart"}
CHOSEN = ("table", "chart")  # one form of a page may send both, whichever of its files is asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """What a page has to give: `asked` asks for it again, each table is its rows, each chart its drawing.

    `figure` stands large in a frame, with `figure_words` under it and `more` beneath; without it the finding does.
    `of` names whom its charts are of, where that stands in the heading of the page alone.
    `days` says in words of which days the page is, where `asked` does not by `as_of`, `from`, `to` and `known_on`;
    `key` what the marks of its first chart mean, where the page says so beside it. A finding that is not `by_rule` is
    cited without the rule and lens that were asked: somebody published it. What is not `of_register` can be another
    with a newer habeas, whatever the entry.
    """

    finding: str
    asked: Mapping[str, object] = field(default_factory=dict)
    tables: Mapping[str, Callable[[], Iterable[Row]]] = field(default_factory=dict)
    charts: Mapping[str, str] = field(default_factory=dict)
    figure: str = ""
    figure_words: str = ""
    more: Sequence[str] = ()
    of: str = ""
    days: str = ""
    key: Callable[[], Iterable[str]] = tuple
    by_rule: bool = True
    of_register: bool = True


def copy(request: HttpRequest, page: str, form: str) -> HttpResponse:
    """A copy of a page: made by the view of that page, which asks the same and refuses the same."""
    try:
        match = resolve("/" if page == FRONT else f"/{page}")
    except Resolver404:
        raise Http404 from None
    answer: HttpResponse = match.func(request, **match.kwargs)
    return answer


def form_of(request: HttpRequest) -> str:
    """As what a page is asked for: one of FORMS, EMBED, or nothing where it is asked for itself."""
    match = request.resolver_match
    return str(match.kwargs.get("form", "")) if match else ""
