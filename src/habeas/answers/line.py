"""The register's own count over the years, and who entered and left it by the month: what a chart draws as its line."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.tally.pieces_series import Series, series
from habeas.tally.rectangle import Rectangle, moves
from habeas.tally.rule import Rule

from .accounts import accounts
from .stays import stays_known
from .tally import Tally

MOST_DAYS = 400  # a line that changes more often is drawn by the month's end
ONE_DAY = timedelta(days=1)
Point = tuple[date, int, int, int]


@dataclass(frozen=True, slots=True)
class Month:
    """The days of a calendar month, and how many entered and left the count in it, by best."""

    first: date
    last: date
    entered: int
    left: int


@dataclass(frozen=True, slots=True)
class Line:
    """A count from day to day (low, best, high): each point holds until the next; and the months of its changes."""

    points: tuple[Point, ...] = ()
    months: tuple[Month, ...] = ()
    by_month: bool = False


def line(found: Tally) -> Line:
    """The line of a computed stock; of a flow none is drawn."""
    if found.rule.quantity != "stock" or not found.people:
        return Line()
    every = accounts(found.seen)
    key = ("line", found.rule, found.lens, found.known_on)
    return every.kept(key, lambda: _drawn(_pieces(found), found.rule, found.known_on))


def _pieces(found: Tally) -> list[Rectangle]:
    known = stays_known(accounts(found.seen), found.rule, found.lens, found.known_on)
    return [one.rectangle for one in known.stays]


def _drawn(found: Sequence[Rectangle], rule: Rule, known_on: date) -> Line:
    """The line as far as the rule speaks of its days."""
    whole = series(found, known_on)
    known_on = min(known_on, rule.last or known_on)
    days = [day for day in whole.days if max(date.min + ONE_DAY, rule.first or date.min) <= day <= known_on]
    if rule.first and date.min < rule.first <= known_on and days[:1] != [rule.first]:
        days = [rule.first, *days]
    if not days:
        return Line()
    by_month = len(days) > MOST_DAYS
    wanted = _heights(whole, days, known_on) if by_month else days
    return Line(_points(whole, wanted), _months(found, days[0], known_on), by_month)


def _points(whole: Series, days: list[date]) -> tuple[Point, ...]:
    return tuple((day, *whole.on(day)) for day in days)


def _heights(whole: Series, days: Sequence[date], last: date) -> list[date]:
    """Of each month its last day and the day on which best is highest, so that no height is lost."""
    ends = [*(_end(month) for month in _every_month(days[0], last) if _end(month) < last), last]
    highest: dict[date, date] = {}
    for day in days:
        month = day.replace(day=1)
        if month not in highest or whole.on(day)[1] > whole.on(highest[month])[1]:
            highest[month] = day
    return sorted({*ends, *highest.values()})


def _months(found: Sequence[Rectangle], first: date, last: date) -> tuple[Month, ...]:
    entered, left = (_by_month(moved) for moved in moves(found, last))
    return tuple(Month(one, _end(one), entered[one], left[one]) for one in _every_month(first, last))


def _by_month(moved: Counter[date]) -> Counter[date]:
    found: Counter[date] = Counter()
    for day, how_many in moved.items():
        found[day.replace(day=1)] += how_many
    return found


def _every_month(first: date, last: date) -> list[date]:
    found, month = [], first.replace(day=1)
    while month <= last:
        found.append(month)
        month = _end(month) + timedelta(days=1)
    return found


def _end(month: date) -> date:
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
