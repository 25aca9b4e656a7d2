"""The tables of facts about Belarus: every row is recorded, as it stands and no further.

No database: each case is prepared with a fixed key, and what it would record is looked at.
"""

import csv
import re
from pathlib import Path
from typing import Any

import pytest

from habeas.exchange.case import parse_toml, prepare_case
from habeas.exchange.prepared import Prepared
from habeas.exchange.table import prepare_table
from tests.conftest import point_at

from .test_tally_series import BELARUS, KEY, TODAY, chain

TABLES = {
    "flow_claims": 12,
    "kcl_price_monthly": 113,
    "potash_volumes": 106,
    "release_rounds": 83,
    "relief_cases": 34,
    "sanction_events": 66,
}
NUMBERS = {
    "flow_claims": ("count", "flow"),
    "kcl_price_monthly": ("usd_per_t",),
    "potash_volumes": ("value", "unit", "measure", "vintage_or_speaker"),
    "release_rounds": ("count", "by", "detail"),
    "relief_cases": ("released", "what_was_given"),
}
# Numbers of a cell that no figure carries, each with its reason.
NO_FIGURE = {
    ("relief_cases", "what_was_given"): {"44"},  # from memory
    ("relief_cases", "released"): {"16", "8", "24", "30"},  # an exchange counted from memory; a day of November
    # Editions; a rise from which the table works out a value.
    ("potash_volumes", "vintage_or_speaker"): {"84", "2020", "2021", "2022", "2024", "25"},
    ("flow_claims", "flow"): {"2024"},  # a year
    ("potash_volumes", "measure"): {"2021"},  # a year
    ("potash_volumes", "unit"): {"2"},  # K2O
    ("potash_volumes", "value"): {"2019"},  # a year
}


def prepared_case(path: Path) -> Prepared:
    tables, data = parse_toml(path)
    if "table" in tables:
        return prepare_table(path, tables, data, KEY, TODAY)
    return prepare_case(path, tables, data, KEY, TODAY, lambda digest: None, None)


@pytest.fixture(scope="module")
def cases(template_sqlite: Path) -> dict[str, Prepared]:
    """The cases as they would be recorded in a new register."""
    point_at(template_sqlite)
    return {path.stem: prepared_case(path) for path in sorted(BELARUS.glob("*.toml"))}


def rows_of(stem: str) -> list[dict[str, str]]:
    with (BELARUS / f"{stem}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def claims(cases: dict[str, Prepared], stem: str, column: str = "", **cells: str) -> list[dict[str, Any]]:
    """The claims of a table that stand in rows with these cells, and in that column where one is given."""
    rows = rows_of(stem)
    return [
        one.body
        for one in cases[stem].claims()
        if column in ("", one.body["field"])
        and all(rows[one.body["anchor"]["row"] - 2][name] == cell for name, cell in cells.items())
    ]


def numbers(cell: str) -> set[str]:
    return {found.replace(",", "") for found in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", cell)}


def carried(found: list[dict[str, Any]]) -> set[str]:
    """The numbers of the figures, without their sign."""
    figures = [one["figure"] for one in found if "figure" in one]
    return {figure[end].lstrip("-") for figure in figures for end in ("low", "high") if end in figure}


@pytest.mark.parametrize("stem", [*TABLES, "tally_series"])
def test_a_table_is_the_shared_one_byte_for_byte(stem: str, shared: Path) -> None:
    source = shared / "data" / "belarus" / f"{stem}.csv"
    if not source.exists():
        pytest.skip("the tables are not beside this checkout")
    assert (BELARUS / f"{stem}.csv").read_bytes() == source.read_bytes()


@pytest.mark.parametrize("stem", TABLES)
def test_a_table_prepares_whole(stem: str, cases: dict[str, Prepared]) -> None:
    assert (cases[stem].problems, cases[stem].warnings) == ([], [])
    assert (cases[stem].vouched_by, cases[stem].access.name) == ("the habeas founders", "staff")
    assert len(cases[stem].claims()) == TABLES[stem]


@pytest.mark.parametrize("stem", TABLES)
def test_every_row_is_recorded_but_those_from_memory(stem: str, cases: dict[str, Prepared]) -> None:
    recorded = {one.body["anchor"]["row"] for one in cases[stem].claims()}
    left_out = [row for number, row in enumerate(rows_of(stem), 2) if number not in recorded]
    assert [row["counterpart"] for row in left_out] == (["Myanmar"] if stem == "relief_cases" else [])


@pytest.mark.parametrize(
    ("stem", "column"), [(stem, column) for stem, columns in NUMBERS.items() for column in columns]
)
def test_every_number_of_a_cell_is_a_figure(stem: str, column: str, cases: dict[str, Prepared]) -> None:
    missing: set[str] = set()
    for number, row in enumerate(rows_of(stem), 2):
        there = [one for one in claims(cases, stem, column) if one["anchor"]["row"] == number]
        missing |= numbers(row[column]) - carried(there)
    assert missing == NO_FIGURE.get((stem, column), set())


@pytest.mark.parametrize("stem", TABLES)
def test_every_claim_cites_the_source_of_its_row(stem: str, cases: dict[str, Prepared]) -> None:
    sources = parse_toml(BELARUS / f"{stem}.toml")[0].get("sources", {})
    cited = {one.body["id"]: one.body.get("citation") for one in cases[stem].drafts if one.kind == "document"}
    rows = rows_of(stem)
    for one in cases[stem].claims():
        cell = rows[one.body["anchor"]["row"] - 2]["source"]
        assert [cited[each] for each in one.body["cites"]] == [sources.get(cell, {}).get("citation", cell)]


@pytest.mark.parametrize("stem", TABLES)
def test_nothing_from_memory_is_recorded(stem: str, cases: dict[str, Prepared]) -> None:
    told = " ".join(str(one.body) for one in cases[stem].drafts)
    for word in ("memory", "GL 44", "Norway", "2022/355", "22 Nov", "2025-11-22", "Myanmar"):
        assert word not in told
    if stem == "relief_cases":
        assert not claims(cases, stem, "mediator", date="2023-10-18")
        assert not claims(cases, stem, "released", counterpart="Russia")


@pytest.mark.parametrize("stem", TABLES)
def test_a_day_is_given_only_where_the_source_has_one(stem: str) -> None:
    cells = {row["source"] for row in rows_of(stem)}
    for cell, said in parse_toml(BELARUS / f"{stem}.toml")[0].get("sources", {}).items():
        assert cell in cells, "a source that no row has"
        if "published" in said:
            assert said["published"][:4] in cell
        else:
            assert "memory" in cell or cell == "as there"


@pytest.mark.parametrize(
    ("stem", "cells", "known"),
    [
        ("flow_claims", {"count": "1267"}, ("published", "2025-12-02")),
        ("flow_claims", {"count": "430"}, ("assumed", "2025-12-13")),
        ("release_rounds", {"date": "2024-07-03/04"}, ("published", "2024-07-04")),
        ("release_rounds", {"date": "2024-07"}, ("published", "2024-09-30")),  # a month: its last day
        ("release_rounds", {"date": "2025-11"}, ("assumed", "2025-11-30")),
        ("release_rounds", {"date": "2026-03-19"}, ("published", "2026-03-20")),
        ("sanction_events", {"date": "2021-06-24"}, ("published", "2021-06-25")),  # the later of two
        ("sanction_events", {"date": "2022-02-01"}, ("published", "2022-02-07")),
        ("potash_volumes", {"who": "Belarus", "measure": "potash export revenue"}, ("assumed", "2019-12-31")),
        ("potash_volumes", {"period": "2021"}, ("published", "2022-02-28")),
        ("kcl_price_monthly", {}, ("published", "2026-06-02")),
    ],
)
def test_when_it_was_known(
    stem: str, cells: dict[str, str], known: tuple[str, str], cases: dict[str, Prepared]
) -> None:
    found = claims(cases, stem, **cells)
    assert {(one["known"]["basis"], one["known"].get("earliest")) for one in found} == {known}


@pytest.mark.parametrize(
    ("stem", "cells", "column", "speakers"),
    [
        ("flow_claims", {"count": "114"}, "count", {"Dissidentby on_record, pro-government channels unnamed_group"}),
        ("flow_claims", {"count": "430"}, "count", {"press unnamed_group"}),
        ("release_rounds", {"date": "2024-08-16"}, "count", {"Belarusian authorities official"}),
        ("release_rounds", {"date": "2024-07"}, "count", {"AP document"}),
        ("release_rounds", {"date": "2025-02-12"}, "count", {"New York Times document, US officials official"}),
        (
            "release_rounds",
            {"date": "2025-06-21"},
            "count",
            {"Belarusian authorities official", "United States official"},
        ),
        ("potash_volumes", {"period": "2022 H1"}, "measure", {"Reuters document, Agrinvest on_record"}),
        ("potash_volumes", {"period": "2022-06"}, "value", {"Kommersant document, Kommersant sources anonymous"}),
        ("kcl_price_monthly", {}, "usd_per_t", {"World Bank document"}),
    ],
)
def test_who_says_so(
    stem: str, cells: dict[str, str], column: str, speakers: set[str], cases: dict[str, Prepared]
) -> None:
    chains = [chain(cases[stem], one) for one in claims(cases, stem, column, **cells)]
    assert {", ".join(" ".join(link) for link in links) for links in chains} == speakers


def test_an_issuer_acts_and_does_not_speak(cases: dict[str, Prepared]) -> None:
    assert {str(one["attribution"]) for one in claims(cases, "sanction_events")} == {"[{'kind': 'reporter_voice'}]"}
    done = {
        (one["measure_event"]["issuer"], one["measure_event"]["kind"])
        for one in claims(cases, "sanction_events")
        if "measure_event" in one
    }
    assert ("United States", "delist") in done
    assert {kind for issuer, kind in done if issuer == "European Union"} == {"impose", "amend", "expire"}
    (potash,) = claims(cases, "sanction_events", "act", date="2025-12-13")
    assert (potash["measure_event"]["kind"], potash["when"]["meaning"]) == ("announce", "announced")


def test_bodies_are_the_same_agents_in_every_file(cases: dict[str, Prepared]) -> None:
    bodies: dict[str, set[str]] = {}
    for prepared in cases.values():
        for draft in prepared.drafts:
            if draft.kind == "agent" and draft.body["sort"] != "unnamed":
                bodies.setdefault(str(draft.body["name"]), set()).add(f"{draft.body['id']} {draft.body['sort']}")
    assert {name: found for name, found in bodies.items() if len(found) > 1} == {}


def test_who_is_named_has_a_record_and_the_act_of_the_row(cases: dict[str, Prepared]) -> None:
    names = {one.body["id"]: one.body["name"] for one in cases["release_rounds"].drafts if one.kind == "record"}
    acts = {
        (names[one["act"]["record"]], one["act"]["kind"], one["when"]["edtf"])
        for one in claims(cases, "release_rounds")
        if "record" in one.get("act", {})
    }
    assert acts == {
        ("Ryhor Kastusiou", "released", "2024-07-03/2024-07-04"),
        ("S. Tsikhanouski", "pardoned", "2025-06-21"),
        ("S. Tsikhanouski", "deported", "2025-06-21"),
        ("Bialiatski", "pardoned", "2025-12-13"),
        ("Kalesnikava", "pardoned", "2025-12-13"),
        ("Babaryka", "pardoned", "2025-12-13"),
        ("M. Statkevich", "released", "2026-02"),
        ("Rabkova", "pardoned", "2026-03-19"),
        ("Loika", "pardoned", "2026-03-19"),
        ("Stefanovic", "pardoned", "2026-03-19"),
    }
    assert set(names.values()) - {name for name, _, _ in acts} == {"Statkevich", "C. Smith", "K. Kellogg"}
    (saab,) = [one for one in cases["relief_cases"].drafts if one.kind == "record"]
    assert saab.body["name"] == "A. Saab"


def test_statkevich_would_not_leave_and_was_not_free_by_that(cases: dict[str, Prepared]) -> None:
    (refused,) = [one for one in claims(cases, "release_rounds", "detail", date="2025-09-11") if "figure" not in one]
    assert refused["type"] == "event"
    assert "act" not in refused
    assert chain(cases["release_rounds"], refused) == [("Viasna", "on_record")]


def test_who_is_counted_and_not_named_is_a_group(cases: dict[str, Prepared]) -> None:
    groups = {one.body["id"]: one.body for one in cases["release_rounds"].drafts if one.kind == "group"}
    no_group = ("2024-07", "2026-02")  # a total, in which those of a day are counted too; one man, who is named
    counted = {row["date"]: int(row["count"]) for row in rows_of("release_rounds") if row["date"] not in no_group}
    found = {
        rows_of("release_rounds")[one["anchor"]["row"] - 2]["date"]: groups[one["act"]["group"]]["low"]
        for one in claims(cases, "release_rounds", "by")
        if "group" in one.get("act", {})
    }
    assert (len(groups), found) == (15, counted)
    assert len([one for one in cases["relief_cases"].drafts if one.kind == "group"]) == 4


def test_what_is_counted_in_two_ways_is_not_one_figure(cases: dict[str, Prepared]) -> None:
    units = {one["figure"]["unit"] for one in claims(cases, "potash_volumes") if "figure" in one}
    assert {"Mt KCl", "Mt K2O", "kt K2O", "Mt"} <= units
    assert len({one["figure"]["subject"] for one in claims(cases, "flow_claims")}) == 8
    prices = {one["figure"]["basis"]: one["when"]["edtf"] for one in claims(cases, "kcl_price_monthly")}
    assert prices == {"fob Vancouver (contract)": "2019-12", "cfr Brazil granular spot": "2026-05"}


def test_what_the_table_works_out_itself_is_nobody_elses(cases: dict[str, Prepared]) -> None:
    own = [
        one for one in claims(cases, "potash_volumes") if chain(cases["potash_volumes"], one)[0][1] == "reporter_voice"
    ]
    assert {one["figure"]["low"] for one in own} == {"474", "429", "0.88", "367", "320"}
    assert {one["figure"]["comparator"] for one in own} == {"~"}


def test_two_sources_that_disagree_both_stay_and_are_linked(cases: dict[str, Prepared]) -> None:
    bodies = {one.body["id"]: one.body for case in cases.values() for one in case.claims()}
    linked = {
        tuple(sorted(bodies[str(one.body[end])]["figure"]["low"] for end in ("claim", "other")))
        for case in ("release_rounds", "what-agrees")
        for one in cases[case].drafts
        if one.kind == "claim_link" and one.body["kind"] == "contradicts"
    }
    assert linked == {("8", "9"), ("1197", "1227")}


def test_what_agrees_rests_on_what_the_other_files_have(cases: dict[str, Prepared]) -> None:
    agrees = cases["what-agrees"]
    assert agrees.problems == []
    assert list(cases)[-2:] == ["what-agrees", "what-was-undertaken"], "they have to be imported last"
    drafted = {(one.kind, one.body["id"]) for case in cases.values() for one in case.drafts}
    assert [one.words for one in agrees.rests_on if (one.kind, one.id) not in drafted] == []
    assert {str(one.body["verdict"]) for one in agrees.drafts if one.kind == "judgement"} == {"same"}
