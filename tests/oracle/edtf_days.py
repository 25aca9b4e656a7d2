"""Every day that an EDTF text allows, by trying each day of the years it can touch; None for an open end.

Slow and obvious: a day is written out and laid beside the mask, sign by sign. It shares no code with `habeas`.
Years 1 to 9998 are walked, since a winter runs on into the next.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

Bounds = tuple[date | None, date | None]

SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
SEASONS |= {"25": "spring", "26": "summer", "27": "autumn", "28": "winter"}
SEASONS |= {"29": "autumn", "30": "winter", "31": "spring", "32": "summer"}  # southern, by its northern name
WITHIN_A_YEAR = {"spring": ("03-01", "06-21"), "summer": ("06-01", "09-23"), "autumn": ("09-01", "12-22")}
MONTHS_OF = {"33": "01 02 03", "34": "04 05 06", "35": "07 08 09", "36": "10 11 12"}
MONTHS_OF |= {"37": "01 02 03 04", "38": "05 06 07 08", "39": "09 10 11 12"}
MONTHS_OF |= {"40": "01 02 03 04 05 06", "41": "07 08 09 10 11 12"}


def bounds(text: str) -> Bounds | None:
    """First and last day of a date, interval or set; None if it allows no day at all."""
    if text[0] in "[{":
        return hull(
            [bounds(member.replace("..", "/") if ".." in member else member) for member in text[1:-1].split(",")]
        )
    if "/" in text:
        first, last = text.split("/")
        return hull_of_ends(first, last)
    allowed = days(text)
    return (allowed[0], allowed[-1]) if allowed else None


def hull_of_ends(first: str, last: str) -> Bounds | None:
    """All days d for which some allowed first day is not after d and some allowed last day is not before it."""
    starts, ends = (None if end in ("", "..") else days(end) for end in (first, last))
    if starts == [] or ends == []:
        return None
    start, end = starts and starts[0], ends and ends[-1]
    return None if start and end and end < start else (start or None, end or None)


def hull(parts: list[Bounds | None]) -> Bounds | None:
    """First and last day over all members; None if one of them allows no day."""
    whole = [part for part in parts if part is not None]
    if len(whole) < len(parts):
        return None
    starts, ends = zip(*whole, strict=True)
    return (None if None in starts else min(starts), None if None in ends else max(ends))


@cache
def days(text: str) -> list[date]:
    """Every day that one date allows, in order."""
    mask = "".join(sign for sign in text if sign not in "?~%")
    years = [year for year in range(1, 9999) if fits(f"{year:04}", mask[:4])]
    return [day for year in years for day in days_from(year) if may_be(day, year, mask)]


def may_be(day: date, year: int, mask: str) -> bool:
    """Whether `day` is one that the mask allows, read as being of `year`."""
    part = mask[5:] if len(mask) == 7 else ""
    if part in SEASONS:
        return in_season(day, year, SEASONS[part])
    if day.year != year:
        return False
    if part in MONTHS_OF:
        return day.strftime("%m") in MONTHS_OF[part].split()
    return fits(day.isoformat()[: len(mask)], mask)


def in_season(day: date, year: int, season: str) -> bool:
    """Whether `day` is in that northern season of `year`; a winter begins in it and ends in the next."""
    month_and_day = day.isoformat()[5:]
    if season == "winter":
        return month_and_day >= "12-01" if day.year == year else day.year == year + 1 and month_and_day <= "03-21"
    first, last = WITHIN_A_YEAR[season]
    return day.year == year and first <= month_and_day <= last


def days_from(year: int) -> Iterator[date]:
    """Every day of `year` and of the next up to November, past the end of any winter."""
    day = date(year, 1, 1)
    while day.year == year or (day.year == year + 1 and day.month < 12):
        yield day
        day += timedelta(days=1)


def fits(written: str, mask: str) -> bool:
    """Whether the mask allows what is written: X stands for any digit, all else for itself."""
    return len(written) == len(mask) and all(sign in ("X", digit) for digit, sign in zip(written, mask, strict=True))
