"""A keeper's list and its editions: what stood in each row on the day of an edition, and since when it stood so.

A keeper learns facts one by one. A row is in an edition once anything is learned of it, has what was learned by that
day, and says in `added` when it was last changed. A row that is gone is left out of every later edition.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Fact:
    """What one cell of a row says from the day on which the keeper learned it."""

    column: str
    value: str
    learned: date


@dataclass(slots=True)
class Row:
    """One person on one list: what never changes, what was learned, and when the row was taken out, if it was."""

    key: str
    person: int
    fixed: Mapping[str, str]
    facts: list[Fact] = field(default_factory=list)
    gone: date | None = None

    def on(self, day: date) -> dict[str, str] | None:
        """The cells as they stood at the end of a day; None where the row was not there."""
        known = [fact for fact in self.facts if fact.learned <= day]
        if not known or (self.gone is not None and self.gone <= day):
            return None
        cells = {"key": self.key, **self.fixed}
        for fact in sorted(known, key=lambda fact: fact.learned):
            cells[fact.column] = fact.value
        return cells | {"added": max(fact.learned for fact in known).isoformat()}


@dataclass(frozen=True, slots=True)
class Edition:
    """A list as it was given out on a day: the file, and the cells of each row."""

    file: str
    day: date
    rows: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class KeptList:
    """A list: what it is called, who keeps it (of which sort), its columns, its rows, and its editions by day."""

    name: str
    keeper: str
    sort: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    editions: tuple[Edition, ...]

    def by_person(self) -> dict[int, Row]:
        """The rows that some edition has, by the number of the person."""
        here = {cells["key"] for edition in self.editions for cells in edition.rows}
        return {row.person: row for row in self.rows if row.key in here}

    def written(self, edition: Edition) -> str:
        """An edition as CSV."""
        return as_csv(self.columns, edition.rows)


def editions(file: str, rows: Iterable[Row], days: Iterable[date]) -> tuple[Edition, ...]:
    """The editions of these days."""
    every = list(rows)
    return tuple(
        Edition(f"{file}-{day}.csv", day, tuple(cells for row in every if (cells := row.on(day)) is not None))
        for day in days
    )


def as_csv(columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> str:
    """A table as it is written to a file."""
    head = list(columns)
    out = io.StringIO()
    writer = csv.DictWriter(out, head, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
