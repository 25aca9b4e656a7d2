"""An uncertain date: the words as they stood, an EDTF text, and the first and last day that text allows.

The bounds are always those of the EDTF text, so no day is ever invented. Doubt (? ~ %) is kept and shown, and widens
nothing. A date also says whether it means some day within its bounds or all of them, and what happened then.
"""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from . import advice, edtf
from .edtf import CROSSES_NEW_YEAR, MARKS, OPEN, DateError, Span, components, members
from .wording import Month, Year, form, say

__all__ = [
    "MOVES_A_SPELL",
    "DateError",
    "Extent",
    "Meaning",
    "Span",
    "When",
    "day_within",
    "parse_edtf",
    "since_within",
]


class Extent(StrEnum):
    """Whether some day within the bounds is meant, or every day throughout them."""

    within = "within"
    throughout = "throughout"


class Meaning(StrEnum):
    """What the date is the date of."""

    happened = "happened"
    as_of = "as_of"
    window = "window"
    state_seen = "state_seen"
    decided = "decided"
    planned_end = "planned_end"
    announced = "announced"
    issued = "issued"
    effective = "effective"
    published = "published"
    born = "born"
    found = "found"
    identified = "identified"
    told = "told"


MOVES_A_SPELL = frozenset({Meaning.happened, Meaning.state_seen})


@lru_cache(maxsize=2**15)
def parse_edtf(text: str) -> Span:
    """The first and last day that an EDTF text allows; raises DateError, which says what to write instead."""
    try:
        return edtf.read(text)
    except DateError as refusal:
        raise DateError(f"{advice.shown(text)}: {advice.reason(text, refusal)}") from None


@dataclass(frozen=True, slots=True)
class When:
    """An uncertain date. `earliest` and `latest` are those of `edtf` (None is open), or DateError is raised."""

    original: str
    edtf: str
    earliest: date | None
    latest: date | None
    extent: Extent
    meaning: Meaning

    def __post_init__(self) -> None:
        if not self.original.strip() or "\0" in self.original:
            raise DateError(f"the original words are {self.original!r}: give them as they stand, or leave them out")
        span = parse_edtf(self.edtf)
        if (self.earliest, self.latest) != (span.earliest, span.latest):
            raise DateError(
                f"{self.edtf} allows {_bounds(span.earliest, span.latest)}, but earliest and latest say "
                f"{_bounds(self.earliest, self.latest) or 'nothing'}: make them agree (When.of works them out)"
            )

    @classmethod
    def of(
        cls,
        edtf: str,
        *,
        original: str | None = None,
        meaning: Meaning = Meaning.happened,
        extent: Extent = Extent.within,
    ) -> "When":
        """The date that an EDTF text writes; `original` is kept exactly, and is the EDTF text where none is given."""
        span = parse_edtf(edtf.strip())
        return cls(edtf if original is None else original, edtf.strip(), span.earliest, span.latest, extent, meaning)

    @classmethod
    def from_dict(cls, kept: Mapping[str, str]) -> "When":
        """The date that `as_dict` wrote; raises DateError for any other body, saying why."""
        if missing := [name for name in ("original", "edtf", "extent", "meaning") if name not in kept]:
            raise DateError(f"a date lacks {', '.join(missing)}: a date has original, edtf, extent and meaning")
        return cls(
            kept["original"],
            kept["edtf"],
            _day(kept, "earliest"),
            _day(kept, "latest"),
            _word(Extent, kept, "extent"),
            _word(Meaning, kept, "meaning"),
        )

    def as_dict(self) -> dict[str, str]:
        """The date as it is kept: days as YYYY-MM-DD, and an open end is a key left out."""
        kept = {"original": self.original, "edtf": self.edtf, "extent": str(self.extent), "meaning": str(self.meaning)}
        days = {"earliest": self.earliest, "latest": self.latest}
        return kept | {name: day.isoformat() for name, day in days.items() if day}

    @property
    def certain(self) -> bool:
        """Whether only one day is possible; a mark of doubt does not change that."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def marks(self) -> str:
        """The marks of doubt (? ~ %) in the order in which they first stand, each once."""
        return _marks(self.edtf)

    def plain(self) -> str:
        """The date in words for a page, such as "June 2024, approximately" or "since 9 August 2020"."""
        if self.edtf[0] in "[{":
            return _set_words(self.edtf)
        if "/" in self.edtf:
            first, _, last = self.edtf.partition("/")
            return _range_words(_inner_words(first), _inner_words(last), self.extent)
        words = _noted(*_words_and_notes(self.edtf))
        whole = self.extent is Extent.throughout and not self.certain and "X" not in self.edtf
        return say("throughout {words}", words=words) if whole else words


def day_within(first: date, last: date) -> str:
    """A day of which the first and the last possible are known, in words; the first is `date.min` where nobody says.

    Every page says it so: "9 August 2020", "August 2020", "2020", "between 9 August 2020 and 11 September 2020".
    """
    if first == date.min:
        return say("some day up to {last}", last=last)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return say("{year}", year=Year(first.year))
    if first.replace(day=monthrange(first.year, first.month)[1]) == last and first.day == 1:
        return say("{month}", month=Month(first.year, first.month))
    return _bounds(first, last)


def since_within(first: date, last: date) -> str:
    """Since such a day: "since August 2020", "since some day between 9 August 2020 and 11 September 2020"."""
    within = day_within(first, last)
    if within.startswith("between "):
        return say("since some day between {first} and {last}", first=first, last=last)
    return say("since {first}", first=within)


_DOUBT: Mapping[str, Sequence[str]] = {"": (), "?": (say("uncertain"),), "~": (say("approximately"),)}
_BOTH = (say("uncertain and approximate"),)
_NOT_KNOWN = {"month": say("month not known"), "day": say("day not known")}
_PARTS_OF_A_YEAR = dict(
    enumerate(
        (
            *(form("spring {year}"), form("summer {year}"), form("autumn {year}"), form("winter {year}")),
            *(form("northern spring {year}"), form("northern summer {year}")),
            *(form("northern autumn {year}"), form("northern winter {year}")),
            *(form("southern spring {year}"), form("southern summer {year}")),
            *(form("southern autumn {year}"), form("southern winter {year}")),
            *(form("the first quarter of {year}"), form("the second quarter of {year}")),
            *(form("the third quarter of {year}"), form("the fourth quarter of {year}")),
            *(form("the first third of {year}"), form("the second third of {year}"), form("the third third of {year}")),
            *(form("the first half of {year}"), form("the second half of {year}")),
        ),
        start=21,
    )
)

_Word = TypeVar("_Word", bound=StrEnum)


def _word(words: type[_Word], kept: Mapping[str, str], name: str) -> _Word:
    try:
        return words(kept[name])
    except ValueError:
        raise DateError(f"{name} is {kept[name]!r}: write one of {', '.join(words)}") from None


def _day(kept: Mapping[str, str], name: str) -> date | None:
    if name not in kept:
        return None
    day = parse_edtf(kept[name]).earliest
    if day is None or day.isoformat() != kept[name]:
        raise DateError(f"{name} is {kept[name]!r}: write one day, such as 2021-03-04")
    return day


def _marks(text: str) -> str:
    return "".join(dict.fromkeys(sign for sign in text if sign in MARKS))


def _set_words(text: str) -> str:
    within = text[0] == "["
    words, *others = (_member_words(*one, Extent.within if within else Extent.throughout) for one in members(text))
    if not others:
        return words
    for more in others[:-1]:
        words = say("{one}, {more}", one=words, more=more)
    if within:
        return say("{one} or {more}", one=words, more=others[-1])
    return say("{one} and {more}", one=words, more=others[-1])


def _member_words(first: str, last: str, extent: Extent) -> str:
    return _inner_words(first) if first == last else _range_words(_inner_words(first), _inner_words(last), extent)


def _range_words(first: str, last: str, extent: Extent) -> str:
    first, last = (say("some day {end}", end=end) if end.startswith("between ") else end for end in (first, last))
    if not first:
        return say("until {last}", last=last)
    if not last:
        return say("since {first}", first=first)
    if extent is Extent.within:
        return say("between {first} and {last}", first=first, last=last)
    return say("from {first} to {last}", first=first, last=last)


def _inner_words(text: str) -> str:
    if text in OPEN:
        return ""
    words, *notes = _words_and_notes(text)
    return say("{words} ({note})", words=words, note=_noted(*notes)) if notes else words


def _noted(words: str, *notes: str) -> str:
    """Words with what is noted of them."""
    for note in notes:
        words = say("{words}, {note}", words=words, note=note)
    return words


def _words_and_notes(text: str) -> list[str]:
    year, month, day = components(text)
    return [*_date_words(text, year, month, day), *_DOUBT.get(_marks(text), _BOTH)]


def _date_words(text: str, year: str, month: str | None, day: str | None) -> list[str]:
    """What is known of one date, and after it which part is not."""
    if year.isdecimal() and month in (None, "XX") and day in (None, "XX"):
        return [say("{year}", year=Year(int(year))), *_not_known(month=month, day=day)]
    if year.isdecimal() and month and month.isdecimal() and day in (None, "XX"):
        return [_part_words(int(year), int(month)), *_not_known(day=day)]
    if year[:3].isdecimal() and year[3] == "X" and month is None:
        return [say("the {decade}s", decade=Year(10 * int(year[:3]))), say("year not known")]
    span = parse_edtf(text)
    return [_bounds(span.earliest, span.latest)]


def _not_known(**parts: str | None) -> Sequence[str]:
    """The smallest part that is written XX."""
    return [_NOT_KNOWN[name] for name, part in parts.items() if part == "XX"][-1:]


def _part_words(year: int, month: int) -> str:
    if month <= 12:
        return say("{month}", month=Month(year, month))
    words = say(_PARTS_OF_A_YEAR[month], year=Year(year))
    return say("{words} to {year}", words=words, year=Year(year + 1)) if month in CROSSES_NEW_YEAR else words


def _bounds(earliest: date | None, latest: date | None) -> str:
    first, last = _day_words(earliest), _day_words(latest)
    return first if first == last else _range_words(first, last, Extent.within)


def _day_words(day: date | None) -> str:
    return say("{day}", day=day) if day else ""
