"""How two uncertain days stand to each other: the same, possibly the same, apart by a slip of the pen, or apart.

An interval that contains the other's day does not contradict it. What a slip can be is listed here and nowhere else.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from .listed import Day

FEW = 7  # days
LONGEST_RANGE = 31  # days: of a longer one nobody's spreadsheet made a day


class Fit(StrEnum):
    """How two days fit, the best first."""

    same = "same"
    within = "within"
    slip = "slip"
    near = "near"
    apart = "apart"


ORDER = tuple(Fit)


def fit(one: Day, other: Day) -> Fit:
    """How two days fit, whichever comes first."""
    if one.exact and one.exact == other.exact:
        return Fit.same
    if meet(one, other):
        return Fit.within
    if slip(one, other):
        return Fit.slip
    return Fit.near if _gap(one, other) <= FEW else Fit.apart


def best_fit(ones: Iterable[Day], others: Iterable[Day]) -> tuple[Fit, Day, Day] | None:
    """The two days, one of each, that fit best; None where one has none."""
    seconds = list(others)
    found = [(fit(one, other), one, other) for one in ones for other in seconds]
    return min(found, key=lambda three: (ORDER.index(three[0]), room(three[1], three[2])), default=None)


def meet(one: Day, other: Day) -> bool:
    """Whether some day lies in both."""
    starts_in_time = one.earliest is None or other.latest is None or one.earliest <= other.latest
    return starts_in_time and (other.earliest is None or one.latest is None or other.earliest <= one.latest)


def room(one: Day, other: Day) -> int:
    """How many days the wider of the two allows; of an open one as many as there are."""
    return max(_width(one), _width(other))


def slip(one: Day, other: Day) -> str:
    """What slip would make one day of the other, in words; "" where none of those that are known would."""
    a, b = one.exact, other.exact
    if a and b:
        return _of_two_days(a, b)
    if a or b:
        day, span = (a, other) if a else (b, one)
        return "a range of days was read as one day" if day and _is_range(day, span) else ""
    return ""


def _of_two_days(a: date, b: date) -> str:
    if (a.year, a.month, a.day) == (b.year, b.day, b.month):
        return "day and month changed places"
    x, y = (day.isoformat().replace("-", "") for day in (a, b))
    differing = [place for place in range(8) if x[place] != y[place]]
    if len(differing) == 1:
        return "one digit differs"
    if len(differing) == 2 and differing[1] - differing[0] == 1:
        first, second = differing
        if x[first] == y[second] and x[second] == y[first]:
            return "two digits changed places"
    return ""


def _is_range(day: date, span: Day) -> bool:
    """Whether the ends of a range, "3-5 June", are the numbers of a day: 3 May or 5 March of any year."""
    if span.earliest is None or span.latest is None or _width(span) > LONGEST_RANGE:
        return False
    ends = (span.earliest.day, span.latest.day)
    return ends in ((day.day, day.month), (day.month, day.day))


def _width(day: Day) -> int:
    if day.earliest is None or day.latest is None:
        return (date.max - date.min).days
    return (day.latest - day.earliest).days + 1


def _gap(one: Day, other: Day) -> int:
    """Days between two that do not meet."""
    first, second = (one, other) if (one.latest or date.max) < (other.earliest or date.min) else (other, one)
    between: timedelta = (second.earliest or date.min) - (first.latest or date.max)
    return abs(between.days)
