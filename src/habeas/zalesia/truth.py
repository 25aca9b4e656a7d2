"""What happened in Zalesia from 2019 to 2024: who was arrested when, and what became of them. No list has all of it.

Arrests come in waves: a referendum in spring 2020, the strikes of autumn 2022, the winter before the bargain of 2024.
Rounds of release take from those who serve a sentence. Some are arrested again.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from . import names
from .dice import Dice

FIRST, LAST = date(2019, 1, 1), date(2024, 12, 31)
PEOPLE = 1_500
REGIONS = ("Severets", "Zareche", "Bystrany", "Kalinets", "Podolny", "the capital")
OCCUPATIONS = (
    *("student", "teacher", "bookbinder", "carter", "engineer", "journalist", "musician", "miller", "lawyer"),
    *("printer", "weaver", "sawyer", "forester"),
)
WAVES = {(2020, 3): 150, (2020, 4): 110, (2020, 5): 70, (2022, 10): 130, (2022, 11): 90, (2024, 2): 60, (2024, 3): 40}
IN_A_MONTH = 12
OUT = frozenset({"released", "bailed", "acquitted", "pardoned", "amnestied", "term_served", "exchanged", "died"})


@dataclass(frozen=True, slots=True)
class Round:
    """Several freed on one day: what it is called, the day, by which act, and how many."""

    key: str
    day: date
    kind: str
    many: int


ROUNDS = (
    Round("winter", date(2020, 12, 18), "amnestied", 32),
    Round("september", date(2021, 9, 16), "pardoned", 13),
    Round("harvest", date(2022, 7, 1), "amnestied", 45),
    Round("strikers", date(2023, 9, 15), "pardoned", 21),
    Round("timber", date(2024, 6, 12), "pardoned", 46),
    Round("second", date(2024, 8, 30), "pardoned", 18),
    Round("border", date(2024, 11, 20), "exchanged", 9),
)


@dataclass(slots=True)
class Stretch:
    """A time in custody: its acts in order, each a kind and a day; the last may end it. `round`: in which it ended."""

    acts: list[tuple[str, date]]
    round: str = ""

    @property
    def start(self) -> date:
        """The day of arrest."""
        return self.acts[0][1]

    @property
    def end(self) -> date | None:
        """The day on which the person left, or None while it lasts."""
        kind, day = self.acts[-1]
        return day if kind in OUT else None

    def day_of(self, kind: str) -> date | None:
        """The day of an act, if there was one."""
        return next((day for act, day in self.acts if act == kind), None)


@dataclass(slots=True)
class Person:
    """Somebody who does not exist. `born` is a year; everybody was of age when arrested."""

    number: int
    sex: str
    name: str
    born: int
    region: str
    occupation: str
    stretches: list[Stretch] = field(default_factory=list)


def draw(seed: str) -> list[Person]:
    """Everybody, by the day of their first arrest."""
    dice = Dice(f"{seed} truth")
    starts = sorted(_arrest(dice) for _ in range(PEOPLE))
    people = [_person(dice, number, start) for number, start in enumerate(starts, 1)]
    for one in ROUNDS:
        _free(dice, people, one)
    for person in people:
        _again(dice, person)
    return people


def _arrest(dice: Dice) -> date:
    months = [(year, month) for year in range(FIRST.year, LAST.year + 1) for month in range(1, 13)]
    year, month = months[dice.weighted([IN_A_MONTH + WAVES.get(one, 0) for one in months])]
    return date(year, month, dice.whole(1, 28))


def _person(dice: Dice, number: int, start: date) -> Person:
    sex = "f" if dice.chance(0.27) else "m"
    return Person(
        number=number,
        sex=sex,
        name=names.drawn(dice, sex),
        born=dice.whole(1950, start.year - 20),
        region=REGIONS[dice.weighted([3, 2, 2, 2, 1, 5])],
        occupation=dice.one(OCCUPATIONS),
        stretches=[_stretch(dice, start)],
    )


def _stretch(dice: Dice, start: date) -> Stretch:
    """An arrest, and what followed it up to the last day."""
    acts = [("detained", start)]
    if dice.chance(0.22):
        acts.append(("released", dice.later(start, 1, 15)))
    else:
        acts.append(("remanded", dice.later(start, 2, 10)))
        acts += _after_remand(dice, acts[-1][1])
    return Stretch([(kind, day) for kind, day in acts if day <= LAST])


def _after_remand(dice: Dice, day: date) -> list[tuple[str, date]]:
    fate = dice.weighted([5, 3, 3, 89])
    if fate == 0:
        return [("bailed", dice.later(day, 30, 90))]
    if fate == 1:
        return [("acquitted", dice.later(day, 100, 250))]
    home = [("confined_at_home", dice.later(day, 15, 60))] if fate == 2 else []
    sentenced = dice.later(day, 90, 320)
    moved = [("transferred", dice.later(sentenced, 20, 60))] if dice.chance(0.5) else []
    if dice.chance(0.006):
        return [*home, ("sentenced", sentenced), *moved, ("died", dice.later(sentenced, 90, 500))]
    return [*home, ("sentenced", sentenced), *moved, ("term_served", dice.later(sentenced, 180, 1900))]


def _free(dice: Dice, people: list[Person], one: Round) -> None:
    """Take a round of release from those who serve a sentence that day."""
    serving = [person for person in people if _serving(person.stretches[0], one.day)]
    for person in dice.some(serving, one.many):
        stretch = person.stretches[0]
        before = [(kind, day) for kind, day in stretch.acts if day < one.day]
        person.stretches[0] = Stretch([*before, (one.kind, one.day)], one.key)


def _serving(stretch: Stretch, day: date) -> bool:
    sentenced, end = stretch.day_of("sentenced"), stretch.end
    return sentenced is not None and sentenced + timedelta(days=70) < day and (end is None or end > day)


def _again(dice: Dice, person: Person) -> None:
    """Some of those who were freed are arrested again, more than two months later."""
    end = person.stretches[0].end
    if end is None or person.stretches[0].acts[-1][0] == "died" or not dice.chance(0.11):
        return
    start = dice.later(end, 65, 400)
    acts = [("detained", start), ("sentenced", dice.later(start, 60, 200))]
    acts.append(("released", dice.later(acts[-1][1], 90, 700)))
    if start <= LAST:
        person.stretches.append(Stretch([(kind, day) for kind, day in acts if day <= LAST]))
