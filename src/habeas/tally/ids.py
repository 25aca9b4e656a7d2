"""Ids by number, in the order in which they were first met: they keep their numbers when more of them come.

Those that came later share the list and the numbers with those before, which do not see them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from threading import Lock
from typing import overload

import numpy as np
import numpy.typing as npt


class Ids(Sequence[str]):
    """Ids, each once."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._every = list(ids)
        self._place = {one: number for number, one in enumerate(self._every)}
        self._size, self._lock = len(self._every), Lock()

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self._every[number] for number in range(self._size)[place]]
        if not -self._size <= place < self._size:
            raise IndexError(place)
        return self._every[place if place >= 0 else self._size + place]

    def __iter__(self) -> Iterator[str]:
        return iter(self._every[: self._size])

    @property
    def number(self) -> Mapping[str, int]:
        """The number of each id."""
        return _Numbers(self, self._place)

    def numbers(self, ids: Iterable[str]) -> npt.NDArray[np.int32]:
        """The numbers of some of them; raises KeyError for another id."""
        return np.array([self._place[one] for one in ids], dtype=np.int32)

    def followed_by(self, ids: Iterable[str]) -> "Ids":
        """These, and after them those of `ids` that are new."""
        found = object.__new__(Ids)
        found._every, found._place, found._lock = self._every, self._place, self._lock
        with self._lock:
            for one in ids:
                if one not in self._place:
                    self._place[one] = len(self._every)
                    self._every.append(one)
            found._size = len(self._every)
        return found

    def follows(self, before: Sequence[str]) -> bool:
        """Whether the ids before have the numbers here that they had there."""
        return isinstance(before, Ids) and before._every is self._every


class _Numbers(Mapping[str, int]):
    def __init__(self, ids: Ids, place: Mapping[str, int]) -> None:
        self._ids, self._place = ids, place

    def __getitem__(self, one: str) -> int:
        found = self._place[one]
        if found >= len(self._ids):
            raise KeyError(one)
        return found

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)
