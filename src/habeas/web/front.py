"""The front page: the question as a sentence, the figure that answers it, and what others published for those days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.safestring import SafeString, mark_safe

from habeas.answers import between, compared, public
from habeas.answers.front import Front
from habeas.answers.front import front as answer
from habeas.answers.kept import Kept, state
from habeas.answers.plain import count_word, speakers
from habeas.answers.stated import Stated
from habeas.answers.tally import Tally
from habeas.charts.bounds import draw_bounds
from habeas.charts.given import Bounds
from habeas.charts.share import draw_share
from habeas.tally.breakdown import Cell
from habeas.tally.lens import EVERY
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds as Counts

from . import change_words, chart, chart_key, finding, front_copies, opening, words
from .addresses import url
from .changes import of_changes
from .copies import Copies
from .drawing import as_read
from .page import address, page, reads
from .question import COUNT, asked, form, of_count
from .spoken import language
from .tongue import percent, tell

_CHARTS: Kept[SafeString] = Kept(32)
MOST_PEOPLE, FEW_CHANGED = 15, 2
Beside = Mapping[str, tuple[Rule, Counts]]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table of published figures: where it was read, and in words how it differs from others.

    `counted` is the count for its day by its publisher's rule, or *held*, in words; it leads to `comparison`.
    """

    stated: Stated
    source: Mapping[str, Any] | None
    apart: str
    counted: str
    rule: str
    comparison: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody who is counted: their page, their name, how certain it is, and the claims that this rests on."""

    page: str
    name: str
    held: str
    claims: tuple[str, ...]


@reads(*COUNT, "by")
def front(request: HttpRequest) -> HttpResponse:
    """How many are held on a day, as known on another; what cannot be read is told beside its field."""
    seen = public.view(request.GET.get("at"))
    said = asked(request, seen)
    context = form(request, said, seen)
    if said.problems:
        return page(request, "front.html", context, status=400)
    found = answer(said.question, seen)
    return page(request, "front.html", context | _shown(request, found) | _opening(request, found), seen=found.seen)


def _shown(request: HttpRequest, found: Front) -> dict[str, Any]:
    tally = found.tally
    by = {"by": tally.by} if tally.by else {}
    cited = f"?{urlencode({**of_count(tally), **by, 'at': str(found.seen.at)})}"
    pin = f"?at={found.seen.at}" if request.GET.get("at") else ""
    people, at = list(_listed(tally, pin)), found.seen.at if pin else ""
    return {
        "found": found,
        "finding": finding.finding(found),
        "beside": found.apart.get(found.nearest.id, []) if found.nearest else [],
        "none_held": finding.none_held(tally),
        "as_of_value": words.day(tally.as_of),
        "known_on_value": words.day(tally.known_on),
        "tally": tally,
        "count": tally.count,
        "possibly": finding.possibly(tally),
        "none_certain": finding.none_certain(tally),
        "counted_what": finding.counted(tally, tally.count.best),
        "strip": _strip(tally),
        "chart": _chart(found, pin),
        "cells": [(one, *_share(one, tally.count.best)) for one in tally.cells],
        "why_open": finding.why_open(tally),
        "too_early": finding.too_early(found),
        "put": finding.put(found, found.nearest) if found.leads and found.nearest else "",
        "missing": finding.missing(tally),
        "refused": sum(map(len, tally.refused.values())),
        "people": people,
        "all_people": address(url("counted"), **of_count(tally), at=at),
        "in_doubt": address(url("counted"), **of_count(tally), doubtful="yes", at=at) if tally.open else "",
        "revised": address(url("revisions"), **of_count(tally), at=at),
        "every_month": address(url("series"), **_of_series(tally), **by, at=at),
        "more_people": len(tally.count.people) - len(people),
        "groups": _rows(found, pin),
        "changed": _changed(found, pin),
        "json": f"/api/tally{cited}",
        "copies": _copies(found, by, pin),
    }


def _opening(request: HttpRequest, found: Front) -> dict[str, Any]:
    return opening.told(request, found, f"?at={found.seen.at}" if request.GET.get("at") else "")


def _copies(found: Front, by: Mapping[str, str], pin: str) -> Copies:
    """The figure with what it is divided into, what was published, and the drawing with its line and its months."""
    tally, count = found.tally, found.tally.count
    drawing = _chart(found, pin)
    plain = Copies(
        finding=finding.finding(found),
        asked={**of_count(tally), **by},
        tables=front_copies.tables(found, drawn=bool(drawing)),
        charts={"chart": drawing},
        key=lambda: chart_key.key(found, pin),
    )
    low, best, high = (words.number(one) for one in (count.low, count.best, count.high))
    bounds = "" if low == high else tell(", at least {low}, at most {high}", low=low, high=high)
    if found.leads and found.nearest:
        figure, claim = found.nearest.figure, found.nearest.claim
        said = tell(
            "{of_whom}, said {speaker}, {day}",
            of_whom=words.of_whom(figure),
            speaker=speakers(claim["attribution"]),
            day=words.dated(claim["when"]),
        )
        here = tell(
            "{best} {of_whom}{bounds}.",
            best=best,
            of_whom=finding.counted(tally, count.best),
            bounds=bounds,
        )
        possibly = tell("At most {possibly}.", possibly=finding.possibly(tally))
        others = tell(
            "{speakers} put {put}; the others are not {missing}.",
            speakers=speakers(claim["attribution"]),
            put=finding.put(found, found.nearest),
            missing=finding.missing(tally),
        )
        more = [*([here if count.best else possibly] if count.high else []), others]
        by_rule = bool(tally.rule.publisher)  # only its publisher's own figures lead where such a rule is asked for
        return replace(plain, figure=words.figure(figure), figure_words=said, more=more, by_rule=by_rule)
    if count.best and not finding.none_certain(tally):
        of_whom = finding.counted(tally, count.best)
        more = [tell("Counted from claims{bounds}.", bounds=bounds)]
        return replace(plain, figure=best, figure_words=of_whom, more=more)
    return plain


def _changed(found: Front, pin: str) -> dict[str, Any] | None:
    """What changed in the month before; None where nothing did, or where that is not asked."""
    between_two = between.in_a_month(found)
    if between_two is None:
        return None
    at = str(found.seen.at) if pin else ""
    rest = address(url("changes"), **of_changes(between_two), at=at)
    return {
        "found": between_two,
        "steps": change_words.of_a_month(between_two),
        "columns": change_words.columns(between_two.changes, FEW_CHANGED, rest, at) if between_two.changes else [],
        "rest": rest,
    }


def _of_series(tally: Tally) -> dict[str, str]:
    """What asks for the same count of every month: without the day that was asked about."""
    return {name: value for name, value in of_count(tally).items() if name != "as_of"}


def _listed(tally: Tally, pin: str) -> Iterator[Listed]:
    """Who is counted, as the list has them."""
    people = url("people")
    for one in tally.listed[:MOST_PEOPLE]:
        name = tally.names.get(one.person) or tell("not named")
        yield Listed(f"{people}/{one.person}{pin}", name, finding.held(one, tally), one.claims)


def _chart(found: Front, pin: str) -> SafeString:
    """The chart with its lists: of one known day the same for every day that is asked about."""
    tally = found.tally
    key = (found.seen, tally.known_on, tally.rule, tally.lens, found.leads, pin, language(), get_script_prefix())

    def made() -> SafeString:
        shown = chart.drawn(found, pin)
        context = {"chart": shown, "tally": tally, "pin": pin, "pinned": bool(pin), "at": str(found.seen.at)}
        return mark_safe(render_to_string("chart.html", context) if shown else "")  # noqa: S308 - a template's

    return _CHARTS.get(state(), key, made)


def _strip(tally: Tally) -> SafeString:
    """The bounds, drawn; nothing where they are one number."""
    count = tally.count
    if count.low == count.high:
        return SafeString("")
    low, best, high = (words.number(one) for one in (count.low, count.best, count.high))
    given = Bounds(
        title=tell("Low and high bounds"),
        description=tell(
            "At least {low}, at most {high}, by the rule’s convention {best}", low=low, high=high, best=best
        ),
        low=count.low,
        best=count.best,
        high=count.high,
        low_words=tell("at least {number}", number=low),
        best_words=best,
        high_words=tell("at most {number}", number=high),
    )
    return as_read(draw_bounds(given, "bounds"))


def _share(cell: Cell, whole: int) -> tuple[str, SafeString]:
    """Of a line of the table that divides a count: its share in words, and drawn; nothing of a count of none."""
    if not whole:
        return "", SafeString("")
    return percent(cell.best / whole), as_read(draw_share(cell.best / whole))


def _groups(found: Front) -> list[tuple[str, list[Stated]]]:
    return [(tell("How many are held in all"), found.held), (tell("Of a part of them, or of others"), found.others)]


def _rows(found: Front, pin: str) -> list[tuple[str, list[Row]]]:
    """The table of published figures, group by group."""
    tally = found.tally
    beside = compared.beside(found.held, found.seen, tally.known_on, tally.lens)
    return [(name, [_row(one, found, beside, pin) for one in some]) for name, some in _groups(found) if some]


def _row(one: Stated, found: Front, beside: Beside, pin: str) -> Row:
    source = found.sources.get((one.claim.get("cites") or [one.claim["document"]])[0])
    return Row(one, source, _apart(one, found.apart.get(one.id, [])), *_counted(one, found, beside, pin))


def _counted(one: Stated, found: Front, beside: Beside, pin: str) -> tuple[str, str, str]:
    """The count for the day of a figure of all who are held: in words, by which rule, and where it is compared."""
    if one.id not in beside:
        return "", "", ""
    (rule, counted), tally = beside[one.id], found.tally
    lens = "" if tally.lens == EVERY else of_count(tally)["lens"]  # empty: the rule's own
    asked = {"figure": one.id, "known_on": tally.known_on.isoformat(), "lens": lens}
    comparison = address(url("compare"), **asked, at=str(found.seen.at) if pin else "")
    number = words.number(counted.best) if counted.high else tell("nobody named here")
    return number, tell("by the rule {rule}", rule=tell(rule.name)), comparison


def _apart(one: Stated, others: list[Stated]) -> str:
    """In words: two figures for one day, 30 apart; the distance only between two exact numbers."""
    if not others:
        return ""
    many = count_word(len(others) + 1)
    told = tell("{many} figures for one day", many=many)
    if one.first != one.last:
        told = tell("{many} figures for one time", many=many)
    here, there = one.exact, others[0].exact
    if len(others) > 1 or here is None or there is None:
        return told
    return tell("{told}, {apart} apart", told=told, apart=words.number(abs(here - there)))
