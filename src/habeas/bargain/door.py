"""The revolving door: who came in and who went out over a window, by the published numbers of one body.

Held before, and those who came in, less those who went out, are held after; ever recognised before, and those newly
recognised, are ever recognised after; the newly recognised were recognised in custody or after release. What is not
published is left open, never nought. Where a body recognises, who came in are those whom it recognised in custody:
people recognised before and taken again would come in besides, and no such number is known.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from habeas.claims.vocabulary import Door

from .number import ANY, STOCKS, Bounds, Number, added, apart
from .rounds import covers, most, steps
from .sums import CannotBeError, Solved, Sum, solved

DAY = timedelta(days=1)
BEFORE, AFTER, NET, CAME, WENT = "held before", "held after", "net", "came", "went"
EVER_BEFORE, EVER_AFTER, OTHERS, STAYED = "ever before", "ever after", "other grounds", "stayed in the country"
_RECOGNISED = (
    Sum((EVER_BEFORE, Door.recognised), (EVER_AFTER,)),
    Sum((CAME, Door.recognised_freed), (Door.recognised,)),
)
_PASSED = (
    Sum((BEFORE, NET), (AFTER,)),
    Sum((CAME,), (NET, WENT)),
    Sum((Door.pardoned, Door.term_served, Door.died, OTHERS), (WENT,)),
    Sum((Door.sent_abroad, STAYED), (WENT,)),
)
FLOWS = tuple(door for door in Door if door not in STOCKS)
_GROUNDS = frozenset({Door.freed, Door.pardoned})


@dataclass(frozen=True, slots=True)
class Row:
    """What a body published of one row: `whole` for all the window, else the sum of what was found within it.

    Several numbers for all the window are alternatives; those of shorter times are added up. Of the newly recognised
    these are also what lies between two numbers ever recognised, where one at either end of the window is missing.
    """

    numbers: tuple[Number, ...]
    bounds: Bounds
    printed: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Window:
    """The door of one body from one day to another; `rows` has what it published, `solved` what follows for all.

    `begins` is the first day on which somebody can have moved in it: the day after `first`, where that is the day of
    the number held before. `recognises`: who came in are those whom the body recognised in custody.
    `given` are the numbers that each bound of `solved` can rest on. `impossible`: the numbers cannot all be so, by the
    names that stand against each other; then nothing is solved.
    """

    body: str
    first: date
    begins: date
    last: date
    recognises: bool
    rows: Mapping[Door, Row]
    given: Mapping[str, tuple[Number, ...]]
    solved: Mapping[str, Solved]
    impossible: frozenset[str] = frozenset()

    def stock(self, name: str) -> Number | None:
        """The published number held or ever recognised on the day at one end, if there is one."""
        return next(iter(self.given.get(name, ())), None)

    def rests_on(self, *ends: frozenset[str]) -> tuple[Number, ...]:
        """The published numbers that bounds rest on, each once."""
        names = frozenset[str]().union(*ends)
        return tuple(dict.fromkeys(one for name in self.given if name in names for one in self.given[name]))


def window(numbers: Iterable[Number], body: str, first: date, last: date) -> Window:
    """The door of a body over a window; `first` may be the day of the number held before.

    Raises ValueError where the first day is not before the last.
    """
    if first >= last:
        raise ValueError(f"the window begins on {first} and ends on {last}: it has to begin before it ends")
    own = [one for one in numbers if one.body == body]
    ends = {name: _stock(own, door, days) for name, (door, days) in _ends(first, last).items()}
    begins = first + DAY if _on(ends[BEFORE], first) or _on(ends[EVER_BEFORE], first) else first
    between = {} if ends[EVER_BEFORE] and ends[EVER_AFTER] else steps(own)
    rows = {door: row for door in FLOWS if (row := _row(own, door, (first, begins), last, between))}
    given, bounds = _given(own, ends, rows)
    recognises = _recognises(own)
    if not recognises and Door.detained in rows:
        given[CAME], bounds[CAME] = rows[Door.detained].numbers, rows[Door.detained].bounds
    try:
        found: Mapping[str, Solved] = solved(bounds, (*_PASSED, *_RECOGNISED) if recognises else _PASSED)
        against = frozenset[str]()
    except CannotBeError as error:
        found, against = {}, error.rests_on
    return Window(
        body, first, begins, last, recognises, MappingProxyType(rows), MappingProxyType(given), found, against
    )


def _ends(first: date, last: date) -> dict[str, tuple[Door, tuple[date, ...]]]:
    before, after = (first, first - DAY), (last,)
    return {
        BEFORE: (Door.held, before),
        AFTER: (Door.held, after),
        EVER_BEFORE: (Door.ever, before),
        EVER_AFTER: (Door.ever, after),
    }


def _stock(own: Sequence[Number], door: Door, days: Sequence[date]) -> tuple[Number, ...]:
    """The numbers of a row on the first of these days that has any."""
    for day in days:
        found = tuple(one for one in own if one.door is door and one.day == day and not one.part_of)
        if found:
            return found
    return ()


def _on(some: Sequence[Number], day: date) -> bool:
    return any(one.day == day for one in some)


def _recognises(own: Sequence[Number]) -> bool:
    return any(one.door in (Door.ever, Door.recognised, Door.recognised_held) for one in own)


def _row(
    own: Sequence[Number],
    door: Door,
    begins: tuple[date, date],
    last: date,
    between: Mapping[Number, tuple[Number, Number]],
) -> Row | None:
    flows = [one for one in own if one.door is door and not one.stock]
    subjects = {one.subject for one in flows}
    flows = [one for one in flows if one.part_of not in subjects]  # some of those whom the row counts
    whole = tuple(one for one in flows if one.last == last and one.first in begins and not one.split)
    if whole:
        return Row(whole, _either(whole), whole[0].printed, True)
    if door is Door.freed:
        flows = [one for one in own if one.door in _GROUNDS and not one.stock]
    if door is Door.recognised:
        flows = [*flows, *between]
    pieces = most(flows, begins[1], last)
    if not pieces or (door is Door.freed and all(one.door is Door.pardoned for one in pieces)):
        return None
    total = added(one.bounds for one in pieces)
    every = covers(pieces, begins[1], last) and not any(one.split for one in pieces)
    numbers = tuple(dict.fromkeys(one for piece in pieces for one in between.get(piece, (piece,))))
    return Row(numbers, Bounds(total.low, total.high if every else None), sum(one.printed for one in pieces), every)


def _either(some: Sequence[Number]) -> Bounds:
    highs = [one.high for one in some if one.high is not None]
    return Bounds(min(one.low for one in some), max(highs) if len(highs) == len(some) else None)


def _given(
    own: Sequence[Number], ends: Mapping[str, tuple[Number, ...]], rows: Mapping[Door, Row]
) -> tuple[dict[str, tuple[Number, ...]], dict[str, Bounds | None]]:
    names: dict[str, Door] = {
        CAME: Door.recognised_held,
        WENT: Door.freed,
        **{door: door for door in (Door.recognised, Door.recognised_freed)},
        **{door: door for door in (Door.pardoned, Door.term_served, Door.died, Door.sent_abroad)},
    }
    given: dict[str, tuple[Number, ...]] = {name: some for name, some in ends.items() if some}
    bounds: dict[str, Bounds | None] = {name: _either(some) if some else ANY for name, some in ends.items()}
    for name in (EVER_BEFORE, EVER_AFTER):
        if ends[name]:
            given[name], bounds[name] = _ever(own, ends[name])
    for name, door in names.items():
        bounds[name] = rows[door].bounds if door in rows else ANY
        if door in rows:
            given[name] = rows[door].numbers
    return given, bounds | {OTHERS: ANY, STAYED: ANY, NET: None}


def _ever(own: Sequence[Number], stated: tuple[Number, ...]) -> tuple[tuple[Number, ...], Bounds]:
    """How many were ever recognised: as stated, and as an earlier such number and all recognised since come to."""
    bounds, day = _either(stated), stated[0].first
    flows = [one for one in own if one.door is Door.recognised and not one.stock]
    earlier = (one for one in own if one.door is Door.ever and one.day and one.day < day)
    for before in sorted(earlier, key=lambda one: one.first, reverse=True) if bounds.exact is None else ():
        since = most(flows, before.last + DAY, day)
        sum_of = added(one.bounds for one in (before, *since))
        if covers(since, before.last + DAY, day) and sum_of.exact is not None and not apart(sum_of, bounds):
            return (*stated, before, *since), sum_of
    return stated, bounds


def found_by_all(numbers: Iterable[Number], door: Door, begins: date, last: date) -> tuple[Number, ...]:
    """The numbers of a row, whoever says them, that can be added up within the window and come to the most."""
    return most((one for one in numbers if one.door is door and not one.stock and not one.part_of), begins, last)


def freed_besides(numbers: Iterable[Number], counted: Sequence[Number], begins: date, last: date) -> tuple[Number, ...]:
    """The numbers of those freed in the window, whoever says them, of days of which none of `counted` speaks."""
    besides = (one for one in numbers if one.door in _GROUNDS and not one.stock and not one.part_of)
    apart_from = (one for one in besides if all(one.last < each.first or each.last < one.first for each in counted))
    return most(apart_from, begins, last)


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many of one for each of another; `bound` says whether it is at most or at least that, or neither is known.

    `other` is the ratio at the other end of what the numbers allow, where there is one.
    """

    above: int
    below: int
    bound: str = ""
    other: "Ratio | None" = None

    @property
    def value(self) -> float:
        """The ratio itself."""
        return self.above / self.below


def came_for_each_who_went(door: Window) -> Ratio | None:
    """Who came in for each who went out: at the most who can have come, or of both numbers as published."""
    came, went, net = (door.solved.get(name) for name in (CAME, WENT, NET))
    if came and net and net.low is not None and net.low == net.high and came.high:
        out = came.high - net.low
        bound = "" if came.low == came.high or not net.low else "at most" if net.low < 0 else "at least"
        least = came.low if bound else None
        other = Ratio(least, least - net.low) if least is not None and least > net.low else None
        return Ratio(came.high, out, bound, other) if out > 0 else None
    row, out_row = door.rows.get(Door.recognised_held if door.recognises else Door.detained), door.rows.get(Door.freed)
    if not (row and out_row and went and out_row.printed):
        return None
    return ratio(row, out_row)


def ratio(above: Row, below: Row) -> Ratio | None:
    """How many of one published row for each of another.

    None where there are none of the other, or where of both no more is known than that there are so many or more.
    """
    if not below.printed or (above.bounds.high is None and below.bounds.high is None):
        return None
    return Ratio(above.printed, below.printed, _bound(above.bounds, below.bounds))


def _bound(above: Bounds, below: Bounds) -> str:
    if above.exact is not None and below.exact is not None:
        return ""
    if above.exact is not None and below.high is None:
        return "at most"
    return "at least" if below.exact is not None and above.high is None else "as found"


class Answer(StrEnum):
    """Whether one number is more than another: decided by their bounds, or not."""

    yes = "yes"
    no = "no"
    not_decided = "not_decided"


@dataclass(frozen=True, slots=True)
class More:
    """Whether `left` is more than `right`: by the bounds of both, and by what was found of each (None: nothing)."""

    answer: Answer
    as_found: Answer
    margin: int | None


def more(left: Solved, right: Solved, left_found: int | None, right_found: int | None) -> More:
    """Whether one number is more than another, strictly; `margin` is by how much what was found of it is."""
    answer = Answer.not_decided
    if left.low is not None and right.high is not None and left.low > right.high:
        answer = Answer.yes
    elif left.high is not None and right.low is not None and left.high <= right.low:
        answer = Answer.no
    if left_found is None or right_found is None:
        return More(answer, answer, None)
    margin = left_found - right_found
    as_found = Answer.yes if margin > 0 else Answer.no
    return More(answer, as_found if answer is Answer.not_decided else answer, margin)
