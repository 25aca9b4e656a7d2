"""How many, by a rule, through a lens, as of a day, as known on another? The figure, and the claims it opens to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.claims.vocabulary import Access
from habeas.claims.wording import form, say, say_many
from habeas.custody.report import Account
from habeas.names.fold import fold
from habeas.register import erase, read
from habeas.register.read import View
from habeas.tally.breakdown import Cell, breakdown
from habeas.tally.count import Count, Counted
from habeas.tally.lens import EVERY, Lens
from habeas.tally.rule import HELD, Rule
from habeas.tally.stock import divided

from .accounts import Accounts, accounts, known_by
from .divisions import cell_as_json, must_divide, parts, said_of_acts
from .flows import flow_of, may_have_moved
from .footing import of_nobody, scope
from .here import here
from .kept import Kept, state
from .lazily import Lazily
from .shown import Shown, Span, shown
from .tables import NOT_NAMED

SHOWN_CLAIMS, SHOWN_PEOPLE = 100, 100
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tally:
    """A computed figure with everything it hangs on; `assumed` counts its claims whose known day is assumed.

    `listed` are its people: first those in best, then those who possibly are, each by name. `names` and `last`, the
    first and last possible day of the last act that moved them, are of the first hundred, by the record that stands for
    each. `people` is how many are named with an act that the lens admits. `in_conflict` are the groups of records that
    some judgements join and others hold apart: there each record is a person of its own. `refused` has by condition the
    claims about custody that the lens does not admit; `open` says of how many people the bounds are open, by why.
    `unnamed`, where nobody is named, are the acts of groups that it admits. `hidden` counts the claims that could be
    seen at its entry and cannot now.
    """

    count: Count
    rule: Rule
    lens: Lens
    as_of: date
    known_on: date
    seen: View
    names: Mapping[str, str]
    last: Mapping[str, Span]
    listed: Sequence[Counted]
    people: int
    in_conflict: int
    assumed: int
    erased: int
    hidden: int
    refused: Mapping[str, tuple[str, ...]]
    unnamed: int
    open: Mapping[str, int]
    entangled: int
    cells: tuple[Cell, ...] = ()
    by: str = ""

    @property
    def start(self) -> date:
        """The first day of a flow's window, which ends on `as_of`; of a stock the day itself."""
        return self.rule.start(self.as_of)

    @property
    def note(self) -> str | None:
        """What a reader must be told first, or None."""
        return self.noted(say("on that day") if self.rule.quantity == "stock" else say("in those days"))

    def noted(self, when: str) -> str | None:
        """The same, with the day or the days that it is told of in these words."""
        if not self.rule.covers(self.as_of):
            return scope(self.rule)
        if self.people == 0 and not self.count.groups:
            if self.refused and self.unnamed:
                return say("the lens {lens} admits claims about {whom}", lens=say(self.lens.name), whom=self._unnamed)
            return of_nobody(self.lens, refuses=bool(self.refused))
        if self.count.high == 0:
            whom = say_many("the one person", "any of the {people} people", self.people, people=str(self.people))
            told = {"whom": whom, "counted": self.counted_as, "when": when}
            if self.lens == EVERY:
                return say("no claim known by then has {whom} named here {counted} {when}", **told)
            return say(
                "no claim that the lens {lens} admits, known by then has {whom} named here {counted} {when}",
                lens=say(self.lens.name),
                **told,
            )
        return None

    @property
    def _unnamed(self) -> str:
        """What is said of a lens that admits groups alone, none of which is counted here."""
        if self.rule.quantity == "stock":
            return say("people who are counted and not named alone: ask by a rule of who came or went")
        return say("people who are counted and not named alone, and none of those days that was known by then")

    @property
    def counted_as(self) -> str:
        """What the rule makes of somebody: in custody, recognised and in custody, entering the count …"""
        if self.rule.quantity != "stock":
            return say(_MOVED[self.rule.quantity], rule=say(self.rule.name))
        held = say("in custody") if self.rule == HELD else say("counted by the rule {rule}", rule=say(self.rule.name))
        return say("recognised, and {held}", held=held) if self.rule.population.recognised_by else held

    def _person(self, one: Counted) -> Json:
        return {
            "record": one.person,
            "name": self.names.get(one.person, "not named"),
            "low": one.low,
            "best": one.best,
            "high": one.high,
            "claims": list(one.claims),
        }

    def as_json(self) -> Json:
        """The documented shape."""
        refused = [claim for claims in self.refused.values() for claim in claims]
        shown: Json = {
            **{key: getattr(self.count, key) for key in ("low", "best", "high", "named")},
            "people": self.people,
            "rule": self.rule.name,
            "rule_version": self.rule.version,
            "rule_sentence": self.rule.sentence,
            "quantity": self.rule.quantity,
            "unit": self.rule.unit,
            "complete": self.rule.complete,
            "lens": self.lens.name,
            "lens_version": self.lens.version,
            "lens_sentence": self.lens.sentence,
            "access": self.seen.ceiling.name,
            "as_of": self.as_of.isoformat(),
            "known_on": self.known_on.isoformat(),
            "at": str(self.seen.at),
            "counted": [self._person(one) for one in self.listed[:SHOWN_PEOPLE]],
            "groups": [_group(one) for one in self.count.groups],
            "claims": list(self.count.claims[:SHOWN_CLAIMS]),
            "claim_count": len(self.count.claims),
            "not_admitted": {why: len(claims) for why, claims in self.refused.items()},
            "not_admitted_claims": refused[:SHOWN_CLAIMS],
            "open": dict(self.open),
            "entangled": self.entangled,
            "assumed": self.assumed,
            "in_conflict": self.in_conflict,
            "erased_since": self.erased,
            "hidden_since": self.hidden,
        }
        flow = {"from": self.start.isoformat()} if self.rule.quantity != "stock" else {}
        cells = {"by": self.by, "cells": [cell_as_json(one, self.by) for one in self.cells]} if self.by else {}
        return shown | flow | cells | ({"note": self.note} if self.note else {})


_MOVED = {"inflow": form("entering the count {rule}"), "outflow": form("leaving the count {rule}")}
_TALLIES: Kept[Tally] = Kept()


def tally(as_of: date, known_on: date, seen: View, rule: Rule = HELD, lens: Lens = EVERY, by: str = "") -> Tally:
    """The figure of a rule through a lens; `by`: also how it divides, by `state`, by a property, or several.

    The records that judgements join are one person. Raises AskError where it cannot be divided so.
    """
    must_divide(by, rule, seen)
    with read.snapshot():
        asked = (as_of, known_on, seen, rule, lens, by)
        return _TALLIES.get(state(), asked, lambda: _worked_out(as_of, known_on, seen, rule, lens, by))


def _worked_out(as_of: date, known_on: date, seen: View, rule: Rule, lens: Lens, by: str) -> Tally:
    every = accounts(seen)
    how = _silent if not rule.covers(as_of) else _stock if rule.quantity == "stock" else _flow
    found = how(every, rule, lens, as_of, known_on, by)
    refused = every.refused(lens, rule.territory)
    everyone = every.peopled(lens, known_on, rule.territory)
    return Tally(
        count=found.count,
        rule=rule,
        lens=lens,
        as_of=as_of,
        known_on=known_on,
        seen=seen,
        names=Lazily(found.shown, lambda one: _name(found.shown[one], seen)),
        last=Lazily(found.shown, lambda one: found.shown[one].last),
        listed=found.listed,
        people=len(everyone),
        in_conflict=sum(any(one in everyone for one in group) for group in every.persons.conflicts),
        assumed=len(every.read.assumed.intersection(found.count.claims)) if every.read.assumed else 0,
        erased=every.kept("erased", lambda: erase.erased_since(seen.at.seq, seen.ceiling)),
        hidden=every.kept("hidden", lambda: read.hidden_since(seen)),
        open=found.open,
        entangled=found.entangled,
        refused={why: _known(rows, known_on) for why, rows in refused.items() if _known(rows, known_on)},
        unnamed=0 if everyone else len(every.groups(lens, known_on, rule.territory)),
        cells=found.cells,
        by=by,
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """A figure; the first of its people, with all that is shown of them, and all; and why bounds are open."""

    count: Count
    shown: Mapping[str, Shown]
    listed: Sequence[Counted]
    open: Mapping[str, int]
    entangled: int = 0
    cells: tuple[Cell, ...] = ()


_NOTHING = Count(0, 0, 0, 0, (), (), ())


def _silent(every: Accounts, rule: Rule, lens: Lens, as_of: date, known_on: date, by: str) -> _Found:
    """What a rule says of a day that it does not speak of: nothing."""
    return _Found(_NOTHING, {}, (), {})


def _stock(every: Accounts, rule: Rule, lens: Lens, as_of: date, known_on: date, by: str) -> _Found:
    found = here(every, rule, lens, as_of, known_on)
    figure = Count(*found.bounds, found.bounds.best, found.claims, found.people, ())
    places = {one: place for place, one in enumerate(found.first(SHOWN_PEOPLE))}
    shown = Lazily(places, lambda one: found.shown(places[one]))
    return _Found(
        figure, shown, found.people, found.open, found.entangled, _cells(every, rule, lens, as_of, known_on, by)
    )


def _cells(every: Accounts, rule: Rule, lens: Lens, as_of: date, known_on: date, by: str) -> tuple[Cell, ...]:
    if not by:
        return ()
    found = divided(every.book(rule, lens), rule, parts(by), as_of.toordinal(), known_on.toordinal())
    return tuple(Cell(one.values, *one.bounds) for one in found)


def _flow(every: Accounts, rule: Rule, lens: Lens, as_of: date, known_on: date, by: str) -> _Found:
    people = may_have_moved(every, rule, lens, as_of, known_on)
    figure = flow_of(every, people, rule, as_of, every.groups(lens, known_on, rule.territory))
    moved = [_moved(one, people[one.person], every, rule) for one in figure.people]
    moved.sort(key=lambda one: (not one.counted.best, fold(one.name), one.counted.person))
    why = Counter(one.why for one in moved if one.counted.low != one.counted.high)
    entangled = sum(one.entangled for one in figure.people)
    told = said_of_acts(every, by, known_on)
    cells = breakdown(people, rule, as_of, parts(by), figure.groups, told) if by else ()
    shown = {one.counted.person: one for one in moved[:SHOWN_PEOPLE]}
    return _Found(figure, shown, tuple(one.counted for one in moved), why, entangled, cells)


def _moved(one: Counted, account: Account, every: Accounts, rule: Rule) -> Shown:
    return shown(one, every.acts_of(one.person, one.claims), account, rule)


def _known(rows: Sequence[Any], known_on: date) -> tuple[str, ...]:
    return tuple(row.claim for row in rows if known_by(row, known_on.isoformat()))


def _name(one: Shown, seen: View) -> str:
    """The name that stands in the claims which the count of a person rests on: another may not have been known."""
    return read.people(seen, [one.record]).get(one.record, NOT_NAMED) if one.name == NOT_NAMED else one.name


def view(at: str | None, ceiling: Access) -> View:
    """The view at a citation SEQ-HASH, or at the head."""
    return read.view(at, ceiling)


def _group(one: Any) -> Json:
    told = {"group": one.group.id, "name": one.group.name, "low": one.low, "best": one.best, "high": one.high}
    return told | {"claims": list(one.claims)}
