"""The log: what is hashed, in which order, and that both databases keep it alike."""

import hashlib
import json
from pathlib import Path

import pytest
from django.db import DatabaseError, connection

from habeas.register import chain, folder, log, write
from habeas.register.log import Hand
from tests import zalesia
from tests.conftest import fresh


def test_the_hash_is_over_the_eight_lines_that_the_design_names() -> None:
    entry = chain.chained(chain.EMPTY, "2026-11-23T09:46:57.123456Z", "0" * 32, "register", 1, b"\1" * 32, '{"a":"b"}')
    digest = hashlib.sha256(b"\1" * 32 + b'{"a":"b"}').hexdigest()
    lines = ["habeas-entry-1", "1", "2026-11-23T09:46:57.123456Z", "0" * 32, "register", "1", digest, "0" * 64]
    assert entry.digest == digest
    assert entry.hash == hashlib.sha256("\n".join(lines).encode()).hexdigest()


def test_entries_are_gapless_and_follow_each_other(register: Path) -> None:
    zalesia.enter(zalesia.claim("Three were driven to the border."))
    entries = list(log.entries())
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    before = chain.EMPTY
    for entry in entries:
        assert chain.fault_in(entry, before, erased=False) is None
        before = chain.Head(entry.seq, entry.hash)


def test_the_same_commands_give_the_same_head_on_both_databases(
    request: pytest.FixtureRequest, tmp_path: Path, hand: Hand
) -> None:
    heads = []
    for sort in ("sqlite", "postgresql"):
        fresh(request, sort, tmp_path)
        from tests.conftest import fixed_hand

        zalesia.enter(zalesia.act("Arkadź Бялы", "detained", "2021-05-03"), hand=fixed_hand())
        heads.append(log.head())
    assert heads[0] == heads[1]


def test_every_commit_notes_its_head(register: Path) -> None:
    receipt = zalesia.enter(zalesia.claim("412 are held."))
    assert list(folder.heads(register))[-1] == (receipt.head.seq, receipt.head.hash)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET kind = 'other' WHERE seq = 2",
        "DELETE FROM entry WHERE seq = 2",
        "UPDATE payload SET body = '{}' WHERE seq = 2",
        "UPDATE payload SET body = NULL, salt = NULL WHERE seq = 2",
        "DELETE FROM payload WHERE seq = 2",
        "INSERT INTO erased (seq, by_seq) VALUES (2, 2)",
        "INSERT INTO entry SELECT 9, stamped, actor, kind, version, digest, previous, hash FROM entry WHERE seq = 1",
        "INSERT INTO entry SELECT 5, stamped, actor, kind, version, digest, hash, hash FROM entry WHERE seq = 1",
    ],
)
def test_the_guards_refuse_every_other_way_to_write(register: Path, statement: str) -> None:
    zalesia.enter(zalesia.claim("412 are held."))
    assert log.head().seq == 5
    with pytest.raises(DatabaseError, match=r"append-only|payload|follows"), connection.cursor() as cursor:
        cursor.execute(statement.replace("SELECT 5", "SELECT 6"))


def test_replacing_a_row_does_not_slip_past_the_guards(register_sqlite: Path) -> None:
    zalesia.enter(zalesia.claim("412 are held."))
    with pytest.raises(DatabaseError, match=r"payload|follows"), connection.cursor() as cursor:
        cursor.execute("INSERT OR REPLACE INTO payload SELECT 2, salt, body FROM payload WHERE seq = 1")


def test_a_body_is_canonical_text_and_names_are_kept_in_every_script(register: Path) -> None:
    zalesia.enter(zalesia.act('Арка́дзь "Ø" 王\nBely', "detained", "2021-05-03"))
    body = next(entry.body for entry in log.entries() if entry.kind == "record")
    assert body is not None
    assert body == json.dumps(json.loads(body), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert "\\n" in body
    assert "\\u" not in body


def test_an_actor_is_an_opaque_id_whose_name_stands_in_a_payload(register: Path) -> None:
    made = write.actor("Marta Veres")
    assert write.actor("Marta Veres") == made
    entry = log.entry(log.head().seq)
    assert entry is not None
    assert "Marta" not in entry.actor + entry.kind
    assert "Marta Veres" in str(entry.body)
    assert entry.actor == made


def test_another_registers_citation_is_refused(register: Path) -> None:
    head = log.head()
    assert log.resolve(str(head)) == head
    for citation in ("1-00000000", "77-" + head.hash[:8], "1", "x-y"):
        with pytest.raises(chain.HeadError):
            log.resolve(citation)
