"""What every side of the search task gives: a way to find, and what it took to build."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import NamedTuple

TEN = 10


class Finder(NamedTuple):
    """`find` answers each query by itself with up to ten persons, the best first; `seconds` and `bytes` to build it."""

    title: str
    find: Callable[[Sequence[str]], list[list[str]]]
    seconds: float
    bytes: int
    close: Callable[[], None]


def first_persons(persons: Iterable[str]) -> list[str]:
    """The first ten that differ."""
    return list(islice(dict.fromkeys(persons), TEN))
