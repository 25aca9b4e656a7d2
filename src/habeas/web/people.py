"""People: found by any of their names, and each with what is claimed of them, by whom, in which words."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from habeas.answers import people as index
from habeas.answers import person as answer
from habeas.answers import public
from habeas.answers.person_page import Described, Name, PersonPage
from habeas.answers.public import AskError
from habeas.claims.wording import form

from . import custody_chart, words
from .page import address, not_here, page, reads
from .scripts import script_name, script_tag
from .tongue import digits, first_up, language_name, sentence, tell

PAGE = 200
MOST_ABOUT, MOST_SAID, MOST_SCRIPTS, MOST_DOCUMENTS = 60, 12, 4, 30
NO_PERSON = form("There is nobody with this id here who may be shown.")
BARE = ("called", "description", "occupation", "office", "role", "relation")  # their value says by itself what it is
SEXES = {"m": form("male"), "f": form("female")}  # as lists write it; any other word as it stands
UNTOLD = ("name", "residence", "address")  # names stand above; where somebody lives is nobody's business


@reads("text", "after")
def people(request: HttpRequest) -> HttpResponse:
    """Whoever public claims name: those of whom an act of custody is said, and those who speak or take part."""
    text, after, at = (request.GET.get(name, "").strip() for name in ("text", "after", "at"))
    if after:
        public.must_be_id("after", after, "person")
    context: dict[str, Any] = {"asked": text, "at_asked": at}
    try:
        public.query({"text": text})
    except AskError as error:
        return page(request, "people.html", context | {"problem": error.message}, status=400)
    seen = public.view(at)
    found = index.people(seen, text, PAGE, after)
    here = reverse("people")
    sections = [
        ("held", tell("Held, freed or arrested, as claims here say"), [one for one in found.people if one.acts]),
        ("speak", tell("Who speak or take part"), [one for one in found.people if not one.acts]),
    ]
    context |= {
        "found": found,
        "sections_of": [one for one in sections if one[2]],
        "next": address(here, text=text, after=found.next, at=at) if found.next else "",
        "first": address(here, text=text, at=at) if after else "",
        "json": address("/api/people", text=text, at=at),
    }
    return page(request, "people.html", context, seen=seen)


@reads()
def person(request: HttpRequest, person_id: str) -> HttpResponse:
    """One person: their names, where they stood last, what is said of them and by them, where the sources disagree."""
    at, today = request.GET.get("at", ""), public.today()
    found = answer.person(person_id, public.view(at), today, today)
    if found is None:
        return not_here(request, NO_PERSON)
    claims, speaker = reverse("claims"), next((one.id for one in found.members if one.kind == "agent"), "")
    context = {
        "page": found,
        "kicker": _kicker(found),
        "scripts": [(one, _tongue(one)) for one in _scripts(found)],
        "description": _description(found.description),
        "custody": custody_chart.drawn(found, found.bodies, f"?at={found.seen.at}" if at else ""),
        "documents": list(found.documents.values())[:MOST_DOCUMENTS],
        "about": found.about[:MOST_ABOUT],
        "said": found.said[:MOST_SAID],
        "json": f"/api/people/{found.id}",
        "all_about": address(claims, person=found.id, at=at),
        "all_said": address(claims, speaker=speaker, at=at) if speaker else "",
    }
    return page(request, "person.html", context, seen=found.seen)


def _kicker(found: PersonPage) -> str:
    """Where they stood last; nothing of somebody of whom no act is said that tells."""
    if found.standing is None:
        return ""
    when = words.between(*found.standing.last)
    return tell("{standing}, by the last that is said here: {when}", standing=sentence(found.standing.words), when=when)


def _scripts(found: PersonPage) -> list[Name]:
    """Their names in other scripts than that of the first, one of each spelling."""
    first = script_tag(found.name)
    others = {one.name: one for one in found.names if script_tag(one.name) != first}
    return list(others.values())[:MOST_SCRIPTS]


def _tongue(name: Name) -> str:
    """The language of a name in words, or the script where the language is not said."""
    return (language_name(name.language) if name.language else "") or script_name(name.name)


def _description(said: Sequence[Described]) -> str:
    """What claims say that somebody is, in one line; of a birth the year alone. The values of one property by “or”."""
    values: dict[str, list[Described]] = {}
    for one in said:
        values.setdefault(one.property, []).append(one)
    told = ", ".join(_told(name, some) for name, some in values.items() if name not in UNTOLD)
    return f"{first_up(told)}." if told else ""


def _told(name: str, some: Sequence[Described]) -> str:
    if name in {"birth", "born"}:
        return tell("born in {year}", year=_either(digits(one.value[:4]) for one in some))
    if name == "sex":
        return _either(tell(SEXES[one.value.lower()]) if one.value.lower() in SEXES else one.value for one in some)
    said = _either(
        tell("{value} ({day})", value=one.value, day=words.day(one.day)) if one.day else one.value for one in some
    )
    return said if name in BARE else tell("{property} {value}", property=words.plainly(name), value=said)


def _either(values: Iterable[str]) -> str:
    """Each of them once, with “or” between them."""
    first, *others = dict.fromkeys(values)
    for other in others:
        first = tell("{one} or {more}", one=first, more=other)
    return first
