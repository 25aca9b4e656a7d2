"""What is told of in tables: rallies broken up, rounds of release and raids of which some are named, published totals.

Rallies are counted by the Street Watch by day and region, rounds by the President's chancery, raids by a newspaper.
Each keeper publishes how many its own list had in custody at the end of every month; two of those numbers are slips.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from . import reckon
from .dice import Dice
from .keepers import LANTERN, MINISTRY, NORTH
from .lists import KeptList, Row
from .reckon import days
from .truth import REGIONS, ROUNDS, Person

RALLIES = 140
RALLIES_TAKEN_IN, RALLIES_TAKEN_IN_FROM = "Severets", date(2021, 6, 1)  # the region in which the Street Watch came late
MONTHS = [(year, month) for year in range(2019, 2025) for month in range(1, 13)]
RALLY_WEIGHTS = {(2020, 3): 60, (2020, 4): 40, (2020, 5): 20, (2022, 10): 30, (2022, 11): 15, (2024, 2): 12}
SLIPS = {(LANTERN, date(2021, 12, 31)): 90, (MINISTRY, date(2023, 1, 31)): -100}


@dataclass(frozen=True, slots=True)
class Rally:
    """Detentions at one rally, as the Street Watch counts them: low and high differ where it gives a range."""

    day: date
    region: str
    low: int
    high: int

    @property
    def count(self) -> str:
        """As it is printed."""
        return str(self.low) if self.low == self.high else f"{self.low} to {self.high}"

    @property
    def taken_in(self) -> bool:
        """Whether it was before the Street Watch looked there, and told when it began to."""
        return self.region == RALLIES_TAKEN_IN and self.day < RALLIES_TAKEN_IN_FROM

    @property
    def bulletin(self) -> str:
        """Where it was told: in that of its month, or in the first of its region."""
        return f"first bulletin of {self.region}" if self.taken_in else f"bulletin of {self.day:%Y-%m}"

    @property
    def known(self) -> date:
        """When it was told: on the fifth of the month after, or of that in which the region was taken in."""
        if self.taken_in:
            return RALLIES_TAKEN_IN_FROM.replace(day=5)
        return date(self.day.year + self.day.month // 12, self.day.month % 12 + 1, 5)


@dataclass(frozen=True, slots=True)
class Told:
    """A round of release or a raid: how many, and who of them is named (numbers of people). `kind` is the act."""

    key: str
    day: date
    kind: str
    many: int
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """A number that a keeper gave out as of a day, and the day on which it did; `own`: what its own list had."""

    keeper: str
    as_of: date
    published: date
    number: int
    own: int


def rallies(seed: str) -> list[Rally]:
    """Detentions at rallies, by day and region: one row each."""
    dice = Dice(f"{seed} rallies")
    found: dict[tuple[date, str], Rally] = {}
    while len(found) < RALLIES:
        year, month = MONTHS[dice.weighted([1 + RALLY_WEIGHTS.get(one, 0) for one in MONTHS])]
        day, region = date(year, month, dice.whole(1, 28)), dice.one(REGIONS)
        low = dice.whole(3, 90)
        high = low + dice.whole(2, 15) if dice.chance(0.12) else low
        found.setdefault((day, region), Rally(day, region, low, high))
    return sorted(found.values(), key=lambda one: (one.day, one.region))


def rounds(people: list[Person], lantern: KeptList) -> list[Told]:
    """The rounds of release, with every member of whom the Lantern Group has a row."""
    rows = lantern.by_person()
    found = []
    for one in ROUNDS:
        freed = [person.number for person in people for stretch in person.stretches if stretch.round == one.key]
        found.append(Told(one.key, one.day, one.kind, len(freed), tuple(who for who in freed if who in rows)))
    return found


def raids(seed: str, people: list[Person], lantern: KeptList) -> list[Told]:
    """Three raids of 2020, each told as a group of whom three are named."""
    dice, rows = Dice(f"{seed} raids"), lantern.by_person()
    found = []
    for key, month in (("printers", 3), ("dormitory", 4), ("sawmill", 5)):
        taken = [
            person
            for person in people
            if (person.stretches[0].start.year, person.stretches[0].start.month) == (2020, month)
            and len(person.stretches) == 1
            and _plain(rows.get(person.number), person)
        ]
        day = taken[len(taken) // 2].stretches[0].start
        named = [person.number for person in taken if person.stretches[0].start == day][:3]
        found.append(Told(key, day, "detained", len(named) + dice.whole(6, 14), tuple(named)))
    return found


def _plain(row: Row | None, person: Person) -> bool:
    """Whether a row has the arrest on its very day, and never had it otherwise."""
    told = [fact.value for fact in row.facts if fact.column == "detained"] if row else []
    return told == [person.stretches[0].start.isoformat()]


def published(lists: Mapping[str, KeptList]) -> list[Published]:
    """How many each keeper's own list had in custody at the end of each month from its first edition on."""
    found = []
    for keeper in (LANTERN, NORTH, MINISTRY):
        for year, month in MONTHS:
            as_of = days(f"{year}-{month:02}")[1]
            if as_of >= lists[keeper].editions[0].day:
                own = own_total(lists[keeper], as_of)
                number = own + SLIPS.get((keeper, as_of), 0)
                found.append(Published(keeper, as_of, as_of + timedelta(days=4), number, own))
    return found


def own_total(of: KeptList, day: date) -> int:
    """How many a list has in custody at the end of a day, by what its keeper knew that day."""
    total = 0
    for row in of.rows:
        cells = row.on(day)
        if cells is not None:
            told = {column: (cells[column], day) for column in reckon.COLUMNS if cells.get(column)}
            total += reckon.state_on(told, day) in reckon.HELD
    return total
