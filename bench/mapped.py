"""What somebody else's list costs by a mapping: 12,000 rows with everything, as CSV and as XLSX, and its next edition.

Eleven columns are read, one is suppressed; days are read day first, words by tables, articles split. Of each the
seconds on the wall, and of the processor; there is no peer. The next edition changes a hundred rows.
"""

import csv
import random
import shutil
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl

from .importing import _template
from .measure import Task

PEOPLE = 12_000
CHANGED = 100
TODAY = date(2026, 11, 23)
HEAD = ["No.", "Name", "Sex", "Born", "Taken", "Freed", "Ends", "Region", "Law", "Prison", "Work", "Source", "Address"]
MAPPING = """
[list]
name = "Held in Zalesia"
keeper = "Lantern Group"
key = ["No."]
[file]
delimiter = ";"
[dates]
order = "day first"
[constants]
citizenship = "ZL"
[left_out]
suppressed = ["Address"]
[words.sex]
m = "male"
f = "female"
[words.ends]
life = ""
"""
COLUMNS = {
    "Name": 'says = "name"',
    "Sex": 'says = "sex"\nwords = "sex"',
    "Born": 'says = "born"',
    "Taken": 'says = "detained"',
    "Freed": 'says = "released"',
    "Ends": 'says = "planned_end"\nwords = "ends"',
    "Region": 'says = "region"\nopen = true',
    "Law": 'says = "articles"\nof = "detained"\nseparator = ","',
    "Prison": 'says = "facility"\nof = "detained"',
    "Work": 'says = "occupation"\nopen = true',
    "Source": 'says = "source"',
}


def tasks(quick: bool) -> dict[str, Task]:
    """Seconds for the whole list in each form, dry run excluded."""
    return measured(PEOPLE // 10 if quick else PEOPLE, CHANGED)


def measured(people: int, changed: int) -> dict[str, Task]:
    """The same for a list of so many people, of whom so many are changed in the next edition."""
    place = Path(tempfile.mkdtemp(prefix="habeas-bench-"))
    try:
        rows = _rows(people)
        blocks = [f'[[columns]]\ncolumn = "{column}"\n{says}\n' for column, says in COLUMNS.items()]
        (place / "held.toml").write_text(MAPPING + "".join(blocks), encoding="utf-8")
        template = _template(place)
        found: dict[str, Task] = {}
        for form, write in (("csv", _as_csv), ("xlsx", _as_workbook)):
            write(place / f"held.{form}", rows)
            _open(template, place / form)
            found |= _timed(form, place / f"held.{form}", "2026-01-01", people, people)
        for row in rows[1 : changed + 1]:
            row[5] = "01.01.2026"
        _as_csv(place / "held.csv", rows)
        return found | _timed("next edition", place / "held.csv", "2026-02-01", people, 0)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _rows(people: int) -> list[list[str]]:
    chance = random.Random(20250215)
    rows = [list(HEAD)]
    for number in range(people):
        taken = date(2015, 1, 1).toordinal() + chance.randrange(3000)
        days = [date.fromordinal(taken + more).strftime("%d.%m.%Y") for more in (0, chance.randrange(1, 900), 2000)]
        row = [str(number), f"Аляксандр Person-{number}", "mf"[number % 2], str(1950 + number % 50), *days]
        row[6] = row[6] if number % 5 else "life"
        row += [f"Region {number % 7}", "342, 361-2", f"Prison No. {number % 9}", "driver", f"Courier, no. {number}"]
        rows.append([*row, f"Lime Street {number}"])
    return rows


def _as_csv(path: Path, rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


def _as_workbook(path: Path, rows: Sequence[Sequence[str]]) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("People")
    for row in rows:
        sheet.append(list(row))
    book.save(path)


def _open(template: Path, register: Path) -> None:
    from django.conf import settings
    from django.db import connections

    connections.close_all()
    shutil.copytree(template, register)
    settings.REGISTER = register
    connections["default"].settings_dict["NAME"] = str(register / "register.db")


def _timed(what: str, path: Path, day: str, people: int, new: int) -> dict[str, Task]:
    """Prepare, check, record and acknowledge the list in the register that is open."""
    from habeas.claims.when import Meaning, When
    from habeas.exchange import importing
    from habeas.exchange.mapped_list import Mapped

    by = Mapped(path.with_name("held.toml"), "Marta Veres", When.of(day, meaning=Meaning.published))
    wall, processor = time.perf_counter(), time.process_time()
    prepared = importing.prepare(path, TODAY, by)
    outcome = importing.record(prepared, lambda receipt: None)
    spent = time.perf_counter() - wall, time.process_time() - processor
    assert prepared.problems == []
    assert outcome.changes is not None
    assert (outcome.changes.rows, len(outcome.changes.new), len(outcome.missing)) == (people, new, 0)
    return {
        f"{what}{clock}": Task(one, None, "no peer", None, "s", people)
        for clock, one in zip(("", ", processor"), spent, strict=True)
    }
