"""What is claimed of each person's custody, as one reader sees it: the people that every count goes over.

Read once for each state of the register and kept (see `kept`). A lens and a known day choose among the claims; a person
whom they leave with the same claims as another lens or day keeps the same account, and the course that follows from it.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar

from habeas.claims.act import ACTS, Act, CustodyState, Side
from habeas.claims.vocabulary import Polarity
from habeas.custody.course import Step, course
from habeas.custody.report import Account, Pair, Recognition, Report
from habeas.custody.standing import Population
from habeas.linkage.clusters import Clusters
from habeas.register import counting, judged
from habeas.register.counting import ActRow, AttributeRow, Counting, MemberRow, RecognitionRow
from habeas.register.read import View
from habeas.tally.count import Group, GroupReport
from habeas.tally.lens import Lens, Told, refuses

from .kept import Kept, state

Made = TypeVar("Made")
Row = ActRow | RecognitionRow | AttributeRow


@dataclass(slots=True)
class Held:
    """A person's account under one choice of claims, with the courses that were worked out of it."""

    account: Account
    courses: dict[Population, tuple[Step, ...]] = field(default_factory=dict)

    def course(self, population: Population) -> tuple[Step, ...]:
        found = self.courses.get(population)
        if found is None:
            found = self.courses[population] = course(self.account, population)
        return found


@dataclass(frozen=True, eq=False)
class Known:
    """The people, and the groups of whom nobody is named, as a lens admits and a day knows them."""

    held: Mapping[str, Held]
    groups: tuple[GroupReport, ...]

    @cached_property
    def people(self) -> Mapping[str, Account]:
        """Each person's account, by the id of the record that stands for the person."""
        return {person: one.account for person, one in self.held.items()}


class Accounts:
    """Everything that a count reads, as one reader sees it at one entry."""

    def __init__(self, read: Counting, persons: Clusters) -> None:
        self.read, self.persons = read, persons
        self._by_person = self._rows()
        self._held: dict[tuple[str, tuple[int, ...]], Held] = {}
        self._told: dict[tuple[Lens, Told], str | None] = {}
        self._known: Kept[Known] = Kept(8)
        self._kept: Kept[Any] = Kept(24)
        self._pairs = {name: _by_claim(getattr(read, name)) for name in ("same", "different", "contradicts")}

    def known(self, lens: Lens, day: date, territory: str | None = None) -> Known:
        """The people as `lens` admits them and as they were known on `day`; acts done in another country are left out.

        An act of which nobody says where it was done is taken to be of the territory that is asked about.
        """
        return self._known.get(None, (lens, day, territory), lambda: self._choose(lens, day.isoformat(), territory))

    def _rows(self) -> Mapping[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        rows: Iterable[Row] = (*self.read.acts, *self.read.recognitions, *self.read.attributes)
        for row in rows:
            whom = row.record or (row.agent if isinstance(row, AttributeRow) else None)
            if whom is not None:
                found[self.persons.person(whom)].append(row)
        return found

    def kept(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What follows from these accounts, made once."""
        found: Made = self._kept.get(None, key, make)
        return found

    def admitted(self, lens: Lens, territory: str | None) -> Iterator[tuple[str, list[Row]]]:
        """Each person with the claims that a lens admits, whenever they were known."""
        for person, rows in self._by_person.items():
            admitted = [row for row in rows if _of_territory(row, territory) and self._refuses(lens, row) is None]
            if admitted:
                yield person, admitted

    def held(self, person: str, rows: Sequence[Row]) -> Held:
        """A person's account under a choice of claims: the same choice has the same account."""
        key = (person, tuple(row.seq for row in rows))
        found = self._held.get(key)
        if found is None:
            found = self._held[key] = Held(self._made(rows))
        return found

    def acts_of(self, person: str, day: str) -> dict[str, ActRow]:
        """The acts of one person that were known on a day, by claim."""
        rows = self._by_person.get(person, ())
        return {row.claim: row for row in rows if isinstance(row, ActRow) and known_by(row, day)}

    def refused(self, lens: Lens, territory: str | None) -> Mapping[str, Sequence[ActRow | RecognitionRow]]:
        """What a lens does not admit of the claims about custody, by the condition that it makes."""
        return self.kept(("refused", lens, territory), lambda: self._all_refused(lens, territory))

    def _all_refused(self, lens: Lens, territory: str | None) -> Mapping[str, Sequence[ActRow | RecognitionRow]]:
        found: dict[str, list[ActRow | RecognitionRow]] = defaultdict(list)
        every: tuple[ActRow | RecognitionRow, ...] = (*self.read.acts, *self.read.recognitions)
        for row in every:
            why = self._refuses(lens, row)
            if why is not None and _of_territory(row, territory):
                found[why].append(row)
        return found

    def _refuses(self, lens: Lens, row: Row) -> str | None:
        key = (lens, row.told)
        if key not in self._told:
            self._told[key] = refuses(lens, row.told)
        return self._told[key]

    def _choose(self, lens: Lens, day: str, territory: str | None) -> Known:
        held: dict[str, Held] = {}
        for person, every in self.admitted(lens, territory):
            rows = [row for row in every if known_by(row, day)]
            if any(isinstance(row, ActRow) and row.told.polarity == Polarity.affirmed for row in rows):
                held[person] = self.held(person, rows)
        groups = tuple(
            self._group(row, day, lens)
            for row in self.read.acts
            if row.group is not None
            and known_by(row, day)
            and _of_territory(row, territory)
            and self._refuses(lens, row) is None
        )
        return Known(held, groups)

    def _made(self, rows: Sequence[Row]) -> Account:
        claims = {row.claim for row in rows}
        judged_of = {name: _within(pairs, claims) for name, pairs in self._pairs.items()}
        return Account(
            reports=tuple(report(row) for row in rows if isinstance(row, ActRow)),
            recognitions=tuple(one for row in rows if isinstance(row, RecognitionRow) for one in _recognitions(row)),
            attributes=tuple(
                (row.property, row.value, row.claim)
                for row in rows
                if isinstance(row, AttributeRow) and row.told.polarity == Polarity.affirmed
            ),
            sequences=frozenset(_in_sequence([row for row in rows if isinstance(row, ActRow)])),
            **judged_of,
        )

    def _group(self, row: ActRow, day: str, lens: Lens) -> GroupReport:
        told = self.read.groups[str(row.group)]
        members = {
            self.persons.person(one.record)
            for one in self.read.memberships
            if one.group == told.id and known_by(one, day) and refuses(lens, one.told) is None
        }
        return GroupReport(Group(told.id, told.name, told.low or 0, told.high, frozenset(members)), report(row))


_KEPT: Kept[Accounts] = Kept(4)


def accounts(seen: View) -> Accounts:
    """What is claimed of everybody's custody, as it is seen from here."""
    return _KEPT.get(state(), seen, lambda: Accounts(counting.counting(seen), judged.persons(seen)))


def known_by(row: Row | MemberRow, day: str) -> bool:
    """Whether a claim was known on a day, and not taken back or changed by its source until then."""
    return row.known <= day and (row.known_to is None or row.known_to > day)


def _of_territory(row: Row, territory: str | None) -> bool:
    """Whether an act was done in a country; one of which nobody says where it was done is taken to be."""
    return territory is None or not isinstance(row, ActRow) or row.country in (None, territory)


def report(row: ActRow) -> Report:
    """An act said to have happened had happened by the day on which it was known, whatever its last day."""
    return Report(
        claim=row.claim,
        order=row.seq,
        act=Act(row.kind),
        earliest=_day(row.earliest),
        latest=_day(_by_known(row)),
        state=CustodyState(row.state) if row.state else None,
        denied=row.told.polarity == Polarity.denied,
        known=row.known,
    )


def _recognitions(row: RecognitionRow) -> Iterable[Recognition]:
    if row.told.polarity != Polarity.affirmed:
        return
    for body in row.bodies:
        yield Recognition(row.claim, row.seq, body, row.withdrawn, _day(row.earliest), _day(_by_known(row)))


def _by_known(row: ActRow | RecognitionRow) -> str:
    """The last day on which it can have been: none after it was known, though elsewhere on earth it was a day later."""
    return max(min(row.latest or row.known, row.known), row.earliest or "")


def _in_sequence(acts: Sequence[ActRow]) -> Iterator[Pair]:
    """In one row of a list an act that leaves somebody in custody and the next that frees them are of one stretch.

    Acts of a row were entered in the order of its columns.
    """
    by_row: dict[str, list[ActRow]] = defaultdict(list)
    for one in sorted(acts, key=lambda act: act.seq):
        if one.row is not None and one.told.polarity == Polarity.affirmed:
            by_row[one.row].append(one)
    for some in by_row.values():
        yield from (
            (before.claim, after.claim)
            for before, after in pairwise(some)
            if ACTS[Act(before.kind)].leaves is Side.in_ and ACTS[Act(after.kind)].leaves is Side.free
        )


def _by_claim(pairs: Iterable[Pair]) -> Mapping[str, list[Pair]]:
    found: dict[str, list[Pair]] = defaultdict(list)
    for one, other in pairs:
        found[one].append((one, other))
    return found


def _within(pairs: Mapping[str, list[Pair]], claims: set[str]) -> frozenset[Pair]:
    if not pairs:
        return frozenset()
    return frozenset(pair for one in claims for pair in pairs.get(one, ()) if pair[1] in claims)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
