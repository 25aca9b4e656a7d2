"""A list by its mapping: what each column becomes, and which rows are set apart, with column, reason and what to do."""

from datetime import date
from typing import Any

import pytest

from habeas.exchange.prepared import Prepared

from .conftest import HEAD, PEOPLE, Prepare, column
from .test_sheets import workbook

pytestmark = pytest.mark.usefixtures("register_sqlite")


def claims(prepared: Prepared) -> list[dict[str, Any]]:
    assert prepared.problems == []
    return [draft.body for draft in prepared.claims()]


def test_a_day_keeps_its_words_and_its_place(prepare: Prepare) -> None:
    prepared = prepare("No.,Name,Taken,Freed\n1,A,03/04/2021,\n", PEOPLE + '[dates]\norder = "day first"\n')
    (claim,) = claims(prepared)
    assert claim["when"] | {} == {
        "original": "03/04/2021",
        "edtf": "2021-04-03",
        "earliest": "2021-04-03",
        "latest": "2021-04-03",
        "extent": "within",
        "meaning": "happened",
    }
    assert (claim["anchor"]["row"], claim["anchor"]["column"]) == (2, "Taken")
    (record,) = [draft.body for draft in prepared.drafts if draft.kind == "record"]
    assert (record["key"], record["row"]) == (["1"], 2)


def test_several_days_in_a_cell_are_several_acts_and_their_details_go_with_them(prepare: Prepare) -> None:
    mapping = HEAD + column("Name", "name") + column("Taken", "detained", separator=";")
    mapping += column("Freed", "released", separator=";") + column("Where", "place", of="detained", separator=";")
    row = "1,A,2021-05-03; 2022-02-01,2021-06-04,North;South\n"
    found = claims(prepare("No.,Name,Taken,Freed,Where\n" + row, mapping))
    assert [(one["act"]["kind"], one["ordinal"], one["when"]["edtf"], one.get("place")) for one in found] == [
        ("detained", 0, "2021-05-03", {"name": "North"}),
        ("detained", 1, "2022-02-01", {"name": "South"}),
        ("released", 0, "2021-06-04", None),
    ]


def test_charges_terms_and_constants(prepare: Prepare) -> None:
    mapping = (
        HEAD + column("Name", "name") + column("Sentenced", "sentenced") + column("Ends", "planned_end", words="e")
    )
    mapping += column("Law", "articles", of="sentenced", separator=",") + column(
        "Ends", "term", of="sentenced", words="t"
    )
    mapping += '[constants]\ncitizenship = "ZL"\nfacility = "Severets"\n'
    mapping += '[words.e]\nlife = ""\n"not known" = ""\n[words.t]\nlife = "life"\n"*" = ""\n'
    rows = 'No.,Name,Sentenced,Ends,Law\n1,A,2021-05-03,life,"342, 361-2"\n2,B,2021-05-03,2027-05-03,342\n'
    found = claims(prepare(rows, mapping))
    acts = [one["act"] for one in found if one.get("act", {}).get("kind") == "sentenced"]
    assert [(one["articles"], one.get("term"), one["facility"]) for one in acts] == [
        (["342", "361-2"], "life", "Severets"),
        (["342"], None, "Severets"),
    ]
    plans = [one["when"]["edtf"] for one in found if one.get("when", {}).get("meaning") == "planned_end"]
    assert plans == ["2027-05-03"]
    said = [one["attribute"]["value"] for one in found if one["type"] == "attribute"]
    assert said == ["ZL", "ZL"]
    assert {one["anchor"]["column"] for one in found if one["type"] == "attribute"} == {"Name"}


def test_a_date_of_a_decision_moves_nobody(prepare: Prepare) -> None:
    mapping = HEAD + column("Name", "name") + column("Decree", "pardoned", meaning="decided")
    (claim,) = claims(prepare("No.,Name,Decree\n1,A,2021-05-03\n", mapping))
    assert claim["when"]["meaning"] == "decided"


def test_a_time_by_the_day_of_the_list_is_an_interval_with_its_words(prepare: Prepare) -> None:
    mapping = HEAD + column("Name", "name") + column("Held for", "detained", duration="completed")
    rows = "No.,Name,Held for\n1,A,13 years five months\n"
    (claim,) = claims(prepare(rows, mapping, "2015-10-19"))
    assert (claim["when"]["edtf"], claim["when"]["original"]) == ("2002-04-20/2002-05-19", "13 years five months")
    assert "say --date" in prepare(rows, mapping).problems[0]


def test_a_name_in_two_columns_is_joined(prepare: Prepare) -> None:
    mapping = HEAD + '[[columns]]\ncolumn = ["Given", "Family"]\nsays = "name"\n' + column("Taken", "detained")
    found = claims(prepare("No.,Given,Family,Taken\n1,Ruta,Vance,2021\n2,,Byaly,2021\n", mapping))
    assert [one["participants"][0]["name"] for one in found] == ["Ruta Vance", "Byaly"]


def test_what_does_not_parse_is_told_by_row_column_reason_and_what_to_do(prepare: Prepare) -> None:
    mapping = PEOPLE + column("Sex", "sex", words="sex") + '[words.sex]\nm = "male"\n'
    rows = "No.,Name,Taken,Freed,Sex\n1,A,03/04/2021,,m\n2,B,2021,,w\n3,,2021,,m\n"
    rows += ",D,2021,,m\n5,E,2022,2021,m\n6,F,2031,,m\n"
    prepared = prepare(rows, mapping)
    assert [problem.partition(": ")[0] for problem in prepared.problems] == [
        "held.csv, row 2, column Taken",
        "held.csv, row 3, column Sex",
        "held.csv, row 4, column name",
        "held.csv, row 5, column No.",
        "held.csv, row 6",
        "held.csv, row 7, column Taken",
    ]
    assert "state the `order`" in prepared.problems[0]
    assert "not in [words.sex]: say there what it means" in prepared.problems[1]
    assert prepared.unknown == {("Sex", "w"): 1}
    assert [draft.kind for draft in prepared.drafts] == ["document", "agent", "list_version"]


def test_a_row_with_anything_wrong_in_it_makes_nothing_and_the_rest_goes_on(prepare: Prepare) -> None:
    prepared = prepare("No.,Name,Taken,Freed\n1,A,2021-05-03,soon\n2,B,2021-05-03,\n", quarantine=True)
    assert prepared.problems == []
    assert [one.row for one in prepared.set_apart] == [2]
    assert [draft.body["name"] for draft in prepared.drafts if draft.kind == "record"] == ["B"]
    (edition,) = [draft.body for draft in prepared.drafts if draft.kind == "list_version"]
    assert len(edition["records"]) == 2, "the row is in the list, though it does not parse"


def test_a_key_that_a_spreadsheet_made_a_day_of_names_no_row(prepare: Prepare) -> None:
    rows: list[list[Any]] = [
        ["No.", "Name", "Taken", "Freed"],
        ["A7", "A", "2021", None],
        [date(2021, 7, 2), "B", "2021", None],
    ]
    prepared = prepare(workbook(rows), PEOPLE, "2021-11-14", "held.xlsx")
    assert prepared.problems == [
        "held.xlsx, row 3, column No.: the key of the row is a day of the spreadsheet: write it as text"
    ]


def test_a_day_of_the_spreadsheet_needs_no_order_and_is_no_word(prepare: Prepare) -> None:
    rows: list[list[Any]] = [["No.", "Name", "Taken", "Freed", "Where"], ["1", "A", date(2021, 4, 3), None, "North"]]
    mapping = PEOPLE + column("Where", "place")
    (claim,) = claims(prepare(workbook(rows), mapping, "2021-11-14", "held.xlsx"))
    assert (claim["when"]["edtf"], claim["anchor"]["column"]) == ("2021-04-03", "Taken")
    rows[1][4] = date(2021, 4, 3)
    (problem,) = prepare(workbook(rows), mapping, "2021-11-14", "held.xlsx").problems
    assert problem == (
        "held.xlsx, row 2, column Where: it is a day of the spreadsheet, 2021-04-03, not words: write it as text"
    )


def test_a_source_that_two_rows_cite_is_there_though_the_first_is_set_apart(prepare: Prepare) -> None:
    mapping = PEOPLE + column("From", "source")
    rows = "No.,Name,Taken,Freed,From\n1,A,soon,,Courier\n2,B,2021,,Courier\n3,C,2021,,Courier\n"
    prepared = prepare(rows, mapping, quarantine=True)
    cited = [draft.body for draft in prepared.drafts if draft.kind == "document" and "citation" in draft.body]
    assert [one["citation"] for one in cited] == ["Courier"]


def test_two_events_of_one_day_stay_two(prepare: Prepare) -> None:
    rows = "No.,Name,Taken,Freed\n1,A,2021-05-03,\n1,A,2021-05-03,\n"
    assert "stands on row 2 already" in prepare(rows).problems[0]
    for mapping in (PEOPLE.replace("keeper =", "repeated = true\nkeeper ="), PEOPLE.replace('key = ["No."]\n', "")):
        unused = "" if '"No."' in mapping else '[left_out]\nunused = ["No."]\n'
        assert len({one["record"] for one in claims(prepare(rows, mapping + unused))}) == 2


@pytest.mark.parametrize(
    ("born", "age", "flag", "minor"),
    [
        ("2010-05", "", "", True),
        ("2003-11-14", "", "", False),
        ("2003-11-15", "", "", True),
        ("2003", "", "", True),
        ("2002", "", "", False),
        ("", "17", "", True),
        ("", "17.0", "", True),
        ("", "17-18", "", True),
        ("", "18.0", "", False),
        ("", "child", "", True),
        ("", "", "yes", True),
        ("", "", "no", False),
        ("", "", "No", False),
        ("", "", "Yes", True),
        ("", "", "y", True),
        ("2015-01-01", "25", "no", True),
        ("1980", "17", "no", True),
        ("1980", "41", "yes", True),
        ("1980", "41", "no", False),
        ("", "", "", False),
    ],
)
def test_who_is_or_may_be_under_age(prepare: Prepare, born: str, age: str, flag: str, minor: bool) -> None:
    mapping = PEOPLE + column("Born", "born") + '[minors]\nage = "Age"\nflag = "Child"\nflagged = ["yes"]\n'
    mapping += 'of_age = ["no"]\n'
    prepared = prepare(f"No.,Name,Taken,Freed,Born,Age,Child\n1,A,2021,,{born},{age},{flag}\n", mapping, "2021-11-14")
    (record,) = [draft.body for draft in prepared.drafts if draft.kind == "record"]
    assert (record.get("minor") == "yes", len(prepared.minors)) == (minor, int(minor))


def test_a_word_that_no_one_said_the_meaning_of_counts_as_under_age_and_is_told(prepare: Prepare) -> None:
    mapping = PEOPLE + '[minors]\nflag = "Child"\nflagged = ["yes"]\nof_age = ["no"]\n'
    prepared = prepare("No.,Name,Taken,Freed,Child\n1,A,2021,,y\n2,B,2021,,NO\n3,C,2021,,y\n", mapping)
    assert (len(prepared.minors), prepared.unknown) == (2, {("Child", "y"): 2})


def test_a_list_without_a_day_asks_who_is_under_age_today(prepare: Prepare) -> None:
    mapping = PEOPLE + column("Born", "born")
    rows = "No.,Name,Taken,Freed,Born\n1,A,2021,,2008-11-23\n2,B,2021,,2008-11-24\n"
    assert date(2026, 11, 23).year - 18 == 2008
    assert len(prepare(rows, mapping).minors) == 1
