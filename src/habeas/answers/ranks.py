"""Where each of many stands among all in their order, kept right while more of them come."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]
Key = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Ranks:
    """The keys in their order, each once; the rank of a key is its place."""

    keys: Sequence[Key]

    def of(self, some: Sequence[Key]) -> Ints:
        """The rank of each of some keys that are all here."""
        return np.array([bisect_left(self.keys, key) for key in some], dtype=np.int32)

    def more(self, some: Iterable[Key]) -> tuple["Ranks", Ints]:
        """These with more keys, and by old rank the new one."""
        new = sorted(key for key in set(some) if not self._has(key))
        places = [bisect_left(self.keys, key) for key in new]
        moved = np.arange(len(self.keys), dtype=np.int32)
        moved += np.searchsorted(np.array(places, dtype=np.int64), moved, side="right").astype(np.int32)
        keys = list(self.keys)
        for place, key in reversed(list(zip(places, new, strict=True))):
            keys.insert(place, key)
        return Ranks(keys), moved

    def _has(self, key: Key) -> bool:
        place = bisect_left(self.keys, key)
        return place < len(self.keys) and self.keys[place] == key


def ranked(keys: Mapping[str, Key], column: Sequence[str]) -> tuple[Ranks, Ints]:
    """The ranks of the keys, and the rank of each in a column of whatever they are the keys of."""
    order = sorted(set(keys.values()))
    place = {key: rank for rank, key in enumerate(order)}
    return Ranks(order), np.array([place[keys[one]] for one in column], dtype=np.int32)
