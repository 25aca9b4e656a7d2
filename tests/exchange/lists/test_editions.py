"""The next version of a list: what is added, changed and missing, and what becomes of the rows that did not parse."""

import re
from pathlib import Path

import pytest

from habeas.answers import tally
from habeas.claims.vocabulary import Access
from habeas.exchange import importing
from habeas.exchange.edition_changes import Changes
from habeas.exchange.prepared import FileError
from habeas.exchange.quarantine import write_quarantine
from habeas.register import log, read, write
from habeas.register.query import Query
from habeas.register.refusals import CommandError
from tests import zalesia

from .conftest import HEAD, KEEPER, PEOPLE, TODAY, Import, Prepare, column

FIRST = "No.,Name,Taken,Freed\n1,A,2021-05-03,\n2,B,2021-06-03,\n3,C,2021-07-03,\n"
NO_KEY = PEOPLE.replace('key = ["No."]\n', "")


def staff() -> read.View:
    return read.view(None, Access.staff)


def held() -> int:
    return tally.tally(TODAY, TODAY, staff()).count.best


def changes(outcome: importing.Outcome) -> Changes:
    assert outcome.changes is not None
    return outcome.changes


def test_added_changed_by_column_and_missing(register: Path, record: Import) -> None:
    assert changes(record(FIRST, PEOPLE, "2021-08-01")).new == [2, 3, 4]
    second = "No.,Name,Taken,Freed\n2,B,2021-06-13,2021-08-20\n1,A,2021-05-03,\n4,D,2021-08-03,\n"
    outcome = record(second, PEOPLE, "2021-09-01")
    found = changes(outcome)
    assert (found.rows, found.new, found.changed, found.said) == (3, [4], {"Taken": [2]}, {"Freed": [2]})
    assert list(found.missing.values()) == ["C"]
    assert [one.partition(" (record")[0] for one in outcome.missing] == ["C"]
    assert held() == 3, "a row that is missing frees nobody"
    again = record(second, PEOPLE, "2021-09-01")
    assert (again.receipt.added, again.receipt.corrected) == (0, 0), "not a second copy"


def test_a_changed_name_is_a_change_of_its_own_column_alone(register: Path, record: Import) -> None:
    mapping = PEOPLE + column("Sex", "sex", open=True) + column("Born", "born")
    rows = "No.,Name,Taken,Freed,Sex,Born\n1,A,2021-05-03,,male,1980\n2,B,2021-06-03,,male,1985\n"
    record(rows, mapping, "2021-08-01")
    second = rows.replace("1,A,", "1,Aa,").replace("1980", "1981").replace("2,B,2021-06-03", "2,B,2021-06-13")
    found = changes(record(second, mapping, "2021-09-01"))
    assert (found.changed, found.said) == ({"Name": [2], "Born": [2], "Taken": [3]}, {})
    said = [one.body["statement"] for one in read.claims(Query(), staff())]
    assert "Aa: sex, male." in said, "what is said of the row has the new name all the same"


def test_a_row_that_only_came_to_be_under_age_has_no_changed_name(register: Path, record: Import) -> None:
    record(FIRST, PEOPLE, "2021-08-01")
    second = "No.,Name,Taken,Freed,Age\n1,A,2021-05-03,,15\n2,B,2021-06-03,,\n3,C,2021-07-03,,\n"
    outcome = record(second, PEOPLE + '[minors]\nage = "Age"\n', "2021-09-01")
    assert (changes(outcome).changed, outcome.receipt.corrected > 0) == ({}, True)


def test_a_file_in_which_nothing_changed_is_no_new_edition(register: Path, prepare: Prepare, record: Import) -> None:
    record(FIRST, PEOPLE, "2021-08-01")
    (problem,) = prepare(FIRST, PEOPLE, "2021-09-01").problems
    assert "nothing in it differs from the edition of 2021-08-01" in problem
    assert prepare(FIRST, PEOPLE, "2021-08-01").problems == []
    outcome = record(FIRST, PEOPLE, "2021-08-15", correct_date=True)
    assert (outcome.receipt.added, outcome.receipt.corrected > 0) == (0, True)
    first, *_ = read.claims(Query(), staff())
    assert first.known["earliest"] == "2021-08-15"


def test_a_list_in_another_form_is_the_same_list(register_sqlite: Path, record: Import) -> None:
    record(FIRST, PEOPLE, "2021-08-01")
    json = '[{"No.": 1, "Name": "A", "Taken": "2021-05-03", "Freed": null}]'
    found = changes(record(json, PEOPLE, "2021-09-01", "held.json"))
    assert (found.new, found.changed, sorted(found.missing.values())) == ([], {}, ["B", "C"])


def test_without_key_columns_a_changed_row_is_another_row_and_that_is_said(register: Path, record: Import) -> None:
    mapping = NO_KEY + '[left_out]\nunused = ["No."]\n'
    record(FIRST, mapping, "2021-08-01")
    found = changes(record(FIRST.replace("2021-06-03", "2021-06-13"), mapping, "2021-09-01"))
    assert (found.new, found.changed, list(found.missing.values())) == ([3], {}, ["B"])
    (told,) = found.perhaps
    assert told.startswith("row 3 is new, and B (record ")
    new, old = re.search(r"habeas judge ([0-9a-f]{8}) ([0-9a-f]{8}) same", told).groups()  # type: ignore[union-attr]
    records = {one.body["act"]["record"][:8]: one.body["when"]["edtf"] for one in read.claims(Query(), staff())}
    assert (records[new], records[old]) == ("2021-06-13", "2021-06-03")


def test_rows_that_did_not_parse_are_added_when_they_are_mended(register: Path, record: Import, tmp_path: Path) -> None:
    broken = FIRST.replace("2021-06-03", "soon")
    outcome = record(broken, PEOPLE, "2021-08-01", quarantine=True)
    assert changes(outcome).new == [2, 4]
    found = changes(record(FIRST, PEOPLE, "2021-08-01"))
    assert (found.new, found.changed, found.missing) == ([3], {}, {})
    assert held() == 3


def test_a_row_on_record_that_no_longer_parses_is_not_missing(register: Path, record: Import) -> None:
    record(FIRST, PEOPLE, "2021-08-01")
    outcome = record(FIRST.replace("2021-06-03", "soon"), PEOPLE, "2021-09-01", quarantine=True)
    assert outcome.missing == []
    assert held() == 3


def test_what_is_set_apart_is_written_to_a_new_file(register_sqlite: Path, prepare: Prepare, tmp_path: Path) -> None:
    prepared = prepare(FIRST.replace("2021-06-03", "soon"), PEOPLE, "2021-08-01", quarantine=True)
    path = tmp_path / "apart.csv"
    assert write_quarantine(prepared, path) == 1
    head, line = path.read_text(encoding="utf-8").splitlines()
    assert head == "file,row,column,reason and what to do"
    assert line.startswith("held.csv,3,Taken,\"'soon' is no date")
    with pytest.raises(FileError, match="is there already"):
        write_quarantine(prepared, path)


def test_values_that_nobody_has_used_before_are_told(register: Path, prepare: Prepare, record: Import) -> None:
    mapping = PEOPLE + column("Region", "region", open=True)
    head = "No.,Name,Taken,Freed,Region\n"
    assert changes(record(head + "1,A,2021,,North\n", mapping, "2021-08-01")).values == {}, "the first of all lists"
    second = head + "1,A,2021,,North\n2,B,2021,,Nroth\n3,C,2021,,Nroth\n4,D,2021,,North\n"
    assert changes(importing.compare(prepare(second, mapping, "2021-09-01"))).values == {("region", "Nroth"): 2}
    assert changes(record(second, mapping, "2021-09-01")).values == {("region", "Nroth"): 2}


def test_a_time_that_still_fits_what_is_on_record_changes_nothing(register: Path, record: Import) -> None:
    mapping = HEAD + column("Name", "name") + column("Held for", "detained", duration="completed")
    record("No.,Name,Held for\n1,A,13 years five months\n2,B,2 years\n", mapping, "2015-10-19")
    found = changes(record("No.,Name,Held for\n1,A,13 years five months\n2,B,9 years\n", mapping, "2015-10-30"))
    assert found.changed == {"Held for": [3]}
    first, *_ = read.claims(Query(), staff())
    assert first.body["when"]["edtf"] == "2002-04-20/2002-05-19"


def test_the_log_keeps_the_mapping_that_somebody_vouched_for(register: Path, record: Import) -> None:
    record(FIRST, PEOPLE, "2021-08-01")

    bodies = [
        entry.body for seq in range(1, log.head().seq + 1) if (entry := log.entry(seq)) and entry.kind == "import"
    ]
    assert len(bodies) == 1
    assert 'name = \\"Held in Zalesia\\"' in str(bodies[0])


def opened() -> list[str]:
    return [one.body["participants"][0]["name"] for one in read.claims(Query(), read.view(None, Access.public))]


def open_all(prepared_document: str) -> int:
    claims, left_out = read.claims_to_open(Access.public, [prepared_document])
    write.set_access(Access.public, write.actor(KEEPER), KEEPER, claims=claims)
    return left_out


def test_who_is_or_may_be_under_age_is_never_opened(register: Path, prepare: Prepare) -> None:
    mapping = PEOPLE + column("Born", "born")
    prepared = prepare("No.,Name,Taken,Freed,Born\n1,A,2021,,1980\n2,B,2021,,2006\n", mapping, "2021-11-14")
    importing.record(prepared, lambda receipt: None)
    document = str(prepared.drafts[0].body["id"])
    assert open_all(document) == 2
    assert opened() == ["A", "A"]
    (claim, *_) = [str(one.body["id"]) for one in prepared.claims() if one.body["participants"][0]["name"] == "B"]
    for claims, documents in (((claim,), ()), ((), (document,))):
        with pytest.raises(CommandError, match="under age"):
            write.set_access(Access.public, write.actor(KEEPER), KEEPER, claims=claims, documents=documents)
    write.set_access(Access.sealed, write.actor(KEEPER), KEEPER, claims=[claim])


def test_a_case_opens_nothing_that_it_tells_of_somebody_under_age(register: Path, record: Import) -> None:
    mapping = PEOPLE + column("Born", "born")
    record("No.,Name,Taken,Freed,Born\n1,A,2021,,1980\n2,B,2021,,2006\n", mapping, "2021-11-14")
    of_list = {one.body["participants"][0]["name"]: one.body["record"] for one in read.claims(Query(), staff())}
    drafts = [
        zalesia.claim(f"{name} was beaten.", at, participants=[{"role": "subject", "name": name, "record": one}])
        for at, (name, one) in enumerate(of_list.items())
    ]
    write.enter(drafts, write.actor(KEEPER), access=Access.public, vouched_by=KEEPER)
    assert opened() == ["A"]


@pytest.mark.parametrize(("taken", "born"), [("soon", "2010"), ("2021-05-03", "long ago")])
def test_who_may_be_under_age_is_closed_though_the_row_is_set_apart(
    register: Path, prepare: Prepare, record: Import, taken: str, born: str
) -> None:
    prepared = prepare(FIRST, PEOPLE, "2021-08-01")
    importing.record(prepared, lambda receipt: None)
    first = str(prepared.drafts[0].body["id"])
    open_all(first)
    write.set_access(Access.public, write.actor(KEEPER), KEEPER, documents=[first])
    second = f"No.,Name,Taken,Freed,Born\n1,A,{taken},,{born}\n2,B,2021-06-03,,1980\n3,C,2021-07-03,,\n"
    found = changes(record(second, PEOPLE + column("Born", "born"), "2021-09-01", quarantine=True))
    assert (found.rows, found.new, found.changed) == (2, [], {})
    assert opened() == ["B", "C"]
    assert not read.words_visible(read.view(None, Access.public), first)
    with pytest.raises(CommandError, match="under age"):
        write.set_access(Access.public, write.actor(KEEPER), KEEPER, documents=[first])
    open_all(first)
    assert opened() == ["B", "C"], "it is not opened again"


def test_who_turns_out_to_be_under_age_is_closed_again(register: Path, prepare: Prepare, record: Import) -> None:
    prepared = prepare(FIRST, PEOPLE, "2021-08-01")
    importing.record(prepared, lambda receipt: None)
    open_all(str(prepared.drafts[0].body["id"]))
    assert opened() == ["A", "B", "C"]
    rows = FIRST.replace("Freed\n", "Freed,Child\n").replace(",\n", ",,\n").replace("03,,\n2", "03,,yes\n2")
    record(rows, PEOPLE + '[minors]\nflag = "Child"\nflagged = ["yes"]\n', "2021-09-01")
    assert opened() == ["B", "C"]
