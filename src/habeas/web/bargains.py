"""Bargains: all of them with their verdicts, and one as a ledger of two columns, each commitment with its evidence."""

from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse

from habeas.answers import bargain_words, bargains, counted_by, measures, public
from habeas.answers.bargain_told import Row, Told
from habeas.answers.measures import Measures, Stands
from habeas.answers.public import AskError
from habeas.claims.act import Act

from . import bargain_copies, copied_rows, measure_copies, words
from .addresses import url
from .copies import Copies
from .measure_chart import drawn
from .measures import line
from .page import address, page, reads
from .question import choices, reader
from .tongue import tell, tell_many
from .tongue import told as told_words

DRAWN = 12  # targets and issuers in a drawing
Days = tuple[date, date]  # as of which, as known on which


@reads("as_of", "known_on")
def all_bargains(request: HttpRequest) -> HttpResponse:
    """Every bargain that may be seen, with what its terms came to."""
    return _all(request)


def _all(request: HttpRequest) -> HttpResponse:
    seen = public.view(request.GET.get("at"))
    problems: dict[str, str] = {}
    days = _days(request, problems)
    shown = _form(request, problems, days)
    if problems:
        return page(request, "bargains.html", shown | {"rows": []}, status=400)
    found = bargains.all_told(bargains.every(seen), seen, *days)
    query = {"as_of": days[0].isoformat(), "known_on": days[1].isoformat()}
    at = str(seen.at) if request.GET.get("at") else ""
    shown |= {
        "rows": [(one, address(url("bargain"), name=one.bargain.name, **query, at=at)) for one in found],
        "json": address("/api/bargains", **query, at=at),
        "days": days,
        "copies": Copies(
            finding=tell_many("{number} bargain on record here", "{number} bargains on record here", len(found)),
            asked=query,
            tables={"commitments": lambda: bargain_copies.terms(found)},
        ),
    }
    return page(request, "bargains.html", shown, seen=seen)


@reads("name", "as_of", "known_on", "lens")
def bargain(request: HttpRequest) -> HttpResponse:
    """One bargain as of a day, as known on another; without a name, all of them."""
    if not request.GET.get("name", "").strip():
        return _all(request)
    seen = public.view(request.GET.get("at"))
    problems: dict[str, str] = {}
    meant = bargains.named(request.GET.get("name", ""), seen)
    days = _days(request, problems)
    lens = reader(request, problems)("lens", lambda text: counted_by.lens_named(text, seen), None)
    shown = _form(request, problems, days) | {
        "name": request.GET.get("name", ""),
        "lenses": choices(counted_by.lenses(seen), request.GET.get("lens", "")),
        "lens_value": request.GET.get("lens", ""),
        "its_own": tell("every lens it names"),
    }
    if problems:
        return page(request, "bargain.html", shown | {"told": None}, status=400)
    told = bargains.told(meant, seen, *days, lens)
    return page(request, "bargain.html", shown | _shown(request, told), seen=seen)


def _days(request: HttpRequest, problems: dict[str, str]) -> Days:
    read = reader(request, problems)
    as_of, known_on = (
        read(name, partial(public.day, parameter=name), public.today()) for name in ("as_of", "known_on")
    )
    return as_of, known_on


def _form(request: HttpRequest, problems: dict[str, str], days: Days) -> dict[str, Any]:
    values = {
        f"{name}_value": request.GET.get(name, "") if name in problems else words.day(day)
        for name, day in zip(("as_of", "known_on"), days, strict=True)
    }
    return values | {"problems": {name: words.chosen(why) if name == "lens" else why for name, why in problems.items()}}


def _shown(request: HttpRequest, told: Told) -> dict[str, Any]:
    at = str(told.seen.at) if request.GET.get("at") else ""
    query = {
        "name": f"{told.bargain.name}@{told.bargain.version}",
        "as_of": told.as_of.isoformat(),
        "known_on": told.known_on.isoformat(),
        "lens": request.GET.get("lens", ""),
    }
    parties = dict.fromkeys(row.commitment.party for row in told.terms)
    in_order = [row for one in parties for row in told.terms if row.commitment.party == one] + told.beside
    targets, drawing = _standings(told, at)
    return {
        "standings": [line(one, {name: query[name] for name in ("as_of", "known_on")}, at) for one in targets],
        "chart": drawing,
        "told": told,
        "sides": [
            (told.name(one), [_row(told, row) for row in told.terms if row.commitment.party == one]) for one in parties
        ],
        "beside": [_row(told, row) for row in told.beside],
        "door": address(url("door"), known_on=query["known_on"], at=at),
        "touched": [told_words(one) for one in bargain_words.touched(told, Act.detained)],
        "mediators": [told.name(one) for one in told.bargain.mediators],
        "json": address("/api/bargains", **query, at=at),
        "copies": Copies(
            finding=f"{told.bargain.name}: {told.bargain.sentence.rstrip('.')}",
            asked=query,
            tables={
                "commitments": lambda: bargain_copies.verdicts(told, in_order),
                "standings": lambda: measure_copies.standings(targets),
                "evidence": lambda: copied_rows.of_claims(told.evidence.values()),
            },
            charts={"chart": drawing},
        ),
    }


def _standings(told: Told, at: str) -> tuple[list[Stands], str]:
    """How the targets of the bargain stand with everybody who has a measure on them, and the same drawn."""
    found: list[Measures] = []
    for target in told.bargain.targets:
        with suppress(AskError):  # nobody tells of a measure on it
            found.append(measures.measures(told.seen, told.as_of, told.known_on, target=target))
    standings = list({(one.target, one.issuer): one for each in found for one in each.standings}.values())
    return standings, drawn(found[0], standings[:DRAWN], f"?at={at}" if at else "") if standings else ""


def _row(told: Told, row: Row) -> dict[str, Any]:
    """A commitment as the page shows it, with the claims that its verdicts rest on, each once."""
    return {
        "one": row.commitment,
        "to": told.name(row.commitment.to) if row.commitment.to else "",
        "said": row.said,
        "verdicts": [
            (told_words(lens), verdict, told_words(short))
            for lens, verdict, short in bargain_words.verdicts(row, told.evidence)
        ],
        "evidence": bargain_words.evidence_of(row, told),
    }
