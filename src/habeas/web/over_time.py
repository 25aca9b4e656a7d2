"""What the pages of figures over time have in common: the days that they ask, and what stands under their numbers."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeVar

from django.http import HttpRequest
from django.utils.safestring import SafeString

from habeas.answers import public
from habeas.answers.footing import Footing

from . import tongue
from .drawing import as_read
from .page import address
from .question import reader
from .tongue import digits, tell

Word = TypeVar("Word", bound=str)
ROWS = 300  # of a page


def read_days(request: HttpRequest, problems: dict[str, str], *names: str) -> dict[str, date | None]:
    """The days that an address names; what cannot be read is told in `problems`."""
    read = reader(request, problems)
    return {name: read(name, partial(public.day, parameter=name), None) for name in names}


def one_of(request: HttpRequest, problems: dict[str, str], name: str, known: Sequence[Word]) -> Word:
    """The word that an address chooses; the first where it chooses none, or one that is told in `problems`."""
    text = request.GET.get(name, "").strip()
    chosen = [word for word in known if word == text]
    if text and not chosen:
        problems[name] = tell(
            "“{text}” is none of these: choose one of {known}", text=text[:40], known=", ".join(known)
        )
    return chosen[0] if chosen else known[0]


def versions(footing: Footing) -> dict[str, str]:
    """What asks for the same rule and lens again, each in the version that it has now."""
    rule, lens = footing.rule, footing.lens
    return {"rule": f"{rule.name}@{rule.version}", "lens": f"{lens.name}@{lens.version}"}


def cited(name: str, footing: Footing, asked: Mapping[str, Any]) -> str:
    """The address of the JSON of a page, at the entry that it was read at."""
    return address(f"/api/{name}", **asked, **versions(footing), at=footing.seen.at)


def month(day: date) -> str:
    """The month of a day: June 2022."""
    return tongue.month(day.year, day.month)


def short_month(day: date) -> str:
    """The month of a day where there is little room: 2022-06."""
    return digits(f"{day.year}-{day.month:02}")


def drawing(draw: Callable[[], str]) -> SafeString:
    """A drawing as it stands in a page."""
    return as_read(draw())
