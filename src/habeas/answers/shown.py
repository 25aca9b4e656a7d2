"""How somebody who is counted is shown: by which name, since which act, and why the bounds may be open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from habeas.claims.act import ACTS, Act, Side
from habeas.custody.alternatives import OneAct, best_choice
from habeas.custody.report import Account, Recognition, Report
from habeas.register.counting import ActRow
from habeas.tally.count import Counted
from habeas.tally.filters import fits
from habeas.tally.rule import Rule

from .tables import NOT_NAMED

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


def shown(one: Counted, acts: Sequence[ActRow], account: Account, rule: Rule) -> Shown:
    """Somebody who is counted; `acts` are those of the claims that it rests on that are acts, in their order."""
    name, record = named(acts) or (NOT_NAMED, one.person)
    return Shown(one, name, record, last_act(account), why_open(one, account, rule))


def named(acts: Sequence[ActRow]) -> tuple[str, str] | None:
    """The name of somebody as the first of these claims writes it, and the record that it is about."""
    first = next(iter(acts), None)
    return (first.name or NOT_NAMED, str(first.record)) if first else None


def last_act(account: Account) -> Span:
    """When the last act that leaves somebody in custody or free happened: its first and last possible day.

    Of reports judged to be of one act the days that all allow; by best's choice among alternatives.
    """
    told: Sequence[Report | OneAct] = account.reports
    if account.same or account.contradicts or any(one.denied or one.act is Act.died for one in account.reports):
        told = best_choice(account).acts
    acts = (one for one in told if ACTS[one.act].leaves is not Side.nothing)
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
