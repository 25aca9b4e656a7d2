"""Finding whoever has a name with words in it: everybody's folded names, word by word, for as many as there are.

A word that is sought may stand anywhere in a word of a name; all that are sought must stand in the same name.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class NameWords:
    """The words of the names of `people`, who stand in the order of an index.

    `text` has each word once, between line breaks; word number n begins at `starts[n]`, and stands in the names
    `names[begins[n]:begins[n + 1]]`. A name's number leads to whose it is: `whose`, the place in `people`.
    """

    people: Sequence[str]
    text: str
    starts: NDArray[np.int64]
    begins: NDArray[np.int64]
    names: Places
    whose: Places

    def having(self, sought: Sequence[str]) -> Places:
        """The places of those of whom one name has every word that is sought, ascending; of everybody without words."""
        if not sought:
            return np.arange(len(self.people), dtype=np.int32)
        found = self._with(sought[0])
        for word in sought[1:]:
            found = np.intersect1d(found, self._with(word), assume_unique=True)
        return np.unique(self.whose[found])

    def _with(self, sought: str) -> Places:
        """The numbers of the names that have this in a word of theirs, ascending."""
        words = np.searchsorted(self.starts, np.fromiter(_within(self.text, sought), np.int64), "right") - 1
        some = [self.names[self.begins[word] : self.begins[word + 1]] for word in words.tolist()]
        return np.unique(np.concatenate(some)) if some else np.empty(0, np.int32)


def name_words(people: Sequence[str], names: Mapping[str, Sequence[str]]) -> NameWords:
    """The words of everybody's names, folded; `people` are the ids in the order of the index, and `names` has each."""
    of_word: dict[str, list[int]] = {}
    whose: list[int] = []
    for place, one in enumerate(people):
        for name in names[one]:
            for word in set(name.split()):
                of_word.setdefault(word, []).append(len(whose))
            whose.append(place)
    sizes = np.fromiter((len(some) for some in of_word.values()), np.int64, len(of_word))
    lengths = np.fromiter((len(word) + 1 for word in of_word), np.int64, len(of_word))
    return NameWords(
        people,
        "".join(f"\n{word}" for word in of_word) + "\n",
        np.cumsum(lengths) - lengths,
        np.concatenate([[0], np.cumsum(sizes)]),
        np.fromiter((name for some in of_word.values() for name in some), np.int32, int(sizes.sum())),
        np.array(whose, np.int32),
    )


def _within(text: str, sought: str) -> Iterator[int]:
    """Where it stands in the text, once in each line."""
    place = text.find(sought)
    while place >= 0:
        yield place
        place = text.find(sought, text.find("\n", place))
