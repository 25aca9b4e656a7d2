"""The tables of the revolving door as they are taken: keepers and windows, pardons that add up, who is named here."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from habeas.answers.door import DoorAnswer
from habeas.answers.door_cells import Cell, cells, claims_of
from habeas.bargain.door import Window
from habeas.claims.vocabulary import Door
from habeas.tally.stock import Bounds

from . import copied_rows
from .table_copy import Row

Tables = dict[str, Callable[[], Iterable[Row]]]
Named = tuple[str, Bounds, Sequence[tuple[str, str]], int]


def tables(found: DoorAnswer, windows: Sequence[Window], rows: Sequence[Door], here: Sequence[Named]) -> Tables:
    """The tables that stand on the page: of these windows, in these columns, with whom it names of each row."""
    told: Tables = {}
    if windows:
        told["keepers"] = lambda: (_window(found, one, rows) for one in windows)
    if found.rounds:
        told["rounds"] = lambda: _rounds(found)
    if found.here.people or not told:
        told["here"] = lambda: map(_named, here)
    return told


def _window(found: DoorAnswer, one: Window, rows: Sequence[Door]) -> Row:
    """One keeper's numbers of one window: nothing where it published none."""
    days = {"from": one.first.isoformat(), "to": one.last.isoformat()}
    shown = cells(one)
    return {"by": found.name(one.body), **days} | {row.value: _cell(shown.get(row)) for row in rows}


def _cell(one: Cell | None) -> Row:
    """From the least to the most, nothing where that is open; how it comes about, and the claims that it rests on."""
    if one is None:
        return dict.fromkeys(("low", "high", "how", "claims"))
    return {"low": one.bounds.low, "high": one.bounds.high, "how": one.how, "claims": claims_of(one)}


def _rounds(found: DoorAnswer) -> Iterator[Row]:
    yield from copied_rows.of_figures(found.published.claims[one.claim] for one in found.rounds)
    yield {"said_by": "all", "figure": {"low": sum(one.printed for one in found.rounds)}}


def _named(one: Named) -> Row:
    what, bounds, few, more = one
    return {"row": what, **bounds._asdict(), "people": [name for _, name in few], "more": max(0, more) if few else 0}
