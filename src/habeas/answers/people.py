"""Who is known here? Persons by name, found by any part of any of their names, in any script."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from habeas.names.fold import words
from habeas.register import judged, name_index, read
from habeas.register import people as reading
from habeas.register.people import RECORD, Mentions, Somebody
from habeas.register.read import View

Json = dict[str, Any]
MOST = 100


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


@dataclass(frozen=True, slots=True)
class People:
    """Persons by folded name; `count` of all that were found, `next` the id to go on `after`, None at the end."""

    seen: View
    people: list[Person]
    count: int
    next: str | None

    def as_json(self) -> Json:
        """The documented shape."""
        found = {"at": str(self.seen.at), "count": self.count, "people": [one.as_json() for one in self.people]}
        return found | ({"next": self.next} if self.next else {})


def people(seen: View, text: str = "", limit: int = MOST, after: str = "") -> People:
    """The persons of whom a name has every word of `text`, by folded name; those that come after the id `after`."""
    with read.snapshot():
        joined = together(seen)
        one_of = {one.id: members[0].id for members in joined for one in members}
        ids, count, more = name_index.page(words(text), one_of, seen, limit, after)
        of = {members[0].id: members for members in joined}
        alone = reading.somebodies([one for one in ids if one not in of], seen)
        found = {one: of.get(one) or [alone[one]] for one in ids}
        everyone = [member.id for members in found.values() for member in members]
        mentions, names = reading.mentions(everyone, seen), _written(everyone, seen)
    shown = [_person(one, members, mentions, names) for one, members in found.items()]
    return People(seen, shown, count, ids[-1] if more else None)


def together(seen: View) -> list[list[Somebody]]:
    """The records and agents that judgements hold to be one person, as far as a visible claim names them.

    Of each person the one that stands for it comes first: records before agents, the one entered first before others.
    """
    representative = judged.persons(seen).representative
    visible = reading.somebodies(representative, seen)
    groups: dict[str, list[Somebody]] = defaultdict(list)
    for one, stands in representative.items():
        if one in visible:
            groups[stands].append(visible[one])
    return [sorted(group, key=lambda one: (one.kind != RECORD, one.entry, one.id)) for group in groups.values()]


def main_name(members: list[Somebody], mentions: Mentions) -> str:
    """The name of a person: that of the record or agent whom most claims name, of several the one entered first."""
    return max(members, key=lambda one: (len(_claims(one, mentions)), -one.entry)).name


def _claims(one: Somebody, mentions: Mentions) -> set[int]:
    return mentions.about.get(one.id, set()) | mentions.said.get(one.id, set())


def _person(one: str, members: list[Somebody], mentions: Mentions, names: Mapping[str, list[str]]) -> Person:
    name = main_name(members, mentions)
    others = [member.name for member in members] + [called for member in members for called in names[member.id]]
    return Person(
        id=one,
        name=name,
        others=tuple(other for other in dict.fromkeys(others) if other != name),
        about=len({entry for member in members for entry in mentions.about.get(member.id, ())}),
        said=len({entry for member in members for entry in mentions.said.get(member.id, ())}),
        acts=any(member.id in mentions.acts for member in members),
    )


def _written(ids: list[str], seen: View) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for one in reading.written(ids, seen):
        found[one.id].append(one.name)
    return found
