"""What to decide first of two lists: the pairs that nobody judged, by what calling them one person would change.

A decision changes who is counted as held, where the person stood, and a line of the bridge between the totals; neither
total. The figure is that of the rule `held`, as of the day and as known on the day that is asked about.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.custody.report import Account
from habeas.custody.standing import Standing, standing_on
from habeas.linkage.across import Across, By, Kind, TwoLists
from habeas.register.read import View
from habeas.tally.lens import EVERY
from habeas.tally.rule import HELD

from .accounts import accounts

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Effect:
    """What calling two one person would change: of `held` low, best and high; where they stood; who is on both."""

    held: tuple[int, int, int]
    stood_otherwise: bool
    on_both: int

    @property
    def order(self) -> int:
        """How much it changes, for sorting: people counted, a standing, a line of the bridge."""
        return max(map(abs, self.held)) + self.stood_otherwise + self.on_both

    def as_json(self) -> Json:
        """The documented shape."""
        low, best, high = self.held
        told = {"held": {"low": low, "best": best, "high": high}, "on_both": self.on_both}
        return told | ({"stood_otherwise": "yes"} if self.stood_otherwise else {})


@dataclass(frozen=True, slots=True)
class Ordered:
    """A pair that waits for a decision, by its place among the pairs, and what that would change."""

    place: int
    effect: Effect


def queue(found: TwoLists, seen: View, known_on: date) -> tuple[Ordered, ...]:
    """The pairs that nobody judged, most to change first; of equal ones the undecided, then those that agree more."""
    waiting = [(at, pair) for at, pair in enumerate(found.pairs) if pair.by in (By.agreement, By.score)]
    told = _Standings(seen, known_on)
    every = [(Ordered(at, told.effect(found, pair)), pair) for at, pair in waiting]
    every.sort(key=lambda one: _order(*one), reverse=True)
    return tuple(one for one, _ in every)


def _order(one: Ordered, pair: Across) -> tuple[Any, ...]:
    return one.effect.order, pair.kind is Kind.undecided, pair.kind is Kind.probable, pair.score, -one.place


class _Standings:
    """Where people stood on one day, alone and as one."""

    def __init__(self, seen: View, known_on: date) -> None:
        self._every, self._day = accounts(seen), known_on

    def effect(self, found: TwoLists, pair: Across) -> Effect:
        """What it would change if these two were one."""
        persons = {found.ones[pair.one].person, found.others[pair.other].person}
        apart = [one for one in map(self._account, sorted(persons)) if one]
        both = 1 if pair.kind is Kind.undecided else 0
        if len(apart) < 2:
            return Effect((0, 0, 0), False, both)
        stood = [self._stood(one) for one in apart]
        joined = self._stood(_as_one(apart))
        low, best, high = (after - sum(before) for after, before in zip(joined, zip(*stood, strict=True), strict=True))
        return Effect((low, best, high), any(joined != one for one in stood), both)

    def _account(self, person: str) -> Account | None:
        return self._every.account(person, EVERY, self._day)

    def _stood(self, account: Account) -> tuple[int, int, int]:
        found: Standing = standing_on(account, self._day, HELD.population)
        return int(found.certainly), int(found.best), int(found.possibly)


def _as_one(apart: Iterable[Account]) -> Account:
    """The claims about several, as about one person."""
    every = list(apart)

    def pairs(of: str) -> frozenset[tuple[str, str]]:
        return frozenset(pair for one in every for pair in getattr(one, of))

    return Account(
        reports=tuple(sorted((report for one in every for report in one.reports), key=lambda one: one.order)),
        recognitions=tuple(one for account in every for one in account.recognitions),
        attributes=tuple(_attributes(every)),
        same=pairs("same"),
        different=pairs("different"),
        contradicts=pairs("contradicts"),
        sequences=pairs("sequences"),
    )


def _attributes(every: Iterable[Account]) -> Iterator[tuple[str, str, str]]:
    for one in every:
        yield from one.attributes
