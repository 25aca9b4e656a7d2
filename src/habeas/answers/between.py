"""Which two figures are set beside each other, where a question names fewer than four days."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from habeas.register.read import View
from habeas.tally.difference import At, difference
from habeas.tally.lens import Lens
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds

from . import front, public
from .accounts import accounts
from .changes import Changes, Figure, changes

FEW = 24  # people whose reasons are worked out for a page that was asked something else
DAYS = ("as_of", "known_on", "to_as_of", "to_known_on")


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a question names of the earlier figure and of the later one (`to_`); None where it names none."""

    as_of: date | None = None
    known_on: date | None = None
    to_as_of: date | None = None
    to_known_on: date | None = None


def figures(days: Days, then: View, seen: View) -> tuple[Figure, Figure]:
    """The earlier figure, as the register stood at `then`, and the later one, as it stands at `seen`.

    The later figure is known today, and of the same day as the earlier one, if it has one; else of the latest day that
    a published figure speaks of. The earlier one is known on its own day; if it has no day, it is of a month before, as
    it was known a month before. Where the later day lay behind even then, what was known in that month is of no day in
    it: both are as known now.
    """
    known = days.to_known_on or public.today()
    as_of = days.to_as_of or days.as_of or front.latest_day(seen, known)
    first, before = days.as_of or month_before(as_of), month_before(known)
    if days.as_of:
        before = min(first, known)
    elif before > as_of:
        before = known
    return Figure(first, days.known_on or before, then), Figure(as_of, known, seen)


def month_before(day: date) -> date:
    """The same day of the month before, or the last one that month has."""
    year, month = (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@dataclass(frozen=True, eq=False)
class Month:
    """A figure and the same question a month before; `revised`: the earlier day as known now.

    `changes` has everybody who makes the difference, where they are few; of many there are only the sums.
    """

    earlier: Figure
    later: Figure
    before: Bounds
    revised: Bounds
    now: Bounds
    rule: Rule
    lens: Lens
    changes: Changes | None


def in_a_month(found: front.Front) -> Month | None:
    """What lies between a figure and the same question a month before, as `figures` has it.

    None where nothing does, where a published figure leads, where the figure is not of a stock, and where the rule does
    not speak of both days.
    """
    tally = found.tally
    days = Days(to_as_of=tally.as_of, to_known_on=tally.known_on)
    earlier, later = figures(days, tally.seen, tally.seen)
    if (
        found.leads
        or tally.rule.quantity != "stock"
        or not (tally.rule.covers(earlier.as_of) and tally.rule.covers(later.as_of))
    ):
        return None
    book = accounts(tally.seen).book(tally.rule, tally.lens)
    then, now = (At(one.as_of.toordinal(), one.known_on.toordinal()) for one in (earlier, later))
    counted = Bounds(tally.count.low, tally.count.best, tally.count.high)
    apart = difference(book, tally.rule, then, now, last=counted)
    if not len(apart):
        return None
    whole = changes(earlier, later, tally.rule, tally.lens) if len(apart) <= FEW else None
    return Month(earlier, later, apart.before, apart.revised, apart.now, tally.rule, tally.lens, whole)
