"""Who can have come or gone in a window of days: whoever has an act that may lie in it, or may have moved unseen.

Of everybody else it is certain that they were where they were all the while, so a flow need not ask about them.
"""

import numpy as np
import numpy.typing as npt

from habeas.custody.report import Recognition
from habeas.tally.book import Book
from habeas.tally.cell import Cells
from habeas.tally.rectangles import Rectangles
from habeas.tally.table import Acts, Table

Mask = npt.NDArray[np.bool_]


def movers(table: Table, book: Book, first: int, last: int, known: int | None, recognised: bool = True) -> list[int]:
    """The people, by number, who can have moved on some day from `first` to `last`, as known on `known` (ordinals).

    None: as known on any day.
    `recognised`: whether the rule asks who recognises them, so that what a body says can move somebody, too.
    """
    acts, size = table.acts, len(table.people)
    by_person = np.repeat(np.arange(size), np.diff(acts.person_start))
    found = np.zeros(size, dtype=np.bool_)
    found[by_person[(acts.first <= last) & (acts.last >= first) & _known(acts, known)]] = True
    open_cells = _open(book.cells)
    for some, gone in ((book.base.derived.rectangles, book.gone), (book.later, None)):
        if some is not None:
            unsure = _unsure(some, gone, open_cells, first, last + 1, known)  # the day of leaving can count as held
            found[some.person[unsure]] = True
    for person, said in table.said.items() if recognised else ():
        found[person] |= any(isinstance(one.what, Recognition) for one in said)
    return [int(person) for person in np.flatnonzero(found)]


def _known(acts: Acts, known: int | None) -> Mask | bool:
    return known is None or (acts.known <= known) & (known < acts.known_to)


def _unsure(some: Rectangles, gone: Mask | None, open_cells: Mask, first: int, last: int, known: int | None) -> Mask:
    here = (some.sides.first <= some.scale.number(last)) & (some.sides.until >= some.scale.number(first))
    if known is not None:
        here &= some.known_on(known)
    if gone is not None:
        here &= ~gone
    return here & open_cells[some.cell]


def _open(cells: Cells) -> Mask:
    """Which cells leave more than one outcome."""
    return np.array([bool(one.possible & (one.possible - 1)) for one in cells.cells], dtype=np.bool_)
