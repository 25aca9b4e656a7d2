"""Saying things in the language of a page: words from its catalogue, days and numbers as the language has them.

What rooms below have worded (`claims.wording`) is said here, part by part. A form may ask for a part in the case that
a month takes within it: {first:of} for "с июня 2024", where {first} would be "июнь 2024".
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache, reduce
from typing import Any

from babel import Locale
from django.utils.safestring import SafeString
from markupsafe import escape

from habeas.claims.wording import Month, Worded, Year, filled, form, joined

from .languages import ENGLISH, NAMES, way
from .marked import marked
from .spoken import gettext, language, ngettext

MINUS = "\u2212"
OF = "of"  # the case of a month that stands within other words
_SYSTEMS = {"fa": "arabext"}
_ROW = form("{one}, {more}")
_ISOLATE, _ISOLATED = "\u2066", "\u2069"
_OTHER_WAY = re.compile(
    r"(?=.*[A-Za-z\u0370-\u052F])[^\u0590-\u08FF]*"
)  # some letter from the left, none from the right
_TO_ARABIC = {first + one: str(one) for first in (0x660, 0x6F0) for one in range(10)}  # Arabic and Persian digits
_DAY = re.compile(r"(?P<day>[0-9]{1,2}) (?P<month>[^\W\d_]+) (?P<year>[0-9]{4})")


def tell(form: str, /, **parts: Any) -> str:
    """A form of words in the language of the page, with its parts as `local` has them."""
    return _filled(gettext(form) if form else "", parts)


def tell_many(one: str, more: str, number: int, /, **parts: Any) -> str:
    """The form that the language has for a number, which stands in it as {number}."""
    return _filled(ngettext(one, more, number), {"number": number, **parts})


def tell_html(form: str, /, **parts: Any) -> SafeString:
    """A form whose parts may be marked up; those that are not are escaped."""
    return marked(gettext(form), **parts)


def told(words: str) -> str:
    """Words of a room below in the language of the page; as they stand where they were not worded to be said again."""
    return _told(words, "")


def in_a_row(some: Iterable[str]) -> str:
    """Several in a row, with the comma of the language between them."""
    return told(joined(_ROW, some))


def comma() -> str:
    """The comma of the language."""
    return gettext(_ROW).removeprefix("{one}").removesuffix("{more}").strip()


def in_a_row_html(some: Iterable[str]) -> SafeString:
    """The same of parts that may be marked up; those that are not are escaped."""
    first, *others = [SafeString(escape(one)) for one in some] or [SafeString()]
    return reduce(lambda row, more: tell_html(_ROW, one=row, more=more), others, first)


def sentence(words: str) -> str:
    """Words of a room below, told, with a capital at their head."""
    return first_up(told(words))


def first_up(text: str) -> str:
    """A text with a capital at its head, where its script has capitals."""
    return f"{text[:1].upper()}{text[1:]}"


def local(part: Any, case: str = "") -> str:
    """A part of a form: a day or month in words, a whole number with its thousands, words that are told, or text."""
    if isinstance(part, Worded):
        return _told(part, case)
    if isinstance(part, Month):
        return month(part.year, part.month, case)
    if isinstance(part, Year):
        return digits(str(part))
    if isinstance(part, date):
        return day(part)
    return number(part) if isinstance(part, int) else _apart(str(part))


def day(value: date) -> str:
    """A day in words: 31 December 2025."""
    return digits(f"{value.day} {_months(language(), 'format')[value.month]} {value.year}")


def month(year: int, number: int, case: str = "") -> str:
    """A month in words: December 2025; as it stands alone, or in the case that it has beside a day."""
    return digits(f"{_months(language(), 'format' if case == OF else 'stand-alone')[number]} {year}")


def months_short() -> tuple[str, ...]:
    """The twelve months where there is little room: Jan, Feb."""
    short = Locale(language()).months["format"]["abbreviated"]
    return tuple(short[one].strip(".") for one in range(1, 13))


def number(value: int | str | Decimal) -> str:
    """A number with its thousands and a true minus, decimals as printed: 12,000.50."""
    written = f"{value if isinstance(value, int) else Decimal(value):,}"
    return written if written.isdecimal() and language() == ENGLISH else written.translate(_signs(language()))


def percent(share: float) -> str:
    """A share as a whole number of percent: 12%."""
    return tell("{percent}%", percent=number(f"{100 * share:.0f}"))


def digits(text: str) -> str:
    """A text with the digits of the language, and nothing else changed."""
    own = _digits(language())
    return text.translate(own) if own else text


def language_name(code: str) -> str:
    """The name of a language in the language of the page; nothing of one that is not known."""
    return str(Locale(language()).languages.get(code.replace("-", "_"), ""))


def as_iso(text: str) -> str:
    """A day written in the words of any language of the pages as YYYY-MM-DD; any other text as it stands."""
    found = _DAY.fullmatch(" ".join(text.translate(_TO_ARABIC).split()))
    months = _month_names().get(found["month"].lower()) if found else None
    return f"{found['year']}-{months:02}-{int(found['day']):02}" if found and months else text


class _Part:
    """A part that is put into a form, in the case that the form asks for."""

    def __init__(self, part: Any, case: str) -> None:
        self._part, self._case = part, case

    def __format__(self, case: str) -> str:
        return local(self._part, case or self._case)


def _apart(text: str) -> str:
    """Words of the record that are read the other way than the page, apart from what stands around them."""
    return f"{_ISOLATE}{text}{_ISOLATED}" if way(language()) == "rtl" and _OTHER_WAY.fullmatch(text) else text


def _filled(form: str, parts: Mapping[str, Any], case: str = "") -> str:
    return filled(form, {name: _Part(part, case) for name, part in parts.items()})


def _told(words: str, case: str) -> str:
    if not isinstance(words, Worded) or language() == ENGLISH:
        return str(words)
    form = gettext(words.form) if words.number is None else ngettext(words.form, words.more, words.number)
    return _filled(form, words.parts, case)


@lru_cache
def _month_names() -> Mapping[str, int]:
    """The number of a month by its name, in every language but English, beside a day or alone."""
    return {
        str(name).lower(): number
        for language in NAMES
        for where in ("format", "stand-alone")
        for number, name in Locale(language).months[where]["wide"].items()
    }


@lru_cache
def _months(language: str, where: str) -> Mapping[int, str]:
    return {number: str(name) for number, name in Locale(language).months[where]["wide"].items()}


@lru_cache
def _digits(language: str) -> dict[int, str]:
    """Persian digits in Persian; the Arabic ones of everybody else as they are."""
    return {ord("0") + one: chr(0x6F0 + one) for one in range(10)} if language == "fa" else {}


@lru_cache
def _signs(language: str) -> dict[int, str]:
    signs = Locale(language).number_symbols[_SYSTEMS.get(language, "latn")]
    minus = signs["minusSign"].replace("-", MINUS)
    return _digits(language) | {ord(","): signs["group"], ord("."): signs["decimal"], ord("-"): minus}
