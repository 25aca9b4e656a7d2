"""A published figure beside the computed one under its publisher's rule, and the bridge between them.

What was published, what the claims known on that day give, what was learned and corrected since, what they give now,
and what remains: people not named here, or counted by another rule. The parts add up to the published number; nobody is
added to reach it. A figure of who came or went is counted in the days that it names, one of who is held on its last.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from habeas.claims.vocabulary import FigureKind, Review
from habeas.claims.wording import form, joined, say
from habeas.register import read
from habeas.register.counting import RecognitionRow
from habeas.register.query import Query
from habeas.register.read import View
from habeas.tally.lens import EVERY, Lens, refuses
from habeas.tally.rule import HELD, Rule
from habeas.tally.stock import Bounds, stock

from . import counted_by, flow_changes, published_flow
from .accounts import Accounts, accounts, known_by
from .changes import Changes, Figure, changes
from .claims import as_json
from .footing import of_nobody
from .plain import review_of
from .public import AskError
from .published import published as every_published
from .stated import PERSONS, Stated, of_all_held, stated

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Compared:
    """A published figure and the computed one; `changes` lead from what was known when it was published to now.

    `own_rule`: the rule is its publisher's; else it is one that somebody chose, or *held*. `first`: of who came or went
    the first day that is counted, `as_of` being the last; None of who is held.
    """

    published: Stated
    rule: Rule
    own_rule: bool
    lens: Lens
    as_of: date
    changes: Changes
    first: date | None = None

    @property
    def by_anybody(self) -> bool:
        """Whether the publisher's own rule, which names no lens, goes by what anybody says."""
        return self.own_rule and self.rule.lens is None and self.lens == EVERY

    @property
    def ahead(self) -> bool:
        """Whether the count is of what was known before the figure was published."""
        return self.changes.later.known_on.isoformat() < str(self.published.claim["known"]["earliest"])

    @property
    def then(self) -> Bounds:
        """Computed from what was known on the day on which the figure was published; if `ahead`, on that asked for."""
        return self.changes.before

    @property
    def now(self) -> Bounds:
        """Computed from what is known now."""
        return self.changes.now

    def bridge(self) -> list[tuple[str, int]]:
        """By best: from the number published to the one computed now, in steps that add up.

        `not named then` is what the register did not have of the published number when it was published: of who came
        or went it is told by `remainder`. Each reason then says by how much the computed figure was revised.
        """
        number = self.number
        apart = self.then.best - number
        steps = [("published", number), ("not named then" if self.first is None else remainder(apart), apart)]
        steps += [(reason.value, bounds.best) for reason, bounds in self.changes.by_reason().items() if bounds.best]
        return [*steps, ("computed now", self.now.best)]

    @property
    def number(self) -> int:
        """The published number: where it is a range or a bound, the end that is said."""
        return int(self.published.best or 0)

    def as_json(self) -> Json:
        """The documented shape."""
        window = {} if self.first is None else {"from": self.first.isoformat()}
        return {
            "published": self.published.claim,
            "number": self.number,
            "rule_of_publisher": self.own_rule,
            **window,
            "as_of": self.as_of.isoformat(),
            "bridge": [{"step": step, "number": number} for step, number in self.bridge()],
            "not_explained": self.number - self.now.best,
            **({"nobody": why} if (why := why_nobody(self)) else {}),
            **self.changes.as_json(),
        }


def compared(claim: str, seen: View, known_on: date, rule: Rule | None = None, through: Lens | None = None) -> Compared:
    """The published figure that a claim says, by its id, and the computed one as known on a day.

    Where no lens is named it is counted through the rule's own.
    Raises AskError where there is no such figure, or it is neither of how many are held on a day nor of how many came
    or went in days that it names, in the unit of the rule.
    """
    with read.snapshot():
        published = _published(claim, seen, known_on)
        if published_flow.is_flow(published):
            return _of_flow(published, seen, known_on, rule, through)
        as_of = _day(published, rule)
        own = None if rule else _of_publisher(published, counted_by.rules(seen))
        by = rule or own or HELD
        lens = through or counted_by.lens_of(by, seen)
        then = min(max(_published_on(published), as_of), known_on)
        found = changes(Figure(as_of, then, seen), Figure(as_of, known_on, seen), by, lens)
        return Compared(published, by, own is not None, lens, as_of, found)


class Named(NamedTuple):
    """How many people are named here with an act of custody, and how many of them were held on a day at most."""

    people: int
    held: int


def named(found: Compared) -> Named:
    """Who there is to be counted: named by the known day, and held on the day of the figure by the rule *held*."""
    day, known_on, seen = found.as_of, found.changes.later.known_on, found.changes.later.seen
    every = accounts(seen)
    held = stock(every.book(HELD, found.lens), HELD, day.toordinal(), known_on.toordinal())
    return Named(len(every.peopled(found.lens, known_on, found.rule.territory)), held.high)


def why_nobody(found: Compared) -> str:
    """Why a rule of who is held counts nobody for the day, then or now; nothing where it counts, or may, somebody."""
    if found.first or found.changes.listed or found.then.high or found.now.high:
        return ""
    rule, lens, later = found.rule, found.lens, found.changes.later
    every, bodies = accounts(later.seen), found.rule.population.recognised_by
    if not every.peopled(lens, later.known_on, rule.territory):
        return of_nobody(lens, refuses=bool(every.refused(lens, rule.territory)))
    if bodies and not _recognises(every, bodies, lens, later.known_on.isoformat()):
        with read.snapshot():
            names = read.names(later.seen, bodies)
        who = [names[one] for one in sorted(bodies) if one in names]
        return say(
            "it counts whom {bodies} recognised, and the lens “{lens}” admits no claim that they recognised anybody",
            bodies=joined(form("{one}, {more}"), who) if who else say("a body that may not be named here"),
            lens=lens.name,
        )
    return say("none of those who are named here was held on {day} in a way that it counts", day=found.as_of)


def _recognises(every: Accounts, bodies: frozenset[str], lens: Lens, known: str) -> bool:
    """Whether an admitted claim that was known says that one of the bodies recognised somebody."""
    return any(
        isinstance(row, RecognitionRow)
        and not bodies.isdisjoint(row.bodies)
        and not row.withdrawn
        and known_by(row, known)
        and refuses(lens, row.told) is None
        for row in every.read.rows()
    )


def remainder(apart: int) -> str:
    """What a difference is called by which the count of who came or went exceeds the published number."""
    return say("more here than published") if apart > 0 else say("not in this record")


def comparable(seen: View) -> list[Stated]:
    """The published figures of how many are held in all, the newest first."""
    with read.snapshot():
        every = of_all_held(stated(one.claim for one in every_published(seen).figures))
    return sorted(every, key=lambda one: one.last or one.first or date.min, reverse=True)


def beside(
    figures: Iterable[Stated], seen: View, known_on: date, lens: Lens = EVERY, among: Accounts | None = None
) -> Mapping[str, tuple[Rule, Bounds]]:
    """By the id of a published figure of how many are held the count for its day, and by which rule.

    That rule is its publisher's, or *held*. A figure of whose day the rule does not speak is left out. Where `lens`
    chooses nobody, a rule that has a lens of its own is asked with that. `among`: by these accounts, not by those that
    stand.
    """
    rules, every = counted_by.rules(seen), among or accounts(seen)
    found = {}
    for one in figures:
        rule, day = _of_publisher(one, rules) or HELD, _day(one, None)
        if rule.covers(day):
            through = counted_by.lens_of(rule, seen) if lens == EVERY else lens
            counted = stock(every.book(rule, through), rule, day.toordinal(), known_on.toordinal())
            found[one.id] = rule, counted
    return found


def _of_flow(published: Stated, seen: View, known_on: date, rule: Rule | None, through: Lens | None) -> Compared:
    """The same of who came or went: in the days that the figure names, whatever the rule's own period."""
    _must_be_accepted(published)
    first, last = published_flow.window(published)
    by = published_flow.rule_of(published, rule, counted_by.rules(seen))
    lens = through or counted_by.lens_of(by, seen)
    counted = published_flow.counted_in(by, first, last)
    then = Figure(last, min(_published_on(published), known_on), seen)
    found = flow_changes.changes(then, Figure(last, known_on, seen), counted, lens)
    return Compared(published, by, rule is None, lens, last, found, first)


def _published_on(published: Stated) -> date:
    return date.fromisoformat(str(published.claim["known"]["earliest"]))


def _must_be_accepted(published: Stated) -> None:
    if review_of(published.claim) == Review.second_look:
        raise AskError("figure", "that figure is under second look: it is compared when a review has accepted it")


def _published(claim: str, seen: View, known_on: date) -> Stated:
    """The figure as its claim stood on the known day; where it was not known yet, as it was first said."""
    said = [one for one in as_json(read.claims(Query(ids=[claim]), seen), seen) if "figure" in one]
    if not said:
        raise AskError("figure", f"no published figure here has the id {claim[:40]}")
    known = [one for one in said if one["known"]["earliest"] <= known_on.isoformat()]
    return stated([known[-1] if known else said[0]])[0]


def _day(published: Stated, rule: Rule | None) -> date:
    """The day to compute for: of a span the last. AskError where the figure is not of how many are held on a day.

    Of a part of them it may be where a rule is named, which may count that part.
    """
    as_of, figure = published.last or published.first, published.figure
    _must_be_accepted(published)
    if as_of is None or published.best is None:
        raise AskError("figure", "that figure gives no day, or no number: there is nothing to set beside it")
    if rule and figure["kind"] == FigureKind.stock and figure["unit"] in PERSONS and "than" not in figure:
        return as_of
    if not of_all_held([published]):
        raise AskError(
            "figure", "that figure is not of how many are held in all: name a rule that counts those it is of"
        )
    return as_of


def _of_publisher(published: Stated, rules: Iterable[Rule]) -> Rule | None:
    """The newest rule of a stock that is said to be the publisher's own."""
    speaker = published.claim["attribution"][-1].get("agent_id") if published.claim["attribution"] else None
    own = [one for one in rules if one.publisher == speaker and one.quantity == "stock"]
    return own[-1] if speaker and own else None
