"""Reckoning by hand, over plain dictionaries: where a row of a list has somebody on a day, as far as its cells allow.

Nothing of the house is used here, so that what the house answers can be compared with it. It holds for the rows that
are drawn: their acts stand in order, and two uncertain days of a row never cross.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .lists import KeptList

OUT = ("released", "bailed", "acquitted", "pardoned", "amnestied", "term_served", "exchanged", "died")
ACTS = ("detained", "remanded", "confined_at_home", "sentenced", "transferred", *OUT)
COLUMNS = (*ACTS, *(f"{act}.2" for act in ACTS))
FINDS_IN = ("transferred", "released", "bailed", "pardoned", "amnestied", "term_served", "exchanged")
STATES = {"detained": "police", "remanded": "pretrial", "sentenced": "serving", "confined_at_home": "home"}
HELD = frozenset({"police", "pretrial", "serving", "unknown"})
ANY = HELD | {"home"}
Cells = Mapping[str, tuple[str, date]]  # a column, its value, and the day from which that was known


@dataclass(frozen=True, slots=True)
class Done:
    """An act of a row: what it leaves the person in, and its first and last possible day."""

    kind: str
    leaves: str
    first: date
    last: date


def history(of: KeptList) -> dict[str, dict[str, list[tuple[str, date]]]]:
    """By row and column, each value that the editions gave in turn, with the day from which it was known.

    A new cell is known from the row's own day, where the list has one; a changed one from the edition's.
    """
    found: dict[str, dict[str, list[tuple[str, date]]]] = {}
    own = "added" in of.columns
    for edition in of.editions:
        for cells in edition.rows:
            row = found.setdefault(cells["key"], {})
            for column in set(of.columns) & set(cells) - {"key", "added"}:
                versions = row.setdefault(column, [])
                if cells[column] and not versions:
                    versions.append((cells[column], date.fromisoformat(cells["added"]) if own else edition.day))
                elif versions and cells[column] != versions[-1][0]:
                    versions.append((cells[column], edition.day))
    return found


def known(row: Mapping[str, list[tuple[str, date]]], day: date) -> dict[str, tuple[str, date]]:
    """The cells of a row as they were known on a day."""
    found = {column: [one for one in versions if one[1] <= day] for column, versions in row.items()}
    return {column: versions[-1] for column, versions in found.items() if versions}


def done(cells: Cells) -> list[Done]:
    """The acts of a row in order; none begins before the one before it, or ends after the one after it."""
    acts: list[Done] = []
    for column in COLUMNS:
        if column in cells:
            kind = column.removesuffix(".2")
            first, last = days(cells[column][0])
            last = max(min(last, cells[column][1]), first)
            before = acts[-1] if acts else None
            leaves = "free" if kind in OUT else STATES.get(kind, "unknown")  # where to is said of a transfer, not how
            acts.append(Done(kind, leaves, max(first, before.first) if before else first, last))
    for index in range(len(acts) - 2, -1, -1):
        one, after = acts[index], acts[index + 1]
        acts[index] = Done(one.kind, one.leaves, one.first, min(one.last, after.last))
    return acts


def days(value: str) -> tuple[date, date]:
    """The first and the last day of what a cell holds: a day or a month."""
    if len(value) > 7:
        return date.fromisoformat(value), date.fromisoformat(value)
    year, month = int(value[:4]), int(value[5:7])
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def standing(cells: Cells, day: date, states: frozenset[str] = HELD) -> tuple[int, int, int]:
    """Whether the person is in one of the states at the end of a day: certainly, by convention, possibly (1 or 0)."""
    acts = done(cells)
    base = max((index for index, act in enumerate(acts) if act.last <= day), default=-1)
    possible = {acts[base].leaves if base >= 0 else "free"}
    possible |= {act.leaves for act in acts[base + 1 :] if act.first <= day}
    if base < 0 and acts and acts[0].kind in FINDS_IN:
        possible.add("unknown")
    inside = {state in states for state in possible}
    return int(False not in inside), int(state_on(cells, day) in states), int(True in inside)


def state_on(cells: Cells, day: date) -> str:
    """In what state the person is, each act on its last possible day."""
    left = [act.leaves for act in done(cells) if act.last <= day]
    return left[-1] if left else "free"


def moves(cells: Cells, first: date, last: date, states: frozenset[str] = ANY) -> tuple[int, int]:
    """How often the person comes into the states and leaves them in a window that cuts no uncertain day in two."""
    came = went = 0
    acts = done(cells)
    before = "unknown" if acts and acts[0].kind in FINDS_IN else "free"
    for act in acts:
        entered, left = before not in states and act.leaves in states, before in states and act.leaves not in states
        if first <= act.last <= last:
            came, went = came + entered, went + left
        before = act.leaves
    return came, went


def recognised(cells: Cells, day: date) -> bool:
    """Whether the keeper recognises the person on a day."""
    begun, ended = cells.get("recognised"), cells.get("recognition_ended")
    if begun is None or date.fromisoformat(begun[0]) > day:
        return False
    return ended is None or date.fromisoformat(ended[0]) > day
