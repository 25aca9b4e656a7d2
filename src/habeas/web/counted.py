"""The people of a figure, a page at a time, each with the claims that their being counted rests on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse

from habeas.answers import counted as answer
from habeas.answers import doubtful, front, public
from habeas.answers.public import AskError
from habeas.answers.tally import Tally, tally
from habeas.tally.count import Counted

from . import finding
from .addresses import url
from .copies import Copies
from .page import address, page, reads
from .question import COUNT, asked, of_count
from .tongue import tell, tell_many

PAGE, MOST_CLAIMS = 50, 8


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is counted: their page, their name, how certain it is, the claims, and where the rest of them is."""

    page: str
    name: str
    certain: str
    claims: Sequence[Mapping[str, Any]]
    more: int
    rest: str


@reads(*COUNT, "after", "doubtful")
def counted(request: HttpRequest) -> HttpResponse:
    """Who is counted by a figure, in the order in which it lists them, with their claims."""
    seen = public.view(request.GET.get("at"))
    said = asked(request, seen)
    for parameter, why in said.problems.items():
        raise AskError(parameter, why)
    question, after = said.question, public.whole(request.GET.get("after", ""), "after")
    day = question.as_of or front.latest_day(seen, question.known_on)
    found = tally(day, question.known_on, seen, question.rule, question.lens)
    only = public.yes_or_no(request.GET.get("doubtful", "") or "no", "doubtful")
    here, at = url("counted"), str(seen.at) if request.GET.get("at") else ""
    query = of_count(found) | ({"doubtful": "yes"} if only else {})
    whole, found = found, doubtful.doubtful(found) if only else found
    people = answer.opened(found, after, PAGE, MOST_CLAIMS)
    whys = {one.opened.counted.person: one.why for one in doubtful.doubts(found, after, PAGE, 0)} if only else {}
    last = after + len(people)
    context: dict[str, Any] = {
        "tally": found,
        "what": _in_doubt(found) if only else _what(found),
        "people": [_person(one, at, whys.get(one.counted.person, "")) for one in people],
        "doubtful": only,
        "others": address(here, **of_count(found), doubtful="" if only else "yes", at=at) if whole.open else "",
        "groups": [] if only or last < len(found.listed) else found.count.groups,
        "first_place": after + 1,
        "last_place": last,
        "back": address(url("front"), **of_count(found), at=at),
        "first": address(here, **query, at=at) if after else "",
        "next": address(here, **query, after=last, at=at) if last < len(found.listed) else "",
        "json": address("/api/tally", **of_count(found), after=after, at=at),
    }
    context["copies"] = Copies(
        finding=str(context["what"]),
        asked=query,
        tables={"counted": lambda: _rows(people, whys, context["groups"])},
    )
    return page(request, "counted.html", context, seen=seen)


def _rows(people: Sequence[answer.Opened], whys: Mapping[str, str], groups: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """Who is counted, as the page has them: how often at least, by convention and at most, with the claims."""
    for one in people:
        who = one.counted
        bounds = {"low": who.low, "best": who.best, "high": who.high}
        certain = _certain(who, whys.get(who.person, ""))
        yield {"record": who.person, "name": one.name, **bounds, "certain": certain, "claims": list(who.claims)}
    for group in groups:
        bounds = {"low": group.low, "best": group.best, "high": group.high}
        yield {"name": group.group.name, **bounds, "certain": "counted and not named", "claims": list(group.claims)}


def _what(found: Tally) -> str:
    """The figure whose people these are, in words without a full stop."""
    count = found.count
    if count.high == 0:
        return finding.none_held(found)
    if count.best == 0 or finding.none_certain(found):
        return tell("At most {possibly}", possibly=finding.possibly(found))
    told = tell("{number} {counted}", number=count.best, counted=finding.counted(found, count.best))
    if count.low == count.high:
        return told
    return tell("{told}, at least {low}, at most {high}", told=told, low=count.low, high=count.high)


def _in_doubt(found: Tally) -> str:
    """How many of them their bounds leave in doubt, and of which figure; `found` lists those alone."""
    if found.count.high == 0:
        return _what(found)
    if not found.listed:
        return tell("Nobody named here is in doubt: {told}", told=_what(found))
    return tell_many(
        "{number} person in doubt: {told}", "{number} people in doubt: {told}", len(found.listed), told=_what(found)
    )


def _person(one: answer.Opened, at: str, why: str) -> Person:
    who, claims = one.counted, one.counted.claims
    rest = address(url("claims"), person=who.person, type="act", at=at)
    more = len(claims) - len(one.claims)
    return Person(address(f"{url('people')}/{who.person}", at=at), one.name, _certain(who, why), one.claims, more, rest)


def _certain(one: Counted, why: str) -> str:
    """Whether low counts them, or best, or high alone; and why the bounds are open, where that is told."""
    if why:
        certain = _certain(one, "") or tell("not certain how often")
        return tell("{certain}, for {why}", certain=certain, why=doubtful.WHY[why])
    if one.low:
        return "" if one.best == 1 else tell_many("{number} time", "{number} times", one.best)
    return tell("by the rule’s convention; not certain") if one.best else tell("possibly")
