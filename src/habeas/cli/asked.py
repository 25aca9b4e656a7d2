"""The conditions that several commands take: how each is written, and what is told of one that cannot be read."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Annotated

import typer

SpeakerOption = Annotated[str | None, typer.Option(help="A name of an agent anywhere in the chain of speakers.")]
KindOption = Annotated[str | None, typer.Option(help="A kind of attribution, such as anonymous or official.")]
TopicOption = Annotated[str | None, typer.Option(help="A topic, such as tally or sanctions.")]
SaysOption = Annotated[
    str | None, typer.Option(metavar="KEY", help="A key that is told, such as ground, basis or printed.")
]
ValidFromOption = Annotated[str | None, typer.Option(help="The first day it may speak of (YYYY-MM-DD).")]
ValidToOption = Annotated[str | None, typer.Option(help="The last day it may speak of.")]
KnownFromOption = Annotated[str | None, typer.Option(help="Known on this day or later.")]
KnownOnOption = Annotated[str | None, typer.Option(help="Known by this day.")]
DocumentOption = Annotated[str | None, typer.Option(help="The document it was read in, by SHA-256 or id.")]
TextOption = Annotated[str | None, typer.Option(help="Words, in any script, in the statement or the names.")]
AtOption = Annotated[str | None, typer.Option(help="The log entry up to which the register is read: SEQ-HASH.")]
AfterOption = Annotated[
    int, typer.Option(min=0, metavar="PLACE", help="With --json: `next` of the answer before, to go on.")
]
LimitOption = Annotated[int, typer.Option(min=0, help="How many to print; 0 for all.")]
MOST = 200


def one_of(words: Iterable[str], value: str | None, option: str) -> None:
    """Refuse a value that is none of the words, with all of them."""
    known = [str(word) for word in words]
    if value is not None and value not in known:
        raise typer.BadParameter(f"{value!r} is not one of {', '.join(known)}", param_hint=option)


def day(value: str, option: str) -> date:
    """A calendar day given on the command line."""
    from habeas.answers.public import calendar_day
    from habeas.claims.when import DateError

    try:
        return calendar_day(value)
    except ValueError as error:
        why = f"; {error}" if isinstance(error, DateError) else ""
        raise typer.BadParameter(f"{value!r} is not a day: write YYYY-MM-DD{why}", param_hint=option) from None


def iso_day(value: str | None, option: str) -> str | None:
    """A calendar day as YYYY-MM-DD, or None where none is given."""
    return day(value, option).isoformat() if value is not None else None


def span(first: str | None, last: str | None, options: str) -> tuple[str | None, str | None]:
    """Two days as YYYY-MM-DD, the first not after the last; `options` is what both begin with, such as --valid."""
    found = (
        iso_day(first, f"{options}-from"),
        iso_day(last, f"{options}-to" if options == "--valid" else f"{options}-on"),
    )
    if found[0] and found[1] and found[0] > found[1]:
        raise typer.BadParameter(f"{found[0]} lies after {found[1]}: no day is meant", param_hint=f"{options}-from")
    return found


def an_id(value: str | None, option: str) -> str | None:
    """The id of a document as it stands, 32 or 64 hex digits."""
    if value is not None and not re.fullmatch(r"[0-9a-f]{32}|[0-9a-f]{64}", value):
        raise typer.BadParameter(f"{value!r} is not an id: it has 32 or 64 hex digits", param_hint=option)
    return value


def past(value: str, option: str) -> date:
    """A day that has come, somewhere on earth."""
    found, today = day(value, option), datetime.now(UTC).date()
    if found > today + timedelta(days=1):
        raise typer.BadParameter(f"{value} is still to come: ask about a day up to {today}", param_hint=option)
    return found


def past_or_today(value: str | None, option: str) -> date:
    """A day that has come; today where none is given."""
    return past(value, option) if value is not None else datetime.now(UTC).date()
