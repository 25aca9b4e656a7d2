"""What changed between two figures of a flow: of people and of groups, each with the claims that are the reason.

First what became known since of the earlier figure's days (a late report, a correction, or coverage that a keeper
declared), then what tells its days from those of the later figure: whoever moved in the later days alone comes in,
whoever moved in the earlier days alone goes out. Both are differences of plain counts, so the parts add up.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.register import read
from habeas.register.counting import ActRow, MemberRow
from habeas.tally.lens import EVERY, Lens
from habeas.tally.rule import HELD, Rule
from habeas.tally.stock import Bounds

from .accounts import Accounts, accounts, known_by
from .changes import Change, Changes, Figure, must_be_in_order, name_of
from .changes import changes as stock_changes
from .deciding import NOBODY, counts_without
from .flows import flow_of, may_have_moved
from .public import AskError
from .reasons import Claimed, Reason, Why, claimed, happened, revised
from .taken_in import TakenIn, taken_in


@dataclass(frozen=True, slots=True)
class _Part:
    """How a person, or what remains of a group, counts in one figure, and the claims that decide it."""

    bounds: Bounds
    claims: tuple[str, ...]


Parts = Mapping[str, _Part]  # by the record that stands for a person, or by group
NONE = _Part(NOBODY, ())


def changes(earlier: Figure, later: Figure, rule: Rule = HELD, lens: Lens = EVERY) -> Changes:
    """What lies between two figures of a stock or of a flow.

    Raises AskError as `changes.changes` does, and for two entries of a flow: that is read at one.
    """
    if rule.quantity == "stock":
        return stock_changes(earlier, later, rule, lens)
    must_be_in_order(earlier, later, rule)
    if earlier.seen.at != later.seen.at:
        raise AskError("from_at", f"{rule.name} is an {rule.quantity}, which is compared at one entry: leave it out")
    with read.snapshot():
        return _Way(accounts(later.seen), earlier, later, rule, lens).changes()


@dataclass(frozen=True, slots=True)
class _Way:
    """The way from the earlier figure to the later one."""

    every: Accounts
    earlier: Figure
    later: Figure
    rule: Rule
    lens: Lens

    def changes(self) -> Changes:
        """Everything that lies on it."""
        first, last = self.earlier, self.later
        then, learned = self._count(first.as_of, first.known_on), self._count(first.as_of, last.known_on)
        now = self._count(last.as_of, last.known_on)
        found = [*self._between(then, learned, True), *self._between(learned, now, False)]
        return Changes(self.rule, self.lens, first, last, _sum(then), _sum(now), tuple(found))

    def _count(self, day: date, known: date) -> Parts:
        people = may_have_moved(self.every, self.rule, self.lens, day, known)
        groups = self.every.groups(self.lens, known, self.rule.territory)
        figure = flow_of(self.every, people, self.rule, day, groups)
        found = {one.person: _Part(Bounds(one.low, one.best, one.high), one.claims) for one in figure.people}
        for one in figure.groups:  # of a group each act in the window
            told, before = Bounds(one.low, one.best, one.high), found.get(one.group.id, NONE)
            both = Bounds(*(a + b for a, b in zip(before.bounds, told, strict=True)))
            found[one.group.id] = _Part(both, tuple(dict.fromkeys((*before.claims, *one.claims))))
        return found

    def _between(self, then: Parts, now: Parts, of_one_day: bool) -> Iterator[Change]:
        for one in sorted({*then, *now}):
            before, after = then.get(one, NONE), now.get(one, NONE)
            if before.bounds != after.bounds:
                group = self.every.read.groups.get(one)
                why = self._of_group(one, before, after) if group else self._of_person(one, before, after)
                if not of_one_day and why.coverage is None:
                    why = self._moved(one, before, after)
                name = group.name if group else name_of(self.every, one, (*after.claims, *before.claims))
                yield Change(one, name, before.bounds, after.bounds, why, group is not None)

    def _of_person(self, person: str, before: _Part, after: _Part) -> Why:
        table = self.every.table(self.lens, self.rule.territory)
        told = claimed(table, table.number[person])
        why = self._revised(told, before, after)
        coverage = self._coverage(why.claims)
        if coverage and self._without(person, coverage) == before.bounds:
            return Why(Reason.coverage, why.claims, coverage.coverage)
        return why

    def _moved(self, one: str, before: _Part, after: _Part) -> Why:
        """Who moved in the days of one figure, and not, or otherwise, in those of the other: by acts of its days."""
        came = after.bounds > before.bounds
        claims, day = (after.claims, self.later.as_of) if came else (before.claims, self.earlier.as_of)
        table = self.every.table(self.lens, self.rule.territory)
        if one not in table.number:
            return Why(Reason.new_event, claims)
        told = claimed(table, table.number[one])
        why = happened(told, claims, self.rule.start(day).toordinal() - 1, day.toordinal())
        return Why(Reason.new_event, why.claims, also=tuple(each for each in claims if each not in why.claims))

    def _of_group(self, group: str, before: _Part, after: _Part) -> Why:
        """Of a group also who was named as a member since: they are counted by themselves then."""
        told = self.every.read
        rows: list[ActRow | MemberRow] = [one for one in told.acts_of_groups if one.group == group]
        named = [one for one in told.memberships if one.group == group]
        spans = defaultdict[str, list[tuple[int, int]]](list)
        for row in (*rows, *named):
            until = date.fromisoformat(row.known_to).toordinal() if row.known_to else date.max.toordinal()
            spans[row.claim].append((date.fromisoformat(row.known).toordinal(), until))
        members = (one.claim for one in named if known_by(one, self.later.known_on.isoformat()))
        why = self._revised(Claimed(spans, {}), before, _Part(after.bounds, (*after.claims, *members)))
        coverage = self._coverage(why.claims)
        return Why(Reason.coverage, why.claims, coverage.coverage) if coverage else why

    def _revised(self, told: Claimed, before: _Part, after: _Part) -> Why:
        known = self.earlier.known_on.toordinal(), self.later.known_on.toordinal()
        why = revised(told, before.claims, after.claims, *known)
        return why if why.claims else Why(why.reason, after.claims or before.claims)

    def _coverage(self, claims: Sequence[str]) -> TakenIn | None:
        """What took all of these claims in since, an act of before among them."""
        for some in taken_in(self.every, self.earlier.known_on, self.later.known_on):
            if claims and some.said.issuperset(claims) and not some.acts.isdisjoint(claims):
                return some
        return None

    def _without(self, person: str, coverage: TakenIn) -> Bounds:
        """How the person would count in the earlier days if the keeper had not looked there."""
        table = self.every.table(self.lens, self.rule.territory)
        asked = self.earlier.as_of.toordinal(), self.later.known_on.toordinal()
        return counts_without(table, table.number[person], self.rule, *asked, coverage.said)


def _sum(parts: Parts) -> Bounds:
    low, best, high = (sum(ends) for ends in zip(NOBODY, *(one.bounds for one in parts.values()), strict=True))
    return Bounds(low, best, high)
