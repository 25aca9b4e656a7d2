"""The revolving door over a window: drawn, what its numbers decide, by whose count, and of those who are named here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString

from habeas.answers import counted_by, public
from habeas.answers import door as answer
from habeas.answers import door_words as told
from habeas.answers.door import DoorAnswer
from habeas.answers.door_cells import Cell, cells, claims_of
from habeas.answers.door_questions import Question
from habeas.answers.door_window import window_asked
from habeas.answers.plain import count_word
from habeas.answers.public import AskError
from habeas.bargain.door import AFTER, BEFORE, EVER_AFTER, EVER_BEFORE, Ratio, Window
from habeas.bargain.number import Number
from habeas.charts.door import DoorBar, DoorChart, draw_door
from habeas.claims.vocabulary import Door
from habeas.register.read import View
from habeas.tally.lens import EVERY

from . import door_copies, words
from .addresses import url
from .copies import Copies
from .over_time import drawing, read_days
from .page import address, page, reads
from .question import choices, reader
from .tongue import tell, tell_many
from .tongue import told as told_words

FEW = 5  # people named in a row


@dataclass(frozen=True, slots=True)
class Line:
    """One keeper's window in the table: a cell, or None for a dash, with the claims that it rests on."""

    name: str
    days: str
    cells: Sequence[tuple[str, str, Sequence[str]]]


@reads("from", "to", "known_on", "keeper", "lens", "by_known")
def door(request: HttpRequest) -> HttpResponse:
    """The door; what cannot be read is told beside its field."""
    seen = public.view(request.GET.get("at"))
    problems: dict[str, str] = {}
    found = _found(request, seen, problems)
    context = _form(request, seen, problems, found)
    if found is None:
        return page(request, "door.html", context, status=400)
    return page(request, "door.html", context | _shown(request, found), seen=seen)


def _found(request: HttpRequest, seen: View, problems: dict[str, str]) -> DoorAnswer | None:
    read = reader(request, problems)
    days = read_days(request, problems, "from", "to")
    known_on = read("known_on", lambda text: public.day(text, "known_on"), public.today())
    lens = read("lens", lambda text: counted_by.lens_named(text, seen), EVERY)
    by_known = read("by_known", lambda text: public.yes_or_no(text, "by_known"), False)
    if problems:
        return None
    window = window_asked(seen, known_on, lens, days["from"], days["to"])
    try:
        wanted = answer.Asked(*window, known_on, lens, request.GET.get("keeper", "").strip(), by_known)
        return answer.door(wanted, seen)
    except AskError as error:
        problems[error.parameter] = error.message
        return None


def _form(request: HttpRequest, seen: View, problems: Mapping[str, str], found: DoorAnswer | None) -> dict[str, Any]:
    given = request.GET
    asked = found.asked if found else None
    names = (
        sorted({found.name(one.body) for one in _windows(found) if (one.first, one.last) == _days(found)})
        if found
        else []
    )
    return {
        "problems": {name: words.chosen(why) for name, why in problems.items()},
        "lenses": choices(counted_by.lenses(seen), given.get("lens", "")),
        "lens_value": given.get("lens", "") or EVERY.name,
        "keepers": names or ([given["keeper"]] if given.get("keeper") else []),
        "keeper_value": found.name(found.leading.body) if found and found.leading else given.get("keeper", ""),
        "from_value": words.day(asked.first) if asked else given.get("from", ""),
        "to_value": words.day(asked.last) if asked else given.get("to", ""),
        "known_on_value": words.day(asked.known_on) if asked else given.get("known_on", ""),
        "by_known": bool(asked and asked.by_known),
    }


def _days(found: DoorAnswer) -> tuple[date, date]:
    return found.asked.first, found.asked.last


def _windows(found: DoorAnswer | None) -> tuple[Window, ...]:
    return (((found.leading,) if found.leading else ()) + found.others) if found else ()


def _shown(request: HttpRequest, found: DoorAnswer) -> dict[str, Any]:
    asked, lead = found.asked, found.leading
    rows = [row for row in told.ROWS if any(row in cells(one) for one in _windows(found))]
    at = str(found.seen.at) if request.GET.get("at") else ""
    query: dict[str, object] = {
        "from": asked.first,
        "to": asked.last,
        "known_on": asked.known_on,
        "lens": f"{asked.lens.name}@{asked.lens.version}",
    }
    if lead:
        query["keeper"] = found.name(lead.body)
    if asked.by_known:
        query["by_known"] = "yes"
    between = tell("{first} to {last}", first=asked.first, last=asked.last)
    here = list(_here(found))
    chart, finding = (_chart(found, between) if lead else ""), told_words(told.finding(found))
    shown = {
        "found": found,
        "finding": finding or tell("Who came in and who went out, {days}", days=between),
        "between": between,
        "lead": found.name(lead.body) if lead else "",
        "ever": _ever(lead),
        "chart": chart,
        "ratios": list(_ratios(found)),
        "freed_besides": told_words(told.freed_besides(found)),
        "questions": [
            (told_words(told.QUESTIONS[one.name][0]), told_words(told.answered(one, found)), _view_of(one, query, at))
            for one in found.questions
        ],
        "impossible": ", ".join(words.plainly(one) for one in sorted(lead.impossible)) if lead else "",
        "heads": [told_words(told.ROWS[row]) for row in rows],
        "lines": [_line(found, one, rows) for one in _windows(found)],
        "rounds": [(one, found.published.claims[one.claim]) for one in found.rounds],
        "rounds_all": sum(one.printed for one in found.rounds),
        "here": here,
        "other_clock": address(url("door"), **query | {"by_known": "" if asked.by_known else "yes"}, at=at),
        "json": address("/api/door", **query, at=at),
    }
    copies = Copies(
        finding=str(shown["finding"]),
        asked=query,
        tables=door_copies.tables(found, _windows(found), rows, here),
        charts={"chart": chart},
        more=[tell("By the numbers of {name}.", name=shown["lead"])] if lead else [],
    )
    return shown | {"copies": copies}


def _line(found: DoorAnswer, one: Window, rows: Sequence[Door]) -> Line:
    shown = cells(one)
    days = tell("{first} to {last}", first=one.first, last=one.last)
    line = [
        (told_words(told.ROWS[row]), told_words(told.of_cell(shown.get(row))), _claims(shown.get(row))) for row in rows
    ]
    return Line(found.name(one.body), days, line)


def _view_of(one: Question, query: Mapping[str, object], at: str) -> str:
    """The same window by the numbers of the other body that answers a question; empty where none does."""
    return address(url("door"), **{**query, "keeper": one.elsewhere.by}, at=at) if one.elsewhere else ""


def _claims(cell: Cell | None) -> Sequence[str]:
    return claims_of(cell) if cell else ()


def _ever(lead: Window | None) -> list[Number]:
    ends = [lead.stock(name) for name in (EVER_BEFORE, EVER_AFTER)] if lead else []
    return [one for one in ends if one]


def _ratios(found: DoorAnswer) -> Iterator[tuple[str, str, str]]:
    for one, what, above, below in (
        (found.recognised_for_pardoned, tell("recognised for each person pardoned"), "recognised", "pardoned"),
        (found.came_for_went, tell("came in for each who went out"), "came in", "went out"),
    ):
        if isinstance(one, Ratio):
            low, high = (words.number(f"{each.value:.1f}") for each in sorted((one, one.other or one), key=_value))
            of = told.between(one, one.other, above, below) if one.other else told.ratio(one, above, below)
            yield low if low == high else tell("{low} to {high}", low=low, high=high), what, told_words(of)


def _value(one: Ratio) -> float:
    return one.value


def _here(found: DoorAnswer) -> Iterator[tuple[str, Any, Sequence[tuple[str, str]], int]]:
    """Each row with its bounds, a few of the people whom it counts, and how many there are besides."""
    here = found.here
    yield tell("held before"), here.before, (), 0
    yield tell("came in"), here.came, (), 0
    yield tell("went out"), here.went, (), 0
    yield tell("held after"), here.after, (), 0
    for row, bounds in here.rows.items():
        few = here.named[row][:FEW]
        yield told_words(told.ROWS[row]), bounds, few, bounds.best - len(few)


def _chart(found: DoorAnswer, between: str) -> SafeString:
    lead = found.leading
    if lead is None:
        return SafeString()
    shown = cells(lead)
    name = found.name(lead.body)
    came = list(_bars(shown, (Door.recognised_held, Door.detained, Door.recognised_freed), name))
    went = list(_bars(shown, (Door.freed, Door.pardoned, Door.sent_abroad), name))
    by_all = sum(one.printed for one in found.rounds)
    if by_all and by_all > (shown[Door.pardoned].printed or 0 if Door.pardoned in shown else 0):
        said = ", ".join(dict.fromkeys(found.name(one.body) for one in found.rounds))
        rounds = len(found.rounds)
        of = tell_many("{many} announced round", "{many} announced rounds", rounds, many=count_word(rounds))
        pardoned = tell("{number} found pardoned", number=by_all)
        went.append(DoorBar(by_all, None, (pardoned, tell("{of}, {speakers}", of=of, speakers=said))))
    ends = [(words.number(one.printed), words.day(one.last)) for end in (BEFORE, AFTER) if (one := lead.stock(end))]
    said = "; ".join(" ".join(bar.words) for bar in (*came, *went))
    title, description = (
        tell("The revolving door, {days}", days=between),
        tell("By {name}: {said}.", name=name, said=said),
    )
    chart = DoorChart(title, description, came, went, ends)
    return drawing(lambda: draw_door(chart, "door")) if came or went or ends else SafeString()


def _bars(shown: Mapping[Door, Cell], rows: Sequence[Door], name: str) -> Iterator[DoorBar]:
    for row in rows:
        cell = shown.get(row)
        if cell:
            how = tell("by {name}", name=name)
            if cell.how == "follows":
                how = tell("follows from the numbers of {name}", name=name)
            what = tell("{number} {what}", number=told.so_many(cell.bounds), what=told.ROWS[row])
            yield DoorBar(cell.bounds.low, cell.bounds.high, (what, how))
