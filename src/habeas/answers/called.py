"""Who is called so: everybody's names as a reader sees them, kept in this process, and gone on with after an entry.

They are read whole once; to ask the tables for a word within a name would read them whole at every letter.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from habeas.names.fold import words
from habeas.names.within import NameWords, name_words
from habeas.register import name_index, read
from habeas.register.name_index import Names
from habeas.register.read import View
from habeas.register.since import since as entered_since

from .joined import persons
from .kept import Kept, state

MOST = 3  # views of which the names are kept


class Called(NamedTuple):
    """The names of records and agents at a view, the last entry when they were read, and the words of everybody's."""

    seen: View
    names: Names
    stood: int
    book: NameWords

    def ids(self, places: NDArray[np.int32]) -> list[str]:
        """The persons who stand at these places."""
        return [self.book.people[place] for place in places.tolist()]

    def having(self, text: str, after: str = "") -> tuple[int, NDArray[np.int32]]:
        """How many persons have every word of `text` in one name, and the places of those who come after an id.

        All of them come after an id of nobody whom this reader meets.
        """
        found, stands = self.book.having(words(text)), self.names.stands
        if after not in stands:
            return len(found), found
        place = bisect_right(self.book.people, (stands[after], after), key=lambda one: (stands[one], one))
        return len(found), found[np.searchsorted(found, place) :]


_KEPT: Kept[Called] = Kept(MOST, goes_on=True)


def called(seen: View) -> Called:
    """The persons whom this reader may meet, by folded name and id, each with the names of every member."""
    stands = state()
    key = seen.ceiling if seen.at == stands[1] else seen

    def made() -> Called:
        with read.snapshot():
            names = _names(_KEPT.before(key), seen, stands[1].seq)
            return Called(seen, names, stands[1].seq, _book(names, seen))

    return _KEPT.get(stands, key, made)


def _names(before: Called | None, seen: View, stood: int) -> Names:
    since = entered_since(before.stood, stood, seen) if before else None
    if before is None or since is None:
        return name_index.of_everybody(seen)
    return name_index.followed_by(before.names, since.somebodies | since.named, seen)


def _book(names: Names, seen: View) -> NameWords:
    """Whoever stands for a person has the names of every member."""
    one_of, stands = persons(seen).representative, names.stands
    mine: dict[str, Sequence[str]] = {
        one: tuple(names.found_by.get(one, ())) for one in stands if one_of.get(one, one) == one
    }
    for one, first in one_of.items():
        if one != first and first in mine:
            mine[first] = (*mine[first], *names.found_by.get(one, ()))
    return name_words(sorted(mine, key=lambda one: (stands[one], one)), mine)
