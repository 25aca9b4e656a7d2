"""What is erased is gone from every file of the register, stays gone, and leaves the chain whole."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, connections

from habeas.claims.vocabulary import Access
from habeas.register import erase, log, opening, purge, read, texts, verify, write
from habeas.register.query import Query
from habeas.register.refusals import CommandError
from tests import zalesia
from tests.conftest import Server, point_at

from .commands import habeas, list_terms

NAME = "Iosif Kaliada-Niabesny"
OTHER = "Hanna Sokalich-Vyaz"
MARK = "Niabesny"


def a_list(place: Path) -> Path:
    path = place / "people.csv"
    path.write_text(
        f"name,key,detained,released\n{NAME},1,2021-05-03,\n{OTHER},2,2021-06-03,2022-01-01\n", encoding="utf-8"
    )
    return path


def imported(register: Path, file: Path, day: str = "2025-06-01") -> str:
    connections.close_all()
    done = habeas("import", file, "-r", register, *list_terms("Held in Zalesia"), "--date", day)
    point_at(register)
    return done.stdout


def record_of(name: str) -> str:
    seen = read.view(None, Access.staff)
    (one,) = {claim.body["act"]["record"] for claim in read.claims(Query(subject=name), seen)}
    return str(one)


def files_with(mark: bytes, *folders: Path) -> Iterator[Path]:
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file() and any(form in path.read_bytes() for form in (mark, mark.lower(), mark.upper())):
                yield path


def forget(name: str) -> erase.Erasure:
    by = write.actor(zalesia.KEEPER)
    return erase.erase(by, "asked to be forgotten", "the person", records=[record_of(name)])


def test_erased_bytes_are_in_no_file_of_the_register(register_sqlite: Path, tmp_path: Path) -> None:
    imported(register_sqlite, a_list(tmp_path))
    assert list(files_with(MARK.encode(), register_sqlite)), "the name was never there: the test would not test"
    done = forget(NAME)
    assert done.remains == ""
    assert list(files_with(MARK.encode(), register_sqlite)) == []
    connections.close_all()
    assert list(files_with(MARK.encode(), register_sqlite)) == []
    point_at(register_sqlite)
    assert list(verify.faults()) == []


def test_erased_bytes_leave_tables_indexes_and_the_servers_log(
    register_postgresql: Path, postgresql: Server, tmp_path: Path
) -> None:
    imported(register_postgresql, a_list(tmp_path))
    data = Path(postgresql.server.pgdata)
    with connection.cursor() as cursor:
        cursor.execute("SELECT oid FROM pg_database WHERE datname = current_database()")
        tables = data / "base" / str(cursor.fetchone()[0])  # other tests' databases lie beside it
    postgresql.sql("CHECKPOINT")
    assert list(files_with(MARK.encode(), tables))
    assert "pg_wal" in forget(NAME).remains
    postgresql.sql("CHECKPOINT")
    assert list(files_with(MARK.encode(), tables, register_postgresql)) == []
    for _ in range(40):  # the server's own log turns over
        _fill_and_switch(postgresql)
        if not list(files_with(MARK.encode(), data / "pg_wal")):
            break
    assert list(files_with(MARK.encode(), data / "pg_wal")) == []
    assert list(verify.faults()) == []


def _fill_and_switch(postgresql: Server) -> None:
    postgresql.sql("CREATE TABLE filler AS SELECT repeat(md5(i::text), 30) FROM generate_series(1, 20000) i")
    postgresql.sql("DROP TABLE filler")
    postgresql.sql("SELECT pg_switch_wal()")
    postgresql.sql("CHECKPOINT")


@pytest.mark.parametrize("rebuilt", [False, True])
def test_importing_the_same_file_again_does_not_bring_it_back(register: Path, tmp_path: Path, rebuilt: bool) -> None:
    file = a_list(tmp_path)
    imported(register, file)
    forget(NAME)
    if rebuilt:
        opening.rebuild()
    told = imported(register, file)
    assert "was erased: it is not entered again" in told
    assert "not held" in told
    if rebuilt:
        opening.rebuild()
    seen = read.view(None, Access.sealed)
    assert [claim.body["participants"][0]["name"] for claim in read.claims(Query(), seen)] == [OTHER, OTHER]
    assert list(verify.faults()) == []
    assert list(files_with(MARK.encode(), register)) == []


def test_a_new_edition_that_still_has_the_row_is_not_held(register: Path, tmp_path: Path) -> None:
    file = a_list(tmp_path)
    imported(register, file)
    forget(NAME)
    file.write_text(file.read_text(encoding="utf-8") + "Arkadz Bely,3,2024-01-01,\n", encoding="utf-8")
    assert "not held" in imported(register, file, "2025-09-01")
    assert read.count(Query(subject="Arkadz"), read.view(None, Access.staff)) == 1
    assert list(files_with(MARK.encode(), register)) == []


def test_the_entry_names_ids_ground_and_authority_and_never_what_is_erased(register: Path, tmp_path: Path) -> None:
    imported(register, a_list(tmp_path))
    done = forget(NAME)
    entry = log.entry(done.head.seq)
    assert entry is not None
    assert "asked to be forgotten" in str(entry.body)
    assert MARK not in str(entry.body)
    assert MARK.lower() not in str(entry.body)


def test_every_version_of_a_claim_is_erased_with_it(register: Path) -> None:
    first = zalesia.enter(zalesia.claim(f"{NAME} is in Prison No. 4."))
    zalesia.enter(zalesia.claim(f"{NAME} is in Prison No. 5."))
    by = write.actor(zalesia.KEEPER)
    done = erase.erase(by, "a court's order", "District Court of Zareche", claims=first.claims)
    assert done.entries == 2
    assert not any(MARK in str(entry.body) for entry in log.entries())
    again = zalesia.enter(zalesia.claim(f"{NAME} is in Prison No. 5."))
    assert "erased" in again.refused[0][1]


def test_a_name_can_be_dropped_and_the_count_kept(register: Path) -> None:
    from datetime import date

    from habeas.answers import tally

    receipt = zalesia.enter(zalesia.act(NAME, "detained", "2021-05-03", 50, known="2021-06-01"))
    cited = log.head()
    erase.erase(write.actor(zalesia.KEEPER), "asked", "the person", records=[record_of(NAME)])
    zalesia.enter(zalesia.act("name withheld", "detained", "2021-05-03", 50, known="2021-06-01", ordinal=1))
    found = tally.tally(date(2022, 1, 1), date(2022, 1, 1), tally.view(None, Access.staff))
    assert (found.count.best, found.erased) == (1, 0)
    then = tally.tally(date(2022, 1, 1), date(2022, 1, 1), tally.view(str(cited), Access.staff))
    assert (then.count.best, then.erased) == (0, len(receipt.claims))


def test_a_held_document_that_has_the_name_is_dropped_and_its_other_claims_stay(register: Path) -> None:
    data = f"{NAME} remains in Prison No. 4. More were detained than freed.".encode()
    held = purge.archive()
    digest = held.keep_bytes(data)
    held.keep_text(data.decode())
    zalesia.enter(
        zalesia.document(digest, text_sha256=digest),
        zalesia.act(NAME, "held", "2025-10-31", 0, document=digest),
        zalesia.claim("More were detained than freed.", 40, document=digest),
    )
    done = forget(NAME)
    assert done.documents == [digest]
    assert not held.holds(digest)
    seen = read.view(None, Access.staff)
    (left,) = read.claims(Query(document=digest), seen)
    assert left.body["statement"] == "More were detained than freed."
    body = read.document(seen, digest)
    assert body is not None
    assert texts.text_of(body) is None
    assert list(verify.faults()) == []


def test_an_erasure_that_was_broken_off_is_told_and_can_be_finished(
    register_sqlite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(register_sqlite, a_list(tmp_path))

    def killed(_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(purge, "_purge", killed)
    with pytest.raises(KeyboardInterrupt):
        forget(NAME)
    monkeypatch.undo()
    assert any("broken off" in fault for fault in verify.faults())
    assert purge.finish() == ""
    assert list(verify.faults()) == []
    assert list(files_with(MARK.encode(), register_sqlite)) == []


def test_a_reader_in_the_way_is_waited_for_and_told(
    register_sqlite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    imported(register_sqlite, a_list(tmp_path))
    monkeypatch.setattr(purge, "WAIT_FOR_READERS", 0.3)
    reader = sqlite3.connect(register_sqlite / "register.db")
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM entry").fetchone()
    begun = time.monotonic()
    remains = forget(NAME).remains
    assert "another process is reading" in remains
    assert time.monotonic() - begun < 15
    reader.close()
    assert purge.finish() == ""
    assert list(files_with(MARK.encode(), register_sqlite)) == []


def test_an_id_that_is_not_here_erases_nothing(register: Path) -> None:
    head = log.head()
    with pytest.raises(CommandError, match="nothing was erased"):
        erase.erase("0" * 32, "ground", "authority", claims=["f" * 32])
    assert log.head() == head
    assert connection.in_atomic_block is False


def test_a_claim_that_stays_with_the_name_in_its_words_is_told(register: Path) -> None:
    zalesia.enter(zalesia.act(NAME, "held", "2025-10-31", 0), zalesia.claim(f"His sister asked after {NAME}.", 200))
    done = forget(NAME)
    (left,) = read.claims(Query(), read.view(None, Access.staff))
    assert done.named_elsewhere == {"claim": [left.id]}
