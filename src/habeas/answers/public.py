"""What a stranger may ask: the ceiling of the pages and the API, and how what stands in an address is read.

Both doors ask through here, so that neither sees more than the other or reads a day differently. Whatever cannot be
read is refused by an AskError that says what to write instead.
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any

from habeas.claims.edtf import MONTHS
from habeas.claims.vocabulary import Access, AttributionKind, ClaimType, LinkKind, Modality, Polarity, Review, Topic
from habeas.claims.when import DateError, parse_edtf
from habeas.claims.wording import say
from habeas.register import folder, read, session, write
from habeas.register.chain import HeadError
from habeas.register.parts import DETAILS
from habeas.register.query import Query
from habeas.register.read import View

from . import person
from .kept import Kept, state

_TOTALS: Kept[dict[str, int]] = Kept(4)
CEILING = Access.public
MOST_LETTERS, MOST_WORDS, MOST_IDS = 200, 12, 100

WORDS: Mapping[str, type[StrEnum]] = {
    "kind": AttributionKind,
    "topic": Topic,
    "type": ClaimType,
    "modality": Modality,
    "polarity": Polarity,
    "review": Review,
    "linked": LinkKind,
}
CALLED = {"linked": "kind of link"}
SAYS = sorted(DETAILS)
ALONE = {"yes": True, "no": False}
DAYS = ("valid_from", "valid_to", "known_from", "known_on")
TEXTS = ("subject", "role", "speaker", "text", "document")
FILTERS = (*TEXTS, *WORDS, "says", "alone", "cites", "person", *DAYS)

_ID = re.compile(r"[0-9a-f]{32}")
_DOCUMENT = re.compile(r"[0-9a-f]{32}|[0-9a-f]{64}")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2}) (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>[0-9]{4})")
_MONTH_FIRST = re.compile(r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>[0-9]{1,2}),? (?P<year>[0-9]{4})")


class AskError(Exception):
    """A value in an address that cannot be read: of which parameter, and what to do."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter
        self.message = message


def view(at: str | None = None, parameter: str = "at") -> View:
    """The register as a stranger sees it, at a citation SEQ-HASH or at the head; AskError for another register's."""
    try:
        if at and len(at.partition("-")[0]) > 15:
            raise HeadError(f"{at[:24]}… is not an entry of this register: no log is so long")
        return read.view(at or None, CEILING)
    except HeadError as error:
        why = {"error": error, "parameter": parameter}
        if parameter == "at":
            said = say("{error}; leave `{parameter}` out to read the register as it stands now", **why)
        else:
            said = say("{error}; leave `{parameter}` out to read both at one entry", **why)
        raise AskError(parameter, said) from error


def snapshot() -> AbstractContextManager[object]:
    """A read transaction for a whole page or answer, so that all its parts are of one state."""
    return read.snapshot()


def settings() -> tuple[tuple[str, str], ...]:
    """Everything that the settings of the register say: pages that speak of it change with them."""
    return tuple(_told().items())


def register_name() -> str:
    """What the register is called on its pages."""
    return _told()["name"]


def invented() -> str:
    """What every page and answer says of a register of invented people; empty of a register of real ones."""
    return folder.said_of_invented(_told())


def _told() -> dict[str, str]:
    """What the settings say, read once for a page."""
    return session.once(session.connection(), _settings)


def _settings(_: object) -> dict[str, str]:
    return folder.read(write.register_folder())


def today() -> date:
    """The day it is, in UTC, as every day in the log."""
    return datetime.now(UTC).date()


def day(text: str, parameter: str, *, past: bool = True) -> date:
    """A day written as 2025-02-15 or 15 February 2025; refused where it is none, or, if `past`, where it is to come."""
    said = " ".join(text.split())
    try:
        found = _written(said)
    except ValueError as error:
        why = say("“{said}” is not a day: write it as 2025-02-15 or 15 February 2025", said=said[:40])
        if isinstance(error, DateError):
            why = say("{said}; {why}", said=why, why=error)
        raise AskError(parameter, why) from None
    if past and found > today() + timedelta(days=1):  # somewhere it is tomorrow already
        why = say("{day} is still to come: ask about a day up to {last}", day=str(found), last=str(today()))
        raise AskError(parameter, why)
    return found


def query(values: Mapping[str, str], ids: Sequence[str] = ()) -> Query:
    """The conditions on claims that an address holds, by the names in FILTERS; an empty value asks nothing.

    A person is the one id that is written: `about_whom` has the query look for whoever else is that person.
    """
    if len(ids) > MOST_IDS:
        raise AskError("claim", say("{many} claims are named: name at most {most}", many=str(len(ids)), most=MOST_IDS))
    for one in ids:
        must_be_id("claim", one, "claim")
    asked: dict[str, Any] = {name: values[name].strip() for name in FILTERS if values.get(name, "").strip()}
    for name in TEXTS:
        must_be_short(name, asked.get(name, ""))
    for name, words in WORDS.items():
        if name in asked and asked[name] not in set(words):
            what = CALLED.get(name, name)
            told = {"said": asked[name][:40], "what": say(what), "known": ", ".join(words)}
            raise AskError(name, say("“{said}” is not a {what}: write one of {known}", **told))
    for name in DAYS:
        if name in asked:
            asked[name] = day(asked[name], name, past=name.startswith("known")).isoformat()
    for first, last in (("valid_from", "valid_to"), ("known_from", "known_on")):
        if asked.get(first, "") > asked.get(last, "9999"):
            why = say("{first} lies after {last}: no day is meant", first=asked[first], last=asked[last])
            raise AskError(first, why)
    return Query(ids=tuple(ids), **asked | _others(asked))


def about_whom(query: Query, seen: View) -> Query:
    """The same query; where it asks for a person, for every record and agent who is that person at the view."""
    found = [member.id for one in query.person for member in person.members_of(one, seen)]
    return replace(query, person=tuple(found)) if found else query


def divided_by(text: str) -> str:
    """What a count is divided by: `state`, a property such as `sex`, in small letters, or several, with commas."""
    said = ",".join(part.strip() for part in text.split(","))
    if not re.fullmatch(r"[a-z_]{1,40}(,[a-z_]{1,40})*", said):
        why = say("“{said}” is nothing to divide a count by: write state, or a property such as sex", said=text[:40])
        raise AskError("by", why)
    return said


def yes_or_no(text: str, parameter: str) -> bool:
    """Whether `yes` is written; AskError for anything but yes or no."""
    if text not in ALONE:
        raise AskError(parameter, _neither(text))
    return ALONE[text]


def must_be_short(parameter: str, text: str) -> None:
    """AskError for a text that is too long to look for, or has a character that no text of the record can have."""
    if "\0" in text:
        raise AskError(parameter, say("there is a character in this (NUL) that no text has: take it out"))
    if len(text) > MOST_LETTERS or len(text.split()) > MOST_WORDS:
        raise AskError(parameter, say("this is too long to look for: write at most {most} words", most=MOST_WORDS))


def must_be_id(parameter: str, text: str, what: str) -> None:
    """AskError for what is not the id of a claim or of a person."""
    if not _ID.fullmatch(text):
        why = say("“{said}” is not the id of a {what}: it has 32 hex digits", said=text[:40], what=say(what))
        raise AskError(parameter, why)


def _neither(text: str) -> str:
    known = ", ".join(ALONE)
    return say("“{said}” is neither yes nor no: write one of {known}", said=text[:40], known=known)


def _others(asked: Mapping[str, str]) -> dict[str, Any]:
    """The conditions that are neither a text nor a day, nor one of the words of the vocabulary."""
    says, alone, cites = (asked.get(name, "") for name in ("says", "alone", "cites"))
    if says and says not in DETAILS:
        told = {"said": says[:40], "known": ", ".join(SAYS)}
        raise AskError("says", say("“{said}” is nothing that a claim says by name: write one of {known}", **told))
    if alone and alone not in ALONE:
        raise AskError("alone", _neither(alone))
    if cites and not _DOCUMENT.fullmatch(cites):
        why = say("“{said}” is not the id of a document: it has 32 or 64 hex digits", said=cites[:40])
        raise AskError("cites", why)
    found: dict[str, Any] = {"alone": ALONE[alone]} if alone else {}
    if "person" in asked:
        must_be_id("person", asked["person"], "person")
        found["person"] = (asked["person"],)
    return found


def _written(said: str) -> date:
    """The day that is written; raises ValueError where none is, and DateError where the calendar has no such day."""
    if _ISO.fullmatch(said):
        return calendar_day(said)
    match = _DAY_FIRST.fullmatch(said) or _MONTH_FIRST.fullmatch(said)
    if match is None:
        raise ValueError(said)
    months = [number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(match["month"].lower())]
    if not months:
        raise ValueError(said)
    return calendar_day(f"{match['year']}-{months[0]:02}-{int(match['day']):02}")


def calendar_day(iso: str) -> date:
    """The day YYYY-MM-DD; raises DateError, which says why, if the calendar has none, ValueError for another form."""
    try:
        return date.fromisoformat(iso if _ISO.fullmatch(iso) else "")
    except ValueError:
        if not _ISO.fullmatch(iso):
            raise
    try:
        parse_edtf(iso)
    except DateError as error:
        raise DateError(str(error).removeprefix(f"{iso}: ").partition(": if ")[0]) from None
    raise ValueError(iso)


def whole(text: str, parameter: str) -> int:
    """A number of an entry, for going on after it; 0 where none is written."""
    if not text.strip():
        return 0
    if not re.fullmatch(r"[0-9]{1,15}", text.strip()):
        why = say("“{said}” is not the number of an entry: write digits, or leave it out", said=text[:40])
        raise AskError(parameter, why)
    return int(text)


def totals(seen: View) -> dict[str, int]:
    """How much of everything may be seen."""
    with read.snapshot():
        return _TOTALS.get(state(), seen, lambda: read.totals(seen))
