"""The page of a frame in somebody's else page: one thing that was found, and nothing to press or to fill in."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from habeas.answers import public
from habeas.answers.public import AskError
from habeas.charts.alone import forms, leading_to, told

from .cited import Source
from .copies import Copies
from .languages import way
from .policy import IN_A_FRAME
from .spoken import language as spoken
from .tongue import tell

MOST_DRAWN = 24_000  # bytes of a drawing that stands in a frame's page itself; a larger one is fetched
POLICY = "Content-Security-Policy"


def framed(here: Source, copies: Copies, chart: str, drawing: str) -> HttpResponse:
    """The page of a frame: the drawing in its narrow form, or where that is large a picture of it that is fetched."""
    of_form = forms(drawing)
    narrow = of_form.get("narrow") or next(iter(of_form.values()), "")
    small = len(narrow.encode()) <= MOST_DRAWN
    language = spoken()
    context = {
        "problem": "",
        "copies": copies,
        "source": here,
        "register_name": public.register_name(),
        "invented": public.invented(),
        "chart": mark_safe(leading_to(narrow, here.base, beside=True)) if small else "",  # noqa: S308 - of escaped parts
        "picture": "" if small else here.copy("svg", chart=chart),
        "drawn": told(narrow)[0],
        "key": list(copies.key()) if drawing and drawing == next(filter(None, copies.charts.values())) else [],
        "language": language,
        "way": way(language),
    }
    return HttpResponse(render_to_string("embed.html", context), headers={POLICY: IN_A_FRAME})


def refused(request: HttpRequest, context: Mapping[str, Any], status: int) -> HttpResponse:
    """What stands in a frame in place of a page that is refused, or has nothing to be framed."""
    error, problems = context.get("error"), context.get("problems") or {}
    why = [error.message] if isinstance(error, AskError) else [str(one) for one in problems.values()]
    problem = "; ".join(why) or str(context.get("what", tell("There is nothing of this page that stands in a frame.")))
    shown = {"problem": problem, "register_name": public.register_name(), "invented": public.invented()}
    language = spoken()
    answer = render(request, "embed.html", shown | {"language": language, "way": way(language)}, status=status)
    answer.headers[POLICY] = IN_A_FRAME
    return answer
