"""Bad input gets an error that names file and row and says what to do; nothing of the file is recorded."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.claims.identity import fingerprint
from habeas.exchange import importing
from habeas.exchange.people import ListTerms
from habeas.exchange.prepared import FileError
from habeas.register import log

TODAY = date(2026, 11, 23)
TERMS = ListTerms("Held in Zalesia", "Lantern Group", "Marta Veres")
TEXT = "Three prisoners were driven to the western border. More were detained than freed."
PASSAGE = "Three prisoners were driven"

CASE = """
[case]
name = "A report from Zareche"
vouched_by = "Marta Veres"

[document]
file = "report.txt"
published = "{published}"

[agents.lantern]
name = "Lantern Group"

[[claims]]
start = {start}
end = {end}
passage = "{passage}"
type = "assessment"
topics = ["release"]
statement = "Three were driven to the border."
attribution = [{{ agent = "{agent}", kind = "on_record" }}]
when = "{when}"
{more}
"""

GOOD = {
    "published": "2025-11-14",
    "start": 0,
    "end": len(PASSAGE),
    "passage": fingerprint(PASSAGE),
    "agent": "lantern",
    "when": "2025-11-12",
    "more": "",
}


def case(place: Path, data: bytes = TEXT.encode(), **changed: object) -> Path:
    (place / "report.txt").write_bytes(data)
    path = place / "case.toml"
    path.write_text(CASE.format(**(GOOD | changed)), encoding="utf-8")
    return path


def problems(path: Path, terms: ListTerms | None = None) -> str:
    """Everything that is wrong with a file; and that nothing of it was recorded."""
    before = log.head()
    try:
        prepared = importing.prepare(path, TODAY, terms)
        told = "\n".join(prepared.problems)
        with pytest.raises(FileError, match="nothing was recorded"):
            importing.record(prepared, lambda receipt: None)
    except FileError as error:
        told = str(error)
        assert "nothing was recorded" in told
    assert log.head() == before
    return told


def test_the_good_case_is_good(register_sqlite: Path, tmp_path: Path) -> None:
    assert importing.prepare(case(tmp_path), TODAY).problems == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"passage": fingerprint("other words")}, ["claim 1 (line 13)", "fingerprint", "another one"]),
        ({"start": 500, "end": 520}, ["claim 1 (line 13)", "are not in the document, which has 81"]),
        ({"start": 27, "end": 3}, ["claim 1 (line 15)", "a passage ends after it starts"]),
        ({"when": "2021-02-30"}, ["claim 1 (line 21)", "`when`", "2021-02-30", "no"]),
        ({"when": "March13, 2007"}, ["March13, 2007", "2007-03-13"]),
        ({"when": "1978-08-00"}, ["1978-08-00", "1978-08"]),
        ({"when": "1388/??/??"}, ["1388/??/??", "convert"]),
        ({"when": "2021-05/2021-03"}, ["2021-05/2021-03"]),
        ({"agent": "nobody"}, ["attribution", "'nobody'", "[agents]", "lantern"]),
        ({"published": "2031-01-01"}, ["[document]", "after today"]),
        ({"more": 'surely = "yes"'}, ["`surely` is not a key of a claim"]),
        ({"more": 'credibility = "7"'}, ["claim 1 (line 13)", "`grade`", "'7'", "1, 2"]),
        (
            {"more": 'measure_event = { kind = "lift", issuer = "Maravia", target = "a bank" }'},
            ["claim 1 (line 22)", "`measure_event.kind`", "'lift'", "suspend"],
        ),
        ({"more": 'modality = "surely"'}, ["`modality`", "'surely'", "asserted"]),
        (
            {"more": 'figure = { subject = "a", kind = "stock", unit = "persons", value = 12.1 }'},
            ["`figure.value`", "in quotes"],
        ),
        (
            {"more": 'figure = { subject = "a", kind = "stock", unit = "persons", value = "four hundred" }'},
            ["claim 1 (line 22): claim, `figure.value`, is 'four hundred'", "in digits"],
        ),
        (
            {"more": 'figure = { subject = "a", kind = "stock", unit = "persons", low = "four" }'},
            ["claim 1 (line 22): claim, `figure.low`, is 'four'"],
        ),
        ({"more": 'statment = "a slip"'}, ["claim 1 (line 22): `statment` is not a key of a claim"]),
        (
            {"when": "2026-11-12", "more": 'act = { kind = "released" }'},
            ["claim 1 (line 21): `when` is 2026-11-12", "after the document was published, on 2025-11-14", "the year"],
        ),
    ],
)
def test_a_claim(register_sqlite: Path, tmp_path: Path, changed: dict[str, Any], told: list[str]) -> None:
    found = problems(case(tmp_path, **changed))
    assert "case.toml" in found
    for words in told:
        assert words in found


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "zero bytes"),
        ("Трое заключённых".encode("cp1251"), "not UTF-8: the file is in another encoding"),
        (b"Three\0prisoners were driven", "U+0000"),
    ],
)
def test_a_document(register_sqlite: Path, tmp_path: Path, data: bytes, told: str) -> None:
    found = problems(case(tmp_path, data))
    assert told in found
    assert "report.txt" in found


@pytest.mark.parametrize(
    ("when", "more"),
    [
        ('"2026-11-12"', ""),
        ('"2025-11"', 'act = { kind = "released" }'),
        ('{ edtf = "2026-11-12", meaning = "planned_end" }', 'act = { kind = "sentenced" }'),
    ],
)
def test_only_an_act_that_wholly_happened_after_the_document_is_refused(
    register_sqlite: Path, tmp_path: Path, when: str, more: str
) -> None:
    path = case(tmp_path, when="WHEN", more=more)
    path.write_text(path.read_text(encoding="utf-8").replace('"WHEN"', when), encoding="utf-8")
    assert importing.prepare(path, TODAY).problems == []


def test_a_record_is_no_speaker(register_sqlite: Path, tmp_path: Path) -> None:
    path = case(tmp_path, more='[records.ruta]\nname = "R. Vance"')
    said = path.read_text(encoding="utf-8").replace('agent = "lantern"', 'record = "ruta"')
    path.write_text(said, encoding="utf-8")
    told = problems(path)
    assert "claim 1 (line 20): `attribution` names a record: a speaker is an agent" in told
    assert "[[judgements]]" in told


def test_problems_are_counted_and_what_was_not_looked_at_is_none(register_sqlite: Path, tmp_path: Path) -> None:
    prepared = importing.prepare(case(tmp_path, agent="nobody"), TODAY)
    assert prepared.refusal() == "case.toml: 1 problem; nothing was recorded"
    prepared = importing.prepare(case(tmp_path, published="2031-01-01", agent="nobody"), TODAY)
    assert len(prepared.problems) == 1
    assert prepared.problems[0].startswith("case.toml, [document] (line 8): `published`")
    assert prepared.refusal().startswith("case.toml: 1 problem; the rest was not looked at")


def test_a_case_file_broken_off(register_sqlite: Path, tmp_path: Path) -> None:
    path = case(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b"attribution = [") + 20])
    assert "case.toml" in problems(path)
    assert "not whole" in problems(path)
    path.write_bytes(b"")
    assert "zero bytes" in problems(path)


def test_two_claims_of_one_place_and_type_need_ordinals(register_sqlite: Path, tmp_path: Path) -> None:
    path = case(tmp_path)
    claim = path.read_text(encoding="utf-8").partition("[[claims]]")[2]
    path.write_text(path.read_text(encoding="utf-8") + "\n[[claims]]" + claim, encoding="utf-8")
    assert "same place and type as case.toml, claim 1" in problems(path)


def people(place: Path, rows: str, encoding: str = "utf-8") -> Path:
    path = place / "people.csv"
    path.write_bytes(rows.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("name,detained\nArkadz Bely,2021-02-30\n", ["people.csv, row 2, column detained", "2021-02-30"]),
        ("name,detained\nA,2021-01-01\n\nB,13.03.2007\n", ["row 4", "13.03.2007", "2007-03-13"]),
        ("name,detained\n,2021-01-01\n", ["row 2", "column name", "empty"]),
        ("name,detained,released\nA,2021-05-03,2021-04-01\n", ["row 2", "is before", "--as-said"]),
        ("name,detained\nA,2021-01-01\nB\n", ["row 3", "1 cells where the head has 2", "broken off"]),
        ('name,detained\nA,2021-01-01\n"B,2021-\n', ["row 3", "quote is not closed"]),
        ("name,arrested\nA,2021-01-01\n", ["row 1", "'arrested' is not known", "detained"]),
        ("person,detained\nA,2021-01-01\n", ["row 1", "no column `name`"]),
        ("name,name\nA,B\n", ["row 1", "name of its own"]),
        ("name,key,detained\nA,1,2021-01-01\nB,1,2021-01-02\n", ["row 3", "the key '1' stands on row 2 already"]),
        ("name,detained\nA,2021-01-01\nB,2021-01", ["does not end with a line break", "broken off"]),
        ("name,detained\nA,2031-01-01\n", ["row 2", "after today"]),
        ("", ["zero bytes"]),
    ],
)
def test_a_list(register_sqlite: Path, tmp_path: Path, rows: str, told: list[str]) -> None:
    found = problems(people(tmp_path, rows), TERMS)
    for words in told:
        assert words in found


def test_a_list_in_another_encoding(register_sqlite: Path, tmp_path: Path) -> None:
    found = problems(people(tmp_path, "name,detained\nАркадзь,2021-01-01\n", "utf-16"), TERMS)
    assert "not UTF-8" in found


def test_every_wrong_row_is_told_at_once(register_sqlite: Path, tmp_path: Path) -> None:
    found = problems(people(tmp_path, "name,detained\nA,x\nB,2021-01-01\nC,y\n"), TERMS)
    assert "row 2" in found
    assert "row 4" in found


def test_what_a_file_is_not(register_sqlite: Path, tmp_path: Path) -> None:
    assert "is not there" in problems(tmp_path / "none.toml")
    (tmp_path / "people.xls").write_bytes(b"x")
    assert "ends in .toml" in problems(tmp_path / "people.xls")
    assert "--list" in problems(people(tmp_path, "name\nA\n"))


def test_as_said_records_what_the_list_says_and_the_bounds_hold_it(register_sqlite: Path, tmp_path: Path) -> None:
    from habeas.answers import tally
    from habeas.claims.vocabulary import Access

    terms = ListTerms("Held in Zalesia", "Lantern Group", "Marta Veres", as_said=True)
    path = people(tmp_path, "name,detained,released\nA,2021-05-03,2021-04-01\n")
    importing.record(importing.prepare(path, TODAY, terms), lambda receipt: None)
    found = tally.tally(date(2022, 1, 1), TODAY, tally.view(None, Access.staff))
    assert (found.count.low, found.count.best, found.count.high) == (0, 1, 1)
