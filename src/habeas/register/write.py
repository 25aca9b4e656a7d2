"""The commands that write: each is one transaction under the log's lock, and notes the head when it is committed.

What is said is entered once: the same id with the same body adds nothing, another body under it is a correction,
and what was withdrawn or erased is not entered again. Nothing is ever edited.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

from habeas.claims import identity
from habeas.claims.bodies import SAID, check_body
from habeas.claims.canonical import Body, canonical, canonical_body
from habeas.claims.shape import ShapeError
from habeas.claims.vocabulary import (
    DATED_WITHDRAWALS,
    DEFAULT_ACCESS,
    HIDING_WITHDRAWALS,
    Access,
    Review,
    WithdrawalReason,
)

from . import folder, log, minors, models
from .chain import NOBODY_YET, Head
from .draft import Draft, Receipt
from .levels import access_body, closing
from .log import SYSTEM, Hand, Line
from .project import Projector
from .refusals import CommandError
from .rows import batched
from .session import reading, writing
from .sift import sift

LOG_FORMAT = "habeas-log-1"
VERSION = 1
BATCH = 500


def register_folder() -> Path:
    """The folder of the register that is open."""
    folder: Path = settings.REGISTER
    return folder


def begin(name: str, hand: Hand = SYSTEM) -> Head:
    """Write entry 1 of a new register: its format and the key that its ids are made with."""
    with writing() as database:
        if log.head_of(database).seq:
            raise CommandError("this register has begun already")
        key = hand.chance(32).hex()
        body: Body = {"format": LOG_FORMAT, "key": key, "name": name}
        head = append_now(database, NOBODY_YET, [("register", body)], hand)
    return note_head(head)


def register_key(alias: str = "default") -> bytes:
    """The key of entry 1, for making ids."""
    first = log.entry(1, alias)
    if first is None or first.body is None:
        raise CommandError("this register has not begun: make it with `habeas init`")
    return bytes.fromhex(json.loads(first.body)["key"])


def actor(name: str, hand: Hand = SYSTEM) -> str:
    """The opaque id of the person by this name who enters or judges; made known to the log once."""
    if not name.strip():
        raise CommandError("a name is needed: the log keeps who enters and judges")
    made = identity.content_id(register_key(), "actor", name)
    with writing() as database:
        if models.Noted.objects.filter(kind="actor", key=made).exists():
            return made
        head = append_now(database, made, [("actor", {"id": made, "name": name})], hand)
    note_head(head)
    return made


def enter(
    drafts: Sequence[Draft],
    by: str,
    *,
    access: Access = DEFAULT_ACCESS,
    vouched_by: str = "",
    hand: Hand = SYSTEM,
    checked: bool = False,
    only_new: str = "",
) -> Receipt:
    """Enter what is said, by the actor `by`, in one transaction; raise CommandError for a body of the wrong shape.

    With an `access` other than staff, what was newly entered is opened (or closed) to that level in the same
    transaction, by an entry of its own that names who vouches for it. `checked`: shapes were looked at already.
    `only_new`: the day of a newer edition, beside which this one corrects nothing.
    """
    if not checked:
        for draft in drafts:
            check(draft)
    with writing() as database:
        receipt, lines = sift(database, drafts, only_new)
        opened = _opening(lines, access, vouched_by)
        if not lines:
            return receipt
        head = append_now(database, by, [*lines, *opened, *closing(lines, by)], hand)
    receipt.head = note_head(head)
    return receipt


def preview(drafts: Sequence[Draft], only_new: str = "") -> Receipt:
    """What entering the drafts would do, now; nothing is written."""
    total = Receipt(log.head())
    with reading() as database:
        for some in batched(drafts, BATCH):
            total = total.plus(sift(database, some, only_new)[0])
    return total


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
    if day is not None and day > hand.clock().date().isoformat():
        raise CommandError(f"{day} is still to come: nothing was changed")
    with writing() as database:
        _must_be_here(claims, reason)
        head = append_now(database, by, [("withdrawal", body) for body in bodies], hand)
    return Receipt(note_head(head), added=len(bodies))


def review(claims: Sequence[str], verdict: Review, by: str, *, note: str = "", hand: Hand = SYSTEM) -> Receipt:
    """Say of claims, by the actor `by`, that they are accepted, or that a second look is needed, and why.

    Raises CommandError for a claim that is not on record or is hidden for good, and for a second look without a note.
    """
    if verdict is Review.second_look and not note.strip():
        raise CommandError("a second look says why: write it as a note; nothing was changed")
    with reading():
        _must_be_here(claims)
    key, why = register_key(), {"note": note} if note else {}
    drafts = [
        Draft("review", {"id": identity.review(key, claim), "claim": claim, "verdict": str(verdict), **why}, claim)
        for claim in claims
    ]
    return enter(drafts, by, hand=hand)


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
    """Say who may see these claims and documents from now on.

    Raises CommandError for what was withdrawn for consent or law, and for opening what is told of somebody under age.
    """
    with writing() as database:
        _must_be_here(claims)
        if level < DEFAULT_ACCESS:
            _nobody_under_age(claims, documents)
        lines = [
            ("access", access_body(level, vouched_by, some, key, note))
            for key, targets in (("documents", documents), ("claims", claims))
            for some in batched(targets)
        ]
        if not lines:
            raise CommandError("nothing was named whose access would change")
        head = append_now(database, by, lines, hand)
    return Receipt(note_head(head), added=len(lines))


def note_import(body: Body, by: str, hand: Hand = SYSTEM) -> None:
    """Say once in the log that a named person vouched for a file."""
    with writing() as database:
        if models.Noted.objects.filter(kind="import", key=identity.fingerprint(canonical(body))).exists():
            return
        head = append_now(database, by, [("import", body)], hand)
    note_head(head)


def append_now(database: BaseDatabaseWrapper, by: str, bodies: Sequence[tuple[str, Body]], hand: Hand) -> Head:
    """Append bodies and project them, within the writing transaction of a command."""
    for kind, body in bodies:
        if kind not in SAID:
            check_body(kind, body)
    lines: list[Line] = [(kind, VERSION, canonical_body(body)) for kind, body in bodies]
    made = log.append(database, by, lines, hand)
    projector = Projector(database)
    for entry in made:
        projector.apply(entry)
    projector.finish()
    return Head(made[-1].seq, made[-1].hash)


def note_head(head: Head) -> Head:
    """Note a committed head in the register's folder."""
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


def _opening(lines: Sequence[tuple[str, Body]], access: Access, vouched_by: str) -> list[tuple[str, Body]]:
    if access == DEFAULT_ACCESS:
        return []
    new = [(kind, str(body["id"])) for kind, body in lines if "supersedes" not in body]
    if access < DEFAULT_ACCESS:
        kept = minors.told_of([body for kind, body in lines if kind == "claim"])
        new = [one for one in new if one[1] not in kept]
    return [
        ("access", access_body(access, vouched_by, some, f"{kind}s", ""))
        for kind in ("document", "claim")
        for some in batched([one for found, one in new if found == kind])
    ]


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


def _nobody_under_age(claims: Sequence[str], documents: Sequence[str]) -> None:
    for what, found in (
        ("claim", minors.claims_among(claims)),
        ("the words of document", minors.documents_among(documents)),
    ):
        if found:
            raise CommandError(
                f"{what} {min(found)} would tell of somebody who is or may be under age: "
                "that is for the staff at most; nothing was changed"
            )


def _known_claims(some: Sequence[str]) -> Iterable[str]:
    return models.Claim.objects.filter(id__in=some).values_list("id", flat=True)
