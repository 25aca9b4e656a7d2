"""Claims of everybody's custody in columns: what an engine reads that counts millions of them.

People, claims, rows, bodies, properties and values are numbers, in the order in which they are first met; days are the
ordinals of `datetime.date`, open ones ALWAYS and NEVER. The claims of a person stand together, in the order of entry.
A table is what one lens admits, of every known day; choosing the known day is the reading's work.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.claims.act import Act, CustodyState
from habeas.custody.history import AFTER_ALL_DAYS as NEVER
from habeas.custody.history import BEFORE_ALL_DAYS as ALWAYS
from habeas.custody.report import Account, Pair, Recognition, Report
from habeas.custody.stretch import NO_ROW, stretches
from habeas.tally.ids import Ids

__all__ = ["ACT", "ALWAYS", "NEVER", "NO_ROW", "Acts", "Judged", "Said", "Table", "Version"]

Ints = npt.NDArray[np.int32]
Bytes = npt.NDArray[np.int8]
Profile = tuple[tuple[str, tuple[str, ...], str], ...]

ACT = tuple(Act)
ACT_NUMBER = {act: number for number, act in enumerate(ACT)}
STATE = tuple(CustodyState)
NOT_STATED = -1


@dataclass(frozen=True, eq=False)
class Acts:
    """One row a claim of an act that moves somebody, or denies it; `person_start[p]:person_start[p + 1]` are p's.

    `act` is the place of the act in `ACT`, `state` that of the custody state that the claim itself states, or
    NOT_STATED. `last` is never after the day on which the claim was known.
    """

    person_start: npt.NDArray[np.int64]
    claim: Ints
    order: npt.NDArray[np.int64]
    known: Ints
    known_to: Ints
    first: Ints
    last: Ints
    act: Bytes
    state: Bytes
    denied: npt.NDArray[np.bool_]
    row: Ints


class Said(NamedTuple):
    """What else is claimed of a person: a body's statement, or a value of a property; known from, known until."""

    claim: int
    order: int
    known: int
    known_to: int
    what: Recognition | tuple[str, str]


class Judged(NamedTuple):
    """What is judged of one person's claims."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()
    contradicts: frozenset[Pair] = frozenset()


class Version(NamedTuple):
    """What was known of a person from one day until another."""

    known: int
    known_to: int
    account: Account
    profile: Profile


@dataclass(frozen=True, eq=False)
class Table:
    """Everybody's claims. `said` and `judged` have those people alone of whom more than acts is claimed or judged.

    Where nobody's properties ever changed, `profiles` and each person's number among them (`profile`) can stand for the
    claims of properties.
    """

    people: Sequence[str]
    claims: Sequence[str]
    acts: Acts
    said: Mapping[int, Sequence[Said]] = field(default_factory=dict)
    judged: Mapping[int, Judged] = field(default_factory=dict)
    profiles: Sequence[Profile] = ()
    profile: Ints | None = None
    _versions: dict[int, tuple[Version, ...]] = field(default_factory=dict)

    @cached_property
    def number(self) -> Mapping[str, int]:
        """The number of each person, by id."""
        return _numbers(self.people)

    @cached_property
    def claim_number(self) -> Mapping[str, int]:
        """The number of each claim, by id."""
        return _numbers(self.claims)

    def followed_by(
        self,
        people: Sequence[str],
        claims: Sequence[str],
        acts: Acts,
        said: Mapping[int, Sequence[Said]],
        judged: Mapping[int, Judged],
        touched: Iterable[int],
    ) -> "Table":
        """The next table, in which everybody but who was touched is as here: what was made of them serves on."""
        versions = dict(self._versions)
        for person in touched:
            versions.pop(person, None)
        return Table(people, claims, acts, said, judged, _versions=versions)

    def rows(self, person: int) -> slice:
        """Where a person's acts stand."""
        start, end = self.acts.person_start[person : person + 2].tolist()
        return slice(start, end)

    def versions(self, person: int) -> tuple[Version, ...]:
        """Every state of knowledge of a person that there was, in order, each with at least one claim."""
        found = self._versions.get(person)
        if found is None:
            found = self._versions[person] = tuple(self._all_versions(person))
        return found

    def version(self, person: int, day: int) -> Version | None:
        """What was known of a person on a day; None where nothing was."""
        every = self.versions(person)
        place = bisect_right(every, day, key=lambda one: one.known) - 1
        return every[place] if place >= 0 and day < every[place].known_to else None

    def account_without(self, person: int, day: int, claims: Collection[str]) -> Account | None:
        """What was known of a person on a day but for these claims; None where nothing else was."""
        acts = [
            (report, row)
            for known, known_to, report, row in self._reports(person)
            if known <= day < known_to and report.claim not in claims
        ]
        said = [one for one in self.said.get(person, ()) if one.known <= day < one.known_to]
        also = [one for one in said if self.claims[one.claim] not in claims]
        return self._account(person, acts, also) if acts or also else None

    def _all_versions(self, person: int) -> Iterator[Version]:
        told = list(self._reports(person))
        said = self.said.get(person, ())
        turns = sorted(
            {day for known, known_to, *_ in told for day in (known, known_to)}
            | {day for one in said for day in (one.known, one.known_to)} - {NEVER}
        )
        for known, known_to in pairwise([*turns, NEVER]):
            acts = [(report, row) for since, until, report, row in told if since <= known < until]
            also = [one for one in said if one.known <= known < one.known_to]
            if known < NEVER and (acts or also):
                account = self._account(person, acts, also)
                yield Version(known, known_to, account, self._profile(person, account))

    def _profile(self, person: int, account: Account) -> Profile:
        if self.profile is not None and not account.attributes:
            return self.profiles[int(self.profile[person])]
        return profile_of(one[:2] for one in account.attributes)

    def _reports(self, person: int) -> Iterator[tuple[int, int, Report, int]]:
        """Each report of a person with the days from which and until which it was known, and its row."""
        at, acts = self.rows(person), self.acts
        columns = (acts.claim, acts.order, acts.known, acts.known_to, acts.first, acts.last, acts.act, acts.state)
        rows = zip(*(column[at].tolist() for column in (*columns, acts.denied, acts.row)), strict=True)
        for claim, order, known, known_to, first, last, act, state, denied, row in rows:
            report = Report(
                claim=self.claims[claim],
                order=order,
                act=ACT[act],
                earliest=_day(first),
                latest=_day(last),
                state=STATE[state] if state != NOT_STATED else None,
                denied=denied,
                known=_text(known),
            )
            yield known, known_to, report, row

    def _account(self, person: int, acts: Sequence[tuple[Report, int]], also: Sequence[Said]) -> Account:
        judged = self.judged.get(person, Judged())
        sequences, slips = stretches(acts)
        return Account(
            reports=tuple(report for report, _ in acts),
            recognitions=tuple(one.what for one in also if isinstance(one.what, Recognition)),
            attributes=tuple((*one.what, self.claims[one.claim]) for one in also if isinstance(one.what, tuple)),
            same=judged.same,
            different=judged.different,
            contradicts=judged.contradicts | slips,
            sequences=sequences,
        )


def profile_of(said: Iterable[tuple[str, str]]) -> Profile:
    """What is said of a person by property: every value, and the one entered last."""
    found: dict[str, list[str]] = {}
    for name, value in said:
        found.setdefault(name, []).append(value)
    return tuple((name, tuple(sorted({*values})), values[-1]) for name, values in sorted(found.items()))


def _numbers(ids: Sequence[str]) -> Mapping[str, int]:
    return ids.number if isinstance(ids, Ids) else {one: number for number, one in enumerate(ids)}


def _day(number: int) -> date | None:
    return date.fromordinal(number) if ALWAYS < number < NEVER else None


def _text(number: int) -> str:
    return date.fromordinal(number).isoformat() if ALWAYS < number < NEVER else ""
