"""`habeas tally`: how many were held on a day, as known on another."""

from typing import TYPE_CHECKING, Annotated

import typer

from . import asked, show
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.tally import Tally

MOST = 50


def tally(
    as_of: Annotated[str, typer.Option(help="The day that is asked about (YYYY-MM-DD).")],
    known_on: Annotated[str | None, typer.Option(help="What was known by this day; today without it.")] = None,
    register: RegisterOption = HERE,
    at: asked.AtOption = None,
    json: JsonOption = False,
) -> None:
    """Count the people held on a day, as known on another: low, best and high, with rule, lens and claims.

    Low counts who was certainly in custody, high who possibly was; best takes the rule's convention.

    Example: `habeas tally --as-of 2025-02-15 --known-on 2025-02-20`
    """
    open_register(register)
    from habeas.answers import tally as answer
    from habeas.claims.vocabulary import Access

    known = asked.past_or_today(known_on, "--known-on")
    found = answer.tally(asked.past(as_of, "--as-of"), known, answer.view(at, Access.staff))
    if json:
        show.as_json(found.as_json())
    else:
        in_words(found)


def in_words(found: "Tally") -> None:
    """The figure as a person reads it: never without its days, rule, lens and entry."""
    count = found.count
    if found.note:
        show.line(found.note)
    else:
        show.line(
            f"{show.number(count.best)} held (at least {show.number(count.low)}, at most {show.number(count.high)})"
        )
        for person in found.listed[:MOST]:
            certain = "" if person.standing.certainly else " (possibly)"
            show.line(f"  {found.names.get(person.person, 'not named')}{certain}")
        if len(count.people) > MOST:
            show.line(f"  and {show.number(len(count.people) - MOST)} more")
    show.line(
        f"as of {found.as_of}, as known on {found.known_on}; rule: {found.rule.name} (version {found.rule.version}); "
        f"lens: every accepted claim; at {found.seen.at}; {show.counted(len(count.claims), 'claim')}"
    )
    if found.assumed:
        show.line(f"the day on which it was known is assumed: {show.counted(found.assumed, 'claim')}")
    if found.erased:
        show.line(f"erased since entry {found.seen.at}: {show.counted(found.erased, 'claim')}")
    if found.hidden:
        show.line(f"sealed or withdrawn since entry {found.seen.at}: {show.counted(found.hidden, 'claim')}")
