"""`habeas door`: who came in and who went out over a window, by whose count, and what the numbers decide."""

from typing import TYPE_CHECKING, Annotated

import typer

from . import asked, show
from .counted_by import EVERY, LensOption, chosen, refusing
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.door import DoorAnswer
    from habeas.bargain.door import Window


def door(
    first: Annotated[
        str | None, typer.Option("--from", help="The first day; the day of a number held counts as its end.")
    ] = None,
    last: Annotated[str | None, typer.Option("--to", help="The last day.")] = None,
    known_on: Annotated[str | None, typer.Option(help="What was known by this day; today without it.")] = None,
    register: RegisterOption = HERE,
    keeper: Annotated[str, typer.Option(help="Whose numbers lead, by name; whoever published most without it.")] = "",
    lens: LensOption = EVERY,
    by_known: Annotated[
        bool, typer.Option("--by-known", help="Count who is named here by the day on which it was learned.")
    ] = False,
    at: asked.AtOption = None,
    json: JsonOption = False,
) -> None:
    """Tell the revolving door: who was detained, recognised, pardoned and freed in a window, and what it comes to.

    Numbers of one keeper are solved together (held before, and who came in, less who went out, are held after), and
    never merged with those of another. A dash means that the keeper published no such number; it does not mean none.
    Without days it is the last year between two numbers of one keeper.

    Examples:

    - `habeas door --from 2024-07-31 --to 2025-01-31`

    - `habeas door --from 2025-01-01 --to 2025-12-01 --keeper Dissidentby`
    """
    open_register(register)
    from habeas.answers import door as answer
    from habeas.answers import tally
    from habeas.answers.door_window import window_asked
    from habeas.claims.vocabulary import Access

    known, seen = asked.past_or_today(known_on, "--known-on"), tally.view(at, Access.staff)
    given = asked.past(first, "--from") if first else None, asked.past(last, "--to") if last else None
    with refusing():
        _, through = chosen("", lens, seen)
        days = window_asked(seen, known, through, *given)
        found = answer.door(answer.Asked(*days, known, through, keeper, by_known), seen)
    if json:
        show.as_json(found.as_json())
    else:
        _in_words(found)


def _in_words(found: "DoorAnswer") -> None:
    from habeas.answers import door_words as words

    lead = found.leading
    if lead is None:
        show.line("the record does not say: nobody published a number of who came or went in these days")
    else:
        if said := words.finding(found):
            show.line(said)
        _stocks(found, lead)
        for one in found.questions:
            show.line(f"{words.QUESTIONS[one.name][0]} {words.answered(one, found)}")
        if found.came_for_went:
            show.line(f"came in for each who went out: {_ratio(found.came_for_went, 'came in', 'went out')}")
        if found.recognised_for_pardoned:
            of = _ratio(found.recognised_for_pardoned, "recognised", "pardoned")
            show.line(f"recognised for each person pardoned: {of}")
        if besides := words.freed_besides(found):
            show.line(besides)
        if lead.impossible:
            show.line(
                f"these numbers cannot all be so: {', '.join(sorted(lead.impossible))}; nothing follows from them"
            )
    _keepers(found)
    _here(found)
    asked_, lens = found.asked, found.asked.lens
    refused = (
        f"; {show.counted(len(found.published.refused), 'number')} not admitted" if found.published.refused else ""
    )
    show.line(
        f"from {asked_.first} to {asked_.last}, as known on {asked_.known_on}; "
        f"lens: {lens.name} (version {lens.version}); at {found.seen.at}{refused}"
    )
    show.since(found.seen.at, found.gone.erased, found.gone.hidden)


def _ratio(one: object, above: str, below: str) -> str:
    from habeas.answers import door_words as words
    from habeas.bargain.door import Ratio

    return f"{one.value:.1f} ({words.ratio(one, above, below)})" if isinstance(one, Ratio) else ""


def _stocks(found: "DoorAnswer", lead: "Window") -> None:
    from habeas.bargain.door import AFTER, BEFORE, EVER_AFTER, EVER_BEFORE

    for what, ends in (("held", (BEFORE, AFTER)), ("ever recognised", (EVER_BEFORE, EVER_AFTER))):
        said = [f"{one.printed:,} on {one.last}" for end in ends if (one := lead.stock(end))]
        if said:
            show.line(f"{what}, by {found.name(lead.body)}: {', '.join(said)}")


def _keepers(found: "DoorAnswer") -> None:
    from habeas.answers import door_words as words
    from habeas.answers.door_cells import cells

    every = ((found.leading,) if found.leading else ()) + found.others
    lines = [(one, cells(one)) for one in every]
    rows = [row for row in words.ROWS if any(row in some for _, some in lines)]
    if rows:
        head = ("keeper", "from", "to", *(words.ROWS[row] for row in rows))
        table = [
            (found.name(one.body), str(one.first), str(one.last), *(words.of_cell(some.get(row)) for row in rows))
            for one, some in lines
        ]
        show.table(head, table, numbers=range(3, 3 + len(rows)))
        show.line("a dash: the keeper published no such number, which does not mean none")


def _here(found: "DoorAnswer") -> None:
    from habeas.answers import door_words as words

    here = found.here
    if not here.people:
        show.line("nobody is named here")
        return
    by = "by the day on which it was learned" if here.by_known else "by the day of the event"
    show.line(f"of the {show.counted(here.people, 'person', 'people')} named here, {by}:")
    ends = (("held before", here.before), ("came in", here.came), ("went out", here.went), ("held after", here.after))
    rows = [(name, bounds) for name, bounds in ends]
    rows += [(words.ROWS[row], bounds) for row, bounds in here.rows.items()]
    show.table(("", "low", "best", "high"), [(name, *map(show.number, bounds)) for name, bounds in rows], (1, 2, 3))
