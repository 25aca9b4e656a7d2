"""Projections: what is projected live is what a replay makes, row by row; a log moves between databases whole."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connection

from habeas.claims.vocabulary import Access, WithdrawalReason
from habeas.register import erase, log, opening, verify, write
from habeas.register.project import PROJECTED
from habeas.register.refusals import StaleError
from habeas.register.rows import everything
from tests import zalesia
from tests.conftest import fresh


def rows() -> dict[str, list[tuple[object, ...]]]:
    return {model._meta.db_table: sorted(everything(connection, model), key=str) for model in PROJECTED}


def a_long_story() -> None:
    """Every kind of entry, and every way in which one changes what another projected."""
    by = write.actor(zalesia.KEEPER)
    first = zalesia.enter(
        zalesia.claim("412 are held."),
        zalesia.act("Arkadz Bely", "detained", "2021-05-03", 50),
        zalesia.act("Арина Калина", "detained", "2021-06-01", 150, latest="2021-06-30"),
        access=Access.public,
        vouched_by=zalesia.KEEPER,
    )
    zalesia.enter(zalesia.claim("413 are held."))
    write.withdraw(first.claims[1:2], WithdrawalReason.source_retracted, by, day="2025-12-01")
    third = zalesia.enter(zalesia.act("Iosif Kaliada", "released", "2024-03-04", 250))
    write.set_access(Access.sealed, by, zalesia.KEEPER, claims=third.claims)
    write.withdraw(third.claims, WithdrawalReason.consent, by)
    erase.erase(by, "asked to be forgotten", "the person", claims=first.claims[2:3])
    zalesia.enter(zalesia.document(publisher="The Bystritsa Courier"))


def test_a_rebuild_makes_every_row_again(register: Path) -> None:
    a_long_story()
    before = rows()
    assert sum(map(len, before.values())) > 30
    opening.rebuild()
    assert rows() == before
    assert list(verify.faults()) == []


def test_a_log_that_moves_to_the_other_database_has_the_same_head_and_rows(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    for first, second in (("sqlite", "postgresql"), ("postgresql", "sqlite")):
        source = fresh(request, first, tmp_path)
        a_long_story()
        head, before = log.head(), rows()
        target = empty(request, second, tmp_path)
        assert opening.copy_register(source) == head
        assert rows() == before
        assert list(verify.faults()) == []
        assert list(target.glob("heads"))


def empty(request: pytest.FixtureRequest, sort: str, place: Path, until: str | None = None) -> Path:
    """A register with tables and no log; with the tables of an older version, `until` its last migration."""
    from habeas.register import folder
    from tests.conftest import Server, point_at

    register = place / f"copy-{sort}"
    url = None
    if sort == "postgresql":
        server: Server = request.getfixturevalue("postgresql")
        name = f"copy_{uuid4().hex}"
        server.sql(f"CREATE DATABASE {name}")
        url = server.url(name)
    folder.create(register, "copy", url)
    point_at(register)
    if until:
        call_command("migrate", "register", until, verbosity=0, interactive=False)
    else:
        opening.make_tables()
    return register


def test_a_register_of_another_version_must_be_rebuilt_first(register: Path) -> None:
    opening.check_open()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE projection SET version = 0")
    with pytest.raises(StaleError, match="habeas rebuild"):
        opening.check_open()
    assert [fault for fault in verify.faults() if "habeas rebuild" not in fault] == []
    opening.rebuild()
    opening.check_open()
    assert list(verify.faults()) == []
