"""Forgetting: the one way by which something leaves the record, and how it leaves every file of it.

An `erase` entry names entries, ids, ground and authority, never what is erased. Then their payloads become null, their
projected rows go, the ids stay as tombstones, and the freed bytes are overwritten. The chain stays whole.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q

from habeas.archive.store import Archive
from habeas.claims.canonical import Body
from habeas.claims.vocabulary import DEFAULT_ACCESS, Access
from habeas.names.fold import fold

from . import models
from .chain import Head
from .folder import LOCK_WAIT
from .log import SYSTEM, Hand
from .project import NAMED, PARTS
from .refusals import CommandError
from .rows import batched, insert
from .session import connection, writing
from .write import append_now, note_head, register_folder

WAIT_FOR_READERS = 20.0  # seconds that an erasure waits for readers of the old bytes to go
UNFINISHED = "erasing"  # a file in the register folder while freed bytes may still lie on the disk


@dataclass(frozen=True, slots=True)
class Erasure:
    """What was erased: entries, and ids by kind.

    `named_elsewhere` are claims that stay although their words have a name that was erased: the keeper's to look at.
    `remains` says in words where bytes may still lie, if anywhere.
    """

    head: Head
    entries: int
    claims: list[str]
    records: list[str]
    documents: list[str]
    named_elsewhere: list[str]
    remains: str


def archive() -> Archive:
    """The archive of the register that is open."""
    return Archive(register_folder() / "archive")


def erase(
    by: str,
    ground: str,
    authority: str,
    *,
    claims: Sequence[str] = (),
    records: Sequence[str] = (),
    documents: Sequence[str] = (),
    hand: Hand = SYSTEM,
) -> Erasure:
    """Erase claims, records with every claim that names them, and documents with the words that they hold.

    A held document whose text has a name that is erased is dropped from the archive too; the other claims read in it
    stay, "not held here". Raises CommandError, and erases nothing, for an id that this register does not have.
    """
    with writing() as database:
        _must_be_here(claims, records, documents)
        every_claim = sorted({*claims, *_claims_of_records(records)})
        seqs = _entries(every_claim, records, documents)
        names = _names(seqs)
        dropped = _texts_and_bytes({*documents, *_documents_naming(names)})
        body = _body(seqs, ground, authority, every_claim, sorted(records), dropped)
        (register_folder() / UNFINISHED).write_text("run `habeas erase --finish`\n", encoding="utf-8")
        head = append_now(database, by, [("erase", body)], hand)
        insert(database, models.Erased, [(seq, head.seq) for seq in seqs])
        _forget(database, seqs)
    note_head(head)
    remains = finish()
    return Erasure(head, len(seqs), every_claim, sorted(records), dropped, _still_naming(names), remains)


def finish() -> str:
    """Overwrite what erasures freed; return in words what could not be, or an empty string. Safe to repeat."""
    held = archive()
    for digest in models.Tombstone.objects.values_list("id", flat=True):
        held.drop(digest)
    remains = _purge(connection())
    if not remains or connection().vendor == "postgresql":
        (register_folder() / UNFINISHED).unlink(missing_ok=True)
    return remains


def unfinished() -> bool:
    """Whether an erasure was broken off before the freed bytes were overwritten."""
    return (register_folder() / UNFINISHED).exists()


def _must_be_here(claims: Sequence[str], records: Sequence[str], documents: Sequence[str]) -> None:
    if not (claims or records or documents):
        raise CommandError("nothing was named to erase")
    for kind, model, ids in (
        ("claim", models.Claim, claims),
        ("record", models.Record, records),
        ("document", models.Document, documents),
    ):
        rows: Any = model
        for one in ids:
            if not rows.objects.filter(id=one).exists():
                raise CommandError(f"{one} is not a {kind} of this register: nothing was erased")


def _claims_of_records(records: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for some in batched(records):
        seqs = models.Participant.objects.filter(record__in=some).values("entry")
        acted = models.Act.objects.filter(record__in=some).values("entry")
        rows = models.Claim.objects.filter(Q(record__in=some) | Q(entry__in=seqs) | Q(entry__in=acted))
        found.update(rows.values_list("id", flat=True))
    return found


def _entries(claims: Sequence[str], records: Sequence[str], documents: Sequence[str]) -> list[int]:
    seqs: set[int] = set()
    for model, ids in ((models.Claim, claims), (models.Record, records), (models.Document, documents)):
        rows: Any = model
        for some in batched(ids):
            seqs.update(rows.objects.filter(id__in=some).values_list("entry", flat=True))
    return sorted(seqs)


def _names(seqs: Sequence[int]) -> set[str]:
    """The names of the somebodies in what is erased, folded."""
    names: set[str] = set()
    for some in batched(seqs):
        people = models.Participant.objects.filter(entry__in=some, record__isnull=False)
        names.update(people.values_list("folded", flat=True))
        names.update(fold(name) for name in models.Record.objects.filter(entry__in=some).values_list("name", flat=True))
    return names


def _documents_naming(names: Iterable[str]) -> set[str]:
    """Every held document whose text has one of the names: an unchanged row is entered once, and stands in many."""
    if not names:
        return set()
    held = models.Document.objects.filter(text_sha256__isnull=False).values_list("id", flat=True).distinct()
    return {document for document in held if any(name in fold(_text(document)) for name in names)}


def _still_naming(names: Iterable[str]) -> list[str]:
    """Claims on record whose statement or participants still have one of the names."""
    found: set[str] = set()
    for name in names:
        words = models.ClaimText.objects.filter(folded__contains=name).values("entry")
        found.update(models.Claim.objects.filter(entry__in=words).values_list("id", flat=True))
    return sorted(found)


def _text(document: str) -> str:
    row = models.Document.objects.filter(id=document, text_sha256__isnull=False).order_by("-entry").first()
    return (archive().read_text(row.text_sha256 or "") or "") if row else ""


def _texts_and_bytes(documents: Iterable[str]) -> list[str]:
    """The ids of documents and the fingerprints of their texts: both become tombstones, so neither is kept again."""
    found = set(documents)
    for some in batched(sorted(found)):
        rows = models.Document.objects.filter(id__in=some, text_sha256__isnull=False)
        found.update(digest for digest in rows.values_list("text_sha256", flat=True) if digest)
    return sorted(found)


def _body(
    seqs: list[int], ground: str, authority: str, claims: list[str], records: list[str], documents: list[str]
) -> Body:
    body: Body = {"entries": seqs, "ground": ground, "authority": authority}
    ids: Body = {"claims": claims, "records": records, "documents": documents}
    return body | {kind: some for kind, some in ids.items() if some}


def _forget(database: BaseDatabaseWrapper, seqs: Sequence[int]) -> None:
    with database.cursor() as cursor:
        for some in batched(seqs):
            marks = ", ".join(["%s"] * len(some))
            cursor.execute(f"UPDATE payload SET salt = NULL, body = NULL WHERE seq IN ({marks})", list(some))


def _purge(database: BaseDatabaseWrapper) -> str:
    return _purge_sqlite(database) if database.vendor == "sqlite" else _purge_postgresql(database)


def _purge_sqlite(database: BaseDatabaseWrapper) -> str:
    with database.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute(f"PRAGMA busy_timeout={int(WAIT_FOR_READERS * 1000)}")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (busy, *_) = cursor.fetchone()
        cursor.execute(f"PRAGMA busy_timeout={LOCK_WAIT * 1000}")
    if not busy:
        return ""
    return (
        "register.db-wal still holds the bytes, because another process is reading: "
        "run `habeas erase --finish` when it has ended"
    )


def _purge_postgresql(database: BaseDatabaseWrapper) -> str:
    with database.cursor() as cursor:
        for model in (models.Payload, *NAMED, *PARTS):
            cursor.execute(f'VACUUM FULL "{model._meta.db_table}"')
        cursor.execute("CHECKPOINT")
    return (
        "the server's own log (pg_wal) and its backups keep the bytes until they turn over: that is its keeper's to do"
    )


def erased_since(seq: int, ceiling: Access) -> int:
    """How many claims that could be seen at entry `seq` were erased after it: a figure cited as of it says so."""
    later = models.Tombstone.objects.filter(by_seq__gt=seq).values_list("by_seq", flat=True).distinct()
    bodies = models.Payload.objects.filter(seq__in=list(later), body__isnull=False).values_list("body", flat=True)
    claims = [claim for body in bodies if body for claim in json.loads(body).get("claims", ())]
    levels: dict[str, int] = {}
    for some in batched(claims):
        rows = models.Access.objects.filter(target__in=some, from_seq__lte=seq).order_by("from_seq")
        levels.update(rows.values_list("target", "level"))
    return sum(levels.get(claim, DEFAULT_ACCESS) <= ceiling for claim in claims)
