"""Claims as peers are given them: in columns of the smallest types, in the order that helps them most.

Days are numbers of 16 bits from `ZERO` on, and what never ends has OPEN. A cell is one of 288: custody state, sex,
region. Claims stand in the order in which a person's last act is the last row, and `packed` is that place and the cell
in one number, so that the greatest `packed` of a person's rows is where the person is.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.claims.act import ACTS, CustodyState, Side
from habeas.tally.table import ACT, ALWAYS, NEVER, STATE

from .generate import FIRST_DAY, LAST_DAY, REGIONS, SEXES, Drawn

Small = npt.NDArray[np.int16]
Ints = npt.NDArray[np.int32]
Counts = npt.NDArray[np.int64]
ZERO, OPEN = FIRST_DAY - 30, 32767
SPAN = LAST_DAY - ZERO + 3  # days, two after the last among them
CELLS = len(CustodyState) * SEXES * REGIONS
FREE = CELLS  # the cell of who is in none
PLACE = {value: place for place, value in enumerate(["f", "m", None])}
BITS = 9  # of a cell in `packed`


class Raw(NamedTuple):
    """A row a claim, by person, best day and entry: what a peer needs to count as we do."""

    person: Ints
    best: Small
    known: Small
    known_to: Small
    cell: Small
    packed: Counts
    claim: Ints


def number(day: int) -> int:
    """The number of a day given as an ordinal."""
    return day - ZERO


def raw(drawn: Drawn) -> Raw:
    """The claims as a peer would keep them."""
    best = np.minimum(drawn.last, drawn.known)
    rows = np.lexsort((drawn.order, best, drawn.person))
    person = drawn.person[rows]
    state = STATES_LEFT[drawn.act[rows]]
    profile = drawn.sex.astype(np.int64) * REGIONS + drawn.region
    cell = np.where(state < 0, FREE, state * SEXES * REGIONS + profile[person])
    day, known, known_to = (small(column[rows]) for column in (best, drawn.known, drawn.known_to))
    packed = np.arange(len(rows)) << BITS | cell
    return Raw(person.astype(np.int32), day, known, known_to, cell.astype(np.int16), packed, rows.astype(np.int32))


def place_of(values: tuple[str | None, ...]) -> int:
    """Which of 288 a value by state, sex and region is."""
    state, sex, region = values
    assert state is not None
    assert region is not None
    return (STATE.index(CustodyState(state)) * SEXES + PLACE[sex]) * REGIONS + int(region[1:])


def _left(place: int) -> int:
    row = ACTS[ACT[place]]
    assert row.leaves is not Side.nothing or row.finds is Side.nothing
    return STATE.index(row.state) if row.state else -1


STATES_LEFT = np.array([_left(place) for place in range(len(ACT))])


def small(days: npt.NDArray[np.integer]) -> Small:
    """Ordinals as numbers; ALWAYS is 0."""
    inside = np.clip(days.astype(np.int64) - ZERO, 0, OPEN - 1)
    return np.where(days >= NEVER, OPEN, np.where(days <= ALWAYS, 0, inside)).astype(np.int16)
