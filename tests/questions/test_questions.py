"""What a reader asks of the record, by command, and the honest answer: of the report alone, and with the tables.

The questions stand in cases/belarus/questions/questions.toml, each with the claims that answer it. A question that
nothing answers is asked like any other, and the command must say that the record does not say.
"""

import shutil
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from habeas.claims.vocabulary import Topic
from tests.attacks.commands import ROOT
from tests.attacks.commands import habeas as process
from tests.cli.conftest import Habeas, Told
from tests.cli.conftest import habeas as habeas  # the fixture
from tests.conftest import point_at

CASES = ROOT / "cases" / "belarus"
REPORT = tomllib.loads((CASES / "report-2025-02.toml").read_text(encoding="utf-8"))
DIGEST = REPORT["document"]["sha256"]
QUESTIONS: list[dict[str, Any]] = tomllib.loads((CASES / "questions" / "questions.toml").read_text(encoding="utf-8"))[
    "questions"
]
STATEMENTS = {raw["key"]: raw["statement"] for raw in REPORT["claims"]}
DOES_NOT_SAY = "the record does not say"


@pytest.fixture(scope="module")
def report_alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    register = tmp_path_factory.mktemp("alone") / "register"
    process("init", register, "--name", "The report alone")
    process("import", CASES / "report-2025-02.toml", "-r", register)
    return register


@pytest.fixture(scope="module")
def with_tables(report_alone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    register = tmp_path_factory.mktemp("whole") / "register"
    shutil.copytree(report_alone, register)
    for case in sorted(CASES.glob("*.toml")):
        process("import", case, "-r", register)
    return register


@pytest.fixture
def ask(habeas: Habeas) -> Any:
    """Ask a question of a register: the claims that are found, and how the command tells it in words."""

    def asked(question: dict[str, Any], register: Path) -> tuple[list[dict[str, Any]], Told]:
        point_at(register)
        command, *rest = question["ask"]
        found = habeas(command, *rest, "-r", register, "--json").json
        return _claims(command, found), habeas(command, *rest, "-r", register)

    return asked


def _claims(command: str, found: dict[str, Any]) -> list[dict[str, Any]]:
    match command:
        case "claims":
            return list(found["claims"])
        case "figures":
            return list(found["figures"])
        case _:
            return list(found.get("about", []))


def named(question: dict[str, Any]) -> str:
    return str(question["question"])


def test_there_are_forty_and_more_over_all_twelve_systems() -> None:
    assert len(QUESTIONS) >= 40
    assert {question["system"] for question in QUESTIONS} == {topic.value for topic in Topic}
    assert min(Counter(question["system"] for question in QUESTIONS).values()) >= 2
    assert len({question["question"] for question in QUESTIONS}) == len(QUESTIONS)


def test_at_least_five_cannot_be_answered() -> None:
    unanswered = [one for one in QUESTIONS if not one["report"] and "tables" not in one]
    assert len(unanswered) >= 5


def test_for_some_the_tables_make_a_difference() -> None:
    assert len([one for one in QUESTIONS if "tables" in one]) >= 5


@pytest.mark.parametrize("question", QUESTIONS, ids=named)
def test_the_report_alone_answers(question: dict[str, Any], report_alone: Path, ask: Any) -> None:
    found, told = ask(question, report_alone)
    assert sorted(one["statement"] for one in found) == sorted(STATEMENTS[key] for key in question["report"])
    assert (DOES_NOT_SAY in told.out) == (not found)


@pytest.mark.parametrize("question", QUESTIONS, ids=named)
def test_the_report_with_the_tables_answers(question: dict[str, Any], with_tables: Path, ask: Any) -> None:
    found, told = ask(question, with_tables)
    of_report = [one["statement"] for one in found if one["document"] == DIGEST]
    assert sorted(of_report) == sorted(STATEMENTS[key] for key in question["report"])
    besides = [one["statement"] for one in found if one["document"] != DIGEST]
    wanted = question.get("tables", {"count": 0, "some": []})
    assert len(besides) == wanted["count"]
    assert set(wanted["some"]) <= set(besides)
    assert (DOES_NOT_SAY in told.out) == (not found)
