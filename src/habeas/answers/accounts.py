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

        An act of which nobody says where it was done is taken to be of the territory that is asked about. Who was taken
        in it and let go abroad was let go.
        """
        return self._known.get(None, (lens, day, territory), lambda: self._choose(lens, day.isoformat(), territory))

    @cached_property
    def assumed(self) -> frozenset[str]:
        """The claims that a count reads of which the day they were known is assumed."""
        every: Iterable[Row] = (*self.read.acts, *self.read.recognitions, *self.read.attributes)
        return frozenset(row.claim for row in every if row.basis == "assumed")

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
            admitted = _of_territory([row for row in rows if self._refuses(lens, row) is None], territory)
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
            if why is not None and _done_in(row, territory):
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
            and _done_in(row, territory)
            and self._refuses(lens, row) is None
        )
        return Known(held, groups)

    def _made(self, rows: Sequence[Row]) -> Account:
        claims = {row.claim for row in rows}
        judged_of = {name: _within(pairs, claims) for name, pairs in self._pairs.items()}
        sequences, slips = _stretches([row for row in rows if isinstance(row, ActRow)])
        judged_of["contradicts"] |= slips
        return Account(
            reports=tuple(report(row) for row in rows if isinstance(row, ActRow)),
            recognitions=tuple(one for row in rows if isinstance(row, RecognitionRow) for one in _recognitions(row)),
            attributes=tuple(
                (row.property, row.value, row.claim)
                for row in rows
                if isinstance(row, AttributeRow) and row.told.polarity == Polarity.affirmed
            ),
            sequences=sequences,
            **judged_of,
        )

    def _group(self, row: ActRow, day: str, lens: Lens) -> GroupReport:
        told = self.read.groups[str(row.group)]
        members = {
            self.persons.person(one.record)
            for one in self.read.memberships
            if one.group == told.id
            and known_by(one, day)
            and one.told.polarity == Polarity.affirmed
            and refuses(lens, one.told) is None
        }
        return GroupReport(Group(told.id, told.name, told.low or 0, told.high, frozenset(members)), report(row))


_KEPT: Kept[Accounts] = Kept(4)


def accounts(seen: View) -> Accounts:
    """What is claimed of everybody's custody, as it is seen from here."""
    return _KEPT.get(state(), seen, lambda: Accounts(counting.counting(seen), judged.persons(seen)))


def known_by(row: Row | MemberRow, day: str) -> bool:
    """Whether a claim was known on a day, and not taken back or changed by its source until then."""
    return row.known <= day and (row.known_to is None or row.known_to > day)


def _of_territory(rows: Sequence[Row], territory: str | None) -> list[Row]:
    """One person’s claims that concern a country: acts done in it, and what frees whom such an act leaves in."""
    within = [row for row in rows if _done_in(row, territory)]
    if len(within) == len(rows) or not any(isinstance(row, ActRow) and _takes(row) for row in within):
        return within
    return [row for row in rows if _done_in(row, territory) or (isinstance(row, ActRow) and _frees(row))]


def _done_in(row: Row, territory: str | None) -> bool:
    """Whether an act was done in a country; one of which nobody says where it was done is taken to be."""
    return territory is None or not isinstance(row, ActRow) or row.country in (None, territory)


def _takes(row: ActRow) -> bool:
    return ACTS[Act(row.kind)].leaves is Side.in_ and row.told.polarity == Polarity.affirmed


def report(row: ActRow) -> Report:
    """An act said to have happened had happened by the day on which it was known, whatever its last day."""
    return Report(
        claim=row.claim,
        order=row.order,
        act=Act(row.kind),
        earliest=_day(row.earliest),
        latest=_day(_by_known(row)),
        state=CustodyState(row.state) if row.state else None,
        denied=row.told.polarity == Polarity.denied,
        known=row.known,
    )


def _recognitions(row: RecognitionRow) -> Iterable[Recognition]:
    days, denied = (_day(row.earliest), _day(_by_known(row))), row.told.polarity == Polarity.denied
    for body in row.bodies:
        yield Recognition(row.claim, row.order, body, row.withdrawn, *days, row.known, denied)


def _by_known(row: ActRow | RecognitionRow) -> str:
    """The last day on which it can have been: none after it was known, though elsewhere on earth it was a day later."""
    return max(min(row.latest or row.known, row.known), row.earliest or "")


def _stretches(acts: Sequence[ActRow]) -> tuple[frozenset[Pair], frozenset[Pair]]:
    """Which acts are told of as one stretch, and which of those the source has the wrong way round.

    One that ends before it starts is a slip in one of its days, nobody here knows which: the two are alternatives.
    """
    told = {(before.claim, after.claim): (report(before), report(after)) for before, after in _in_sequence(acts)}
    slips = {
        pair
        for pair, (before, after) in told.items()
        if before.earliest and after.latest and after.latest < before.earliest
    }
    return frozenset(told.keys() - slips), frozenset(slips)


def _in_sequence(acts: Sequence[ActRow]) -> Iterator[tuple[ActRow, ActRow]]:
    """In one row of a list an act that leaves somebody in custody and the next that frees them are of one stretch.

    Acts of a row were entered in the order of its columns; where one of them frees and no more than one arrests, the
    others are before it, though a later edition may have filled in the day of arrest.
    """
    by_row: dict[str, list[ActRow]] = defaultdict(list)
    for one in sorted(acts, key=lambda act: act.order):
        if one.row is not None and one.told.polarity == Polarity.affirmed:
            by_row[one.row].append(one)
    for some in by_row.values():
        if sum(map(_frees, some)) == 1 and sum(map(_arrests, some)) <= 1:
            some.sort(key=_frees)
        yield from (
            (before, after)
            for before, after in pairwise(some)
            if ACTS[Act(before.kind)].leaves is Side.in_ and _frees(after)
        )


def _arrests(row: ActRow) -> bool:
    return ACTS[Act(row.kind)].finds is Side.free and _takes(row)


def _frees(row: ActRow) -> bool:
    return ACTS[Act(row.kind)].leaves is Side.free


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
