"""The parts of one person in the difference of two figures: what became known of the earlier day, what happened since.

Who came in or went out on a day that became known since, and may lie before the earlier figure's day, did not certainly
do so between the two days: that is told as what became known, in one part with what was revised for the same reason.

What a keeper took in between the two known days is coverage where it alone makes the difference: without it the person
would count as before. So that an arrest before the keeper looked there is not told as one that happened since, what
happened is parted then: up to the day before the coverage, and from that day on; where several keepers began to look,
at the day of each that makes a difference.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from habeas.register.judged import Coverage
from habeas.tally.difference import At, Changed
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds
from habeas.tally.table import Table

from .deciding import Stretch, counts_without, told_apart
from .reasons import Reason, Span, Walk, Why, claimed, happened, may_have_been, revised
from .taken_in import TakenIn


class Part(NamedTuple):
    """Counted before and now, why, and the claims that decide it."""

    before: Bounds
    now: Bounds
    why: Why
    told: tuple[str, ...]


def parts(table: Table, rule: Rule, one: Changed, first: At, last: At, taken: Sequence[TakenIn] = ()) -> Iterator[Part]:
    """Each stretch of the way in which the person's part changes; `taken` is what was taken in since, by coverage."""
    joined: list[Part] = []
    for part in _Way(table, rule, one, first, last, taken).parts():
        if joined and _alike(joined[-1].why, part.why):
            joined[-1] = _as_one(joined[-1], part)
        else:
            joined.append(part)
    yield from (part for part in joined if part.before != part.now)


def _alike(one: Why, other: Why) -> bool:
    return (one.reason, one.coverage) == (other.reason, other.coverage)


def _as_one(one: Part, then: Part) -> Part:
    claims = tuple(dict.fromkeys((*one.why.claims, *then.why.claims)))
    also = tuple(each for each in dict.fromkeys((*one.why.also, *then.why.also)) if each not in claims)
    return Part(one.before, then.now, replace(then.why, claims=claims, also=also), then.told)


class _Way:
    """The way of one person from the earlier figure to the later one."""

    def __init__(self, table: Table, rule: Rule, one: Changed, first: At, last: At, taken: Sequence[TakenIn]) -> None:
        self.table, self.rule, self.one, self.first, self.last = table, rule, one, first, last
        self.walk = Walk(table, one.person, rule)
        self.told = claimed(table, one.person)
        self.taken = [some for some in taken if not (some.acts | some.signs).isdisjoint(self.told.known)]

    def parts(self) -> Iterator[Part]:
        """Every stretch in which the person counts otherwise at its end, in order."""
        one = self.one
        if one.before != one.revised:
            yield self._revision()
        if one.revised != one.now:
            yield from self._since()

    def _revision(self) -> Part:
        """What became known of the earlier day."""
        one, then, learned = self.one, self._decide(*self.first), self._decide(self.first.day, self.last.known)
        why = revised(self.told, then, learned, self.first.known, self.last.known)
        coverage = self._coverage(why, one.before, self._without(self.first.day))
        why = self._told_apart(why, (self.first.day, self.first.day), (one.before, one.revised), coverage)
        return Part(one.before, one.revised, why, learned or then)

    def _since(self) -> Iterator[Part]:
        """What happened from the earlier day on; where what was taken in tells of days before, that first."""
        days = [self.first.day]
        for link in sorted({some.coverage.known.toordinal() - 1 for some in self.taken}):
            if days[-1] < link < self.last.day:
                until = self._stretch(days[-1], link)
                if until.before != until.now and until.why.coverage is not None:
                    days.append(link)
        days.append(self.last.day)
        stretches = [self._stretch(*ends) for ends in pairwise(days)]
        yield from (part for part in stretches if part.before != part.now)

    def _stretch(self, day: int, until: int) -> Part:
        """From one day to another, by what is known for the later figure."""
        before, now = self._counts(day), self._counts(until)
        learned, decided = self._decide(day, self.last.known), self._decide(until, self.last.known)
        why = self._why(before, now, learned, decided, (day, until))
        coverage = self._coverage(why, self._without(day), self._without(until))
        return Part(before, now, self._told_apart(why, (day, until), (before, now), coverage), decided)

    def _told_apart(self, why: Why, days: Span, counts: tuple[Bounds, Bounds], coverage: Coverage | None) -> Why:
        on = Stretch(self.walk, *days, self.first.known, self.last.known, *counts)
        found = told_apart(why, self.told, on)
        return found if coverage is None else replace(found, reason=Reason.coverage, coverage=coverage)

    def _why(
        self, before: Bounds, now: Bounds, learned: tuple[str, ...], decided: tuple[str, ...], days: tuple[int, int]
    ) -> Why:
        since, known = self.first.known, self.last.known
        if may_have_been(self.told, decided, since, known, before, now):
            return revised(self.told, learned, decided, since, known)
        if before.low > now.low and now.best and self.walk.without_sign(days[1], known):
            return Why(Reason.no_sign, decided)
        return happened(self.told, decided, *days)

    def _decide(self, day: int, known: int) -> tuple[str, ...]:
        return self.walk.decides(day, known)

    def _coverage(self, why: Why, before: Bounds, without: Bounds) -> Coverage | None:
        """The coverage by which alone the person counts otherwise; None where somebody else tells of it, too.

        `before` and `without`: how the person counts at either end if the keeper had not looked there.
        """
        if why.reason not in (Reason.late_report, Reason.new_event) or before != without:
            return None
        if not self._said.issuperset(why.claims):
            return None
        signs = why.reason is Reason.late_report  # of what may have been so before, a later sign tells too
        for some in self.taken:
            if not (some.acts | some.signs if signs else some.acts).isdisjoint(why.claims):
                return some.coverage
        return None

    @cached_property
    def _said(self) -> frozenset[str]:
        """Whatever the keepers say of there since they began to look."""
        return frozenset().union(*(some.said for some in self.taken))

    def _counts(self, day: int) -> Bounds:
        """How the person counts on a day by what is known for the later figure."""
        known = {self.first.day: self.one.revised, self.last.day: self.one.now}
        return known[day] if day in known else self._count(day, frozenset())

    def _without(self, day: int) -> Bounds:
        """How the person would count on a day if the keeper had not looked there."""
        return self._count(day, self._said) if self.taken else self._counts(day)

    def _count(self, day: int, left_out: Collection[str]) -> Bounds:
        return counts_without(self.table, self.one.person, self.rule, day, self.last.known, left_out)
