"""Who came or went in the window that ends on a day: the plain loop, over those alone who can have moved in it.

How such a figure was revised is worked out of each person alone: at every state of knowledge that there was of them
they count so often, and the differences of all are added up along the known days. What remains of groups is revised
with them: by the day on which it was learned it is what it comes to then, less what it came to the day before.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from habeas.custody.report import Account
from habeas.register.counting import ActRow, MemberRow
from habeas.tally.count import Count, Counted, GroupReport, count, counted
from habeas.tally.group import Judged
from habeas.tally.lens import Lens
from habeas.tally.movers import movers
from habeas.tally.revised import fewest
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds
from habeas.tally.unnamed import Bound, CountedGroup, counted_groups

from .accounts import Accounts
from .standing import Ready
from .tables import last_day

ENDS: tuple[Bound, ...] = ("low", "best", "high")


def may_have_moved(every: Accounts, rule: Rule, lens: Lens, as_of: date, known_on: date) -> Mapping[str, Account]:
    """What is known of those who can have come or gone in the window that ends on a day."""
    ready = every.ready(rule, lens)
    admitted, some = ready.table, _movers(ready, rule, as_of, known_on.toordinal())
    versions = ((admitted.people[number], admitted.version(number, known_on.toordinal())) for number in some)
    return {person: one.account for person, one in versions if one and _affirmed(one.account)}


def flow_of(
    every: Accounts, people: Mapping[str, Account], rule: Rule, as_of: date, groups: Sequence[GroupReport]
) -> Count:
    """The flow of a window of these people, and of the groups of whom nobody is named."""
    wanted, judged = _wanted(every, rule, as_of), every.read
    some = [one for one in groups if one.group.id in wanted]
    return count(
        people, rule, as_of, some, same=judged.same, different=judged.different, contradicts=judged.contradicts
    )


def revised_flow(every: Accounts, rule: Rule, lens: Lens, as_of: date, known_on: date) -> list[tuple[int, Bounds]]:
    """The known days (ordinals, in order) up to `known_on` on which the flow changed, each with what it came to."""
    turns = defaultdict[int, dict[str, Counted | None]](dict)
    for known, person, one in _turns(every, rule, lens, as_of):
        turns[known][person] = one
    wanted = _wanted(every, rule, as_of)
    days = sorted(day for day in {*turns, *_told_on(every, wanted)} if day <= known_on.toordinal())
    here: dict[str, Counted] = {}

    def states() -> Iterator[tuple[int, Bounds]]:
        for day in days:
            _turn(here, turns.get(day, {}))
            groups = every.groups(lens, date.fromordinal(max(day, 1)), rule.territory) if wanted else ()
            yield day, _total(every, here, rule, as_of, [one for one in groups if one.group.id in wanted])

    return fewest(states())


class Remained(NamedTuple):
    """From a known day on, what remains of groups by best, and of how much of it the month is not known."""

    known: int
    best: int
    unsure: int


def groups_learned(every: Accounts, rule: Rule, lens: Lens, as_of: date, known_on: date) -> list[Remained]:
    """What remains of the groups that moved in the window, beside their members: each known day on which that changed.

    Of a flow of persons nothing remains by best.
    """
    wanted = _wanted(every, rule, as_of)
    if not wanted or rule.unit == "persons":
        return []
    members = {every.persons.person(one.record) for one in every.read.memberships if one.group in wanted}
    turns = defaultdict[int, dict[str, Counted | None]](dict)
    for known, person, one in _turns(every, rule, lens, as_of, members):
        turns[known][person] = one
    here: dict[str, Counted] = {}
    found: list[Remained] = []
    for day in sorted(day for day in {*turns, *_told_on(every, wanted)} if day <= known_on.toordinal()):
        _turn(here, turns.get(day, {}))
        told = every.groups(lens, date.fromordinal(max(day, 1)), rule.territory)
        rest = _rest(every, here, rule, as_of, [one for one in told if one.group.id in wanted])
        vague = {one.report.claim for one in told if not _to_the_month(one)}
        unsure = sum(one.best for one in rest if vague.issuperset(one.claims))
        found.append(Remained(day, sum(one.best for one in rest), unsure))
    return found


def learned_in(steps: Sequence[Remained], first: date, last: date) -> Remained:
    """What of it was newly known in these days, less what was given up in them."""
    before, after = (_as_known(steps, day) for day in (first.toordinal() - 1, last.toordinal()))
    return Remained(after.known, after.best - before.best, after.unsure - before.unsure)


def _as_known(steps: Sequence[Remained], day: int) -> Remained:
    place = bisect_right(steps, day, key=lambda one: one.known) - 1
    return steps[place] if place >= 0 else Remained(day, 0, 0)


def _to_the_month(one: GroupReport) -> bool:
    first, last = one.report.earliest, one.report.latest
    return bool(first and last and (first.year, first.month) == (last.year, last.month))


def _turns(
    every: Accounts, rule: Rule, lens: Lens, as_of: date, some: Collection[str] | None = None
) -> Iterator[tuple[int, str, Counted | None]]:
    """From which known day on each person (of some, if they are given) counts how; None: not at all."""
    ready = every.ready(rule, lens)
    admitted = ready.table
    for number in _movers(ready, rule, as_of, None):
        person = admitted.people[number]
        if some is not None and person not in some:
            continue
        for one in admitted.versions(number):
            found = counted(person, one.account, rule, as_of) if _affirmed(one.account) else None
            yield one.known_to, person, None
            yield one.known, person, found if found and found.high else None


def _turn(here: dict[str, Counted], turns: Mapping[str, Counted | None]) -> None:
    for person, one in turns.items():
        here.pop(person, None)
        if one:
            here[person] = one


def _total(
    every: Accounts, here: Mapping[str, Counted], rule: Rule, as_of: date, groups: Sequence[GroupReport]
) -> Bounds:
    more = _rest(every, here, rule, as_of, groups)
    return Bounds(*(sum(int(getattr(one, end)) for one in (*here.values(), *more)) for end in ENDS))


def _rest(
    every: Accounts, here: Mapping[str, Counted], rule: Rule, as_of: date, groups: Sequence[GroupReport]
) -> tuple[CountedGroup, ...]:
    """What groups add beside the people who are counted."""
    if not groups:
        return ()
    moves = {end: {person: int(getattr(one, end)) for person, one in here.items()} for end in ENDS}
    judged = Judged(every.read.same, every.read.different, every.read.contradicts)
    return counted_groups(groups, rule, as_of, moves, judged)


def _told_on(every: Accounts, groups: frozenset[str]) -> set[int]:
    """The days on which something of these groups, or of their members, came to be known or was taken back."""
    rows: list[ActRow | MemberRow] = [*every.read.acts_of_groups, *every.read.memberships]
    days = {day for row in rows if row.group in groups for day in (row.known, row.known_to) if day}
    return {date.fromisoformat(day).toordinal() for day in days}


def _movers(ready: Ready, rule: Rule, as_of: date, known: int | None) -> list[int]:
    start, recognised = rule.start(as_of).toordinal(), bool(rule.population.recognised_by)
    return movers(ready.table, ready.book, start, as_of.toordinal(), known, recognised)


def _wanted(every: Accounts, rule: Rule, as_of: date) -> frozenset[str]:
    """The groups that may have moved in the window, and those of whose acts more is judged."""
    first, last = rule.start(as_of).isoformat(), as_of.isoformat()
    pairs = (*every.read.same, *every.read.contradicts)
    claims = every.kept("judged claims", lambda: frozenset(claim for pair in pairs for claim in pair))
    return frozenset(
        str(row.group)
        for row in every.read.acts_of_groups
        if row.claim in claims or (last_day(row) >= first and (row.earliest or "") <= last)
    )


def _affirmed(account: Account) -> bool:
    return any(not report.denied for report in account.reports)
