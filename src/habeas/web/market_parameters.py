"""Every number that goes into a market: its range, who says so, and the claims on record that it rests on."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse

from habeas.answers import market_tables as tables
from habeas.answers import public
from habeas.answers.market_cited import Cited, cited
from habeas.answers.market_words import share_of_bases
from habeas.answers.public import AskError
from habeas.exchange.kept_markets import kept_market
from habeas.market.calibrate import calibrate
from habeas.market.parameter import Range, best
from habeas.market.scenario import base_of

from .page import page, reads
from .question import reader


@reads("name", "known_on")
def parameters(request: HttpRequest) -> HttpResponse:
    """The numbers, the flows of the base year, what each region was said to produce, and what calibration left."""
    seen = public.view(request.GET.get("at"))
    problems: dict[str, str] = {}
    known_on = reader(request, problems)("known_on", partial(public.day, parameter="known_on"), public.today())
    try:
        file = kept_market(request.GET.get("name", ""))
    except AskError as error:
        problems["name"] = error.message
    if problems:
        return page(request, "market_parameters.html", {"problems": problems}, status=400 if request.GET else 200)
    described = file.described
    claims, _ = cited(described, seen, known_on)
    context: dict[str, Any] = {
        "market": described,
        "known_on": known_on,
        "bases": share_of_bases(described),
        "numbers": [_number(one, claims) for one in described.numbers.values()],
        "flows": [_number(one.tonnes, claims) for one in described.flows],
        "produced": list(tables.produced(described)),
        "unexplained": list(tables.unexplained(calibrate(base_of(described, best(described.ranges))))),
        "print": file.sha256[:16],
        "prices": file.series.source,
    }
    return page(request, "market_parameters.html", context, seen=seen)


def _number(one: Range, claims: Cited) -> tuple[Range, str, str, tuple[str, ...]]:
    """A number, its best value and its range in words, and the claims that it cites."""
    span = f"{one.low:g} to {one.high:g}" if one.low < one.high else "this alone"
    return one, f"{one.best:g}", span, claims.get(one.name, ())
