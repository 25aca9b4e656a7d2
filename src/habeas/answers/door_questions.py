"""What the numbers of a door decide: more recognised than pardoned, more arrested than pardoned, more in than out?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from habeas.bargain import door as pure
from habeas.bargain.door import CAME, NET, WENT, Answer, More, Ratio, Row, Window
from habeas.bargain.number import Bounds, Number, added
from habeas.bargain.sums import Solved
from habeas.claims.vocabulary import Door

from .door_cells import OPEN, Cell, cells
from .numbers import Numbers


@dataclass(frozen=True, slots=True)
class Question:
    """Whether there was more of one than of another: both cells (None: nothing published), by whom the second is.

    Where the body that leads published nothing of the first, `elsewhere` has the question as the numbers of another
    body, `by`, answer it, and who `went` out by these.
    """

    name: str
    left: Cell | None
    right: Cell | None
    right_by: str
    more: More
    elsewhere: "Elsewhere | None" = None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A question as the numbers of another body answer it, and who went out by these (None: not published)."""

    by: str
    question: Question
    went: Cell | None


def pardons(rounds: Sequence[Number], every: Sequence[Window], found: Numbers) -> tuple[Row, str] | None:
    """The number of pardons that is found highest in the window, with who says it; of equal ones the first."""
    rows = [(one.rows[Door.pardoned], found.names[one.body]) for one in every if Door.pardoned in one.rows]
    if rounds:
        bodies = dict.fromkeys(found.names[one.body] for one in rounds)
        low = added(one.bounds for one in rounds).low
        rows.append(
            (Row(tuple(rounds), Bounds(low, None), sum(one.printed for one in rounds), False), ", ".join(bodies))
        )
    return max(rows, key=lambda row: row[0].printed, default=None)


def questions(leading: Window, name: str, pardons: tuple[Row, str] | None) -> Iterable[Question]:
    """The three questions, answered for the body that leads, of this name; `pardons` as found, with who says so.

    Another body’s bounds decide nothing, since it need not count the same people: there it goes by what was found.
    """
    shown = cells(leading)
    right, by = (_of_row(pardons[0]), pardons[1]) if pardons else (None, "")
    bounds = _solved(right) if by == name else OPEN
    for asked, row in (("recognised_than_pardoned", Door.recognised), ("detained_than_pardoned", Door.detained)):
        left = shown.get(row)
        yield Question(asked, left, right, by, pure.more(_solved(left), bounds, _found(left), _found(right)))
    came, went, net = (leading.solved.get(one, OPEN) for one in (CAME, WENT, NET))
    by_net = pure.more(net, Solved(0, 0), None, None)
    more = by_net if by_net.answer is not Answer.not_decided else pure.more(came, went, None, None)
    row = Door.recognised_held if leading.recognises else Door.detained
    yield Question("came_than_went", shown.get(row), shown.get(Door.freed), "", more)


def elsewhere(
    some: Iterable[Question], others: Sequence[Window], found: Numbers, pardons: tuple[Row, str] | None
) -> Iterable[Question]:
    """The questions; one of which the leading body published nothing, with the first other body that did."""
    for one in some:
        answers = (
            Elsewhere(found.names[other.body], theirs, cells(other).get(Door.freed))
            for other in (others if one.left is None and one.right else ())
            for theirs in questions(other, found.names[other.body], pardons)
            if theirs.name == one.name and theirs.left
        )
        yield replace(one, elsewhere=next(answers, None))


def _of_row(row: Row) -> Cell:
    return Cell(row.bounds, "published" if row.whole else "added", row.numbers, row.printed)


def _solved(cell: Cell | None) -> Solved:
    return Solved(cell.bounds.low, cell.bounds.high) if cell else OPEN


def _found(cell: Cell | None) -> int | None:
    return cell.printed if cell else None


def recognised_for(leading: Window | None, pardons: tuple[Row, str] | None) -> Ratio | None:
    """How many were recognised for each who was pardoned; None where either was not published."""
    cell = cells(leading).get(Door.recognised) if leading else None
    if not cell or cell.printed is None or not pardons:
        return None
    return pure.ratio(Row(cell.numbers, cell.bounds, cell.printed, True), pardons[0])
