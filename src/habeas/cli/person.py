"""`habeas person`: one person's page in words, or whoever is found by a name."""

import shlex
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from . import asked, show, whom
from .claim_table import print_claims, speakers, statement, when
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.person_page import Apart, PersonPage

MOST_SAID = 20


def person(
    name: Annotated[str, typer.Argument(metavar="NAME_OR_ID", help="A name or a part of one, or 8 digits of an id.")],
    as_of: Annotated[str | None, typer.Option(help="Where they stood on this day; today without it.")] = None,
    known_on: Annotated[str | None, typer.Option(help="What was known by this day; today without it.")] = None,
    register: RegisterOption = HERE,
    at: asked.AtOption = None,
    json: JsonOption = False,
) -> None:
    """Tell what is claimed of a person and by whom, what they said, and where the sources disagree.

    A name is found in any script and spelling. Where several people are found they are listed, with the digits by which
    each can be asked for; those whose name is only near the one that was asked for say by which of their names.

    Examples:

    - `habeas person "Maria Kolesnikova"`

    - `habeas person Kalesnikava --known-on 2025-02-20`
    """
    open_register(register)
    from habeas.answers import person as answer
    from habeas.answers import tally
    from habeas.claims.vocabulary import Access

    days = asked.past_or_today(as_of, "--as-of"), asked.past_or_today(known_on, "--known-on")
    seen = tally.view(at, Access.staff)
    meant = whom.meant(name, seen)
    page = answer.person(meant.one, seen, *days) if meant.one else None
    if json:
        show.as_json(page.as_json() if page else meant.found.as_json())
    elif page:
        if meant.by:
            show.line(f"{whom.nobody(name)}; found by the name “{meant.by}”\n")
        _print(page)
        if meant.others:
            show.line("\nothers of whom a name has these words:")
            whom.print_people(meant.others)
    elif meant.near:
        whom.print_near(meant.near)
        show.line(f"{whom.nobody(name)}; {show.counted(len(meant.near), 'name is', 'names are')} near; at {seen.at}")
    elif meant.found.people:
        whom.print_people(meant.found.people)
        show.line(f"{show.counted(meant.found.count, 'person', 'people')} found; at {seen.at}")
    else:
        show.line(f"the record does not say: {whom.nobody(name)}; at {seen.at}")


def _print(page: "PersonPage") -> None:
    show.line(f"{page.name} ({page.id[:8]})")
    for line in (*_described(page), *_stood(page)):
        show.line(line)
    _about(page)
    _said(page)
    if page.apart:
        show.line("\nwhere the sources disagree:")
        for pair in page.apart:
            for line in _disagreeing(pair):
                show.line(line)
    show.line(f"\nas of {page.as_of}, as known on {page.known_on}; at {page.seen.at}")


def _described(page: "PersonPage") -> Iterable[str]:
    others = [other for other in dict.fromkeys(name.name for name in page.names) if other != page.name]
    if others:
        yield f"also written: {'; '.join(others)}"
    for parted in page.parted:
        yield f"until {parted.day} held to be one with {parted.name} ({parted.id[:8]}); that was taken back"
    for one in page.description:
        day = f", {one.day}" if one.day else ""
        yield f"{one.property.replace('_', ' ')}: {one.value}{day} ({', '.join(claim[:8] for claim in one.claims)})"


def _stood(page: "PersonPage") -> Iterable[str]:
    if page.standing:
        yield f"{page.standing.words}, by the last that is said here: {show.between(*page.standing.last)}"


def _about(page: "PersonPage") -> None:
    if not page.about:
        show.line(f"\nthe record does not say: no claim is about {page.name}")
        return
    show.line(f"\nwhat is said of them: {show.counted(page.about_count, 'claim')}")
    print_claims([one.said for one in page.about])
    _more(page.about_count - len(page.about), "--person", page.id[:8], page)


def _said(page: "PersonPage") -> None:
    if page.said:
        some = page.said[:MOST_SAID]
        show.line(f"\nwhat they said: {show.counted(page.said_count, 'claim')}")
        print_claims([one.said for one in some])
        speaker = next((one.id for one in page.members if one.kind == "agent"), page.name)
        _more(page.said_count - len(some), "--speaker", speaker, page)


def _more(left: int, option: str, value: str, page: "PersonPage") -> None:
    if left > 0:
        command = shlex.join(["habeas", "claims", option, value, "--known-on", str(page.known_on), "--limit", "0"])
        show.line(f"and {show.number(left)} more: {command}")


def _disagreeing(pair: "Apart") -> Iterable[str]:
    if pair.over:
        yield f"about the {pair.over.replace('_', ' ')}:"
    for claim in (pair.one, pair.other):
        day = f", {when(claim)}" if when(claim) else ""
        yield f"  {claim['id'][:8]} {statement(claim)} ({speakers(claim)}{day})"
