"""The files that are taken from a page: a table as CSV, a chart as SVG, and the drawing that a picture is made of."""

from collections.abc import Mapping
from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse

from habeas.answers import public
from habeas.charts.alone import alone
from habeas.register.read import View

from . import picture
from .chart_style import style
from .cited import Source, source
from .copies import EMBED, PNG, Copies
from .framed import framed
from .policy import ALONE
from .table_copy import as_csv
from .tongue import tell, told

Part = TypeVar("Part")
RESTS = ("as_of", "known_on", "to_as_of", "to_known_on", "from", "to", "against", "ease", "rule", "lens")


def taken(request: HttpRequest, form: str, copies: Copies, seen: View) -> HttpResponse:
    """The copy that is asked for; of a picture the drawing. AskError where the part that is named is not the page's."""
    here = source(request, copies, seen)
    if form == "csv":
        return _table(request, here, copies)
    charts = {name: drawing for name, drawing in copies.charts.items() if drawing}
    if form == EMBED:
        return framed(here, copies, *(_chosen(request, "chart", charts) if charts else ("", "")))
    name, drawing = _chosen(request, "chart", charts)
    key = copies.key() if name == next(iter(charts)) else ()
    said = f"{tell('{one}, {more}', one=public.register_name(), more=here.said)}."
    lines = [one for one in (*key, told(public.invented()), said) if one]
    svg = alone(drawing, style(), lines, here.address, here.base, of=copies.of)
    if form == PNG:
        picture.must_be_small(svg)
    answer = _file(here, form, svg.encode(), "image/svg+xml; charset=utf-8", "inline")
    answer.headers["Content-Security-Policy"] = ALONE
    return answer


def _table(request: HttpRequest, here: Source, copies: Copies) -> HttpResponse:
    _, rows = _chosen(request, "table", copies.tables)
    asked = {name: str(copies.asked[name]) for name in RESTS if copies.asked.get(name)}
    told_of = {"invented": public.invented()} if public.invented() else {}
    content = as_csv(rows(), {**asked, "at": str(here.seen.at), "address": here.address, **told_of})
    return _file(here, "csv", content, "text/csv; charset=utf-8; header=present", "attachment")


def _chosen(request: HttpRequest, what: str, known: Mapping[str, Part]) -> tuple[str, Part]:
    """What is named of several; without a name the first. Http404 where there is none at all."""
    if not known:
        raise Http404
    name = request.GET.get(what, "") or next(iter(known))
    if name not in known:
        raise public.AskError(what, f"“{name[:40]}” is none of this page: write one of {', '.join(known)}")
    return name, known[name]


def _file(here: Source, form: str, content: bytes, media_type: str, shown: str) -> HttpResponse:
    name = "-".join((here.page.replace("/", "-"), str(here.seen.at)))
    return HttpResponse(content, media_type, headers={"Content-Disposition": f'{shown}; filename="{name}.{form}"'})
