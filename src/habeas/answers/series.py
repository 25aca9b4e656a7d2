"""How many on every day or in every month, by a rule, through a lens, as known on a day: a row a day or a month.

Of a stock a row has how many at the end of its last day, and beside it who came and went since the row before, by best.
Of a flow it has who came or went in its days: by the day of the event, as a tally of these days has it, or by the day
on which it was learned. What the rule does not speak of has no row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

import numpy as np

from habeas.claims.wording import say
from habeas.register import read
from habeas.register.read import View
from habeas.tally import series as engine
from habeas.tally.breakdown import Cell, breakdown
from habeas.tally.lens import EVERY, Lens
from habeas.tally.rule import HELD, Rule

from .accounts import Accounts, accounts
from .divisions import cell_as_json, must_divide, parts, said_of_acts
from .flows import flow_of, groups_learned, learned_in, may_have_moved
from .footing import Footing, footing, scope
from .kept import Kept, state
from .line import told_to
from .months import steps
from .public import AskError

Json = dict[str, Any]
Step = Literal["day", "month"]
MOST_ROWS, MOST_FLOWS = 12_000, 400  # days of thirty years; windows of which each is counted by itself


@dataclass(frozen=True, slots=True)
class Asked:
    """A series that is asked for: the days `first` to `last`, by `step`, as known on `known_on`.

    `by` divides each row, by `state`, by a property of people or by several; `by_known` has a flow by the day it was
    learned.
    """

    first: date
    last: date
    known_on: date
    step: Step = "month"
    rule: Rule = HELD
    lens: Lens = EVERY
    by: str = ""
    by_known: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """Who came and went in the days of a row, by best, from one day's end to another's.

    `entered_unsure` and `left_unsure`: of how many of them nobody saw it, or on a day that is not known to the month.
    """

    entered: int
    left: int
    entered_unsure: int
    left_unsure: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its days, the figure, and of a stock who came and went.

    Low and high are None where best alone is counted: by the day on which it was learned. There `unsure` says of how
    many of best nobody saw the move, or on a day that is not known to the month.
    """

    first: date
    day: date
    best: int
    low: int | None = None
    high: int | None = None
    unsure: int | None = None
    moved: Moved | None = None
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """The rows that were asked for, with what they hang on.

    `told_to` is the last day of which any claim says something, where a stock has rows after it: they hold by the rule.
    """

    asked: Asked
    rows: tuple[Row, ...]
    footing: Footing
    told_to: date | None = None

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must be told first."""
        return tuple(_notes(self))

    def as_json(self, after: int = 0, most: int | None = None) -> Json:
        """The documented shape, its rows from `after` on, `most` of them; `next` is the place to go on."""
        asked, end = self.asked, len(self.rows) if most is None else after + most
        told = self.footing.as_json() | {
            "from": asked.first.isoformat(),
            "to": asked.last.isoformat(),
            "step": asked.step,
            "known_on": asked.known_on.isoformat(),
            "by_known": asked.by_known,
            "count": len(self.rows),
            "rows": [_row(one, asked) for one in self.rows[after:end]],
        }
        by = {"by": asked.by} if asked.by else {}
        following = {"next": end} if end < len(self.rows) else {}
        return told | by | following | ({"note": "; ".join(self.notes)} if self.notes else {})


_SERIES: Kept[Series] = Kept(32)


def series(asked: Asked, seen: View) -> Series:
    """The series. Raises AskError where its days are out of order or too many, or where it cannot be had so."""
    _must_be_askable(asked)
    must_divide(asked.by, asked.rule, seen)
    with read.snapshot():
        return _SERIES.get(state(), (asked, seen), lambda: _worked_out(asked, seen))


def days(
    rule: Rule, lens: Lens, seen: View, known_on: date, first: date | None = None, last: date | None = None
) -> tuple[date, date]:
    """The days that are asked about where they are not named: up to the last known day, or that of the rule.

    They begin with the month of the first act that is told of, ten years back at most.
    """
    end = last or min(known_on, rule.last or known_on)
    return first or min(_first_day(rule, lens, seen, end), end), end


def _first_day(rule: Rule, lens: Lens, seen: View, last: date) -> date:
    with read.snapshot():
        acts = accounts(seen).table(lens, rule.territory).acts
    told = acts.first[(acts.first > 0) & (acts.first <= last.toordinal())]
    earliest = date.fromordinal(int(told.min())) if len(told) else last
    ten_years = date(max(last.year - 10, 1), last.month, 1)
    return max(earliest.replace(day=1), ten_years, rule.first or date.min)


def _must_be_askable(asked: Asked) -> None:
    if asked.first > asked.last:
        raise AskError("from", f"{asked.first} lies after {asked.last}: no day is meant")
    flow = asked.rule.quantity != "stock"
    if asked.by_known and not flow:
        raise AskError("by_known", f"{asked.rule.name} counts who is in on a day: only a flow goes by when it was told")
    if asked.by_known and asked.by:
        raise AskError("by", "what goes by the day on which it was learned is not divided: leave one of the two out")
    most = MOST_FLOWS if flow and not asked.by_known else MOST_ROWS
    rows = sum(1 for _ in steps(asked.first, asked.last, asked.step))
    if rows > most:
        shorter = "fewer days" if asked.step == "month" else "fewer days, or months (step month)"
        raise AskError("from", f"this would be {rows:,} rows, and {most:,} are the most: ask for {shorter}")


def _worked_out(asked: Asked, seen: View) -> Series:
    every, rule = accounts(seen), asked.rule
    first, last = max(asked.first, rule.first or date.min), min(asked.last, rule.last or date.max)
    how = _of_stock if rule.quantity == "stock" else _learned if asked.by_known else _of_flow
    told = told_to(every.table(asked.lens, rule.territory).acts, asked.known_on) if rule.quantity == "stock" else None
    return Series(
        asked=asked,
        rows=tuple(how(every, asked, list(steps(first, last, asked.step)))) if first <= last else (),
        footing=footing(every, rule, asked.lens, asked.known_on, seen),
        told_to=told if told and told < last else None,
    )


Windows = Sequence[tuple[date, date]]


def _of_stock(every: Accounts, asked: Asked, windows: Windows) -> Iterator[Row]:
    book, rule, known = every.book(asked.rule, asked.lens), asked.rule, asked.known_on.toordinal()
    ends = windows[0][0].toordinal(), windows[-1][1].toordinal()
    whole = engine.daily(book, rule, *ends, known)
    divided = engine.daily(book, rule, *ends, known, parts(asked.by)) if asked.by else None
    moved = _by_window(engine.flow(book, rule, *ends, known), windows)
    for (first, day), some in zip(windows, moved, strict=True):
        low, best, high = whole.on(day.toordinal())
        entered, left, entered_seen, left_seen = some
        came_and_went = Moved(entered, left, entered - entered_seen, left - left_seen)
        cells = _cells(divided, day) if divided else ()
        yield Row(first, day, best, low, high, moved=came_and_went, cells=cells)


def _cells(parts: engine.Daily, day: date) -> tuple[Cell, ...]:
    """The values that anybody possibly has on a day."""
    every = ((value, parts.on(day.toordinal(), place)) for place, value in enumerate(parts.values))
    return tuple(Cell(value, *bounds) for value, bounds in every if bounds.high)


def _by_window(moved: engine.Flow, windows: Windows) -> list[list[int]]:
    """Of each window: who entered, who left, and of both who was seen on a day known to the month."""
    starts = [first.toordinal() - moved.first for first, _ in windows]
    sums = [np.add.reduceat(column, starts) for column in moved[1:]]
    return [list(row) for row in np.stack(sums, axis=1).tolist()]


def _learned(every: Accounts, asked: Asked, windows: Windows) -> Iterator[Row]:
    """By the day on which it was learned; nothing is learned after the day up to which is asked."""
    known = [(first, min(day, asked.known_on)) for first, day in windows if first <= asked.known_on]
    if not known:
        return
    ends = known[0][0].toordinal(), known[-1][1].toordinal()
    moved = _by_window(engine.learned(every.book(asked.rule, asked.lens), asked.rule, *ends), known)
    way = 0 if asked.rule.quantity == "inflow" else 1
    until = min(asked.known_on, asked.rule.last or asked.known_on)
    groups = groups_learned(every, replace(asked.rule, period="ever"), asked.lens, until, asked.known_on)
    for (first, day), some in zip(known, moved, strict=True):
        rest = learned_in(groups, first, day)
        yield Row(first, day, some[way] + rest.best, unsure=some[way] - some[way + 2] + rest.unsure)


def _of_flow(every: Accounts, asked: Asked, windows: Windows) -> Iterator[Row]:
    """Each window as a tally of its days has it, groups among them."""
    groups = every.groups(asked.lens, asked.known_on, asked.rule.territory)
    told = said_of_acts(every, asked.by, asked.known_on)
    for first, day in windows:
        rule = replace(asked.rule, period="ever", first=first)
        people = may_have_moved(every, rule, asked.lens, day, asked.known_on)
        found = flow_of(every, people, rule, day, groups)
        cells = breakdown(people, rule, day, parts(asked.by), found.groups, told) if asked.by else ()
        yield Row(first, day, found.best, found.low, found.high, cells=cells)


def _notes(found: Series) -> Iterator[str]:
    asked, rule = found.asked, found.asked.rule
    if found.footing.note:
        yield found.footing.note
    if not (rule.covers(asked.first) and rule.covers(asked.last)):
        yield say("{scope}: of other days there is no row", scope=scope(found.asked.rule))
    if rule.quantity != "stock" and not asked.by_known and rule.period != asked.step:
        yield say(
            "each row counts the {step} that it names, and not the time ({period}) that the rule counts",
            step=say(asked.step),
            period=say(rule.period),
        )
    if found.told_to:
        yield say("after {day} no claim says anything: there the count holds by the rule alone", day=found.told_to)
    if asked.by_known:
        yield say(
            "by the day on which it was learned, of people by name, from one day’s end to another’s, and of what "
            "remains of groups beside them, by best alone; what was given up that day is taken away"
        )


def _row(one: Row, asked: Asked) -> Json:
    of_days = {"from": one.first.isoformat()} if asked.step == "month" else {}
    ends = {"low": one.low, "best": one.best, "high": one.high, "unsure": one.unsure}
    moved = {name: getattr(one.moved, name) for name in Moved.__slots__} if one.moved else {}
    cells = {"cells": [cell_as_json(cell, asked.by) for cell in one.cells]} if asked.by else {}
    shown = {name: value for name, value in ends.items() if value is not None}
    return of_days | {"day": one.day.isoformat()} | shown | moved | cells
