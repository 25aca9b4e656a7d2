"""The rectangles of a rule and a lens as rows, for tools that count in columns of their own.

Each row is one person's piece of time, as known from one day until another, and how the rule counts the person in it.
People and claims are told by id and nobody by name: who may open the register finds both there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from habeas.custody.whereabouts import NOT_RECOGNISED, STATES
from habeas.register import read
from habeas.register.read import View
from habeas.tally.cell import Cell
from habeas.tally.lens import EVERY, Lens
from habeas.tally.rectangles import Rectangles
from habeas.tally.rule import HELD, Rule
from habeas.tally.stock import weights

from .accounts import accounts
from .public import AskError

FEW = 50_000  # rows that are made at once
Row = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Pieces:
    """Rectangles by rule, lens and entry; `properties` are the columns of what is said of people."""

    rule: Rule
    lens: Lens
    seen: View
    properties: tuple[str, ...]
    size: int
    rows: Iterator[list[Row]]


def pieces(seen: View, rule: Rule = HELD, lens: Lens = EVERY) -> Pieces:
    """Every rectangle in which the rule possibly counts somebody. Raises AskError for a flow."""
    if rule.quantity != "stock":
        raise AskError("rule", f"rectangles are of who is in: {rule.name} is an {rule.quantity}")
    with read.snapshot():
        ready = accounts(seen).ready(rule, lens)
    book, table = ready.book, ready.table
    derived, counts = book.whole(), np.stack(weights(book.cells, rule), axis=1)
    counted = np.flatnonzero(counts[derived.rectangles.cell, 2] > 0)
    names = tuple(sorted({name for profile in book.cells.profiles for name, _, _ in profile}))
    told = [{**_of_cell(cell), **_of_profile(book.cells.profiles[cell.profile], names)} for cell in book.cells.cells]
    parts = (counted[start : start + FEW] for start in range(0, len(counted), FEW))
    rows = (_rows(derived.rectangles.of(part), counts, told, table.people, table.claims) for part in parts)
    return Pieces(rule, lens, seen, names, len(counted), rows)


def _rows(some: Rectangles, counts: Any, told: list[Row], people: Any, claims: Any) -> list[Row]:
    found = []
    columns = (some.person, some.first, some.until, some.known, some.known_to, some.cell)
    ends = some.claim_start.tolist()
    for at, (person, first, until, known, known_to, cell) in enumerate(
        zip(*(column.tolist() for column in columns), strict=True)
    ):
        low, best, high = counts[cell].tolist()
        days = {"first": _day(first), "until": _day(until), "known": _day(known), "known_to": _day(known_to)}
        resting = [claims[claim] for claim in some.claims[ends[at] : ends[at + 1]].tolist()]
        bounds = {"low": low, "best": best, "high": high}
        found.append({"person": people[person], **days, **bounds, **told[cell], "claims": resting})
    return found


def _of_cell(cell: Cell) -> Row:
    possible = [state for place, state in enumerate(STATES) if state and cell.possible >> place & 1]
    best = STATES[cell.best] if cell.best < NOT_RECOGNISED else None
    return {"state": best.value if best else None, "states": [state.value for state in possible]}


def _of_profile(profile: Any, names: tuple[str, ...]) -> Row:
    said = {name: last for name, _, last in profile}
    return {f"said_{name}": said.get(name) for name in names}


def _day(number: int) -> date:
    """A day; before all days is the first there is, after all the last."""
    return date.fromordinal(min(max(number, 1), date.max.toordinal()))
