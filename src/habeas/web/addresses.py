"""Where a page is: its address in the language of the reader, of which a page has scores.

To look an address up takes long; so it is remembered, and of one with ids in it how it is made of them.
"""

import re
from functools import lru_cache

from django.urls import get_script_prefix, reverse

_ID = re.compile("[0-9a-f]{32}")


def url(name: str, *parts: str) -> str:
    """The address of a page by its name and what stands in it."""
    if parts and all(map(_ID.fullmatch, parts)):
        return _of_ids(get_script_prefix(), name, len(parts)).format(*parts)
    return _looked_up(get_script_prefix(), name, parts)


@lru_cache(256)
def _of_ids(prefix: str, name: str, many: int) -> str:
    """The address as a form, with {} where an id stands."""
    marks = [f"{number:032x}" for number in range(many)]
    address = _looked_up(prefix, name, tuple(marks)).replace("{", "{{").replace("}", "}}")
    for mark in marks:
        address = address.replace(mark, "{}", 1)
    return address


@lru_cache(4096)
def _looked_up(prefix: str, name: str, parts: tuple[str, ...]) -> str:
    """By the prefix that is spoken now, which stands before the address."""
    return reverse(name, args=parts)
