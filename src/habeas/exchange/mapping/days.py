"""From the words of a date in somebody's list to EDTF: by what the mapping states, and never by a guess.

Where two readings are possible and nothing was stated there is none: DateError says what to state.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from habeas.claims.when import DateError, parse_edtf

from .calendars import YEARS, Calendar, first_day, last_day

MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sep sept", "october oct", "november nov", "december dec"), 1
    )
    for name in names.split()
}  # fmt: skip
PLAUSIBLE = range(1700, 2200)  # years of our calendar; Jalali and Hijri years lie below, Buddhist ones above
_TIME = re.compile(r"(?<=\d)[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$")
_EDTF = re.compile(r"[?~%]?(?:\d{4}|\d{3}X|\d{2}XX|XXXX)[?~%]?(?:-(?:0[1-9]|1[0-2]|XX)[?~%]?(?:-[0-9X]{2}[?~%]?)?)?")
_SIGN = r"\s*[./\-\s]\s*"
_THREE = re.compile(rf"(\d{{1,4}}){_SIGN}(\d{{1,2}}){_SIGN}(\d{{1,4}})")
_MONTH_OF_YEAR = re.compile(rf"(\d{{1,2}}){_SIGN}(\d{{4}})")
_YEAR_AND_MONTH = re.compile(rf"(\d{{4}}){_SIGN}(\d{{1,2}})")
_NAME = r"([^\W\d_]+(?:[ '’\-][^\W\d_]+)*)\.?"
_DAY_NAMED = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th|\.)?[\s\-/]*{_NAME}[\s,\-/]*(\d{{4}})")
_NAMED_DAY = re.compile(rf"{_NAME}[\s\-]*(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})")
_NAMED = re.compile(rf"{_NAME}[\s,\-/]*(\d{{4}})")
_HALF_A_DATE = re.compile(r"(?:\d{1,2}[\s./\-]*[^\W\d_]{3,}|[^\W\d_]{3,}[\s./\-]*\d{1,2}|\d{1,2}[./\-]\d{1,2})\.?")
_WHOLE = re.compile(r"\d{5,8}")


class Order(StrEnum):
    """In which order a list writes day and month."""

    day_first = "day first"
    month_first = "month first"
    year_first = "year first"


@dataclass(frozen=True, slots=True)
class DateForm:
    """How a list writes its days. `first_year`: of which hundred years a year of two digits is one.

    `between` is the sign that stands between the first and the last day of a range.
    """

    order: Order | None = None
    calendar: Calendar = Calendar.gregorian
    first_year: int | None = None
    months: Mapping[str, int] = field(default_factory=dict)
    between: str = ""


def edtf_of(words: str, form: DateForm) -> str:
    """The EDTF text that the words of a date mean; raises DateError where that is not certain, saying why."""
    text = _plain(words)
    try:
        made = _one(text, form)
    except DateError:
        found = _ranges(text, form)
        if len(found) != 1:
            raise
        made = found[0]
    parse_edtf(made)
    return made


def _ranges(text: str, form: DateForm) -> list[str]:
    """The ranges that the words can mean, cut at each sign that stands between two days."""
    made: list[str] = []
    at = text.find(form.between) if form.between else -1
    while at >= 0:
        try:
            first, last = (_one(end.strip(), form) for end in (text[:at], text[at + len(form.between) :]))
            made.append(f"{first.partition('/')[0]}/{last.rpartition('/')[2]}")
        except DateError:
            pass
        at = text.find(form.between, at + 1)
    return made


def _plain(words: str) -> str:
    """The words with digits of every script as 0 to 9, one blank between them, and no time of day behind."""
    digits = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in words)
    return _TIME.sub("", " ".join(unicodedata.normalize("NFKC", digits).split()))


def _one(text: str, form: DateForm) -> str:
    if form.calendar is Calendar.gregorian and all(map(_EDTF.fullmatch, text.split("/", 1))):
        for written in re.findall(r"\d{4}(?=[?~%]?(?:-|/|$))", text):
            _plausible(text, int(written))
        return text
    year, month, day = _parts(text, form)
    if form.calendar is Calendar.gregorian:
        _plausible(text, year)
    if month is not None and not 1 <= month <= 12:
        raise DateError(f"{text!r}: there is no month {month}{_as_stated(form)}")
    if form.calendar is Calendar.gregorian:
        made = f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
        parse_edtf(made)
        return made
    if month and day:
        return first_day(form.calendar, year, month, day).isoformat()
    first, last = first_day(form.calendar, year, month or 1), last_day(form.calendar, year, month)
    return f"{first.isoformat()}/{last.isoformat()}"


def _plausible(text: str, year: int) -> None:
    """Raise DateError for a year that no list of people has in our calendar, and that another calendar has."""
    if year not in PLAUSIBLE:
        raise DateError(
            f"{text!r} is in the year {year}, which no day of a list is in our calendar ({PLAUSIBLE[0]} to "
            f"{PLAUSIBLE[-1]}): which calendar is it? State the `calendar` in [dates], or correct the year"
        )


def _parts(text: str, form: DateForm) -> tuple[int, int | None, int | None]:
    """Year, month and day as far as the words have them."""
    if found := _THREE.fullmatch(text):
        return _in_order(text, (found[1], found[2], found[3]), form)
    if found := _DAY_NAMED.fullmatch(text):
        return int(found[3]), _month(found[2], form), int(found[1])
    if found := _NAMED_DAY.fullmatch(text):
        return int(found[3]), _month(found[1], form), int(found[2])
    if found := _NAMED.fullmatch(text):
        return int(found[2]), _month(found[1], form), None
    if found := _MONTH_OF_YEAR.fullmatch(text):
        return int(found[2]), int(found[1]), None
    if found := _YEAR_AND_MONTH.fullmatch(text):
        if int(found[2]) > 12:
            raise DateError(f"{text!r} is no month: if it is a range of years, write 2021/2022")
        return int(found[1]), int(found[2]), None
    if re.fullmatch(r"\d{4}", text) and int(text) in YEARS[form.calendar]:
        return int(text), None, None
    if _WHOLE.fullmatch(text):
        return _without_signs(text, form)
    if _HALF_A_DATE.fullmatch(text):
        raise DateError(
            f"{text!r} has no year, or no day: a spreadsheet makes such words of ranges like 3-4: write what was meant"
        )
    raise DateError(f"{text!r} is no date that is read here: write it another way, or say in [words] what it means")


def _in_order(text: str, parts: tuple[str, str, str], form: DateForm) -> tuple[int, int, int]:
    first, second, third = parts
    if len(first) > 2:
        if len(third) > 2:
            raise DateError(f"{text!r} has two years")
        return int(first), int(second), int(third)
    if form.order is Order.year_first:
        return _year(text, first, form), int(second), int(third)
    if len(third) <= 2 and form.order is None:
        raise DateError(f"{text!r} can be read in several ways: state the `order` and the `first_year` in [dates]")
    year, one, two = _year(text, third, form), int(first), int(second)
    if form.order is Order.day_first:
        return year, two, one
    if form.order is Order.month_first:
        return year, one, two
    if one <= 12 and two <= 12 and one != two:
        raise DateError(
            f"{text!r} is day {one} of month {two}, or day {two} of month {one}: state the `order` in [dates], "
            "day first or month first"
        )
    return (year, two, one) if one > 12 or one == two else (year, one, two)


def _without_signs(text: str, form: DateForm) -> tuple[int, int, int]:
    if len(text) == 8 and form.order is not None:
        if form.order is Order.year_first:
            return int(text[:4]), int(text[4:6]), int(text[6:])
        one, two, year = int(text[:2]), int(text[2:4]), int(text[4:])
        return (year, two, one) if form.order is Order.day_first else (year, one, two)
    if len(text) == 5:
        raise DateError(f"{text} is the number by which a spreadsheet counts a day: give the cell the format of a date")
    raise DateError(f"{text!r} is a number: if it is a day, state the `order` in [dates]")


def _year(text: str, digits: str, form: DateForm) -> int:
    if len(digits) > 2:
        return int(digits)
    if form.first_year is None:
        raise DateError(f"{text!r} has a year of two digits: state the `first_year` of the hundred in [dates]")
    year = form.first_year - form.first_year % 100 + int(digits)
    return year if year >= form.first_year else year + 100


def _month(name: str, form: DateForm) -> int:
    known = {one.casefold(): number for one, number in form.months.items()}
    known = (dict(MONTHS) if form.calendar is Calendar.gregorian else {}) | known
    found = known.get(name.casefold().strip())
    if found is None:
        raise DateError(f"{name!r} is no month that is known here: say in [months] which it is, {name} = 5")
    return found


def _as_stated(form: DateForm) -> str:
    return f", read {form.order} as is stated" if form.order else ""
