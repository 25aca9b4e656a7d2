"""Words that can be said in another language: an English text that knows the form it was made from and what was put in.

Everywhere they are the English text and nothing more; only a door that speaks another language looks at the form. So a
room can word what it found without knowing in which language it will be read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from .edtf import MONTHS


@dataclass(frozen=True, slots=True)
class Year:
    """A year, as a part of words: it has no thousands."""

    year: int

    def __str__(self) -> str:
        return str(self.year)


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a year, as a part of words: June 2024."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{MONTHS[self.month - 1]} {self.year}"


class Worded(str):
    """An English text. `form` has its parts in braces; with a `number`, `more` is the form for any number but one."""

    __slots__ = ("form", "more", "number", "parts")
    form: str
    more: str
    number: int | None
    parts: Mapping[str, Any]

    def __reduce__(self) -> tuple[Any, ...]:
        return _worded, (self.form, self.more, self.number, dict(self.parts))


def say(words: str, /, **parts: Any) -> Worded:
    """The form with its parts: days in words, whole numbers with thousands, anything else as it stands."""
    return _worded(words, "", None, parts)


def form(words: str) -> str:
    """Marks a form that stands in a table and is said later."""
    return words


def forms(one: str, more: str) -> tuple[str, str]:
    """Marks two forms, of one and of more, that stand in a table and are said later by a number."""
    return one, more


def say_many(one: str, more: str, number: int, /, **parts: Any) -> Worded:
    """One of two forms, by the number, which stands in both as {number}."""
    return _worded(one, more, number, {"number": number, **parts})


def filled(form: str, parts: Mapping[str, Any]) -> str:
    """A form with its parts; one without parts as it stands, braces and all."""
    return form.format_map(parts) if parts else form


def joined(words: str, some: Iterable[str]) -> str:
    """Several in a row, each put to those before it by a form of {one} and {more}; nothing of none."""
    first, *others = [*some] or [""]
    for more in others:
        first = say(words, one=first, more=more)
    return first


def in_a_row(some: Iterable[str]) -> str:
    """Several in a row, with a comma between them, which is that of the language where they are said again."""
    return joined("{one}, {more}", some)


def english(part: Any) -> str:
    """A part as English has it: 31 December 2025; 1,226."""
    if isinstance(part, date):
        return f"{part.day} {MONTHS[part.month - 1]} {part.year}"
    return f"{part:,}" if isinstance(part, int | Decimal) else str(part)


def _worded(one: str, more: str, number: int | None, parts: Mapping[str, Any]) -> Worded:
    chosen = one if number in (None, 1) else more
    made = Worded(filled(chosen, {name: english(part) for name, part in parts.items()}))
    made.form, made.more, made.number, made.parts = one, more, number, parts
    return made
