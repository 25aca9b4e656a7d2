"""Which claims alone make a difference: how somebody would count if some had not been told.

Of many claims that say the same one is enough, and what is said of later days decides nothing: a change names the claim
that makes it, and the others apart.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from habeas.tally.count import counted
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds
from habeas.tally.table import Table

from .reasons import Claimed, Reason, Walk, Why

NOBODY = Bounds(0, 0, 0)


def counts_without(table: Table, person: int, rule: Rule, day: int, known: int, claims: Collection[str]) -> Bounds:
    """How a person would count at the end of a day, as known on another (ordinals), but for these claims."""
    account = table.account_without(person, known, claims)
    if account is None or all(report.denied for report in account.reports):
        return NOBODY
    found = counted(table.people[person], account, rule, date.fromordinal(day))
    return Bounds(found.low, found.best, found.high)


class Stretch(NamedTuple):
    """A stretch of the way of one person: from the end of one day to another's, and what was known at its ends.

    `before` and `now` are how the person counts at either end.
    """

    walk: Walk
    day: int
    until: int
    since: int
    known: int
    before: Bounds
    now: Bounds

    def stands_without(self, claims: Collection[str]) -> bool:
        """Whether the difference (by best, where best differs) is the same but for some claims."""
        walk = self.walk
        found = counts_without(walk.table, walk.person, walk.rule, self.until, self.known, claims)
        return found == self.now if self.before.best == self.now.best else found.best == self.now.best


def told_apart(why: Why, told: Claimed, on: Stretch) -> Why:
    """The same reason, the claims that make the difference apart from those that bear it out."""
    match why.reason:
        case Reason.new_event:
            found = _at_the_turn(why, told, on)
        case Reason.late_report:
            found = _learned_first(why, told, on)
        case Reason.correction if len(why.claims) > 1:
            found = _corrected(why, told, on)
        case _:
            found = ()
    also = tuple(one for one in why.claims if one not in found)
    return replace(why, claims=found, also=also) if found else why


def _at_the_turn(why: Why, told: Claimed, on: Stretch) -> tuple[str, ...]:
    """Of the day on which the person came to count so the claim that alone does it; of several the first known."""
    day = on.walk.turned((on.day, on.until), on.known)
    there = [one for one in _in_turn(why, told.days) if any(first <= day <= last for first, last in told.days[one])]
    known = [one for one in there if told.stood(one, on.known)]
    return next(_enough(sorted(known, key=told.first_known), on), ())


def _learned_first(why: Why, told: Claimed, on: Stretch) -> tuple[str, ...]:
    """Of all that was learned since, the claim that alone makes the difference; of several the first known."""
    every = _in_turn(why, told.known)
    learned = [one for one in every if told.learned(one, on.since, on.known) and told.stood(one, on.known)]
    return next(_enough(sorted(learned, key=lambda one: told.first_learned(one, on.since)), on), ())


def _in_turn(why: Why, every: Collection[str]) -> list[str]:
    """Claims in the order in which they are named where they became known on one day: first those that decide."""
    return [*(one for one in why.claims if one in every), *(one for one in every if one not in why.claims)]


def _enough(some: Sequence[str], on: Stretch) -> Iterator[tuple[str, ...]]:
    """Each of some claims that makes the difference without the others, in their order."""
    return ((one,) for one in some if len(some) == 1 or on.stands_without({*some} - {one}))


def _corrected(why: Why, told: Claimed, on: Stretch) -> tuple[str, ...]:
    """What was taken back or changed, where what else was learned makes no difference."""
    ended = tuple(one for one in why.claims if told.ended(one, on.since, on.known))
    others = set(why.claims).difference(ended)
    return ended if others and on.stands_without(others) else ()
