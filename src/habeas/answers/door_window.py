"""Over which days the door is asked for, where an address or a command leaves them out."""

from datetime import date, timedelta

from habeas.claims.vocabulary import Door
from habeas.register.read import View
from habeas.tally.lens import EVERY, Lens

from .numbers import numbers

YEAR = timedelta(days=366)


def window_asked(seen: View, known_on: date, lens: Lens, first: date | None, last: date | None) -> tuple[date, date]:
    """The window that is asked for; what is left out of it is that of `default_window`, or a year to or from it."""
    if first and last:
        return first, last
    default = default_window(seen, known_on, lens)
    if first:
        return first, max(default[1], first + timedelta(days=1))
    return (last - YEAR, last) if last else default


def default_window(seen: View, known_on: date, lens: Lens = EVERY) -> tuple[date, date]:
    """Between two days of which one body says how many are held, about a year apart, up to the last such day.

    Else the last window of which somebody published who moved; else the year up to the known day.
    """
    found = [one for one in numbers(seen, known_on, lens).numbers if one.last <= known_on and one.door]
    days: dict[tuple[str, Door], set[date]] = {}
    for one in found:
        if one.day and one.door:
            days.setdefault((one.body, one.door), set()).add(one.day)
    pairs = [some & days.get((body, Door.ever), some) for (body, row), some in days.items() if row is Door.held]
    pairs = [some for some in pairs if len(some) > 1]
    if pairs:
        some = max(pairs, key=max)
        last = max(some)
        return min(some - {last}, key=lambda day: abs((last - day) - YEAR)), last
    windows = [(one.last, one.first) for one in found if not one.stock and one.days > 1]
    last, first = max(windows, default=(known_on, known_on - YEAR))
    return first, last
