"""Every number that goes into a market: its range, who says so, and the claims on record that it rests on."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse

from habeas.answers import public
from habeas.answers.market_cited import Cited
from habeas.answers.market_inputs import inputs
from habeas.answers.market_tables import told_routes
from habeas.answers.public import AskError
from habeas.exchange.kept_markets import kept_market
from habeas.market.parameter import Range

from . import market_copies
from .copies import Copies
from .page import address, page, reads
from .question import reader
from .tongue import tell


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
        nothing = {"market": None, "problems": problems}
        return page(request, "market_parameters.html", nothing, status=400 if request.GET else 200)
    described = file.described
    found = inputs(described, file.sha256, seen, known_on)
    asked = {"name": described.name, "known_on": known_on.isoformat()}
    copies = Copies(
        finding=tell("Every number that goes into the market of {market}", market=described.name),
        asked=asked,
        days=tell("as known on {day}; the market’s files {key}", day=known_on, key=file.sha256[:16]),
        tables=market_copies.of_inputs(found),
    )
    context: dict[str, Any] = {
        "copies": copies,
        "json": address("/api/market", **asked, at=str(seen.at) if request.GET.get("at") else ""),
        "market": described,
        "known_on": known_on,
        "bases": found.bases,
        "numbers": [_number(one, found.claims) for one in described.numbers.values()],
        "flows": [_number(one.tonnes, found.claims) for one in described.flows],
        "produced": found.produced,
        "unexplained": [(origin, told_routes(routes)) for origin, routes in found.unexplained.items()],
        "print": file.sha256[:16],
        "prices": file.series.source,
    }
    return page(request, "market_parameters.html", context, seen=seen)


def _number(one: Range, claims: Cited) -> tuple[Range, str, str, tuple[str, ...]]:
    """A number, its best value and its range in words, and the claims that it cites."""
    span = f"{one.low:g} to {one.high:g}" if one.low < one.high else "this alone"
    return one, f"{one.best:g}", span, claims.get(one.name, ())
