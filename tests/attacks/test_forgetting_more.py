"""Where else a name may lie: in bodies, in documents that spell it otherwise, in entries of the house, in samples."""

import json
import os
import time
import tomllib
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db.models import Model

from habeas.claims.vocabulary import Access
from habeas.register import erase, log, models, purge, read, verify, write
from habeas.register.draft import Draft
from habeas.register.parts import PARTS
from habeas.register.project import CACHED, JUDGED, NAMED
from habeas.register.query import Query
from habeas.register.refusals import CommandError
from habeas.register.session import connection, writing
from tests import zalesia
from tests.conftest import Server

from .commands import habeas
from .test_forgetting import MARK, NAME, forget, record_of


def ask(**named: Any) -> erase.Erasure:
    return erase.erase(write.actor(zalesia.KEEPER), "asked", "the person", **named)


def kept(text: str) -> str:
    held = purge.archive()
    digest = held.keep_bytes(text.encode())
    held.keep_text(text)
    return digest


def nothing_left() -> None:
    assert not any(MARK.lower() in str(entry.body).lower() for entry in log.entries())
    assert list(verify.faults()) == []


@pytest.mark.parametrize(
    "said",
    [
        {"attribute": {"property": "birth", "value": "1990", "record": "ID"}},
        {"recognition": {"record": "ID", "bodies": ["a" * 32]}},
        {"attribution": [{"kind": "on_record", "record": "ID"}]},
    ],
)
def test_a_claim_that_names_the_record_only_in_its_body_goes(register: Path, said: dict[str, object]) -> None:
    one = zalesia.record(NAME)
    body = json.loads(json.dumps(said).replace("ID", str(one.body["id"])))
    receipt = zalesia.enter(one, zalesia.claim("He was born in 1990.", **body))
    assert ask(records=[str(one.body["id"])]).claims == receipt.claims
    assert list(read.claims(Query(), read.view(None, Access.staff))) == []
    nothing_left()


@pytest.mark.parametrize("written", ["Iosif\n  Kaliada-\nNiabesny", "Iosif \u202b«Kaliada\u00ad-Niabesny»\u202c"])
def test_a_document_that_writes_the_name_otherwise_is_dropped(register: Path, written: str) -> None:
    digest = kept(f"We saw {written} there.")
    zalesia.enter(zalesia.document(digest, text_sha256=digest), zalesia.act(NAME, "held", "2025-10-31", 0))
    assert ask(records=[record_of(NAME)]).documents == [digest]


def test_a_document_that_the_record_was_read_in_is_dropped_whatever_its_text(register: Path) -> None:
    read_in, listed, other = kept("in letters we cannot read"), kept("a scanned list"), kept("of somebody else")
    one = zalesia.record(NAME, read_in)
    edition = {"id": "b" * 32, "list": "Held", "document": listed, "records": [one.body["id"]]}
    held = [zalesia.document(digest, text_sha256=digest) for digest in (read_in, listed, other)]
    zalesia.enter(*held, one, Draft("list_version", edition, "test"))
    assert ask(records=[str(one.body["id"])]).documents == sorted([read_in, listed])
    nothing_left()


def test_a_dropped_documents_entry_goes_where_it_has_the_name(register: Path) -> None:
    titled, plain = kept(f"{NAME} once"), kept(f"{NAME} twice")
    zalesia.enter(
        zalesia.document(titled, text_sha256=titled, title="A portrait", author=NAME),
        zalesia.document(plain, text_sha256=plain),
        zalesia.act(NAME, "held", "2025-10-31", 0),
    )
    forget(NAME)
    nothing_left()
    seen = read.view(None, Access.staff)
    assert read.document(seen, titled) is None
    assert read.document(seen, plain) is not None
    assert ask(documents=[plain]).documents == [plain]  # a tombstone already
    assert read.document(seen, plain) is None
    assert list(verify.faults()) == []


def test_an_erasure_that_fails_leaves_no_mark(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    receipt = zalesia.enter(zalesia.claim("412 are held."))

    def fails(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(erase, "_forget", fails)
    with pytest.raises(OSError, match="no room"):
        ask(claims=receipt.claims)
    assert not purge.unfinished()
    assert list(verify.faults()) == []


def test_an_agent_goes_alone_and_its_claims_are_told(register: Path) -> None:
    receipt = zalesia.enter(zalesia.claim("412 are held."))
    agent = str(zalesia.agent().body["id"])
    done = ask(agents=[agent])
    assert (done.entries, done.claims, done.named_elsewhere) == (1, [], {"claim": receipt.claims})
    assert not any(zalesia.LANTERN in str(entry.body) for entry in log.entries())
    assert list(verify.faults()) == []
    assert "erased" in zalesia.enter(zalesia.claim("413 are held.", 50)).refused[0][1]


def test_a_group_goes_alone(register: Path) -> None:
    group = {"id": "c" * 32, "document": zalesia.DOCUMENT, "name": f"{NAME} and others"}
    zalesia.enter(Draft("group", group, "test"))
    assert ask(groups=["c" * 32]).entries == 1
    nothing_left()


def test_entries_of_the_house_go_by_number_and_what_is_sealed_stays_sealed(register: Path) -> None:
    by = write.actor(zalesia.KEEPER)
    (claim,) = zalesia.enter(zalesia.claim("412 are held.")).claims
    write.set_access(Access.public, by, "Marta Veres", claims=[claim])
    sealed = write.set_access(Access.sealed, by, "Marta Veres", claims=[claim], note=f"{NAME} asked").head.seq
    write.note_import({"file": f"{NAME}.csv", "sha256": "f" * 64, "vouched_by": "Marta Veres"}, by)
    imported = log.head().seq
    write.actor(NAME)
    done = ask(entries=[sealed, imported, log.head().seq])
    assert done.entries == 3
    nothing_left()
    assert read.count(Query(), read.view(None, Access.staff)) == 0
    for seq in (1, done.head.seq, sealed):
        with pytest.raises(CommandError, match="nothing was erased"):
            ask(entries=[seq])


def test_a_refused_erasure_leaves_no_entry(register: Path) -> None:
    zalesia.enter(zalesia.claim("412 are held."))
    head = log.head()
    words = ("--ground", "g", "--authority", "a", "--by", "Somebody New")
    habeas("erase", "-r", register, "--claim", "f" * 32, *words, expect=1)
    assert log.head() == head


def test_leftovers_and_what_is_back_are_told_and_go(register: Path) -> None:
    digest = kept(f"{NAME} was there")
    zalesia.enter(zalesia.document(digest, text_sha256=digest))
    ask(documents=[digest])
    kept(f"{NAME} was there")
    folder = register / "archive" / "bytes" / digest[:2]
    (folder / ".old").write_text(NAME)
    (folder / ".new").write_text("being written")
    os.utime(folder / ".old", (time.time() - 4000,) * 2)
    assert len(purge.strays()) == 3
    purge.finish()
    assert purge.strays() == []
    assert [path.name for path in folder.iterdir()] == [".new"]


def test_the_planner_keeps_no_names(register_postgresql: Path, postgresql: Server) -> None:
    drafts = [zalesia.act(f"{NAME} {number % 3}", "held", "2025-10-31", number * 20) for number in range(3)]
    zalesia.enter(*drafts)
    with writing() as database, database.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("SELECT count(*) FROM pg_stats WHERE schemaname = 'public' AND tablename = 'participant'")
        assert cursor.fetchone()[0], "nothing was sampled: the test would not test"
        cursor.execute("SELECT concat(s.*) FROM pg_stats s WHERE schemaname = 'public'")
        assert not [row for row in cursor.fetchall() if MARK.lower() in row[0].lower()]


def other_connection(register: Path) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(tomllib.loads((register / "register.toml").read_text())["database"])


def test_an_open_transaction_keeps_the_mark(register_postgresql: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zalesia.enter(zalesia.act(NAME, "held", "2025-10-31", 0))
    monkeypatch.setattr(purge, "WAIT_FOR_READERS", 0.3)
    with other_connection(register_postgresql) as reader:
        reader.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        reader.execute("SELECT 1")
        assert "open transaction" in forget(NAME).remains
        assert purge.unfinished()
        reader.execute("SELECT count(*) FROM noted")
        assert "could not be rewritten" in purge.finish()
        assert purge.unfinished()
    purge.finish()
    assert not purge.unfinished()


def test_a_role_that_may_not_order_a_checkpoint_is_told(register_postgresql: Path) -> None:
    zalesia.enter(zalesia.act(NAME, "held", "2025-10-31", 0))
    with writing() as database, database.cursor() as cursor:
        role = f"ordinary_{os.getpid()}"
        cursor.execute(f"CREATE ROLE {role}")
        held_in: tuple[type[Model], ...] = (*NAMED, *JUDGED, *PARTS, models.Payload, models.Noted, models.Access)
        for model in (*held_in, *CACHED):
            cursor.execute(f'ALTER TABLE "{model._meta.db_table}" OWNER TO {role}')
    with connection().cursor() as cursor:
        cursor.execute(f"SET ROLE {role}")
        remains, whole = purge._purge(connection())
        cursor.execute("RESET ROLE")
    assert "next checkpoint" in remains
    assert whole
