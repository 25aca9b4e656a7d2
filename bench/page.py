"""How long ten readers at once wait for the tally page of a register of 12,000 people, each detained, most released.

Six ways to ask: one address again and again; another day each time; another day on which it was known each time; then,
each on another day, divided by state, by a rule of who came out, and by a rule that counts the day of leaving. The
promise: 100 ms at the 95th percentile, on a server that has answered once before. Before a time is printed, what
the server answers must be what the plain loop counts over the same people without any register.
"""

import csv
import json
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import NamedTuple
from urllib.parse import urlencode

from habeas.claims.act import Act
from habeas.claims.when import When
from habeas.custody.report import Account, Report
from habeas.tally.count import count
from habeas.tally.rule import HELD, Rule

from .measure import Task
from .readers import Waited, habeas, page, read_at_once, served

PEOPLE = 12_000
READERS = 10
FIRST_DAY, DAYS = date(2015, 1, 1), 3000
KNOWN = date(2026, 1, 1)
CHECKED = 4  # addresses of each case that are counted by the plain loop too
FREED = Rule(
    name="freed",
    version=1,
    sentence="Counts each time that somebody left custody in the calendar month, up to the day asked about.",
    quantity="outflow",
    unit="detentions",
    population=HELD.population,
    period="month",
)
LEAVING = replace(
    HELD,
    name="held, leaving counted",
    sentence="Counts each person who is in custody on the day, the day of leaving included.",
    population=replace(HELD.population, leaving_day=True),
)


class Address(NamedTuple):
    """What is asked: of which day, as known on which, by which rule, divided by what."""

    as_of: date
    known_on: date
    rule: Rule = HELD
    by: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented: the days as the list writes them, and the day on which the row was public."""

    detained: str
    released: str
    public: date


def tasks(quick: bool) -> dict[str, Task]:
    """Milliseconds at three points, and pages a second, for each way to ask."""
    return measured(PEOPLE, pages=15 if quick else 60, seconds=20 if quick else 90)


def measured(people: int, pages: int, seconds: float) -> dict[str, Task]:
    """The same for that many people, each reader reading that many pages, or as many as it gets in that time."""
    place = Path(tempfile.mkdtemp(prefix="habeas-bench-"))
    try:
        drawn = list(draw(people))
        record(drawn, place)
        with served(place / "register") as port:
            return _measured(drawn, port, pages, seconds)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _measured(people: list[Person], port: int, pages: int, seconds: float) -> dict[str, Task]:
    begun = perf_counter()
    page(port, "/")
    found = {"first answer": Task((perf_counter() - begun) * 1000, None, "no peer", None, "ms", len(people))}
    chance = random.Random(20250215)
    for name, asked in _ways(chance, READERS * pages).items():
        for one in asked[:: max(1, len(asked) // CHECKED)]:
            _must_be_equal(people, port, one)
        mine = [[_address("/", one) for one in asked[reader::READERS]] for reader in range(READERS)]
        found |= _told(name, read_at_once(port, mine, seconds), len(people))
    sys.stderr.write(f"warm start; {READERS} readers at once and the server share {os.cpu_count()} cores\n")
    return found


def _ways(chance: random.Random, pages: int) -> dict[str, list[Address]]:
    """What is asked in each case. No address comes twice, save where it is always the same."""
    days = [FIRST_DAY + timedelta(days=step) for step in chance.sample(range(DAYS + 1000), pages)]
    knowns = [FIRST_DAY + timedelta(days=step) for step in chance.sample(range(DAYS + 1000), pages)]
    return {
        "same address": [Address(days[0], KNOWN)] * pages,
        "another day": [Address(day, KNOWN) for day in days],
        "another known day": [Address(*both) for both in zip(days, knowns, strict=True)],
        "divided": [Address(day, KNOWN, by="state") for day in days],
        "who came out": [Address(day, KNOWN, FREED) for day in days],
        "leaving day counted": [Address(day, KNOWN, LEAVING) for day in days],
    }


def _told(name: str, waited: Waited, size: int) -> dict[str, Task]:
    points = {"p50": waited.at(0.5), "p95": waited.at(0.95), "max": max(waited.times)}
    told = {f"{name}, {point}": Task(time, None, "no peer", None, "ms", size) for point, time in points.items()}
    return told | {f"{name}, rate": Task(waited.a_second, None, "no peer", None, "pages/s", len(waited.times))}


def _must_be_equal(people: Sequence[Person], port: int, asked: Address) -> None:
    """What page and API answer must be what the plain loop counts over the rows that were public."""
    accounts = {str(key): _account(one) for key, one in enumerate(people) if one.public <= asked.known_on}
    ours = count(accounts, asked.rule, asked.as_of)
    theirs = json.loads(page(port, _address("/api/tally", asked)))
    counted, answered = (ours.low, ours.best, ours.high), tuple(theirs[end] for end in ("low", "best", "high"))
    assert counted == answered, f"{asked}: the plain loop counts {counted}, the server {answered}"
    shown = page(port, _address("/", asked)).decode()
    assert not ours.best or f"{ours.best:,}" in shown, f"{asked}: {ours.best:,} is not on the page"


def _account(one: Person) -> Account:
    acts = ((Act.detained, one.detained), (Act.released, one.released))
    return Account(tuple(_report(order, act, text) for order, (act, text) in enumerate(acts) if text))


def _report(order: int, act: Act, text: str) -> Report:
    day = When.of(text)
    return Report(act.value, order, act, day.earliest, day.latest)


def _address(path: str, asked: Address) -> str:
    words = {"as_of": asked.as_of.isoformat(), "known_on": asked.known_on.isoformat()}
    by_rule = {"rule": asked.rule.name} if asked.rule != HELD else {}
    return f"{path}?{urlencode(words | by_rule | ({'by': asked.by} if asked.by else {}))}"


def draw(people: int) -> Iterator[Person]:
    """People of Zalesia, from a seed: one in five without a release, one day in ten no better known than its month."""
    chance = random.Random(20250215)
    for _ in range(people):
        detained = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        released = detained + timedelta(days=chance.randrange(40, 900))
        public = released + timedelta(days=chance.randrange(40, 100))
        days = [one.isoformat()[: 7 if chance.random() < 0.1 else 10] for one in (detained, released)]
        yield Person(days[0], days[1] if chance.random() < 0.8 else "", public)


def record(people: Sequence[Person], place: Path) -> None:
    """A register of these people, everything in it public."""
    path = place / "people.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("name", "key", "detained", "released", "published"))
        for key, one in enumerate(people):
            rows.writerow((f"Аляксандр Person-{key}", key, one.detained, one.released, one.public.isoformat()))
    register, vouched = place / "register", ("--keeper", "Lantern Group", "--vouched-by", "Marta Veres")
    habeas("init", register, "--name", "Register of Zalesia")
    habeas("import", path, "--register", register, "--list", "Held in Zalesia", *vouched)
    (rules := place / "rules.toml").write_text(_case(), encoding="utf-8")
    habeas("import", rules, "--register", register)
    document = sha256(path.read_bytes()).hexdigest()
    habeas("access", "public", "--read-in", document, "--by", "Marta Veres", "--register", register)


def _case() -> str:
    """The two rules beside the one that is built in, as a case file."""
    head = '[case]\nname = "Rules of Zalesia"\nvouched_by = "Marta Veres"\naccess = "public"\n'
    return head + _words(FREED, f'period = "{FREED.period}"') + _words(LEAVING, 'leaving_day = "counted"')


def _words(rule: Rule, more: str) -> str:
    states = json.dumps(sorted(state.value for state in rule.population.states))
    told = {"name": rule.name, "sentence": rule.sentence, "quantity": rule.quantity, "unit": rule.unit}
    lines = [f"{key} = {json.dumps(value)}" for key, value in told.items()]
    return "\n".join(("\n[[rules]]", *lines, f"version = {rule.version}", f"states = {states}", more, ""))
