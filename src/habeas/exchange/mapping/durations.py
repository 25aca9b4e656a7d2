"""From "13 years five months", as of a day, to the days between which it began: an interval, and no day made up.

A time counted in whole months says that less than another month has gone by; one that is rounded may be a month off on
either side. Which of the two it is the mapping states.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

from habeas.claims.when import DateError, When

_UNITS = {"year": "year", "yr": "year", "y": "year", "month": "month", "mo": "month", "mth": "month"}
_UNITS |= {"week": "week", "wk": "week", "day": "day", "d": "day"}
_SMALL = tuple(
    re.findall(
        "[a-z]+",
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen",
    )
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NUMBERS = {**{word: number for number, word in enumerate(_SMALL)}, **_TENS, "a": 1, "an": 1}
_NUMBERS |= {f"{ten}-{_SMALL[one]}": many + one for ten, many in _TENS.items() for one in range(1, 10)}
_PART = re.compile(r"(\d+|[a-z]+(?:-[a-z]+)?)\s*([a-z]+)\.?\s*(?:,|and\b|&)?\s*")
_ORDER = ("year", "month", "week", "day")


class Counted(StrEnum):
    """How a list counts a time: in units that are over, or rounded to the nearest."""

    completed = "completed"
    rounded = "rounded"


def begun(words: str, as_of: When, counted: Counted) -> str:
    """The interval of days (EDTF) on which what has lasted so long by `as_of` began; raises DateError."""
    parts = _parts(words)
    if as_of.earliest is None or as_of.latest is None:
        raise DateError(f"{words!r} is a time by the day of the list, and that is {as_of.edtf}: say --date, a day")
    smallest = max(parts, key=_ORDER.index)
    more = parts | {smallest: parts[smallest] + 1}
    less = parts if counted is Counted.completed else parts | {smallest: max(0, parts[smallest] - 1)}
    first = _before(as_of.earliest, more) + timedelta(days=1)
    last = _before(as_of.latest, less, end_of_month=True) - timedelta(days=less != parts)
    last = min(max(first, last), as_of.latest)
    return f"{first.isoformat()}/{last.isoformat()}"


def _parts(words: str) -> dict[str, int]:
    """How many of each unit: "13 years five months" is 13 years and 5 months."""
    text, at, parts = " ".join(words.casefold().split()), 0, dict[str, int]()
    while at < len(text):
        found = _PART.match(text, at)
        unit = _UNITS.get(found[2].removesuffix("s")) if found else None
        number = None if found is None else int(found[1]) if found[1].isdecimal() else _NUMBERS.get(found[1])
        if found is None or unit is None or number is None or unit in parts or number > 5000:
            raise DateError(f"{words!r} is no time that is read here: write it as 13 years 5 months")
        parts[unit], at = number, found.end()
    if not parts:
        raise DateError("there is no time in the cell: write it as 13 years 5 months")
    return parts


def _before(day: date, parts: dict[str, int], *, end_of_month: bool = False) -> date:
    """The day so long before; of the last day of a month the last day of the month there, if `end_of_month`."""
    months = 12 * parts.get("year", 0) + parts.get("month", 0)
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < 1:
        raise DateError(f"it is longer than there are years before {day}")
    length = monthrange(year, month + 1)[1]
    at_end = end_of_month and months > 0 and day.day == monthrange(day.year, day.month)[1]
    there = date(year, month + 1, length if at_end else min(day.day, length))
    return there - timedelta(days=7 * parts.get("week", 0) + parts.get("day", 0))
