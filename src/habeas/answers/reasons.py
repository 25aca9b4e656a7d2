"""Why one person counts otherwise in two figures: the claims that make the difference, and what they are.

A claim that became known between the two is a late report, of a thing that had happened by then; one that its source
took back or changed is a correction. What happened between the two days is a new event, whenever it was told; what
became known since and may have happened before is a late report. What is known only because its keeper took in that
region or period since is coverage instead (`parts`). Where a rule asks for a sign and there is none any more, nothing
happened.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from habeas.custody.course import all_day
from habeas.custody.whereabouts import Asked, Where, counted, whereabouts
from habeas.register.judged import Coverage, Judged
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds
from habeas.tally.table import NEVER, Table, Version

Span = tuple[int, int]


class Reason(StrEnum):
    """Why a person's part in a figure changed."""

    new_event = "new_event"
    late_report = "late_report"
    correction = "correction"
    coverage = "coverage"
    identity = "identity"
    no_sign = "no_sign"


@dataclass(frozen=True, slots=True)
class Identity:
    """What was judged of who is who: so many records, so many people before and now, and by which judgements."""

    records: int
    before: int
    now: int
    judgements: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """A reason, and the claims that are it; where a keeper declared the coverage that is the reason, which one.

    `also` are claims that bear it out and are not needed for it. `recorded`: it lies in what the register recorded
    since, not in what became known. `identity`: what was judged, where that is the reason.
    """

    reason: Reason
    claims: tuple[str, ...]
    coverage: Coverage | None = None
    also: tuple[str, ...] = ()
    recorded: bool = False
    identity: Identity | None = None


@dataclass(frozen=True, eq=False)
class Claimed:
    """What a table says of the claims of one person: by claim its spans of known days, and of its possible days.

    A claim that its source corrected has a span for each version.
    """

    known: Mapping[str, Sequence[Span]]
    days: Mapping[str, Sequence[Span]]

    def learned(self, claim: str, since: int, until: int) -> bool:
        """Whether the claim, or a version of it, became known after `since` and by `until`."""
        return any(since < begin <= until for begin, _ in self.known.get(claim, ()))

    def ended(self, claim: str, since: int, until: int) -> bool:
        """Whether its source took the claim, or a version of it, back after `since` and by `until`."""
        return any(since < end <= until for _, end in self.known.get(claim, ()))

    def stood(self, claim: str, day: int) -> bool:
        """Whether the claim was known on a day, and not taken back by then."""
        return any(begin <= day < end for begin, end in self.known.get(claim, ()))

    def first_known(self, claim: str) -> int:
        """The first day on which the claim, in any version, was known."""
        return min(begin for begin, _ in self.known[claim])

    def first_learned(self, claim: str, since: int) -> int:
        """The first day after `since` on which a version of the claim became known."""
        return min((begin for begin, _ in self.known[claim] if begin > since), default=NEVER)


def claimed(table: Table, person: int) -> Claimed:
    """The claims of a person, by number, with their days as ordinals."""
    at, acts = table.rows(person), table.acts
    columns = (acts.claim, acts.known, acts.known_to, acts.first, acts.last)
    known: dict[str, list[Span]] = defaultdict(list)
    days: dict[str, list[Span]] = defaultdict(list)
    for claim, since, until, first, last in zip(*(column[at].tolist() for column in columns), strict=True):
        known[table.claims[claim]].append((since, until))
        days[table.claims[claim]].append((first, last))
    for one in table.said.get(person, ()):
        known[table.claims[one.claim]].append((one.known, one.known_to))
    return Claimed(known, days)


class Walk:
    """Where a rule has one person on every day: what is known on a day is walked once, however often it is asked."""

    def __init__(self, table: Table, person: int, rule: Rule) -> None:
        self.table, self.person, self.rule = table, person, rule
        self._steps: dict[int, tuple[Where, ...]] = {}

    def decides(self, day: int, known: int) -> tuple[str, ...]:
        """The claims that decide how the person counts at the end of a day, as known on another; also where free."""
        version = self.table.version(self.person, known)
        if version is None:
            return ()
        properties = {name for name, _ in self.rule.where}
        found = _at(self.steps(known), day)
        said = tuple(claim for name, _, claim in version.account.attributes if name in properties)
        return (*found.claims, *said) if found else said

    def turned(self, days: Span, known: int) -> int:
        """The last day between two on which the person came to count by best as on the later; that one if on none."""
        here = [step for step in self.steps(known) if step.first <= days[1]]
        bests = [counted(step.possible, step.best, self.rule.population.states)[1] for step in here]
        turns = (step.first for step, best, before in zip(here[1:], bests[1:], bests, strict=False) if best != before)
        return max((day for day in turns if day > days[0]), default=days[1])

    def without_sign(self, day: int, known: int) -> bool:
        """Whether it is only for want of a sign that the rule does not count the person certainly."""
        version, asked = self.table.version(self.person, known), asked_by(self.rule)
        if version is None or asked.stale_after is None:
            return False
        found = _at(_steps(version, asked._replace(stale_after=None)), day)
        return found is not None and counted(found.possible, found.best, self.rule.population.states)[0]

    def steps(self, known: int) -> tuple[Where, ...]:
        """Where the person may be on every day, by what is known on one; nothing where nothing is."""
        if known not in self._steps:
            version = self.table.version(self.person, known)
            self._steps[known] = _steps(version, asked_by(self.rule)) if version else ()
        return self._steps[known]


def _at(steps: Sequence[Where], day: int) -> Where | None:
    return next((step for step in reversed(steps) if step.first <= day), None)


def _steps(version: Version, asked: Asked) -> tuple[Where, ...]:
    return whereabouts(version.account, asked) if asked.all_day is None else tuple(all_day(version.account, asked))


def may_have_been(told: Claimed, now: Sequence[str], since: int, until: int, first: Bounds, last: Bounds) -> bool:
    """Whether how a person counts on the later day became known since, and may be so on the earlier day already.

    `first` and `last` are how the person counts on the two days, by what is known now.
    """
    already = first.high == 1 if last > first else first.low == 0
    return already and any(told.learned(one, since, until) for one in now)


def revised(told: Claimed, before: Sequence[str], now: Sequence[str], since: int, until: int) -> Why:
    """Why the figure of one day was revised from what was known on `since` to what was on `until`.

    `before` and `now` are the claims that decide it then and now.
    """
    ended = [one for one in before if told.ended(one, since, until)]
    learned = [one for one in now if told.learned(one, since, until)]
    if not ended and not learned:  # what decides is the same, and something beside it is known: whatever became so
        ended = [one for one in told.known if told.ended(one, since, until)]
        learned = [one for one in told.known if told.learned(one, since, until)]
    return Why(Reason.correction if ended else Reason.late_report, tuple(dict.fromkeys((*ended, *learned))))


def happened(told: Claimed, now: Sequence[str], first: int, last: int) -> Why:
    """What happened after `first` and up to `last`: of the claims that decide it now, those of a day in there."""
    there = [one for one in now if any(end > first and begin <= last for begin, end in told.days.get(one, ()))]
    return Why(Reason.new_event, tuple(there or now))


def asked_by(rule: Rule) -> Asked:
    """What of a rule everybody's whereabouts depend on."""
    whom = rule.population
    return Asked(whom.recognised_by, whom.stale_after, whom.states if whom.leaving_day else None)
