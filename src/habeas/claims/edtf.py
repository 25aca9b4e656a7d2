"""From an EDTF text to its first and last possible day, and for any other text the reason and what to write instead.

Levels 0 to 2 of EDTF (Library of Congress, 4 February 2019; ISO 8601-2) in the proleptic Gregorian calendar, years 0001
to 9999. The marks ? ~ % widen nothing. No day is invented: what a text does not say is refused, never completed.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
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


class _NoFormError(DateError):
    """The text, or the part of it given here, is not written as EDTF."""


class _NoDayError(DateError):
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


def parse_edtf(text: str) -> Span:
    """The first and last day that an EDTF text allows; raises DateError, which says what to write instead."""
    return _parse(text)


def components(text: str) -> tuple[str, str | None, str | None]:
    """Year, month and day of one EDTF date that `parse_edtf` reads, as written, with marks and time left off."""
    if moment := _MOMENT.fullmatch(text):
        text = moment[1]
    if found := _DATE.fullmatch(text):
        year, month, day = found.groups()
        return year, month, day
    raise _NoFormError(text)


def members(text: str) -> list[tuple[str, str]]:
    """First and last date of each member of an EDTF set: the same twice for one date, one of OPEN where it is open."""
    return [_member(member.strip(" ")) for member in text[1:-1].split(",")]


@lru_cache(maxsize=2**15)
def _parse(text: str) -> Span:
    if day := _plain_day(text):
        return Span(day, day)
    try:
        return _read(text)
    except DateError as refusal:
        raise DateError(f"{_shown(text)}: {_reason(text, refusal)}") from None


def _plain_day(text: str) -> date | None:
    if len(text) == 10 and text[4] == text[7] == "-":
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None
    return None


def _read(text: str) -> Span:
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
        raise _NoFormError(text)
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
    raise _NoDayError(year, month, day)


def _first_day(year: str, month: str, day: str, digits: str) -> date | None:
    """The first day that the masks allow, each X tried in the order of `digits`."""
    months, days = list(_numbers(month, 1, 12, digits)), list(_numbers(day, 1, 31, digits))
    for number in _numbers(year, 1, 9999, digits):
        for its_month, its_day in product(months, days):
            if its_day <= monthrange(number, its_month)[1]:
                return date(number, its_month, its_day)
    return None


def _numbers(mask: str, least: int, most: int, digits: str = "0123456789") -> Iterator[int]:
    for signs in product(*(digits if sign == "X" else sign for sign in mask)):
        if least <= (number := int("".join(signs))) <= most:
            yield number


def _part_of_a_year(year: str, code: int) -> Span:
    first, last = _PARTS_OF_A_YEAR[code]
    start_year, end_year = next(_numbers(year, 1, 9999)), next(_numbers(year, 1, 9999, "9876543210"))
    if code in CROSSES_NEW_YEAR:
        end_year += 1
    if end_year > 9999:
        raise DateError("it ends in the year 10000: years are 0001 to 9999")
    return Span(date(start_year, *first), date(end_year, *last))


# What to write instead. Every proposal is read before it is made, so that none is refused in its turn.

_ENGLISH = {name.lower(): f"{code:02}" for code, name in [*enumerate(MONTHS, 1), *enumerate(SEASONS, 21), (23, "fall")]}
_FOREIGN_YEAR = re.compile(r"(?!.*\d{4}\D.*\d{4})(?:1[34][\dXx?]{2}\b.*|.*\b1[34][\dXx?]{2})", re.A)
_ADVISED_LENGTH = 80
_FIGURES = "dates are written in figures, the year first:"
_WIDTHS = "year, month and day are joined by hyphens, in 4, 2 and 2 digits:"
_MARK = "a mark stands for that word:"

# How it was written, what is said about it, and the proposals, filled with the groups: {0} is the first.
_FORMS = (
    (r"(\d\d?)[-./ ](\d\d?)[-./ ](\d{4})", "day first or month first?", "{2}-{1}-{0}", "{2}-{0}-{1}"),
    (r"(\d{4})[-./ ](\d\d?)[-./ ](\d\d?)", _WIDTHS, "{0}-{1}-{2}"),
    (r"(\d{4})(\d\d)(\d\d)", _WIDTHS, "{0}-{1}-{2}"),
    (r"(\d\d?)[-./ ](\d{4})", "the year comes first:", "{1}-{0}"),
    (r"(\d{4})[-./ ](\d\d?)", "a month has two digits after a hyphen:", "{0}-{1}"),
    (r"(\d{4})-(\d{4})", "an interval is written with a slash:", "{0}/{1}"),
    (r"(\S+) (?:/|-|to) (\S+)", "an interval is written with a slash and no blanks:", "{0}/{1}"),
    (r"(\d{4}-(?:\d\d-)?)(\d\d)/(\d\d)", "both ends of an interval are written in full:", "{0}{1}/{0}{2}"),
    (r"([a-z]{3,9})\.? ?(\d\d?)(?:st|nd|rd|th)?,? (\d{4})", _FIGURES, "{2}-{0}-{1}"),
    (r"(\d\d?)(?:st|nd|rd|th)? ?([a-z]{3,9})\.?,? ?(\d{4})", _FIGURES, "{2}-{1}-{0}"),
    (r"([a-z]{3,9})\.?,? ?(\d{4})", _FIGURES, "{1}-{0}"),
    (r"([\dxu?]{4})", "digits that are not known are written X:", "{0}"),
    (r"([\dxu?]{4})[-./]([\dxu?]{2})", "parts that are not known are written XX:", "{0}-{1}"),
    (r"([\dxu?]{4})[-./]([\dxu?]{2})[-./]([\dxu?]{2})", "parts that are not known are written XX:", "{0}-{1}-{2}"),
    (r"(?:unknown|open)/(\S+)", "an end that is open or not known is written .. :", "../{0}"),
    (r"(\S+)/(?:unknown|open|now|present)", "an end that is open or not known is written .. :", "{0}/.."),
    (r"(\S+) or (\S+)", "one of several is written in square brackets:", "[{0},{1}]"),
    (r"(\S+?)[?~]{2}", "uncertain and approximate together is %:", "{0}%"),
    (r"(?:circa|ca?|about|around|approx\w*)\.? ?(\S+)", _MARK, "{0}~"),
    (r"(\S+) \(?(?:circa|approx\w*)\.?\)?", _MARK, "{0}~"),
    (r"(\S+) (?:\(\D*\)|\d\d:\d\d.*)", "a day has no time or words after it, keep them as the original and", "{0}"),
)
_ADVICE = [(re.compile(form, re.I | re.A), why, proposals) for form, why, *proposals in _FORMS]


def _reason(text: str, refusal: DateError) -> str:
    if isinstance(refusal, _NoDayError):
        return _why_no_day(*refusal.args)
    if isinstance(refusal, _NoFormError):
        part: str = refusal.args[0]
        return _advice(text) or _advice(part) or _general(part, "this" if part == text else _shown(part))
    return str(refusal)


def _why_no_day(year: str, month: str | None, day: str | None) -> str:
    if year == "0000":
        return "there is no year 0000: years are 0001 to 9999"
    if month == "00":
        known = _readable(f"{year}-XX-{day}", year)[0]
        return f"there is no month 00: if the month is not known write {known}"
    if month and not any(_numbers(month, 1, 12)):
        swapped = _readable(f"{year}-{day}-{month}")
        return f"there is no month {month}: " + (
            f"if the day came first write {swapped[0]}" if swapped else "write 01 to 12"
        )
    return f"there is no day {day}{_length(year, month)}: if the day is not known write {year}-{month}"


def _length(year: str, month: str | None) -> str:
    if month and (year + month).isdecimal():
        return f" ({MONTHS[int(month) - 1]} {int(year)} has {monthrange(int(year), int(month))[1]} days)"
    return ""


def _advice(text: str) -> str | None:
    if len(text) > _ADVISED_LENGTH:
        return None
    usual = _usual_signs(text)
    if _FOREIGN_YEAR.fullmatch(usual):
        unknown = "parts that are not known are written XX, and " if "?" in usual else ""
        return f"{unknown}a year 13xx or 14xx looks like a Jalali or Hijri year: convert it and keep the original words"
    if usual != text and _readable(usual):
        return f"it has blanks, or digits or dashes that are not 0-9 and -: write {usual}"
    return next(_rewritten(usual), None)


def _rewritten(text: str) -> Iterator[str]:
    for form, why, proposals in _ADVICE:
        if found := form.fullmatch(text):
            parts = [_usual_part(part) for part in found.groups()]
            if instead := _readable(*(proposal.format(*parts) for proposal in proposals)):
                yield f"{why} write {' or '.join(instead)}"


def _usual_part(part: str) -> str:
    if part.isalpha() and len(part) >= 3:
        part = next((code for name, code in _ENGLISH.items() if name.startswith(part.lower())), part)
    if re.fullmatch(r"[\dxu?]{1,4}", part, re.I | re.A):
        part = re.sub("[xu?]", "X", part, flags=re.I).zfill(2)
    return part


def _usual_signs(text: str) -> str:
    """The text without blanks around it, digits and dashes of other scripts replaced by 0-9 and -."""
    return "".join(
        "-" if unicodedata.category(sign) == "Pd" else str(unicodedata.decimal(sign, sign)) for sign in text.strip()
    )


def _general(part: str, name: str) -> str:
    if re.fullmatch(r"Y?-?[0-9]{5,}|Y.*|-[0-9]{4}.*", part):
        return "years are 0001 to 9999; five digits may also be a spreadsheet's count of days: format it as a date"
    if re.fullmatch(r"[0-9]{1,2}[-./ ][0-9]{1,2}[-./ ][0-9]{1,2}", part):
        return "the year has four digits: write it in full, as in 2007-03-13"
    return f"{name} is not a date: write a day as 2021-03-04, a month as 2021-03, a year as 2021"


def _readable(*texts: str) -> list[str]:
    """Those of the texts that can be read, each once."""
    return [text for text in dict.fromkeys(texts) if _can_be_read(text)]


def _can_be_read(text: str) -> bool:
    try:
        _read(text)
    except DateError:
        return False
    return True


def _shown(text: str) -> str:
    clipped = text if len(text) <= _ADVISED_LENGTH else text[:_ADVISED_LENGTH] + "…"
    return clipped if clipped.isprintable() and clipped.strip() else ascii(clipped)
