"""The front page: the question as a sentence, the figure that answers it, and what others published for those days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from habeas.answers import public
from habeas.answers.front import Front
from habeas.answers.front import front as answer
from habeas.answers.public import AskError
from habeas.answers.stated import Stated
from habeas.answers.tally import LENS, LENS_SENTENCE, Tally
from habeas.tally.stock import Counted

from . import words
from .page import page, reads

MOST_PEOPLE = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table of published figures: where it was read, and in words how it differs from others."""

    stated: Stated
    source: Mapping[str, Any] | None
    apart: str


@reads
def front(request: HttpRequest) -> HttpResponse:
    """How many are held on a day, as known on another; a day that cannot be read is told beside its field."""
    problems: dict[str, str] = {}
    as_of = _day(request, "as_of", problems)
    known_on = _day(request, "known_on", problems)
    context: dict[str, Any] = {
        "problems": problems,
        "lens": LENS,
        "as_of_value": request.GET.get("as_of", ""),
        "known_on_value": request.GET.get("known_on", "") or words.day(public.today()),
    }
    if problems:
        return page(request, "front.html", context, status=400)
    found = answer(as_of, known_on or public.today(), request.GET.get("at"))
    return page(request, "front.html", context | _shown(request, found), seen=found.seen)


def _day(request: HttpRequest, name: str, problems: dict[str, str]) -> date | None:
    text = request.GET.get(name, "").strip()
    try:
        return public.day(text, name) if text else None
    except AskError as error:
        problems[name] = error.message
        return None


def _shown(request: HttpRequest, found: Front) -> dict[str, Any]:
    tally = found.tally
    days = {"as_of": tally.as_of.isoformat(), "known_on": tally.known_on.isoformat()}
    cited = f"?{urlencode({**days, 'at': str(found.seen.at)})}"
    people = [(one, tally.names.get(one.person, "not named"), _held(one, tally)) for one in tally.listed[:MOST_PEOPLE]]
    return {
        "found": found,
        "finding": _finding(found),
        "beside": found.apart.get(found.nearest.id, []) if found.nearest else [],
        "none_held": _none_held(tally.people, words.day(tally.as_of)),
        "as_of_value": words.day(tally.as_of),
        "known_on_value": words.day(tally.known_on),
        "tally": tally,
        "count": tally.count,
        "lens_sentence": LENS_SENTENCE,
        "people": people,
        "more_people": len(tally.count.people) - len(people),
        "groups": [(name, [_row(one, found) for one in some]) for name, some in _groups(found) if some],
        "cite": request.build_absolute_uri(reverse("front")) + cited,
        "json": f"/api/tally{cited}",
    }


def _finding(found: Front) -> str:
    """What the page finds, in one sentence without a full stop."""
    tally, count, day = found.tally, found.tally.count, words.day(found.tally.as_of)
    if found.leads and found.nearest:
        claim = found.nearest.claim
        said = f"said {words.speakers(claim['attribution'])}, {words.dated(claim['when'])}"
        return f"{words.figure(claim['figure'])} {words.of_whom(claim['figure'])}, {said}"
    if tally.people == 0:
        return "Nobody is named here"
    if count.high == 0:
        return _none_held(tally.people, day)
    if count.best == 0:
        return f"At most {words.number(count.high)} of the people named here may have been held on {day}"
    return f"{words.number(count.best)} {'person' if count.best == 1 else 'people'} named here as held on {day}"


def _held(one: Counted, tally: Tally) -> str:
    """How certain it is that somebody was held, and by which day's act where nothing is said of the day or after."""
    if not one.standing.best:
        return "possibly held"
    last = tally.last[one.person]
    old = f"held, by the last that is said here: {words.day(last)}" if last < tally.as_of else ""
    if one.standing.certainly:
        return old or "held on that day"
    return f"{old}; not certain" if old else "held on that day, by the rule’s convention; not certain"


def _none_held(people: int, day: str) -> str:
    whom = "the one person" if people == 1 else f"any of the {words.number(people)} people"
    return f"No claim known by then has {whom} named here in custody on {day}"


def _groups(found: Front) -> list[tuple[str, list[Stated]]]:
    return [("How many are held in all", found.held), ("Of a part of them, or of others", found.others)]


def _row(one: Stated, found: Front) -> Row:
    read_in = (one.claim.get("cites") or [one.claim["document"]])[0]
    return Row(one, found.sources.get(read_in), _apart(one, found.apart.get(one.id, [])))


def _apart(one: Stated, others: list[Stated]) -> str:
    """In words: two figures for one day, 30 apart; the distance only between two exact numbers."""
    if not others:
        return ""
    told = f"{words.count_word(len(others) + 1)} figures for one {'day' if one.first == one.last else 'time'}"
    here, there = one.exact, others[0].exact
    if len(others) > 1 or here is None or there is None:
        return told
    return f"{told}, {words.number(abs(here - there))} apart"
