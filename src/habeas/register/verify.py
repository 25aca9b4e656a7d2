"""Is the record what it was? Chain, heads, erasures, archive, and every projected row against a fresh replay."""

import json
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from django.db import DatabaseError, connections
from django.db.models import Model

from . import folder, log, models
from .chain import EMPTY, Head, HeadError, fault_in, parse_head
from .opening import Progress, make_tables, replay
from .project import CACHED, PROJECTED, VERSION, standing_version
from .purge import archive, strays, unfinished
from .rows import Row, batched, columns, everything
from .session import connection, reading, writing
from .write import register_folder

SCRATCH = "scratch"
MOST = 20  # differing rows that are listed for one table


def faults(kept_elsewhere: str | None = None, progress: Progress | None = None) -> Iterator[str]:
    """A line for everything that is not as it was; none if all is well. `kept_elsewhere`: a head SEQ-HASH to hold.

    The noted heads are read first: an import that goes on meanwhile notes more than the snapshot has.
    """
    noted, unread = _noted()
    with reading(), _any_bytes():
        for fault in _faults([*noted, *([parse_head(kept_elsewhere)] if kept_elsewhere else [])], progress):
            yield fault.encode("utf-8", "backslashreplace").decode()
    yield from unread


def _faults(noted: list[tuple[int, str]], progress: Progress | None) -> Iterator[str]:
    yield from _file()
    ordered = _ordered()
    chain = list(_chain(ordered))
    yield from chain
    yield from _heads(noted)
    yield from _erasures(ordered)
    yield from _archive()
    if not chain:
        yield from _projections(progress)


def _noted() -> tuple[list[tuple[int, str]], list[str]]:
    """The heads that were noted, and what is wrong with the list of them."""
    found: list[tuple[int, str]] = []
    try:
        for head in folder.heads(register_folder()):
            found.append(head)
    except HeadError as error:
        return found, [f"heads: {error}"]
    return found, []


@contextmanager
def _any_bytes() -> Iterator[None]:
    """On SQLite, read text that is not UTF-8 as it stands, so that the entry that has it can be named."""
    database = connection()
    if database.vendor != "sqlite":
        yield
        return
    database.ensure_connection()
    under, before = database.connection, database.connection.text_factory
    under.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        with suppress(sqlite3.Error):
            under.text_factory = before


def _file() -> Iterator[str]:
    """What SQLite itself finds wrong with its file: tables and indexes that do not agree."""
    if connection().vendor != "sqlite":
        return
    try:
        with connection().cursor() as cursor:
            cursor.execute(f"PRAGMA integrity_check({MOST})")
            told = [str(line) for (line,) in cursor.fetchall()]
    except (DatabaseError, sqlite3.DatabaseError) as error:
        told = [str(error)]
    for line in told:
        if line != "ok":
            yield f"the database file is damaged: {line}"


def _ordered() -> dict[int, set[int]]:
    """The entries whose payload has to be empty, by the `erase` entry that orders it."""
    found: dict[int, set[int]] = {}
    rows = models.Entry.objects.filter(kind="erase").order_by("seq").values_list("seq", flat=True)
    for seq in list(rows):
        entry = log.entry(seq)
        with suppress(ValueError, KeyError, TypeError):  # a body that was changed is named by the chain
            named = json.loads(entry.body or "")["entries"] if entry else ()
            found[seq] = {one for one in named if isinstance(one, int)}
    return found


def _chain(ordered: Mapping[int, set[int]]) -> Iterator[str]:
    """The first bad entry: after it nothing in the chain can be told good from bad."""
    erased, before = set(log.erased()).union(*ordered.values()), EMPTY
    for entry in log.entries():
        fault = fault_in(entry, before, entry.seq in erased)
        if fault:
            yield fault
            return
        before = Head(entry.seq, entry.hash)


def _heads(noted: list[tuple[int, str]]) -> Iterator[str]:
    last = log.head().seq
    cut = max((seq for seq, _ in noted), default=0)
    if cut > last:
        yield f"the log ends at entry {last}, but entry {cut} was noted: entries {last + 1} to {cut} were cut off"
    yield from _changed_heads([head for head in noted if head[0] <= last])


def _changed_heads(noted: list[tuple[int, str]]) -> Iterator[str]:
    hashes: dict[int, str] = {}
    for some in batched([seq for seq, _ in noted]):
        hashes.update(models.Entry.objects.filter(seq__in=some).values_list("seq", "hash"))
    for seq, digits in noted:
        if not hashes.get(seq, "").startswith(digits):
            yield f"entry {seq} is not the one that was noted: its hash was {digits[:16]}…"
            return


def _erasures(ordered: Mapping[int, set[int]]) -> Iterator[str]:
    marked = log.erased()
    for seq, by in marked.items():
        if seq not in ordered.get(by, ()):
            yield f"entry {seq} is marked as erased by entry {by}, which does not name it"
    for by, seqs in ordered.items():
        for seq in sorted(seqs - marked.keys()):
            yield f"entry {seq} was erased by entry {by}, and is not marked as erased"
    if unfinished():
        yield f"an erasure was broken off: run `habeas erase --finish` ({folder.UNFINISHED} is still there)"


def _archive() -> Iterator[str]:
    held = archive()
    yield from held.damaged()
    gone = set(models.Tombstone.objects.values_list("id", flat=True))
    rows = models.Document.objects.filter(to_seq__isnull=True, text_sha256__isnull=False)
    for document, text in rows.values_list("id", "text_sha256"):
        if document not in gone and not held.holds(document):
            yield f"document {document}: its bytes are gone from the archive, and nothing ordered that"
        elif document not in gone and text and not held.holds_text(text):
            yield f"document {document}: its text {text} is gone from the archive, and nothing ordered that"
    yield from strays()


def _projections(progress: Progress | None) -> Iterator[str]:
    standing = standing_version()
    if standing and standing[0] != VERSION:
        yield f"the projected rows are of version {standing[0]}, not {VERSION}: run `habeas rebuild`, then verify again"
        return
    with _scratch():
        with writing(SCRATCH):
            replay(log.entries(), SCRATCH, log.head().seq, progress)
        for model in (*PROJECTED, *CACHED):
            yield from _differences(model)


@contextmanager
def _scratch() -> Iterator[None]:
    with tempfile.TemporaryDirectory(prefix="habeas-verify-") as place:
        settings = folder.sqlite(Path(place) / "scratch.db")
        connections.settings[SCRATCH] = connections.configure_settings({"default": {}, SCRATCH: settings})[SCRATCH]
        try:
            make_tables(SCRATCH)
            yield
        finally:
            with suppress(Exception):
                connections[SCRATCH].close()
            del connections[SCRATCH], connections.settings[SCRATCH]


def _differences(model: type[Model]) -> Iterator[str]:
    here, replayed = Counter(everything(connection(), model)), Counter(everything(connections[SCRATCH], model))
    if here == replayed:
        return
    lines = [f"{_named(model, row)} is in the table and not in the log" for row in here - replayed]
    lines += [f"{_named(model, row)} is in the log and not in the table" for row in replayed - here]
    yield from lines[:MOST]
    if len(lines) > MOST:
        yield f"table {model._meta.db_table}: {len(lines) - MOST} more rows differ"


def _named(model: type[Model], row: Row) -> str:
    shown = dict(zip(columns(model), row, strict=True))
    place = shown.get("entry", shown.get("by_seq"))
    return f"entry {place}: a row of the table {model._meta.db_table}"
