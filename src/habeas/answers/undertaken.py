"""What a lens admits of a question that a commitment asks: people, groups and published numbers, each by its claims.

Read from the same accounts as every count. A published number counts the same as the question only where subject and
population are written as the bargain names them: it is never guessed what a number is of.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.bargain.evidence import Done, Evidence, Person, StatedNumber, Unnamed
from habeas.bargain.terms import Acted, Crosses, EachOfList, NoLater
from habeas.claims.act import ACTS, Act, Side
from habeas.claims.vocabulary import Comparator
from habeas.custody.alternatives import agreed, contradicted
from habeas.custody.report import Account, Pair, Report
from habeas.linkage.clusters import clusters
from habeas.register import lists
from habeas.register.counting import ActRow
from habeas.tally.count import Group, GroupReport
from habeas.tally.lens import Lens
from habeas.tally.rule import Rule

from . import counted_by
from .accounts import Accounts
from .claims import admits
from .published import known, published
from .stated import PERSONS, Stated, stated
from .tables import Row

Json = dict[str, Any]
_TAKEN_IN = frozenset(act for act in Act if ACTS[act].leaves is Side.in_)
_FREED = frozenset(act for act in Act if ACTS[act].leaves is Side.free)


@dataclass(frozen=True, slots=True)
class Asked:
    """Through which lens and as known when claims are asked for, of acts from `first` (None: open) to `last`."""

    every: Accounts
    lens: Lens
    known_on: date
    first: date | None
    last: date

    def people(self, acts: Collection[Act], territory: str | None) -> Mapping[str, Account]:
        """The accounts of those of whom one of the acts is told, by some report or between two of them in the days."""
        wanted = frozenset(act.value for act in acts)
        first, last = self.first.isoformat() if self.first else "", self.last.isoformat()
        there = (one for one, rows in self.every.read.people.items() if _may_be(rows, wanted, first, last))
        return self.accounts(there, territory)

    def accounts(self, people: Iterable[str], territory: str | None) -> Mapping[str, Account]:
        """The accounts of these people, as far as an act of theirs is admitted and known."""
        told = ((one, self.every.account(one, self.lens, self.known_on, territory)) for one in people)
        return {one: account for one, account in told if account is not None}

    def groups(self, acts: Collection[Act], territory: str | None) -> list[Unnamed]:
        """Those who are counted so without a name."""
        return _groups(self.every, self.every.groups(self.lens, self.known_on, territory), acts)


def _may_be(rows: Iterable[Row], acts: Collection[str], first: str, last: str) -> bool:
    """Whether the days of some acts of these kinds, or the days between them, meet the days from first to last."""
    some = [row for row in rows if isinstance(row, ActRow) and row.kind in acts]
    early = any(row.earliest is None or row.earliest <= last for row in some)
    return early and any(row.latest is None or row.latest >= first for row in some)


def of_acts(query: Acted, asked: Asked) -> Evidence:
    """Who had one of the acts, who is counted so without a name, and the published numbers of the same."""
    every, lens, known_on = asked.every, asked.lens, asked.known_on
    people = asked.people(query.acts, query.territory)
    groups = asked.groups(query.acts, query.territory)
    numbers = _numbers(every, lens, known_on, query.subject, query.population) if query.subject else []
    return Evidence(
        [_person(one, account, query.acts) for one, account in people.items()],
        groups,
        numbers,
        _complete(every, query.territory),
    )


def of_list(query: EachOfList, asked: Asked) -> tuple[int | None, Evidence]:
    """How many people stand on a list (None: it is not on record), and what they had done to them."""
    records = lists.records_of(query.list, asked.every.seen)
    if records is None:
        return None, Evidence()
    listed = {asked.every.persons.person(one) for one in records}
    people = asked.accounts(sorted(listed), None)
    found = [_person(one, account, query.acts) for one, account in people.items()]
    return len(listed), Evidence(found)


def of_later(query: NoLater, asked: Asked) -> Evidence:
    """Who had one of the acts; where only those freed before count, who had it after that."""
    people = asked.people(query.acts, query.territory)
    complete = _complete(asked.every, query.territory)
    if query.of:
        freed = asked.accounts(people, None)
        found = [Person(one, _after(account, freed[one], query)) for one, account in people.items() if one in freed]
        return Evidence(found, complete=complete)
    groups = asked.groups(query.acts, query.territory)
    found = [Person(one, _done(account, query.acts)) for one, account in people.items()]
    return Evidence(found, groups, complete=complete)


def of_series(query: Crosses, asked: Asked) -> Sequence[StatedNumber]:
    """The published numbers of a subject, in its unit."""
    return _numbers(asked.every, asked.lens, asked.known_on, query.subject, query.population, query.unit)


def _person(person: str, account: Account, acts: Collection[Act]) -> Person:
    return Person(person, _done(account, acts), _done(account, _TAKEN_IN), _done(account, _FREED))


def _done(account: Account, acts: Collection[Act]) -> list[Done]:
    """The acts of these kinds that are told of somebody, as several reports of one agree on its days.

    One that a claim contradicts is not sure.
    """
    against = contradicted(account)
    return [_one(report, report.claim not in against) for report in agreed(account) if _counts(report, acts)]


def _after(here: Account, anywhere: Account, query: NoLater) -> list[Done]:
    """The acts that can have come after one by which the person was freed, wherever; sure where they must have."""
    first, last = query.freed.first, query.freed.last or date.max
    freed = [(one, one.surely_in(first, last)) for one in _done(anywhere, query.of) if one.maybe_in(first, last)]
    found = []
    for one in _done(here, query.acts):
        if any((one.last or date.max, one.entry) > (each.first or date.min, each.entry) for each, _ in freed):
            must = any(sure and (one.first or date.min) > (each.last or date.max) for each, sure in freed)
            found.append(Done(one.claim, one.first, one.last, one.sure and must, one.entry))
    return found


def _counts(report: Report, acts: Collection[Act]) -> bool:
    return report.act in acts and not report.denied


def _one(report: Report, sure: bool) -> Done:
    return Done(report.claim, report.earliest, report.latest, sure, report.order)


def _groups(every: Accounts, reports: Iterable[GroupReport], acts: Collection[Act]) -> list[Unnamed]:
    """Groups with one of the acts; those whose acts are judged to be one are one, of the size that all allow."""
    told = list(reports)
    read = every.read
    judged = Account(
        tuple(one.report for one in told), same=read.same, different=read.different, contradicts=read.contradicts
    )
    done = {one.claim: one for one in _done(judged, acts)}
    group_of = {one.report.claim: one.group for one in told if one.report.claim in done}
    same: list[Pair] = [
        (group_of[one].id, group_of[other].id) for one, other in read.same if one in group_of and other in group_of
    ]
    ids = dict.fromkeys(group.id for group in group_of.values())
    one_act = clusters(same, {group: place for place, group in enumerate(ids)}, [])
    joined: dict[str, list[str]] = defaultdict(list)
    for claim, group in group_of.items():
        joined[one_act.person(group.id)].append(claim)
    return [
        _unnamed(group, [group_of[claim] for claim in claims], [done[claim] for claim in claims])
        for group, claims in joined.items()
    ]


def _unnamed(group: str, some: Sequence[Group], done: Sequence[Done]) -> Unnamed:
    highs = [one.high for one in some]
    most = None if None in highs else max(high for high in highs if high is not None)
    return Unnamed(group, min(one.low for one in some), most, done, frozenset().union(*(one.members for one in some)))


def _numbers(
    every: Accounts, lens: Lens, known_on: date, subject: str, population: str | None, unit: str | None = None
) -> list[StatedNumber]:
    claims = known(published(every.seen).figures, known_on)
    return [
        _number(one)
        for one in stated(claims)
        if one.figure["subject"] == subject
        and one.figure.get("population") == population
        and (one.figure["unit"] == unit if unit else one.figure["unit"] in PERSONS)
        and "than" not in one.figure
        and admits(one.claim, lens)
    ]


def _number(one: Stated) -> StatedNumber:
    chain = one.claim["attribution"]
    about = one.best if one.figure["comparator"] == Comparator.about else None
    return StatedNumber(
        one.id, str(chain[-1]["agent"]) if chain else "", one.least, one.most, one.first, one.last, about
    )


def _complete(every: Accounts, territory: str | None) -> bool:
    """Whether a rule says that everybody in its territory is named in this register: of all people, on all days."""
    return any(_is_of_all(one) and one.territory in (None, territory) for one in counted_by.rules(every.seen))


def _is_of_all(rule: Rule) -> bool:
    """Whether a rule that claims to be complete leaves nobody out and no day: else silence proves nothing."""
    limits = rule.where or rule.population.recognised_by or rule.first or rule.last
    return rule.complete and not limits
