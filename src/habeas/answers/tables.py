"""The claims that a lens admits, as a table: what rectangles are derived from, and every account is made of.

Made once for each lens and territory at a state of the register. Of a person it has acts, statements of bodies and
properties; what is judged of claims stands beside those of whom something is judged.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from habeas.claims.act import ACTS, Act, CustodyState, Side
from habeas.claims.vocabulary import Polarity
from habeas.custody.report import Pair, Recognition
from habeas.names.fold import fold
from habeas.register.counting import ActRow, AttributeRow, RecognitionRow
from habeas.tally.ids import Ids
from habeas.tally.spliced import spliced
from habeas.tally.table import ACT_NUMBER, ALWAYS, NEVER, NO_ROW, NOT_STATED, STATE, Acts, Judged, Said, Table

from .ranks import Key, Ranks, ranked

Row = ActRow | RecognitionRow | AttributeRow
Pairs = Mapping[str, Mapping[str, Sequence[Pair]]]  # by verdict, then by claim
COLUMNS = 10
NOT_NAMED = "not named"
Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Ordered:
    """A column of ranks, and what they are ranks among."""

    ranks: Ranks
    column: Ints


@dataclass(frozen=True, eq=False)
class Admitted:
    """The table of what a lens admits; beside each act of it the name that its claim writes, and its record.

    `names_before` and `people_before` are the ranks of names by act and of people, where the table before had them.
    """

    table: Table
    names: Sequence[str]
    records: Sequence[str]
    names_before: Ordered | None = None
    people_before: Ordered | None = None

    @cached_property
    def row_of_claim(self) -> Ints:
        """The one act that a claim tells of, by the claim's number; -1 where it tells of none, or of several."""
        acts, found = self.table.acts.claim, np.full(len(self.table.claims), -1, dtype=np.int32)
        once = np.bincount(acts, minlength=len(found))[acts] == 1
        found[acts[once]] = np.flatnonzero(once)
        return found

    @cached_property
    def _names(self) -> Ordered:
        return self.names_before or _ordered({name: (fold(name), name) for name in set(self.names)}, self.names)

    @cached_property
    def _people(self) -> Ordered:
        return self.people_before or _ordered({one: (one,) for one in self.table.people}, self.table.people)

    @property
    def name_rank(self) -> Ints:
        """By act, where its name stands among all names in their order."""
        return self._names.column

    @property
    def person_rank(self) -> Ints:
        """By person, where the id stands among all ids in their order."""
        return self._people.column

    def followed_by(self, now: "Admitted", touched: Iterable[str]) -> "Admitted":
        """The same in which everybody in `now` is as there, and who else was touched has no claim any more."""
        made, seam = spliced(self.table, now.table, touched)
        names, moved = self._names.ranks.more([(fold(name), name) for name in now.names])
        new_names = names.of([(fold(name), name) for name in now.names])
        by_name = Ordered(names, seam.column(moved[self._names.column], new_names))
        more = made.people[len(self.table.people) :]
        people, of_people = self._people.ranks.more([(one,) for one in more])
        by_id = Ordered(people, np.concatenate([of_people[self._people.column], people.of([(one,) for one in more])]))
        names_now, records = seam.listed(self.names, now.names), seam.listed(self.records, now.records)
        return Admitted(made, names_now, records, by_name, by_id)


def _ordered(keys: Mapping[str, Key], column: Sequence[str]) -> Ordered:
    return Ordered(*ranked(keys, column))


@dataclass(slots=True)
class _Columns:
    """What was written so far."""

    claims: dict[str, int] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    acts: list[tuple[int, ...]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    records: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=lambda: [0])
    said: dict[int, list[Said]] = field(default_factory=dict)
    judged: dict[int, Judged] = field(default_factory=dict)

    def claim(self, claim: str) -> int:
        return self.claims.setdefault(claim, len(self.claims))


def table(admitted: Iterable[tuple[str, Sequence[Row]]], pairs: Pairs) -> Admitted:
    """The table of people, each with the claims that are admitted about them."""
    written = _Columns()
    people: list[str] = []
    for person, rows in admitted:
        _write(written, len(people), rows, pairs)
        people.append(person)
    made = Table(Ids(people), Ids(written.claims), _acts(written), written.said, written.judged)
    return Admitted(made, written.names, written.records)


def of_territory(rows: Sequence[Row], territory: str | None) -> list[Row]:
    """One person's claims that concern a country: acts done in it, and what frees whom such an act leaves in."""
    within = [row for row in rows if done_in(row, territory)]
    if len(within) == len(rows) or not any(isinstance(row, ActRow) and _takes(row) for row in within):
        return within
    return [row for row in rows if done_in(row, territory) or (isinstance(row, ActRow) and _frees(row))]


def done_in(row: Row, territory: str | None) -> bool:
    """Whether an act was done in a country; one of which nobody says where it was done is taken to be."""
    return territory is None or not isinstance(row, ActRow) or row.country in (None, territory)


def last_day(row: ActRow | RecognitionRow) -> str:
    """The last day on which it can have been: none after it was known, though elsewhere on earth it was a day later."""
    return max(min(row.latest or row.known, row.known), row.earliest or "")


def _write(written: _Columns, person: int, rows: Sequence[Row], pairs: Pairs) -> None:
    acts = sorted((row for row in rows if isinstance(row, ActRow)), key=lambda row: row.order)
    written.acts += [_act(written, row) for row in acts]
    written.names += [row.name or NOT_NAMED for row in acts]
    written.records += [str(row.record) for row in acts]
    written.start.append(len(written.acts))
    said = [one for row in rows for one in _said(written, row)]
    if said:
        written.said[person] = said
    claims = {row.claim for row in rows}
    judged = Judged(*(_within(pairs[verdict], claims) for verdict in ("same", "different", "contradicts")))
    if any(judged):
        written.judged[person] = judged


def _act(written: _Columns, row: ActRow) -> tuple[int, ...]:
    return (
        written.claim(row.claim),
        row.order,
        *_known(row),
        _ordinal(row.earliest, ALWAYS),
        _ordinal(last_day(row), NEVER),
        ACT_NUMBER[Act(row.kind)],
        STATE.index(CustodyState(row.state)) if row.state else NOT_STATED,
        row.told.polarity == Polarity.denied,
        written.rows.setdefault(row.row, len(written.rows)) if row.row is not None else NO_ROW,
    )


def _said(written: _Columns, row: Row) -> Iterator[Said]:
    if isinstance(row, RecognitionRow):
        days, denied = (_day(row.earliest), _day(last_day(row))), row.told.polarity == Polarity.denied
        for body in row.bodies:
            stated = Recognition(row.claim, row.order, body, row.withdrawn, *days, row.known, denied)
            yield Said(written.claim(row.claim), row.order, *_known(row), stated)
    elif isinstance(row, AttributeRow) and row.told.polarity == Polarity.affirmed:
        yield Said(written.claim(row.claim), row.order, *_known(row), (row.property, row.value))


def _acts(written: _Columns) -> Acts:
    columns = np.array(written.acts, dtype=np.int64).reshape(-1, COLUMNS).T
    kinds: Sequence[Any] = (np.int32, np.int64, *[np.int32] * 4, np.int8, np.int8, np.bool_, np.int32)
    claim, order, known, known_to, first, last, act, state, denied, row = (
        column.astype(kind) for column, kind in zip(columns, kinds, strict=True)
    )
    return Acts(np.array(written.start), claim, order, known, known_to, first, last, act, state, denied, row)


def _within(pairs: Mapping[str, Sequence[Pair]], claims: set[str]) -> frozenset[Pair]:
    if not pairs:
        return frozenset()
    return frozenset(pair for one in claims for pair in pairs.get(one, ()) if pair[1] in claims)


def by_claim(pairs: Iterable[Pair]) -> Mapping[str, Sequence[Pair]]:
    """Pairs by their first claim."""
    found: dict[str, list[Pair]] = defaultdict(list)
    for one, other in pairs:
        found[one].append((one, other))
    return found


def _known(row: Row) -> tuple[int, int]:
    return _ordinal(row.known, ALWAYS), _ordinal(row.known_to, NEVER)


def _ordinal(text: str | None, otherwise: int) -> int:
    return date.fromisoformat(text).toordinal() if text else otherwise


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _frees(row: ActRow) -> bool:
    return ACTS[Act(row.kind)].leaves is Side.free


def _takes(row: ActRow) -> bool:
    return ACTS[Act(row.kind)].leaves is Side.in_ and row.told.polarity == Polarity.affirmed
