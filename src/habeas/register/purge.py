"""What an erasure frees on the disk, overwritten: the tables rewritten, the archive's files dropped, leftovers removed.

Safe to repeat: it works from the tombstones. What could not be overwritten is told, and told again by `verify`.
"""

import time
from typing import Any

from django.db import OperationalError, ProgrammingError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from habeas.archive.store import Archive

from . import models, snapshots
from .folder import LOCK_WAIT, UNFINISHED
from .parts import PARTS
from .project import CACHED, JUDGED, NAMED
from .session import connection
from .write import register_folder

WAIT_FOR_READERS = 20.0  # seconds that an erasure waits for readers of the old bytes to go
THE_SERVERS = (
    "the server's own log (pg_wal) and its backups keep the bytes until they turn over: that is its keeper's to do"
)


def archive() -> Archive:
    """The archive of the register that is open."""
    return Archive(register_folder() / "archive")


def finish() -> str:
    """Overwrite what erasures freed; return in words what could not be, or an empty string. Safe to repeat."""
    snapshots.remove(register_folder())
    held = archive()
    for digest in models.Tombstone.objects.values_list("id", flat=True):
        held.drop(digest)
    for path in held.leftovers():
        held.remove(path)
    remains, whole = _purge(connection())
    if whole:
        (register_folder() / UNFINISHED).unlink(missing_ok=True)
    else:
        (register_folder() / UNFINISHED).write_text("run `habeas erase --finish`\n", encoding="utf-8")
    return remains


def strays() -> list[str]:
    """A line for every file of the archive that was erased and is there, or was left by a write that was killed."""
    held = archive()
    gone = sorted(models.Tombstone.objects.values_list("id", flat=True))
    lines = [
        f"{path.relative_to(held.folder)} was erased, and it is there" for digest in gone for path in held.files(digest)
    ]
    lines += [f"{path.relative_to(held.folder)} was left by a write that was killed" for path in held.leftovers()]
    return [f"archive/{line}: run `habeas erase --finish`" for line in lines]


def unfinished() -> bool:
    """Whether an erasure was broken off before the freed bytes were overwritten."""
    return (register_folder() / UNFINISHED).exists()


def _purge(database: BaseDatabaseWrapper) -> tuple[str, bool]:
    """Overwrite what is free; in words what remains, and whether all was done that can be done from here."""
    return _purge_sqlite(database) if database.vendor == "sqlite" else _purge_postgresql(database)


def _purge_sqlite(database: BaseDatabaseWrapper) -> tuple[str, bool]:
    with database.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute(f"PRAGMA busy_timeout={int(WAIT_FOR_READERS * 1000)}")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (busy, *_) = cursor.fetchone()
        cursor.execute(f"PRAGMA busy_timeout={LOCK_WAIT * 1000}")
    if not busy:
        return "", True
    return (
        "register.db-wal still holds the bytes, because another process is reading: "
        "run `habeas erase --finish` when it has ended"
    ), False


def _purge_postgresql(database: BaseDatabaseWrapper) -> tuple[str, bool]:
    again = "run `habeas erase --finish` when it has ended"
    with database.cursor() as cursor:
        held = _old_rows_are_held(cursor)
        cursor.execute(f"SET lock_timeout = {max(1, int(WAIT_FOR_READERS * 1000))}")
        held_in: tuple[type[Model], ...] = (models.Payload, models.Noted, models.Access, *NAMED, *JUDGED, *PARTS)
        try:
            for model in (*held_in, *CACHED):
                cursor.execute(f'VACUUM (FULL, ANALYZE) "{model._meta.db_table}"')
        except OperationalError as error:
            return f"a table could not be rewritten, and still holds the bytes ({str(error).strip()}): {again}", False
        finally:
            cursor.execute("RESET lock_timeout")
        if held:
            return f"an open transaction of another connection still holds the old rows: {again}", False
        try:
            cursor.execute("CHECKPOINT")
        except ProgrammingError:
            return f"{THE_SERVERS}; its data files too until its next checkpoint, which this role may not order", True
    return THE_SERVERS, True


def _old_rows_are_held(cursor: Any) -> bool:
    """Whether another connection still sees what was before the erasure; it is waited for."""
    cursor.execute("SELECT pg_current_xact_id()::xid::text")
    (now,) = cursor.fetchone()
    until = time.monotonic() + WAIT_FOR_READERS
    while True:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
            "AND backend_type <> 'autovacuum worker' AND age(backend_xmin) > age(%s::xid)",
            [now],
        )
        if not cursor.fetchone()[0]:
            return False
        if time.monotonic() >= until:
            return True
        time.sleep(0.1)
