"""By what a count can be divided: the custody state of a stock, the properties that claims say of anybody, or several.

Several are written with commas between them: `sex,region`. Of people who are counted and not named the place of their
act stands for the region, as it does for coverage; nothing else is said of them.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from habeas.claims.wording import in_a_row, say
from habeas.register import counting
from habeas.register.read import View
from habeas.tally.breakdown import Cell
from habeas.tally.rule import Rule

from .accounts import Accounts, accounts, known_by
from .public import AskError

Json = dict[str, Any]
STATE, REGION = "state", "region"
MOST = 3  # properties by which one count is divided at once
NOT_OFFERED = frozenset({"name", "address", "residence", "birth", "born"})  # each of these tells one person from all


def divisions(rule: Rule, seen: View) -> list[str]:
    """Every division that a rule's count can be asked for."""
    every = accounts(seen)
    if rule.quantity == "stock":
        return [STATE, *sorted(every.read.properties)]
    return sorted({*every.read.properties, *([REGION] if _places(every) else [])})


def offered(rule: Rule, seen: View) -> list[str]:
    """Those that a form offers: not by what is nobody's business, or would make a line of each person."""
    return [one for one in divisions(rule, seen) if one not in NOT_OFFERED]


def parts(by: str) -> tuple[str, ...]:
    """Each by which is divided, of what is written with commas between; none where nothing is written."""
    return tuple(by.split(",")) if by else ()


def must_divide(by: str, rule: Rule, seen: View) -> None:
    """AskError where nothing is known by which to divide, where it does not divide this rule, or is too much."""
    if STATE in parts(by) and rule.quantity != "stock":
        raise AskError("by", say("who came and went is not divided by state: leave it out"))
    if len(parts(by)) > MOST or len(set(parts(by))) < len(parts(by)):
        why = say(
            "“{said}” divides by too much: write at most {most}, each once, as in sex,region", said=by[:60], most=MOST
        )
        raise AskError("by", why)
    known = divisions(rule, seen) if by else []
    for one in parts(by):
        if one not in known:
            told = say("write one of {known}", known=in_a_row(map(say, known))) if known else say("leave it out")
            raise AskError("by", say("no claim here says the “{said}” of anybody: {told}", said=one[:40], told=told))


def said_of_acts(every: Accounts, by: str, known_on: date) -> dict[str, dict[str, str]]:
    """By claim of a group's act, as it was known on a day, what it says of those by which is divided: their region."""
    if REGION not in parts(by):
        return {}
    where, day = _places(every), known_on.isoformat()
    rows = (row for row in every.read.acts_of_groups if row.seq in where and known_by(row, day))
    return {row.claim: {REGION: where[row.seq]} for row in rows}


def cell_as_json(one: Cell, by: str) -> Json:
    """A cell in the documented shape: the one `value`, or of several divisions `values` by name; unsaid left out."""
    said = {name: value for name, value in zip(parts(by), one.values, strict=True) if value is not None}
    one_alone = {"value": said[by]} if by in said else {}
    told: Json = {"values": said} if len(parts(by)) > 1 else one_alone
    return told | {"low": one.low, "best": one.best, "high": one.high}


def in_words(values: Iterable[str | None]) -> str:
    """The values of a cell as one text."""
    return ", ".join("not said" if one is None else one for one in values)


def _places(every: Accounts) -> dict[int, str]:
    """By entry of a group's act, where it was done."""
    return every.kept("places of groups", lambda: counting.places([row.seq for row in every.read.acts_of_groups]))
