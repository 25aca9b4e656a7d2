"""A table of names in memory: who has a name with words in it, and the rows by which `ranking` finds who has one near.

It is made once, of everybody. What became of a few is laid over it, so that after an entry nothing is made again.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from .fold import fold
from .keys import rows

Numbers = NDArray[np.int32]
Keyed = Callable[[Collection[str]], Iterable[tuple[str, str, str]]]
MOST_OVER = 2000  # who stand otherwise than in the table beneath: beyond them it is made anew


@dataclass(frozen=True, eq=False)
class Lists:
    """For each word, by its number, a list of whole numbers: `every[begins[n]:begins[n + 1]]`, ascending."""

    numbers: Mapping[str, int]
    begins: NDArray[np.int64]
    every: Numbers

    def size(self, word: str) -> int:
        """How many numbers the list of a word has."""
        number = self.numbers.get(word)
        return 0 if number is None else int(self.begins[number + 1] - self.begins[number])

    def of(self, words: Iterable[int]) -> Numbers:
        """The lists of some words, as one, ascending and each number once."""
        some = [self.every[self.begins[word] : self.begins[word + 1]] for word in words]
        return np.unique(np.concatenate(some)) if some else np.empty(0, np.int32)


@dataclass(frozen=True, eq=False)
class Packed:
    """The names of some people, by their number in `people`.

    `text` has every folded word between line breaks, word number n at `starts[n]`; `within` the names that have it, and
    `whose` to whom a name belongs. `near` has by word the rows that `keys.rows` gives: each of somebody (`row_whose`),
    with the bones of another word (`row_beside`, a number in `bones`) and the form (`row_form`, a place in `forms`).
    """

    people: Sequence[str]
    text: str
    starts: NDArray[np.int64]
    within: Lists
    whose: Numbers
    near: Lists
    bones: Mapping[str, int]
    forms: Sequence[str]
    row_whose: Numbers
    row_beside: Numbers
    row_form: Numbers

    def having(self, sought: Sequence[str]) -> Numbers:
        """Those of whom one name has every word that is sought, each within a word of it."""
        found = self._with(sought[0])
        for word in sought[1:]:
            found = np.intersect1d(found, self._with(word), assume_unique=True)
        return np.unique(self.whose[found])

    def _with(self, sought: str) -> Numbers:
        places = np.fromiter(_within(self.text, sought), np.int64)
        return self.within.of((np.searchsorted(self.starts, places, "right") - 1).tolist())

    def rows(self, words: Iterable[str], beside: Collection[str] | None = None) -> Numbers:
        """The rows that have one of the words, and one of the bones beside it."""
        found = self.near.of(self.near.numbers[word] for word in words if word in self.near.numbers)
        if beside is None:
            return found
        wanted = np.zeros(len(self.bones), bool)
        wanted[[self.bones[one] for one in beside if one in self.bones]] = True
        return found[wanted[self.row_beside[found]]]

    def told(self, some: Numbers) -> Iterator[tuple[str, str]]:
        """Whose each of these rows is, and the form of the name."""
        for row in some.tolist():
            yield self.people[self.row_whose[row]], self.forms[self.row_form[row]]


@dataclass(frozen=True, eq=False)
class NameTable:
    """Everybody's names: those beneath, but of people who have `moved` (and are `gone` from there) as they are now.

    `keyed` gives the rows (key, word, of) that have one of some search keys, as `ranking` asks them.
    """

    keyed: Keyed = field(repr=False)
    beneath: Packed
    moved: frozenset[str]
    gone: NDArray[np.bool_]
    over: Packed

    def having(self, sought: Sequence[str]) -> list[str]:
        """Those of whom one name has every word that is sought, folded, each within a word of it."""
        beneath, over = self.beneath.having(sought), self.over.having(sought)
        found = [self.beneath.people[one] for one in beneath[~self.gone[beneath]].tolist()]
        return found + [self.over.people[one] for one in over.tolist()]

    def words(self, keys: Collection[str]) -> Iterable[tuple[str, str, str]]:
        """The rows (key, word, of) that have one of the keys."""
        return self.keyed(keys)

    def counts(self, words: Collection[str]) -> Mapping[str, int]:
        """In how many rows each of the words is."""
        if not self.moved:
            return {word: self.beneath.near.size(word) for word in words}
        return {word: len(self._beneath([word])) + len(self.over.rows([word])) for word in words}

    def names(self, words: Sequence[str], beside: Collection[str] | None, most: int) -> Iterable[tuple[str, str]]:
        """At most `most` rows (whose name, its words) that have one of the words, and one of the bones beside it."""
        first = self._beneath(words, beside)[:most]
        yield from self.beneath.told(first)
        yield from self.over.told(self.over.rows(words, beside)[: most - len(first)])

    def _beneath(self, words: Iterable[str], beside: Collection[str] | None = None) -> Numbers:
        found = self.beneath.rows(words, beside)
        return found[~self.gone[self.beneath.row_whose[found]]]

    def followed_by(self, touched: Collection[str], names: Mapping[str, Iterable[str]]) -> "NameTable":
        """The table in which those who are touched have the names that they now have, in `names` with everybody's."""
        moved = self.moved.union(touched)
        if len(moved) > MOST_OVER:
            return name_table(names, self.keyed)
        gone = np.fromiter((one in moved for one in self.beneath.people), bool, len(self.beneath.people))
        over = _names({one: names[one] for one in moved if one in names})
        return NameTable(self.keyed, self.beneath, moved, gone, over)


def name_table(names: Mapping[str, Iterable[str]], keyed: Keyed) -> NameTable:
    """The table of everybody's names as they are written; `keyed` as in the table."""
    beneath = _names(names)
    return NameTable(keyed, beneath, frozenset(), np.zeros(len(beneath.people), bool), _names({}))


def _names(names: Mapping[str, Iterable[str]]) -> Packed:
    within, near = dict[str, list[int]](), dict[str, list[int]]()
    bones, forms = dict[str, int](), dict[str, int]()
    whose, row_whose, row_beside, row_form = list[int](), list[int](), list[int](), list[int]()
    for number, some in enumerate(names.values()):
        for name in some:
            for word in set(fold(name).split()):
                within.setdefault(word, []).append(len(whose))
            whose.append(number)
            for word, beside, form in sorted(rows(name)):
                near.setdefault(word, []).append(len(row_whose))
                row_whose.append(number)
                row_beside.append(bones.setdefault(beside, len(bones)))
                row_form.append(forms.setdefault(form, len(forms)))
    lengths = np.array([len(word) + 1 for word in within], np.int64)
    return Packed(
        people=list(names),
        text="".join(f"\n{word}" for word in within) + "\n",
        starts=np.cumsum(lengths) - lengths,
        within=_lists(within),
        whose=np.array(whose, np.int32),
        near=_lists(near),
        bones=bones,
        forms=list(forms),
        row_whose=np.array(row_whose, np.int32),
        row_beside=np.array(row_beside, np.int32),
        row_form=np.array(row_form, np.int32),
    )


def _lists(of_word: Mapping[str, Sequence[int]]) -> Lists:
    sizes = np.array([0, *map(len, of_word.values())], np.int64)
    every = np.fromiter((one for some in of_word.values() for one in some), np.int32, int(sizes.sum()))
    return Lists({word: number for number, word in enumerate(of_word)}, np.cumsum(sizes), every)


def _within(text: str, sought: str) -> Iterator[int]:
    """Where it stands in the text, once in each line."""
    place = text.find(sought)
    while place >= 0:
        yield place
        place = text.find(sought, text.find("\n", place))
