"""Days and calendar months between two days, in order."""

from collections.abc import Iterator
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


def month_end(day: date) -> date:
    """The last day of the month of a day."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - ONE_DAY


def month_ends(first: date, last: date) -> list[date]:
    """The last day of each month that ends between two days, both included."""
    return [end for _, end in steps(first, last, "month") if end == month_end(end)]


def steps(first: date, last: date, step: str) -> Iterator[tuple[date, date]]:
    """The days, or the months, from `first` to `last`: the first and the last day of each, cut where they are."""
    start = first
    while start <= last:
        end = min(month_end(start), last) if step == "month" else start
        yield start, end
        if end == date.max:
            return
        start = end + ONE_DAY
