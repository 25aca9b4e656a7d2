"""The commands that write: each is one transaction under the log's lock, and notes the head when it is committed.

What is said is entered once: the same id with the same body adds nothing, another body under it is a correction,
and what was withdrawn or erased is not entered again. Nothing is ever edited.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

from habeas.claims import identity
from habeas.claims.bodies import SAID, check_body
from habeas.claims.canonical import Body, canonical
from habeas.claims.shape import ShapeError
from habeas.claims.vocabulary import (
    DATED_WITHDRAWALS,
    DEFAULT_ACCESS,
    HIDING_WITHDRAWALS,
    Access,
    Correction,
    WithdrawalReason,
)

from . import folder, log, models
from .chain import NOBODY_YET, Head
from .log import SYSTEM, Hand, Line
from .project import NAMED, Projector
from .rows import batched
from .session import writing

LOG_FORMAT = "habeas-log-1"
VERSION = 1
BATCH = 500

_MODEL_OF: dict[str, Any] = dict(
    zip(("document", "agent", "record", "group", "list_version", "claim"), NAMED, strict=True)
)
_WHERE_READ = frozenset({"document", "anchor", "known", "edition", "row"})  # says where and when a row was read
_KNOWN_IN_PARTS = frozenset({"document", "agent"})
_JUDGED_LATER = frozenset({"supersedes", "correction"})


class CommandError(Exception):
    """A command that cannot be carried out; nothing of it was."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Something said, not yet entered: its kind, its body, and where in the imported file it stands."""

    kind: str
    body: Body
    where: str


@dataclass(slots=True)
class Receipt:
    """What a command did, and the head after it."""

    head: Head
    added: int = 0
    same: int = 0
    corrected: int = 0
    claims: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)

    def plus(self, other: "Receipt") -> "Receipt":
        """Both together, with the later head."""
        return Receipt(
            other.head,
            self.added + other.added,
            self.same + other.same,
            self.corrected + other.corrected,
            self.claims + other.claims,
            self.refused + other.refused,
        )


def register_folder() -> Path:
    """The folder of the register that is open."""
    return Path(settings.REGISTER)


def begin(name: str, hand: Hand = SYSTEM) -> Head:
    """Write entry 1 of a new register: its format and the key that its ids are made with."""
    with writing() as database:
        if log.head_of(database).seq:
            raise CommandError("this register has begun already")
        key = hand.chance(32).hex()
        body: Body = {"format": LOG_FORMAT, "key": key, "name": name}
        head = _append(database, NOBODY_YET, [("register", body)], hand)
    return _note(head)


def register_key(alias: str = "default") -> bytes:
    """The key of entry 1, for making ids."""
    first = log.entry(1, alias)
    if first is None or first.body is None:
        raise CommandError("this register has not begun: make it with `habeas init`")
    return bytes.fromhex(json.loads(first.body)["key"])


def actor(name: str, hand: Hand = SYSTEM) -> str:
    """The opaque id of the person by this name who enters or judges; made known to the log once."""
    made = identity.content_id(register_key(), "actor", name)
    with writing() as database:
        if models.Noted.objects.filter(kind="actor", key=made).exists():
            return made
        head = _append(database, made, [("actor", {"id": made, "name": name})], hand)
    _note(head)
    return made


def enter(
    drafts: Sequence[Draft],
    by: str,
    *,
    access: Access = DEFAULT_ACCESS,
    vouched_by: str = "",
    hand: Hand = SYSTEM,
    checked: bool = False,
) -> Receipt:
    """Enter what is said, by the actor `by`, in one transaction; raise CommandError for a body of the wrong shape.

    With an `access` other than staff, what was newly entered is opened (or closed) to that level in the same
    transaction, by an entry of its own that names who vouches for it. `checked`: shapes were looked at already.
    """
    if not checked:
        for draft in drafts:
            check(draft)
    with writing() as database:
        receipt, lines = _sift(database, drafts)
        opened = _opening(lines, access, vouched_by)
        if not lines:
            return receipt
        head = _append(database, by, [*lines, *opened], hand)
    receipt.head = _note(head)
    return receipt


def enter_in_batches(
    drafts: Iterable[Draft], by: str, acknowledge: Callable[[Receipt], None], size: int = BATCH, **how: Any
) -> Receipt:
    """Enter drafts in batches; `acknowledge` is called after each commit with what that batch did."""
    total: Receipt | None = None
    for some in _in_batches(drafts, size):
        receipt = enter(some, by, **how)
        acknowledge(receipt)
        total = receipt if total is None else total.plus(receipt)
    return total or Receipt(log.head())


def check(draft: Draft) -> None:
    """Raise CommandError, naming place and key, unless the draft has the shape of its kind."""
    try:
        check_body(draft.kind, draft.body)
    except ShapeError as error:
        raise CommandError(f"{draft.where}: {error}") from error


def withdraw(
    claims: Sequence[str],
    reason: WithdrawalReason,
    by: str,
    *,
    day: str | None = None,
    note: str = "",
    hand: Hand = SYSTEM,
) -> Receipt:
    """End claims, and say why; the source's own retraction or correction needs the day it became known."""
    if (reason in DATED_WITHDRAWALS) != (day is not None):
        needs = "needs the day on which it became known" if day is None else "has no day: it holds at every known day"
        raise CommandError(f"a withdrawal for {reason} {needs}")
    bodies = [
        {"claim": claim, "reason": str(reason)} | ({"day": day} if day else {}) | ({"note": note} if note else {})
        for claim in claims
    ]
    with writing() as database:
        _must_be_here(claims, reason)
        head = _append(database, by, [("withdrawal", body) for body in bodies], hand)
    return Receipt(_note(head), added=len(bodies))


def set_access(
    level: Access,
    by: str,
    vouched_by: str,
    *,
    claims: Sequence[str] = (),
    documents: Sequence[str] = (),
    note: str = "",
    hand: Hand = SYSTEM,
) -> Receipt:
    """Say who may see these claims and documents from now on; refused for what was withdrawn for consent or law."""
    with writing() as database:
        _must_be_here(claims)
        lines = [
            ("access", _access_body(level, vouched_by, some, key, note))
            for key, targets in (("documents", documents), ("claims", claims))
            for some in batched(targets)
        ]
        if not lines:
            raise CommandError("nothing was named whose access would change")
        head = _append(database, by, lines, hand)
    return Receipt(_note(head), added=len(lines))


def note_import(body: Body, by: str, hand: Hand = SYSTEM) -> None:
    """Say once in the log that a named person vouched for a file."""
    with writing() as database:
        if models.Noted.objects.filter(kind="import", key=identity.fingerprint(canonical(body))).exists():
            return
        head = _append(database, by, [("import", body)], hand)
    _note(head)


def _append(database: BaseDatabaseWrapper, by: str, bodies: Sequence[tuple[str, Body]], hand: Hand) -> Head:
    for kind, body in bodies:
        if kind not in SAID:
            check_body(kind, body)
    lines: list[Line] = [(kind, VERSION, canonical(body)) for kind, body in bodies]
    made = log.append(database, by, lines, hand)
    projector = Projector(database)
    for entry, (_, body) in zip(made, bodies, strict=True):
        projector.apply(entry, body)
    projector.finish()
    return Head(made[-1].seq, made[-1].hash)


def _note(head: Head) -> Head:
    folder.add_head(register_folder(), head)
    return head


def _in_batches(drafts: Iterable[Draft], size: int) -> Iterator[list[Draft]]:
    some: list[Draft] = []
    for draft in drafts:
        some.append(draft)
        if len(some) == size:
            yield some
            some = []
    if some:
        yield some


def _sift(database: BaseDatabaseWrapper, drafts: Sequence[Draft]) -> tuple[Receipt, list[tuple[str, Body]]]:
    """Which drafts are new, the same, corrections, or refused; under the lock, so that it stays true."""
    ids = [str(draft.body["id"]) for draft in drafts]
    standing = _standing(drafts)
    ended = _ended(ids)
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


def _ended(ids: Sequence[str]) -> dict[str, str]:
    ended: dict[str, str] = {}
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
    now, then = _said(draft.body), _said(before)
    return now.items() <= then.items() if draft.kind in _KNOWN_IN_PARTS else now == then


def _opening(lines: Sequence[tuple[str, Body]], access: Access, vouched_by: str) -> list[tuple[str, Body]]:
    if access == DEFAULT_ACCESS:
        return []
    new = [(kind, str(body["id"])) for kind, body in lines if "supersedes" not in body]
    return [
        ("access", _access_body(access, vouched_by, some, f"{kind}s", ""))
        for kind in ("document", "claim")
        for some in batched([one for found, one in new if found == kind])
    ]


def _access_body(level: Access, vouched_by: str, targets: Sequence[str], key: str, note: str) -> Body:
    return {"level": level.name, "vouched_by": vouched_by, key: list(targets)} | ({"note": note} if note else {})


def _must_be_here(claims: Sequence[str], reason: WithdrawalReason | None = None) -> None:
    """Raise CommandError for a claim that is not on record, is hidden for good, or ended for this very reason."""
    known = {one for some in batched(claims) for one in _known_claims(some)}
    final = {*HIDING_WITHDRAWALS, reason}
    ended = {
        claim: why
        for some in batched(claims)
        for claim, why in models.Withdrawal.objects.filter(claim__in=some).values_list("claim", "reason")
        if why in final
    }
    for claim in claims:
        if claim not in known:
            raise CommandError(f"{claim} is not a claim of this register: nothing was changed")
        if claim in ended:
            raise CommandError(f"claim {claim} was withdrawn ({ended[claim]}): nothing was changed")


def _known_claims(some: Sequence[str]) -> Iterable[str]:
    return models.Claim.objects.filter(id__in=some).values_list("id", flat=True)
