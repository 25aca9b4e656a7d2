"""What a body may hold: named keys, each with a check. An unknown key, a missing one or a wrong value is refused.

A check takes a value and returns what is wrong with it, or nothing. Checks are built once and shared by every entry.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from .canonical import LARGEST

Check = Callable[[object], "Fault | None"]


class Fault(str):
    """What is wrong, as a sentence's end ("is 7: …"); `path` is the key under which it was found."""

    path: str = ""


class ShapeError(ValueError):
    """A body that does not have the shape of its kind; names the key."""


def fault(words: str, path: str = "") -> Fault:
    """A fault at `path` below the value that was checked."""
    made = Fault(words)
    made.path = path
    return made


def text(value: object) -> Fault | None:
    """Text that is not blank."""
    if isinstance(value, str) and value.strip():
        return None
    return fault("is empty: leave the key out" if value == "" else f"is {value!r}: text is expected")


def any_text(value: object) -> Fault | None:
    """Text, empty or not."""
    return None if isinstance(value, str) else fault(f"is {value!r}: text is expected")


def whole(least: int = 0) -> Check:
    """A whole number, at least `least`."""

    def check(value: object) -> Fault | None:
        if type(value) is int and least <= value <= LARGEST:
            return None
        return fault(f"is {value!r}: a whole number from {least} is expected")

    return check


def matching(pattern: str, what: str) -> Check:
    """Text that matches the whole pattern."""
    compiled = re.compile(pattern)

    def check(value: object) -> Fault | None:
        if isinstance(value, str) and compiled.fullmatch(value):
            return None
        return fault(f"is {value!r}: {what} is expected")

    return check


def one_of(words: type[StrEnum]) -> Check:
    """One of the words of a closed list."""
    known = {word.value for word in words}

    def check(value: object) -> Fault | None:
        if isinstance(value, str) and value in known:
            return None
        return fault(f"is {value!r}: one of {', '.join(word.value for word in words)} is expected")

    return check


def day(value: object) -> Fault | None:
    """A calendar day, YYYY-MM-DD."""
    try:
        if isinstance(value, str) and len(value) == 10:
            date.fromisoformat(value)
            return None
    except ValueError:
        pass
    return fault(f"is {value!r}: a day as YYYY-MM-DD is expected")


def list_of(check_item: Check, least: int = 0) -> Check:
    """A list whose every item passes."""

    def check(value: object) -> Fault | None:
        if not isinstance(value, list | tuple):
            return fault(f"is {value!r}: a list is expected")
        if len(value) < least:
            return fault(f"has {len(value)} items: at least {least} expected")
        for index, item in enumerate(value):
            found = check_item(item)
            if found is not None:
                return fault(str(found), f"[{index}]{_below(found)}")
        return None

    return check


def shape(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    """An object with these keys and no others."""
    checks = {**required, **(optional or {})}
    needed = frozenset(required)

    def check(value: object) -> Fault | None:
        if not isinstance(value, Mapping):
            return fault(f"is {value!r}: an object is expected")
        for key, item in value.items():
            check_item = checks.get(key)
            if check_item is None:
                return fault(f"is not a key that is kept here; known: {', '.join(sorted(checks))}", str(key))
            found = check_item(item)
            if found is not None:
                return fault(str(found), f"{key}{_below(found)}")
        return None if needed <= value.keys() else fault("is missing", min(needed.difference(value)))

    return check


def variant(key: str, shapes: Mapping[str, Check]) -> Check:
    """An object whose shape hangs on the word under `key`."""

    def check(value: object) -> Fault | None:
        word = value.get(key) if isinstance(value, Mapping) else None
        chosen = shapes.get(word) if isinstance(word, str) else None
        if chosen is None:
            return fault(f"is {word!r}: one of {', '.join(shapes)} is expected", key)
        return chosen(value)

    return check


some_id = matching(r"[0-9a-f]{32}|[0-9a-f]{64}", "an id (32 or 64 hex digits)")
decimal = matching(r"-?[0-9]+(\.[0-9]+)?", "a number as printed, in digits with a point")
country = matching(r"[A-Z]{2}", "a country code such as BY")
yes = matching(r"yes|no", "yes or no")
level = matching("public|partners|staff|sealed", "public, partners, staff or sealed")


def insist(check: Check, value: object, what: str) -> None:
    """Raise ShapeError naming `what` and the key if `value` does not pass."""
    found = check(value)
    if found is not None:
        where = f"{what}, `{found.path}`," if found.path else what
        raise ShapeError(f"{where} {found}")


def _below(found: Fault) -> str:
    if not found.path:
        return ""
    return found.path if found.path.startswith("[") else f".{found.path}"
