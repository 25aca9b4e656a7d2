"""Days and calendar months between two days, in order."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Days = npt.NDArray[np.int64]  # ordinals
ONE_DAY = timedelta(days=1)
_EPOCH = date(1970, 1, 1).toordinal()


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


class Months:
    """The calendar months from one day to another (ordinals): where each begins and ends, cut where these two are."""

    def __init__(self, first: int, last: int) -> None:
        one, other = self.number(np.array([first, last])).tolist()
        begin = np.arange(one, other + 2).astype("datetime64[M]").astype("datetime64[D]")
        self._begin = begin.astype(np.int64) + _EPOCH
        self.starts: Days = np.maximum(self._begin[:-1], first)
        self.ends: Days = np.minimum(self._begin[1:] - 1, last)

    @staticmethod
    def number(days: Days) -> Days:
        """The number of the month of each day, one after the other."""
        return (days - _EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)

    def whole(self) -> list[tuple[date, date]]:
        """The first and the last day of each, uncut."""
        return [
            (date.fromordinal(one), date.fromordinal(following - 1))
            for one, following in pairwise(self._begin.tolist())
        ]
