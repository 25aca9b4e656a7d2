"""What the Belarus case lends to counting: who is one of a group, what is one act, the rules and the lenses."""

from pathlib import Path

import pytest

from habeas.exchange.prepared import Prepared
from tests.conftest import point_at

from .test_belarus_tables import claims, prepared_case
from .test_tally_series import BELARUS


@pytest.fixture(scope="module")
def cases(template_sqlite: Path) -> dict[str, Prepared]:
    """The cases as they would be recorded in a new register."""
    point_at(template_sqlite)
    return {path.stem: prepared_case(path) for path in sorted(BELARUS.glob("*.toml"))}


def test_whom_a_row_names_is_one_of_those_it_counts(cases: dict[str, Prepared]) -> None:
    groups = {one.body["id"]: one.body["name"] for one in cases["release_rounds"].drafts if one.kind == "group"}
    members = {
        (one["name"], groups[one["group"]].rpartition(" on ")[2])
        for claim in claims(cases, "release_rounds")
        for one in claim.get("participants", ())
        if "record" in one and "group" in one
    }
    assert members == {
        ("Ryhor Kastusiou", "3 or 4 July 2024"),
        ("S. Tsikhanouski", "21 June 2025"),
        ("Statkevich", "11 September 2025"),
        ("Bialiatski", "13 December 2025"),
        ("Kalesnikava", "13 December 2025"),
        ("Babaryka", "13 December 2025"),
        ("Rabkova", "19 March 2026"),
        ("Loika", "19 March 2026"),
        ("Stefanovic", "19 March 2026"),
    }


def test_the_three_of_february_were_let_go_once(cases: dict[str, Prepared]) -> None:
    (one,) = [draft.body for draft in cases["what-agrees"].drafts if "about" in draft.body]
    claimed = {draft.body["id"]: draft.body for case in cases.values() for draft in case.claims()}
    for end in ("one", "other"):
        said = claimed[one[end]]
        assert (said["act"]["kind"], said["when"]["earliest"]) == ("released", "2025-02-12")


def test_the_rules_and_lenses_are_public_and_rest_on_nothing_else(cases: dict[str, Prepared]) -> None:
    rules = cases["rules"]
    assert (rules.problems, rules.rests_on, rules.scope) == ([], [], None)
    made = [draft.body for draft in rules.drafts if draft.kind in ("rule", "lens")]
    assert {one["access"] for one in made} == {"public"}
    assert {"freed", "detained", "recognised by Viasna", "the authorities", "Viasna"} <= {one["name"] for one in made}
    named = {draft.body["id"] for case in cases.values() if case is not rules for draft in case.drafts}
    agents = {draft.body["id"] for draft in rules.drafts if draft.kind == "agent"}
    assert agents <= named, "whoever speaks in a lens speaks somewhere on record"
