"""The case of the report of February 2025, the table of published counts, and the guide's example: they prepare whole.

No database: a case is prepared with a fixed key, and what it would record is looked at.
"""

import csv
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.archive import extract, store
from habeas.claims import anchor as anchors
from habeas.claims.when import Meaning, When
from habeas.exchange.case import SECTIONS, parse_toml, prepare_case
from habeas.exchange.claim_draft import AS_WRITTEN, DETAILS
from habeas.exchange.people import ATTRIBUTES, OTHER, ListTerms, prepare_people
from habeas.exchange.prepared import Prepared
from habeas.exchange.table import TABLE_KEYS, prepare_table

ROOT = Path(__file__).parents[2]
BELARUS = ROOT / "cases" / "belarus"
REPORT = BELARUS / "report-2025-02.toml"
SERIES = BELARUS / "tally_series.toml"
GUIDE = ROOT / "docs" / "guide" / "recording-a-report.md"
EXAMPLE = ROOT / "docs" / "guide" / "example"
KEY, TODAY = b"k" * 32, date(2026, 11, 23)
RUN = 8  # words in a row that no file of ours may share with the report


def prepared_case(path: Path, given: Path | None = None) -> Prepared:
    tables, data = parse_toml(path)
    return prepare_case(path, tables, data, KEY, TODAY, lambda digest: None, given)


def prepared_table(path: Path) -> Prepared:
    tables, data = parse_toml(path)
    return prepare_table(path, tables, data, KEY, TODAY)


def claims(prepared: Prepared, **wanted: str) -> list[dict[str, Any]]:
    """The bodies of the claims whose keys have these values."""
    assert prepared.problems == []
    return [one.body for one in prepared.claims() if all(one.body[key] == value for key, value in wanted.items())]


def names(prepared: Prepared) -> dict[str, str]:
    return {str(one.body["id"]): str(one.body.get("name")) for one in prepared.drafts}


def chain(prepared: Prepared, claim: dict[str, Any]) -> list[tuple[str, str]]:
    """Who speaks in what manner, outermost first."""
    known = names(prepared)
    return [(known.get(link.get("agent", ""), ""), link["kind"]) for link in claim["attribution"]]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    said = words(text)
    return {tuple(said[at : at + RUN]) for at in range(len(said) - RUN + 1)}


@pytest.fixture(scope="module")
def report() -> Prepared:
    return prepared_case(REPORT)


@pytest.fixture(scope="module")
def series() -> Prepared:
    return prepared_table(SERIES)


@pytest.fixture
def held_report(shared: Path) -> Path:
    path = shared / "seed" / "report.txt"
    if not path.exists():
        pytest.skip("the report itself is not beside this checkout")
    return path


def test_the_report_prepares_without_the_report(report: Prepared) -> None:
    assert report.problems == []
    assert report.warnings == []
    assert (report.vouched_by, report.access.name, report.holdings) == ("the habeas founders", "staff", [])
    kinds = [draft.kind for draft in report.drafts]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "document": 1,
        "agent": 9,
        "record": 1,
        "group": 1,
        "claim": 14,
    }
    assert {body["known"]["earliest"] for body in claims(report)} == {"2025-02-15"}


def test_the_report_has_the_number_of_viasna(report: Prepared) -> None:
    (found,) = [one for one in claims(report, type="figure") if one["figure"].get("low") == "1226"]
    assert found["figure"]["high"] == "1226"
    assert (found["figure"]["kind"], found["figure"]["comparator"]) == ("stock", "=")
    assert (found["when"]["meaning"], found["when"]["latest"]) == ("as_of", "2025-02-15")
    assert chain(report, found) == [("Viasna", "on_record")]


def test_kolesnikova_is_held_and_nobody_else_is_named(report: Prepared) -> None:
    (held,) = [one for one in claims(report, type="act") if "record" in one["act"]]
    assert held["act"]["kind"] == "held"
    assert names(report)[held["act"]["record"]] == "Maria Kolesnikova"
    assert held["when"] == When.of("2025-02-15~", meaning=Meaning.state_seen).as_dict()
    assert [(one["role"], one["record"]) for one in held["participants"]] == [("subject", held["act"]["record"])]


def test_the_three_are_counted_and_not_named(report: Prepared) -> None:
    (freed,) = [one for one in claims(report, type="act") if "group" in one["act"]]
    (group,) = [draft.body for draft in report.drafts if draft.kind == "group"]
    assert (freed["act"]["kind"], freed["act"]["group"]) == ("released", group["id"])
    assert (group["low"], group["high"]) == (3, 3)
    assert (freed["when"]["earliest"], freed["when"]["latest"]) == ("2025-02-12", "2025-02-12")


def test_the_assurance_has_three_links_and_each_offer_two(report: Prepared) -> None:
    attended, smith = ("people who attended", "anonymous"), ("Christopher W. Smith", "official")
    (assurance,) = claims(report, type="assurance")
    assert chain(report, assurance) == [attended, smith, ("Aleksandr G. Lukashenko", "official")]
    offers = claims(report, type="offer")
    assert [chain(report, one) for one in offers] == [[attended, smith]] * 2
    assert all("in_return_for" in one["commitment"] for one in offers)
    assert offers[0]["commitment"]["party"] == offers[1]["commitment"]["to"]


def test_the_reporter_speaks_only_where_nobody_else_does(report: Prepared) -> None:
    for one in claims(report):
        kinds = [kind for _, kind in chain(report, one)]
        assert kinds == ["reporter_voice"] or "reporter_voice" not in kinds


def test_the_anchors_fit_the_report(held_report: Path, report: Prepared) -> None:
    assert store.sha256(held_report.read_bytes()) == parse_toml(REPORT)[0]["document"]["sha256"]
    with_it = prepared_case(REPORT, held_report)
    assert with_it.problems == []
    text = extract.extract(held_report.read_bytes(), "text/plain").text
    for one in claims(with_it):
        place = one["anchor"]
        assert anchors.characters(text, place["start"], place["end"]).body() == place
        assert place["end"] - place["start"] <= 90, "the shortest passage that carries the claim"
    assert [one["id"] for one in claims(with_it)] == [one["id"] for one in claims(report)]


@pytest.mark.parametrize("path", [REPORT, SERIES, SERIES.with_suffix(".csv")], ids=lambda path: path.name)
def test_no_sentence_of_the_report_is_in_a_file_of_ours(held_report: Path, path: Path) -> None:
    shared_runs = runs(held_report.read_text(encoding="utf-8")) & runs(path.read_text(encoding="utf-8"))
    assert {" ".join(run) for run in shared_runs} == set()


def test_every_number_of_the_table_is_a_claim(series: Prepared) -> None:
    with SERIES.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = ("in_custody", "women", "ever_recognised", "former", "recognised_in_period")
    printed = sorted((column, row[column]) for row in rows for column in columns if row[column])
    assert sorted((one["field"], one["figure"]["low"]) for one in claims(series)) == printed
    assert len(printed) == 54
    assert all(one["figure"]["low"] == one["figure"]["high"] for one in claims(series))


def test_the_table_is_a_copy_of_the_shared_one(shared: Path) -> None:
    original = shared / "data" / "belarus" / "tally_series.csv"
    if not original.exists():
        pytest.skip("the table of published counts is not beside this checkout")
    assert SERIES.with_suffix(".csv").read_bytes() == original.read_bytes()


@pytest.mark.parametrize(
    ("column", "number", "comparator"),
    [
        ("in_custody", "1131", "="),
        ("in_custody", "1500", "~"),
        ("in_custody", "1110", "~"),
        ("in_custody", "1200", "<"),
        ("in_custody", "1374", "="),
        ("in_custody", "1244", "="),
        ("ever_recognised", "3200", ">="),
        ("ever_recognised", "3715", ">"),
        ("ever_recognised", "4339", "="),
        ("recognised_in_period", "18", "="),
    ],
)
def test_how_a_number_of_the_table_stands(series: Prepared, column: str, number: str, comparator: str) -> None:
    found = [one["figure"]["comparator"] for one in claims(series, field=column) if one["figure"]["low"] == number]
    assert found == [comparator]


@pytest.mark.parametrize(
    ("number", "edtf", "known"),
    [
        ("970", "2021-12-30", "published 2022-01-01"),
        ("1111", "2022-03-?29", "published 2022-03-31"),
        ("1168", "2022?-04-28", "assumed 2022-04-28"),
        ("1410", "2024-02-2X", "published 2024-03-04"),
        ("1385", "2024-04-~30", "assumed 2024-04-30"),
        ("1561", "2024-06~", "assumed 2024-06-30"),
        ("1185", "2025?-09-17", "assumed 2025-09-17"),
        ("1227", "2025-12-13", "assumed 2025-12-13"),
        ("1110", "2025-12-13/2025-12-31", "assumed 2025-12-31"),
    ],
)
def test_a_day_of_the_table_is_as_sure_as_its_note(series: Prepared, number: str, edtf: str, known: str) -> None:
    (found,) = [one for one in claims(series, field="in_custody") if one["figure"]["low"] == number]
    assert found["when"]["edtf"] == edtf
    assert f"{found['known']['basis']} {found['known']['earliest']}" == known


def test_one_body_is_one_agent_in_both_files(report: Prepared, series: Prepared) -> None:
    viasna = [
        one.body
        for file in (report, series)
        for one in file.drafts
        if one.kind == "agent" and one.body["name"] == "Viasna"
    ]
    assert len(viasna) == 2
    assert viasna[0] == viasna[1]
    unnamed = [one for one in claims(series) if one["attribution"][0]["kind"] == "unnamed_group"]
    assert {chain(series, one)[0][0] for one in unnamed} == {"human-rights community", "human-rights organisations"}


def test_both_files_count_the_same_thing_under_the_same_words(report: Prepared, series: Prepared) -> None:
    keys = ("subject", "population", "kind", "unit")
    counted = {tuple(one["figure"][key] for key in keys) for one in claims(series, field="in_custody")}
    assert counted == {tuple(claims(report, type="figure")[0]["figure"][key] for key in keys)}


def test_the_example_of_the_guide_prepares() -> None:
    example = prepared_case(EXAMPLE / "report.toml")
    assert example.problems == []
    assert len(claims(example)) == 7
    (assurance,) = claims(example, type="assurance")
    assert [name for name, _ in chain(example, assurance)] == [
        "two people who were there",
        "Ruta Vance",
        "Interior Ministry of Zalesia",
    ]


def test_the_words_that_the_guide_looks_for_are_in_its_example() -> None:
    (said,) = re.findall(r'habeas anchor report\.txt "(.*?)"', guide())
    found = anchors.find_words((EXAMPLE / "report.txt").read_text(encoding="utf-8"), said)
    assert found.end - found.start == len(said)


def test_the_list_of_the_guide_prepares() -> None:
    terms = ListTerms("Held in Zalesia", "Lantern Group", "Marta Veres", When.of("2025-11-10"))
    people = prepare_people("people.csv", (EXAMPLE / "people.csv").read_bytes(), terms, KEY, TODAY)
    assert people.problems == []
    assert len([draft for draft in people.drafts if draft.kind == "record"]) == 3


def test_the_table_of_the_guide_prepares(tmp_path: Path) -> None:
    (case,) = [block for block in re.findall(r"```toml\n(.*?)```", guide(), re.DOTALL) if "[table]" in block]
    (tmp_path / "counts.toml").write_text(case, encoding="utf-8")
    (head,) = re.findall(r"a `counts\.csv` that begins `(.*?)`", guide())
    rows = f"{head}\nmid-May 2025,Lantern Group,400,almost,Courier 3 June 2025\n2025-10-01,Lantern Group,,exact,\n"
    (tmp_path / "counts.csv").write_text(rows, encoding="utf-8")
    (found,) = claims(prepared_table(tmp_path / "counts.toml"))
    assert (found["figure"]["comparator"], found["when"]["edtf"]) == ("<", "2025-05~")
    assert found["known"] == {"basis": "published", "earliest": "2025-06-03"}


def test_the_claim_of_the_guide_is_that_of_the_example() -> None:
    (claim,) = [block for block in re.findall(r"```toml\n(.*?)```", guide(), re.DOTALL) if "words =" in block]
    assert claim in (EXAMPLE / "report.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("word", sorted({*SECTIONS, *AS_WRITTEN, *DETAILS, *TABLE_KEYS, *ATTRIBUTES, *OTHER}))
def test_a_key_is_in_the_guide(word: str) -> None:
    assert re.search(rf"[\[`\n]{word}\b", guide())


def guide() -> str:
    text = GUIDE.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 200
    return text
