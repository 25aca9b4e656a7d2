"""What stood against whom on the day before each event concerning Belarus, on it and after it, as it was known.

belarus_measures.csv was written by hand from cases/belarus/sanction_events.csv and its sources, before the code. Where
the code disagrees, find out first which of the two is wrong.
"""

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.answers import tally
from habeas.answers.measures import measures
from habeas.claims.vocabulary import Access
from tests.attacks.commands import ROOT
from tests.attacks.commands import habeas as process
from tests.cli.conftest import Habeas
from tests.cli.conftest import habeas as habeas  # the fixture
from tests.conftest import point_at

CASES = ROOT / "cases"
with (Path(__file__).parent / "belarus_measures.csv").open(encoding="utf-8", newline="") as _file:
    TABLE = list(csv.DictReader(_file))
with (CASES / "belarus" / "sanction_events.csv").open(encoding="utf-8", newline="") as _file:
    EVENTS = list(csv.DictReader(_file))


@pytest.fixture(scope="module")
def belarus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    register = tmp_path_factory.mktemp("belarus") / "register"
    process("init", register, "--name", "Sanctions")
    for case in ("report-2025-02", "sanction_events"):
        process("import", CASES / "belarus" / f"{case}.toml", "-r", register)
    return register


@pytest.fixture(scope="module")
def zalesia(tmp_path_factory: pytest.TempPathFactory) -> Path:
    register = tmp_path_factory.mktemp("zalesia") / "register"
    process("init", register, "--name", "Norland")
    process("import", CASES / "zalesia" / "measures.toml", "-r", register)
    return register


@pytest.fixture
def ask(habeas: Habeas) -> Any:
    """Ask for the measures in a register, by the command."""

    def asked(register: Path, *words: str) -> Any:
        point_at(register)
        return habeas("measures", *words, "-r", register, "--json").json

    return asked


def told(row: dict[str, str]) -> str:
    known = f" as known on {row['known_on']}" if row["known_on"] else ""
    return f"{row['issuer']}, {row['target']}, {row['as_of']}{known}"


@pytest.mark.parametrize("row", TABLE, ids=told)
def test_a_status_is_that_of_the_table(row: dict[str, str], belarus: Path) -> None:
    point_at(belarus)
    as_of, known_on = (date.fromisoformat(row[name] or "2026-11-23") for name in ("as_of", "known_on"))
    seen = tally.view(None, Access.staff)
    (found,) = measures(seen, as_of, known_on, target=row["target"], issuer=row["issuer"]).as_json()["standings"]
    licences = [one["instrument"] for one in found["licences"] if one["state"] == "in_force"]
    assert {
        "status": found["status"],
        "possible": " ".join(found["doubt"]["possible"]),
        "licence": " ".join(licences) if found["status"] == "listed+licensed" else "",
        "announced": " ".join(one["announced"]["latest"] for one in found["announced"]),
    } == {
        "status": row["status"],
        "possible": " ".join(sorted(row["possible"].split())),
        "licence": row["licence"],
        "announced": row["announced"],
    }


def test_the_table_has_every_event_with_the_day_before_and_after() -> None:
    days = {row["as_of"] for row in TABLE if not row["known_on"]}
    for event in EVENTS:
        when = event["date"]
        first, last = {"2022-03-02/03": ("2022-03-02", "2022-03-03"), "2023-08": ("2023-08-01", "2023-08-31")}.get(
            when, (when, when)
        )
        before, after = date.fromisoformat(first).toordinal() - 1, date.fromisoformat(last).toordinal() + 1
        assert {first, last, date.fromordinal(before).isoformat(), date.fromordinal(after).isoformat()} <= days


def test_relief_of_potash_is_announced_and_two_days_later_licensed(ask: Any, belarus: Path) -> None:
    words = ("--target", "Belaruskali", "--issuer", "United States")
    before = ask(belarus, *words, "--as-of", "2025-12-14")
    assert (before["status"], len(before["announced"])) == ("listed", 1)
    assert before["announced"][0]["announced"] == {"earliest": "2025-12-13", "latest": "2025-12-13"}
    after = ask(belarus, *words, "--as-of", "2025-12-15")
    assert (after["status"], after["announced"]) == ("listed+licensed", [])
    (gap,) = after["standings"][0]["gaps"]
    assert (gap["issued_as"], gap["days"]) == ("license", {"least": 2, "most": 2})


def test_six_targets_wait_for_the_delisting_of_march(ask: Any, belarus: Path) -> None:
    found = ask(belarus, "--issuer", "US", "--as-of", "2026-11-23")
    waiting = {one["target"]: one["announced"] for one in found["standings"] if one["announced"]}
    assert sorted(waiting) == [
        "Agrorozkvit",
        "Belarusian Potash Company",
        "Belaruskali",
        "Belinvestbank",
        "Development Bank",
        "Ministry of Finance",
    ]
    for (gap,) in waiting.values():
        assert gap["speaks_of"] == ["delist", "revoke"]
        assert gap["days"] == {"least": 249, "most": 249}  # from 19 March to 23 November 2026


def test_what_the_ban_on_potash_covers_is_open_for_a_day(ask: Any, belarus: Path) -> None:
    def ban(day: str) -> Any:
        return ask(belarus, "--target", "potash", "--issuer", "EU", "--as-of", day)["standings"][0]["measures"][0]

    assert ban("2022-03-01")["covers"].endswith("import and transit, in part")
    assert len(ban("2022-03-02")["claims"]) == 2  # the ban of 2021, or the wider one: both may be the last
    assert ban("2022-03-02")["covers"].endswith("import and transit, in part")
    assert (ban("2022-03-03")["covers"], len(ban("2022-03-03")["claims"])) == ("import", 1)


@pytest.mark.parametrize(
    ("word", "target", "as_of", "verdict"),
    [
        ("lifted", "Belaruskali", "2025-12-14", "announced_only"),
        ("lifted", "Belaruskali", "2025-12-15", "says_more"),
        ("eased", "Belaruskali", "2025-12-15", "holds"),
        ("removed", "Belaruskali", "2026-03-20", "says_more"),
        ("removed", "Belavia", "2025-11-03", "says_more"),
        ("removed", "Belavia", "2025-11-04", "holds"),
        ("lifted", "Ministry of Finance", "2026-03-20", "announced_only"),
        ("eased", "Belaruskali", "2022-01-01", "no_longer"),
    ],
)
def test_a_headlines_word_is_checked(ask: Any, belarus: Path, word: str, target: str, as_of: str, verdict: str) -> None:
    found = ask(belarus, "--target", target, "--issuer", "US", "--as-of", as_of, "--word", word)
    assert found["standings"][0]["word"]["verdict"] == verdict


def test_a_name_as_written_finds_all_that_it_was_written_of(ask: Any, belarus: Path) -> None:
    found = ask(belarus, "--target", "potash", "--issuer", "US", "--as-of", "2025-12-14")
    assert [one["target"] for one in found["standings"]] == ["Agrorozkvit", "Belarusian Potash Company", "Belaruskali"]
    assert "status" not in found


def test_a_spelling_is_the_same_target(ask: Any, belarus: Path) -> None:
    def standings(name: str) -> Any:
        return ask(belarus, "--target", name, "--as-of", "2026-01-01")["standings"]

    assert standings("bpc") == standings("Belarusian Potash Company") != []


# --- Norland and Zalesia ----------------------------------------------------------------------------------------------

TIMBER = [
    ("2020-05-31", "none", 0),
    ("2020-06-01", "restricted", 0),
    ("2022-11-21", "restricted", 0),
    ("2024-05-26", "restricted", 0),
    ("2024-05-27", "restricted", 1),
    ("2024-06-30", "restricted", 1),
    ("2024-07-01", "suspended", 0),
]
BANK = [
    ("2020-06-14", "none", 0),
    ("2020-06-15", "listed", 0),
    ("2024-06-19", "listed", 0),
    ("2024-06-20", "listed+licensed", 0),
    ("2024-09-11", "listed+licensed", 0),
    ("2024-09-12", "delisted", 0),
]


@pytest.mark.parametrize(
    ("target", "as_of", "status", "announced"),
    [*(("timber from Zalesia", *row) for row in TIMBER), *(("Bank of Zareche", *row) for row in BANK)],
)
def test_what_norland_had_in_force(
    ask: Any, zalesia: Path, target: str, as_of: str, status: str, announced: int
) -> None:
    found = ask(zalesia, "--target", target, "--issuer", "Norland", "--as-of", as_of)
    assert (found["status"], len(found["announced"])) == (status, announced)
    assert found["standings"][0]["doubt"]["certain"]


def test_the_timber_waited_for_35_days_and_was_not_lifted(ask: Any, zalesia: Path) -> None:
    words = ("--target", "timber from Zalesia", "--as-of", "2024-12-31", "--word", "lifted")
    (found,) = ask(zalesia, *words)["standings"]
    (gap,) = found["gaps"]
    assert (gap["issued_as"], gap["days"]) == ("suspend", {"least": 35, "most": 35})
    assert found["word"]["verdict"] == "says_more"


def test_what_is_published_a_day_later_was_not_known_before(ask: Any, zalesia: Path) -> None:
    words = ("--target", "Bank of Zareche", "--as-of", "2024-09-12", "--known-on")
    assert ask(zalesia, *words, "2024-09-12")["status"] == "listed+licensed"
    assert ask(zalesia, *words, "2024-09-13")["status"] == "delisted"
