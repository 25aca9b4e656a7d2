"""Who is meant by a name, or by an id of which eight digits are enough."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.register.refusals import CommandError

from . import show

if TYPE_CHECKING:
    from habeas.answers.people import Near, People, Person
    from habeas.register.read import View

MOST_TOLD = 5  # people with near names in one line
_DIGITS = re.compile(r"[0-9a-f]{8,32}")


@dataclass(frozen=True, slots=True)
class Meant:
    """The id of the one person who is meant, None where there is none or several; and whoever was found by the name."""

    one: str | None
    found: "People"

    @property
    def others(self) -> list["Person"]:
        """Who was found beside the one who is meant."""
        return [other for other in self.found.people if other.id != self.one]

    @property
    def by(self) -> str:
        """The name by which the one who is meant was found, where nobody has the words that were asked for."""
        return next((near.by for near in self.near if near.person.id == self.one), "")

    @property
    def near(self) -> tuple["Near", ...]:
        """Whose names are near what was asked for, where that is not answered otherwise."""
        return () if self.found.people else self.found.near


def meant(text: str, seen: "View") -> Meant:
    """Who is meant: the only one found, or of several the only one who bears exactly this name.

    Where nobody has the words it is the only one whose name is as good as the same in another spelling.

    Raises CommandError where an id that is written in part is that of several people.
    """
    from habeas.answers.people import SURE, People, people

    if not text.strip():
        raise CommandError("a name is needed, or a part of one")
    one = _by_id(text, seen) if _DIGITS.fullmatch(text) else None
    if one:
        return Meant(one, People(seen, [], 1, None))
    found = people(seen, text)
    sure = found.people if found.count == 1 else [one for one in found.people if _is_called(one, text)]
    if not found.people:
        sure = [near.person for near in found.near if near.near >= SURE]
    return Meant(sure[0].id if len(sure) == 1 else None, found)


def ids(text: str, seen: "View") -> tuple[str, ...]:
    """The ids of every record and agent who is the person that is meant; CommandError unless it is one person."""
    from habeas.answers.person import members_of

    found = meant(text, seen)
    if found.one is None or found.by:
        raise CommandError(_not_one(text, found.found))
    return tuple(member.id for member in members_of(found.one, seen))


def record(text: str, seen: "View") -> str:
    """The id of the one record, or agent, that is meant: by digits of it, or by the name of a person who has no other.

    Raises CommandError where there is none, or more than one.
    """
    from habeas.answers.person import members_of
    from habeas.register.people import beginning

    if _DIGITS.fullmatch(text):
        some = beginning(text, seen)
        if len(some) > 1:
            raise CommandError(f"several begin with {text}: write more digits of the one that is meant")
        if some:
            return some[0]
    found = meant(text, seen)
    if found.one is None or found.by:
        raise CommandError(_not_one(text, found.found))
    members = members_of(found.one, seen)
    if len(members) > 1:
        known = ", ".join(f"{one.name} ({one.id[:8]})" for one in members)
        raise CommandError(
            f"“{text}” is a person of several records: {known}; name one of them by the digits of its id"
        )
    return members[0].id


def print_people(found: "list[Person]") -> None:
    """A table of people with enough of their ids to ask again."""
    rows = [
        (one.id[:8], one.name, "; ".join(one.others), show.number(one.about), show.number(one.said)) for one in found
    ]
    show.table(("id", "name", "also written", "claims about", "claims by"), rows, numbers=(3, 4))


def print_near(near: "Sequence[Near]") -> None:
    """A table of people whose names are near, each with the name by which they were found."""
    rows = [(one.person.id[:8], one.person.name, one.by, f"{one.near:.2f}") for one in near]
    show.table(("id", "name", "found by", "how near"), rows, numbers=(3,))


def nobody(text: str) -> str:
    """That nobody is called so."""
    return f"nobody here is called “{text}”"


def _by_id(digits: str, seen: "View") -> str | None:
    from habeas.answers.person import members_of
    from habeas.register.people import beginning

    found = {members_of(one, seen)[0].id for one in beginning(digits, seen)}
    if len(found) > 1:
        raise CommandError(f"several people begin with {digits}: write more digits of the one who is meant")
    return next(iter(found), None)


def _is_called(one: "Person", text: str) -> bool:
    from habeas.names.fold import words

    return words(text) in [words(name) for name in (one.name, *one.others)]


def _not_one(text: str, found: "People") -> str:
    if not found.people:
        near = ", ".join(f"{one.by} ({one.person.id[:8]})" for one in found.near[:MOST_TOLD])
        told = f"; near it: {near}; name one by the digits of the id" if near else ""
        return f"{nobody(text)}{told}; at {found.seen.at}"
    candidates = ", ".join(f"{one.name} ({one.id[:8]})" for one in found.people)
    more = f" and {show.number(found.count - len(found.people))} more" if found.count > len(found.people) else ""
    return f"several people are called “{text}”: {candidates}{more}; name one by the digits of the id"
