"""Who is known here? Persons by name: those of whom a name has every word, and after them those whose names are near.

Near is a name of the same sound in another script or romanisation, with a diminutive, a slip, or as far as it is typed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from habeas.linkage.clusters import Clusters
from habeas.names.keys import forms
from habeas.names.ranking import Found
from habeas.register import clustered, read
from habeas.register import people as reading
from habeas.register.people import RECORD, Mentions, Somebody
from habeas.register.read import View

from .called import Called, called
from .joined import persons
from .kept import Kept, state

Json = dict[str, Any]
MOST = 100
MOST_NEAR = 20
MOST_TOLD = 20_000  # persons of a view of whom it is kept what is told of them
SURE = 0.9  # so near that it is the same name, written otherwise


@dataclass(frozen=True, slots=True)
class Person:
    """A person in the index: `about` and `said` are how many visible claims are about them and are said by them.

    `others` are their other names as written; `acts`: whether an act of custody is known of them.
    """

    id: str
    name: str
    others: tuple[str, ...]
    about: int
    said: int
    acts: bool

    def as_json(self) -> Json:
        """The documented shape."""
        counted = {"about": self.about, "said": self.said, "acts": self.acts}
        return {"id": self.id, "name": self.name} | ({"others": list(self.others)} if self.others else {}) | counted


_TOLD: Kept[dict[str, Person]] = Kept(8)


@dataclass(frozen=True, slots=True)
class Near:
    """A person found by a name that is near: which, as written, and how near it is, 0..1."""

    person: Person
    by: str
    near: float

    def as_json(self) -> Json:
        """The documented shape."""
        return self.person.as_json() | {"by": self.by, "near": f"{self.near:.2f}"}


@dataclass(frozen=True, slots=True)
class People:
    """Persons by folded name; `count` of all that were found, `next` the id to go on `after`, None at the end.

    `near`: others, the nearest first, with the first page of a question only; they are not in `count`.
    """

    seen: View
    people: list[Person]
    count: int
    next: str | None
    near: tuple[Near, ...] = ()

    def as_json(self) -> Json:
        """The documented shape."""
        found = {"at": str(self.seen.at), "count": self.count, "people": [one.as_json() for one in self.people]}
        near = {"near": [one.as_json() for one in self.near]} if self.near else {}
        return found | near | ({"next": self.next} if self.next else {})


def people(seen: View, text: str = "", limit: int = MOST, after: str = "") -> People:
    """The persons of whom a name has every word of `text`, by folded name; those that come after the id `after`.

    With the first page come those whose names are near, the nearest first.
    """
    with read.snapshot():
        joined, everybody = persons(seen), called(seen)
        having = everybody.having(text)
        following = everybody.after(after, having)
        ids, more = list(following[:limit]), len(following) > limit
        near = everybody.near(text, MOST_NEAR, ids) if text.strip() and not after and not more else {}
        told = _told([*ids, *near], joined, everybody, seen)
    nearest = [Near(told[one], _by(told[one], found), found.near) for one, found in near.items()]
    return People(seen, [told[one] for one in ids], len(having), ids[-1] if more else None, tuple(nearest))


def _told(ids: list[str], joined: Clusters, everybody: Called, seen: View) -> dict[str, Person]:
    """The persons by id; what is told of them is kept for the next letter that is typed."""
    told = _TOLD.get(state(), seen, dict)
    if len(told) > MOST_TOLD:
        told.clear()
    found = {one: person for one in ids if (person := told.get(one))}  # another thread may empty it meanwhile
    new = _persons([one for one in ids if one not in found], joined, everybody, seen)
    told.update(new)
    return found | new


def _persons(ids: list[str], joined: Clusters, everybody: Called, seen: View) -> dict[str, Person]:
    """The same, read; of most nobody has judged that they are anybody else, too."""
    if not ids:
        return {}
    several = [one for one in ids if one in joined.representative]
    of = clustered.members_by(several, joined, seen) if several else {}
    met = reading.somebodies([member for some in of.values() for member in some], seen) if several else {}
    members = {one: in_turn(met[member] for member in some if member in met) for one, some in of.items()}
    mentions = reading.mentions([*ids, *met], seen)
    names = everybody.names
    found: dict[str, Person] = {}
    for one in ids:
        some = [member.id for member in members.get(one, ())] or [one]
        name = main_name(members[one], mentions) if one in members else names.called[one]
        others = [names.called[member] for member in some if member in names.called]
        others += [other for member in some for other in names.found_by.get(member, ())]
        found[one] = Person(
            id=one,
            name=name,
            others=tuple(other for other in dict.fromkeys(others) if other != name),
            about=len({entry for member in some for entry in mentions.about.get(member, ())}),
            said=len({entry for member in some for entry in mentions.said.get(member, ())}),
            acts=not mentions.acts.isdisjoint(some),
        )
    return found


def _by(person: Person, found: Found) -> str:
    """The name as written that was found; by another name than those that are shown nobody is found who may see it."""
    written = (person.name, *person.others)
    return next((name for name in written if found.words in map(" ".join, forms(name))), person.name)


def in_turn(members: Iterable[Somebody]) -> list[Somebody]:
    """The members of a person, the one that stands for it first: records before agents, by when they were entered."""
    return sorted(members, key=lambda one: (one.kind != RECORD, one.entry, one.id))


def main_name(members: list[Somebody], mentions: Mentions) -> str:
    """The name of a person: that of the record or agent whom most claims name, of several the one entered first."""
    return max(members, key=lambda one: (len(_claims(one, mentions)), -one.entry)).name


def _claims(one: Somebody, mentions: Mentions) -> set[int]:
    return mentions.about.get(one.id, set()) | mentions.said.get(one.id, set())
