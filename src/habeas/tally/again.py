"""What was derived of one table, used for the next: only those are derived anew of whom something changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from habeas.custody.whereabouts import Asked
from habeas.tally.book import Base, Book, book_of
from habeas.tally.derive import derive
from habeas.tally.fingerprint import Prints, fingerprints
from habeas.tally.ordinary import rectangles_of, together
from habeas.tally.rectangles import Columns, Derived
from habeas.tally.table import Table

FEW, SHARE = 100, 0.25  # people, and of all: beyond both everybody is derived at once


@dataclass(frozen=True, eq=False)
class Kept:
    """What was derived of everybody, with their ids, the ids of the claims, and a fingerprint of each person.

    `base` is the index over it, where it was made.
    """

    derived: Derived
    people: Sequence[str]
    claims: Sequence[str]
    prints: Prints
    base: Base | None = None

    def indexed(self) -> "Kept":
        """The same with its index."""
        return self if self.base else replace(self, base=book_of(self.derived).base)

    @property
    def book(self) -> Book:
        """The book of it."""
        base = self.base or book_of(self.derived).base
        return Book(base, base.derived.cells, base.derived.move_cells)


def kept(table: Table, derived: Derived) -> Kept:
    """What was derived of a table, to be used again."""
    return Kept(derived, table.people, table.claims, fingerprints(table))


def derived_again(table: Table, asked: Asked, before: Kept | None) -> tuple[Kept, int]:
    """What `rectangles_of` gives, and how many were derived for it."""
    prints = fingerprints(table)
    if before is None:
        return Kept(rectangles_of(table, asked), table.people, table.claims, prints), len(table.people)
    place = {person: number for number, person in enumerate(before.people)}
    was = np.array([place.get(person, -1) for person in table.people], dtype=np.int64)
    same = (was >= 0) & (before.prints[was] == prints) if len(before.prints) else np.zeros(len(was), dtype=np.bool_)
    changed = np.flatnonzero(~same).tolist()
    if not changed and len(before.people) == len(table.people) and _numbered_alike(before, table, was):
        return before, 0
    if len(changed) > max(FEW, SHARE * len(table.people)):
        return Kept(rectangles_of(table, asked), table.people, table.claims, prints), len(table.people)
    number = np.full(len(before.people), -1, dtype=np.int32)
    number[was[same]] = np.flatnonzero(same)
    old = _renumbered(before, number, table.claim_number)
    new = derive(table, asked, changed)
    return Kept(together(old, new), table.people, table.claims, prints), len(changed)


def _numbered_alike(before: Kept, table: Table, was: npt.NDArray[np.int64]) -> bool:
    return bool((was == np.arange(len(was))).all()) and list(before.claims) == list(table.claims)


def _renumbered(before: Kept, number: npt.NDArray[np.int32], claim_number: Mapping[str, int]) -> Derived:
    """Those who stand as they stood, in the numbers of people and claims of the next table."""
    claims = np.array([claim_number.get(claim, -1) for claim in before.claims], dtype=np.int32)
    some = before.derived
    rectangles = _of_people(some.rectangles, number)
    moves = _of_people(some.moves, number)
    found = replace(
        some,
        rectangles=replace(rectangles, claims=_at(claims, rectangles.claims)),
        moves=replace(moves, claim=_at(claims, moves.claim)),
    )
    return _by_person(found)


def _of_people(some: Columns, number: npt.NDArray[np.int32]) -> Columns:
    stands = some.of(np.flatnonzero(number[some.person] >= 0)) if len(some.person) else some
    return replace(stands, person=_at(number, stands.person))


def _at(table: npt.NDArray[np.int32], numbers: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    return table[numbers] if len(numbers) else numbers


def _by_person(some: Derived) -> Derived:
    """The same in the order of people."""
    return replace(
        some,
        rectangles=some.rectangles.of(np.argsort(some.rectangles.person, kind="stable")),
        moves=some.moves.of(np.argsort(some.moves.person, kind="stable")),
    )
