"""What stands in one keeper’s line of the door: what it published, what was added up of it, or what follows."""

from dataclasses import dataclass

from habeas.bargain.door import CAME, FLOWS, WENT, Window
from habeas.bargain.number import Bounds, Number
from habeas.bargain.sums import Solved
from habeas.claims.vocabulary import Door

from .numbers import distinct

OPEN = Solved(None, None)
DERIVED = {
    Door.recognised: Door.recognised.value,
    Door.recognised_held: CAME,
    Door.recognised_freed: "recognised_freed",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One row of one body: the bounds, and `how` they come about: published, added up, or that they follow."""

    bounds: Bounds
    how: str
    numbers: tuple[Number, ...]
    printed: int | None = None


def cells(one: Window) -> dict[Door, Cell]:
    """What a body’s line has in each row: what it published, or else what follows from what it published."""
    found = {}
    for door_row in FLOWS:
        cell = _cell(one, door_row)
        if cell:
            found[door_row] = cell
    return found


def _cell(one: Window, row: Door) -> Cell | None:
    """A row of a body: what it published; what follows, where that is one number, or no number was published."""
    said = one.rows.get(row)
    name = {Door.freed: WENT, **(DERIVED if one.recognises else {})}.get(row)
    solved = one.solved.get(name, OPEN) if name else OPEN
    exact = solved.low is not None and solved.low == solved.high
    if said and (said.whole or not exact):
        return Cell(said.bounds, "published" if said.whole else "added", said.numbers, said.printed)
    if solved.high is None or not (solved.low or name in (CAME, WENT)):
        return None
    rests = one.rests_on(solved.low_rests_on, solved.high_rests_on)
    low = solved.low or 0
    return Cell(Bounds(low, solved.high), "follows", rests, low if exact else None)


def claims_of(cell: Cell) -> list[str]:
    """The claims that a cell rests on, each once."""
    return distinct(cell.numbers)
