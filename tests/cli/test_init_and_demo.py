"""Making registers, as processes of their own: new ones, copies on the other database, and the demonstration."""

import json
from pathlib import Path

import pytest
from django.db import connections

from habeas.register import log
from tests import zalesia
from tests.attacks.commands import habeas
from tests.conftest import Server, point_at


def test_init_makes_a_register_that_only_its_owner_reads(tmp_path: Path) -> None:
    register = tmp_path / "register"
    assert "made the register" in habeas("init", register).stdout
    assert register.stat().st_mode & 0o077 == 0
    assert "is a register already" in habeas("init", register, expect=1).stderr
    assert "the record is whole" in habeas("verify", "-r", register).stdout


def test_init_takes_the_folder_as_other_commands_do(tmp_path: Path) -> None:
    assert "made the register" in habeas("init", "-r", tmp_path / "register").stdout
    assert (tmp_path / "register" / "register.toml").is_file()
    assert "name one folder" in habeas("init", tmp_path / "one", "-r", tmp_path / "two", expect=2).stderr


def test_init_refuses_a_folder_with_other_things_in_it(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("keep me", encoding="utf-8")
    assert "not empty" in habeas("init", tmp_path, expect=1).stderr
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_init_with_a_database_that_is_not_there_leaves_nothing_behind(tmp_path: Path) -> None:
    register = tmp_path / "register"
    done = habeas("init", register, "--database", f"postgresql://nobody@/none?host={tmp_path}", expect=1)
    assert "the database refused" in done.stderr
    assert "is not a database" in habeas("init", register, "--database", "mysql://x/y", expect=1).stderr
    assert not (register / "register.toml").exists()


def test_a_register_moves_to_postgresql_with_the_same_head(
    register_sqlite: Path, postgresql: Server, tmp_path: Path
) -> None:
    zalesia.enter(zalesia.act("Аркадзь Бялы", "detained", "2021-05-03"))
    head = log.head()
    connections.close_all()
    postgresql.sql("CREATE DATABASE moved")
    team = tmp_path / "team"
    habeas("init", team, "--database", postgresql.url("moved"), "--copy", register_sqlite)
    point_at(team)
    assert log.head() == head
    assert json.loads(habeas("verify", "-r", team, "--json").stdout)["whole"] is True


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    register = tmp_path_factory.mktemp("demo") / "demo-register"
    told = habeas("demo", "--no-serve", "-r", register).stdout
    assert "documents" in told
    assert "stated figures" in told
    assert "Maria Kolesnikova" in told
    assert "marked public" in told
    assert 'kept_by = "the habeas demonstration"\ncontact = "whoever serves this copy' in (
        register / "register.toml"
    ).read_text(encoding="utf-8")
    return register


def test_a_second_demonstration_changes_nothing(demonstration: Path) -> None:
    before = (demonstration / "heads").read_text(encoding="ascii")
    told = habeas("demo", "--no-serve", "-r", demonstration).stdout
    assert "marked public" not in told
    assert (demonstration / "heads").read_text(encoding="ascii") == before


def test_the_demonstration_answers_the_first_question(demonstration: Path) -> None:
    words = ["--as-of", "2025-02-15", "--known-on", "2025-02-20", "--json"]
    found = json.loads(habeas("tally", "-r", demonstration, *words).stdout)
    assert (found["low"], found["best"], found["high"], found["named"]) == (1, 1, 1, 1)
    figures = json.loads(
        habeas("claims", "-r", demonstration, "--type", "figure", "--speaker", "Viasna", "--json").stdout
    )
    assert any(claim["figure"].get("low") == "1226" for claim in figures["claims"])


def test_the_demonstration_is_whole(demonstration: Path) -> None:
    assert "the record is whole" in habeas("verify", "-r", demonstration).stdout
