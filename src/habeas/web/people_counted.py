"""People by where they stood: who was held on a day, in which state, for how long; beside the search for a name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from habeas.answers import counted_by, front, public
from habeas.answers.people_counted import (
    CountedAsked,
    OneCounted,
    Order,
    PeopleCounted,
    people_counted,
    rule_of_who_is_held,
)
from habeas.answers.public import AskError
from habeas.claims.act import CustodyState
from habeas.claims.wording import form as form_of
from habeas.claims.wording import joined, say
from habeas.register.read import View
from habeas.tally.rule import HELD

from . import words
from .addresses import url
from .copies import Copies
from .page import address
from .question import choices, reader
from .tongue import tell, tell_many

FILTERS = ("rule", "as_of", "known_on", "state", "order")
CHOSEN = frozenset({"rule", "state", "order"})  # those that stand in a list to choose from
PAGE = 60


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody who is counted: their page, their name, whether it is certain, and for how many days."""

    page: str
    name: str
    certain: str
    days: str


def form(request: HttpRequest, seen: View) -> dict[str, Any]:
    """What the form offers beside the name, and what stands in it."""
    given = {name: request.GET.get(name, "").strip() for name in FILTERS}
    stocks = [one for one in counted_by.rules(seen) if one.quantity == "stock" and one != HELD]
    return {
        "given": given,
        "filtered": any(given.values()),
        "rules": choices(stocks, "" if given["rule"] == HELD.name else given["rule"]),
        "states": list(_states().items()),
        "orders": [(value, said) for value, said in _orders().items() if value != Order.name],
    }


def _states() -> dict[str, str]:
    return {one.value: words.in_state(one.value) for one in CustodyState}


def _orders() -> dict[str, str]:
    return {
        Order.name.value: tell("by name"),
        Order.longest.value: tell("held longest first"),
        Order.shortest.value: tell("held shortest first"),
    }


def found(request: HttpRequest, text: str, seen: View) -> dict[str, Any]:
    """Who is counted as the form asks, a page of them; what cannot be read is told in `problems`, by parameter."""
    problems: dict[str, str] = {}
    asked = _asked(request, text, seen, problems)
    if asked is None:
        told_of = {name: words.chosen(why) if name in CHOSEN else why for name, why in problems.items()}
        return {"problems": told_of, "title": tell("People that cannot be looked for")}
    after = public.whole(request.GET.get("after", ""), "after")
    told = people_counted(asked, seen, after, PAGE)
    at = str(seen.at) if request.GET.get("at") else ""
    here, query, last = url("people"), _query(request, text, told), after + len(told.people)
    days = {"rule": f"{asked.rule.name}@{asked.rule.version}", "as_of": asked.as_of, "known_on": asked.known_on}
    return {
        "counted": told,
        "title": _title(told),
        "told": _told(told),
        "shown_here": len(told.people),
        "count_here": told.count,
        "rows": _rows(told, at),
        "last_place": last,
        "figure": address(url("front"), **days, at=at),
        "next": address(here, **query, after=last, at=at) if last < told.count else "",
        "first": address(here, **query, at=at) if after else "",
        "json": address("/api/people", **query, limit=PAGE, after=after, at=at),
        "copies": Copies(
            finding=_title(told),
            asked=_query(request, text, told) | ({"after": after} if after else {}),
            tables={"people": lambda: [_copied(one) for one in told.people]},
        ),
    }


def _asked(request: HttpRequest, text: str, seen: View, problems: dict[str, str]) -> CountedAsked | None:
    read = reader(request, problems)
    rule = read("rule", lambda name: rule_of_who_is_held(name, seen), HELD)
    known_on = read("known_on", lambda day: public.day(day, "known_on"), public.today())
    as_of = read("as_of", lambda day: public.day(day, "as_of"), None)
    state = read("state", lambda value: CustodyState(_one_of(_states(), value, "state")), None)
    order = read("order", lambda value: Order(_one_of(_orders(), value, "order")), Order.name)
    if problems:
        return None
    return CountedAsked(as_of or front.latest_day(seen, known_on), known_on, rule, state, text, order)


def _one_of(some: Mapping[str, str], value: str, parameter: str) -> str:
    """The value, where it is one of some; else AskError, with what they are called where they are chosen."""
    if value not in some:
        known = joined(form_of("{one}; {more}"), some.values())
        raise AskError(parameter, say("“{said}” is none of these: {known}", said=value[:40], known=known))
    return value


def _query(request: HttpRequest, text: str, told: PeopleCounted) -> dict[str, str]:
    """What asks for the same people again, with the days that were asked about."""
    given = {name: request.GET.get(name, "").strip() for name in FILTERS}
    days = {"as_of": told.asked.as_of.isoformat(), "known_on": told.asked.known_on.isoformat()}
    return {"text": text} | given | days


def _rows(told: PeopleCounted, at: str) -> Sequence[Row]:
    people = url("people")
    return [
        Row(address(f"{people}/{one.counted.person}", at=at), one.name, _certain(one), _days(one))
        for one in told.people
    ]


def _copied(one: OneCounted) -> Mapping[str, object]:
    """A row of the table that can be taken: how the rule counts somebody, and the days at least and at most."""
    who, (low, high) = one.counted, one.days
    bounds = {"low": who.low, "best": who.best, "high": who.high}
    return {"id": who.person, "name": one.name, **bounds, "days_low": low, "days_high": "" if high is None else high}


def _title(told: PeopleCounted) -> str:
    """How many were held, and whether that is certain of all of them."""
    day = told.asked.as_of
    if told.certain == told.count:
        return tell_many("{number} person held on {day:of}", "{number} people held on {day:of}", told.count, day=day)
    return tell_many(
        "{number} person possibly held on {day:of}",
        "{number} people held, or possibly held, on {day:of}",
        told.count,
        day=day,
    )


def _told(told: PeopleCounted) -> str:
    return tell_many(
        "{number} person is counted so, for certain: {certain}.",
        "{number} people are counted so, for certain: {certain}.",
        told.count,
        certain=told.certain,
    )


def _certain(one: OneCounted) -> str:
    if one.counted.low:
        return ""
    return tell("by the rule’s convention; not certain") if one.counted.best else tell("possibly")


def _days(one: OneCounted) -> str:
    """For how many days: one number, or the least and the most; a day that is not known makes an interval of it."""
    low, high = one.days
    if high is None:
        return (
            tell_many("at least {number} day", "at least {number} days", low)
            if low
            else tell("for how long is not known")
        )
    if low == high:
        return tell_many("{number} day", "{number} days", low)
    return tell_many("{low} to {number} day", "{low} to {number} days", high, low=low)
