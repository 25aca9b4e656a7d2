"""The register's own count over the years, and who entered and left it by the month: what a chart draws as its line."""

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

import numpy as np

from habeas.tally.book import Book
from habeas.tally.rule import Rule
from habeas.tally.series import Flow, Series, flow, steps
from habeas.tally.table import Acts

from .accounts import accounts
from .months import Days, Months
from .tally import Tally

MOST_DAYS = 400  # a line that changes more often is drawn by the month's end
SECOND_DAY = 2  # an ordinal: what holds on the first day there is holds always
Point = tuple[date, int, int, int]


class Month(NamedTuple):
    """The days of a calendar month, and how many entered and left the count in it, by best.

    `entered_unsure` and `left_unsure` are those whom best has move in it though no act is seen in it, or only on a day
    that is not known to the month: a drawing leaves them out and says how many they are.
    """

    first: date
    last: date
    entered: int
    left: int
    entered_unsure: int = 0
    left_unsure: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A count from day to day (low, best, high): each point holds until the next; and the months of its changes.

    `told_to` is the last day of which any claim that is counted says something: after it the count holds by the rule.
    """

    points: tuple[Point, ...] = ()
    months: tuple[Month, ...] = ()
    by_month: bool = False
    told_to: date | None = None


def line(found: Tally) -> Line:
    """The line of a computed stock; of a flow none is drawn."""
    if found.rule.quantity != "stock" or not found.people:
        return Line()
    every = accounts(found.seen)
    key = ("line", found.rule, found.lens, found.known_on)

    def drawn() -> Line:
        line = _drawn(every.book(found.rule, found.lens), found.rule, found.known_on)
        return replace(line, told_to=told_to(every.table(found.lens, found.rule.territory).acts, found.known_on))

    return every.kept(key, drawn)


def told_to(acts: Acts, known_on: date) -> date | None:
    """The last day of which an act that is known says something; None where none is known."""
    known = known_on.toordinal()
    last = int((acts.last * ((acts.known <= known) & (known < acts.known_to))).max(initial=0))
    return date.fromordinal(min(last, known)) if last else None


def _drawn(found: Book, rule: Rule, known_on: date) -> Line:
    """The line as far as the rule speaks of its days."""
    known = known_on.toordinal()
    whole = steps(found, rule, known)
    first, last = (rule.first or date.min).toordinal(), min(known, (rule.last or known_on).toordinal())
    days = whole.days[(whole.days >= max(first, SECOND_DAY)) & (whole.days <= last)]
    if SECOND_DAY <= first <= last and days[:1].tolist() != [first]:
        days = np.append(first, days)
    if not len(days):
        return Line()
    months = Months(int(days[0]), last)
    by_month = len(days) > MOST_DAYS
    wanted = _heights(whole, days, months) if by_month else days
    return Line(_points(whole, wanted), _moved(flow(found, rule, int(days[0]), last, known), months), by_month)


def _points(whole: Series, days: Days) -> tuple[Point, ...]:
    levels = whole.on_days(days).T.tolist()
    return tuple((date.fromordinal(day), *level) for day, level in zip(days.tolist(), levels, strict=True))


def _heights(whole: Series, days: Days, months: Months) -> Days:
    """Of each month its last day and the first day on which best is highest, so that no height is lost."""
    best, of = whole.on_days(days)[1], months.number(days)
    starts = np.flatnonzero(np.append(True, of[1:] != of[:-1]))
    most = np.repeat(np.maximum.reduceat(best, starts), np.diff(np.append(starts, len(days))))
    highest = np.flatnonzero(best == most)
    first = highest[np.unique(of[highest], return_index=True)[1]]
    return np.union1d(months.ends, days[first])


def _moved(moved: Flow, months: Months) -> tuple[Month, ...]:
    """Who came and went by the month; of those whose day is not known to the month there is a number beside."""
    entered, left, entered_seen, left_seen = (np.add.reduceat(some, months.starts - moved.first) for some in moved[1:])
    counts = np.stack([entered_seen, left_seen, entered - entered_seen, left - left_seen], axis=1).tolist()
    return tuple(Month(*ends, *some) for ends, some in zip(months.whole(), counts, strict=True))
