"""People: found by any of their names, and each with what is claimed of them, by whom, in which words."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse

from habeas.answers import people as index
from habeas.answers import person as answer
from habeas.answers import public
from habeas.answers.person_page import Described, Name, PersonPage
from habeas.answers.public import AskError
from habeas.claims.row_sentence import SEXES
from habeas.claims.wording import form, forms, joined

from . import copied_rows, custody_chart, people_counted, words
from .addresses import url
from .copies import Copies
from .page import address, not_here, page, reads
from .scripts import read_first, script_name, script_tag
from .spoken import language
from .tongue import digits, first_up, in_a_row, language_name, sentence, tell, tell_many, told

PAGE = 30
MOST_ABOUT, MOST_SAID, MOST_SCRIPTS, MOST_DOCUMENTS = 60, 12, 4, 30
NO_PERSON = form("There is nobody with this id here who may be shown.")
WORDS_IN = forms("{number} person has these words in a name", "{number} people have these words in a name")
ABSENT = form(
    "That a name is not found here does not mean that somebody is not held: try fewer letters, another spelling or "
    "another script."
)
NAME_NEAR = forms("{number} other has a name that is near", "{number} others have a name that is near")
BARE = ("called", "description", "occupation", "office", "role", "relation")  # their value says by itself what it is
UNTOLD = ("name", "residence", "address")  # names stand above; where somebody lives is nobody's business
NOBODY = {"problem": "", "told": "", "counted": None, "sections_of": (), "next": "", "first": ""}  # to be shown


@reads("text", "after", *people_counted.FILTERS)
def people(request: HttpRequest) -> HttpResponse:
    """Whoever public claims name: those of whom an act of custody is said, and those who speak or take part."""
    text, after, at = (request.GET.get(name, "").strip() for name in ("text", "after", "at"))
    seen = public.view(at)
    context: dict[str, Any] = {"asked": text, "at_asked": at} | NOBODY | people_counted.form(request, seen)
    if after and not context["filtered"]:
        public.must_be_id("after", after, "person")
    try:
        public.query({"text": text})
    except AskError as error:
        context |= {"problem": error.message, "title": tell("A name that cannot be looked for")}
        return page(request, "people.html", context, status=400)
    if context["filtered"]:
        context |= people_counted.found(request, text, seen)
        return page(request, "people.html", context, seen=seen, status=400 if context.get("problems") else 200)
    found = index.people(seen, text, PAGE, after)
    here = url("people")
    sections: list[tuple[str, str, Sequence[index.Person | index.Near]]] = [
        ("held", tell("Held, freed or arrested, as claims here say"), [one for one in found.people if one.acts]),
        ("speak", tell("Who speak or take part"), [one for one in found.people if not one.acts]),
        ("near", tell("Whose name is near, the nearest first"), found.near),
    ]
    finding = _found_people(found.count, len(found.near), text)
    context |= {
        "found": found,
        "title": _title(found.count, len(found.near), text),
        "told": _how_found(found.count, len(found.near)) if text else "",
        "shown_here": len(found.people),
        "count_here": found.count,
        "sections_of": [(name, title, _listed(some)) for name, title, some in sections if some],
        "next": address(here, text=text, after=found.next, at=at) if found.next else "",
        "first": address(here, text=text, at=at) if after else "",
        "json": address("/api/people", text=text, after=after, limit=PAGE, at=at),
        "copies": Copies(
            finding=f"{finding}: {text}" if found.near and not found.count else finding,
            tables={"people": lambda: found.as_json()["people"]}
            | ({"near": lambda: found.as_json().get("near", [])} if found.near else {}),
        ),
    }
    return page(request, "people.html", context, seen=seen)


def _title(count: int, near: int, text: str) -> str:
    """How many people are found, as short as a heading."""
    if not text or (near and not count):
        return _found_people(count, near, text)
    return tell_many("{number} person found", "{number} people found", count) if count else tell("Nobody is found")


def _listed(some: Iterable[index.Person | index.Near]) -> list[dict[str, Any]]:
    """People as a list has them: first a name that whoever reads can read; of near ones that which was found, too."""
    listed = []
    for one in some:
        who, by = (one.person, one.by) if isinstance(one, index.Near) else (one, "")
        name, *others = read_first([who.name, *who.others], language())
        listed.append({"id": who.id, "name": name, "others": others[:3], "by": by, "claims": _claims(who)})
    return listed


def _claims(who: index.Person) -> str:
    """How many claims are about somebody and how many they said, in a few words."""
    about = tell_many("{number} claim about", "{number} claims about", who.about)
    said = tell("{number} said", number=who.said)
    return in_a_row(one for one, many in ((about, who.about), (said, who.said)) if many)


def _how_found(count: int, near: int) -> str:
    """Of how many people a name has the words that were asked for, and of how many it is near; what that nobody is
    found does not mean.
    """
    found = [tell_many(*WORDS_IN, count) if count else tell("Nobody has these words in a name")]
    found += [tell_many(*NAME_NEAR, near)] if near else []
    said = f"{told(joined(form('{one}; {more}'), found))}."
    return said if count else f"{said} {tell(ABSENT)}"


def _found_people(count: int, near: int, text: str) -> str:
    """How many people are found, in a sentence without a full stop; those of a near name where nobody else is."""
    if near and not count:
        return tell_many("{number} person found by a near name", "{number} people found by a near name", near)
    if not count:
        return (
            tell("Nobody is named here whose name has “{text}” in it", text=text)
            if text
            else tell("Nobody is named here")
        )
    if not text:
        return tell_many("{number} person is named here", "{number} people are named here", count)
    return tell_many(
        "{number} person is named here whose name has “{text}” in it",
        "{number} people are named here whose name has “{text}” in it",
        count,
        text=text,
    )


@reads("as_of", "known_on")
def person(request: HttpRequest, person_id: str) -> HttpResponse:
    """One person: their names, where they stood last, what is said of them and by them, where the sources disagree."""
    at = request.GET.get("at", "")
    days = {name: _day(request, name) for name in ("as_of", "known_on")}
    found = answer.person(person_id, public.view(at), days["as_of"], days["known_on"])
    if found is None:
        return not_here(request, NO_PERSON)
    custody = custody_chart.drawn(found, found.bodies, f"?at={found.seen.at}" if at else "")
    claims, speaker = url("claims"), next((one.id for one in found.members if one.kind == "agent"), "")
    context = {
        "page": found,
        "kicker": _kicker(found),
        "name": _first(found),
        "scripts": [(one, _tongue(one)) for one in _scripts(found)],
        "description": _description(found.description),
        "custody": custody,
        "disputed": {each["id"] for two in found.apart for each in (two.one, two.other)},
        "documents": list(found.documents.values())[:MOST_DOCUMENTS],
        "about": found.about[:MOST_ABOUT],
        "said": found.said[:MOST_SAID],
        "json": address(f"/api/people/{found.id}", as_of=found.as_of, known_on=found.known_on, at=at),
        "all_about": address(claims, person=found.id, at=at),
        "all_said": address(claims, speaker=speaker, at=at) if speaker else "",
        "copies": Copies(
            finding=f"{found.name}: {_kicker(found)}" if _kicker(found) else found.name,
            asked={"as_of": found.as_of, "known_on": found.known_on},
            tables={
                "about": lambda: copied_rows.of_claims(one.said for one in found.about[:MOST_ABOUT]),
                "said": lambda: copied_rows.of_claims(one.said for one in found.said[:MOST_SAID]),
            },
            charts={"custody": custody.svg if custody else ""},
            figure=found.name,
            figure_words=_kicker(found),
            of=found.name,
        ),
    }
    return page(request, "person.html", context, seen=found.seen)


def _day(request: HttpRequest, name: str) -> date:
    """A day that an address names; today where it names none."""
    text = request.GET.get(name, "").strip()
    return public.day(text, name) if text else public.today()


def _kicker(found: PersonPage) -> str:
    """Where they stood last; nothing of somebody of whom no act is said that tells."""
    if found.standing is None:
        return ""
    when = words.between(*found.standing.last)
    return tell("{standing}, by the last that is said here: {when}", standing=sentence(found.standing.words), when=when)


def _scripts(found: PersonPage) -> list[Name]:
    """Their names in other scripts than that of the one above, one of each spelling."""
    first = script_tag(_first(found).name)
    others = {one.name: one for one in found.names if script_tag(one.name) != first}
    return list(others.values())[:MOST_SCRIPTS]


def _first(found: PersonPage) -> Name:
    """The name that stands above: the main one, or the first in the language or the script of whoever reads."""
    reader = language()
    in_language = [one for one in found.names if one.language == reader]
    first = read_first([one.name for one in (*in_language, *found.names)], reader)[0]
    return next(one for one in (*in_language, *found.names) if one.name == first)


def _tongue(name: Name) -> str:
    """The language of a name in words, or the script where the language is not said."""
    return (language_name(name.language) if name.language else "") or script_name(name.name)


def _description(said: Sequence[Described]) -> str:
    """What claims say that somebody is, in one line; of a birth the year alone. The values of one property by “or”."""
    values: dict[str, list[Described]] = {}
    for one in said:
        values.setdefault(one.property, []).append(one)
    each = [_told(name, some) for name, some in values.items() if name not in UNTOLD]
    return f"{first_up(in_a_row(each))}." if each else ""


def _told(name: str, some: Sequence[Described]) -> str:
    if name in {"birth", "born"}:
        return tell("born in {year}", year=_either(digits(one.value[:4]) for one in some))
    if name == "sex":
        return _either(told(SEXES.get(one.value.lower(), one.value)) for one in some)
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
