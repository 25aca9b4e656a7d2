"""The one way a body is written as text: the exact bytes that are hashed.

Keys ASCII and sorted, no spaces, nothing escaped that JSON does not require, strings in NFC; objects, arrays,
strings and integers within ±(2^53 - 1), nothing else. The same value gives the same text on every machine, for ever.
"""

import json
from collections.abc import Mapping, Sequence
from unicodedata import is_normalized, normalize

LARGEST = 2**53 - 1

Value = str | int | Sequence["Value"] | Mapping[str, "Value"]
Body = dict[str, "Value"]


class CanonicalError(ValueError):
    """A value that cannot be written in the canonical form; says where it stands and why."""


def canonical(value: Value) -> str:
    """The canonical JSON text of `value`; raises CanonicalError for anything outside the form."""
    return json.dumps(_checked(value, ""), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def clean(text: str, where: str = "") -> str:
    """`text` in NFC; raises CanonicalError for U+0000 and lone surrogates, which no database keeps alike."""
    if "\0" in text:
        raise CanonicalError(f"{where or 'text'} holds the character U+0000: remove it")
    if not text.isascii():
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise CanonicalError(f"{where or 'text'} holds half a character (a lone surrogate): save the file as UTF-8")
        if not is_normalized("NFC", text):
            return normalize("NFC", text)
    return text


def _checked(value: Value, where: str) -> Value:
    kind = type(value)
    if kind is str:
        return clean(value, where)  # type: ignore[arg-type]
    if kind is int:
        return _whole(value, where)  # type: ignore[arg-type]
    if isinstance(value, Mapping):
        return {_key(key, where): _checked(item, f"{where}.{key}" if where else key) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_checked(item, f"{where}[{index}]") for index, item in enumerate(value)]
    if isinstance(value, str):  # a StrEnum is written as its value
        return clean(str(value), where)
    raise CanonicalError(
        f"{where or 'value'} is a {kind.__name__}: only text, whole numbers, lists and objects are kept"
    )


def _whole(value: int, where: str) -> int:
    if not -LARGEST <= value <= LARGEST:
        raise CanonicalError(f"{where or 'number'} is {value}: whole numbers are kept within ±(2^53 - 1)")
    return value


def _key(key: str, where: str) -> str:
    if not (isinstance(key, str) and key.isascii()):
        raise CanonicalError(f"{where or 'object'} has the key {key!r}: keys are ASCII")
    return key
