"""Is the record what it was? Chain, heads, erasures, archive, and every projected row against a fresh replay."""

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.db import connections
from django.db.models import Model

from . import folder, log, models
from .chain import EMPTY, Head, HeadError, fault_in, parse_head
from .erase import UNFINISHED, archive, unfinished
from .opening import Progress, make_tables, replay
from .project import PROJECTED
from .rows import Row, batched, columns, everything
from .session import connection, reading, writing
from .write import register_folder

SCRATCH = "scratch"
MOST = 20  # differing rows that are listed for one table


def faults(kept_elsewhere: str | None = None, progress: Progress | None = None) -> Iterator[str]:
    """A line for everything that is not as it was; none if all is well. `kept_elsewhere`: a head SEQ-HASH to hold."""
    with reading():
        chain = list(_chain())
        yield from chain
        yield from _heads(kept_elsewhere)
        yield from _erasures()
        yield from _archive()
        if not chain:
            yield from _projections(progress)


def _chain() -> Iterator[str]:
    """The first bad entry: after it nothing in the chain can be told good from bad."""
    erased, before = log.erased(), EMPTY
    for entry in log.entries():
        fault = fault_in(entry, before, entry.seq in erased)
        if fault:
            yield fault
            return
        before = Head(entry.seq, entry.hash)


def _heads(kept_elsewhere: str | None) -> Iterator[str]:
    last = log.head().seq
    try:
        noted = list(folder.heads(register_folder()))
    except HeadError as error:
        yield f"heads: {error}"
        noted = []
    noted += [parse_head(kept_elsewhere)] if kept_elsewhere else []
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


def _erasures() -> Iterator[str]:
    ordered: dict[int, set[int]] = {}
    for seq, by in log.erased().items():
        if by not in ordered:
            entry = log.entry(by)
            ordered[by] = set(json.loads(entry.body)["entries"]) if entry and entry.body else set()
        if seq not in ordered[by]:
            yield f"entry {seq} is marked as erased by entry {by}, which does not name it"
    if unfinished():
        yield f"an erasure was broken off: run `habeas erase --finish` ({UNFINISHED} is still there)"


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
    for document in gone:
        if held.holds(document):
            yield f"document {document} was erased, and its bytes are back: run `habeas erase --finish`"


def _projections(progress: Progress | None) -> Iterator[str]:
    with _scratch():
        with writing(SCRATCH):
            replay(log.entries(), SCRATCH, log.head().seq, progress)
        for model in PROJECTED:
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
