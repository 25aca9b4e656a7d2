"""Who is counted on a day, as known on another: a figure's people in the order in which they are shown.

Whoever best counts comes first, then those who possibly are; each by the name that the claims write which the count
rests on. A figure of thousands is looked at a few at a time, so of the others nothing is made but numbers.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import overload

import numpy as np
import numpy.typing as npt

from habeas.tally.count import Counted
from habeas.tally.lens import Lens
from habeas.tally.rectangles import Rectangles
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds, counted_on, weights

from .accounts import Accounts
from .shown import Shown, shown, why_open
from .tables import Admitted
from .why_open import why_open_of_many


class Claims(Sequence[str]):
    """The claims that a figure rests on, each once, in the order in which its people are shown."""

    def __init__(self, found: "Here") -> None:
        self._found, self._table = found, found.admitted.table

    @cached_property
    def _numbers(self) -> npt.NDArray[np.int32]:
        numbers = self._found.rows.of(self._found.order).claims
        place = np.arange(len(numbers), dtype=np.int32)
        first = np.empty(len(self._table.claims), dtype=np.int32)
        first[numbers[::-1]] = place[::-1]  # of a claim that stands at several places the first is written last
        return np.asarray(numbers[first[numbers] == place])

    @cached_property
    def _size(self) -> int:
        here = np.zeros(len(self._table.claims), dtype=np.bool_)
        here[self._found.rows.claims] = True
        return int(np.count_nonzero(here))  # which takes no order

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...
    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        if isinstance(place, slice):
            return tuple(self._table.claims[number] for number in self._numbers[place])
        return self._table.claims[int(self._numbers[place])]


class People(Sequence[Counted]):
    """The people of a figure as they are shown; each is made when it is looked at."""

    def __init__(self, found: "Here") -> None:
        self._found = found

    def __len__(self) -> int:
        return len(self._found.rows)

    @overload
    def __getitem__(self, place: int) -> Counted: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Counted, ...]: ...
    def __getitem__(self, place: int | slice) -> Counted | tuple[Counted, ...]:
        if isinstance(place, slice):
            return tuple(map(self._found.counted, range(len(self))[place]))
        return self._found.counted(range(len(self))[place])

    def __iter__(self) -> Iterator[Counted]:
        return map(self._found.counted, range(len(self)))


@dataclass(frozen=True, eq=False)
class Here:
    """The rectangles that hold a figure, in the order in which their people are shown (`order`).

    `admitted` has the numbers of people and claims that the rectangles have.
    """

    every: Accounts
    admitted: Admitted
    rule: Rule
    lens: Lens
    known_on: date
    rows: Rectangles
    order: npt.NDArray[np.intp]
    counts: npt.NDArray[np.int64]
    entangled: int

    @cached_property
    def people(self) -> People:
        """The people, as they are shown."""
        return People(self)

    @cached_property
    def claims(self) -> Claims:
        """The claims that the figure rests on, each once, in the order in which their people are shown."""
        return Claims(self)

    @cached_property
    def bounds(self) -> Bounds:
        """The figure."""
        low, best, high = self.counts.sum(axis=0).tolist()
        return Bounds(low, best, high)

    def first(self, most: int) -> list[str]:
        """The ids of the first people, so many at most, as they are shown."""
        people = self.admitted.table.people
        return [people[number] for number in self.rows.person[self.order[:most]].tolist()]

    def counted(self, place: int) -> Counted:
        """How the person at a place counts."""
        row, table = int(self.order[place]), self.admitted.table
        start, end = self.rows.claim_start[row : row + 2]
        claims = tuple(table.claims[claim] for claim in self.rows.claims[start:end])
        low, best, high = self.counts[row].tolist()
        return Counted(table.people[int(self.rows.person[row])], low, best, high, claims)

    def shown(self, place: int) -> Shown:
        """The person at a place, with name, last act and why their bounds may be open."""
        one = self.counted(place)
        account = self.every.account(one.person, self.lens, self.known_on, self.rule.territory)
        if account is None:
            raise LookupError(f"nothing was known of {one.person} on {self.known_on}")
        return shown(one, self.every.acts_of(one.person, one.claims), account, self.rule)

    @cached_property
    def open(self) -> Mapping[str, int]:
        """Of how many people the bounds are open, by why; the whys in the order in which their people are shown."""
        places = np.flatnonzero(self.counts[self.order, 0] != self.counts[self.order, 2])
        whose = self.order[places]
        some, best = self.rows.of(whose), self.counts[whose, 1] > 0
        why, left = why_open_of_many(self.admitted, some, best, self.rule, self.known_on)
        for number, one in zip(left.tolist(), self._by_account(places[left], some.of(left)), strict=True):
            why[number] = one
        return Counter(why)

    def _by_account(self, places: npt.NDArray[np.intp], some: Rectangles) -> Iterator[str]:
        """Why bounds are open; kept by the ids of people, since another table numbers them anew."""
        people = [self.admitted.table.people[number] for number in some.person.tolist()]
        keys = zip(people, some.first.tolist(), some.known.tolist(), strict=True)
        why = self.every.kept(("why", self.rule, self.lens), dict[tuple[str, int, int], str])
        for key, place in zip(keys, places.tolist(), strict=True):
            if key not in why:
                why[key] = self._why(place)
            yield why[key]

    def _why(self, place: int) -> str:
        one = self.counted(place)
        account = self.every.account(one.person, self.lens, self.known_on, self.rule.territory)
        return why_open(one, account, self.rule) if account else ""


def here(every: Accounts, rule: Rule, lens: Lens, as_of: date, known_on: date) -> Here:
    """Who is counted at the end of `as_of`, as known on `known_on`."""
    ready = every.ready(rule, lens)
    book, admitted = ready.book, ready.admitted
    rows = counted_on(book, rule, as_of.toordinal(), known_on.toordinal())
    counts = np.stack([column[rows.cell] for column in weights(book.cells, rule)], axis=1)
    entangled = int(np.count_nonzero(book.cells.entangled[rows.cell]))
    best, name, person = counts[:, 1], _name_rank(rows, admitted), admitted.person_rank[rows.person]
    order = np.argsort((1 - best) << 62 | name << 31 | person)  # as one number each: no rank has more than 31 bits
    return Here(every, admitted, rule, lens, known_on, rows, order, counts, entangled)


def _name_rank(rows: Rectangles, admitted: Admitted) -> npt.NDArray[np.int64]:
    """Of each rectangle where the name stands that the first of its claims about an act writes."""
    if not len(rows):
        return np.zeros(0, dtype=np.int64)
    acts, last = admitted.table.acts, len(admitted.names)
    row = admitted.row_of_claim[rows.claims[np.minimum(rows.claim_start[:-1], len(rows.claims) - 1)]]
    for place in np.flatnonzero(row < 0).tolist():
        mine = admitted.table.rows(int(rows.person[place]))
        number = {claim: at for at, claim in enumerate(acts.claim[mine].tolist(), mine.start)}
        start, end = rows.claim_start[place : place + 2]
        row[place] = next((number[one] for one in rows.claims[start:end].tolist() if one in number), last)
    rank = np.full(len(rows), np.iinfo(np.int32).max, dtype=np.int64)
    rank[row < last] = admitted.name_rank[row[row < last]]
    return rank
