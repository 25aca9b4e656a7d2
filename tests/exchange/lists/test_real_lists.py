"""Real lists by mappings: three dated versions of one, two snapshots of another, and a long one with minors in it.

What is expected is counted from the files themselves, without any code of habeas.
"""

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from habeas.claims.vocabulary import Access
from habeas.claims.when import Meaning, When
from habeas.exchange import importing
from habeas.exchange.mapped_list import Mapped
from habeas.exchange.prepared import Prepared
from habeas.register import read
from habeas.register.query import Query

from ..chinese import EDITIONS
from .conftest import HEAD, KEEPER, TODAY, column

CHINA = HEAD.replace('"No."', '"Source"') + column("Name", "name") + column("Gender", "sex", words="sex")
CHINA += column("Date of Birth", "born") + column("Date of Death", "died") + column("Place", "region", open=True)
CHINA += column("Sentence", "planned_end", words="ends") + column("Sentence", "term", of="held", words="terms")
CHINA += column("Source", "source") + '[constants]\nheld = "XXXX-XX-XX"\n'
CHINA += '[words.sex]\nmale = "male"\nfemale = "female"\n'
CHINA += '[words.ends]\nlife = ""\nunknown = ""\ndeath = ""\ndetention = ""\n[words.terms]\nlife = "life"\n"*" = ""\n'

GUANTANAMO = HEAD.replace('"No."', '"Name"') + column("Name", "name") + column("country", "citizenship", open=True)
GUANTANAMO += column("time_in_gitmo", "detained", duration="completed") + '[left_out]\nunused = ["tweet"]\n'
GUANTANAMO += '[file]\nkeys_as = "Name"\nskip = ["time_scraped"]\n'

CHILE = HEAD.replace('"No."', '"individual_id"') + '[[columns]]\ncolumn = ["first_name", "last_name"]\nsays = "name"\n'
CHILE += column("start_date_daily", "held") + column("male", "sex", words="sex")
CHILE += column("nationality", "citizenship", open=True)
CHILE += '[words.sex]\n"1.0" = "male"\n"0.0" = "female"\n[minors]\nflag = "minor"\nflagged = ["1.0"]\nage = "age"\n'
CHILE += 'of_age = ["0.0"]\n'


def prepare(path: Path, mapping: str, day: str, place: Path) -> Prepared:
    (place / "mapping.toml").write_text(mapping, encoding="utf-8")
    by = Mapped(place / "mapping.toml", KEEPER, When.of(day, meaning=Meaning.published))
    return importing.prepare(path, TODAY, by, quarantine=True)


def imported(path: Path, mapping: str, day: str, place: Path) -> importing.Outcome:
    return importing.record(prepare(path, mapping, day, place), lambda receipt: None)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_three_versions_of_one_list(register_sqlite: Path, shared: Path, tmp_path: Path) -> None:
    paths = [shared / "data" / "registers" / f"chinese-political-prisoners__known_{day}.csv" for day in EDITIONS]
    slips = {"1954-02-29", "1952-08021", "19812", "20220-09-29", "detentino"}  # nothing that a date can be
    before: set[str] = set()
    for day, path in zip(EDITIONS, paths, strict=True):
        rows = rows_of(path)
        sound = [row for row in rows if not slips & {row["Date of Birth"], row["Sentence"]}]
        outcome = imported(path, CHINA, str(day), tmp_path)
        assert outcome.changes is not None
        here = {row["Source"] for row in sound}
        assert (outcome.changes.rows, len(outcome.changes.new)) == (len(sound), len(here - before))
        assert (dict(outcome.changes.missing), outcome.changes.changed) == ({}, {})
        before |= here
    seen = read.view(None, Access.staff)
    said = [one.body for one in read.claims(Query(type="act"), seen)]
    by_kind = {kind: [one for one in said if one["act"]["kind"] == kind] for kind in ("held", "died", "released")}
    last = {row["Source"]: row for path in paths for row in rows_of(path) if row["Source"] in before}
    assert len(by_kind["died"]) == sum(bool(row["Date of Death"]) for row in last.values()) == 20
    assert sum(one["act"].get("term") == "life" for one in by_kind["held"]) == sum(
        row["Sentence"] == "life" for row in last.values()
    )
    assert {one["when"]["meaning"] for one in by_kind["released"]} == {"planned_end"}


def test_two_snapshots_of_which_one_name_is_gone(register_sqlite: Path, shared: Path, tmp_path: Path) -> None:
    days = ("2015-10-19", "2015-10-30")
    paths = [shared / "data" / "registers" / f"prisoners__known_{day}.json" for day in days]
    first, second = (_entries(path) for path in paths)
    (gone,) = first.keys() - second.keys()
    prepared = prepare(paths[0], GUANTANAMO, days[0], tmp_path)
    assert (prepared.set_apart, prepared.unknown) == ([], {})
    importing.record(prepared, lambda receipt: None)
    outcome = imported(paths[1], GUANTANAMO, days[1], tmp_path)
    assert outcome.changes is not None
    assert (outcome.changes.rows, outcome.changes.new, outcome.changes.changed) == (len(second), [], {})
    assert list(outcome.changes.missing.values()) == [gone]
    detained = [one.body for one in read.claims(Query(type="act"), read.view(None, Access.staff))]
    assert len(detained) == len(first), "who is gone from a list was not released by that"
    assert {one["when"]["original"] for one in detained} == {one["time_in_gitmo"] for one in first.values()}


def _entries(path: Path) -> Mapping[str, dict[str, Any]]:
    found = json.loads(path.read_text(encoding="utf-8"))
    return {name: one for name, one in found.items() if isinstance(one, dict)}


def test_a_long_list_with_minors_in_it(register_sqlite: Path, shared: Path, tmp_path: Path) -> None:
    path = shared / "data" / "registers" / "chile_rettig.csv"
    rows = rows_of(path)
    named = {"individual_id", "first_name", "last_name", "start_date_daily", "male", "nationality", "minor", "age"}
    kept_from = ["torture", "mistreatment", "interrogation", "additional_comments"]
    unused = [column for column in rows[0] if column not in named and column not in kept_from]
    mapping = f"{CHILE}[left_out]\nsuppressed = {kept_from}\nunused = {unused}\n"
    prepared = prepare(path, mapping, "2019-06-03", tmp_path)
    assert (prepared.problems, prepared.set_apart, prepared.unknown) == ([], [], {})
    under = [row for row in rows if row["minor"] == "1.0" or (row["age"] and float(row["age"]) < 18)]
    assert (len(prepared.minors), len(rows)) == (len(under), 2398)
    held = prepared.holdings[0].data.decode()
    assert held.splitlines()[0] == ",".join(column for column in rows[0] if column not in kept_from)
    assert len(list(csv.reader(held.splitlines()))) == len(rows) + 1
