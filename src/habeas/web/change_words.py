"""What changed, in words: the finding, the steps that add up, and the names with what is told of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from habeas.answers import told
from habeas.answers.between import Month
from habeas.answers.changes import Change, Changes, Figure
from habeas.answers.reasons import Reason
from habeas.answers.told import Share
from habeas.tally.rule import HELD

from . import words
from .page import address

MOST_CLAIMS = 3
HEADS = {
    Reason.new_event: "New events",
    Reason.late_report: "Late reports",
    Reason.correction: "Corrections",
    Reason.coverage: "Coverage",
    Reason.identity: "Who is who",
    Reason.no_sign: "No sign any more",
}
STEPS = {
    Reason.late_report: "late reports of earlier events",
    Reason.correction: "corrections",
    Reason.coverage: "wider coverage",
    Reason.identity: "names judged to be one person, or several",
    Reason.no_sign: "of whom there is no sign any more",
}

UNITS = {"persons": ("person", "people"), "detentions": ("detention", "detentions"), "events": ("event", "events")}


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
        Step(signed(learned), way(learned), f"learned since of {words.day(found.earlier.as_of)}"),
        Step(signed(happened), way(happened), f"who came, less who left, since {words.day(found.earlier.as_of)}"),
        Step(f"= {words.number(found.now.best)}", "sum", _of_day(found.later, found)),
    ]


def revised(found: Changes) -> list[Step]:
    """By how much each reason changes the figure."""
    since = {Reason.new_event: f"new events since {words.day(found.earlier.as_of)}"}
    if found.rule.quantity != "stock":
        since = {Reason.new_event: "what happened in the later days, less that of the earlier"}
    return [
        Step(signed(one.by), way(one.by), _coverage(one) or (STEPS | since)[one.reason]) for one in told.shares(found)
    ]


def _coverage(share: Share) -> str:
    """What was taken in where the register recorded it since; nothing for another reason."""
    if share.recorded is None:
        return ""
    return f"{'wider coverage, and ' if share.declared else ''}recorded since, and known before"


def signed(by: int) -> str:
    """A difference in large figures: + 5, − 8."""
    return f"{'+' if by > 0 else words.MINUS} {words.number(abs(by))}" if by else "\u00b1 0"


def finding(found: Changes) -> str:
    """What changed, in one sentence without a full stop."""
    note, by = told.note(found), found.now.best - found.before.best
    if note:
        return f"{note[:1].upper()}{note[1:]}"
    earlier, later = found.earlier, found.later
    what = _counted(found, abs(by))
    more = f"{words.number(abs(by))} {'more' if by > 0 else 'fewer'}" if by else "As many"
    than, (then, now) = "than" if by else "as", _entries(found)
    said, day = f"{more} {what}", words.day(later.as_of)
    if earlier.as_of != later.as_of:
        return f"{said} {day}{now} {than} {_up_to(found)} {words.day(earlier.as_of)}{then}"
    known = words.day(later.known_on)
    if earlier.known_on == later.known_on and now:
        return f"{said} {day}, as known on {known},{now} {than}{then}"
    return f"{said} {day}, as known on {known}{now} {than} on {words.day(earlier.known_on)}{then}"


def _counted(found: Changes, how_many: int) -> str:
    """Of whom or what the two figures are, and by which rule, before their days."""
    counted = "counted as held" if found.rule == HELD else f"counted by the rule “{found.rule.name}”"
    return f"{UNITS[found.rule.unit][how_many != 1]} {counted} {_up_to(found)}"


def _up_to(found: Changes | Month) -> str:
    """What stands before the day of a figure: a stock is of its end, a flow of the days up to it."""
    rule = found.rule
    if rule.quantity == "stock" or rule.period == "day":
        return "on"
    return "up to" if rule.period == "ever" else f"in the {rule.period} up to"


def _entries(found: Changes) -> tuple[str, str]:
    """At which entries of the log the two figures are read, in words; nothing where that is one entry."""
    then, now = found.earlier.seen.at, found.later.seen.at
    return (f" at entry {then}", f" at log entry {now}") if then != now else ("", "")


def bounds(found: Changes) -> str:
    """Low and high of both figures, where they are not one number."""
    some = [(found.earlier, found.before), (found.later, found.now)]
    open_ones = [(figure, one) for figure, one in some if one.low != one.high]
    said = "; ".join(
        f"on {words.day(figure.as_of)} at least {words.number(one.low)} and at most {words.number(one.high)}"
        for figure, one in open_ones
    )
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def columns(found: Changes, most: int, rest: str, at: str) -> list[Column]:
    """By reason the first of its names; `rest` is the address of all, to which the reason is added; none if empty."""
    return [_column(found, one, most, rest, at) for one in told.shares(found)]


def names(found: Changes, share: Share, after: int, most: int, at: str) -> list[Name]:
    """The names of one reason that stand after so many others."""
    return list(_names(found, share.every[after : after + most], at))


def split(share: Share) -> str:
    """How many came in, how many went out, and of how many only a bound changed."""
    return ", ".join(told.split(share))


def _column(found: Changes, one: Share, most: int, rest: str, at: str) -> Column:
    some = one.first(most)
    left = [(one.came[most:], "more in"), (one.went[most:], "more out"), (one.bounds[most:], "in how certain it is")]
    if one.reason is Reason.identity:
        left[:2] = [((*one.came[most:], *one.went[most:]), "more")]
    more = ", ".join(f"{words.number(len(others))} {how}" for others, how in left if others)
    here = f"{rest}{'&' if '?' in rest else '?'}reason={one.reason.value}" if rest else ""
    names = list(_names(found, some, at))
    known = taken(one), recorded(found, one)
    return Column(one.reason.value, HEADS[one.reason], _short(one.by), split(one), names, more, here, *known)


def recorded(found: Changes, share: Share) -> str:
    """By how much what the register recorded since of what was known before changes the figure; else nothing.

    Of who is who, how often those are counted who make the difference.
    """
    if share.reason is Reason.identity:
        return f"{split(share)}."
    if share.recorded is None:
        return ""
    return f"{_short(share.recorded)} recorded here since log entry {found.earlier.seen.at}, and known before."


def taken(share: Share) -> list[Taken]:
    """What keepers declared to take in, as far as that is the reason."""
    return [
        Taken(
            _short(by),
            f"{one.keeper or 'a keeper who is not named here'}, known since {words.day(one.coverage.known)}",
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
        person = "" if one.change.group else address(f"{reverse('people')}/{one.change.person}", at=seen_at)
        claims = address(reverse("claims"), person=one.change.person, type="act", at=seen_at)
        said = [_said(each, str(found.earlier.seen.at) if each.gone else at) for each in one.told]
        moved = way(one.change.by.best), told.moved(one.change), _judged(one.change)
        yield Name(person, one.change.name, *moved, said, claims, one.more)


def _said(one: told.Told, at: str) -> Said:
    what = f"{one.what} {one.when}".strip()
    who = f"{one.who}, " if one.who else ""
    known = f"{who}learned {words.day(one.known)}{' (assumed)' if one.assumed else ''}"
    ended = f", {'changed' if one.replaced else 'taken back'} by its source {words.day(one.ended)}" if one.ended else ""
    gone = ", taken out of the register since" if one.gone else ""
    doubted = ", under second look" if one.doubted else ""
    return Said(address(reverse("claim", args=[one.claim["id"]]), at=at), what, f"{known}{ended}{gone}{doubted}")


def _judged(one: Change) -> str:
    """What was judged of who somebody is, and the judgements that say so."""
    by = one.why.identity.judgements if one.why.identity else ()
    named = ", ".join(
        f"judgement {each.id[:8]}, {words.day(date.fromisoformat(each.day))}" for each in by[:MOST_CLAIMS]
    )
    return f"{told.judged(one)} ({named})" if named else told.judged(one)


def way(by: int) -> str:
    """Which way a difference goes, as the style sheet has it."""
    return "came" if by > 0 else "went" if by else ""


def _of_day(figure: Figure, found: Changes | Month) -> str:
    held = "held" if found.rule == HELD else "counted"
    at = "" if found.earlier.seen.at == found.later.seen.at else f", at log entry {figure.seen.at}"
    return f"{held} {_up_to(found)} {words.day(figure.as_of)}, as known on {words.day(figure.known_on)}{at}"
