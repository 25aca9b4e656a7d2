"""Longer names that a known one stands in: the Trump administration is no person, the Minsk agreements are no place.

Tables of words (`longer.toml`) say what beside a name makes it part of a longer one; and which words before a name are
titles, which are no part of it.
"""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from habeas.names.in_text.placed import Placed, laid

Sex = Literal["female", "male"] | None
_HYPHENS = frozenset(("-", "‐", "–"))
_WIDTHS = (1, 3)  # of a hyphen, and of " & "
_NEAR = _HYPHENS | {""}


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words, whole ones and beginnings."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]

    def has(self, word: str) -> bool:
        """Whether a folded word is one of them."""
        return word in self.whole or word.startswith(self.beginnings)


@lru_cache(1 << 14)
def is_title(word: str) -> bool:
    """Whether a folded word is a title or a form of address, in one of the languages of the table."""
    return words("title", "words").has(word)


@lru_cache(1 << 14)
def sex_of_title(word: str) -> Sex:
    """Of whom a folded title is said: of women or of men alone, or None of both."""
    return "female" if words("title", "women").has(word) else "male" if words("title", "men").has(word) else None


def in_longer(text: Placed, first: int, last: int, kind: str) -> bool:
    """Whether the words `first` to `last`, a name of a person, place or body (`kind`), are part of a longer name."""
    count = len(text.starts)
    if last + 1 < count and _is_part(kind, "after", text.word(last + 1)) and text.between(last) in _NEAR:
        return True
    if first and _is_part(kind, "before", text.word(first - 1)) and text.between(first - 1) == "":
        return True
    if first and _is_part(kind, "abbreviated", text.word(first - 1)) and text.between(first - 1) == ".":
        return True
    if last + 1 < count and text.begins[last + 1] - text.finishes[last] in _WIDTHS and _is_firm(text, last):
        return True
    joins = words(kind, "joined").whole
    if joins and first > 1 and f"{text.word(first - 2)} {text.word(first - 1)}" in joins:
        return True
    return last + 1 < count and text.large[last + 1] > 0 and _of_institution(text, last)


def _is_firm(text: Placed, last: int) -> bool:
    """Whether a sign or a tied "and" joins another name to it: "Smith & Wesson", "Смит-и-Вессон"."""
    if text.near[last]:
        return False
    if text.between(last) == "&":
        return bool(text.large[last + 1])
    ands = words("firm", "joined").whole
    if last + 2 >= len(text.starts) or text.between(last) not in _HYPHENS or not text.large[last + 2]:
        return False
    return text.word(last + 1) in ands and text.between(last + 1) in _HYPHENS


@lru_cache(1 << 16)
def _is_part(kind: str, where: str, word: str) -> bool:
    return words(kind, where).has(word)


def _of_institution(text: Placed, last: int) -> bool:
    for number in range(last + 1, min(last + 5, len(text.starts))):
        if text.between(number - 1) or not text.large[number]:
            return False
        if _is_part("institution", "after", text.word(number)):
            return True
    return False


@cache
def words(of: str, where: str) -> Words:
    """A list of the table, folded."""
    listed: list[str] = _table()[of].get(where, [])
    return Words(
        frozenset(laid(one) for one in listed if not one.endswith("*")),
        tuple(laid(one.removesuffix("*")) for one in listed if one.endswith("*")),
    )


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files(__package__) / "longer.toml").read_text(encoding="utf-8"))
