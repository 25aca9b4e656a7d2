"""A list of people and acts: what its rows become, and what the next edition of it does."""

from datetime import date
from pathlib import Path

from habeas.answers import tally
from habeas.claims.vocabulary import Access, AgentSort
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


def test_a_second_arrest_after_the_one_release_of_a_row_is_no_slip(register: Path, tmp_path: Path) -> None:
    imported(tmp_path, "name,key,detained,released,detained.2\nA,1,2021-05-03,2021-06-04,2022-02-01\n", "2022-03-01")
    assert [held(day) for day in ("2021-05-10", "2021-07-01", "2022-02-02")] == [(1, 1, 1), (0, 0, 0), (1, 1, 1)]


def test_a_row_says_where_somebody_is_from_and_what_they_did(register: Path, tmp_path: Path) -> None:
    imported(
        tmp_path,
        "name,key,detained,region,occupation\nA,1,2021-05-03,Severets,carter\nB,2,2021-05-03,,\n",
        "2021-05-31",
    )
    found = tally.tally(date(2021, 6, 1), TODAY, staff(), by="region")
    assert [(cell.values[0], cell.best) for cell in found.cells] == [("Severets", 1), (None, 1)]
    said = [one.body["attribute"] for one in read.claims(Query(type="attribute"), staff())]
    assert [(one["property"], one["value"]) for one in said] == [("region", "Severets"), ("occupation", "carter")]


def test_a_row_says_whom_its_keeper_recognises_and_until_when(register: Path, tmp_path: Path) -> None:
    head = "name,key,detained,recognised,recognition_ended,criteria,ex_post_facto\n"
    rows = "A,1,2021-05-03,2021-06-01,2022-02-01,PACE1900.a PACE1900.c,no\nB,2,,2021-07,,,yes\n"
    outcome = imported(tmp_path, head + rows)
    assert outcome.receipt.kinds["claim"] == 4
    begun, ended, after = read.claims(Query(type="recognition"), staff())
    assert begun.body["recognition"]["criteria"] == ["PACE1900.a", "PACE1900.c"]
    assert begun.body["recognition"]["ex_post_facto"] == "no"
    assert begun.body["recognition"]["bodies"] == [begun.body["attribution"][0]["agent"]]
    assert begun.body["statement"] == "A: recognised as a political prisoner, 1 June 2021."
    assert ended.body["recognition"] == {key: begun.body["recognition"][key] for key in ("record", "bodies")} | {
        "withdrawn": "yes"
    }
    assert (after.body["when"]["edtf"], after.body["recognition"]["ex_post_facto"]) == ("2021-07", "yes")


def test_what_is_neither_yes_nor_no_is_refused_at_its_row(register: Path, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,recognised,ex_post_facto\nA,2021-06-01,perhaps\n", encoding="utf-8")
    (problem,) = importing.prepare(path, TODAY, terms()).problems
    assert problem == "people.csv, row 2: ex_post_facto is 'perhaps': write yes or no"


def test_an_official_list_is_kept_by_the_authorities(register: Path, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,sentenced\nA,2021-06-01\n", encoding="utf-8")
    official = ListTerms("Sentenced", "Interior Ministry", "Marta Veres", sort=AgentSort.authorities)
    (agent,) = [one for one in importing.prepare(path, TODAY, official).drafts if one.kind == "agent"]
    assert agent.body["sort"] == "authorities"


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


def test_an_undated_edition_beside_another_is_refused(register_sqlite: Path, tmp_path: Path) -> None:
    imported(tmp_path, "name,key,detained\nA,1,2021-05-03\n")
    path = tmp_path / "people.csv"
    path.write_text("name,key,detained\nA,1,2021-05-04\n", encoding="utf-8")
    assert "say --date" in importing.prepare(path, TODAY, terms()).problems[0]


def test_a_forgotten_date_of_an_edition_is_put_right(register: Path, tmp_path: Path) -> None:
    rows = "name,key,detained\nA,1,2021-05-03\n"
    imported(tmp_path, rows, "2026-09-01")
    assert imported(tmp_path, rows, "2026-06-01").receipt.corrected == 4
    assert held("2021-06-01", date(2026, 6, 1))[1] == 1


def test_a_correction_is_known_from_its_edition_even_where_the_row_was_added_before(
    register: Path, tmp_path: Path
) -> None:
    imported(tmp_path, "name,key,detained,added\nA,1,2021-05-03,2021-06-01\n", "2025-06-01")
    imported(tmp_path, "name,key,detained,added\nA,1,2021-05-13,2021-06-01\n", "2025-09-01")
    assert held("2021-05-10", date(2022, 1, 1))[1] == 1
    assert held("2021-05-10", date(2025, 8, 31))[1] == 1
    assert held("2021-05-10", date(2025, 9, 1))[1] == 0


def test_an_older_edition_after_a_newer_one_corrects_nothing_and_adds_what_only_it_has(
    register: Path, tmp_path: Path
) -> None:
    imported(tmp_path, "name,key,detained\nA,1,2021-05-03\n", "2025-06-01")
    imported(tmp_path, "name,key,detained\nA,1,2021-05-03\nC,3,2021-05-03\n", "2025-12-01")
    outcome = imported(tmp_path, "name,key,detained\nA,1,2021-05-13\nB,2,2021-05-03\n", "2025-09-01")
    assert (outcome.receipt.corrected, outcome.missing) == (0, [])
    assert "newer edition, of 2025-12-01" in outcome.receipt.refused[0][1]
    assert held("2021-05-05", date(2025, 10, 1))[1] == 2


def test_a_cell_that_was_emptied_is_listed_as_missing(register: Path, tmp_path: Path) -> None:
    imported(tmp_path, "name,key,detained,released\nA,1,2021-05-03,2022-01-01\n", "2025-06-01")
    outcome = imported(tmp_path, "name,key,detained,released\nA,1,2021-05-03,\n", "2025-09-01")
    assert len(outcome.missing) == 1
    assert outcome.missing[0].startswith("A: released, 1 January 2022.")


def test_a_list_without_keys_may_have_empty_cells(register: Path, tmp_path: Path) -> None:
    imported(tmp_path, "name,detained,released\nA,2021-05-03,\nA,2021-05-03,\n")
    assert held("2021-06-01")[1] == 2


def test_a_name_in_another_normal_form_is_projected_as_it_is_replayed(register: Path, tmp_path: Path) -> None:
    from unicodedata import normalize

    from habeas.register import verify

    imported(tmp_path, f"name,key,detained\n{normalize('NFD', 'Зміцер Йода')},1,2021-05-03\n")
    assert list(verify.faults()) == []


def test_comparing_writes_nothing_and_says_what_recording_would_do(register: Path, tmp_path: Path) -> None:
    from habeas.register import log

    imported(tmp_path, "name,key,detained\nA,1,2021-05-03\nB,2,2021-05-03\n", "2025-06-01")
    path, head = tmp_path / "people.csv", log.head()
    path.write_text("name,key,detained\nA,1,2021-05-13\nC,3,2021-05-03\n", encoding="utf-8")
    prepared = importing.prepare(path, TODAY, terms("2025-09-01"))
    would = importing.compare(prepared)
    assert log.head() == head
    did = importing.record(prepared, lambda receipt: None)
    assert (would.receipt.added, would.receipt.corrected) == (did.receipt.added, did.receipt.corrected)
    assert would.missing == did.missing


def test_an_act_whose_day_nobody_knows_is_an_act_without_a_day(register: Path, tmp_path: Path) -> None:
    imported(tmp_path, "name,key,detained,released\nA,1,XXXX-XX-XX,XXXX\nB,2,2021-05-03,\n", "2025-06-01")
    arrest, release, _ = read.claims(Query(), staff())
    assert "when" not in arrest.body
    assert arrest.body["statement"] == "A: detained, on a day not known."
    assert (release.body["act"]["kind"], release.known["basis"]) == ("released", "list")
    assert [held(day) for day in ("1950-01-01", "2021-06-01", "2026-11-23")] == [(0, 0, 1), (1, 1, 2), (1, 1, 1)]


def test_a_stretch_that_ends_before_it_begins_is_recorded_as_said_and_told(
    register_sqlite: Path, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    rows = "name,detained,released\nA,2021-05-03,2021-04-01\nB,2021-05-03,2021-06\nC,2021-05,2021-04\n"
    path.write_text(rows, encoding="utf-8")
    as_said = ListTerms("Held in Zalesia", "Lantern Group", "Marta Veres", as_said=True)
    prepared = importing.prepare(path, TODAY, as_said)
    assert prepared.problems == []
    assert prepared.warnings == ["2 rows (2, 4): the end is before the beginning; recorded as the list has it"]
    days = [draft.body["when"]["edtf"] for draft in prepared.claims()]
    assert days == ["2021-05-03", "2021-04-01", "2021-05-03", "2021-06", "2021-05", "2021-04"]


def test_a_stretch_that_is_refused_is_not_told_as_recorded(register_sqlite: Path, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,detained,released\nA,2021-05-03,2021-04-01\n", encoding="utf-8")
    prepared = importing.prepare(path, TODAY, terms())
    assert len(prepared.problems) == 1
    assert prepared.warnings == []


def test_a_row_that_says_nothing_but_a_name_is_told(register_sqlite: Path, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,key,detained,sex\nA,1,,\nB,2,,m\nC,3,2021-05-03,\n", encoding="utf-8")
    nothing, no_act = importing.prepare(path, TODAY, terms()).warnings
    assert nothing == "1 row (2): a name and nothing said of it; recorded, but no page and no count can have it"
    assert no_act == "1 row (3): no act; recorded, but no count can have it"


def test_who_is_under_age_in_a_plain_list_is_never_opened(register: Path, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,key,detained,born\nA,1,2025-05-03,2015-05-05\nB,2,2025-05-03,1980\n", encoding="utf-8")
    prepared = importing.prepare(path, TODAY, terms("2025-06-01"))
    importing.record(prepared, lambda receipt: None)
    assert len(prepared.minors) == 1
    claims, left_out = read.claims_to_open(Access.public, [str(prepared.drafts[0].body["id"])])
    assert (len(claims), left_out) == (2, 2)
