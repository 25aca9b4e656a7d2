"""What the record costs: a list of 12,000 people with two acts each, logged, hashed, projected and acknowledged.

Beside it a bare insert of the same rows into the same SQLite with the same settings: no log, no hash, no anchor, no
provenance. Both must then hold the same number of people on a day before a time is printed.
"""

import csv
import os
import random
import shutil
import sqlite3
import tempfile
from datetime import date
from pathlib import Path

from .measure import Task, seconds

PEOPLE = 12_000
BATCH = 500
DAY = date(2020, 1, 1)
TODAY = date(2026, 11, 23)
BARE = "bare insert into the same SQLite"


def tasks(quick: bool) -> dict[str, Task]:
    """Seconds for the whole list, and claims a second."""
    place = Path(tempfile.mkdtemp(prefix="habeas-bench-"))
    try:
        return _measured(place, runs=3 if quick else 7)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _measured(place: Path, runs: int) -> dict[str, Task]:
    people = place / "people.csv"
    _generate(people)
    template = _template(place)
    ours = seconds(lambda: _ours(people, template, place / "ours"), runs)
    bare = seconds(lambda: _bare(people, place / "bare.db"), runs)
    held = _held_by_us(), _held_in(place / "bare.db")
    assert held[0] == held[1], f"the two do not hold the same people: {held}"
    claims = 2 * PEOPLE
    return {
        "import": Task(ours, bare, BARE, bare / ours, "s", PEOPLE),
        "claims": Task(claims / ours, claims / bare, BARE, bare / ours, "claims/s", claims),
    }


def _generate(path: Path) -> None:
    """People of Zalesia, from a seed: detained on one day, released on a later one."""
    chance = random.Random(20250215)
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("name", "key", "detained", "released", "published"))
        for number in range(PEOPLE):
            first = date(2015, 1, 1).toordinal() + chance.randrange(3000)
            days = [date.fromordinal(first + later).isoformat() for later in (0, chance.randrange(1, 900), 1000)]
            rows.writerow((f"Аляксандр Person-{number}", str(number), *days))


def _template(place: Path) -> Path:
    """A new register, open in this process."""
    from habeas.register import folder

    template = place / "template"
    folder.create(template, "bench", None)
    os.environ[folder.VARIABLE] = str(template)
    os.environ["DJANGO_SETTINGS_MODULE"] = "habeas.server.settings"
    import django

    django.setup()
    from django.db import connections

    from habeas.register import opening, write

    opening.make_tables()
    write.begin("bench")
    connections.close_all()
    return template


def _ours(people: Path, template: Path, register: Path) -> None:
    """Prepare, check, record and acknowledge the whole list in a fresh register."""
    from django.conf import settings
    from django.db import connections

    from habeas.exchange import importing
    from habeas.exchange.people import ListTerms

    connections.close_all()
    shutil.rmtree(register, ignore_errors=True)
    shutil.copytree(template, register)
    settings.REGISTER = register
    connections["default"].settings_dict["NAME"] = str(register / "register.db")
    prepared = importing.prepare(people, TODAY, ListTerms("Held in Zalesia", "Lantern Group", "Marta Veres"))
    outcome = importing.record(prepared, lambda receipt: None)
    assert sum(draft.kind == "claim" for draft in prepared.drafts) == 2 * PEOPLE
    assert not outcome.receipt.refused


def _held_by_us() -> int:
    from habeas.answers import tally
    from habeas.claims.vocabulary import Access

    return tally.tally(DAY, TODAY, tally.view(None, Access.staff)).count.best


def _bare(people: Path, path: Path) -> None:
    """The same rows, read by the same reader, committed in the same batches, to a table of people and one of acts."""
    for old in path.parent.glob(f"{path.name}*"):
        old.unlink()
    database = sqlite3.connect(path, isolation_level=None)
    database.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, key TEXT);"
        "CREATE TABLE act (person INTEGER, kind TEXT, day TEXT, published TEXT);"
    )
    with people.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for start in range(0, len(rows), BATCH):
        some = list(enumerate(rows[start : start + BATCH], start))
        database.execute("BEGIN IMMEDIATE")
        database.executemany("INSERT INTO person VALUES (?, ?, ?)", [(i, row["name"], row["key"]) for i, row in some])
        acts = [(i, kind, row[kind], row["published"]) for i, row in some for kind in ("detained", "released")]
        database.executemany("INSERT INTO act VALUES (?, ?, ?, ?)", acts)
        database.execute("COMMIT")
    database.close()


def _held_in(path: Path) -> int:
    database = sqlite3.connect(path)
    query = """SELECT count(*) FROM act i JOIN act o ON o.person = i.person AND o.kind = 'released'
               WHERE i.kind = 'detained' AND i.day <= ? AND o.day > ?"""
    (held,) = database.execute(query, (DAY.isoformat(), DAY.isoformat())).fetchone()
    database.close()
    return int(held)
