"""The column `planned_end` of a list: a plan is kept, known and corrected like any claim, and moves nobody."""

from pathlib import Path

from habeas.exchange import importing
from habeas.register import read
from habeas.register.query import Query

from .test_people import TODAY, held, imported, staff, terms


def test_a_planned_end_is_known_from_its_edition_and_frees_nobody(register: Path, tmp_path: Path) -> None:
    head = "name,key,detained,planned_end,held.2,planned_end.2\n"
    imported(tmp_path, f"{head}A,1,2021-05-03,2021-09,2022-02-01,2042\nB,2,2021-05-03,,,\n", "2022-03-01")
    ends = [one for one in read.claims(Query(), staff()) if one.body["field"] == "planned_end"]
    assert [(one.body["ordinal"], one.body["when"]["edtf"]) for one in ends] == [(0, "2021-09"), (1, "2042")]
    assert {one.body["when"]["meaning"] for one in ends} == {"planned_end"}
    assert {(one.known["basis"], one.known["earliest"]) for one in ends} == {("list", "2022-03-01")}
    assert ends[1].body["statement"] == "A: due to be released, 2042."
    assert [held(day) for day in ("2021-10-15", "2022-01-31", "2043-01-01")] == [(2, 2, 2)] * 3


def test_an_edition_that_changes_a_planned_end_corrects_the_plan_alone(register: Path, tmp_path: Path) -> None:
    imported(tmp_path, "name,key,held,planned_end\nA,1,XXXX-XX-XX,2029-09-29\n", "2022-03-01")
    outcome = imported(tmp_path, "name,key,held,planned_end\nA,1,XXXX-XX-XX,2024-09-29\n", "2022-06-01")
    assert outcome.missing == []
    known = {one.body["field"]: one.known["earliest"] for one in read.claims(Query(), staff())}
    assert known == {"held": "2022-03-01", "planned_end": "2022-06-01"}


def test_an_end_that_is_no_day_is_refused_at_its_row(register_sqlite: Path, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,held,planned_end\nA,2021,life\nB,2021,XXXX-XX-XX\nC,,2024\n", encoding="utf-8")
    prepared = importing.prepare(path, TODAY, terms())
    life, undated = prepared.problems
    assert life.startswith("people.csv, row 2: life: ")
    assert undated == (
        "people.csv, row 3: column planned_end: XXXX-XX-XX plans nothing: if the day is not known leave the cell empty"
    )


def test_a_row_that_only_plans_an_end_has_no_act(register_sqlite: Path, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,key,held,planned_end\nA,1,,2024-03-01\n", encoding="utf-8")
    assert importing.prepare(path, TODAY, terms()).warnings == ["1 row (2): no act; recorded, but no count can have it"]


def test_what_is_planned_without_a_dated_list_is_known_when_it_was_recorded(
    register_sqlite: Path, tmp_path: Path
) -> None:
    imported(tmp_path, "name,key,held,planned_end\nA,1,2021,2042-03-01\n")
    (end,) = [one for one in read.claims(Query(), staff()) if one.body["field"] == "planned_end"]
    assert end.known == {"earliest": end.recorded, "latest": end.recorded, "basis": "assumed"}
