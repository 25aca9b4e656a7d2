"""A table of stated figures: a new row adds its claims and changes nothing else; a slip is told with its place."""

from datetime import date
from pathlib import Path

from habeas.claims.vocabulary import Access
from habeas.exchange import importing
from habeas.register import read
from habeas.register.query import Query

TODAY = date(2026, 11, 23)
CASE = """
[case]
vouched_by = "Marta Veres"
{access}
[table]
file = "tallies.csv"
list = "Published tallies, Zalesia"
key = ["as_of", "body"]
source_column = "source"

[agents."Lantern Group"]
name = "Lantern Group"

[agents."two keepers"]
name = "two keepers"
sort = "unnamed"

[sources."Courier, 14 November 2025"]
published = "2025-11-14"

[words.comparator]
exact = "="
about = "~"

[[claims]]
column = "held"
type = "figure"
topics = ["tally"]
statement = "{{body}} put the number held at {{held}}."
attribution = [{{ agent = "{{body}}", kind = "on_record" }}]
when = {{ edtf = "{{as_of}}", meaning = "as_of" }}

[claims.figure]
subject = "people held"
kind = "stock"
unit = "persons"
value = "{{held}}"
comparator = "{{how:comparator}}"
"""
HEAD = "as_of,body,held,how,source\n"
FIRST = 'two keepers,412,exact,"Courier, 14 November 2025"\n'


def table(place: Path, rows: str, access: str = "") -> Path:
    (place / "tallies.csv").write_text(HEAD + rows, encoding="utf-8")
    path = place / "tallies.toml"
    path.write_text(CASE.format(access=access), encoding="utf-8")
    return path


def imported(path: Path) -> importing.Outcome:
    prepared = importing.prepare(path, TODAY)
    assert prepared.problems == []
    return importing.record(prepared, lambda receipt: None)


def test_a_row_is_a_claim_with_its_cell_source_and_day(register: Path, tmp_path: Path) -> None:
    imported(table(tmp_path, "2025-11-10," + FIRST))
    (claim,) = read.claims(Query(), read.view(None, Access.staff))
    assert claim.body["figure"]["low"] == claim.body["figure"]["high"] == "412"
    assert (claim.body["anchor"]["row"], claim.body["anchor"]["column"]) == (2, "held")
    assert claim.known == {"earliest": "2025-11-14", "latest": "2025-11-14", "basis": "published"}
    assert len(claim.body["cites"]) == 1


def test_a_new_row_adds_its_claim_and_changes_no_other(register: Path, tmp_path: Path) -> None:
    imported(table(tmp_path, "2025-11-10," + FIRST))
    outcome = imported(table(tmp_path, "2025-11-10," + FIRST + "2025-11-17,Lantern Group,410,about,\n"))
    assert outcome.receipt.corrected == 0
    assert len(outcome.receipt.claims) == 1
    assert read.count(Query(), read.view(None, Access.staff)) == 2


def test_a_slip_is_told_with_row_and_column(register_sqlite: Path, tmp_path: Path) -> None:
    rows = (
        "2025-11-10,"
        + FIRST
        + "2025-11-17,nobody,410,about,\n2025-11-18,Lantern Group,410,nearly,\n2025-11-10,"
        + FIRST
    )
    problems = "\n".join(importing.prepare(table(tmp_path, rows), TODAY).problems)
    assert "tallies.csv, row 3, column held: `attribution` names 'nobody', which is not in [agents]" in problems
    assert "tallies.csv, row 4, column held: column how: 'nearly' is not in [words.comparator]" in problems
    assert "tallies.csv, row 5: the same key as row 2" in problems


def test_a_file_whose_access_changed_says_that_what_stands_keeps_its_own(register_sqlite: Path, tmp_path: Path) -> None:
    imported(table(tmp_path, "2025-11-10," + FIRST))
    assert imported(table(tmp_path, "2025-11-10," + FIRST, 'access = "public"')).otherwise_open == 1
    assert read.count(Query(), read.view(None, Access.public)) == 0


def test_what_a_newer_edition_no_longer_has_is_listed_as_missing(register: Path, tmp_path: Path) -> None:
    imported(table(tmp_path, "2025-11-10," + FIRST + "2025-11-17,Lantern Group,410,about,\n"))
    outcome = imported(table(tmp_path, "2025-11-10,two keepers,,exact,\n2025-11-24,Lantern Group,409,exact,\n"))
    assert [one.partition(" (claim ")[0] for one in outcome.missing] == [
        "two keepers put the number held at 412.",
        "Lantern Group put the number held at 410.",
    ]
    assert read.count(Query(), read.view(None, Access.staff)) == 3


def test_an_edition_without_a_day_beside_one_that_has_it_is_refused(register_sqlite: Path, tmp_path: Path) -> None:
    path = table(tmp_path, "2025-11-10," + FIRST)
    said = path.read_text(encoding="utf-8")
    path.write_text(said.replace("[table]\n", '[table]\npublished = "2025-11-15"\n'), encoding="utf-8")
    imported(path)
    (problem,) = importing.prepare(table(tmp_path, "2025-11-11," + FIRST), TODAY).problems
    assert "say `published` in [table]" in problem


def test_somebody_and_some_people_of_a_list_stay_the_same_in_its_next_edition(register: Path, tmp_path: Path) -> None:
    named = '[records.yazep]\nname = "Yazep Kalyada"\n[groups.three]\nname = "three"\nlow = 3\n'
    for rows in ("2025-11-10," + FIRST, "2025-11-10," + FIRST + "2025-11-17,Lantern Group,410,about,\n"):
        path = table(tmp_path, rows)
        path.write_text(path.read_text(encoding="utf-8") + named, encoding="utf-8")
        outcome = imported(path)
    assert outcome.receipt.corrected == 0
    assert outcome.receipt.kinds == {"document": 1, "claim": 1, "list_version": 1}
