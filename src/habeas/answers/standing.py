"""Books on a shelf: what was derived before serves on, and only those are derived anew of whom something was entered.

The next book is made of the one before by whom the entries since touched; where that is not known, or nothing is held
in this process, by fingerprints, also of what an earlier process left in the register's snapshots.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from habeas.custody.whereabouts import Asked
from habeas.register import log, snapshots, write
from habeas.register.read import View
from habeas.tally.again import Kept, derived_again
from habeas.tally.book import Book
from habeas.tally.ids import Ids
from habeas.tally.lens import Lens
from habeas.tally.onward import Current, current, went_on
from habeas.tally.packed import packed, unpacked
from habeas.tally.table import Table

from .tables import Admitted

LONG = 500  # people who were derived: from then on it is worth a file


@dataclass(frozen=True, eq=False)
class Ready:
    """A book, and what a lens admits: the table whose numbers of people and claims the book has.

    They are held together: a table that is made again later, of the same claims, can number them otherwise.
    """

    admitted: Admitted
    current: Current

    @property
    def table(self) -> Table:
        """The table of what is admitted."""
        return self.admitted.table

    @property
    def book(self) -> Book:
        """The book."""
        return self.current.book


@dataclass(frozen=True, slots=True)
class Shelf:
    """Whose book it is: from where it is seen, through which lens, of which country, asked what.

    `supposed`: of persons who are not judged so, and nothing of it is written down.
    """

    seen: View
    lens: Lens
    territory: str | None
    asked: Asked
    supposed: bool = False

    @property
    def newest(self) -> bool:
        """Whether it is of the last entry: of older ones nothing is written down."""
        return self.seen.at == log.head()

    @property
    def name(self) -> str:
        """What its snapshot is called: the same in every process."""
        asked = self.asked
        of_rule = (sorted(asked.bodies), asked.stale_after, None if asked.all_day is None else sorted(asked.all_day))
        lens = f"{self.lens.name}@{self.lens.version}"
        said = f"{self.seen.ceiling.name} {lens} {self.territory} {of_rule!r}"
        return sha256(said.encode()).hexdigest()[:24]


def book(shelf: Shelf, table: Table, before: Kept | None = None) -> Current:
    """The book of a table, from what was derived before as far as it still stands by its fingerprints."""
    if before is None and shelf.newest:
        before = _from_file(write.register_folder(), shelf.name)
    found, derived = derived_again(table, shelf.asked, before)
    found = found.indexed()
    if derived >= LONG:
        _save(shelf, found)
    return current(found)


def book_after(shelf: Shelf, table: Table, before: Current, touched: Iterable[str] | None) -> Current:
    """The book of a table from the book before; `touched` are those of whom something was entered since, if known."""
    if touched is None or not isinstance(table.people, Ids) or not table.people.follows(before.people):
        return book(shelf, table, before.kept)
    some = [table.number[one] for one in touched if one in table.number]
    found = went_on(before, table, shelf.asked, some) if some else before
    if found.book.base is not before.book.base and len(table.people) >= LONG:
        _save(shelf, found.kept)
    return found


def _save(shelf: Shelf, kept: Kept) -> None:
    """Write it down, if it is of the last entry still; nothing stays of what was erased or sealed meanwhile.

    Who reads in a transaction does not see that: there the erasure waits for its end (`register.purge`).
    """
    if shelf.supposed or not shelf.newest:
        return
    register = write.register_folder()
    snapshots.save(register, shelf.name, shelf.seen.at, *packed(kept))
    if log.hides_since(shelf.seen.at):
        snapshots.remove(register)


def _from_file(register: Path, name: str) -> Kept | None:
    """What an earlier process derived; nothing where something was forgotten since."""
    found = snapshots.load(register, name)
    if found is None or log.hides_since(found.head):
        return None
    try:
        return unpacked(found.columns, found.told)
    except (KeyError, ValueError, TypeError):  # not whole, or not ours: it is made again
        return None
