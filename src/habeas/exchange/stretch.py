"""The acts of one row of a list as stretches: an act that leaves somebody in custody, and the one that ends it.

An act whose day the list does not know (`XXXX-XX-XX`) is an act without a day: it was, and no day is made up for it.
A stretch that ends before it begins is told and never mended; rows without any claim are told too.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from habeas.claims.act import ACTS, Act, Side
from habeas.claims.when import Meaning, When

from .claim_draft import not_after

SEEN = frozenset({Act.held, Act.at_liberty})
SHOWN_ROWS = 50
NOT_KNOWN = re.compile(r"X{4}(?:-XX){0,2}")


@dataclass(frozen=True, slots=True)
class ActColumn:
    """A column of acts; `ordinal` counts the columns of one act from 0, and tells which stretch an act belongs to."""

    column: str
    act: Act
    ordinal: int


@dataclass(slots=True)
class Told:
    """Rows, by number, of which the import has to say something although it records them."""

    turned_round: list[int] = field(default_factory=list)
    without_claims: list[int] = field(default_factory=list)
    without_acts: list[int] = field(default_factory=list)

    def warnings(self) -> list[str]:
        """One line for each thing that has to be said."""
        told = {
            "the end is before the beginning; recorded as the list has it": self.turned_round,
            "a name and nothing said of it; recorded, but no page and no count can have it": self.without_claims,
            "no act; recorded, but no count can have it": self.without_acts,
        }
        return [f"{_rows(numbers)}: {what}" for what, numbers in told.items() if numbers]


def day_of(cell: str, wanted: ActColumn, today: date, meaning: Meaning | None = None) -> When | None:
    """The day of an act, or None where the cell says that nobody knows it; raises DateError, or RowError if to come.

    `meaning`: what it is the date of, where that is not the act itself (or, of `held`, a sign of it).
    """
    if NOT_KNOWN.fullmatch(cell):
        return None
    meaning = meaning or (Meaning.state_seen if wanted.act in SEEN else Meaning.happened)
    return not_after(When.of(cell, meaning=meaning), today, wanted.column)


def turned_round(acts: Sequence[ActColumn], days: Mapping[str, When]) -> str | None:
    """Which stretch of a row certainly ends before it begins, in words; None where there is none."""
    for begun in acts:
        for ended in acts:
            if begun.ordinal != ended.ordinal or not _opens_and_closes(begun.act, ended.act):
                continue
            first, last = days.get(begun.column), days.get(ended.column)
            if first and last and before(last, first):
                return f"{ended.column} ({last.edtf}) is before {begun.column} ({first.edtf})"
    return None


def _opens_and_closes(begun: Act, ended: Act) -> bool:
    return ACTS[begun].leaves == Side.in_ and ACTS[ended].leaves == Side.free


def before(first: When, second: When) -> bool:
    """Whether all days of the first lie before all of the second."""
    return first.latest is not None and second.earliest is not None and first.latest < second.earliest


def _rows(numbers: Sequence[int]) -> str:
    """How many rows, and which, as the beginning of a sentence."""
    shown = ", ".join(str(number) for number in numbers[:SHOWN_ROWS])
    more = f" and {len(numbers) - SHOWN_ROWS:,} more" if len(numbers) > SHOWN_ROWS else ""
    return f"{len(numbers):,} row{'' if len(numbers) == 1 else 's'} ({shown}{more})"
