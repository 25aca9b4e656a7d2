"""What changed, in words: the finding, the steps that add up, and the names with what is told of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.answers import told
from habeas.answers.between import Month
from habeas.answers.changes import Change, Changes, Figure
from habeas.answers.reasons import Reason
from habeas.answers.told import Share
from habeas.claims.wording import form
from habeas.tally.rule import HELD

from . import words
from .addresses import url
from .change_finding import over
from .known_days import known_words
from .page import address
from .tongue import tell
from .tongue import told as told_words

MOST_CLAIMS = 3
HEADS = {
    Reason.new_event: form("New events"),
    Reason.late_report: form("Late reports"),
    Reason.correction: form("Corrections"),
    Reason.coverage: form("Coverage"),
    Reason.identity: form("Who is who"),
    Reason.no_sign: form("No sign any more"),
}
STEPS = {
    Reason.late_report: form("late reports of earlier events"),
    Reason.correction: form("corrections"),
    Reason.coverage: form("wider coverage"),
    Reason.identity: form("names judged to be one person, or several"),
    Reason.no_sign: form("of whom there is no sign any more"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One of the large figures that add up: its sign and number, which way it goes, and what it is."""

    number: str
    way: str
    what: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a claim says of somebody, where it opens, and who says so, known since when."""

    page: str
    what: str
    known: str


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody who counts otherwise: their page, their name, which way, what was judged, and what is claimed.

    People who are counted and not named have no page.
    """

    page: str
    name: str
    way: str
    moved: str
    judged: str
    said: Sequence[Said]
    rest: str
    more: int


@dataclass(frozen=True, slots=True)
class Taken:
    """What a keeper declared to take in: by how much, whose it is and since when, and what it covers in full."""

    by: str
    whose: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Column:
    """The names of one reason: the first of them, how many there are more, and where all are.

    `taken`: what keepers declared to take in, where that is the reason; `recorded`: what was recorded since, in words.
    """

    reason: str
    head: str
    by: str
    split: str
    names: Sequence[Name]
    more: str
    rest: str
    taken: Sequence[Taken]
    recorded: str


def steps(found: Changes) -> list[Step]:
    """From the earlier figure to the later one."""
    made = [Step(words.number(found.before.best), "", _of_day(found.earlier, found))]
    made += revised(found)
    return [*made, Step(f"= {words.number(found.now.best)}", "sum", _of_day(found.later, found))]


def of_a_month(found: Month) -> list[Step]:
    """The same of a month; where those who make the difference are many, what was learned and what happened alone."""
    if found.changes:
        return steps(found.changes)
    learned, happened = found.revised.best - found.before.best, found.now.best - found.revised.best
    return [
        Step(words.number(found.before.best), "", _of_day(found.earlier, found)),
        Step(signed(learned), way(learned), tell("learned since of {day}", day=found.earlier.as_of)),
        Step(signed(happened), way(happened), tell("who came, less who left, since {day}", day=found.earlier.as_of)),
        Step(f"= {words.number(found.now.best)}", "sum", _of_day(found.later, found)),
    ]


def revised(found: Changes) -> list[Step]:
    """By how much each reason changes the figure."""
    happened = tell("new events since {day}", day=found.earlier.as_of)
    if found.rule.quantity != "stock":
        happened = tell("what happened in the later days, less that of the earlier")
    return [
        Step(signed(one.by), way(one.by), _coverage(one) or tell(STEPS.get(one.reason, "")) or happened)
        for one in told.shares(found)
    ]


def _coverage(share: Share) -> str:
    """What was taken in where the register recorded it since; nothing for another reason."""
    if share.recorded is None:
        return ""
    if share.declared:
        return tell("wider coverage, and recorded since, and known before")
    return tell("recorded since, and known before")


def signed(by: int) -> str:
    """A difference in large figures: + 5, − 8."""
    return f"{'+' if by > 0 else words.MINUS} {words.number(abs(by))}" if by else "\u00b1 0"


def columns(found: Changes, most: int, rest: str, at: str) -> list[Column]:
    """By reason the first of its names; `rest` is the address of all, to which the reason is added; none if empty."""
    return [_column(found, one, most, rest, at) for one in told.shares(found)]


def first(found: Changes, most: int) -> list[Change]:
    """Those who stand in the columns: of each reason so many who came, who went, and of whom a bound changed."""
    return [change for one in told.shares(found) for change in one.first(most)]


def names(found: Changes, share: Share, after: int, most: int, at: str) -> list[Name]:
    """The names of one reason that stand after so many others."""
    return list(_names(found, share.every[after : after + most], at))


def split(share: Share) -> str:
    """How many came in, how many went out, and of how many only a bound changed."""
    return ", ".join(told_words(one) for one in told.split(share))


def _column(found: Changes, one: Share, most: int, rest: str, at: str) -> Column:
    some = one.first(most)
    came, went = one.came[most:], one.went[most:]
    left = [tell("{number} more in", number=len(came)) if came else ""]
    left += [tell("{number} more out", number=len(went)) if went else ""]
    if one.reason is Reason.identity:
        left = [tell("{number} more", number=len(came) + len(went)) if came or went else ""]
    bounds = len(one.bounds[most:])
    left += [tell("{number} in how certain it is", number=bounds) if bounds else ""]
    more = ", ".join(filter(None, left))
    here = f"{rest}{'&' if '?' in rest else '?'}reason={one.reason.value}" if rest else ""
    names = list(_names(found, some, at))
    known = taken(one), recorded(found, one)
    return Column(one.reason.value, tell(HEADS[one.reason]), _short(one.by), split(one), names, more, here, *known)


def recorded(found: Changes, share: Share) -> str:
    """By how much what the register recorded since of what was known before changes the figure; else nothing.

    Of who is who, how often those are counted who make the difference.
    """
    if share.reason is Reason.identity:
        return f"{split(share)}."
    if share.recorded is None:
        return ""
    return tell(
        "{by} recorded here since log entry {entry}, and known before.",
        by=_short(share.recorded),
        entry=str(found.earlier.seen.at),
    )


def taken(share: Share) -> list[Taken]:
    """What keepers declared to take in, as far as that is the reason."""
    return [
        Taken(
            _short(by),
            tell(
                "{keeper}, known since {day}",
                keeper=one.keeper or tell("a keeper who is not named here"),
                day=one.coverage.known,
            ),
            one.coverage.sentence,
        )
        for one, by in share.declared
    ]


def _short(by: int) -> str:
    return signed(by).replace(" ", "")


def _names(found: Changes, some: Sequence[Change], at: str) -> Iterator[Name]:
    for one in told.opened(found, some, MOST_CLAIMS):
        gone = bool(one.told) and all(each.gone for each in one.told)
        seen_at = str(found.earlier.seen.at) if gone else at
        person = "" if one.change.group else address(f"{url('people')}/{one.change.person}", at=seen_at)
        claims = address(url("claims"), person=one.change.person, type="act", at=seen_at)
        said = [_said(each, str(found.earlier.seen.at) if each.gone else at) for each in one.told]
        moved = way(one.change.by.best), told_words(told.moved(one.change)), _judged(one.change)
        yield Name(person, one.change.name, *moved, said, claims, one.more)


def _said(one: told.Told, at: str) -> Said:
    what = f"{told_words(one.what)} {told_words(one.when)}".strip()
    known = [told_words(one.who), tell("learned {day}", day=known_words(one.claim["known"]))]
    if one.ended and one.replaced:
        known.append(tell("changed by its source {day}", day=one.ended))
    elif one.ended:
        known.append(tell("taken back by its source {day}", day=one.ended))
    known += [tell("taken out of the register since")] if one.gone else []
    known += [tell("under second look")] if one.doubted else []
    return Said(address(url("claim", one.claim["id"]), at=at), what, ", ".join(filter(None, known)))


def _judged(one: Change) -> str:
    """What was judged of who somebody is, and the judgements that say so."""
    by = one.why.identity.judgements if one.why.identity else ()
    named = ", ".join(
        tell("judgement {key}, {day}", key=each.id[:8], day=date.fromisoformat(each.day)) for each in by[:MOST_CLAIMS]
    )
    judged = told_words(told.judged(one))
    return tell("{judged} ({by})", judged=judged, by=named) if named else judged


def way(by: int) -> str:
    """Which way a difference goes, as the style sheet has it."""
    return "came" if by > 0 else "went" if by else ""


def _of_day(figure: Figure, found: Changes | Month) -> str:
    parts = {"when": over(found, figure.as_of), "known": figure.known_on}
    if found.rule == HELD:
        said = tell("held {when}, as known on {known}", **parts)
    else:
        said = tell("counted {when}, as known on {known}", **parts)
    if found.earlier.seen.at == found.later.seen.at:
        return said
    return tell("{said}, at log entry {entry}", said=said, entry=str(figure.seen.at))
