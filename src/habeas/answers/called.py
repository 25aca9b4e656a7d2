"""Who is called so: everybody's names as a reader sees them, kept in this process, and gone on with after an entry.

They are read whole once; to ask the tables for a part of a name would read them whole at every letter that is typed.
"""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from habeas.names.analyse import analyse
from habeas.names.compare import SAME, plainly
from habeas.names.fold import fold, words
from habeas.names.ranking import Found, nearest
from habeas.names.table import NameTable, name_table
from habeas.register import name_index, read
from habeas.register.name_index import Names
from habeas.register.read import View
from habeas.register.since import since as entered_since

from .joined import persons
from .kept import Kept, state

MOST = 3  # views of which the names are kept
NEAR = 0.7  # a name that is farther is not told
LEAST = 0.55  # nor is one of which a word is farther from the one that it stands for, unless comparing calls them one


class Called(NamedTuple):
    """The names of records and agents at a view; the last entry when they were read; who stands for a person of several
    of them; and the persons by folded name and id.
    """

    names: Names
    table: NameTable
    stood: int
    one_of: Mapping[str, str]
    people: Sequence[str]
    places: Mapping[str, int]

    def having(self, text: str) -> list[str]:
        """The persons of whom one name has every word of `text`, in their order; everybody where there is no word."""
        sought = words(text)
        if not sought:
            return list(self.people)
        found = {self.one_of.get(one, one) for one in self.table.having(sought)}
        return sorted(found & self.places.keys(), key=self.places.__getitem__)

    def after(self, one: str, found: Sequence[str]) -> Sequence[str]:
        """Those who were found and come after an id; all of them after one of nobody whom this reader meets."""
        if one not in self.names.called:
            return found
        return found[bisect_right(found, self._stands(one), key=self._stands) :]

    def _stands(self, one: str) -> tuple[str, str]:
        return fold(self.names.called[one]), one

    def near(self, text: str, most: int, but: Collection[str] = ()) -> dict[str, Found]:
        """At most so many other persons of whom a name is near, the nearest first, each with the nearest of theirs.

        Near it is as a whole and in each of its words. The last word that is asked for may be a beginning.
        """
        found: dict[str, Found] = {}
        for one in nearest(text, self.table, 2 * (most + len(but)), typing=True):
            person = self.one_of.get(one.whose, one.whose)
            if len(found) < most and person not in but and person in self.places and _is_near(text, one):
                found.setdefault(person, one)
        return found


def _is_near(text: str, one: Found) -> bool:
    """Whether a name that was found may be meant: near by its family name as well as by its given name."""
    if one.near < NEAR or one.least >= LEAST:
        return one.near >= NEAR
    return plainly(analyse(text), analyse(one.words)) >= SAME


_KEPT: Kept[Called] = Kept(MOST, goes_on=True)


def called(seen: View) -> Called:
    """The persons whom this reader may meet, each with the names of every record and agent that is theirs."""
    stands = state()
    key = seen.ceiling if seen.at == stands[1] else seen

    def made() -> Called:
        with read.snapshot():
            names, table = _names(_KEPT.before(key), seen, stands[1].seq)
            one_of = persons(seen).representative
            people = [one for one in names.called if one_of.get(one, one) == one]
            people.sort(key=lambda one: (fold(names.called[one]), one))
            places = {one: place for place, one in enumerate(people)}
            return Called(names, table, stands[1].seq, one_of, people, places)

    return _KEPT.get(stands, key, made)


def _names(before: Called | None, seen: View, stood: int) -> tuple[Names, NameTable]:
    since = entered_since(before.stood, stood, seen) if before else None
    if before is None or since is None:
        names = name_index.of_everybody(seen)
        return names, name_table(names.found_by, name_index.words_with)
    touched = since.somebodies | since.named
    names = name_index.followed_by(before.names, touched, seen) if touched else before.names
    return names, before.table.followed_by(touched, names.found_by) if touched else before.table
