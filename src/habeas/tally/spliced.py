"""A table in which a few people are as they are now: what an entry costs is what it touches.

People and claims keep their numbers from one table to the next; whoever and whatever is new is numbered after them. So
what was derived of the others stands as it is. Who has no claim any more keeps a number, and no rows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import chain, pairwise
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from habeas.tally.ids import Ids
from habeas.tally.table import NO_ROW, Acts, Said, Table

Ints = npt.NDArray[np.int32]
Column = npt.NDArray[Any]
One = TypeVar("One")


@dataclass(frozen=True, eq=False)
class Seam:
    """Of which rows a table is sewn together: of the old and of the new, by turns."""

    pieces: Sequence[tuple[bool, slice]]

    def column(self, old: Column, new: Column) -> Column:
        """A column of it."""
        return np.concatenate([(new if is_new else old)[rows] for is_new, rows in self.pieces])

    def listed(self, old: Sequence[One], new: Sequence[One]) -> list[One]:
        """The same of what stands in lists."""
        return list(chain.from_iterable((new if is_new else old)[rows] for is_new, rows in self.pieces))


def spliced(table: Table, now: Table, touched: Iterable[str]) -> tuple[Table, Seam]:
    """The table in which everybody in `now` is as there, and who else was touched has no claim any more."""
    people, claims = _ids(table.people).followed_by(now.people), _ids(table.claims).followed_by(now.claims)
    number, claim_number = people.numbers(now.people), claims.numbers(now.claims)
    away = {found for one in touched if (found := people.number.get(one)) is not None} | set(number.tolist())
    seam = _seam(table, now, sorted(away), dict(zip(number.tolist(), range(len(number)), strict=True)))
    acts = _renumbered(now.acts, claim_number, _next_row(table.acts))
    lengths = np.zeros(len(people), dtype=np.int64)
    lengths[: len(table.people)] = np.diff(table.acts.person_start)
    lengths[list(away)] = 0
    lengths[number] = np.diff(now.acts.person_start)
    names = [one.name for one in fields(Acts)[1:]]
    columns = {name: seam.column(getattr(table.acts, name), getattr(acts, name)) for name in names}
    said, judged = _without(table.said, away), _without(table.judged, away)
    said |= {int(number[one]): [_said(each, claim_number) for each in some] for one, some in now.said.items()}
    judged |= {int(number[one]): some for one, some in now.judged.items()}
    start = np.concatenate(([0], np.cumsum(lengths)))
    return table.followed_by(people, claims, Acts(start, **columns), said, judged, away), seam


def of_people(table: Table, some: Sequence[int]) -> Table:
    """A table of some of the people, by number, in the order given; its claims are those about them."""
    acts, rows = table.acts, [table.rows(person) for person in some]
    lengths = [one.stop - one.start for one in rows]
    columns = {one.name: _chosen(getattr(acts, one.name), rows) for one in fields(Acts)[1:]}
    said = {place: table.said[person] for place, person in enumerate(some) if person in table.said}
    met = sorted({*columns["claim"].tolist(), *(one.claim for each in said.values() for one in each)})
    number = np.full(max(met, default=-1) + 1, -1, dtype=np.int32)
    number[met] = np.arange(len(met))
    columns["claim"] = number[columns["claim"]]
    return Table(
        [table.people[person] for person in some],
        [table.claims[claim] for claim in met],
        Acts(np.cumsum([0, *lengths], dtype=np.int64), **columns),
        {place: [_said(one, number) for one in each] for place, each in said.items()},
        {place: table.judged[person] for place, person in enumerate(some) if person in table.judged},
    )


def _without(some: Mapping[int, One], away: Iterable[int]) -> dict[int, One]:
    found = dict(some)
    for one in away:
        found.pop(one, None)
    return found


def _ids(some: Sequence[str]) -> Ids:
    return some if isinstance(some, Ids) else Ids(some)


def _seam(table: Table, now: Table, away: Sequence[int], places: Mapping[int, int]) -> Seam:
    """The rows of the old table up to each who goes, then those of whoever comes in their place."""
    pieces: list[tuple[bool, slice]] = []
    many, end = len(table.people), len(table.acts.claim)
    gone = [table.rows(one) if one < many else slice(end, end) for one in away]
    for (before, here), one in zip(pairwise([slice(0, 0), *gone]), away, strict=True):
        pieces.append((False, slice(before.stop, here.start)))
        if one in places:
            pieces.append((True, now.rows(places[one])))
    return Seam([*pieces, (False, slice(gone[-1].stop if gone else 0, end))])


def _renumbered(acts: Acts, claim_number: Ints, first_row: int) -> Acts:
    row = np.where(acts.row == NO_ROW, acts.row, acts.row + first_row).astype(np.int32)
    columns = {one.name: getattr(acts, one.name) for one in fields(Acts)}
    return Acts(**{**columns, "claim": claim_number[acts.claim], "row": row})


def _next_row(acts: Acts) -> int:
    """The first number that no row of a list has."""
    return int(acts.row.max(initial=NO_ROW)) + 1


def _said(one: Said, number: Ints) -> Said:
    return one._replace(claim=int(number[one.claim]))


def _chosen(column: npt.NDArray[Any], rows: Sequence[slice]) -> npt.NDArray[Any]:
    return np.concatenate([column[:0], *(column[one] for one in rows)])
