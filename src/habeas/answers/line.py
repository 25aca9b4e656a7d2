"""The register's own count over the years, and who entered and left it by the month: what a chart draws as its line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from habeas.tally.book import Book
from habeas.tally.rule import Rule
from habeas.tally.series import Flow, Series, flow, steps
from habeas.tally.table import Acts

from .accounts import accounts
from .months import month_end
from .months import steps as windows
from .tally import Tally

MOST_DAYS = 400  # a line that changes more often is drawn by the month's end
ONE_DAY = timedelta(days=1)
Point = tuple[date, int, int, int]


@dataclass(frozen=True, slots=True)
class Month:
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
        return replace(line, told_to=_told_to(every.table(found.lens, found.rule.territory).acts, found.known_on))

    return every.kept(key, drawn)


def _told_to(acts: Acts, known_on: date) -> date | None:
    """The last day of which an act that is known says something; None where none is known."""
    known = known_on.toordinal()
    days = acts.last[(acts.known <= known) & (known < acts.known_to)]
    return date.fromordinal(min(int(days.max()), known)) if len(days) else None


def _drawn(found: Book, rule: Rule, known_on: date) -> Line:
    """The line as far as the rule speaks of its days."""
    whole, known = steps(found, rule, known_on.toordinal()), known_on.toordinal()
    known_on = min(known_on, rule.last or known_on)
    days = [day for day in whole.days if max(date.min + ONE_DAY, rule.first or date.min) <= day <= known_on]
    if rule.first and date.min < rule.first <= known_on and days[:1] != [rule.first]:
        days = [rule.first, *days]
    if not days:
        return Line()
    by_month = len(days) > MOST_DAYS
    wanted = _heights(whole, days, known_on) if by_month else days
    return Line(
        _points(whole, wanted), _months(flow(found, rule, days[0].toordinal(), known_on.toordinal(), known)), by_month
    )


def _points(whole: Series, days: list[date]) -> tuple[Point, ...]:
    return tuple((day, *whole.on(day)) for day in days)


def _heights(whole: Series, days: Sequence[date], last: date) -> list[date]:
    """Of each month its last day and the day on which best is highest, so that no height is lost."""
    ends = [end for _, end in windows(days[0], last, "month")]
    best = {day: bounds.best for day, bounds in zip(whole.days, whole.bounds, strict=True)}
    highest: dict[date, date] = {}
    for day in days:
        month = day.replace(day=1)
        if month not in highest or best.get(day, 0) > best.get(highest[month], 0):
            highest[month] = day
    return sorted({*ends, *highest.values()})


def _months(moved: Flow) -> tuple[Month, ...]:
    """Who came and went by the month; of those whose day is not known to the month there is a number beside."""
    first, last = date.fromordinal(moved.first), date.fromordinal(moved.first + len(moved.entered) - 1)
    found = []
    for start, end in windows(first, last, "month"):
        days = slice(start.toordinal() - moved.first, end.toordinal() + 1 - moved.first)
        entered, left, entered_seen, left_seen = (int(some[days].sum()) for some in moved[1:])
        month = start.replace(day=1), month_end(start)
        found.append(Month(*month, entered_seen, left_seen, entered - entered_seen, left - left_seen))
    return tuple(found)
