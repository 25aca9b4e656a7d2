"""What can be taken from a page: its table as CSV, its chart as SVG and PNG, itself in a frame of somebody's else.

A page says once what it found, what asks for it, which rows and which drawings it shows; everything else is made of
that, by the same view, at the same entry of the log, of what the reader of the page may see.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import Resolver404, get_script_prefix, resolve, reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from habeas.answers import public
from habeas.answers.kept import Kept, state
from habeas.answers.plain import plainly
from habeas.charts.alone import alone, forms, leading_to, told
from habeas.claims.wording import form as words_form
from habeas.register.read import View

from .chart_style import style
from .languages import ENGLISH, way
from .picture import png
from .table_copy import Row, as_csv
from .tongue import tell

FORMS = ("csv", "svg", "png")
EMBED = "embed"
FRONT = "tally"  # how the page without a name is called where a copy of it is
CHOOSES = {"csv": "table", "svg": "chart", "png": "chart", EMBED: "chart"}
CHOSEN = ("table", "chart")  # one form of a page may send both, whichever of its files is asked for
VERSIONS = {"rule": words_form("rule {name}, version {version}"), "lens": words_form("lens {name}, version {version}")}
_PICTURES: Kept[bytes] = Kept(64)
RESTS = ("as_of", "known_on", "to_as_of", "to_known_on", "from", "to", "rule", "lens")
MOST_LINKS = 4  # of one sort; among more one is chosen
KEY = 180  # px of a frame for what its marks mean
MOST_DRAWN = 24_000  # bytes of a drawing that stands in a frame's page itself; a larger one is fetched


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """What a page has to give: `asked` asks for it again, each table is its rows, each chart its drawing.

    `figure` stands large in a frame, with `figure_words` under it and `more` beneath; without it the finding does.
    `days` says in words of which days the page is, where `asked` does not by `as_of`, `from`, `to` and `known_on`;
    `key` what the marks of its first chart mean, where the page says so beside it.
    """

    finding: str
    asked: Mapping[str, object] = field(default_factory=dict)
    tables: Mapping[str, Callable[[], Iterable[Row]]] = field(default_factory=dict)
    charts: Mapping[str, str] = field(default_factory=dict)
    figure: str = ""
    figure_words: str = ""
    more: Sequence[str] = ()
    days: str = ""
    key: Callable[[], Iterable[str]] = tuple


@dataclass(frozen=True, slots=True)
class Source:
    """Where a page stands: its whole address at its entry, the site's, and of what days, rule, lens and entry it is."""

    page: str
    query: str
    base: str
    said: str
    seen: View

    @property
    def address(self) -> str:
        """The page itself, as it is cited."""
        return f"{self.base}{get_script_prefix()}{'' if self.page == FRONT else self.page}?{self.query}"

    def copy(self, form: str, **chosen: str) -> str:
        """The address of a copy, without the site's."""
        path = reverse(EMBED, args=[self.page]) if form == EMBED else reverse("copy", args=[self.page, form])
        return f"{path}?{'&'.join([self.query, urlencode(chosen)] if chosen else [self.query])}"


def copy(request: HttpRequest, page: str, form: str) -> HttpResponse:
    """A copy of a page: made by the view of that page, which asks the same and refuses the same."""
    try:
        match = resolve("/" if page == FRONT else f"/{page}")
    except Resolver404:
        raise Http404 from None
    return match.func(request, **match.kwargs)  # type: ignore[no-any-return]


def form_of(request: HttpRequest) -> str:
    """As what a page is asked for: one of FORMS, EMBED, or nothing where it is asked for itself."""
    match = request.resolver_match
    return str(match.kwargs.get("form", "")) if match else ""


def source(request: HttpRequest, copies: Copies, seen: View) -> Source:
    """Where the page of a request stands; what it was asked in words stands there as it was understood."""
    match = request.resolver_match
    page = str(match.kwargs["page"]) if match and "form" in match.kwargs else request.path_info.strip("/") or FRONT
    left_out = {"at", *copies.asked, *(CHOSEN if form_of(request) else ())}
    given = {name: some for name, some in request.GET.lists() if name not in left_out and any(map(str.strip, some))}
    asked = {name: value for name, value in copies.asked.items() if value}
    query = urlencode({**asked, **given, "at": str(seen.at)}, doseq=True)
    base = settings.PUBLIC_ADDRESS or f"{request.scheme}://{request.get_host()}"
    return Source(page, query, base, _said(copies, seen), seen)


def _said(copies: Copies, seen: View) -> str:
    """Of what days, by which rule and lens, at which entry; in words, without a full stop."""
    asked = copies.asked
    parts = [copies.days or _days(asked)]
    parts += [_version(form, str(asked[name])) for name, form in VERSIONS.items() if asked.get(name)]
    return "; ".join(one for one in (*parts, tell("log entry {at}", at=str(seen.at))) if one)


def _days(asked: Mapping[str, object]) -> str:
    as_of, known_on, first, last = (str(asked.get(name) or "") for name in ("as_of", "known_on", "from", "to"))
    said = [tell("as of {day}", day=_day(as_of))] if as_of else []
    said += [tell("from {first} to {last}", first=_day(first), last=_day(last))] if first and last else []
    return ", ".join([*said, *([tell("as known on {day}", day=_day(known_on))] if known_on else [])])


def _day(iso: str) -> date:
    return date.fromisoformat(iso)


def _version(form: str, named: str) -> str:
    """A rule or lens by name and version; the newest is meant where no version is named."""
    name, at, version = named.rpartition("@")
    return tell(form, name=name, version=version) if at else named


def at_entry(address: str, seen: View) -> str:
    """An address of the API as it is asked at the entry of a page."""
    parts = urlsplit(address)
    kept = [(name, value) for name, value in parse_qsl(parts.query) if name != "at"]
    return f"{parts.path}?{urlencode([*kept, ('at', str(seen.at))])}"


def offered(request: HttpRequest, copies: Copies, seen: View, json: str) -> dict[str, Any]:
    """What a page says of its copies: how it is cited, each file, and what is put into another's page."""
    here = source(request, copies, seen)
    charts = [name for name, drawing in copies.charts.items() if drawing]
    embed = here.copy(EMBED)
    drawn = forms(next(filter(None, copies.charts.values()), "")).get("narrow", "")
    frame = (
        f'<iframe src="{escape(here.base + embed)}" title="{escape(copies.finding)}" width="100%" '
        f'height="{_height(drawn) + KEY * (copies.key is not tuple)}" loading="lazy"></iframe>'
    )
    return {
        "sentence": f"{copies.finding}. {public.register_name()}, {here.said}.",
        "address": here.address,
        "asked": parse_qsl(here.query),
        "json": at_entry(json, seen) if json else "",
        "tables": _files(here, copies.tables, "csv"),
        "charts": _files(here, charts, "svg", "png"),
        "embed": embed,
        "frame": frame,
    }


def _named(name: str) -> str:
    """What a table or a chart is called on the page that it is taken from."""
    return tell(plainly(name))


def _files(here: Source, names: Collection[str], *in_forms: str) -> dict[str, Any]:
    """The files of a page's tables or charts: links, or where there are many what a form needs to ask for one."""
    if len(names) > MOST_LINKS:
        to_press = [(form.upper(), reverse("copy", args=[here.page, form])) for form in in_forms]
        return {"what": CHOOSES[in_forms[0]], "names": [(name, _named(name)) for name in names], "forms": to_press}
    several = len(names) > 1
    return {
        "links": [
            (
                f"{form.upper()}, {_named(name)}" if several else form.upper(),
                here.copy(form, **_name(form, name, several)),
            )
            for name in names
            for form in in_forms
        ]
    }


def _name(form: str, name: str, several: bool) -> dict[str, str]:
    """What names one of several; the one that a page has alone needs no name."""
    return {CHOOSES[form]: name} if several else {}


def _height(drawn: str) -> int:
    """So many px a frame needs at least, its drawing as wide as it is ever shown."""
    if not drawn:
        return 360
    _, _, width, height = (float(one) for one in drawn.partition('viewBox="')[2].partition('"')[0].split())
    return 460 + round(528 * height / width)


def made(request: HttpRequest, form: str, copies: Copies, seen: View) -> HttpResponse:
    """The copy that is asked for. AskError where the table or chart that is named is none of the page's."""
    here = source(request, copies, seen)
    if form == "csv":
        rows = _chosen(request, "table", copies.tables)
        asked = {name: str(copies.asked[name]) for name in RESTS if copies.asked.get(name)}
        told_of = {"invented": public.invented()} if public.invented() else {}
        content = as_csv(rows(), {**asked, "at": str(seen.at), "address": here.address, **told_of})
        return _file(here, "csv", content, "text/csv; charset=utf-8; header=present", "attachment")
    charts = {name: drawing for name, drawing in copies.charts.items() if drawing}
    if form == EMBED:
        drawing = _chosen(request, "chart", charts) if charts else ""
        chart = next((name for name, one in charts.items() if one is drawing), "")
        return HttpResponse(_framed(here, copies, drawing, chart))
    drawing = _chosen(request, "chart", charts)
    key = copies.key() if drawing == next(iter(charts.values())) else ()
    lines = [one for one in (*key, public.invented(), f"{public.register_name()}, {here.said}.") if one]
    svg = alone(drawing, style(), lines, here.address, here.base)
    if form == "svg":
        return _file(here, "svg", svg.encode(), "image/svg+xml; charset=utf-8", "inline")
    picture = _PICTURES.get(state(), svg, lambda: png(svg))  # half a second of work
    return _file(here, "png", picture, "image/png", "inline")


def _chosen(request: HttpRequest, what: str, known: Mapping[str, Any]) -> Any:
    """What is named of several; without a name the first. Http404 where there is none at all."""
    if not known:
        raise Http404
    name = request.GET.get(what, "") or next(iter(known))
    if name not in known:
        raise public.AskError(what, f"“{name[:40]}” is none of this page: write one of {', '.join(known)}")
    return known[name]


def _file(here: Source, form: str, content: bytes, media_type: str, shown: str) -> HttpResponse:
    name = "-".join((here.page.replace("/", "-"), str(here.seen.at)))
    return HttpResponse(content, media_type, headers={"Content-Disposition": f'{shown}; filename="{name}.{form}"'})


def _framed(here: Source, copies: Copies, drawing: str, chart: str) -> str:
    """The page of a frame: the drawing in its narrow form, or where that is large a picture of it that is fetched."""
    of_form = forms(drawing)
    narrow = of_form.get("narrow") or next(iter(of_form.values()), "")
    small = len(narrow.encode()) <= MOST_DRAWN
    context = {
        "copies": copies,
        "source": here,
        "register_name": public.register_name(),
        "invented": public.invented(),
        "chart": mark_safe(leading_to(narrow, here.base, beside=True)) if small else "",  # noqa: S308 - of escaped parts
        "picture": "" if small else here.copy("svg", chart=chart),
        "drawn": told(narrow)[0],
        "key": list(copies.key()) if drawing and drawing == next(filter(None, copies.charts.values())) else [],
        "language": get_language(),
        "way": way(get_language() or ENGLISH),
    }
    return SafeString(render_to_string("embed.html", context))
