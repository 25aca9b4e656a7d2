"""A list of people and acts: what its rows become, and what the next edition of it does."""

from datetime import date
from pathlib import Path

from habeas.answers import tally
from habeas.claims.vocabulary import Access
from habeas.claims.when import Meaning, When
from habeas.exchange import importing
from habeas.exchange.people import ListTerms
from habeas.register import read
from habeas.register.query import Query

TODAY = date(2026, 11, 23)


def terms(day: str | None = None) -> ListTerms:
    edition = When.of(day, meaning=Meaning.published) if day else None
    return ListTerms("Held in Zalesia", "Lantern Group", "Marta Veres", edition)


def imported(place: Path, rows: str, day: str | None = None) -> importing.Outcome:
    path = place / "people.csv"
    path.write_text(rows, encoding="utf-8")
    prepared = importing.prepare(path, TODAY, terms(day))
    assert prepared.problems == []
    return importing.record(prepared, lambda receipt: None)


def staff() -> read.View:
    return read.view(None, Access.staff)


def held(day: str, known: date = TODAY) -> tuple[int, int, int]:
    count = tally.tally(date.fromisoformat(day), known, staff()).count
    return count.low, count.best, count.high


def test_a_row_becomes_a_record_and_its_claims(register: Path, tmp_path: Path) -> None:
    imported(tmp_path, "name,key,detained,sex,place,source\nАркадзь Бялы,7,2021-05,m,Zareche,Courier 4 May 2021\n")
    act, sex = read.claims(Query(), staff())
    assert act.body["act"]["kind"] == "detained"
    assert act.body["when"] | {"original": ""} == {
        "original": "",
        "edtf": "2021-05",
        "earliest": "2021-05-01",
        "latest": "2021-05-31",
        "extent": "within",
        "meaning": "happened",
    }
    assert act.body["anchor"]["row"] == 2
    assert act.body["anchor"]["column"] == "detained"
    assert act.body["place"] == {"name": "Zareche"}
    assert len(act.body["cites"]) == 1
    assert sex.body["attribute"]["value"] == "m"
    assert act.known == {"earliest": "2021-05-31", "latest": act.recorded, "basis": "assumed"}


def test_doubt_widens_the_bounds_and_nothing_else(register: Path, tmp_path: Path) -> None:
    imported(tmp_path, "name,key,detained,released\nA,1,2021-05,\nB,2,,2022-03-01\nC,3,2021-01-01,2021-02-01\n")
    assert held("2021-04-30") == (0, 0, 1)
    assert held("2021-05-15") == (0, 0, 2)
    assert held("2021-06-01") == (1, 1, 2)
    assert held("2022-03-01") == (1, 1, 1)


def test_the_next_edition_adds_what_is_new_corrects_what_changed_and_lists_what_is_missing(
    register: Path, tmp_path: Path
) -> None:
    imported(tmp_path, "name,key,detained\nA,1,2021-05-03\nB,2,2021-06-03\nC,3,2021-07-03\n", "2021-08-01")
    outcome = imported(tmp_path, "name,key,detained\nB,2,2021-06-13\nA,1,2021-05-03\nD,4,2021-08-03\n", "2021-09-01")
    assert outcome.receipt.corrected == 1
    assert len(outcome.missing) == 1
    assert held("2021-06-05", date(2021, 8, 15))[1] == 2
    assert held("2021-06-05", date(2021, 9, 1))[1] == 1
    assert held("2021-12-31")[1] == 4  # a missing row is not a release


def test_a_row_repeated_on_purpose_stays_two(register: Path, tmp_path: Path) -> None:
    imported(tmp_path, "name,detained\nA,2021-05-03\nA,2021-05-03\n")
    assert held("2021-06-01")[1] == 2
    assert imported(tmp_path, "name,detained\nA,2021-05-03\nA,2021-05-03\n").receipt.added == 0


def test_the_day_on_which_a_row_was_added_is_when_it_was_known(register: Path, tmp_path: Path) -> None:
    imported(tmp_path, "name,key,detained,added\nA,1,2021-05-03,2021-06-20\nB,2,2021-05-03,2021-06\n")
    bases = [(claim.known["basis"], claim.known["earliest"]) for claim in read.claims(Query(), staff())]
    assert bases == [("added", "2021-06-20"), ("added", "2021-06-30")]
    assert held("2021-06-01", date(2021, 6, 25))[1] == 1


def test_two_stretches_of_one_person(register: Path, tmp_path: Path) -> None:
    imported(
        tmp_path,
        "name,key,detained,released,detained.2,released.2\nA,1,2020-01-01,2020-02-01,2021-01-01,2021-02-01\n",
    )
    assert [held(day)[1] for day in ("2020-01-15", "2020-06-01", "2021-01-15", "2021-06-01")] == [1, 0, 1, 0]


def test_a_byte_order_mark_is_no_part_of_the_first_column(register_sqlite: Path, tmp_path: Path) -> None:
    imported(tmp_path, "\ufeffname,detained\nA,2021-05-03\n")
    assert held("2021-06-01")[1] == 1


def test_an_act_later_than_the_day_its_row_was_added_was_not_known_then(register: Path, tmp_path: Path) -> None:
    imported(tmp_path, "name,key,detained,released,added\nA,1,2021-05-03,2024-03-04,2021-06-20\n", "2024-06-01")
    bases = [(claim.known["basis"], claim.known["earliest"]) for claim in read.claims(Query(), staff())]
    assert bases == [("added", "2021-06-20"), ("list", "2024-06-01")]
