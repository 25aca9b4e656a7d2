"""The page of one list; and which there are: lists of people, and tables in which people are named."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from habeas.answers import list_alone as answer
from habeas.answers import lists_words, public
from habeas.answers.list_alone import ListAlone
from habeas.register.listed import Edition
from habeas.tally.stock import Bounds

from . import words
from .addresses import url
from .copies import Copies
from .page import address
from .table_copy import Row
from .tongue import tell, tell_many, told

PAGE = 60
Every = Mapping[str, Sequence[Edition]]


@dataclass(frozen=True, slots=True)
class OnRecord:
    """A list in the table of all, and where its page is: its editions, the last one's day, how many people that has."""

    name: str
    page: str
    editions: int
    day: str
    rows: int


@dataclass(frozen=True, slots=True)
class EditionShown:
    """An edition: its day, its page, if that is this one, its document, its rows, and it beside the one before."""

    day: str
    page: str
    here: bool
    document: str
    rows: int
    beside: str


@dataclass(frozen=True, slots=True)
class OnIt:
    """Somebody on it, and in words how they do not count on its day."""

    id: str
    name: str
    counted: Bounds
    words: str


def every(some: Every, request: HttpRequest) -> dict[str, list[OnRecord]]:
    """The lists of people that there are (`every`), and the tables in which people are named (`tables`)."""
    asked = {"known_on": request.GET.get("known_on", "").strip(), "at": request.GET.get("at", "")}
    shown = [
        (editions[-1].table, _on_record(name, editions, address(url("lists"), a=name, **asked)))
        for name, editions in some.items()
    ]
    return {
        "every": [one for is_table, one in shown if not is_table],
        "tables": [one for is_table, one in shown if is_table],
    }


def _on_record(name: str, editions: Sequence[Edition], page: str) -> OnRecord:
    last = editions[-1]
    return OnRecord(name, page, len(editions), day(last), len(last.records))


def day(edition: Edition) -> str:
    """The day that an edition is of; where it says none, that on which it was taken in."""
    return tell("as of {day}", day=edition.day) if edition.dated else tell("taken in on {day}", day=edition.day)


def how_many(some: Every) -> str:
    """How many lists of people are on record, and how many tables in which people are named."""
    tables = sum(editions[-1].table for editions in some.values())
    lists = len(some) - tables
    told_lists = tell_many("{number} list of people on record here", "{number} lists of people on record here", lists)
    if not tables:
        return told_lists
    told_tables = tell_many(
        "{number} table in which people are named", "{number} tables in which people are named", tables
    )
    return tell("{lists}, {tables}", lists=told_lists, tables=told_tables)


def shown(request: HttpRequest, found: ListAlone) -> dict[str, Any]:
    """What the page of a list shows."""
    at = str(found.seen.at) if request.GET.get("at") else ""
    after = public.whole(request.GET.get("after", ""), "after")
    asked = {"a": request.GET["a"].strip(), "known_on": found.known_on.isoformat()}
    editions = list(_editions(found, at))
    people = [_on_it(found, place) for place in range(len(found.one.people))[after : after + PAGE]]
    left = len(found.one.people) - after - len(people)
    here = url("lists")
    beside = [(one, address(here, a=asked["a"], b=one, known_on=asked["known_on"], at=at)) for one in found.others]
    return {
        "found": found,
        "edition": found.one.edition,
        "day": day(found.one.edition),
        "beside_register": told(answer.beside(found)),
        "withheld": told(lists_words.withheld(found.seen)),
        "open_on_it": _open(found.on_it),
        "open_in_all": _open(found.in_all),
        "figure": address(url("front"), as_of=found.one.edition.day, known_on=found.known_on, at=at),
        "editions": editions,
        "beside": beside,
        "people": people,
        "next": address(here, **asked, after=after + PAGE, at=at) if left else "",
        "json": address("/api/lists", **asked, after=after, at=at),
        "copies": Copies(
            finding=told(answer.finding(found)),
            asked=asked,
            days=tell("{day}, as known on {known}", day=day(found.one.edition), known=found.known_on),
            tables={
                "held": lambda: _held(found),
                "editions": lambda: found.as_json(0, 0)["editions"],
                "people": lambda: found.as_json(after, PAGE)["people"],
            },
        ),
    }


def _editions(found: ListAlone, at: str) -> Iterator[EditionShown]:
    """Its editions, the last first."""
    here, known_on, name = url("lists"), found.known_on, found.one.name
    before: dict[Edition, Edition] = dict(zip(found.editions[1:], found.editions, strict=False))
    for one in reversed(found.editions):
        named, earlier = f"{name}@{one.day}", before.get(one)
        yield EditionShown(
            day=day(one),
            page=address(here, a=named, known_on=known_on, at=at),
            here=one == found.one.edition,
            document=one.document,
            rows=len(one.records),
            beside=address(here, a=f"{name}@{earlier.day}", b=named, known_on=known_on, at=at)
            if earlier and earlier.day < one.day
            else "",
        )


def _on_it(found: ListAlone, place: int) -> OnIt:
    one = found.one.people[place]
    counted = found.counts(one)
    if not counted.high:
        said = tell("not counted in custody on that day")
    else:
        said = "" if counted.low else tell("perhaps in custody on that day")
    return OnIt(one.records[0], one.name, counted, said)


def _open(bounds: Bounds) -> str:
    return f"{words.number(bounds.low)}–{words.number(bounds.high)}" if bounds.low != bounds.high else ""


def _held(found: ListAlone) -> Iterable[Row]:
    """The number of the list and the register's own, as they stand in the table."""
    yield {"what": "rows", "best": found.one.rows}
    yield {"what": "people", "best": len(found.one.people)}
    for what, bounds in (("on_it", found.on_it), ("in_all", found.in_all)):
        yield {"what": what, "as_of": found.one.edition.day.isoformat(), **bounds._asdict()}
