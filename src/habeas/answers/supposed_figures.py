"""Which figures would be others if people were joined otherwise: those of the rules, and those beside published ones.

The count is made twice of the same claims, once of the persons that stand and once of those that are supposed; only
those who are joined otherwise are worked out again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from habeas.tally.lens import Lens
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds, stock

from . import counted_by
from .accounts import Accounts
from .compared import beside, comparable
from .flows import flow_of, may_have_moved

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure of a rule, through the lens that it names, before and then, of `as_of` as known on `known_on`.

    `beside` is the published figure in the documented shape, where it is counted beside one.
    """

    rule: Rule
    lens: Lens
    access: str
    as_of: date
    known_on: date
    before: Bounds
    now: Bounds
    beside: Json | None = field(default=None, hash=False)

    def as_json(self) -> Json:
        """The documented shape."""
        told = {"rule": self.rule.name, "rule_version": self.rule.version, "lens": self.lens.name}
        told |= {"access": self.access, "as_of": self.as_of.isoformat(), "known_on": self.known_on.isoformat()}
        published = {"published": self.beside["id"]} if self.beside else {}
        return told | published | {"before": bounds_as_json(self.before), "now": bounds_as_json(self.now)}


def changed(before: Accounts, now: Accounts, day: date) -> list[FigureChange]:
    """The figures that differ: of every rule at `day`, and beside every published figure of all who are held.

    All are as known on `day`; a rule is asked through its own lens, and is silent of days that it does not cover.
    """
    return [one for one in (*_of_rules(before, now, day), *_published(before, now, day)) if one.before != one.now]


def bounds_as_json(bounds: Bounds) -> Json:
    """Low, best and high."""
    return {"low": bounds.low, "best": bounds.best, "high": bounds.high}


def _of_rules(before: Accounts, now: Accounts, day: date) -> Iterator[FigureChange]:
    seen = before.seen
    for rule in counted_by.rules(seen):
        if rule.covers(day):
            lens = counted_by.lens_of(rule, seen)
            was, would_be = (_count(every, rule, lens, day) for every in (before, now))
            yield FigureChange(rule, lens, seen.ceiling.name, day, day, was, would_be)


def _published(before: Accounts, now: Accounts, day: date) -> Iterator[FigureChange]:
    seen, figures = before.seen, comparable(before.seen)
    was, would_be = (beside(figures, seen, day, among=every) for every in (before, now))
    for one in figures:
        as_of = one.last or one.first
        if one.id in was and as_of is not None:
            (rule, stood), (_, stands) = was[one.id], would_be[one.id]
            lens = counted_by.lens_of(rule, seen)
            yield FigureChange(rule, lens, seen.ceiling.name, as_of, day, stood, stands, one.claim)


def _count(every: Accounts, rule: Rule, lens: Lens, day: date) -> Bounds:
    if rule.quantity == "stock":
        return stock(every.book(rule, lens), rule, day.toordinal(), day.toordinal())
    people = may_have_moved(every, rule, lens, day, day)
    found = flow_of(every, people, rule, day, every.groups(lens, day, rule.territory))
    return Bounds(found.low, found.best, found.high)
