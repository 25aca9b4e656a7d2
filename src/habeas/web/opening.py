"""What the front page says of the register as a whole: what it is, what became known last, where questions lead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest

from habeas.answers import learned, public, register_told
from habeas.answers.front import Front
from habeas.answers.learned import Lately
from habeas.answers.register_told import InCustody

from . import words
from .addresses import url
from .page import address
from .scripts import read_first
from .spoken import language
from .tongue import in_a_row, tell, tell_many

MOST_NAMES = 3  # beside the one that somebody is called by


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody of whom something became known: their page, their names, what it is, of when, and since when known.

    The first name is one that whoever reads can read, where there is one.
    """

    page: str
    name: str
    others: Sequence[str]
    told: str
    known: str


def told(request: HttpRequest, found: Front, pin: str) -> dict[str, Any]:
    """What it is is said where nothing is asked yet: whoever asks of a day knows where they are."""
    tally, at = found.tally, str(found.seen.at) if pin else ""
    lately = learned.lately(found.seen, tally.known_on, tally.lens)
    window = {
        "known_from": lately.first and lately.first.isoformat(),
        "known_on": lately.last and lately.last.isoformat(),
    }
    return {
        "what_it_is": None if request.GET.keys() - {"at"} else what_it_is(found),
        "lately": lately,
        "lately_title": _title(lately, tally.known_on),
        "lately_told": _lately_told(lately, tally.known_on),
        "lately_names": list(_named(lately, pin)),
        "lately_all": address(url("claims"), type="act", **window, at=at),
    }


def what_it_is(found: Front) -> dict[str, Any]:
    """The register in its keeper's words, and of how many people it tells."""
    settings = register_told.settings()
    return settings | {"told": _of_whom(register_told.in_custody(found.seen, found.tally.known_on))}


def _of_whom(here: InCustody) -> str:
    """Of how many people the register tells, and in which days that became public, in a sentence."""
    if not here.people:
        return tell("No public claim in it tells of anybody’s custody yet.")
    return tell_many(
        "{claims} here, on the custody of {number} person: the first became public on {first:of}, "
        "the last on {last:of}.",
        "{claims} here, on the custody of {number} people: the first became public on {first:of}, "
        "the last on {last:of}.",
        here.people,
        claims=tell_many("{number} claim", "{number} claims", here.acts),
        first=here.known,
        last=here.known_last,
    )


def _title(lately: Lately, known_on: date) -> str:
    if lately.last is None:
        return tell("Nothing is known of anybody’s custody")
    if known_on == public.today():
        return (
            tell("Nothing new became known in the last 30 days")
            if lately.is_late
            else tell("What became known in the last 30 days")
        )
    if lately.is_late:
        return tell("Nothing new became known in the 30 days up to {day:of}", day=known_on)
    return tell("What became known in the 30 days up to {day:of}", day=known_on)


def _lately_told(lately: Lately, known_on: date) -> str:
    """Which days are told of, and why those; how many claims, of how many people."""
    if lately.last is None:
        return tell("No claim about anybody’s custody was public by {day:of}.", day=known_on)
    about = tell_many("about {number} person", "about {number} people", lately.people)
    many = {"first": lately.first, "last": lately.last, "about": about}
    if lately.is_late:
        return tell_many(
            "The last claims about anybody’s custody became public on {last:of}; in the 30 days up to then "
            "{number} did, {about}, the latest first.",
            "The last claims about anybody’s custody became public on {last:of}; in the 30 days up to then "
            "{number} did, {about}, the latest first.",
            lately.acts,
            **many,
        )
    return tell_many(
        "From {first:of} to {last:of} {number} claim became public, {about}, the latest first.",
        "From {first:of} to {last:of} {number} claims became public, {about}, the latest first.",
        lately.acts,
        **many,
    )


def _named(lately: Lately, pin: str) -> Iterator[Named]:
    for one in lately.shown:
        act = one.act
        ends = [date.fromisoformat(day) if day else None for day in (act.earliest, act.latest)]
        when = words.between(ends[0], ends[1]) if ends[0] and ends[1] else tell("day not said")
        told = in_a_row((words.plainly(act.kind), when))
        if one.more:
            told = tell_many("{told}, and {number} more", "{told}, and {number} more", one.more, told=told)
        name, *others = read_first(one.names, language())
        known = words.day(date.fromisoformat(act.known))
        yield Named(f"{url('person', one.person)}{pin}", name, others[:MOST_NAMES], told, known)
