"""Entering again: what is new, what is the same, what is a correction and whose, and what has ended for good."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from habeas.claims.canonical import Body, canonical
from habeas.claims.vocabulary import Correction

from . import log, models
from .draft import Draft, Receipt
from .project import NAMED
from .refusals import CommandError
from .rows import batched

_MODEL_OF: dict[str, Any] = dict(
    zip(("document", "agent", "record", "group", "list_version", "claim"), NAMED, strict=True)
)
_WHERE_READ = frozenset({"document", "anchor", "known", "edition", "row"})  # says where and when a row was read
_KNOWN_IN_PARTS = frozenset({"document", "agent"})
_JUDGED_LATER = frozenset({"supersedes", "correction"})


def sift(database: BaseDatabaseWrapper, drafts: Sequence[Draft]) -> tuple[Receipt, list[tuple[str, Body]]]:
    """Which drafts are new, the same, corrections, or refused: a receipt, and the lines to be appended.

    Called under the lock, so that it stays true. Raises CommandError where one id stands twice with two contents.
    """
    ids = [str(draft.body["id"]) for draft in drafts]
    standing = _standing(drafts)
    ended = ended_ids(ids)
    receipt = Receipt(log.head_of(database))
    lines: list[tuple[str, Body]] = []
    for draft in drafts:
        key = (draft.kind, str(draft.body["id"]))
        found = standing.get(key)
        if key[1] in ended:
            receipt.refused.append((draft.where, f"{draft.kind} {key[1]} was {ended[key[1]]}: it is not entered again"))
        elif found is not None and _adds_nothing(draft, found[1]):
            receipt.same += 1
        elif found is None:
            receipt.added += 1
            lines.append((draft.kind, draft.body))
            standing[key] = (0, draft.body)
        else:
            _correct(draft, found, receipt, lines)
    receipt.claims = [str(body["id"]) for kind, body in lines if kind == "claim"]
    return receipt, lines


def _correct(draft: Draft, found: tuple[int, dict[str, Any]], receipt: Receipt, lines: list[tuple[str, Body]]) -> None:
    seq, before = found
    if not seq:
        raise CommandError(
            f"{draft.where}: {draft.kind} {draft.body['id']} stands twice in this file with two contents"
        )
    newer = str(draft.body.get("edition", "")), str(before.get("edition", ""))
    if newer[0] < newer[1]:
        receipt.refused.append(
            (draft.where, f"its edition of {newer[0]} is older than the one of {newer[1]} on record")
        )
        return
    by_source = newer[0] > newer[1] and draft.body.get("document") != before.get("document")
    correction = Correction.source if by_source else Correction.ours
    lines.append((draft.kind, {**draft.body, "supersedes": seq, "correction": str(correction)}))
    receipt.corrected += 1


def _standing(drafts: Sequence[Draft]) -> dict[tuple[str, str], tuple[int, dict[str, Any]]]:
    """For every id that stands, the latest entry that says it and its body."""
    found: dict[tuple[str, str], int] = {}
    for kind, model in _MODEL_OF.items():
        ids = [str(draft.body["id"]) for draft in drafts if draft.kind == kind]
        for some in batched(ids):
            rows = model.objects.filter(id__in=some).order_by("entry").values_list("id", "entry")
            found.update({(kind, one): entry for one, entry in rows})
    bodies = {seq: body for some in batched(list(found.values())) for seq, body in _bodies(some)}
    return {key: (seq, json.loads(bodies[seq] or "{}")) for key, seq in found.items()}


def _bodies(seqs: Sequence[int]) -> Iterable[tuple[int, str | None]]:
    return models.Payload.objects.filter(seq__in=seqs, body__isnull=False).values_list("seq", "body")


def ended_ids(ids: Sequence[str]) -> dict[str, str]:
    """Those of the ids that were withdrawn or erased, each with what became of it."""
    ended: dict[str, str] = {}
    if not (models.Withdrawal.objects.exists() or models.Tombstone.objects.exists()):
        return ended
    for some in batched(ids):
        for claim, reason in models.Withdrawal.objects.filter(claim__in=some).values_list("claim", "reason"):
            ended[claim] = f"withdrawn ({reason})"
        ended.update(dict.fromkeys(models.Tombstone.objects.filter(id__in=some).values_list("id", flat=True), "erased"))
    return ended


def _said(body: Body | dict[str, Any]) -> dict[str, Any]:
    """What a body says, apart from where it was read: a row of a list says the same in every edition."""
    skip = _JUDGED_LATER | _WHERE_READ if "record" in body or "list" in body else _JUDGED_LATER
    return {key: value for key, value in body.items() if key not in skip}


def _adds_nothing(draft: Draft, before: dict[str, Any]) -> bool:
    """The same is said; or, about a document or an agent, less than is known: two files may know it differently."""
    now, then = _said(json.loads(canonical(draft.body))), _said(json.loads(canonical(before)))
    return now.items() <= then.items() if draft.kind in _KNOWN_IN_PARTS else now == then
