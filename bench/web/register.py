"""The register that is read: 100,000 people of Zalesia and about a million claims, made once and kept under var/.

Acts are those that `bench.tally.generate` draws; names, births, what else is said of somebody and whether the keeper of
the list recognises them are drawn beside them. Each region has a list of its own, imported as a keeper would. A row is
public from the day on which the last of its acts was. It takes minutes; a register of this size and format that stands
whole is used again.
"""

import csv
import random
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np

from bench.append import open_register
from bench.environment import PLACES
from bench.readers import habeas, ran
from bench.tally import generate
from habeas.claims.act import Act
from habeas.tally.table import ACT
from habeas.zalesia.dice import Dice
from habeas.zalesia.names import MEN, cyrillic, drawn

FORM = 1  # of what is drawn here: another number, another register
SEED = "20250215"
ACTS_A_PERSON = 3.69  # at 113 % of the people, whom the claims drawn are of
LONGEST = 5_000  # rows of a list
MOST_ACTS = 10  # of a person: the first of them
KEEPER, VOUCHER = "Lantern Group", "Marta Veres"
SEXES = ("f", "m", "")
TRADES = ("baker", "driver", "electrician", "engineer", "journalist", "lawyer", "nurse", "student", "teacher", "welder")
ABROAD = 0.04  # share of citizens of another country


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody of a list: the name, the region, acts as a list writes them, what else is said, and from when."""

    key: int
    name: str
    region: int
    acts: tuple[tuple[Act, str], ...]
    said: dict[str, str]
    public: date


def made(people: int) -> Path:
    """The folder of a register of so many people, made where it does not stand."""
    place = PLACES / "web" / f"{people}-{FORM}"
    if not (place / "whole").exists():
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        habeas("init", place / "register", "--name", "Register of political prisoners, Zalesia")
        ran([sys.executable, "-m", "bench.web.register", str(people), str(place)])
        (place / "whole").touch()
    return place / "register"


def record(people: int, place: Path) -> None:
    """Enter everybody into the new register of a folder, list by list, each public at once."""
    open_register(place / "register")
    from habeas.claims.vocabulary import Access
    from habeas.exchange import importing
    from habeas.exchange.people import ListTerms

    for name, some in _lists(people):
        path = place / f"{name}.csv"
        _write(some, path)
        sys.stderr.write(f"bench: recording {len(some):,} people of {name}\n")
        prepared = importing.prepare(path, datetime.now(UTC).date(), ListTerms(name, KEEPER, VOUCHER, as_said=True))
        assert not prepared.problems, prepared.problems[0]
        prepared.access = Access.public
        importing.record(prepared, lambda receipt: None)


def _lists(people: int) -> Iterator[tuple[str, list[Row]]]:
    """The people by list: each of a region, and of no more than a keeper has in one file."""
    regions: dict[int, list[Row]] = defaultdict(list)
    for row in rows(people):
        regions[row.region].append(row)
    for region, some in sorted(regions.items()):
        for part, start in enumerate(range(0, len(some), LONGEST), 1):
            yield f"Held in region {region}, part {part}", some[start : start + LONGEST]


def rows(people: int) -> Iterator[Row]:
    """So many people, the same from the same seed."""
    found = generate.draw(int(people * ACTS_A_PERSON * 1.13) + 500)
    assert int(found.person[-1]) >= people, "too few people were drawn"
    starts = np.searchsorted(found.person, np.arange(people + 1))
    dice, chance, names = Dice(SEED), random.Random(SEED), set[str]()
    for one in range(people):
        claims = range(int(starts[one]), min(int(starts[one + 1]), int(starts[one]) + MOST_ACTS))
        order = sorted(claims, key=lambda row: (int(found.first[row]), row))
        acts = tuple((Act(ACT[found.act[row]]), _day(int(found.first[row]), int(found.last[row]))) for row in order)
        sex, first = SEXES[found.sex[one]], date.fromordinal(int(found.first[order[0]]))
        name = _name(dice, sex, names)
        if chance.random() < 0.5:
            name = cyrillic(name)
        public = date.fromordinal(max(int(found.known[row]) for row in claims))
        region = int(found.region[one])
        yield Row(one, name, region, acts, _said(chance, sex, region, first, public, acts), public)


def _name(dice: Dice, sex: str, taken: set[str]) -> str:
    """A given name, a father's and a family name that nobody else has all three of."""
    while True:
        given, _, family = drawn(dice, sex or "m").partition(" ")
        name = f"{given} {dice.one(MEN)}{'ouna' if sex == 'f' else 'avich'} {family}"
        if name not in taken:
            taken.add(name)
            return name


def _said(
    chance: random.Random, sex: str, region: int, first: date, public: date, acts: tuple[tuple[Act, str], ...]
) -> dict[str, str]:
    said = {
        "sex": sex,
        "born": date.fromordinal(first.toordinal() - chance.randrange(19 * 366, 70 * 365)).isoformat(),
        "citizenship": "Outland" if chance.random() < ABROAD else "Zalesia",
        "region": f"region {region}",
        "occupation": chance.choice(TRADES),
    }
    if chance.random() < 0.75:
        said["recognised"] = public.isoformat()
    if any(act is Act.sentenced for act, _ in acts):
        said["planned_end"] = date.fromordinal(first.toordinal() + chance.randrange(400, 4000)).isoformat()
    return said


def _day(first: int, last: int) -> str:
    """As EDTF: a day, or the month or the year in which both are."""
    one, other = date.fromordinal(first), date.fromordinal(last)
    if one == other:
        return one.isoformat()
    return one.isoformat()[: 7 if (one.year, one.month) == (other.year, other.month) else 4]


def _write(some: list[Row], path: Path) -> None:
    columns = {f"{act.value}{again}" for row in some for act, again in _named(row)}
    said = ("sex", "born", "citizenship", "region", "occupation", "recognised", "planned_end")
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, ("name", "key", *sorted(columns), *said, "published"), restval="")
        table.writeheader()
        for row in some:
            acts = {f"{act.value}{again}": day for (act, again), (_, day) in zip(_named(row), row.acts, strict=True)}
            told = {"name": row.name, "key": row.key, "published": row.public.isoformat()}
            table.writerow(told | acts | row.said)


def _named(row: Row) -> Iterator[tuple[Act, str]]:
    """Each act with what its column has behind its name: nothing, `.2`, `.3`."""
    times: dict[Act, int] = defaultdict(int)
    for act, _ in row.acts:
        times[act] += 1
        yield act, f".{times[act]}" if times[act] > 1 else ""


if __name__ == "__main__":
    record(int(sys.argv[1]), Path(sys.argv[2]))
