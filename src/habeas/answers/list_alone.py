"""One list by itself: who keeps it, its editions, who is on one of them, and how many of those the register counts.

The figure beside it is the register's own, by the rule *held*, of the day that the edition is of. Who is on the list
and who is counted are two things, and neither corrects the other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.claims.wording import say
from habeas.linkage.listed import Listed
from habeas.register import read
from habeas.register.listed import Edition
from habeas.register.read import View
from habeas.tally.lens import EVERY, Lens
from habeas.tally.rule import HELD, Rule
from habeas.tally.stock import Bounds

from .accounts import accounts
from .here import here
from .kept import Kept, state
from .list_editions import OneList, edition_named, every_edition, lists
from .lists_told import MOST, edition_as_json, somebody
from .lists_words import people as in_number

Json = dict[str, Any]
NOBODY = Bounds(0, 0, 0)


@dataclass(frozen=True, eq=False)
class ListAlone:
    """An edition of a list among the others of that list, and the names of `others` that it can be set beside.

    `counted` are those whom the rule counts on the edition's day, by person; `on_it` those of them who are on the list
    together, `in_all` everybody.
    """

    seen: View
    known_on: date
    one: OneList
    editions: Sequence[Edition]
    others: Sequence[str]
    rule: Rule
    lens: Lens
    counted: Mapping[str, Bounds]
    on_it: Bounds
    in_all: Bounds

    def counts(self, person: Listed) -> Bounds:
        """How somebody on it counts."""
        return self.counted.get(person.person, NOBODY)

    def as_json(self, after: int = 0, most: int | None = MOST) -> Json:
        """The documented shape, with at most so many of its people after so many."""
        people, last = self.one.people, after + most if most else None
        some = people[after:last]
        held = {
            "rule": self.rule.name,
            "rule_version": self.rule.version,
            "lens": self.lens.name,
            "lens_version": self.lens.version,
            "as_of": self.one.edition.day.isoformat(),
            "on_it": self.on_it._asdict(),
            "in_all": self.in_all._asdict(),
        }
        declared = [
            {"region": one.region, "known": one.known.isoformat(), "sentence": one.sentence} for one in self.one.taken
        ]
        return {
            "at": str(self.seen.at),
            "access": self.seen.ceiling.name,
            "known_on": self.known_on.isoformat(),
            **({"table": "yes"} if self.one.edition.table else {}),
            "edition": self.one.as_json(),
            "editions": [edition_as_json(one) for one in self.editions],
            **({"declared": declared} if declared else {}),
            "held": held,
            "count": len(people),
            "people": [somebody(one) | self.counts(one)._asdict() for one in some],
            **({"next": after + len(some)} if after + len(some) < len(people) else {}),
        }


_ALONE: Kept[ListAlone] = Kept(8)


def list_alone(name: str, seen: View, known_on: date) -> ListAlone:
    """A list by NAME or NAME@DAY, in the last edition known on a day. Raises AskError for what is no list."""
    return _ALONE.get(state(), (seen, known_on, name.strip()), lambda: _alone(name, seen, known_on))


def _alone(name: str, seen: View, known_on: date) -> ListAlone:
    every = every_edition(seen, known_on)
    edition = edition_named(name, every, "a")
    with read.snapshot():
        (one,) = lists([edition], seen, known_on)
        found = here(accounts(seen), HELD, EVERY, edition.day, known_on)
    whose = [found.admitted.table.people[number] for number in found.rows.person.tolist()]
    counted = {person: Bounds(*some) for person, some in zip(whose, found.counts.tolist(), strict=True)}
    mine = [counted[person] for person in {each.person for each in one.people} & counted.keys()]
    on_it = Bounds(*map(sum, zip(NOBODY, *mine, strict=True)))
    others = [each for each in every if each != edition.list]
    return ListAlone(seen, known_on, one, every[edition.list], others, HELD, EVERY, counted, on_it, found.bounds)


def finding(found: ListAlone) -> str:
    """How many are on it, in a sentence without a full stop."""
    return say("{list}: {people}", list=found.one.name, people=in_number(len(found.one.people)))


def beside(found: ListAlone) -> str:
    """How many of them the register counts, and how many in all."""
    return say(
        "On {day} the register counts {number} of them in custody, and {people} in all.",
        number=found.on_it.best,
        people=in_number(found.in_all.best),
        day=found.one.edition.day,
    )
