"""What changed between two figures: names in and names out, each with the claim that is the reason, adding up.

From the earlier figure to the later one the way has four stretches. What the register judged since of who is who
(identity); what it recorded since of what was known then (coverage, or a correction of ours); what became known since
of the earlier day (a late report, a correction of the source's, or coverage that a keeper declared); what happened
since. Each stretch is a difference of two figures, person by person, so low, best and high of all parts add up to the
whole.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from habeas.names.fold import fold
from habeas.register import read
from habeas.register.judged import Judged
from habeas.register.read import View
from habeas.tally.difference import At, difference
from habeas.tally.lens import EVERY, Lens
from habeas.tally.rule import HELD, Rule
from habeas.tally.stock import Bounds

from .accounts import Accounts, accounts
from .parts import parts
from .public import AskError
from .reasons import Reason, Why
from .recorded import recorded
from .shown import named
from .tables import NOT_NAMED
from .taken_in import taken_in

Json = dict[str, Any]


class Figure(NamedTuple):
    """One of the two figures: as of a day, as known on a day, as the register stood for a reader."""

    as_of: date
    known_on: date
    seen: View


@dataclass(frozen=True, slots=True)
class Change:
    """One person's part: counted before, counted after one stretch of the way, the reason, and the claims that are it.

    `person` is the id of the record that stands for the person; several that were joined or parted are told as one.
    With `group` it is that of people who are counted and not named.
    """

    person: str
    name: str
    before: Bounds
    now: Bounds
    why: Why
    group: bool = False

    @property
    def by(self) -> Bounds:
        """By how much low, best and high change."""
        return Bounds(*(later - earlier for earlier, later in zip(self.before, self.now, strict=True)))

    def as_json(self) -> Json:
        """The documented shape."""
        told: Json = {
            "group" if self.group else "record": self.person,
            "name": self.name,
            "low": self.by.low,
            "best": self.by.best,
            "high": self.by.high,
            "reason": self.why.reason.value,
            "claims": list(self.why.claims),
        }
        if self.why.also:
            told["also"] = list(self.why.also)
        if (by := self.why.coverage) is not None:
            told["coverage"] = {"id": by.id, "known": by.known.isoformat(), "sentence": by.sentence}
        if self.why.recorded:
            told["recorded"] = True
        if self.why.identity is not None:
            told["counted"] = {"before": self.before.best, "now": self.now.best}
            told["judgements"] = [_judgement(one) for one in self.why.identity.judgements]
        return told


@dataclass(frozen=True, eq=False)
class Changes:
    """Two figures of one rule and lens, and everything that lies between them, by reason and name."""

    rule: Rule
    lens: Lens
    earlier: Figure
    later: Figure
    before: Bounds
    now: Bounds
    changes: tuple[Change, ...]

    def by_reason(self) -> Mapping[Reason, Bounds]:
        """By how much each reason changes low, best and high; those by which nothing does are left out."""
        sums: dict[Reason, Counter[str]] = {}
        for one in self.changes:
            sums.setdefault(one.why.reason, Counter()).update(dict(zip(Bounds._fields, one.by, strict=True)))
        return {reason: Bounds(*(sums[reason][end] for end in Bounds._fields)) for reason in Reason if reason in sums}

    def of(self, reason: Reason) -> list[Change]:
        """The changes for one reason: who came in by best first, then who went out, then where only a bound changed."""
        some = [one for one in self.changes if one.why.reason == reason]
        return sorted(some, key=lambda one: (-one.by.best, not one.by.best, fold(one.name), one.person))

    @property
    def listed(self) -> list[Change]:
        """All changes, reason by reason."""
        return [one for reason in Reason for one in self.of(reason)]

    def as_json(self, listed: Sequence[Change] | None = None) -> Json:
        """The documented shape; `listed` are those of the changes that stand in it, all if none are named."""
        return {
            "rule": self.rule.name,
            "rule_version": self.rule.version,
            "rule_sentence": self.rule.sentence,
            "lens": self.lens.name,
            "lens_version": self.lens.version,
            "lens_sentence": self.lens.sentence,
            "access": self.later.seen.ceiling.name,
            "earlier": _figure(self.earlier, self.before),
            "later": _figure(self.later, self.now),
            "by_reason": {reason.value: one._asdict() for reason, one in self.by_reason().items()},
            "change_count": len(self.changes),
            "changes": [one.as_json() for one in (self.listed if listed is None else listed)],
        }


def changes(earlier: Figure, later: Figure, rule: Rule = HELD, lens: Lens = EVERY) -> Changes:
    """What lies between two figures of a stock.

    Raises AskError for a flow, for days that the rule does not speak of, and where the later figure is of an earlier
    day, known day or entry.
    """
    must_be_counted_on_days(rule)
    must_be_in_order(earlier, later, rule)
    with read.snapshot():
        return _changes(earlier, later, rule, lens)


def _changes(earlier: Figure, later: Figure, rule: Rule, lens: Lens) -> Changes:
    now = accounts(later.seen)
    between = difference(now.book(rule, lens), rule, _at(earlier), _at(later))
    found: list[Change] = []
    before = between.before
    if earlier.seen.at != later.seen.at:
        found += _recorded(earlier, now, rule, lens)
        before = Bounds(*(ours - theirs for ours, theirs in zip(before, _sum(one.by for one in found), strict=True)))
    found += _since(now, rule, lens, earlier, later)
    return Changes(rule, lens, earlier, later, before, between.now, tuple(found))


def _recorded(earlier: Figure, now: Accounts, rule: Rule, lens: Lens) -> Iterator[Change]:
    """What the register judged and recorded since, of what was known by then: the earlier figure, as it stands now."""
    for one in recorded(accounts(earlier.seen), now, rule, lens, earlier.as_of, earlier.known_on):
        yield Change(*one)


def _since(every: Accounts, rule: Rule, lens: Lens, earlier: Figure, later: Figure) -> Iterator[Change]:
    """What became known since, and what happened since."""
    ready = every.ready(rule, lens)
    table, first, last = ready.table, _at(earlier), _at(later)
    taken = taken_in(every, earlier.known_on, later.known_on)
    for one in difference(ready.book, rule, first, last):
        for part in parts(table, rule, one, first, last, taken):
            yield _change(every, table.people[one.person], part.before, part.now, part.why, part.told)


def _change(every: Accounts, person: str, before: Bounds, now: Bounds, why: Why, told: Sequence[str]) -> Change:
    return Change(person, name_of(every, person, (*why.claims, *told)), before, now, why)


def name_of(every: Accounts, person: str, claims: Sequence[str]) -> str:
    """The name of somebody as the first of these claims writes it."""
    return (named(every.acts_of(person, claims)) or (NOT_NAMED, ""))[0]


def _judgement(one: Judged) -> Json:
    said = {"id": one.id, "verdict": one.verdict, "records": [one.one, one.other], "seq": one.seq, "day": one.day}
    theirs = {"by": one.by, "reason": one.reason}
    return said | {key: value for key, value in theirs.items() if value is not None}


def _sum(some: Iterable[Bounds]) -> Bounds:
    low, best, high = (sum(ends) for ends in zip(Bounds(0, 0, 0), *some, strict=True))
    return Bounds(low, best, high)


def _at(figure: Figure) -> At:
    return At(figure.as_of.toordinal(), figure.known_on.toordinal())


def _figure(figure: Figure, bounds: Bounds) -> Json:
    days = {"as_of": figure.as_of.isoformat(), "known_on": figure.known_on.isoformat(), "at": str(figure.seen.at)}
    return days | bounds._asdict()


def must_be_counted_on_days(rule: Rule) -> None:
    """AskError for a flow, where who is in on a day is asked about."""
    if rule.quantity != "stock":
        raise AskError("rule", f"what changed is asked of who is in on a day: {rule.name} is an {rule.quantity}")


def must_be_in_order(earlier: Figure, later: Figure, rule: Rule) -> None:
    """AskError where the later figure is of an earlier day, known day or entry, or the rule is silent of a day."""
    said = (
        ("as_of", earlier.as_of > later.as_of, earlier.as_of),
        ("known_on", earlier.known_on > later.known_on, earlier.known_on),
        ("from_at", earlier.seen.at.seq > later.seen.at.seq, earlier.seen.at),
    )
    for name, after, which in said:
        if after:
            raise AskError(name, f"the earlier figure has {which}, which is later than the other’s: name it first")
    for figure in (earlier, later):
        if not rule.covers(figure.as_of):
            raise AskError("as_of", f"the rule {rule.name} does not speak of {figure.as_of}")
