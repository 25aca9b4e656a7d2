"""What the register recorded since of what was known before, and what it judged since of who is who.

A figure of one day, as known on one day, read at two entries of the log. First who is who, then what is recorded: a
claim that is new on record is coverage, whichever way it moves somebody; where a claim that decides was changed, taken
back or judged anew, or is admitted no longer, or now, it is a correction, unless the new ones alone do it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from habeas.register import judged
from habeas.register.judged import Judged
from habeas.tally.lens import Lens, refuses
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds

from .accounts import Accounts, known_by
from .counted_people import Counted, apart, counted
from .deciding import counts_without
from .reasons import Identity, Reason, Walk, Why
from .tables import Row


class Recorded(NamedTuple):
    """One person's part, as `changes.Change` has it."""

    person: str
    name: str
    before: Bounds
    now: Bounds
    why: Why


def recorded(then: Accounts, now: Accounts, rule: Rule, lens: Lens, day: date, known: date) -> Iterator[Recorded]:
    """Who counts otherwise in a figure of `day` as known on `known`, by what was judged, then by what was recorded."""
    ways = [counted(every, rule, lens, day, known) for every in (then, then.judged_by(now.persons), now)]
    asked = _Asked(ways[1].every, now, rule, lens, day, known)
    for some, others in apart(ways[0], ways[1]):
        claims = dict.fromkeys((*ways[0].resting(some), *ways[1].resting(others)))
        identity = _judged(then, now, some, others)
        if not ways[1].of(others).best:
            joined = {now.persons.person(one) for person in some for one in then.records_of(person)}
            claims = dict.fromkeys((*asked.decide(ways[1].every, sorted(joined)), *claims))
        why = Why(Reason.identity, tuple(claims), recorded=True, identity=identity)
        yield _part(ways[0], ways[1], some, others, why)
    for some, others in apart(ways[1], ways[2]):
        people = tuple(dict.fromkeys((*some, *others)))
        yield _part(ways[1], ways[2], some, others, asked.why(people, ways[1].of(some), ways[2].of(others)))


def _part(before: Counted, now: Counted, some: Sequence[str], others: Sequence[str], why: Why) -> Recorded:
    person = next(iter(others), "") or some[0]
    name = now.name(person) if person in now.people else before.name(person)
    return Recorded(person, name, before.of(some), now.of(others), why)


def _judged(then: Accounts, now: Accounts, some: Sequence[str], others: Sequence[str]) -> Identity:
    """What was judged since of these people's records, as far as a claim that is read here speaks of them."""
    records = _records(then, now, some, others)
    before, since = (len({every.persons.person(one) for one in records}) for every in (then, now))
    by = tuple(one for one in _judgements_since(then, now) if records.issuperset((one.one, one.other)))
    return Identity(len(records), before, since, by)


def _records(then: Accounts, now: Accounts, some: Iterable[str], others: Iterable[str]) -> frozenset[str]:
    """The records of these people, before and now, and of whoever shares one with them."""
    found = frozenset[str]().union(*map(then.records_of, some), *map(now.records_of, others))
    sharing = (every.records_of(every.persons.person(one)) for every in (then, now) for one in found)
    return found.union(*sharing)


def _judgements_since(then: Accounts, now: Accounts) -> Sequence[Judged]:
    """The judgements of records that stand at one of the two entries alone; of one that changed the later."""

    def made() -> tuple[Judged, ...]:
        before, since = judged.judgements(then.seen), judged.judgements(now.seen)
        stood, standing = {one.seq for one in before}, {one.id for one in since}
        gone = (one for one in before if one.id not in standing)
        return (*(one for one in since if one.seq not in stood), *gone)

    return now.kept(("judgements since", then.seen), made)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Two states of the record, of the same persons, and what is asked of both."""

    before: Accounts
    now: Accounts
    rule: Rule
    lens: Lens
    day: date
    known: date

    def why(self, people: Sequence[str], was: Bounds, now: Bounds) -> Why:
        """Why these people count otherwise now."""
        stood, stands = self._standing(self.before, people), self._standing(self.now, people)
        added = [one for one in stands if one not in self.before.claims]
        alike = {one for one in stood.keys() & stands.keys() if stood[one] == stands[one]}
        altered = [one for one in (*stood, *stands) if one not in alike and one in self.before.claims]
        if added and self._without(people, added) == was:
            first, others = self._enough(people, added, now)
            return Why(Reason.coverage, first, also=others, recorded=True)
        decided = dict.fromkeys((*self.decide(self.before, people), *self.decide(self.now, people)))
        claims = [one for one in decided if one in altered or one in added] or [*altered, *added] or list(decided)
        claims.sort(key=lambda one: one in added)
        reason = Reason.coverage if claims[0] in added else Reason.correction
        return Why(reason, tuple(claims), recorded=True)

    def _enough(
        self, people: Sequence[str], added: Sequence[str], now: Bounds
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Of the claims that are new on record the first that alone makes the difference, and those that bear it out.

        If none does alone, those that decide; if none of them does, all.
        """
        decided = [one for one in added if one in set(self.decide(self.now, people))] or list(added)
        for one in decided:
            if self._without(people, [other for other in added if other != one]).best == now.best:
                return (one,), tuple(other for other in decided if other != one)
        return tuple(decided), ()

    def _standing(self, every: Accounts, people: Sequence[str]) -> Mapping[str, int]:
        """By claim about these people that is known by then, and that the lens admits, its entry; in order of both."""
        known = self.known.isoformat()
        rows: list[Row] = [row for one in people for row in every.read.people.get(one, ()) if known_by(row, known)]
        rows.sort(key=lambda row: (row.known, row.seq))
        return {row.claim: row.seq for row in rows if refuses(self.lens, row.told) is None}

    def decide(self, every: Accounts, people: Sequence[str]) -> list[str]:
        """The claims that decide how these people count in one of the two states; also where they are free."""
        table = every.table(self.lens, self.rule.territory)
        walks = (Walk(table, table.number[one], self.rule) for one in people if one in table.number)
        day, known = self.day.toordinal(), self.known.toordinal()
        return [claim for walk in walks for claim in walk.decides(day, known)]

    def _without(self, people: Sequence[str], claims: Collection[str]) -> Bounds:
        """How these people would count now but for some claims."""
        table = self.now.table(self.lens, self.rule.territory)
        asked = self.rule, self.day.toordinal(), self.known.toordinal(), claims
        each = [counts_without(table, table.number[one], *asked) for one in people if one in table.number]
        low, best, high = (sum(ends) for ends in zip(Bounds(0, 0, 0), *each, strict=True))
        return Bounds(low, best, high)
