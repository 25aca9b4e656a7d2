"""How the figure of one day was revised: what it was as known on every day on which it changed.

Beside it the surface, every month's end as known at every later month's end, and the reporting triangle: of those who
came (of an outflow, who went) in a month, how many were learned of in that month, in the next, and so on.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from habeas.claims.wording import say
from habeas.register import read
from habeas.register.read import View
from habeas.tally import surface as engine
from habeas.tally.lens import EVERY, Lens
from habeas.tally.revised import revised
from habeas.tally.rule import HELD, Rule
from habeas.tally.stock import Bounds

from .accounts import Accounts, accounts
from .flows import Remained, groups_learned, learned_in, revised_flow
from .footing import Footing, footing, scope
from .kept import Kept, state
from .months import month_ends, steps
from .public import AskError

Json = dict[str, Any]
MOST_MONTHS = 240
ENDS = ("low", "best", "high")


@dataclass(frozen=True, slots=True)
class Asked:
    """The day (of a flow the last) whose figure is asked about, by rule and lens, up to a last known day.

    `first` and `last` are the days of which the months of the surface and of the triangle are made, where one is
    wanted.
    """

    as_of: date
    known_on: date
    rule: Rule = HELD
    lens: Lens = EVERY
    first: date | None = None
    last: date | None = None
    surface: bool = False
    delays: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """From a known day on: the figure, and the change against the row before; of the first there is none.

    `before`: that day lies before the day asked about, so that the figure was of a day still to come.
    """

    known_on: date
    bounds: Bounds
    change: Bounds | None
    before: bool


@dataclass(frozen=True, slots=True)
class Surface:
    """A stock at the end of each of `days`, as known at the end of each of `knowns`; None: that day was still to come.

    The last of `knowns` is the last known day that was asked about.
    """

    days: tuple[date, ...]
    knowns: tuple[date, ...]
    points: tuple[tuple[Bounds | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Late:
    """A month, and how many of those who came (or went) in it were learned of in it, in the next month, and so on.

    What was given up in a month is taken away in it, so that a number can be below 0.
    """

    first: date
    last: date
    learned: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Revisions:
    """The rows in the order of known days, and what else was asked for, with what they hang on."""

    asked: Asked
    rows: tuple[Row, ...]
    footing: Footing
    surface: Surface | None = None
    delays: tuple[Late, ...] | None = None

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must be told first."""
        return tuple(_notes(self))

    @property
    def since(self) -> tuple[Row, ...]:
        """The rows from the day asked about on, the first as it was known on that day."""
        earlier = [one for one in self.rows if one.known_on <= self.asked.as_of][-1:]
        return (*earlier, *(one for one in self.rows if one.known_on > self.asked.as_of))

    def as_json(self, after: int = 0, most: int | None = None) -> Json:
        """The documented shape, with `most` of the rows that come after so many others; `next` is where to go on."""
        asked, last = self.asked, len(self.rows) if most is None else after + most
        told = self.footing.as_json() | {
            "as_of": asked.as_of.isoformat(),
            "known_on": asked.known_on.isoformat(),
            "count": len(self.rows),
            "rows": [_row(one) for one in self.rows[after:last]],
        }
        told |= {"next": last} if last < len(self.rows) else {}
        flow = {"from": asked.rule.start(asked.as_of).isoformat()} if asked.rule.quantity != "stock" else {}
        surface = {"surface": _surface_json(self.surface)} if self.surface else {}
        delays = {"delays": [_late(one) for one in self.delays]} if self.delays is not None else {}
        return told | flow | surface | delays | ({"note": "; ".join(self.notes)} if self.notes else {})


_REVISIONS: Kept[Revisions] = Kept(16)


def revisions(asked: Asked, seen: View) -> Revisions:
    """How the figure was revised. Raises AskError where the months are out of order or too many, or of a flow."""
    _must_be_askable(asked)
    with read.snapshot():
        return _REVISIONS.get(state(), (asked, seen), lambda: _worked_out(asked, seen))


def _must_be_askable(asked: Asked) -> None:
    if not (asked.surface or asked.delays):
        named = [name for name, day in (("from", asked.first), ("to", asked.last)) if day]
        if named:
            raise AskError(named[0], "the months are those of the surface or of the delays: ask for one of them, too")
        return
    if asked.surface and asked.rule.quantity != "stock":
        raise AskError("surface", f"{asked.rule.name} counts who came or went: the surface is of who is in on a day")
    first, last = months_of(asked)
    if first > last:
        raise AskError("from", f"{first} lies after {last}: no day is meant")
    months = months_known(asked)
    if months > MOST_MONTHS:
        raise AskError("from", f"these would be {months:,} months, and {MOST_MONTHS} are the most: begin later")


def months_of(asked: Asked) -> tuple[date, date]:
    """The first and the last day of the months: those of the year up to the day asked about, if none are named."""
    last = asked.last or asked.as_of
    return asked.first or last.replace(year=max(last.year - 1, 1), day=1), last


def months_known(asked: Asked) -> int:
    """How many months there are from the first one to the day up to which it was known."""
    first, _ = months_of(asked)
    return (asked.known_on.year - first.year) * 12 + asked.known_on.month - first.month + 1


def _worked_out(asked: Asked, seen: View) -> Revisions:
    every, rule, lens = accounts(seen), asked.rule, asked.lens
    known = asked.known_on.toordinal()
    if not rule.covers(asked.as_of):
        found: list[tuple[int, Bounds]] = []
    elif rule.quantity == "stock":
        found = [one for one in revised(every.book(rule, lens), rule, asked.as_of.toordinal()) if one[0] <= known]
    else:
        found = revised_flow(every, rule, lens, asked.as_of, asked.known_on)
    return Revisions(
        asked=asked,
        rows=tuple(_rows(found, asked.as_of)),
        footing=footing(every, rule, lens, asked.known_on, seen),
        surface=_surface(every, asked) if asked.surface else None,
        delays=tuple(_delays(every, asked)) if asked.delays else None,
    )


def _rows(found: Iterable[tuple[int, Bounds]], as_of: date) -> Iterator[Row]:
    before: Bounds | None = None
    for known, bounds in found:
        change = Bounds(*(now - then for now, then in zip(bounds, before, strict=True))) if before else None
        day = date.fromordinal(max(known, 1))
        yield Row(day, bounds, change, day < as_of)
        before = bounds


def _surface(every: Accounts, asked: Asked) -> Surface:
    first, last = months_of(asked)
    days = [day for day in month_ends(first, last) if asked.rule.covers(day)]
    knowns = [day for _, day in steps(first, asked.known_on, "month")]
    if not days or not knowns:
        return Surface((), (), ())
    whole = engine.surface(every.book(asked.rule, asked.lens), asked.rule, _ordinals(days), _ordinals(knowns))
    points = tuple(
        tuple(whole.at(row, column) if known >= day else None for column, known in enumerate(knowns))
        for row, day in enumerate(days)
    )
    return Surface(tuple(days), tuple(knowns), points)


def _delays(every: Accounts, asked: Asked) -> Iterator[Late]:
    first, last = (max(day, asked.rule.first or date.min) for day in months_of(asked))
    last = min(last, asked.rule.last or date.max)
    months = list(steps(first, asked.known_on, "month"))
    if not months:
        return
    ends, quantity = _ordinals([end for _, end in months]), asked.rule.quantity
    way = "outflow" if quantity == "outflow" else "inflow"
    found = engine.delays(every.book(asked.rule, asked.lens), asked.rule, ends, first.toordinal(), way)
    triangle = found.by_delay().tolist()
    for place, (start, end) in enumerate(months):
        if start <= last:
            groups = _of_groups(every, asked, months[place:])
            people = triangle[place][: len(months) - place]
            yield Late(start, end, tuple(one + rest for one, rest in zip(people, groups, strict=True)))


def _of_groups(every: Accounts, asked: Asked, months: Sequence[tuple[date, date]]) -> Iterator[int]:
    """What remains of the groups of the first of these months, by the month in which it was learned."""
    first, last = months[0]
    found: list[Remained] = []
    if asked.rule.quantity != "stock":
        rule = replace(asked.rule, period="ever", first=first)
        found = groups_learned(every, rule, asked.lens, last, months[-1][1])
    return (learned_in(found, *one).best for one in months)


def _ordinals(days: Sequence[date]) -> list[int]:
    return [day.toordinal() for day in days]


def _notes(found: Revisions) -> Iterator[str]:
    if found.footing.note:
        yield found.footing.note
    if not found.asked.rule.covers(found.asked.as_of):
        yield scope(found.asked.rule)
    elif not found.rows and not found.footing.nobody:
        yield say("no claim known by then counts anybody there")


def _row(one: Row) -> Json:
    change = {"change": one.change._asdict()} if one.change else {}
    before = {"before": True} if one.before else {}
    return {"known_on": one.known_on.isoformat(), **one.bounds._asdict(), **change, **before}


def _surface_json(surface: Surface) -> Json:
    return {
        "days": [day.isoformat() for day in surface.days],
        "known_on": [day.isoformat() for day in surface.knowns],
        **{
            end: [[None if point is None else getattr(point, end) for point in row] for row in surface.points]
            for end in ENDS
        },
    }


def _late(one: Late) -> Json:
    return {"from": one.first.isoformat(), "day": one.last.isoformat(), "learned": list(one.learned)}
