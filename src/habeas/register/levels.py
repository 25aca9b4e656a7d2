"""The entries that say who may see something: as they are worded, and those that a judgement brings with it.

Whoever is judged to be one person with somebody under age is closed to the staff, in the same transaction.
"""

import json
from collections.abc import Iterator, Sequence

from habeas.claims.canonical import Body
from habeas.claims.vocabulary import DEFAULT_ACCESS, Access

from . import minors, models
from .living import live_of
from .rows import batched


def access_body(level: Access, vouched_by: str, targets: Sequence[str], key: str, note: str) -> Body:
    """That these `key` (claims or documents) are for whom the level says."""
    return {"level": level.name, "vouched_by": vouched_by, key: list(targets)} | ({"note": note} if note else {})


def closing(lines: Sequence[tuple[str, Body]], by: str) -> Iterator[tuple[str, Body]]:
    """What has to be closed beside these lines, which are on their way into the log by the actor `by`."""
    new = [live_of(body) for kind, body in lines if kind == "judgement" and not body.keys() & {"about", "retracted"}]
    claims, documents = minors.closed_by(new)
    for key, targets in (("documents", documents), ("claims", claims)):
        for some in batched(targets):
            note = "judged to be one person with somebody who may be under age"
            yield "access", access_body(DEFAULT_ACCESS, _name(by), some, key, note)


def _name(actor: str) -> str:
    entry = models.Noted.objects.filter(kind="actor", key=actor).values("entry")[:1]
    body = models.Payload.objects.filter(seq__in=entry).values_list("body", flat=True).first()
    return str(json.loads(body)["name"]) if body else actor
