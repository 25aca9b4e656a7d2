"""`habeas arithmetic`: which published numbers must add up, and whether they do."""

from typing import TYPE_CHECKING, Annotated

import typer

from . import asked, show
from .counted_by import EVERY, LensOption, chosen, refusing
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.arithmetic import Arithmetic
    from habeas.bargain.check import Check


def arithmetic(
    known_on: Annotated[str | None, typer.Option(help="What was known by this day; today without it.")] = None,
    register: RegisterOption = HERE,
    lens: LensOption = EVERY,
    every: Annotated[bool, typer.Option("--all", help="Print those that hold, too.")] = False,
    at: asked.AtOption = None,
    json: JsonOption = False,
) -> None:
    """Test whether published numbers add up: those that fail come first, with the gap and what could explain it.

    Ever recognised less former prisoners are those held; held, and who came in, less who went out, are held later;
    parts are their whole; rounds are among those freed in a longer time. Nothing is mended.

    Examples:

    - `habeas arithmetic`

    - `habeas arithmetic --all --known-on 2025-01-31`
    """
    open_register(register)
    from habeas.answers import arithmetic as answer
    from habeas.answers import tally
    from habeas.claims.vocabulary import Access

    known, seen = asked.past_or_today(known_on, "--known-on"), tally.view(at, Access.staff)
    with refusing():
        found = answer.arithmetic(seen, known, chosen("", lens, seen)[1])
    if json:
        show.as_json(found.as_json())
    else:
        _in_words(found, every)


def _in_words(found: "Arithmetic", every: bool) -> None:
    from habeas.answers import door_words as words
    from habeas.bargain.check import Outcome

    shown = [one for one in found.checks if every or one.outcome is not Outcome.holds]
    if not found.checks:
        show.line("the record does not say: no published numbers that must add up were known by then")
    for one in shown:
        show.line(f"{words.outcome(one)}: {words.equation(one)} ({words.IDENTITIES[one.identity]})")
        _numbers(one, found)
        if one.left_out:
            show.line(f"  it comes out without {words.left_out(one.left_out)}")
        for why in one.explanations:
            show.line(f"  perhaps {words.EXPLANATIONS[why]}")
    told = ", ".join(
        f"{show.number(many)} {words.OUTCOMES[Outcome(outcome)]}" for outcome, many in found.outcomes.items()
    )
    lens = found.lens
    show.line(
        f"{show.counted(len(found.checks), 'check')}: {told}; as known on {found.known_on}; "
        f"lens: {lens.name} (version {lens.version}); at {found.seen.at}"
    )
    show.since(found.seen.at, found.gone.erased, found.gone.hidden)


def _numbers(one: "Check", found: "Arithmetic") -> None:
    for each in one.numbers:
        days = str(each.first) if each.first == each.last else f"{each.first} to {each.last}"
        show.line(f"  {show.number(each.printed)} {each.subject}, {days}, {found.names[each.body]} [{each.claim[:8]}]")
