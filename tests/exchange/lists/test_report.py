"""A report becomes a list: its entries marked by rule, each claim at its words, header and narrative both heard."""

import re
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.identity import fingerprint
from habeas.claims.vocabulary import Access
from habeas.claims.when import Meaning, When
from habeas.exchange import importing
from habeas.exchange.mapped_list import Mapped
from habeas.exchange.mapping.report_written import REPORT_KEYS
from habeas.exchange.prepared import FileError, Prepared
from habeas.exchange.sheets.report import Begun, heaviest_rising
from habeas.register import read, texts
from habeas.register.query import Query

from .conftest import KEEPER, TODAY, Import, Prepare, column

EXAMPLE = Path(__file__).parents[3] / "docs" / "guide" / "example"
LIST = '[list]\nname = "Cases"\nkeeper = "Lantern Group"\n[file]\nsort = "text"\n'
NUMBERED = LIST + "[report]\nnumber = '^(\\d+)\\. '\n[report.header]\nName = '^\\d+\\. (.+)$'\n[report.narrative]\n"
NUMBERED += "Taken = 'taken on ([\\d/-]+)'\n" + column("Name", "name") + column("Taken", "detained")


def example() -> Prepared:
    by = Mapped(EXAMPLE / "entries.toml", KEEPER, When.of("2025-01-20", meaning=Meaning.published))
    return importing.prepare(EXAMPLE / "entries.html", TODAY, by)


def said(prepared: Prepared, kind: str = "claim") -> list[dict[str, Any]]:
    assert prepared.problems == []
    return [draft.body for draft in prepared.drafts if draft.kind == kind]


def test_each_entry_is_a_record_once_and_the_table_of_contents_none(register: Path) -> None:
    prepared = example()
    assert [(one["name"], one["key"]) for one in said(prepared, "record")] == [
        ("Yazep Kalyada", ["1"]),
        ("Maryna Vyalikaya", ["2"]),
        ("Пятро Гай", ["3"]),
    ]
    assert [number for number, _, _ in prepared.entries] == ["1", "2", "3"]
    assert all("is read as part of entry 1" in note for note in prepared.warnings)
    assert len(prepared.warnings) == 2, "the list inside the first entry is told"


def test_what_the_text_of_a_page_has_lost_is_named(prepare: Prepare) -> None:
    entries = "".join(
        f"<h2>{at}. Person {at}</h2><p>A long enough story of what happened to person {at}, told by those who saw it "
        f"and by the family.</p><aside>Arrested: on 2021-05-{at:02}</aside>"
        for at in range(1, 21)
    )
    page = f"<html><head><title>T</title><style>p {{}}</style></head><body><article>{entries}</article></body></html>"
    mapping = NUMBERED.replace('sort = "text"', 'sort = "html"').replace("taken on", "Arrested: on")
    (note,) = [one for one in prepare(page, mapping, name="cases.html").warnings if "the page has" in one]
    assert "'Arrested: on 2021-05-01'" in note
    assert "and 15 more" in note
    assert "style" not in note
    with pytest.raises(FileError, match=r"nowhere in the text.*'Arrested: on 2021-05-01'"):
        prepare(page, mapping.replace("[report]", "[report]\nbegins = 'Arrested'"), name="cases.html")
    whole = page.replace("aside>", "p>")
    assert not [one for one in prepare(whole, mapping, name="cases.html").warnings if "the page has" in one]


def test_header_and_narrative_that_contradict_each_other_both_stay_and_are_linked(register: Path) -> None:
    importing.record(example(), lambda receipt: None)
    taken = [
        one
        for one in read.claims(Query(type="act"), read.view(None, Access.staff))
        if one.body["act"]["kind"] == "detained"
    ]
    of_yazep = [one for one in taken if one.body["participants"][0]["name"] == "Yazep Kalyada"]
    assert [one.body["when"]["edtf"] for one in of_yazep] == ["2021-05-03", "2021-05-08"]
    (link,) = said(example(), "claim_link")
    assert ({link["claim"], link["other"]}, link["kind"]) == ({one.id for one in of_yazep}, "contradicts")
    assert len(taken) == 5, "where they agree both stand, without a link"


def links() -> list[str]:
    return sorted(read.standing_ids("claim_link"))


def test_a_link_is_taken_back_by_an_edition_in_which_they_agree(register: Path, record: Import) -> None:
    mapping = NUMBERED.replace("[report.narrative]", "Arrested = 'arrested ([\\d-]+)'\n[report.narrative]")
    mapping += column("Arrested", "detained")
    mapping = mapping.replace("[report]", "[report]\nheader_ends = '^He '")
    record("1. A\narrested 2021-05-03\nHe was taken on 2021-05-08.\n", mapping, "2022-01-01", "cases.md")
    assert len(links()) == 1
    record("1. A\narrested 2021-05-08\nHe was taken on 2021-05-08.\n", mapping, "2023-01-01", "cases.md")
    assert links() == []
    record("1. A\narrested 2021-05-08\nHe was taken on 2021-05-08, early.\n", mapping, "2024-01-01", "cases.md")
    assert links() == []


def test_every_claim_stands_at_its_words_in_the_held_document(register: Path) -> None:
    importing.record(example(), lambda receipt: None)
    seen = read.view(None, Access.staff)
    found = [one.body for one in read.claims(Query(), seen)]
    text = texts.text_of(read.document(seen, found[0]["document"]) or {})
    assert text is not None
    passages = {one["statement"]: (text[one["anchor"]["start"] : one["anchor"]["end"]], one["anchor"]) for one in found}
    assert passages["Yazep Kalyada: detained, 8 May 2021."][0] == "8 May 2021"
    assert passages["Maryna Vyalikaya: released, 31 December 2024."][0].split() == ["31", "December", "2024"]
    assert all(fingerprint(words) == anchor["passage"] for words, anchor in passages.values())


def test_what_the_guide_shows_is_what_there_is() -> None:
    page = (EXAMPLE.parent / "report-to-list.md").read_text(encoding="utf-8")
    assert len(page.splitlines()) < 200
    whole = (EXAMPLE / "entries.toml").read_text(encoding="utf-8")
    blocks = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    assert len(blocks) == 2
    assert all(block in whole for block in blocks)
    for key in REPORT_KEYS:
        assert re.search(rf"`(?:\[report\.)?{key}\b", page), key


def test_what_the_guide_shows_is_printed(register_sqlite: Path) -> None:
    page = (EXAMPLE.parent / "report-to-list.md").read_text(encoding="utf-8")
    notes, entries = re.findall(r"```text\n(.*?)\n```", page, re.DOTALL)
    prepared = example()
    assert notes.splitlines() == [f"note: {one}" for one in prepared.warnings]
    shown = [re.split(r"  +", line) for line in entries.splitlines()]
    assert [tuple(line) for line in shown[1:]] == prepared.entries


def test_importing_the_report_again_adds_nothing(register: Path) -> None:
    importing.record(example(), lambda receipt: None)
    again = importing.record(example(), lambda receipt: None)
    assert (again.receipt.added, again.receipt.corrected, again.missing) == (0, 0, [])


TEXT = """Contents
1. Arkadz Byaly
2. Maryna Vyalikaya
3. Ruta Vance

1. Arkadz Byaly
He was taken on 2021-05-03. Three reasons were given:
1. that he wrote;
2. that he spoke;
3. that he was silent.
2. Maryna Vyalikaya
She was taken on 2021-06-03.
4. Ruta Vance
She was taken on 2021-07-03.
"""


def test_lines_that_begin_no_entry_are_told_and_a_number_left_out_too(register_sqlite: Path, prepare: Prepare) -> None:
    prepared = prepare(TEXT, NUMBERED, name="cases.md")
    assert [one["name"] for one in said(prepared, "record")] == ["Arkadz Byaly", "Maryna Vyalikaya", "Ruta Vance"]
    assert prepared.warnings == [
        "line 2: '1. Arkadz Byaly' stands before and repeats entry 1",
        "line 3: '2. Maryna Vyalikaya' stands before and repeats entry 2",
        "line 4: '3. Ruta Vance' begins no entry",
        "line 8: '1. that he wrote;' is read as part of entry 1",
        "line 9: '2. that he spoke;' is read as part of entry 1",
        "line 10: '3. that he was silent.' is read as part of entry 1",
        "after entry 2 comes entry 4",
    ]
    assert [one["when"]["edtf"] for one in said(prepared)] == ["2021-05-03", "2021-06-03", "2021-07-03"]


def test_entries_without_numbers_are_counted_as_they_stand(register_sqlite: Path, prepare: Prepare) -> None:
    mapping = NUMBERED.replace("^(\\d+)\\. ", "^Case: ").replace("^\\d+\\. (.+)$", "^Case: (.+)$")
    prepared = prepare("Case: A\ntaken on 2021\nCase: B\ntaken on 2022\n", mapping, name="cases.md")
    assert [(one["name"], one["key"]) for one in said(prepared, "record")] == [("A", ["1"]), ("B", ["2"])]


def test_an_entry_that_does_not_parse_is_told_as_an_entry(register_sqlite: Path, prepare: Prepare) -> None:
    prepared = prepare("1. A\ntaken on 03/04/2021, it is said\n", NUMBERED, name="cases.md")
    (problem,) = prepared.problems
    assert problem.startswith("cases.md, entry 1, column Taken: '03/04/2021' is day 3 of month 4")


@pytest.mark.parametrize(
    ("mapping", "why"),
    [
        (NUMBERED.replace("number = '^(\\d+)\\. '\n", ""), "`number` is missing"),
        (NUMBERED.replace("(\\d+)", "(\\d+"), "which is no pattern"),
        (NUMBERED.replace("'^(\\d+)\\. '", "'\\d*'"), "matches nothing at all"),
        (NUMBERED.replace("Taken = ", "Name = "), "give each its own name"),
        (NUMBERED.replace("Taken = ", "number = "), "the number of the entry"),
        (NUMBERED + "[left_out]\nsuppressed = ['Taken']\n", "a document is held whole"),
    ],
)
def test_what_is_wrong_in_the_rule_is_told(register_sqlite: Path, prepare: Prepare, mapping: str, why: str) -> None:
    assert any(why in problem for problem in prepare(TEXT, mapping, name="cases.md").problems)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ("begins = '^Annex$'\n", "`begins` is nowhere"),
        ("ends = '^Annex$'\n", "`ends` is nowhere"),
        ("begins = '^She was taken on 2021-07'\n", "no line begins an entry"),
    ],
)
def test_marks_that_are_not_there_refuse_the_report(
    register_sqlite: Path, prepare: Prepare, more: str, why: str
) -> None:
    with pytest.raises(FileError, match=why):
        prepare(TEXT, NUMBERED.replace("[report]\n", f"[report]\n{more}"), name="cases.md")


def test_the_next_edition_of_a_report_corrects_what_it_says_otherwise(register: Path, record: Import) -> None:
    record(TEXT, NUMBERED, "2022-01-01", "cases.md")
    later = TEXT.replace("2021-06-03", "2021-06-13").replace("4. Ruta Vance\nShe was taken on 2021-07-03.\n", "")
    changes = record(later, NUMBERED, "2023-01-01", "cases.md").changes
    assert changes is not None
    assert (changes.new, changes.changed, list(changes.missing.values())) == ([], {"Taken": [2]}, ["Ruta Vance"])


lines = st.lists(st.tuples(st.integers(1, 6), st.booleans()), max_size=10)


@given(lines)
def test_the_entries_are_the_heaviest_run_of_rising_numbers(drawn: list[tuple[int, bool]]) -> None:
    """Against every run that there is."""
    found = [Begun(number, at, at + 1, more) for at, (number, more) in enumerate(drawn)]
    runs = [
        run
        for size in range(len(found) + 1)
        for run in combinations(found, size)
        if all(one.number < two.number for one, two in pairwise(run))
    ]
    weight = max(sum(3 if one.has_more else 1 for one in run) for run in runs)
    chosen = heaviest_rising(found)
    assert tuple(chosen) in runs
    assert sum(3 if one.has_more else 1 for one in chosen) == weight
