"""How the figure of one day was revised: drawn and as a table; every month's end; how late it is told."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString

from habeas.answers import front, public
from habeas.answers import revisions as answer
from habeas.answers.public import AskError
from habeas.answers.revisions import Revisions, Row
from habeas.charts.given import LinePoint, RevisedChart
from habeas.charts.revised import draw_revised
from habeas.charts.scale import shifted
from habeas.register.read import View
from habeas.tally.rule import HELD

from . import revision_tables as tables
from . import words
from .addresses import url
from .change_finding import PERIODS
from .copies import Copies
from .over_time import ROWS, cited, drawing, month, read_days, versions
from .page import address, page, reads
from .question import Asked, asked, form
from .tongue import months_short, sentence, tell, tell_many


@dataclass(frozen=True, slots=True)
class Revised:
    """A row of the table; `why` is where everybody stands by whom it is not the figure of the row before."""

    row: Row
    why: str


@reads("rule", "as_of", "known_on", "lens", "from", "to")
def revisions(request: HttpRequest) -> HttpResponse:
    """How the figure of a day was revised; what cannot be read is told beside its field."""
    seen = public.view(request.GET.get("at"))
    said = asked(request, seen)
    problems = dict(said.problems)
    found = _found(request, said, seen, problems)
    context = form(request, replace(said, problems=problems), seen) | {
        "from_value": request.GET.get("from", ""),
        "to_value": request.GET.get("to", ""),
    }
    if found is None:
        return page(request, "revisions.html", context, status=400)
    return page(request, "revisions.html", context | _shown(request, found, seen), seen=seen)


def _found(request: HttpRequest, said: Asked, seen: View, problems: dict[str, str]) -> Revisions | None:
    named = read_days(request, problems, "from", "to")
    if problems:
        return None
    question = said.question
    as_of = question.as_of or front.latest_day(seen, question.known_on)
    flow = question.rule.quantity != "stock"
    try:
        wanted = answer.Asked(as_of, question.known_on, question.rule, question.lens, named["from"], named["to"])
        if any(named.values()) or answer.months_known(wanted) <= answer.MOST_MONTHS:  # else the figure stands alone
            wanted = replace(wanted, surface=not flow, delays=True)
        return answer.revisions(wanted, seen)
    except AskError as error:
        problems[error.parameter] = error.message
        return None


def _shown(request: HttpRequest, found: Revisions, seen: View) -> dict[str, Any]:
    wanted = found.asked
    first, last = answer.months_of(wanted)
    query = {
        "as_of": wanted.as_of.isoformat(),
        "known_on": wanted.known_on.isoformat(),
    }
    if wanted.delays:
        query |= {"from": first.isoformat(), "to": last.isoformat()}
    at = str(seen.at) if request.GET.get("at") else ""
    since, delays = found.since, found.delays or ()
    then = bool(since) and since[0].known_on <= wanted.as_of
    rows = list(_revised(found, at))[-ROWS:]
    return {
        "found": found,
        "asked": wanted,
        "footing": found.footing,
        "flow": wanted.rule.quantity != "stock",
        "finding": _finding(found),
        "under": _under(found),
        "notes": [f"{sentence(one)}." for one in found.notes],
        "chart": _chart(found),
        "then": since[0] if then else None,
        "rows": rows,
        "left_out": max(0, len(since) - len(rows) - 1),
        "earlier": len(found.rows) - len(since),
        "surface": tables.grid(found.surface) if found.surface else None,
        "late": tables.late(delays),
        "late_of": sum(sum(one.learned) for one in delays),
        "triangle": [
            (month(one.first), shifted(one.first, -1).isoformat(), one.last.isoformat(), *tables.triangle(one))
            for one in delays
        ],
        "again": f"&{urlencode({'known_on': query['known_on'], **_again(found), **({'at': at} if at else {})})}",
        "delay_head": [*map(words.number, range(tables.DELAYS)), tell("{number} or more", number=tables.DELAYS)],
        "moved": tell("left") if wanted.rule.quantity == "outflow" else tell("entered"),
        "from_value": words.day(first),
        "to_value": words.day(last),
        "as_of_value": words.day(wanted.as_of),
        "known_on_value": words.day(wanted.known_on),
        "figure": address(url("front"), as_of=query["as_of"], known_on=query["known_on"], **_again(found), at=at),
        "copies": Copies(
            finding=_finding(found),
            asked={**query, **versions(found.footing)},
            tables=tables.taken(found, since[0] if then else None, [one.row for one in rows]),
            charts={"chart": _chart(found)},
            days=tell("as of {day}, as known up to {known}", day=wanted.as_of, known=wanted.known_on),
        ),
        "json": cited("revisions", found.footing, query)
        + ("&delays=yes" if wanted.delays else "")
        + ("&surface=yes" if wanted.surface else ""),
    }


def _revised(found: Revisions, at: str) -> Iterator[Revised]:
    """The rows known after the day asked about, each with what changed since the one before."""
    wanted, since = found.asked, found.since
    for place, row in enumerate(since):
        if row.known_on <= wanted.as_of:
            continue
        why = ""
        if place:
            days = {"as_of": wanted.as_of, "known_on": max(since[place - 1].known_on, wanted.as_of)}
            asked = {**days, "to_as_of": wanted.as_of, "to_known_on": row.known_on}
            why = address(
                url("changes"), **{name: day.isoformat() for name, day in asked.items()}, **_again(found), at=at
            )
        yield Revised(row, why)


def _again(found: Revisions) -> dict[str, str]:
    return versions(found.footing)


def _finding(found: Revisions) -> str:
    """What was found, in one sentence without a full stop: what it was, what it is, and how often it changed."""
    wanted, since = found.asked, found.since
    if not since:
        return sentence(found.notes[0])
    first, last = since[0], since[-1]
    known = tell("as first known on {day}", day=first.known_on)
    if first.known_on <= wanted.as_of:
        known = tell("as known on that day")
    then = tell("{what}: {number} {known}", what=_what(found), number=first.bounds.best, known=known)
    times = len(since) - 1
    if not times:
        return tell("{then}, and not revised since", then=then)
    if len({one.bounds.best for one in since}) == 1:
        return tell_many(
            "{then} and since; at least or at most how many was revised {number} time",
            "{then} and since; at least or at most how many was revised {number} times",
            times,
            then=then,
        )
    now = tell("{number} as known on {day}", number=last.bounds.best, day=wanted.known_on)
    if times == 1:
        return tell("{then}, {now}; revised once", then=then, now=now)
    return tell_many(
        "{then}, {now}; revised {number} time", "{then}, {now}; revised {number} times", times, then=then, now=now
    )


def _what(found: Revisions) -> str:
    rule, day = found.asked.rule, found.asked.as_of
    if rule == HELD:
        return tell("People named here as held on {day}", day=day)
    when = PERIODS["day" if rule.quantity == "stock" else rule.period]
    return tell("By the rule “{rule}”, {when}", rule=tell(rule.name), when=tell(when, day=day))


def _under(found: Revisions) -> str:
    wanted = found.asked
    return tell(
        "The figure of {day} as it was known on each day up to {known}: "
        "from the least to the most that the claims known by then allow",
        day=wanted.as_of,
        known=wanted.known_on,
    )


def _chart(found: Revisions) -> SafeString:
    """The figure over known days, from the day asked about on; nothing where there are not two days to draw."""
    wanted, since = found.asked, found.since
    if not since:
        return SafeString("")
    first = max(since[0].known_on, wanted.as_of)
    if first >= wanted.known_on:
        return SafeString("")
    chart = RevisedChart(
        title=_finding(found),
        description=_under(found),
        first=first,
        last=shifted(wanted.known_on, 1),
        line=[_point(one, first) for one in since],
        name=tell("As known then"),
        more=tell("of {day}", day=wanted.as_of),
        enlarged=tell("Enlarged"),
        between=tell("{low} to {high}", low="{low}", high="{high}"),
        months=months_short(),
    )
    return drawing(lambda: draw_revised(chart, "revised"))


def _point(one: Row, first: Any) -> LinePoint:
    return LinePoint(max(one.known_on, first), *one.bounds)
