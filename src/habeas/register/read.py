"""Reading the record: plain values, as of a log entry `at`, up to a ceiling of access. Nobody else asks the tables.

A claim is visible if its level allowed it at `at` and allows it now. A caller opens `snapshot()` around several reads
that belong together, so that head and rows are of one state.
"""

import json
import re
from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from habeas.claims.vocabulary import DEFAULT_ACCESS, Access

from . import minors, models
from .log import resolve
from .project import known_interval
from .query import Query, Rows, allowed, asked, seen_by, standing, together, told_of
from .query import View as View
from .refusals import CommandError
from .rows import batched
from .session import reading
from .sift import MODEL_OF
from .worded import worded

JsonBody = dict[str, Any]
Standing = tuple[int, str, str | None]
_IN_A_CELL = '"kind":"cell"'  # as a body has it, whose text is canonical
STANDING = ("entry", "id", "known_to")  # what is read of a claim beside its body


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """A claim as it stands: its body, the entry that says it, the day that was recorded, and when it was known."""

    id: str
    seq: int
    recorded: str
    body: JsonBody = field(hash=False)
    known: dict[str, str] = field(hash=False)
    known_to: str | None = None


def snapshot() -> AbstractContextManager[object]:
    """A read transaction: what is read within it is of one state."""
    return reading()


def view(at: str | None, ceiling: Access) -> View:
    """The view at a cited entry SEQ-HASH, or at the head; raises HeadError for another register's citation."""
    return View(resolve(at), ceiling)


def claims(query: Query, seen: View, limit: int | None = None, after: int = 0) -> list[ReadClaim]:
    """The claims that a query finds, in the order in which they were entered; those after entry `after`."""
    rows = asked(query, seen).filter(entry__gt=after).order_by("entry")
    return of_rows(rows, limit)


def of_rows(rows: Rows, limit: int | None = None) -> list[ReadClaim]:
    """The claims of rows of the table of claims, in the order of the rows."""
    return with_bodies(list(rows.values_list(*STANDING)[:limit]))


def count(query: Query, seen: View) -> int:
    """How many claims a query finds."""
    return asked(query, seen).count()


def in_cells(query: Query, seen: View) -> bool:
    """Whether the query finds claims, and each of them stands in a cell of a table."""
    rows = asked(query, seen)
    bodies = models.Payload.objects.filter(seq__in=rows.values("entry"), body__isnull=False)
    return bodies.exists() and not bodies.exclude(body__contains=_IN_A_CELL).exists()


def names(seen: View, ids: Iterable[str]) -> dict[str, str]:
    """The names of agents, records and groups by id, as they stand at the view."""
    return dict(_names(seen, set(ids)))


@worded
def _names(seen: View, ids: Collection[str]) -> Rows:
    return together(_named(seen, ids, model) for model in (models.Agent, models.Record, models.Group))


@worded
def _record_names(seen: View, ids: Collection[str]) -> Rows:
    return _named(seen, ids, models.Record)


def _named(seen: View, ids: Collection[str], model: Any) -> Rows:
    return standing(model, seen.at.seq).filter(id__in=ids).values_list("id", "name")


def people(seen: View, ids: Iterable[str]) -> dict[str, str]:
    """The names of somebodies by record: below the staff only as a visible claim about the record has them."""
    if seen.ceiling >= DEFAULT_ACCESS:
        return dict(_record_names(seen, set(ids)))
    found: dict[str, str] = {}
    for record, name in _named_in_claims(seen, set(ids)):
        found.setdefault(record, name)
    return found


@worded
def _named_in_claims(seen: View, records: Collection[str]) -> Rows:
    visible = Exists(seen_by(standing(models.Claim, seen.at.seq), seen).filter(entry=OuterRef("entry")))
    rows = models.Participant.objects.filter(visible, record__in=records).order_by("entry", "position")
    return rows.values_list("record", "name")


def hidden_since(seen: View) -> int:
    """How many claims that could be seen at the view's entry were closed to this viewer after it."""
    closed = standing(models.Access, None).filter(from_seq__gt=seen.at.seq, level__gt=seen.ceiling)
    then = allowed(standing(models.Claim, seen.at.seq), seen.at.seq, seen.ceiling)
    return int(then.filter(id__in=closed.values("target")).values("id").distinct().count())


def whole_id(text: str) -> str:
    """The claim's id that begins with `text`, of which eight digits are enough; `text` itself where there is none.

    Raises CommandError where several begin so.
    """
    if not re.fullmatch("[0-9a-f]{8,31}", text):
        return text
    found = list(models.Claim.objects.filter(id__startswith=text).values_list("id", flat=True).distinct()[:2])
    if len(found) > 1:
        raise CommandError(f"several claims begin with {text}: write more digits of the one that is meant")
    return found[0] if found else text


def document(seen: View, document_id: str) -> JsonBody | None:
    """What is said about a document at the view, or None where it is not there or not visible.

    Who may see a claim may see which document it was read in and which it cites; the document's own level of access
    is that of its words.
    """
    row = told_of(seen).filter(id=document_id).order_by("-entry").first()
    return _body(row.entry) if row else None


def documents(seen: View, ids: Collection[str] | None = None) -> list[JsonBody]:
    """What is said about every visible document, or about those of `ids`, in the order in which they were entered."""
    found = bodies_of(told_of(seen)) if ids is None else as_bodies(_told(seen, ids))
    return [found[seq] for seq in sorted(found)]


@worded
def _told(seen: View, ids: Collection[str]) -> Rows:
    return payloads_of(told_of(seen).filter(id__in=ids))


def words_visible(seen: View, document_id: str) -> bool:
    """Whether the words of a document, not only what is said about it, may be seen."""
    return document_id in with_visible_words(seen, [document_id])


def with_visible_words(seen: View, ids: Collection[str]) -> set[str]:
    """Those of the documents whose words, not only what is said about them, may be seen."""
    return {one for (one,) in _open_documents(seen, ids)}


@worded
def _open_documents(seen: View, ids: Collection[str]) -> Rows:
    return seen_by(standing(models.Document, seen.at.seq).filter(id__in=ids), seen).values_list("id")


def standing_ids(kind: str, **where: str) -> set[str]:
    """The ids of a kind that stand now and match, such as the claims of one document or the records of one list."""
    return set(standing(MODEL_OF[kind], None).filter(**where).values_list("id", flat=True))


def erased_ids(ids: Sequence[str]) -> set[str]:
    """Those of the ids that were erased."""
    found: set[str] = set()
    if not models.Tombstone.objects.exists():
        return found
    for some in batched(ids):
        found.update(models.Tombstone.objects.filter(id__in=some).values_list("id", flat=True))
    return found


def body_now(kind: str, one: str) -> JsonBody | None:
    """The body of what stands now under an id, at every level of access; for the commands that write."""
    row = standing(MODEL_OF[kind], None).filter(id=one).order_by("-entry").first()
    return _body(row.entry) if row else None


def bodies_now(kind: str, ids: Sequence[str]) -> dict[str, JsonBody]:
    """The bodies of what stands now under ids, as far as anything does; for the commands that write."""
    found: dict[str, int] = {}
    for some in batched(ids):
        rows = standing(MODEL_OF[kind], None).filter(id__in=some).order_by("entry").values_list("id", "entry")
        found.update(rows)
    said = bodies(list(found.values()))
    return {one: said[seq] for one, seq in found.items()}


def totals(seen: View) -> dict[str, int]:
    """What the view holds: documents, claims, people, stated figures."""
    visible = asked(Query(), seen)
    acted = models.Act.objects.filter(entry__in=visible.values("entry"), record__isnull=False)
    return {
        "documents": told_of(seen).values("id").distinct().count(),
        "claims": visible.count(),
        "people": acted.values("record").distinct().count(),
        "stated figures": visible.filter(type="figure").count(),
    }


def claims_not_at(level: Access, claims: Sequence[str]) -> list[str]:
    """Those of the claims on record whose level of access now is another."""
    found: dict[str, int] = {}
    for some in batched(claims):
        here = standing(models.Claim, None).filter(id__in=some).values_list("id", flat=True)
        found.update(dict.fromkeys(here, int(DEFAULT_ACCESS)))
        rows = standing(models.Access, None).filter(target__in=some).values_list("target", "level")
        found.update((target, one) for target, one in rows if target in found)
    return [claim for claim, one in found.items() if one != level]


def claims_to_open(level: Access, documents: Sequence[str]) -> tuple[list[str], int]:
    """The ids of the claims read in these documents that stand now, to be set to `level`, and how many are left out.

    What is sealed is only sealed again, what was withdrawn for consent or law is closed for good, and what is told of
    somebody under age is for the staff at most.
    """
    rows = standing(models.Claim, None).filter(document__in=documents).order_by("entry")
    every = list(dict.fromkeys(rows.values_list("id", flat=True)))
    kept = {one for some in batched(every) for one in _closed(some, max(level, DEFAULT_ACCESS))}
    kept |= minors.claims_among(every) if level < DEFAULT_ACCESS else set()
    return [one for one in every if one not in kept], len(kept)


def _closed(claims: Sequence[str], above: int) -> Iterable[str]:
    rows = standing(models.Access, None).filter(target__in=claims, level__gt=above)
    return rows.values_list("target", flat=True)


def with_bodies(found: Sequence[Standing]) -> list[ReadClaim]:
    """Claims of which entry, id and the day until which it was known were read, in the same order."""
    return each_with_bodies(found)[0]


def each_with_bodies(*parts: Sequence[Standing]) -> list[list[ReadClaim]]:
    """The same of several rows of claims, which are asked for at once."""
    every = {one for part in parts for one in part}
    entered = {seq: (json.loads(body), stamped[:10]) for seq, body, stamped in _entered({seq for seq, _, _ in every})}
    read = {
        (seq, one, known_to): ReadClaim(one, seq, day, body, known_interval(body["known"], day), known_to)
        for seq, one, known_to in every
        for body, day in (entered[seq],)
    }
    return [[read[one] for one in part] for part in parts]


@worded
def _entered(seqs: Collection[int]) -> Rows:
    stamped = Subquery(models.Entry.objects.filter(seq=OuterRef("seq")).values("stamped"))
    return models.Payload.objects.filter(seq__in=seqs, body__isnull=False).values_list("seq", "body", stamped)


def bodies(seqs: Collection[int]) -> dict[int, JsonBody]:
    """The bodies of entries, of those that were not erased."""
    return as_bodies(_payloads(seqs))


@worded
def _payloads(seqs: Collection[int]) -> Rows:
    return models.Payload.objects.filter(seq__in=seqs, body__isnull=False).values_list("seq", "body")


def bodies_of(rows: Rows) -> dict[int, JsonBody]:
    """The bodies of rows that stand, each by its entry."""
    return as_bodies(payloads_of(rows))


def payloads_of(rows: Rows) -> Rows:
    """Of rows that stand, their entries with the bodies as text."""
    payloads = models.Payload.objects.filter(seq__in=rows.order_by().values("entry"), body__isnull=False)
    return payloads.values_list("seq", "body")


def as_bodies(payloads: Iterable[tuple[int, str | None]]) -> dict[int, JsonBody]:
    """By their entries, the bodies that were read as text."""
    return {seq: json.loads(body) for seq, body in payloads if body}


def _body(seq: int) -> JsonBody:
    return bodies([seq])[seq]
