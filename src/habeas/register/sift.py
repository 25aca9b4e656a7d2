"""Entering again: what is new, what is the same, what is a correction and whose, and what has ended for good."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from habeas.claims.bodies import LATER, VERSIONED
from habeas.claims.canonical import Body, canonical
from habeas.claims.vocabulary import Correction, KnownBasis

from . import log, models
from .draft import Draft, Receipt, version_stands
from .refusals import CommandError
from .rows import batched

MODEL_OF: Mapping[str, Any] = {
    "document": models.Document,
    "agent": models.Agent,
    "record": models.Record,
    "group": models.Group,
    "list_version": models.ListVersion,
    "claim": models.Claim,
    "claim_link": models.ClaimLink,
    "judgement": models.Judgement,
    "reliability": models.Grade,
    "credibility": models.Grade,
    "review": models.Review,
    "coverage": models.Coverage,
    "rule": models.Rule,
    "lens": models.Lens,
    "bargain": models.Bargain,
}
_WHERE_READ = frozenset({"document", "anchor", "known", "edition", "row"})  # says where and when a row was read
_KNOWN_IN_PARTS = frozenset({"document", "agent"})
_TARGETS = ("claim", "other", "one", "target", "keeper")  # of whom or what something is judged
_AGENTS = ("recognised_by", "speakers", "parties", "mediators")  # on whom a rule, a lens or a bargain rests
ERASED = "erased"
_OF_ROW = frozenset({"statement", "minor"})
_JUDGED_LATER = frozenset({"supersedes", "correction"})


def sift(
    database: BaseDatabaseWrapper, drafts: Sequence[Draft], only_new: str = ""
) -> tuple[Receipt, list[tuple[str, Body]]]:
    """Which drafts are new, the same, corrections, or refused: a receipt, and the lines to be appended.

    Called under the lock, so that it stays true. `only_new`: the day of a newer edition that is on record, beside
    which this older one corrects nothing. Raises CommandError where one id stands twice with two contents.
    """
    standing = _standing(drafts)
    ended = _ended(drafts)
    receipt = Receipt(log.head_of(database))
    lines: list[tuple[str, Body]] = []
    for draft in drafts:
        key = (draft.kind, str(draft.body["id"]))
        found = standing.get(key)
        why = _why_ended(draft, ended)
        if why:
            receipt.refused.append((draft.where, f"{draft.kind} {key[1]} {why}: it is not entered again"))
        elif found is not None and _adds_nothing(draft, found[1]):
            receipt.same += 1
        elif found is None:
            receipt.add(draft)
            lines.append((draft.kind, draft.body))
            standing[key] = (0, draft.body)
        elif draft.kind in VERSIONED:
            receipt.refused.append((draft.where, version_stands(draft)))
        elif only_new:
            receipt.refused.append((draft.where, f"a newer edition, of {only_new}, is on record: it corrects nothing"))
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
    here, there = str(draft.body.get("edition", "")), str(before.get("edition", ""))
    moved = _another_document(draft, before)
    if moved and here < there:
        receipt.refused.append((draft.where, f"its edition of {here or 'no day'} is older than the one of {there}"))
        return
    body = _known_from_edition(draft.body) if moved and here > there else draft.body
    correction = Correction.ours if body is draft.body else Correction.source
    if draft.kind in _KNOWN_IN_PARTS:  # a key left out says nothing: what another file knew stays
        body = {key: value for key, value in before.items() if key not in _JUDGED_LATER} | body
    lines.append((draft.kind, {**body, "supersedes": seq, "correction": str(correction)}))
    receipt.corrected += 1
    if _of_itself(draft.body) != _of_itself(before):
        receipt.corrected_at.append((draft.kind, draft.where))


def _of_itself(body: Mapping[str, Any]) -> dict[str, Any]:
    """What one cell says: not where it was read, nor the name and the age of its row, which others of its cells say."""
    own = {key: value for key, value in body.items() if key not in _WHERE_READ | _JUDGED_LATER | _OF_ROW}
    if "participants" in body:
        own["participants"] = [
            {key: value for key, value in one.items() if key != "name" or "record" not in one}
            for one in body["participants"]
        ]
    return own


def _known_from_edition(body: Body) -> Body:
    """A source's correction is known on the day of the edition that makes it, whenever the row itself was added."""
    known, edition = body.get("known", {}), str(body["edition"])
    if "known" in body and known.get("earliest", "") < edition:
        return {**body, "known": {"basis": KnownBasis.list.value, "earliest": edition}}
    return dict(body)


def _another_document(draft: Draft, before: dict[str, Any]) -> bool:
    return draft.body.get("document") != before.get("document")


def _rests_on(draft: Draft) -> set[str]:
    """The draft's own id and those of what it speaks of: what was erased comes back in no claim and is not judged."""
    body = draft.body
    targets = {str(body[key]) for key in _TARGETS if key in body} if draft.kind in LATER else set[str]()
    targets |= {one for key in _AGENTS for one in body.get(key, ())} if draft.kind in VERSIONED else set()
    targets |= {one for part in body.get("commitments", ()) for one in part["rests_on"]}
    parts = [body, *(body.get(name, {}) for name in ("act", "attribute", "recognition"))]
    parts += [*body.get("attribution", ()), *body.get("participants", ())]
    named = {part[key] for part in parts for key in ("record", "agent", "group") if key in part}
    return {str(body["id"]), *named, *targets}


def _why_ended(draft: Draft, ended: dict[str, str]) -> str:
    own = ended.get(str(draft.body["id"])) if ended else None
    if own:
        return f"was {own}"
    gone = [one for one in _rests_on(draft) if ended.get(one) == ERASED] if ended else []
    return f"names {gone[0]}, which was {ERASED}" if gone else ""


def _standing(drafts: Sequence[Draft]) -> dict[tuple[str, str], tuple[int, dict[str, Any]]]:
    """For every id that stands, the latest entry that says it and its body."""
    found: dict[tuple[str, str], int] = {}
    for kind, model in MODEL_OF.items():
        ids = [str(draft.body["id"]) for draft in drafts if draft.kind == kind]
        for some in batched(ids):
            rows = model.objects.filter(id__in=some).order_by("entry").values_list("id", "entry")
            found.update({(kind, one): entry for one, entry in rows})
    bodies = {seq: body for some in batched(list(found.values())) for seq, body in _bodies(some)}
    return {key: (seq, json.loads(bodies[seq] or "{}")) for key, seq in found.items()}


def _bodies(seqs: Sequence[int]) -> Iterable[tuple[int, str | None]]:
    return models.Payload.objects.filter(seq__in=seqs, body__isnull=False).values_list("seq", "body")


def _ended(drafts: Sequence[Draft]) -> dict[str, str]:
    """What the drafts rest on that was withdrawn or erased, each id with what became of it."""
    ended: dict[str, str] = {}
    if not (models.Withdrawal.objects.exists() or models.Tombstone.objects.exists()):
        return ended
    for some in batched([one for draft in drafts for one in _rests_on(draft)]):
        for claim, reason in models.Withdrawal.objects.filter(claim__in=some).values_list("claim", "reason"):
            ended[claim] = f"withdrawn ({reason})"
        ended.update(dict.fromkeys(models.Tombstone.objects.filter(id__in=some).values_list("id", flat=True), ERASED))
    return ended


def _said(body: Body | dict[str, Any], elsewhere: bool) -> dict[str, Any]:
    """What a body says. A row of a list says the same in every edition, wherever it stands there."""
    skip = _JUDGED_LATER | _WHERE_READ if elsewhere and ("record" in body or "list" in body) else _JUDGED_LATER
    return {key: value for key, value in body.items() if key not in skip}


def _adds_nothing(draft: Draft, before: dict[str, Any]) -> bool:
    """The same is said; or, about a document or an agent, less than is known: two files may know it differently."""
    elsewhere = _another_document(draft, before)
    if _said(draft.body, elsewhere) == _said(
        before, elsewhere
    ):  # most rows of most editions: nothing to be written out
        return True
    now = _said(json.loads(canonical(draft.body)), elsewhere)
    then = _said(json.loads(canonical(before)), elsewhere)
    return now.items() <= then.items() if draft.kind in _KNOWN_IN_PARTS else now == then
