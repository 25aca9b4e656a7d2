"""Days of other calendars as days of ours; the words stay with the date as they stood.

Jalali (Solar Hijri) goes through persiantools, Hijri by the Umm al-Qura tables through hijridate; the civil (tabular)
Hijri calendar has thirty-year cycles of leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29, from 16 July 622 Julian.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from enum import StrEnum

from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

from habeas.claims.when import DateError

_CIVIL_EPOCH = date(622, 7, 19).toordinal()  # 16 July 622 Julian, in our calendar
_MONTHS = 12


class Calendar(StrEnum):
    """In which calendar a list writes its days. Of Hijri, which one is stated: they differ by a day or two."""

    gregorian = "gregorian"
    jalali = "jalali"
    hijri_umm_al_qura = "hijri umm al-qura"
    hijri_civil = "hijri civil"


# The years that are read. Jalali: in which the rule of 33 years and the equinox at Tehran agree on every new year.
YEARS: Mapping[Calendar, range] = {
    Calendar.gregorian: range(1000, 2200),
    Calendar.jalali: range(1277, 1498),
    Calendar.hijri_umm_al_qura: range(1365, 1501),  # before, the tables have months of 28 and 31 days
    Calendar.hijri_civil: range(1, 1600),
}


def first_day(calendar: Calendar, year: int, month: int = 1, day: int = 1) -> date:
    """The day of ours on which a day of another calendar falls; raises DateError where it has no such day."""
    if year not in YEARS[calendar]:
        known = YEARS[calendar]
        raise DateError(f"{year} is no year of the calendar {calendar} that is read here ({known[0]} to {known[-1]})")
    try:
        return _DAY[calendar](year, month, day)
    except (ValueError, OverflowError):
        raise DateError(f"the calendar {calendar} has no day {year}-{month:02}-{day:02}") from None


def last_day(calendar: Calendar, year: int, month: int | None = None) -> date:
    """The last day of a year, or of a month of it."""
    after = (year + 1, 1) if month is None or month == _MONTHS else (year, month + 1)
    if after[0] not in YEARS[calendar]:
        raise DateError(f"the end of {year} is not known here in the calendar {calendar}: write the days")
    return first_day(calendar, *after) - timedelta(days=1)


def _civil(year: int, month: int, day: int) -> date:
    if not (1 <= month <= _MONTHS and 1 <= day <= 29 + (month % 2 or (month == _MONTHS and _civil_leap(year)))):
        raise ValueError
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_CIVIL_EPOCH + before + day - 1)


def _civil_leap(year: int) -> bool:
    return (11 * year + 14) % 30 < 11


_DAY: Mapping[Calendar, Callable[[int, int, int], date]] = {
    Calendar.gregorian: date,
    Calendar.jalali: lambda year, month, day: JalaliDate(year, month, day).to_gregorian(),  # type: ignore[no-untyped-call]  # it tells no types
    Calendar.hijri_umm_al_qura: lambda year, month, day: Hijri(year, month, day).to_gregorian(),
    Calendar.hijri_civil: _civil,
}
