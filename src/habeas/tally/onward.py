"""A book that goes on with its table: who was touched is derived again, everybody else stands as they were derived."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from habeas.custody.whereabouts import Asked
from habeas.tally.again import Kept
from habeas.tally.book import Book, book_of
from habeas.tally.derive import derive
from habeas.tally.fingerprint import Prints, fingerprints
from habeas.tally.spliced import of_people
from habeas.tally.table import Table

MOST = 400  # people beside a base: with more of them figures get slow, and the base is made anew


@dataclass(frozen=True, eq=False)
class Current:
    """A book, the ids that its numbers of people and claims stand for, and everybody's fingerprint."""

    book: Book
    people: Sequence[str]
    claims: Sequence[str]
    prints: Prints

    @property
    def kept(self) -> Kept:
        """The same to be used for a table of which nothing is known but its fingerprints."""
        base = None if self.book.since.people else self.book.base
        return Kept(self.book.whole(), self.people, self.claims, self.prints, base)


def current(kept: Kept) -> Current:
    """What was derived at once, ready to go on."""
    return Current(kept.book, kept.people, kept.claims, kept.prints)


def went_on(before: Current, table: Table, asked: Asked, touched: Iterable[int]) -> Current:
    """The book of a table that follows the one before (`tally.spliced`) and differs in those who were touched."""
    some = sorted(touched)
    prints = np.zeros(len(table.people), dtype=np.uint64)
    prints[: len(before.prints)] = before.prints
    prints[some] = fingerprints(of_people(table, some))
    book = before.book.with_people({person: derive(table, asked, [person]) for person in some})
    if len(book.since.people) > MOST:
        book = book_of(book.whole())
    return Current(book, table.people, table.claims, prints)
