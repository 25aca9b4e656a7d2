"""The one way a body is written as text: the exact bytes that are hashed.

Keys ASCII and sorted, no spaces, nothing escaped that JSON does not require, strings in NFC; objects, arrays,
strings and integers within ±(2^53 - 1), nothing else. The same value gives the same text on every machine, for ever.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any
from unicodedata import is_normalized, normalize

LARGEST = 2**53 - 1

Value = str | int | Sequence["Value"] | Mapping[str, "Value"]
Body = dict[str, Any]  # whose values are Values: `canonical` refuses any other


_SURROGATE = re.compile("[\ud800-\udfff]")
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class CanonicalError(ValueError):
    """A value that cannot be written in the canonical form; says where it stands and why."""

    def __init__(self, why: str, where: str = "") -> None:
        super().__init__(f"{where or 'the value'} {why}")
        self.why, self.where = why, where

    def under(self, place: str) -> "CanonicalError":
        """The same fault, seen from the object or list that holds the value at `place`."""
        dot = "." if self.where and not self.where.startswith("[") else ""
        return CanonicalError(self.why, f"{place}{dot}{self.where}")


def canonical(value: Value) -> str:
    """The canonical JSON text of `value`; raises CanonicalError for anything outside the form."""
    return _ENCODER.encode(_checked(value))


def canonical_body(value: Value) -> str:
    """The canonical text of a body that has passed its shape, or of an id's parts: the same as `canonical`, sooner.

    It holds text, whole numbers, lists and objects and nothing else, so only the letters are left to look at, all at
    once; where anything stands out, `canonical` looks at each.
    """
    text = _ENCODER.encode(value)
    plain = text.isascii() or (is_normalized("NFC", text) and not _SURROGATE.search(text))
    return text if plain and "\\u0000" not in text else canonical(value)


def clean(text: str) -> str:
    """`text` in NFC; raises CanonicalError for U+0000 and lone surrogates, which no database keeps alike."""
    if "\0" in text:
        raise CanonicalError("holds the character U+0000: remove it")
    if not text.isascii():
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise CanonicalError("holds half a character (a lone surrogate): save the file as UTF-8")
        if not is_normalized("NFC", text):
            return normalize("NFC", text)
    return text


def _checked(value: object) -> object:
    if isinstance(value, str):  # a StrEnum is written as its value
        return clean(str(value))
    if type(value) is int:
        return _whole(value)
    if isinstance(value, dict | Mapping):
        return _object(value)
    if isinstance(value, list | tuple):
        return _list(value)
    raise CanonicalError(f"is a {type(value).__name__}: only text, whole numbers, lists and objects are kept")


def _object(value: Mapping[object, object]) -> dict[str, object]:
    made: dict[str, object] = {}
    for key, item in value.items():
        if not (isinstance(key, str) and key.isascii()):
            raise CanonicalError(f"has the key {key!r}: keys are ASCII")
        if type(item) is str and item.isascii() and "\0" not in item:  # nearly every value; nothing to be done to it
            made[key] = item
            continue
        try:
            made[key] = _checked(item)
        except CanonicalError as error:
            raise error.under(key) from None
    return made


def _list(value: Sequence[object]) -> list[object]:
    made: list[object] = []
    for index, item in enumerate(value):
        try:
            made.append(_checked(item))
        except CanonicalError as error:
            raise error.under(f"[{index}]") from None
    return made


def _whole(value: int) -> int:
    if not -LARGEST <= value <= LARGEST:
        raise CanonicalError(f"is {value}: whole numbers are kept within ±(2^53 - 1)")
    return value
