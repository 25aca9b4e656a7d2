"""What three keepers learned of the truth, and when: the Lantern Group, the Northern Watch and the Interior Ministry.

The Lantern Group has nearly everybody, soon, and corrects itself. The Northern Watch has two regions and from its third
year a third, late, in Cyrillic letters, often by the month. The ministry has who was sentenced and who left, and
not always on the same days.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from . import names
from .dice import Dice
from .lists import Fact, KeptList, Row, editions
from .truth import OUT, Person, Stretch

LANTERN, NORTH, MINISTRY = "Lantern Group", "Northern Watch", "Interior Ministry of Zalesia"
LANTERN_DAYS = [date(year, *half) for year in range(2019, 2025) for half in ((6, 30), (12, 31))]
NORTH_DAYS = [date(year, 3, 31) for year in range(2020, 2026)]
MINISTRY_DAYS = [date(year, 2, 15) for year in range(2020, 2026)]
NORTHERN, TAKEN_IN = ("Severets", "Zareche"), "Bystrany"
TAKEN_IN_FROM = date(2021, 11, 1)
FIXED = ("key", "name", "sex", "born", "region", "occupation")
_AGAIN = ("detained.2", "sentenced.2", "released.2")
_ACTS = (
    *("detained", "remanded", "confined_at_home", "sentenced", "transferred", "released", "bailed", "acquitted"),
    *("pardoned", "amnestied", "term_served", "exchanged", "died", *_AGAIN),
)
_RECOGNISED = ("recognised", "criteria", "ex_post_facto", "recognition_ended")


def lantern(seed: str, people: list[Person]) -> KeptList:
    """The list of the Lantern Group: half-yearly, each row with its own day."""
    dice = Dice(f"{seed} lantern")
    rows = tuple(_lantern_row(dice, person) for person in people if dice.chance(0.97))
    columns = (*FIXED, *_ACTS, *_RECOGNISED, "source", "added")
    made = editions("lantern", rows, LANTERN_DAYS)
    return KeptList("Lantern Group, people held in Zalesia", LANTERN, "organisation", columns, rows, made)


def north(seed: str, people: list[Person]) -> KeptList:
    """The list of the Northern Watch: once a year."""
    dice = Dice(f"{seed} north")
    within = [person for person in people if person.region in (*NORTHERN, TAKEN_IN)]
    rows = tuple(_north_row(dice, person) for person in within if dice.chance(0.72))
    columns = ("key", "name", "region", "detained", "released", "detained.2", "released.2", "added")
    made = editions("north", rows, NORTH_DAYS)
    return KeptList("Northern Watch, held in the north", NORTH, "organisation", columns, rows, made)


def ministry(seed: str, people: list[Person]) -> KeptList:
    """The list of the ministry: once a year, for the year before."""
    dice = Dice(f"{seed} ministry")
    rows = tuple(row for person in people if (row := _ministry_row(dice, person)) is not None)
    columns = ("key", "name", "sex", "born", "sentenced", "pardoned", "amnestied", "term_served")
    made = editions("ministry", rows, MINISTRY_DAYS)
    return KeptList("Interior Ministry, persons sentenced", MINISTRY, "authorities", columns, rows, made)


def _lantern_row(dice: Dice, person: Person) -> Row:
    facts = list(_slowly(dice, _cells(person), _soon))
    _amend(dice, person, facts)
    first = facts[0].learned
    facts += _recognition(dice, person.stretches[0], first)
    born = f"{person.born // 10}0/{person.born // 10}9" if dice.chance(0.05) else str(person.born)
    fixed = {
        "name": person.name,
        "sex": person.sex,
        "born": "" if dice.chance(0.08) else born,
        "region": "" if dice.chance(0.015) else person.region,
        "occupation": person.occupation if dice.chance(0.7) else "",
        "source": f"Lantern Group, bulletin of {first:%Y-%m}",
    }
    gone = dice.one(LANTERN_DAYS[2:]) if dice.chance(0.015) else None
    return Row(f"LG-{person.number:04}", person.number, fixed, facts, gone if gone and gone > first else None)


def _amend(dice: Dice, person: Person, facts: list[Fact]) -> None:
    """Some rows have the arrest by the month alone; some have it too early at first, and right in a later edition."""
    detained = facts[0]
    if dice.chance(0.03):
        facts[0] = Fact("detained", detained.value[:7], detained.learned)
        facts[:] = [fact for fact in facts if fact.column != "remanded"]
    elif dice.chance(0.04):
        before = person.stretches[0].start - timedelta(days=dice.whole(3, 40))
        facts[0] = Fact("detained", before.isoformat(), detained.learned)
        facts.append(Fact("detained", detained.value, dice.later(detained.learned, 200, 700)))


def _recognition(dice: Dice, stretch: Stretch, first: date) -> Iterator[Fact]:
    """Recognised by the keeper's own word, most while they are held, some after; a few no longer later on."""
    end, late = stretch.end, dice.chance(0.04)
    if stretch.day_of("remanded") is None or (not late and not dice.chance(0.6)):
        return
    if late and end is None:
        return
    day = dice.later(max(end, first), 10, 200) if late and end else dice.later(first, 20, 90)
    after = end is not None and day >= end
    yield Fact("recognised", day.isoformat(), day)
    yield Fact("criteria", "PACE1900.a" if dice.chance(0.6) else "PACE1900.a PACE1900.c", day)
    yield Fact("ex_post_facto", "yes" if after else "no", day)
    if dice.chance(0.03):
        ended = dice.later(day, 100, 600)
        yield Fact("recognition_ended", ended.isoformat(), ended)


def _north_row(dice: Dice, person: Person) -> Row:
    """Arrest and release alone, by the day or the month; of the region that was taken in not before that."""
    cells = [
        (column, day[:7] if dice.chance(0.6) else day)
        for column, day in _cells(person, {"detained": "detained"} | dict.fromkeys(OUT - {"died"}, "released"))
    ]
    since = TAKEN_IN_FROM if person.region == TAKEN_IN else date.min
    facts = [Fact(one.column, one.value, max(one.learned, since)) for one in _slowly(dice, cells, _late)]
    return Row(
        f"NW-{person.number:04}", person.number, {"name": names.cyrillic(person.name), "region": person.region}, facts
    )


def _ministry_row(dice: Dice, person: Person) -> Row | None:
    """The first sentence and how it ended, each in the list of the year after; some days are other than was so."""
    told = {kind: kind for kind in ("sentenced", "pardoned", "amnestied", "term_served")}
    facts = []
    for column, day in _cells(person, told):
        shifted = dice.chance(0.06) and column == "sentenced"
        said = dice.later(date.fromisoformat(day), 1, 5) if shifted else date.fromisoformat(day)
        if dice.chance(0.02 if column == "sentenced" else 0.1) or column.endswith(".2"):
            continue
        facts.append(Fact(column, said.isoformat(), date(date.fromisoformat(day).year + 1, 2, 1)))
    if not facts or not dice.chance(0.85):
        return None
    fixed = {"name": names.official(person.name), "sex": person.sex, "born": str(person.born)}
    return Row(f"MV-{person.number:04}", person.number, fixed, facts)


def _cells(person: Person, told: dict[str, str] | None = None) -> list[tuple[str, str]]:
    """Each act as a column and a day, in order; `told`: only these kinds, under these names."""
    found = []
    for again, stretch in enumerate(person.stretches):
        for kind, day in stretch.acts:
            if told is None or kind in told:
                column = kind if told is None else told[kind]
                found.append((f"{column}.2" if again else column, day.isoformat()))
    return found


def _slowly(dice: Dice, cells: list[tuple[str, str]], delay: Callable[[Dice], int]) -> Iterator[Fact]:
    """Each cell with the day on which it was learned: in order, none before the one before it."""
    last = date.min
    for column, value in cells:
        day = date.fromisoformat(value if len(value) > 7 else f"{value}-28")
        last = max(last, day + timedelta(days=delay(dice)))
        yield Fact(column, value, last)


def _soon(dice: Dice) -> int:
    return dice.whole(*((1, 6), (10, 60), (60, 300))[dice.weighted([70, 20, 10])])


def _late(dice: Dice) -> int:
    return dice.whole(60, 250)
