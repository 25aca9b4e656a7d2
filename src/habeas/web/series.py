"""A figure of every month or every day: drawn, and as a table, with who entered and left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString

from habeas.answers import public
from habeas.answers import series as answer
from habeas.answers.public import AskError
from habeas.answers.series import Row, Series
from habeas.charts.flow import draw_flow
from habeas.charts.given import Bar, FlowBar, FlowChart, LinePoint, StockChart, StockWords
from habeas.charts.scale import shifted
from habeas.charts.stock import draw_stock
from habeas.claims.wording import form as words_form
from habeas.register.read import View
from habeas.tally.breakdown import Value
from habeas.tally.lens import EVERY
from habeas.tally.rule import HELD

from . import words
from .addresses import url
from .copies import Copies
from .over_time import ROWS, cited, drawing, one_of, read_days, versions
from .page import address, page, reads
from .question import Asked, asked, form
from .series_finding import finding, named
from .tongue import months_short, sentence, tell

STEPS: tuple[answer.Step, ...] = ("month", "day")
BY_KNOWN = ("no", "yes")
MOST_VALUES = 12  # columns of a divided series
DIVIDED_ROWS = 100  # of a page of one
MOVED = {"inflow": (words_form("Entered"), words_form("entered")), "outflow": (words_form("Left"), words_form("left"))}
STOCK = {
    "month": words_form("At the end of each month {days}: from the least to the most that the claims allow"),
    "day": words_form("At the end of each day {days}: from the least to the most that the claims allow"),
}
FLOW = {
    "inflow": {
        "persons": words_form("People who entered the count “{rule}” {by}, {days}"),
        "detentions": words_form("Times that somebody entered the count “{rule}” {by}, {days}"),
        "events": words_form("Events by which somebody entered the count “{rule}” {by}, {days}"),
    },
    "outflow": {
        "persons": words_form("People who left the count “{rule}” {by}, {days}"),
        "detentions": words_form("Times that somebody left the count “{rule}” {by}, {days}"),
        "events": words_form("Events by which somebody left the count “{rule}” {by}, {days}"),
    },
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: the day or month as it is called, the row, of a divided one its cells, and whom it counts."""

    name: str
    row: Row
    cells: Sequence[Any] = ()
    href: str = ""


@reads("rule", "from", "to", "known_on", "lens", "step", "by", "by_known", "after")
def series(request: HttpRequest) -> HttpResponse:
    """A figure of every month or day; what cannot be read is told beside its field."""
    seen = public.view(request.GET.get("at"))
    said = asked(request, seen)
    after = public.whole(request.GET.get("after", ""), "after")
    problems = dict(said.problems)
    found = _found(request, said, seen, problems)
    context = form(request, replace(said, problems=problems), seen) | {
        "steps": list(STEPS),
        "step_name": words.plainly("day" if request.GET.get("step") == "day" else "month"),
        "step_value": "day" if request.GET.get("step") == "day" else "month",
        "by_known": request.GET.get("by_known") == "yes",
        "flow": said.question.rule.quantity != "stock",
        "from_value": request.GET.get("from", ""),
        "to_value": request.GET.get("to", ""),
    }
    if found is None:
        return page(request, "series.html", context, status=400)
    return page(request, "series.html", context | _shown(request, found, after, seen), seen=seen)


def _found(request: HttpRequest, said: Asked, seen: View, problems: dict[str, str]) -> Series | None:
    """The series that is asked for; None where something of it cannot be read, which is then told in `problems`."""
    named = read_days(request, problems, "from", "to")
    step = one_of(request, problems, "step", STEPS)
    by_known = one_of(request, problems, "by_known", BY_KNOWN)
    if problems:
        return None
    question = said.question
    rule, lens, known_on = question.rule, question.lens, question.known_on
    learned = rule.quantity != "stock" and by_known == "yes"
    try:
        days = answer.days(rule, lens, seen, known_on, named["from"], named["to"])
        return answer.series(answer.Asked(*days, known_on, step, rule, lens, question.by, learned), seen)
    except AskError as error:
        problems[error.parameter] = error.message
        return None


def _shown(request: HttpRequest, found: Series, after: int, seen: View) -> dict[str, Any]:
    wanted, at = found.asked, str(seen.at) if request.GET.get("at") else ""
    query = {
        "from": wanted.first.isoformat(),
        "to": wanted.last.isoformat(),
        "known_on": wanted.known_on.isoformat(),
        "step": wanted.step,
        "by": wanted.by,
        "by_known": "yes" if wanted.by_known else "",
    }
    here, again = url("series"), {**query, **versions(found.footing), "at": at}
    values = _values(found)
    most = DIVIDED_ROWS if wanted.by else ROWS
    rows = found.rows[after : after + most]
    last = after + len(rows)
    return {
        "found": found,
        "asked": wanted,
        "footing": found.footing,
        "finding": finding(found),
        "under": _under(found),
        "notes": [f"{sentence(one)}." for one in (*found.notes, *_left_out(request, found))],
        "chart": _chart(found),
        "values": values,
        "more_values": len({cell.values for one in found.rows for cell in one.cells}) - len(values),
        "lines": list(_lines(rows, found, values, at)),
        "first_place": after + 1,
        "last_place": last,
        "next": address(here, **again, after=last) if last < len(found.rows) else "",
        "first_page": address(here, **again) if after else "",
        "from_value": words.day(wanted.first),
        "to_value": words.day(wanted.last),
        "known_on_value": words.day(wanted.known_on),
        "moved": tell(MOVED.get(wanted.rule.quantity, ("", ""))[1]),
        "copies": Copies(
            finding=finding(found),
            asked={**query, **versions(found.footing)},
            tables={"rows": lambda: found.as_json(after, most)["rows"]},
            charts={"chart": _chart(found)},
        ),
        "json": cited("series", found.footing, query | {"after": after or ""}),
    }


def _left_out(request: HttpRequest, found: Series) -> Iterator[str]:
    """What was asked for and cannot be had of a stock: the form keeps it where another rule is chosen."""
    if request.GET.get("by_known") == "yes" and not found.asked.by_known:
        yield tell(
            "who is in on a day does not go by the day on which it was learned: each row is the count of its own day"
        )


def _over(found: Series) -> str:
    """The days of a series, and of which day it is known."""
    wanted = found.asked
    return tell(
        "from {first} to {last}, as known on {known}", first=wanted.first, last=wanted.last, known=wanted.known_on
    )


def _under(found: Series) -> str:
    """What is drawn, without a full stop."""
    wanted, days = found.asked, _over(found)
    rule, step = wanted.rule, words.plainly(wanted.step)
    if rule.quantity == "stock":
        return tell(STOCK[wanted.step], days=days)
    by = (
        tell("by the {step} in which it was learned", step=step)
        if wanted.by_known
        else tell("in each {step}", step=step)
    )
    return tell(FLOW[rule.quantity][rule.unit], rule=tell(rule.name), by=by, days=days)


def _chart(found: Series) -> SafeString:
    """The drawing; nothing where there are not two days to draw."""
    if found.footing.nobody or not found.rows or found.rows[0].first >= found.rows[-1].day:
        return SafeString("")
    return drawing(lambda: _stock(found) if found.asked.rule.quantity == "stock" else _flow(found))


def _stock(found: Series) -> str:
    rows, first = found.rows, found.rows[0].day
    points = [LinePoint(one.day, one.low or 0, one.best, one.high or 0) for one in rows]
    bars = [
        Bar(one.first, one.day, moved.entered - moved.entered_unsure, moved.left - moved.left_unsure)
        for one in rows
        if (moved := one.moved)
    ]
    start = min(first, rows[0].first)
    return draw_stock(
        StockChart(
            title=finding(found),
            description=_under(found),
            first=start,
            last=shifted(rows[-1].day, 1),
            line=points,
            bars=bars,
            told_to=found.told_to,
            words=StockWords(
                no_claim=tell("no claims since"),
                held=tell("Counted"),
                held_more=tell("by the {step}’s end", step=words.plainly(found.asked.step)),
                entered=tell("Entered"),
                left=tell("Left"),
                left_more=_by_step(found),
                months=months_short(),
            ),
        ),
        "series",
    )


def _flow(found: Series) -> str:
    name, _ = MOVED[found.asked.rule.quantity]
    return draw_flow(
        FlowChart(
            title=finding(found),
            description=_under(found),
            first=found.rows[0].first,
            last=shifted(found.rows[-1].day, 1),
            bars=[FlowBar(one.first, one.day, one.best, one.low, one.high) for one in found.rows],
            into=found.asked.rule.quantity == "inflow",
            name=tell(name),
            more=tell("by the day it was learned") if found.asked.by_known else _by_step(found),
            months=months_short(),
        ),
        "series",
    )


def _by_step(found: Series) -> str:
    return tell("by the {step}", step=words.plainly(found.asked.step))


def _values(found: Series) -> list[Value]:
    """The cells that have a column: those of whom there were most, in the order of the rows."""
    greatest: dict[Value, int] = {}
    for one in found.rows:
        for cell in one.cells:
            greatest[cell.values] = max(greatest.get(cell.values, 0), cell.high)
    kept = set(sorted(greatest, key=lambda value: -greatest[value])[:MOST_VALUES])
    return sorted(kept, key=lambda values: [(one is None, one or "") for one in values])


def _lines(rows: Sequence[Row], found: Series, values: Sequence[Value], at: str) -> Iterator[Line]:
    for one in rows:
        cells = {cell.values: cell for cell in one.cells}
        counted = [cells.get(value) for value in values]
        yield Line(named(one, found.asked.step), one, counted, _opens(one, found, at) if one.high else "")


def _opens(one: Row, found: Series, at: str) -> str:
    """The address of those whom a row counts; nothing where no tally is of the same days, or by the same clock."""
    wanted, rule, lens = found.asked, found.asked.rule, found.asked.lens
    if wanted.by_known or (rule.quantity != "stock" and rule.period != wanted.step):
        return ""
    plain = versions(found.footing) if (rule, lens) != (HELD, EVERY) else {}  # what is meant without is left out
    return address(url("counted"), as_of=one.day, known_on=wanted.known_on, **plain, at=at)
