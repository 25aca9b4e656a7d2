"""Damage to the files themselves, past every guard: `verify` names the first bad entry."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.db import connection, connections

from habeas.register import erase, folder, log, models, opening, project, purge, verify
from tests import zalesia
from tests.conftest import point_at

from .commands import habeas


def a_register() -> None:
    zalesia.enter(
        zalesia.claim("412 are held by the Interior Ministry of Zalesia."),
        zalesia.act("Arkadz Bely", "detained", "2021-05-03", 50),
        zalesia.act("Hanna Sokalich", "detained", "2021-06-03", 90),
    )


def unguarded(*statements: str) -> None:
    """Do what the triggers refuse: what somebody with the file or the server in hand can do."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            cursor.execute(statement)
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = DEFAULT")


def test_a_whole_record_has_no_fault(register: Path) -> None:
    a_register()
    assert list(verify.faults()) == []


def test_a_flipped_byte_is_named(register_sqlite: Path) -> None:
    a_register()
    connections.close_all()
    path = register_sqlite / "register.db"
    data = bytearray(path.read_bytes())
    place = data.index(b"412 are held")
    while place >= 0:  # the body, and the folded cache of it
        data[place] ^= 1
        place = data.find(b"412 are held")
    path.write_bytes(data)
    done = habeas("verify", "-r", register_sqlite, expect=1)
    assert "entry 5 was changed: its body does not give its digest" in done.stdout


def test_a_flipped_byte_in_the_tables_own_structure_is_told(register_sqlite: Path) -> None:
    a_register()
    connections.close_all()
    path = register_sqlite / "register.db"
    data = bytearray(path.read_bytes())
    size = int.from_bytes(data[16:18], "big")
    for page in range(size, len(data), size):
        data[page] ^= 0xFF
    path.write_bytes(data)
    done = habeas("verify", "-r", register_sqlite, expect=1)
    assert "damaged" in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("statements", "named"),
    [
        (["UPDATE payload SET body = replace(body, '412', '413') WHERE seq = 5"], "entry 5 was changed: its body"),
        (["UPDATE entry SET stamped = '2020-01-01T00:00:00.000000Z' WHERE seq = 6"], "entry 6 was changed: its fields"),
        (["UPDATE entry SET actor = 'somebody' WHERE seq = 6"], "entry 6 was changed: its fields"),
        (["DELETE FROM entry WHERE seq = 6", "DELETE FROM payload WHERE seq = 6"], "entry 6 is missing"),
        (["UPDATE payload SET body = NULL, salt = NULL WHERE seq = 5"], "entry 5 has lost its body"),
        (["UPDATE payload SET body = NULL WHERE seq = 5"], "entry 5 has lost its body"),
        (["DELETE FROM payload WHERE seq = 5"], "entry 5 has lost its body"),
        (["UPDATE claim SET known = '2020-01-01' WHERE entry = 5"], "entry 5: a row of the table claim"),
        (["DELETE FROM act"], "a row of the table act is in the log and not in the table"),
        (
            ["INSERT INTO access (entry, from_seq, target, level) SELECT 5, 5, id, 0 FROM claim"],
            "entry 5: a row of the table access",
        ),
    ],
)
def test_a_changed_row_is_named(register: Path, statements: list[str], named: str) -> None:
    a_register()
    unguarded(*statements)
    assert any(named in fault for fault in verify.faults())


def test_a_replaced_row_is_named_even_where_its_own_hash_was_made_anew(register: Path) -> None:
    """Whoever forges one entry with its hash is found out by the next, and at the last by `heads`."""
    a_register()
    from habeas.register.chain import digest_of, hash_of

    for seq in (5, log.head().seq):
        entry = log.entry(seq)
        assert entry is not None
        assert entry.body is not None
        assert entry.salt is not None
        body = entry.body.replace("412", "999").replace("Sokalich", "Sokalych")
        digest = digest_of(bytes.fromhex(entry.salt), body)
        made = hash_of(entry.seq, entry.stamped, entry.actor, entry.kind, entry.version, digest, entry.previous)
        unguarded(f"UPDATE payload SET body = '{body}' WHERE seq = {seq}")
        unguarded(f"UPDATE entry SET digest = '{digest}', hash = '{made}' WHERE seq = {seq}")
        found = list(verify.faults())
        assert any(
            f"entry {seq + 1} does not follow entry {seq}" in one or f"entry {seq} is not the one" in one
            for one in found
        )


def test_a_cut_off_tail_is_named_by_the_heads(register: Path) -> None:
    a_register()
    last = log.head().seq
    unguarded(f"DELETE FROM payload WHERE seq > {last - 2}", f"DELETE FROM entry WHERE seq > {last - 2}")
    assert (
        f"the log ends at entry {last - 2}, but entry {last} was noted: entries {last - 1} to {last} were cut off"
        in list(verify.faults())
    )


def test_a_cut_off_tail_with_its_heads_is_named_by_a_head_kept_elsewhere(register: Path) -> None:
    a_register()
    head = log.head()
    unguarded("DELETE FROM payload WHERE seq > 3", "DELETE FROM entry WHERE seq > 3")
    (register / "heads").unlink()
    assert any("were cut off" in fault for fault in verify.faults(kept_elsewhere=str(head)))


def test_a_whole_log_that_was_swapped_is_named_by_a_head_kept_elsewhere(register_sqlite: Path, tmp_path: Path) -> None:
    a_register()
    head = log.head()
    other = tmp_path / "other"
    shutil.copytree(register_sqlite, other)
    point_at(other)
    zalesia.enter(zalesia.claim("Another story.", start=500))
    assert list(verify.faults(kept_elsewhere=str(head))) == []
    unguarded(f"UPDATE entry SET hash = '{'0' * 64}' WHERE seq = {head.seq}")
    assert any(f"entry {head.seq}" in fault for fault in verify.faults(kept_elsewhere=str(head)))


def test_a_changed_or_missing_document_is_named(register: Path) -> None:
    held = purge.archive()
    data = b"Three prisoners were driven to the western border."
    digest = held.keep_bytes(data)
    held.keep_text(data.decode())
    zalesia.enter(zalesia.document(digest, text_sha256=digest, sha256=digest))
    assert list(verify.faults()) == []
    path = register / "archive" / "bytes" / digest[:2] / digest
    path.write_bytes(data.replace(b"Three", b"Seven"))
    assert any(digest in fault and "its content" in fault for fault in verify.faults())
    path.unlink()
    assert any(digest in fault and "gone from the archive" in fault for fault in verify.faults())


def test_a_database_that_is_not_one_is_told_in_words(register_sqlite: Path) -> None:
    connections.close_all()
    (register_sqlite / "register.db").write_bytes(b"not a database at all" * 500)
    for path in register_sqlite.glob("register.db-*"):
        path.unlink()
    done = habeas("claims", "-r", register_sqlite, expect=1)
    assert "damaged" in done.stderr
    assert "Traceback" not in done.stderr


def test_heads_are_checked_line_by_line(register: Path) -> None:
    a_register()
    folder.add_head(register, log.head())
    with (register / "heads").open("a", encoding="ascii") as file:
        file.write("garbage\n")
    assert any(fault.startswith("heads:") for fault in verify.faults())


def test_sqlite_itself_says_the_file_is_sound(register_sqlite: Path) -> None:
    a_register()
    connections.close_all()
    assert sqlite3.connect(register_sqlite / "register.db").execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_head_that_a_crash_cut_off_is_passed_over_and_the_next_stands_on_its_own_line(register: Path) -> None:
    a_register()
    for torn in ("7", "7-", "7-1a2b", "7-" + "1" * 40):
        with (register / "heads").open("a", encoding="ascii") as file:
            file.write(torn)
        folder.add_head(register, log.head())
        assert list(folder.heads(register))[-1] == (log.head().seq, log.head().hash)
    assert list(verify.faults()) == []


def meanwhile() -> None:
    """Another process enters something."""

    def enter() -> None:
        zalesia.enter(zalesia.claim("Three were freed meanwhile.", start=700))
        connections.close_all()

    other = Thread(target=enter)
    other.start()
    other.join()


def after(first: Callable[..., Any]) -> Callable[..., Any]:
    """`first`, and then another process."""

    def both(*what: Any) -> Any:
        found = first(*what)
        meanwhile()
        return found

    return both


def test_an_import_that_goes_on_meanwhile_is_no_fault(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_register()
    heads = verify._heads

    def noted_late(noted: Any) -> list[str]:
        meanwhile()
        return list(heads(noted))

    monkeypatch.setattr(verify, "_heads", noted_late)
    assert list(verify.faults()) == []


def test_a_command_opens_while_another_writes(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_register()
    monkeypatch.setattr(opening, "standing_version", after(project.standing_version))
    opening.check_open()


def test_what_was_erased_and_is_back_is_named_even_without_its_mark(register: Path) -> None:
    a_register()
    before = log.entry(5)
    assert before is not None
    claim = models.Claim.objects.get(entry=5).id
    done = erase.erase("f" * 32, "asked", "the person", claims=[claim])
    assert list(verify.faults()) == []
    unguarded("DELETE FROM erased WHERE seq = 5")
    named = f"entry 5 was erased by entry {done.head.seq}, and is not marked as erased"
    assert named in list(verify.faults())
    unguarded(f"UPDATE payload SET salt = '{before.salt}', body = '{before.body}' WHERE seq = 5")
    assert "entry 5 was erased, and its body is back" in list(verify.faults())


@pytest.mark.parametrize("salt", ["zz" * 32, "AB" * 32, "ab" * 31, "", "ab " * 32])
def test_a_salt_that_is_none_is_named(register: Path, salt: str) -> None:
    a_register()
    unguarded(f"UPDATE payload SET salt = '{salt}' WHERE seq = 5")
    assert "entry 5 was changed: its salt is not 64 hex digits" in list(verify.faults())


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        (
            "UPDATE payload SET body = CAST(x'7bff7d' AS TEXT) WHERE seq = 5",
            "entry 5 was changed: its body is not text",
        ),
        ("UPDATE payload SET body = x'7bff7d' WHERE seq = 5", "entry 5 was changed: its body is not text"),
        ("UPDATE payload SET salt = CAST(x'ff' AS TEXT) WHERE seq = 5", "entry 5 was changed: its salt is not 64"),
        ("UPDATE entry SET actor = CAST(x'ff' AS TEXT) WHERE seq = 6", "entry 6 was changed: its fields"),
        ("UPDATE entry SET hash = CAST(x'ff' AS TEXT) WHERE seq = 6", "entry 6 was changed: its fields"),
        ("UPDATE document SET id = CAST(x'ff' AS TEXT)", "a row of the table document"),
    ],
)
def test_bytes_that_are_no_text_are_named(register_sqlite: Path, statement: str, named: str) -> None:
    a_register()
    unguarded(statement)
    connections.close_all()
    done = habeas("verify", "-r", register_sqlite, expect=1)
    assert named in done.stdout
    assert "Traceback" not in done.stderr


def test_a_flipped_byte_in_an_index_is_told(register_sqlite: Path) -> None:
    a_register()
    with connection.cursor() as cursor:
        cursor.execute("SELECT rootpage FROM sqlite_master WHERE name = 'claim_document'")
        (page,) = cursor.fetchone()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connections.close_all()
    path = register_sqlite / "register.db"
    data = bytearray(path.read_bytes())
    size = int.from_bytes(data[16:18], "big")
    place = data.index(zalesia.DOCUMENT.encode(), (page - 1) * size)
    assert place < page * size
    data[place] ^= 1
    path.write_bytes(data)
    assert any("the database file is damaged" in fault and "claim_document" in fault for fault in verify.faults())
