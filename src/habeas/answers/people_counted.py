"""Who of the people known here is counted by a rule on a day, by name or by how long: for whoever looks for somebody.

They are the people of the figure of that rule, day and known day, those whom it counts by convention before those whom
it possibly counts; so a list of names and a figure cannot tell two stories.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

import numpy as np

from habeas.claims.act import CustodyState
from habeas.claims.wording import say
from habeas.register import read
from habeas.register.read import View
from habeas.tally.count import Counted
from habeas.tally.held_days import HeldDays, held_days
from habeas.tally.lens import Lens
from habeas.tally.rule import HELD, Rule

from .accounts import Accounts, accounts
from .called import called
from .counted_by import lens_of, rule_named
from .here import Here, here
from .people import MOST_NEAR
from .public import AskError


class Order(StrEnum):
    """In which order people are told."""

    name = "name"
    longest = "longest"
    shortest = "shortest"


@dataclass(frozen=True, slots=True)
class CountedAsked:
    """Whom to tell of: counted by a rule on a day, as known on another, in a state if one is named, called so."""

    as_of: date
    known_on: date
    rule: Rule = HELD
    state: CustodyState | None = None
    text: str = ""
    order: Order = Order.name


@dataclass(frozen=True, slots=True)
class OneCounted:
    """Somebody who is counted: how, and for how many days at least and at most (None: nobody says since when)."""

    counted: Counted
    name: str
    days: tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class PeopleCounted:
    """Those who stand after so many others; `count` of all of them, `certain` of whom no placement says otherwise."""

    seen: View
    asked: CountedAsked
    lens: Lens
    people: Sequence[OneCounted]
    after: int
    count: int
    certain: int

    def as_json(self) -> dict[str, Any]:
        """The documented shape."""
        asked, rule, lens = self.asked, self.asked.rule, self.lens
        last = self.after + len(self.people)
        return {
            "rule": rule.name,
            "rule_version": rule.version,
            "rule_sentence": rule.sentence,
            "lens": lens.name,
            "lens_version": lens.version,
            "lens_sentence": lens.sentence,
            "access": self.seen.ceiling.name,
            "at": str(self.seen.at),
            "as_of": asked.as_of.isoformat(),
            "known_on": asked.known_on.isoformat(),
            **({"state": asked.state.value} if asked.state else {}),
            "order": asked.order.value,
            "count": self.count,
            "certain": self.certain,
            "people": [_as_json(one) for one in self.people],
            **({"next": last} if self.people and last < self.count else {}),
        }


def rule_of_who_is_held(text: str, seen: View) -> Rule:
    """The rule that is named, `held` without one; AskError for one that counts who came or went."""
    rule = rule_named(text, seen)
    if rule.quantity != "stock":
        why = say("“{rule}” counts who came or went: choose a rule of who is held", rule=say(rule.name))
        raise AskError("rule", why)
    return rule


def _as_json(one: OneCounted) -> dict[str, Any]:
    who, (least, most) = one.counted, one.days
    days = {"least": least} if most is None else {"least": least, "most": most}
    return {"id": who.person, "name": one.name, "low": who.low, "best": who.best, "high": who.high, "days": days}


def people_counted(asked: CountedAsked, seen: View, after: int, limit: int) -> PeopleCounted:
    """At most `limit` of the people whom the rule counts, certainly or possibly, after so many others."""
    with read.snapshot():
        every, lens = accounts(seen), lens_of(asked.rule, seen)
        rule = _in_state(asked.rule, asked.state)
        found = here(every, rule, lens, asked.as_of, asked.known_on)
        person = found.rows.person[found.order]
        days = _days(every, found, rule, lens, asked)
        places = np.arange(len(person))
        if asked.text.strip():
            called = _called(asked.text, seen)
            people = found.admitted.table.people
            places = places[[people[number] in called for number in person.tolist()]]
        if asked.order is not Order.name:
            turn = -1 if asked.order is Order.longest else 1
            places = places[np.argsort(turn * days.low[person[places]], kind="stable")]
        told = [_one(found, place, days) for place in places[after : after + limit].tolist()]
        certain = int((found.counts[found.order[places], 0] > 0).sum())
    return PeopleCounted(seen, asked, lens, told, after, len(places), certain)


def _in_state(rule: Rule, state: CustodyState | None) -> Rule:
    """The rule, of those alone who are in a state: it asks the same of everybody's claims."""
    if state is None:
        return rule
    return replace(rule, population=replace(rule.population, states=frozenset({state})))


def _days(every: Accounts, found: Here, rule: Rule, lens: Lens, asked: CountedAsked) -> HeldDays:
    table, book = found.admitted.table, every.ready(rule, lens).book
    key = ("held days", rule, lens, asked.as_of, asked.known_on)
    ends = asked.as_of.toordinal(), asked.known_on.toordinal()
    return every.kept(key, lambda: held_days(book, rule, len(table.people), *ends))


def _one(found: Here, place: int, days: HeldDays) -> OneCounted:
    shown, number = found.shown(place), int(found.rows.person[found.order[place]])
    most = None if days.open[number] else int(days.high[number])
    return OneCounted(shown.counted, shown.name, (int(days.low[number]), most))


def _called(text: str, seen: View) -> set[str]:
    """The persons who have these words in a name, and those whose names are near."""
    everybody = called(seen)
    return {*everybody.having(text), *everybody.near(text, MOST_NEAR)}
