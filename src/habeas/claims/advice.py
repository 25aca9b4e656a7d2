"""What to write instead of a date that cannot be read.

Every proposal is read before it is made, so that none is refused in its turn.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator

from .edtf import MONTHS, SEASONS, DateError, NoDayError, NoFormError, numbers, read

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


def reason(text: str, refusal: DateError) -> str:
    """Why `text` was refused, as a sentence that ends with what to write."""
    if isinstance(refusal, NoDayError):
        return _why_no_day(*refusal.args)
    if isinstance(refusal, NoFormError):
        part: str = refusal.args[0]
        return _advice(text) or _advice(part) or _general(part, "this" if part == text else shown(part))
    return str(refusal)


def _why_no_day(year: str, month: str | None, day: str | None) -> str:
    if year == "0000":
        return "there is no year 0000: years are 0001 to 9999"
    if month == "00":
        known = _readable(f"{year}-XX-{day}", year)[0]
        return f"there is no month 00: if the month is not known write {known}"
    if month and not any(numbers(month, 1, 12)):
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
        read(text)
    except DateError:
        return False
    return True


def shown(text: str) -> str:
    """The text as it can be shown in a message: not too long, and printable."""
    clipped = text if len(text) <= _ADVISED_LENGTH else text[:_ADVISED_LENGTH] + "…"
    return clipped if clipped.isprintable() and clipped.strip() else ascii(clipped)
