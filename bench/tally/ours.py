"""The engine under measure, by the functions that the answers call: a table of claims, its rectangles, their book."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np

from habeas.claims.act import CustodyState
from habeas.custody.standing import Population
from habeas.custody.whereabouts import Asked
from habeas.tally.book import Book, book_of
from habeas.tally.ordinary import rectangles_of
from habeas.tally.rule import Rule
from habeas.tally.table import NOT_STATED, Acts, Profile, Table

from .clock import clock
from .generate import REGIONS, Drawn

BY = ("state", "sex", "region")
RULE = Rule(
    name="in custody",
    version=1,
    sentence="Counts each person who at the end of the day is in any custody state.",
    quantity="stock",
    unit="persons",
    population=Population(frozenset(CustodyState)),
)


@dataclass(frozen=True)
class Ours:
    """A table, its book, and the seconds that it took to derive the rectangles and to make the book of them."""

    table: Table
    book: Book
    deriving: float
    indexing: float


class _Ids(Sequence[str]):
    """The ids of so many things, made when they are asked for."""

    def __init__(self, letter: str, size: int) -> None:
        self._letter, self._size = letter, size

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[str]:
        return (f"{self._letter}{one}" for one in range(self._size))

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        if isinstance(place, slice):
            return [f"{self._letter}{one}" for one in range(self._size)[place]]
        return f"{self._letter}{range(self._size)[place]}"


def built(drawn: Drawn) -> Ours:
    """The engine over these claims."""
    table = table_of(drawn)
    begun = clock()
    derived = rectangles_of(table, Asked())
    derived_by = clock()
    book = book_of(derived)
    return Ours(table, book, derived_by - begun, clock() - derived_by)


def table_of(drawn: Drawn) -> Table:
    """The claims as the register's snapshot has them."""
    people = len(drawn.sex)
    size = drawn.size
    acts = Acts(
        person_start=np.searchsorted(drawn.person, np.arange(people + 1)),
        claim=np.arange(size, dtype=np.int32),
        order=drawn.order,
        known=drawn.known.astype(np.int32),
        known_to=drawn.known_to.astype(np.int32),
        first=drawn.first.astype(np.int32),
        last=drawn.last.astype(np.int32),
        act=drawn.act.astype(np.int8),
        state=np.full(size, NOT_STATED, dtype=np.int8),
        denied=np.zeros(size, dtype=np.bool_),
        row=np.full(size, -1, dtype=np.int32),
    )
    profile = drawn.sex.astype(np.int32) * REGIONS + drawn.region
    return Table(_Ids("p", people), _Ids("c", size), acts, profiles=PROFILES, profile=profile)


def _profile(sex: str | None, region: str) -> Profile:
    told = (("region", (region,), region),)
    return (*told, ("sex", (sex,), sex)) if sex else told


PROFILES = tuple(_profile(sex, f"r{region:02}") for sex in ("f", "m", None) for region in range(REGIONS))
