"""The table of published counts: each number a claim, as sure as its row and its note have it.

No database: a case is prepared with a fixed key, and what it would record is looked at.
"""

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.exchange.case import parse_toml, prepare_case
from habeas.exchange.prepared import Prepared
from habeas.exchange.table import prepare_table

ROOT = Path(__file__).parents[2]
BELARUS = ROOT / "cases" / "belarus"
REPORT = BELARUS / "report-2025-02.toml"
SERIES = BELARUS / "tally_series.toml"
KEY, TODAY = b"k" * 32, date(2026, 11, 23)


def prepared_case(path: Path) -> Prepared:
    tables, data = parse_toml(path)
    return prepare_case(path, tables, data, KEY, TODAY, lambda digest: None, None)


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


@pytest.fixture(scope="module")
def report() -> Prepared:
    return prepared_case(REPORT)


@pytest.fixture(scope="module")
def series() -> Prepared:
    return prepared_table(SERIES)


def test_every_number_of_the_table_is_a_claim(series: Prepared) -> None:
    with SERIES.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = ("in_custody", "women", "ever_recognised", "former", "recognised_in_period")
    printed = sorted((column, row[column]) for row in rows for column in columns if row[column])
    noted = [("note", "19"), ("note", "47")]  # recognised after release; freed at the end of their term
    assert sorted((one["field"], one["figure"]["low"]) for one in claims(series)) == sorted(printed + noted)
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
    (viasna,) = [one for one in claims(report, type="figure") if one["figure"].get("low") == "1226"]
    assert counted == {tuple(viasna["figure"][key] for key in keys)}
