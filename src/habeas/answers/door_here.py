"""The revolving door of those who are named here: how many came in and went out over a window, and on which ground.

Of each ground it is counted whom an act of that kind is told of: low where it certainly lies in the window and nothing
contradicts it, best by its latest day, high where it may lie in it. `by_known` counts by the day on which it was
learned; detained again is then left out. Held before, came in, went out and held after are counted as the rule *held*
counts, and add up by best.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

import numpy as np

from habeas.claims.act import ACTS, Act, CustodyState, Side
from habeas.claims.vocabulary import Door
from habeas.custody.alternatives import agreed, contradicted
from habeas.custody.passage import Passage, passages
from habeas.custody.population import Population
from habeas.custody.report import Account, Recognition, Report
from habeas.custody.standing import standing_on
from habeas.names.fold import fold
from habeas.tally.lens import Lens
from habeas.tally.rule import HELD, Quantity, Rule
from habeas.tally.stock import Bounds

from .accounts import Accounts
from .flows import flow_of, may_have_moved
from .here import here
from .shown import named

DAY, MOST_NAMED = timedelta(days=1), 100
KINDS: Mapping[Door, frozenset[Act]] = {
    Door.detained: frozenset({Act.detained}),
    Door.pardoned: frozenset({Act.pardoned, Act.amnestied}),
    Door.term_served: frozenset({Act.term_served}),
    Door.sent_abroad: frozenset({Act.exchanged, Act.deported}),
    Door.died: frozenset({Act.died}),
}
FREEING = frozenset(act for act, row in ACTS.items() if row.leaves is Side.free) - {
    Act.at_liberty,
    Act.died,
    Act.escaped,
    Act.sentenced_suspended,
}
_QUANTITIES: tuple[Quantity, ...] = ("inflow", "outflow")
ANY_CUSTODY = Population(frozenset(CustodyState))


@dataclass(frozen=True, slots=True)
class HereAtTheDoor:
    """Bounds by row, and of held before and after, came in and went out.

    `named` has by row whom it counts by convention, at most MOST_NAMED by name: the record of each, and the name
    that the first act known of them writes.
    """

    people: int
    rows: Mapping[Door, Bounds]
    before: Bounds
    came: Bounds
    went: Bounds
    after: Bounds
    by_known: bool
    named: Mapping[Door, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class _Days:
    """The window; `known`: days of learning."""

    first: date
    last: date
    known: bool

    def certainly(self, one: Report | Recognition) -> bool:
        early, late = self._ends(one)
        return early is not None and late is not None and self.first <= early and late <= self.last

    def best(self, one: Report | Recognition) -> bool:
        late = self._ends(one)[1]
        return late is not None and self.first <= late <= self.last

    def possibly(self, one: Report | Recognition) -> bool:
        early, late = self._ends(one)
        return (early is None or early <= self.last) and (late is None or late >= self.first)

    def _ends(self, one: Report | Recognition) -> tuple[date | None, date | None]:
        if self.known:
            day = date.fromisoformat(one.known)
            return day, day
        return one.earliest, one.latest


def at_the_door(
    every: Accounts, lens: Lens, begins: date, last: date, known_on: date, *, by_known: bool = False
) -> HereAtTheDoor:
    """The door of those who are named, from `begins` to `last`, as known on a day."""
    days = _Days(begins, last, by_known)
    people = _told_in(every, lens, days, known_on)
    counted: dict[Door, Callable[[Account], Bounds]] = {
        door: partial(_told_of, kinds=kinds, days=days) for door, kinds in KINDS.items()
    }
    counted |= {
        Door.recognised_held: partial(_recognised, days=days, held=True),
        Door.recognised_freed: partial(_recognised, days=days, held=False),
        Door.freed: partial(_told_of, kinds=FREEING, days=days),
    }
    each = {door: {one: how(account) for one, account in people.items()} for door, how in counted.items()}
    if not by_known:
        each[Door.detained_again] = _detained_again(every, lens, days, known_on)
    stock = [here(every, HELD, lens, day, known_on).bounds for day in (begins - DAY, last)]
    came, went = (_flow(every, lens, quantity, begins, last, known_on) for quantity in _QUANTITIES)
    return HereAtTheDoor(
        people=len(every.peopled(lens, known_on)),
        rows={door: _total(some.values()) for door, some in each.items()},
        before=stock[0],
        came=came,
        went=went,
        after=stock[1],
        by_known=by_known,
        named={door: _named(every, people, some) for door, some in each.items()},
    )


def _told_in(every: Accounts, lens: Lens, days: _Days, known_on: date) -> Mapping[str, Account]:
    """What is known of those of whom something may be told of the window: of anybody else nothing is counted.

    Of several reports of one act another window may come than any of them has: whoever has such is among them.
    """
    known, told = known_on.toordinal(), every.peopled(lens, known_on)
    table, acts = told.table, told.table.acts
    early, late = (acts.known, acts.known) if days.known else (acts.first, acts.last)
    within = (early <= days.last.toordinal()) & (late >= days.first.toordinal())
    up_to = np.append(0, np.cumsum(within & (acts.known <= known) & (known < acts.known_to)))[acts.person_start]
    some = up_to[1:] > up_to[:-1]
    recognised = (one for one, said in table.said.items() if any(isinstance(each.what, Recognition) for each in said))
    some[np.array([*recognised, *table.judged], dtype=np.int64)] = True
    versions = ((number, table.version(number, known)) for number in np.flatnonzero(some & told.here).tolist())
    return {table.people[number]: one.account for number, one in versions if one}


def _named(every: Accounts, people: Mapping[str, Account], some: Mapping[str, Bounds]) -> tuple[tuple[str, str], ...]:
    told = (every.acts_of(one, [report.claim for report in people[one].reports]) for one in some if some[one].best)
    found = [(record, name) for name, record in filter(None, map(named, told))]
    return tuple(sorted(found, key=lambda one: (fold(one[1]), one[0]))[:MOST_NAMED])


def _flow(every: Accounts, lens: Lens, quantity: Quantity, begins: date, last: date, known_on: date) -> Bounds:
    rule = _moved(quantity, HELD.population, begins)
    found = flow_of(every, may_have_moved(every, rule, lens, last, known_on), rule, last, ())
    return Bounds(found.low, found.best, found.high)


def _moved(quantity: Quantity, population: Population, begins: date) -> Rule:
    return Rule(
        name="door",
        version=1,
        sentence="Counts each time that somebody who is named came into, or left, the population from a day on.",
        quantity=quantity,
        unit="detentions",
        population=population,
        period="ever",
        first=begins,
    )


def _total(some: Iterable[Bounds]) -> Bounds:
    each = list(some)
    return Bounds(sum(one.low for one in each), sum(one.best for one in each), sum(one.high for one in each))


def _told_of(account: Account, kinds: frozenset[Act], days: _Days) -> Bounds:
    """Whether an act of one of these kinds is told of somebody in the window."""
    disputed = contradicted(account)
    some = [one for one in agreed(account) if one.act in kinds and not one.denied]
    return Bounds(
        int(any(days.certainly(one) and one.claim not in disputed for one in some)),
        int(any(map(days.best, some))),
        int(any(map(days.possibly, some))),
    )


def _detained_again(every: Accounts, lens: Lens, days: _Days, known_on: date) -> dict[str, Bounds]:
    """Who came into custody again after leaving it, both in the window, of those who can have moved in it."""
    rule = _moved("inflow", ANY_CUSTODY, days.first)
    people = may_have_moved(every, rule, lens, days.last, known_on)
    return {person: _again(account, days) for person, account in people.items()}


def _again(account: Account, days: _Days) -> Bounds:
    found = passages(account, days.first, days.last, ANY_CUSTODY)
    possible = [_came_back(one) for one in found.possible]
    return Bounds(int(all(possible)), int(_came_back(found.best)), int(any(possible)))


def _came_back(one: Passage) -> bool:
    """Whether somebody came in after going out: whoever was free at first came in once before any going out."""
    return one.entries > (0 if one.at_start else 1)


def _recognised(account: Account, days: _Days, *, held: bool) -> Bounds:
    """Whether somebody was recognised in the window, and was in custody then, or was not."""
    disputed = contradicted(account)
    found = Bounds(0, 0, 0)
    for one in account.recognitions:
        if one.denied or one.withdrawn or not days.possibly(one):
            continue
        sure, best, may = _stood(account, one, held)
        certain = days.certainly(one) and sure and one.claim not in disputed
        found = Bounds(
            max(found.low, int(certain)), max(found.best, int(days.best(one) and best)), max(found.high, int(may))
        )
    return found


def _stood(account: Account, one: Recognition, held: bool) -> tuple[bool, bool, bool]:
    """Whether somebody stood so on the day of a recognition: certainly, by best, possibly."""
    if one.latest is None:
        return False, False, True
    standing = standing_on(account, one.latest, ANY_CUSTODY)
    if held:
        sure, best, may = standing.certainly, standing.best, standing.possibly
    else:
        sure, best, may = not standing.possibly, not standing.best, not standing.certainly
    exact = one.earliest == one.latest
    return sure and exact, best, may or not exact
