"""What a lens admits of a question that a commitment asks: people, groups and published numbers, each by its claims.

Read from the same accounts as every count. A published number counts the same as the question only where subject and
population are written as the bargain names them: it is never guessed what a number is of.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from habeas.bargain.evidence import Done, Evidence, Person, StatedNumber, Unnamed
from habeas.bargain.terms import Acted, Crosses, EachOfList, NoLater
from habeas.claims.act import ACTS, Act, Side
from habeas.claims.vocabulary import Comparator
from habeas.custody.report import Account, Pair, Report
from habeas.linkage.clusters import clusters
from habeas.register import lists
from habeas.tally.count import GroupReport
from habeas.tally.lens import Lens, Told, refuses

from . import counted_by
from .accounts import Accounts
from .published import known, published
from .stated import Stated, stated

Json = dict[str, Any]
_TAKEN_IN = frozenset(act for act in Act if ACTS[act].leaves is Side.in_)


def of_acts(query: Acted, every: Accounts, lens: Lens, known_on: date) -> Evidence:
    """Who had one of the acts, who is counted so without a name, and the published numbers of the same."""
    people = _people(every, lens, known_on, query.territory)
    groups = _groups(every, every.groups(lens, known_on, query.territory), query.acts)
    numbers = _numbers(every, lens, known_on, query.subject, query.population) if query.subject else []
    return Evidence(
        [Person(one, _done(account, query.acts), _done(account, _TAKEN_IN)) for one, account in people.items()],
        groups,
        numbers,
        _complete(every, query.territory),
    )


def of_list(query: EachOfList, every: Accounts, lens: Lens, known_on: date) -> tuple[int | None, Evidence]:
    """How many people stand on a list (None: it is not on record), and what they had done to them."""
    records = lists.records_of(query.list, every.seen)
    if records is None:
        return None, Evidence()
    listed = {every.persons.person(one) for one in records}
    people = _people(every, lens, known_on, None)
    found = [
        Person(one, _done(people[one], query.acts), _done(people[one], _TAKEN_IN))
        for one in sorted(listed & set(people))
    ]
    return len(listed), Evidence(found)


def of_later(query: NoLater, every: Accounts, lens: Lens, known_on: date) -> Evidence:
    """Who had one of the acts; where only those freed before count, who had it after that."""
    people = _people(every, lens, known_on, query.territory)
    if query.of:
        freed = _people(every, lens, known_on, None)
        found = [Person(one, _after(freed[one], query)) for one in people if one in freed]
        return Evidence(found, complete=_complete(every, query.territory))
    groups = _groups(every, every.groups(lens, known_on, query.territory), query.acts)
    found = [Person(one, _done(account, query.acts)) for one, account in people.items()]
    return Evidence(found, groups, complete=_complete(every, query.territory))


def of_series(query: Crosses, every: Accounts, lens: Lens, known_on: date) -> Sequence[StatedNumber]:
    """The published numbers of a subject, in its unit."""
    return _numbers(every, lens, known_on, query.subject, query.population, query.unit)


def admits(lens: Lens, claim: Json) -> bool:
    """Whether a lens admits a claim in the documented shape, and it is affirmed."""
    chain = claim["attribution"]
    told = Told(
        speaker=chain[-1].get("agent_id") if chain else None,
        kinds=tuple(link["kind"] for link in chain),
        modality=claim["modality"],
        polarity=claim["polarity"],
        reliability=claim["grade"][0],
        credibility=claim["grade"][1],
    )
    return claim["polarity"] == "affirmed" and refuses(lens, told) is None


def _people(every: Accounts, lens: Lens, day: date, territory: str | None) -> Mapping[str, Account]:
    return every.known(lens, day, territory).people


def _done(account: Account, acts: Collection[Act]) -> list[Done]:
    """The acts of these kinds that are told of somebody; one that a claim contradicts is not sure."""
    against = {claim for pair in account.contradicts for claim in pair}
    return [_one(report, report.claim not in against) for report in account.reports if _counts(report, acts)]


def _after(account: Account, query: NoLater) -> list[Done]:
    """The acts of these kinds that can have come after one by which the person was freed; sure where they must have."""
    against = {claim for pair in account.contradicts for claim in pair}
    first, last = query.freed.first, query.freed.last or date.max
    left = [_one(one, one.claim not in against) for one in account.reports if _counts(one, query.of)]
    freed = [(one, one.surely_in(first, last)) for one in left if one.maybe_in(first, last)]
    found = []
    for report in account.reports:
        if not _counts(report, query.acts) or not freed:
            continue
        one = _one(report, report.claim not in against)
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
    told: dict[str, list[GroupReport]] = defaultdict(list)
    for one in reports:
        if _counts(one.report, acts):
            told[one.group.id].append(one)
    of_claim = {one.report.claim: group for group, some in told.items() for one in some}
    same: list[Pair] = [
        (of_claim[one], of_claim[other]) for one, other in every.read.same if one in of_claim and other in of_claim
    ]
    one_act = clusters(same, {group: place for place, group in enumerate(told)}, [])
    joined: dict[str, list[GroupReport]] = defaultdict(list)
    for group, some in told.items():
        joined[one_act.person(group)] += some
    return [_unnamed(group, some) for group, some in joined.items()]


def _unnamed(group: str, some: Sequence[GroupReport]) -> Unnamed:
    highs = [one.group.high for one in some]
    return Unnamed(
        group,
        min(one.group.low for one in some),
        None if None in highs else max(high for high in highs if high is not None),
        [_one(one.report, sure=True) for one in some],
    )


def _numbers(
    every: Accounts, lens: Lens, known_on: date, subject: str, population: str | None, unit: str | None = None
) -> list[StatedNumber]:
    claims = known(published(every.seen).figures, known_on)
    return [
        _number(one)
        for one in stated(claims)
        if one.figure["subject"] == subject
        and one.figure.get("population") == population
        and unit in (None, one.figure["unit"])
        and "than" not in one.figure
        and admits(lens, one.claim)
    ]


def _number(one: Stated) -> StatedNumber:
    chain = one.claim["attribution"]
    about = one.best if one.figure["comparator"] == Comparator.about else None
    return StatedNumber(
        one.id, str(chain[-1]["agent"]) if chain else "", one.least, one.most, one.first, one.last, about
    )


def _complete(every: Accounts, territory: str | None) -> bool:
    """Whether a rule says that everybody in its territory is named in this register."""
    return any(one.complete and one.territory in (None, territory) for one in counted_by.rules(every.seen))
