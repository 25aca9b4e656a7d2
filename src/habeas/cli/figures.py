"""`habeas figures`: which numbers were published, of whom, for when, by whom, and on what they rest."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from habeas.answers import plain
from habeas.claims.vocabulary import Review

from . import asked, show
from .claim_table import speakers, statement, when
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.figures import Figures
    from habeas.answers.stated import Stated

BEFORE = {">": "more than ", ">=": "at least ", "<": "fewer than ", "<=": "at most ", "~": "about ", "=": ""}
HEAD = ("claim", "number", "of what and whom", "as of", "who says so", "rests on", "known")


def figures(
    register: RegisterOption = HERE,
    subject: Annotated[str | None, typer.Option(help="Words of what or whom the number is of.")] = None,
    speaker: asked.SpeakerOption = None,
    kind: asked.KindOption = None,
    sort: Annotated[str | None, typer.Option(help="A sort of number, such as stock, flow or price.")] = None,
    topic: asked.TopicOption = None,
    says: asked.SaysOption = None,
    valid_from: asked.ValidFromOption = None,
    valid_to: asked.ValidToOption = None,
    known_from: asked.KnownFromOption = None,
    known_on: asked.KnownOnOption = None,
    document: asked.DocumentOption = None,
    text: asked.TextOption = None,
    at: asked.AtOption = None,
    limit: asked.LimitOption = asked.MOST,
    json: JsonOption = False,
) -> None:
    """Find published figures, with who says each and on what it rests; those that cannot both be so are named.

    Examples:

    - `habeas figures --subject "people in custody" --valid-from 2025-02-10 --valid-to 2025-02-15`

    - `habeas figures --sort price --valid-from 2022-03-01 --valid-to 2022-03-31`
    """
    open_register(register)
    from habeas.answers import figures as answer
    from habeas.answers import tally
    from habeas.claims import vocabulary as of
    from habeas.register.parts import DETAILS
    from habeas.register.query import Query

    asked.one_of(of.AttributionKind, kind, "--kind")
    asked.one_of(of.FigureKind, sort, "--sort")
    asked.one_of(of.Topic, topic, "--topic")
    asked.one_of(sorted(DETAILS), says, "--says")
    valid = asked.span(valid_from, valid_to, "--valid")
    known = asked.span(known_from, known_on, "--known")
    query = Query(
        document=asked.an_id(document, "--document"),
        speaker=speaker,
        kind=kind,
        topic=topic,
        says=says,
        valid_from=valid[0],
        valid_to=valid[1],
        known_from=known[0],
        known_on=known[1],
        text=text,
    )
    found = answer.figures(query, tally.view(at, of.Access.staff), subject or "", sort, limit or None)
    if json:
        show.as_json(found.as_json())
    else:
        _print(found)


def _print(found: "Figures") -> None:
    if not found.figures:
        show.line(f"the record does not say: no published figure meets every condition; at {found.seen.at}")
        return
    show.table(HEAD, [_row(one, found) for one in found.figures], numbers=(1,))
    for line in _apart(found):
        show.line(line)
    shown = f", {show.number(len(found.figures))} shown" if len(found.figures) < found.count else ""
    show.line(f"{show.counted(found.count, 'published figure')}{shown}; at {found.seen.at}")


def _row(one: "Stated", found: "Figures") -> tuple[str, ...]:
    known = one.claim["known"]
    return (
        one.id[:8],
        _denied(one) + number(one),
        of_what(one.figure),
        when(one.claim),
        speakers(one.claim),
        "; ".join(_titled(source) for source in found.rests_on(one)),
        known["earliest"] + (" (assumed)" if known["basis"] == "assumed" else ""),
    )


def _denied(one: "Stated") -> str:
    denied = "denied: " if statement(one.claim).startswith("Denied: ") else ""
    return f"under second look: {denied}" if plain.review_of(one.claim) == Review.second_look else denied


def number(one: "Stated") -> str:
    """The number with what stands before it and, unless it counts people, its unit: more than 200, 12.5 percent."""
    from habeas.answers.stated import PERSONS

    figure = one.figure
    ends = dict.fromkeys(_digits(figure[end]) for end in ("low", "high") if end in figure)
    if not ends:
        return str(figure.get("printed", "no number"))
    unit = figure.get("unit", "")
    return f"{BEFORE[figure['comparator']]}{' to '.join(ends)}{'' if unit in PERSONS else ' ' + unit}".strip()


def _digits(printed: str) -> str:
    from decimal import Decimal

    return f"{Decimal(printed):,}"


def of_what(figure: dict[str, Any]) -> str:
    """What it is a number of: its subject, and its population."""
    return "; ".join(figure[key] for key in ("subject", "population") if key in figure)


def _titled(document: dict[str, Any]) -> str:
    """A source by its title or citation; else by its digits, with whoever published it."""
    by = f" ({document['publisher']})" if "publisher" in document else ""
    return str(document.get("title") or document.get("citation") or f"document {document['id'][:8]}{by}")


def _apart(found: "Figures") -> Iterable[str]:
    """A line for each pair of figures that cannot both be so; the distance only between two exact numbers."""
    told = dict[frozenset[str], str]()
    for one in found.figures:
        for other in found.apart.get(one.id, ()):
            here, there = one.exact, other.exact
            far = f", {abs(here - there):,} apart" if here is not None and there is not None else ""
            time = "day" if one.first == one.last else "time"
            line = f"{one.id[:8]} {number(one)} and {other.id[:8]} {number(other)}: two figures for one {time}{far}"
            told.setdefault(frozenset((one.id, other.id)), line)
    return told.values()
