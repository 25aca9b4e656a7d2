"""What was entered since: which of the claims that a count reads must be read again, and about whom they are.

A claim's row follows from its own entries, from who may see it, and from how far it and whoever tells it are believed.
Every kind of entry is named here with what it touches; of a kind that is not named, of what was erased, and of more
than a few claims nothing is told, and everything is to be read again.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from . import log, models
from .chain import LogEntry
from .clustered import judged_among
from .counting import CLAIMS
from .query import Rows, View
from .rows import batched

MOST_ENTRIES, MOST_CLAIMS = 2000, 1000  # beyond them reading everything again is as quick
Body = Mapping[str, Any]
NAMES = (
    (models.Participant, "record"),
    (models.Participant, "agent"),
    (models.Act, "record"),
    (models.Recognition, "record"),
    (models.Attribute, "record"),
    (models.Attribute, "agent"),
    (models.Attribution, "agent"),
)


@dataclass(frozen=True, slots=True)
class Since:
    """The claims to be read again, and the records and agents in them; of nothing entered it is empty.

    `named`: records and agents of whom an entry says what they are called. `joined`: of whom it may have changed who
    is one person. `groups`: what is said of a group may have.
    """

    claims: frozenset[str]
    somebodies: frozenset[str]
    named: frozenset[str]
    joined: frozenset[str]
    groups: bool


class _Everything(Exception):  # noqa: N818 - what is to be read again, not a fault
    """It cannot be said of a few claims."""


def since(after: int, until: int, seen: View) -> Since | None:
    """What the entries after `after`, up to `until`, touch of a view; None: everything must be read again.

    Of a view at an older entry nothing can change but who may see a claim.
    """
    if until - after > MOST_ENTRIES:
        return None
    try:
        return _told([one for one in log.entries(after=after) if one.seq <= seen.at.seq or one.kind == "access"])
    except _Everything:
        return None


def _told(entries: Iterable[LogEntry]) -> Since:
    claims, met, judged = set[str](), set[str](), set[str]()
    groups = False
    for entry in entries:
        if entry.body is None or entry.kind not in TOUCHES:
            raise _Everything
        body = json.loads(entry.body)
        claims.update(TOUCHES[entry.kind](body))
        met.update([body["id"]] if entry.kind in ("record", "agent") else ())
        judged.update([body["one"], body["other"]] if entry.kind == "judgement" and "about" not in body else ())
        groups = groups or entry.kind == "group"
        if len(claims) > MOST_CLAIMS:
            raise _Everything
    somebodies = _named_in(claims)
    joined = judged_among(met | somebodies) | judged
    return Since(frozenset(claims), frozenset(somebodies), frozenset(met), joined, groups)


def _nothing(body: Body) -> Iterator[str]:
    """No row of a claim follows from it; records, agents and groups are looked at by themselves."""
    yield from ()


def _claim(body: Body) -> Iterator[str]:
    yield body["id"]


def _named_claim(body: Body) -> Iterator[str]:
    yield body["claim"]


def _linked(body: Body) -> Iterator[str]:
    yield from (body["claim"], body["other"])


def _judged(body: Body) -> Iterator[str]:
    """Of a judgement of persons none: who is one person is worked out anew."""
    if body.get("about") == CLAIMS:
        yield from (body["one"], body["other"])


def _opened(body: Body) -> Iterator[str]:
    """A document's own level is that of its words."""
    yield from body.get("claims", ())


def _told_by(body: Body) -> Iterator[str]:
    """The claims of whomever is graded: those in which an agent speaks, or that were read in a document."""
    spoken = models.Attribution.objects.filter(agent=body["target"]).values("entry")
    rows = models.Claim.objects.filter(Q(document=body["target"]) | Q(entry__in=spoken))
    yield from rows.order_by().values_list("id", flat=True).distinct()[: MOST_CLAIMS + 1]


TOUCHES: Mapping[str, Callable[[Body], Iterator[str]]] = {
    "document": _nothing,
    "agent": _nothing,
    "record": _nothing,
    "group": _nothing,
    "list_version": _nothing,
    "coverage": _nothing,
    "rule": _nothing,
    "lens": _nothing,
    "bargain": _nothing,
    "actor": _nothing,
    "import": _nothing,
    "register": _nothing,
    "claim": _claim,
    "claim_link": _linked,
    "judgement": _judged,
    "reliability": _told_by,
    "credibility": _named_claim,
    "review": _named_claim,
    "withdrawal": _named_claim,
    "access": _opened,
}


def _named_in(claims: Iterable[str]) -> set[str]:
    """The records and agents whom any entry of these claims names, whether it stands or not."""
    found: set[str] = set()
    for some in batched(sorted(claims)):
        entries = models.Claim.objects.filter(id__in=some).values("entry")
        first, *others = (_whom(part, column, entries) for part, column in NAMES)
        found.update(one for (one,) in first.union(*others) if one is not None)
    return found


def _whom(part: Any, column: str, entries: Rows) -> Rows:
    rows: Rows = part.objects.filter(entry__in=entries).order_by().values_list(column)
    return rows
