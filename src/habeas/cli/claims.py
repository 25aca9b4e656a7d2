"""`habeas claims`: what is claimed, by whom, about whom, when."""

from typing import Annotated, Any

import typer

from . import show
from .opening import HERE, JsonOption, RegisterOption, open_register

MOST = 200


def claims(
    register: RegisterOption = HERE,
    subject: Annotated[str | None, typer.Option(help="A name, or a part of one, of somebody who takes part.")] = None,
    speaker: Annotated[str | None, typer.Option(help="A name of an agent anywhere in the chain of speakers.")] = None,
    kind: Annotated[str | None, typer.Option(help="A kind of attribution, such as anonymous or official.")] = None,
    topic: Annotated[str | None, typer.Option(help="A topic, such as tally or sanctions.")] = None,
    type_: Annotated[str | None, typer.Option("--type", help="A claim type, such as figure or denial.")] = None,
    modality: Annotated[str | None, typer.Option(help="A modality, such as asserted or hedged.")] = None,
    valid_from: Annotated[str | None, typer.Option(help="The first day it may speak of (YYYY-MM-DD).")] = None,
    valid_to: Annotated[str | None, typer.Option(help="The last day it may speak of.")] = None,
    known_from: Annotated[str | None, typer.Option(help="Known on this day or later.")] = None,
    known_on: Annotated[str | None, typer.Option(help="Known by this day.")] = None,
    document: Annotated[str | None, typer.Option(help="The document it was read in, by SHA-256 or id.")] = None,
    text: Annotated[str | None, typer.Option(help="Words, in any script, in the statement or the names.")] = None,
    claim: Annotated[list[str] | None, typer.Option(help="One claim by its id; may be given again.")] = None,
    at: Annotated[str | None, typer.Option(help="The log entry up to which the register is read: SEQ-HASH.")] = None,
    limit: Annotated[int, typer.Option(help="How many to print; 0 for all.")] = MOST,
    json: JsonOption = False,
) -> None:
    """Find claims. Every condition that is given must hold; without any, all claims are printed.

    Examples:

    - `habeas claims --topic tally --speaker Viasna`

    - `habeas claims --kind anonymous --json`

    - `habeas claims --text "Калеснікава" --known-on 2025-02-20`
    """
    open_register(register)
    from habeas.answers import claims as answer
    from habeas.answers import tally
    from habeas.claims.vocabulary import Access, AttributionKind, ClaimType, Modality, Topic
    from habeas.register import read
    from habeas.register.query import Query

    for words, value, option in (
        (AttributionKind, kind, "--kind"),
        (Topic, topic, "--topic"),
        (ClaimType, type_, "--type"),
        (Modality, modality, "--modality"),
    ):
        _one_of(words, value, option)
    query = Query(
        ids=tuple(read.whole_id(one) for one in claim or ()),
        document=document,
        subject=subject,
        speaker=speaker,
        kind=kind,
        topic=topic,
        type=type_,
        modality=modality,
        valid_from=_day(valid_from, "--valid-from"),
        valid_to=_day(valid_to, "--valid-to"),
        known_from=_day(known_from, "--known-from"),
        known_on=_day(known_on, "--known-on"),
        text=text,
    )
    found = answer.find(query, tally.view(at, Access.staff), limit or None)
    if json:
        show.as_json(found)
    else:
        _print(found)


def _print(found: dict[str, Any]) -> None:
    if not found["claims"]:
        show.line(f"no claim found; at {found['at']}")
        return
    rows = [(one["id"][:8], one["type"], _statement(one), speakers(one), _when(one)) for one in found["claims"]]
    show.table(("claim", "type", "what is claimed", "who says so", "when"), rows)
    shown = f", {len(rows)} shown" if len(rows) < found["count"] else ""
    show.line(f"{show.counted(found['count'], 'claim')}{shown}; at {found['at']}")


def speakers(claim: dict[str, Any]) -> str:
    """The chain of speakers in words: "A, as told to B"; outermost last."""
    return ", as told to ".join(link["agent"] for link in reversed(claim["attribution"]))


def _statement(claim: dict[str, Any]) -> str:
    return f"Denied: {claim['statement']}" if claim["polarity"] == "denied" else str(claim["statement"])


def _when(claim: dict[str, Any]) -> str:
    from habeas.claims.when import When

    return When.from_dict(claim["when"]).plain() if "when" in claim else ""


def _one_of(words: Any, value: str | None, option: str) -> None:
    if value is not None and value not in {word.value for word in words}:
        raise typer.BadParameter(f"{value!r} is not one of {', '.join(words)}", param_hint=option)


def _day(value: str | None, option: str) -> str | None:
    return day(value, option).isoformat() if value is not None else None


def day(value: str, option: str) -> Any:
    """A calendar day given on the command line."""
    from habeas.answers.public import calendar_day
    from habeas.claims.when import DateError

    try:
        return calendar_day(value)
    except ValueError as error:
        why = f"; {error}" if isinstance(error, DateError) else ""
        raise typer.BadParameter(f"{value!r} is not a day: write YYYY-MM-DD{why}", param_hint=option) from None
