"""Two lists side by side: the bridge, the pair to decide next, who is on both, and who on one alone; more; or one."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse

from habeas.answers import list_alone as alone_answer
from habeas.answers import list_editions, lists_words, public
from habeas.answers import lists as answer
from habeas.answers.list_alone import ListAlone
from habeas.answers.list_editions import OneList
from habeas.answers.lists import ManyLists, SideBySide
from habeas.answers.public import AskError
from habeas.linkage.bridge import Line
from habeas.linkage.patterns import Pattern
from habeas.register.read import View

from . import copied_rows, list_alone, list_copies, words
from .copies import Copies
from .list_chart import bridge_chart
from .list_parts import FEW, MORE, Shown, alone, conflicts, evidence, matched, parts
from .page import address, page, reads
from .question import reader
from .tongue import tell, told

Found = SideBySide | ManyLists | ListAlone
PARAMETERS = ("a", "b", "c", "known_on", "pair", "part", "step", "after")


@reads(*PARAMETERS, again=("c",))
def lists(request: HttpRequest) -> HttpResponse:
    """Which lists there are; two of them side by side; or a table of who is on which of more."""
    seen = public.view(request.GET.get("at"))
    problems: dict[str, str] = {}
    read = reader(request, problems)
    known_on = read("known_on", lambda text: public.day(text, "known_on"), public.today())
    wanted = [request.GET.get("a", ""), request.GET.get("b", ""), *request.GET.getlist("c")]
    wanted = [name.strip() for name in wanted]
    named = [name for name in wanted if name]
    every = list_editions.every_edition(seen, known_on)
    found: Found | None = None
    if named and not wanted[0]:
        problems["a"] = tell("choose a first list")
    elif named and not problems:
        try:
            found = _found(named, seen, known_on)
        except AskError as error:
            problems[error.parameter if error.parameter in ("a", "b") else "c"] = error.message
    context = _form(request, problems, list(every), known_on, found) | list_alone.every(every, request)
    if problems:
        return page(request, "lists.html", context, status=400)
    if isinstance(found, ListAlone):
        return page(request, "lists_one.html", context | list_alone.shown(request, found), seen=seen)
    if isinstance(found, ManyLists):
        return page(request, "lists_many.html", context | _many(request, found), seen=seen)
    if found is None:
        copies = Copies(
            finding=list_alone.how_many(every),
            asked={"known_on": known_on},
            tables={"lists": lambda: copied_rows.of_editions(every)},
        )
        context |= {"json": address("/api/lists", known_on=known_on), "copies": copies}
        return page(request, "lists.html", context, seen=seen)
    template = "lists_part.html" if request.GET.get("part", "").strip() else "lists_two.html"
    return page(request, template, context | _two(request, found), seen=seen)


def _found(named: Sequence[str], seen: View, known_on: date) -> Found:
    if len(named) == 1:
        return alone_answer.list_alone(named[0], seen, known_on)
    if len(named) == 2:
        return answer.two_lists(named[0], named[1], seen, known_on)
    return answer.many_lists(named, seen, known_on)


def _form(
    request: HttpRequest,
    problems: dict[str, str],
    names: list[str],
    known_on: date,
    found: Found | None,
) -> dict[str, Any]:
    given = request.GET
    chosen = {name: given.get(name, "").strip() for name in ("a", "b")} | {"c": (given.getlist("c") or [""])[0].strip()}
    for name, one in zip(chosen, _of(found), strict=False):
        chosen[name] = chosen[name] if "@" in chosen[name] else one.name
    offered = [*names, *(one for one in dict.fromkeys(chosen.values()) if one and one not in names)]
    return {
        "problems": problems,
        "names": offered,
        "chosen": chosen,
        "known_on_value": given.get("known_on", "") if "known_on" in problems else words.day(known_on),
    }


def _of(found: Found | None) -> Sequence[OneList]:
    if found is None:
        return ()
    if isinstance(found, ListAlone):
        return (found.one,)
    return found.lists if isinstance(found, ManyLists) else (found.first, found.second)


def _two(request: HttpRequest, found: SideBySide) -> dict[str, Any]:
    query = _query(request, found.known_on)
    at = str(found.seen.at) if request.GET.get("at") else ""
    here = Shown(found, query, at)
    lines = list(_lines(here))
    shown = {
        "found": found,
        "finding": told(lists_words.finding(found)),
        "on_both": told(lists_words.on_both(found)),
        "withheld": told(lists_words.withheld(found.seen)),
        "bounds": told(lists_words.bounds(found)),
        "chart": bridge_chart(here),
        "bridge": lines,
        "populations": [told(one) for one in lists_words.populations(found)],
        "json": address("/api/lists", **query, at=at),
        "days": _days(found),
    }
    if request.GET.get("part", "").strip():
        after, step = (public.whole(request.GET.get(name, ""), name) for name in ("after", "step"))
        part = parts(here, request.GET["part"].strip(), after, step)
        return shown | part | {"copies": _copies(found, query, list_copies.of_part(part))}
    return shown | _first(here, public.whole(request.GET.get("pair", ""), "pair") or 1, lines)


def _first(here: Shown, number: int, lines: Sequence[list_copies.Step]) -> dict[str, Any]:
    """The pair to decide, and the first of each part, with what is taken of them."""
    found = here.found
    waiting = len(found.queue)
    if number > max(1, waiting):
        raise AskError("pair", f"{number} is more pairs than wait for a decision: there are {waiting}")
    pair = evidence(here, number) if waiting else None
    pairs = {"matched": list(matched(here, FEW)), "conflicts": list(conflicts(here, FEW))}
    sides = [alone(here, number, MORE) for number in (1, 2)]
    tables = list_copies.of_two(lines, pair, pairs, sides)
    return pairs | {
        "pair": pair,
        "matched_all": here.part("matched"),
        "conflicts_all": here.part("conflicts"),
        "in_conflict": told(lists_words.in_conflict(found)),
        "alone": sides,
        "copies": _copies(found, here.query, tables, {"bridge": bridge_chart(here)[0]}),
    }


def _copies(
    found: SideBySide, query: Mapping[str, Any], tables: list_copies.Tables, charts: Mapping[str, str] | None = None
) -> Copies:
    finding, days = lists_words.finding(found), _days(found)
    return Copies(finding=finding, asked=query, days=days, tables=tables, charts=charts or {})


def _days(found: SideBySide) -> str:
    """Of which days the two are, in words."""
    each = [
        tell("{list} as of {day}", list=one.name, day=one.edition.day)
        if one.edition.dated
        else tell("{list} taken in on {day}", list=one.name, day=one.edition.day)
        for one in (found.first, found.second)
    ]
    return tell("{one}, {other}, both as known on {known}", one=each[0], other=each[1], known=found.known_on)


def _lines(here: Shown) -> Iterator[list_copies.Step]:
    """The rows of the table under the bridge; each but the totals leads to its people."""
    bridge, names = here.found.bridge, here.found.names
    yield list_copies.Step(names[0], words.number(bridge.first), total=True)
    for line in (*bridge.away, bridge.both, *bridge.added):
        yield list_copies.Step(told(line.what), _signed(line), _open(line), here.of_line(line), not line.list)
    yield list_copies.Step(names[1], words.number(bridge.second), total=True)


def _signed(line: Line) -> str:
    return words.number(line.best) if not line.list else words.signed(line.sign * line.best)


def _open(line: Line) -> str:
    return f"{words.number(line.low)}–{words.number(line.high)}" if line.low != line.high else ""


def _many(request: HttpRequest, found: ManyLists) -> dict[str, Any]:
    query = _query(request, found.known_on)
    at = str(found.seen.at) if request.GET.get("at") else ""
    numbers = range(len(found.lists))
    rows = [
        ([at_ in one.lists for at_ in numbers], len(one.people), one.settled, _names(found, one))
        for one in found.patterns
    ]
    return {
        "found": found,
        "withheld": told(lists_words.withheld(found.seen)),
        "heads": [one.name for one in found.lists],
        "rows": rows,
        "json": address("/api/lists", **query, at=at),
        "copies": Copies(
            finding=tell("Who is on which of these lists: {lists}", lists=", ".join(one.name for one in found.lists)),
            asked=query,
            tables={"patterns": lambda: copied_rows.of_patterns(rows, [one.name for one in found.lists])},
        ),
    }


def _names(found: ManyLists, one: Pattern) -> list[tuple[str, str]]:
    """A few of the people of a pattern: the record by which each is found, and the name."""
    few = [group.members[0] for group in one.people[:FEW]]
    people = [found.lists[number].people[place] for number, place in few]
    return [(person.records[0], person.name) for person in people]


def _query(request: HttpRequest, known_on: date) -> dict[str, Any]:
    """What asks for the same again; further lists each by their own name."""
    given = request.GET
    more = [name.strip() for name in given.getlist("c") if name.strip()]
    asked: dict[str, Any] = {name: given.get(name, "").strip() for name in ("a", "b")}
    return asked | {"c": more, "known_on": known_on.isoformat()}
