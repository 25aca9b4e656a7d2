"""Lists written to be hard, of people of Zalesia, which is invented: variants, kin, namesakes, slips.

Each pair of a family is put on two lists in every way, with and without what would tell the two apart.
"""

import random
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import NamedTuple

from bench.names.invented import invented
from habeas.linkage.listed import Listed

from .trial import Trial, somebody

SPELLED = Path(__file__).parents[2] / "tests" / "names" / "lists"
REGIONS = ("Severets", "Zareche", "Bystrany", "Kalinets")
PEOPLE, VARIANTS, ONLY = 200, 30, 15
SHORT = ("be", "ru", "pl", "de", "en")


class Facts(NamedTuple):
    """What is so of a person, before any list writes it."""

    born: str
    detained: str
    sentenced: str
    region: str


def trials() -> list[Trial]:
    """Every hard pair of lists."""
    return [variants(), variants(names_only=True), *spelled(), *families(), slips(), namesakes()]


def variants(*, names_only: bool = False) -> Trial:
    """200 names on both lists, 30 of them spelled otherwise on the second; 15 more on each who are not on the other."""
    dice = random.Random(8)
    pairs = [(one, other) for one, other, same in invented(400, seed=8) if same and one != other]
    names = list(dict.fromkeys(pairs))[: PEOPLE + 2 * ONLY]
    ones, others, truth = [], [], set()
    for place, (one, other) in enumerate(names):
        facts = {} if names_only else _facts(dice)._asdict()
        if place < PEOPLE + ONLY:
            ones.append(somebody(f"a{place}", one, **facts))
        if place < PEOPLE or place >= PEOPLE + ONLY:
            others.append(somebody(f"b{place}", other if place < VARIANTS else one, **facts))
        if place < PEOPLE:
            truth.add((place, place))
    return Trial("variants, names alone" if names_only else "variants", ones, others, frozenset(truth))


def spelled() -> Iterator[Trial]:
    """Lists that stand in several spellings, each spelling against the English one; everybody is on both."""
    dice = random.Random(9)
    for file in sorted(SPELLED.glob("*.toml")):
        people = [one for one in tomllib.loads(file.read_text(encoding="utf-8"))["person"] if "en" in one]
        facts = [_facts(dice)._asdict() for _ in people]
        for tongue in SHORT[:-1]:
            some = [place for place, one in enumerate(people) if tongue in one]
            ones = [somebody(f"a{place}", people[place][tongue], **facts[place]) for place in some]
            others = [somebody(f"b{place}", people[place]["en"], **facts[place]) for place in some]
            yield Trial(f"{file.stem}, {tongue} and en", ones, others, frozenset((at, at) for at in range(len(some))))


KIN = (  # two people, and what each would be told by
    (("Hanna Sokalich-Vyaz", "1961-04-12", "f"), ("Ganna Sakalich-Vyaz", "1988-09-30", "f")),  # mother, daughter
    (("Maryna Petrova Lesnaya", "1958-02-02", "f"), ("Maryia Petrova Lesnaya", "1984-07-19", "f")),
    (("Andrei Piatrovich Liasny", "1979-03-05", "m"), ("Aliaksei Piatrovich Liasny", "1982-11-23", "m")),  # brothers
    (("Ivan Ivanavich Horast", "1955-06-06", "m"), ("Ivan Ivanavich Horast", "1980-01-15", "m")),  # father, son
    (("Pavel Kalyada", "1990-05-08", "m"), ("Piotr Kalyada", "1990-05-08", "m")),  # twins
    (("Ana Ruiz de Garcia", "1970-10-10", "f"), ("Elena Ruiz de Garcia", "1973-12-01", "f")),  # sisters-in-law
    (("Viktar Zhuk", "1985-08-17", "m"), ("Viktar Zhuk", "1985-08-17", "m")),  # namesakes born on one day
)


def families() -> list[Trial]:
    """Of two who are kin each list has one, taken in one place, on one day or not: nobody is on both.

    Every pair is a trial of its own, with and without the birth on each list. Left out are two of one name who were
    born on one day and taken on one day: nothing that a list says would tell them apart.
    """
    found = []
    for number, (one, other) in enumerate(KIN):
        for same_day, mine, theirs in product((True, False), repeat=3):
            if same_day and one == other:
                continue
            taken = "2021-01-04" if same_day else "2021-02-13"
            ones = [_kin("a", one, "2021-01-04", mine)]
            others = [_kin("b", other, taken, theirs)]
            found.append(Trial(f"kin {number}", ones, others, frozenset()))
    return found


def _kin(key: str, who: tuple[str, str, str], detained: str, with_birth: bool) -> Listed:
    name, born, sex = who
    return somebody(key, name, born=born if with_birth else "", sex=sex, region="Zareche", detained=detained)


def slips() -> Trial:
    """The same people with what goes wrong: a range read as a day, a month for a day, digits, a married name."""
    pairs = (
        (somebody("a0", "Dzmitry Lipen", born="1980-03-05"), somebody("b0", "Дмитрий Липень", born="1980-05-03")),
        (
            somebody("a1", "Volha Zhyten", born="1991-04-19", detained="2021-06-03/2021-06-05"),
            somebody("b1", "Ольга Житень", born="1991-04-19", detained="2021-03-05"),
        ),
        (
            somebody("a2", "Zmitser Ryabina", born="1975-12", detained="2020-09"),
            somebody("b2", "Дмитрий Рябина", born="1975-12-21", detained="2020-09-13"),
        ),
        (
            somebody("a3", "Maryna Vishnia", born="1988-07-07", detained="2022-02-24"),
            somebody("b3", "Maryna Vishnia de Soto", born="1988-07-07", detained="2022-02-24"),
        ),
        (
            somebody("a4", "Alena Dubrava", born="1993-01-30", detained="2020-11-15", sentenced="2021-05-01"),
            somebody("b4", "Алена Кут", born="1993-01-30", detained="2020-11-15", sentenced="2021-05-01"),
        ),
        (
            somebody("a5", "Siarhiej Bierazniak-Luh", born="1979-05-12", detained="2022-09-21"),
            somebody("b5", "Сергей Березняк-Луг", born="1979-05-21", detained="2022-09-21"),
        ),
        (somebody("a6", "Kastus Mokh", born="1969"), somebody("b6", "Константин Мох", born="1970")),
        (
            somebody("a7", "Jazep Kalada", detained="2021-XX"),
            somebody("b7", "Иосиф Коляда", detained="2021-11-02"),
        ),
    )
    ones, others = zip(*pairs, strict=True)
    return Trial("slips", ones, others, frozenset((at, at) for at in range(len(pairs))))


def namesakes() -> Trial:
    """Forty of one name, born and taken on days of their own; half of them are on the other list."""
    dice = random.Random(11)
    facts = [_facts(dice)._asdict() for _ in range(60)]
    ones = [somebody(f"a{at}", "Ivan Kavalenka", **facts[at]) for at in range(40)]
    others = [somebody(f"b{at}", "Иван Коваленко", **facts[at]) for at in range(20, 60)]
    return Trial("sixty of one name", ones, others, frozenset((at, at - 20) for at in range(20, 40)))


def _facts(dice: random.Random) -> Facts:
    born = date(1950, 1, 2) + timedelta(days=dice.randrange(18_000))
    detained = date(2020, 8, 9) + timedelta(days=dice.randrange(900))
    sentenced = detained + timedelta(days=dice.randrange(60, 300))
    return Facts(born.isoformat(), detained.isoformat(), sentenced.isoformat(), dice.choice(REGIONS))
