"""Everybody's custody in pieces, for one rule and one lens: what a stock on any day, as known on any other, walks over.

Made once for each state of the register. A person's claims change on few known days, and between two of them the
account, its course and its pieces stand still.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from habeas.claims.act import ACTS, Side
from habeas.claims.vocabulary import Polarity
from habeas.custody.alternatives import best_choice
from habeas.custody.report import Account, Recognition, Report
from habeas.names.fold import fold
from habeas.register.counting import ActRow
from habeas.tally.count import Counted
from habeas.tally.filters import fits
from habeas.tally.lens import Lens
from habeas.tally.rectangle import Known, Rectangle, rectangles
from habeas.tally.rule import Rule

from .accounts import Accounts, Row

NOT_NAMED = "not named"
VAGUE, APART, UNSEEN, UNSAID, STALE = "days", "contradictions", "ends", "unsaid", "no sign"
Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Shown:
    """How a person counts, with the name in the claims that this rests on, and the record that they are about.

    `last` are the first and the last possible day of the last act, known by then, that leaves the person somewhere;
    `why` says why their bounds may be open.
    """

    counted: Counted
    name: str
    record: str
    last: Span
    why: str


@dataclass(frozen=True, slots=True)
class Stay:
    """A piece of one person's custody."""

    rectangle: Rectangle
    shown: Shown


@dataclass(frozen=True, slots=True)
class Stays:
    """All pieces, by name; `peopled`: each person with a span of known days in which the lens admits an act."""

    stays: tuple[Stay, ...]
    peopled: tuple[tuple[str, Known], ...]

    def known(self, known_on: date) -> "StaysKnown":
        """The pieces and people that were known on a day."""
        here = [one for one in self.stays if one.rectangle.known <= known_on < one.rectangle.known_to]
        return StaysKnown(
            tuple(here),
            tuple((one.rectangle.first.toordinal(), one.rectangle.until.toordinal()) for one in here),
            frozenset(person for person, (first, until) in self.peopled if first <= known_on < until),
        )


@dataclass(frozen=True, slots=True)
class StaysKnown:
    """What was known on a day: pieces by name, the day numbers between which each holds, and who has an act."""

    stays: tuple[Stay, ...]
    spans: tuple[tuple[int, int], ...]
    people: frozenset[str]

    def on(self, day: date) -> list[Stay]:
        """The pieces that say who counts on a day: by name, whoever is in best before others."""
        number = day.toordinal()
        here = [one for one, (first, until) in zip(self.stays, self.spans, strict=True) if first <= number < until]
        best = [one for one in here if one.shown.counted.best]
        return best if len(best) == len(here) else best + [one for one in here if not one.shown.counted.best]


def stays(every: Accounts, rule: Rule, lens: Lens) -> Stays:
    """The pieces of everybody's custody under a rule, through a lens: made once."""
    return every.kept(("stays", rule, lens), lambda: _made(every, rule, lens))


def stays_known(every: Accounts, rule: Rule, lens: Lens, known_on: date) -> StaysKnown:
    """Those pieces that were known on a day."""
    return every.kept(("known", rule, lens, known_on), lambda: stays(every, rule, lens).known(known_on))


def _made(every: Accounts, rule: Rule, lens: Lens) -> Stays:
    found: list[Stay] = []
    peopled: list[tuple[str, Known]] = []
    for person, rows in every.admitted(lens, rule.territory):
        for span, known in _spans(rows):
            if any(isinstance(row, ActRow) and row.told.polarity == Polarity.affirmed for row in known):
                peopled.append((person, span))
                held = every.held(person, known)
                made = rectangles(person, held.account, held.course(rule.population), span, rule)
                last = last_act(held.account)
                found += [_stay(one, known, last, why_open(one.counted, held.account, rule)) for one in made]
    return Stays(tuple(sorted(found, key=_place)), tuple(peopled))


def _spans(rows: Sequence[Row]) -> Iterable[tuple[Known, list[Row]]]:
    """The spans of days between which what is known changes, each with what was known in it."""
    turns = sorted({row.known for row in rows} | {row.known_to for row in rows if row.known_to is not None})
    for known, known_to in pairwise([*turns, ""]):
        admitted = [row for row in rows if row.known <= known and (row.known_to is None or row.known_to > known)]
        yield (date.fromisoformat(known), date.fromisoformat(known_to) if known_to else date.max), admitted


def _stay(one: Rectangle, rows: Iterable[Row], last: Span, why: str) -> Stay:
    acts = {row.claim: row for row in rows if isinstance(row, ActRow)}
    resting = [acts[claim] for claim in one.counted.claims if claim in acts]
    name, record = named(resting) or (NOT_NAMED, one.counted.person)
    return Stay(one, Shown(one.counted, name, record, last, why))


def named(acts: Sequence[ActRow]) -> tuple[str, str] | None:
    """The name of somebody as the first of these claims writes it, and the record that it is about."""
    first = next(iter(acts), None)
    return (first.name or NOT_NAMED, str(first.record)) if first else None


def last_act(account: Account) -> Span:
    """When the last act that leaves somebody in custody or free happened: its first and last possible day.

    Of reports judged to be of one act the days that all allow; by best's choice among alternatives.
    """
    acts = (one for one in best_choice(account).acts if ACTS[one.act].leaves is not Side.nothing)
    spans = [(one.earliest or date.min, one.latest or date.max) for one in acts]
    return max(spans, key=lambda span: (span[1], span[0]), default=(date.min, date.min))


def why_open(one: Counted, account: Account, rule: Rule) -> str:
    """Why the bounds of a person may be open, by the claims that they rest on.

    Claims apart, a property that the rule asks for and nobody tells of for certain, a day not known exactly, no sign
    for longer than the rule counts on, or an end that nobody tells of.
    """
    resting = set(one.claims)
    if any(resting.issuperset(pair) for pair in account.contradicts | account.same):
        return APART
    if not fits(account, rule.where).certainly:
        return UNSAID
    told: tuple[Report | Recognition, ...] = (*account.reports, *account.recognitions)
    if any(each.claim in resting and each.earliest != each.latest for each in told):
        return VAGUE
    return STALE if one.best and rule.population.stale_after is not None else UNSEEN


def _place(one: Stay) -> tuple[str, str]:
    return fold(one.shown.name), one.shown.counted.person
