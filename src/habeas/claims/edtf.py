"""From an EDTF text to its first and last possible day.

Levels 0 to 2 of EDTF (Library of Congress, 4 February 2019; ISO 8601-2) in the proleptic Gregorian calendar, years 0001
to 9999. The marks ? ~ % widen nothing. No day is invented: what a text does not say is refused, never completed.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

MARKS = "?~%"
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = ("spring", "summer", "autumn", "winter")
_LONGEST = 1000
OPEN = ("", "..")  # unknown and open ends: a bound that nobody stated, either way

_DATE = re.compile(r"[?~%]?([0-9X]{4})[?~%]?(?:-[?~%]?([0-9X]{2})[?~%]?(?:-[?~%]?([0-9X]{2})[?~%]?)?)?")
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_MOMENT = re.compile(
    rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})T{_TIME}(?::(?:[0-5][0-9]|60)(?:\.[0-9]+)?)?(?:Z|[+-]{_TIME})?"
)

# First and last day as (month, day); a last month below the first is in the next year. A season is the union of the
# meteorological and the astronomical one, since a source that says "spring" does not say which it means.
_MARCH, _JUNE, _SEPTEMBER, _DECEMBER = ((3, 1), (6, 21)), ((6, 1), (9, 23)), ((9, 1), (12, 22)), ((12, 1), (3, 21))
_NORTH = (_MARCH, _JUNE, _SEPTEMBER, _DECEMBER)
_SOUTH = (_SEPTEMBER, _DECEMBER, _MARCH, _JUNE)
_QUARTERS = (((1, 1), (3, 31)), ((4, 1), (6, 30)), ((7, 1), (9, 30)), ((10, 1), (12, 31)))
_THIRDS = (((1, 1), (4, 30)), ((5, 1), (8, 31)), ((9, 1), (12, 31)))
_HALVES = (((1, 1), (6, 30)), ((7, 1), (12, 31)))
_PARTS_OF_A_YEAR = dict(enumerate((*_NORTH, *_NORTH, *_SOUTH, *_QUARTERS, *_THIRDS, *_HALVES), start=21))
CROSSES_NEW_YEAR = frozenset(code for code, (first, last) in _PARTS_OF_A_YEAR.items() if last < first)


class DateError(ValueError):
    """A date that cannot be read; says what was wrong and what to write instead."""


class NoFormError(DateError):
    """The text, or the part of it given here, is not written as EDTF."""


class NoDayError(DateError):
    """Written as EDTF (year, month, day given here), but the calendar has no such day."""


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last possible day, both included; None is open on that side.

    Raises DateError where the last is before the first.
    """

    earliest: date | None
    latest: date | None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.latest < self.earliest:
            raise DateError(f"it ends ({self.latest}) before it starts ({self.earliest}): put the earlier date first")


def components(text: str) -> tuple[str, str | None, str | None]:
    """Year, month and day of one EDTF date that `parse_edtf` reads, as written, with marks and time left off."""
    if moment := _MOMENT.fullmatch(text):
        text = moment[1]
    if found := _DATE.fullmatch(text):
        year, month, day = found.groups()
        return year, month, day
    raise NoFormError(text)


def members(text: str) -> list[tuple[str, str]]:
    """First and last date of each member of an EDTF set: the same twice for one date, one of OPEN where it is open."""
    return [_member(member.strip(" ")) for member in text[1:-1].split(",")]


def _plain_day(text: str) -> date | None:
    if len(text) == 10 and text[4] == text[7] == "-":
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None
    return None


def read(text: str) -> Span:
    """The first and last day that the text allows; raises NoFormError, NoDayError or a DateError that says why."""
    if day := _plain_day(text):
        return Span(day, day)
    if "\0" in text:
        raise DateError("the date holds the character U+0000: remove it")
    if not text.strip():
        raise DateError("the date is empty: leave it out, or write what is known, such as 2021 or 2021-03")
    if len(text) > _LONGEST:
        raise DateError(f"it has more than {_LONGEST} characters: write one date, and keep the rest as the original")
    if (text[0], text[-1]) in (("[", "]"), ("{", "}")):
        return _hull([_between(first, last) for first, last in members(text)])
    if "/" in text:
        return _interval(text)
    return _date(*components(text))


def _interval(text: str) -> Span:
    first, _, last = text.partition("/")
    if "/" in last:
        raise NoFormError(text)
    return _between(first, last)


def _member(text: str) -> tuple[str, str]:
    first, dots, last = text.partition("..")
    return (first, last) if dots else (text, text)


def _between(first: str, last: str) -> Span:
    if first in OPEN and last in OPEN:
        raise DateError("it names no day: leave the date out, or write one end, such as 2021/.. or ../2021")
    return Span(
        None if first in OPEN else _end(first).earliest,
        None if last in OPEN else _end(last).latest,
    )


def _end(text: str) -> Span:
    if moment := _MOMENT.fullmatch(text):
        raise DateError(f"intervals and sets are of days, not of times: for {text} write {moment[1]}")
    return _date(*components(text))


def _hull(spans: Sequence[Span]) -> Span:
    starts = [span.earliest for span in spans if span.earliest]
    ends = [span.latest for span in spans if span.latest]
    return Span(
        min(starts) if len(starts) == len(spans) else None,
        max(ends) if len(ends) == len(spans) else None,
    )


def _date(year: str, month: str | None, day: str | None) -> Span:
    if day is None and month and month.isdecimal() and int(month) in _PARTS_OF_A_YEAR and year != "0000":
        return _part_of_a_year(year, int(month))
    first = _first_day(year, month or "XX", day or "XX", "0123456789")
    last = _first_day(year, month or "XX", day or "XX", "9876543210")
    if first and last:
        return Span(first, last)
    raise NoDayError(year, month, day)


def _first_day(year: str, month: str, day: str, digits: str) -> date | None:
    """The first day that the masks allow, each X tried in the order of `digits`."""
    months, days = list(numbers(month, 1, 12, digits)), list(numbers(day, 1, 31, digits))
    for number in numbers(year, 1, 9999, digits):
        for its_month, its_day in product(months, days):
            if its_day <= monthrange(number, its_month)[1]:
                return date(number, its_month, its_day)
    return None


def numbers(mask: str, least: int, most: int, digits: str = "0123456789") -> Iterator[int]:
    for signs in product(*(digits if sign == "X" else sign for sign in mask)):
        if least <= (number := int("".join(signs))) <= most:
            yield number


def _part_of_a_year(year: str, code: int) -> Span:
    first, last = _PARTS_OF_A_YEAR[code]
    start_year, end_year = next(numbers(year, 1, 9999)), next(numbers(year, 1, 9999, "9876543210"))
    if code in CROSSES_NEW_YEAR:
        end_year += 1
    if end_year > 9999:
        raise DateError("it ends in the year 10000: years are 0001 to 9999")
    return Span(date(start_year, *first), date(end_year, *last))
