"""All of Zalesia from one seed: people, three lists, what is told in tables, who is judged to be whom, and the files.

`files` are what a register imports, `editions` the lists in the order in which they came out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from . import events, judged, keepers, tables, truth
from .judged import Judged
from .lists import Edition, KeptList
from .truth import Person

SEED = "zalesia-1"
TOLD = ("rounds", "raids", "rallies", "published")  # the cases that were drawn, without their ending
JUDGED = ("who-is-who", "one-act", "who-is-who-later")  # the cases that judge them, in this order


@dataclass(frozen=True, slots=True)
class World:
    """Everything that was drawn; `lists` by keeper."""

    people: list[Person]
    lists: Mapping[str, KeptList]
    rallies: list[events.Rally]
    rounds: list[events.Told]
    raids: list[events.Told]
    published: list[events.Published]
    judged: Judged

    def editions(self) -> list[tuple[KeptList, Edition]]:
        """Every edition of every list, by day."""
        every = [(one, edition) for one in self.lists.values() for edition in one.editions]
        return sorted(every, key=lambda pair: (pair[1].day, pair[0].keeper))

    def files(self) -> dict[str, str]:
        """Every file that was drawn, by name: the editions, the tables, and the cases that record and judge them."""
        found = {edition.file: of.written(edition) for of, edition in self.editions()}
        found |= tables.rallies(self.rallies) | tables.published(self.published)
        names = {person.number: person.name for person in self.people}
        found |= tables.rounds(self.rounds, names) | tables.raids(self.raids, names)
        return found | judged.files(self.judged)


@cache
def draw(seed: str = SEED) -> World:
    """The whole country; the same seed draws the same."""
    people = truth.draw(seed)
    kept = (keepers.lantern(seed, people), keepers.north(seed, people), keepers.ministry(seed, people))
    lists = {one.keeper: one for one in kept}
    lantern = lists[keepers.LANTERN]
    rounds, raids = events.rounds(people, lantern), events.raids(seed, people, lantern)
    return World(
        people=people,
        lists=lists,
        rallies=events.rallies(seed),
        rounds=rounds,
        raids=raids,
        published=events.published(lists),
        judged=judged.judge(seed, people, lists, [*rounds, *raids]),
    )
