"""Opening a register: making its tables, checking that what stands in them can be read, rebuilding, copying."""

import shutil
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from django.core.management import call_command
from django.db import connections

from . import folder, log, models, snapshots
from .chain import EMPTY, Head, LogEntry, fault_in
from .project import CACHED, PROJECTED, VERSION, Projector, standing_version
from .refusals import CommandError, StaleError
from .rows import batched, insert
from .session import reading, writing
from .write import register_folder

Progress = Callable[[int, int], None]
STEP = 2000
OTHER = "other"


def make_tables(alias: str = "default") -> None:
    """Create the tables and guards in an empty database; nothing happens where they are."""
    call_command("migrate", database=alias, verbosity=0, interactive=False)


def check_open() -> None:
    """Raise StaleError unless the projections are of this version and stand on the head."""
    with reading():  # a writer may commit between the two
        standing, head = standing_version(), log.head()
    if standing != (VERSION, head.seq):
        found = f"version {standing[0]} at entry {standing[1]}" if standing else "none"
        raise StaleError(
            f"the projections ({found}) are not of this version ({VERSION} at entry {head.seq}): run `habeas rebuild`"
        )


def rebuild(progress: Progress | None = None) -> Head:
    """Throw the projected rows and all snapshots away, and make the rows again from the log, in one transaction."""
    snapshots.remove(register_folder())
    with writing() as database:
        with database.cursor() as cursor:
            for table in [model._meta.db_table for model in (*PROJECTED, *CACHED)] + ["projection"]:
                cursor.execute(f'DELETE FROM "{table}"')
        replay(log.entries(), "default", log.head_of(database).seq, progress)
        return log.head_of(database)


def replay(entries: Iterator[LogEntry], into: str, total: int, progress: Progress | None = None) -> None:
    """Project entries, in order, into the tables of a connection."""
    projector = Projector(connections[into])
    for done, entry in enumerate(entries, 1):
        projector.apply(entry)
        if done % STEP == 0:
            projector.flush()
            if progress:
                progress(done, total)
    projector.finish()


def copy_log(source: str, progress: Progress | None = None) -> Head:
    """Copy the log of another connection, entry by entry, into this empty register; the head is the same.

    Raises CommandError, and copies nothing, where this register is not empty or the other's chain is broken.
    """
    erased, total = log.erased(source), log.head(source).seq
    with writing() as database:
        if log.head_of(database).seq:
            raise CommandError("a log is copied into a new register only; this one has entries")
        before, entries = EMPTY, log.entries(source)
        while some := list(islice(entries, STEP)):
            for entry in some:
                fault = fault_in(entry, before, entry.seq in erased)
                if fault:
                    raise CommandError(f"the log to be copied is damaged: {fault}")
                before = Head(entry.seq, entry.hash)
            log.keep(database, some)
            if progress:
                progress(before.seq, total)
        for pairs in batched(sorted(erased.items())):
            insert(database, models.Erased, pairs)
        replay(log.entries(), "default", total)
    folder.add_head(register_folder(), before)
    return before


def copy_register(other: Path, progress: Progress | None = None) -> Head:
    """Copy the log and the archive of the register in another folder into this new, empty one."""
    connections.settings[OTHER] = connections.configure_settings({"default": {}, OTHER: folder.database(other)})[OTHER]
    try:
        head = copy_log(OTHER, progress)
    finally:
        connections[OTHER].close()
        del connections[OTHER], connections.settings[OTHER]
    if (other / "archive").exists():
        shutil.copytree(other / "archive", register_folder() / "archive", dirs_exist_ok=True)
    return head
