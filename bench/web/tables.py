"""What Datasette is given of a register: the same people, claims and days, in tables that suit its pages best.

`held` has our own rectangles, those in which a person is counted by best, so that a figure is a filter over one index
with facets; `person` has a full-text index with prefixes; `claim` one on its person. Days are whole numbers, 20250215.
"""

import sqlite3
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bench.append import open_register

PERSONS = "id TEXT PRIMARY KEY, name TEXT, sex TEXT, region TEXT, born TEXT, occupation TEXT"
CLAIMS = (
    "id TEXT PRIMARY KEY, person TEXT REFERENCES person(id), type TEXT, statement TEXT, earliest INTEGER, "
    "latest INTEGER, known INTEGER, document TEXT"
)
HELD = (
    "number INTEGER PRIMARY KEY, person TEXT REFERENCES person(id), state TEXT, valid_from INTEGER, "
    "valid_to INTEGER, known_from INTEGER, known_to INTEGER"
)
INDEXES = (
    "CREATE INDEX claim_person ON claim(person)",
    "CREATE INDEX held_days ON held(known_from, valid_from, valid_to, known_to, state)",
    'CREATE VIRTUAL TABLE person_fts USING fts5(name, content="person", prefix="1 2 3 4 5")',
    "INSERT INTO person_fts(rowid, name) SELECT rowid, name FROM person",
    "INSERT INTO person_fts(person_fts) VALUES ('optimize')",
    "ANALYZE",
)
ALWAYS, NEVER = 10101, 99991231
SAID = ("sex", "region", "birth", "occupation")


def write(register: Path, to: Path) -> None:
    """Make the database anew."""
    open_register(register)
    to.unlink(missing_ok=True)
    with sqlite3.connect(to) as base:
        for name, columns, rows in (
            ("person", PERSONS, _persons(register)),
            ("claim", CLAIMS, _claims(register)),
            ("held", HELD, _held()),
        ):
            base.execute(f"CREATE TABLE {name} ({columns})")
            base.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns.split(',')))})", rows)
        for statement in INDEXES:
            base.execute(statement)


def _persons(register: Path) -> Iterator[tuple[Any, ...]]:
    asked = "".join(f", max(CASE WHEN a.property = '{name}' THEN a.value END)" for name in SAID)
    with sqlite3.connect(register / "register.db") as base:
        rows = base.execute(
            f"SELECT r.id, r.name{asked} FROM record r LEFT JOIN attribute a ON a.record = r.id GROUP BY r.id"
        )
        yield from ((one, name, sex, region, born, trade) for one, name, sex, region, born, trade in rows)


def _claims(register: Path) -> Iterator[tuple[Any, ...]]:
    with sqlite3.connect(register / "register.db") as base:
        yield from base.execute(
            """SELECT c.id, p.record, c.type, json_extract(b.body, '$.statement'), replace(c.earliest, '-', ''),
                      replace(c.latest, '-', ''), replace(c.known, '-', ''), c.document
               FROM claim c JOIN participant p ON p.entry = c.entry JOIN payload b ON b.seq = c.entry"""
        )


def _held() -> Iterator[tuple[Any, ...]]:
    from habeas.answers import public
    from habeas.answers.accounts import accounts
    from habeas.custody.whereabouts import STATES
    from habeas.register import read
    from habeas.tally import table
    from habeas.tally.lens import EVERY
    from habeas.tally.rule import HELD as RULE
    from habeas.tally.stock import weights

    def number(day: int) -> int:
        if day <= table.ALWAYS or day >= table.NEVER:
            return ALWAYS if day <= table.ALWAYS else NEVER
        return int(date.fromordinal(day).isoformat().replace("-", ""))

    with read.snapshot():
        ready = accounts(public.view(None)).ready(RULE, EVERY)
    book, some = ready.book, ready.book.base.derived.rectangles
    of = {place: one for one, place in ready.admitted.table.number.items()}
    counted = weights(book.cells, RULE).best
    sides = (some.person, some.cell, some.first, some.until, some.known, some.known_to)
    for place, (person, cell, *days) in enumerate(zip(*(column.tolist() for column in sides), strict=True)):
        state = STATES[book.cells.cells[cell].best] if counted[cell] else None
        if state is not None:
            yield (place, of[person], state.value, *map(number, days))


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
