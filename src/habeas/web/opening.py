"""What the front page says of the register as a whole: what it is, what became known last, where questions lead."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from habeas.answers import learned, public, register_told
from habeas.answers.front import Front
from habeas.answers.learned import Lately
from habeas.answers.plain import plainly

from . import words
from .page import address


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody of whom something became known: their page, their name, what it is, of when, and since when known."""

    page: str
    name: str
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
        "lately_days": learned.DAYS,
        "lately_names": list(_named(lately, pin)),
        "lately_all": address(reverse("claims"), type="act", **window, at=at),
    }


def what_it_is(found: Front) -> dict[str, Any]:
    """The register in its keeper's words, and of how many people it tells."""
    settings = register_told.settings()
    return settings | {"custody": register_told.in_custody(found.seen, found.tally.known_on)}


def _title(lately: Lately, known_on: date) -> str:
    until = "in the last 30 days" if known_on == public.today() else f"in the 30 days up to {words.day(known_on)}"
    if lately.last is None:
        return "Nothing is known of anybody’s custody"
    return f"{'Nothing new became known' if lately.is_late else 'What became known'} {until}"


def _named(lately: Lately, pin: str) -> Iterator[Named]:
    for one in lately.shown:
        act, more = one.act, f", and {one.more} more" if one.more else ""
        ends = [date.fromisoformat(day) if day else None for day in (act.earliest, act.latest)]
        when = words.between(ends[0], ends[1]) if ends[0] and ends[1] else "day not said"
        told = f"{plainly(act.kind)}, {when}{more}"
        yield Named(f"{reverse('person', args=[one.person])}{pin}", one.name, told, words.day(act.known))
