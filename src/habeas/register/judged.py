"""Reading what was judged of the record: links between claims, who is one person, what a review says, what a keeper
takes in.

A link is there for a reader who may see both of its ends. What a judge wrote beside it may name somebody: it is the
staff's, and so is the judge's name.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from habeas.claims.vocabulary import DEFAULT_ACCESS, LinkKind

from . import models
from .believed import Review
from .last_word import stood
from .query import Rows, View, standing, visible_links
from .rows import batched
from .worded import worded

FROM_THE_OTHER = {  # how a link is read from its second end
    LinkKind.contradicts: "contradicts",
    LinkKind.supports: "supported_by",
    LinkKind.repeats: "repeated_by",
    LinkKind.corrects: "corrected_by",
}


@dataclass(frozen=True, slots=True)
class Link:
    """How `claim` stands to `other`, as entry `seq` judged it; `note` is None below the staff."""

    id: str
    kind: str
    claim: str
    other: str
    seq: int
    note: str | None

    def seen_from(self, claim: str) -> tuple[str, str]:
        """The word for the link as this end has it, and the claim at the other end."""
        if claim == self.claim:
            return self.kind, self.other
        return FROM_THE_OTHER[LinkKind(self.kind)], self.claim


@dataclass(frozen=True, slots=True)
class Judged:
    """What stands by entry `seq` of two records, or a record and an agent; `day` and `by` are of who said it first.

    They differ from those of the entry where it took a later word back, and so brought this one to stand again.
    `evidence` are claims that it rests on, `score` how alike the two were found, as printed. These two, `by` and
    `reason` are the staff's: None or empty below.
    """

    id: str
    one: str
    other: str
    verdict: str
    seq: int
    day: str
    by: str | None
    reason: str | None
    evidence: tuple[str, ...] = ()
    score: str | None = None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What entry `seq` says of a claim after looking at it again; `by` and `note` are None below the staff."""

    verdict: str
    seq: int
    day: str
    by: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What `keeper` (the id of an agent) takes in from the day on which that was `known`, as `sentence` says.

    A region, a country and a period are conditions, of which at least one is there. `first` and `last` are the ends of
    the period, None where it is open. `list`: only what stands in it.
    """

    id: str
    keeper: str
    known: date
    sentence: str
    region: str | None = None
    country: str | None = None
    period: str | None = None
    first: date | None = None
    last: date | None = None
    list: str | None = None
    seq: int = 0


def links(seen: View, claims: Collection[str], known_on: str | None = None) -> list[Link]:
    """The links of these claims with claims that may be seen, and were known, too, in the order of their judging."""
    found = {seq: tuple(link) for seq, *link in _links(seen, known_on, claims)}
    notes = _of_staff(found, seen)
    return [
        Link(one, kind, claim, other, seq, notes.get(seq, {}).get("note"))
        for seq, (one, kind, claim, other) in sorted(found.items())
    ]


@worded
def _links(seen: View, known_on: str | None, claims: Collection[str]) -> Rows:
    rows = visible_links(seen, known_on).filter(Q(claim__in=claims) | Q(other__in=claims))
    return rows.values_list("entry", "id", "kind", "claim", "other")


def judgements(seen: View) -> list[Judged]:
    """What is judged of records and agents at the view, in the order in which it was judged; of claims nothing."""
    return _of_rows(_of_persons(seen).order_by("entry"), seen)


def judgements_among(seen: View, ids: Collection[str]) -> list[Judged]:
    """Those of the judgements of which both ends are among these, at most a few hundred; in the same order."""
    some = sorted(ids)
    return _of_rows(_of_persons(seen).filter(one__in=some, other__in=some).order_by("entry"), seen)


def judgements_listed(
    seen: View, verdict: str = "", ids: Collection[str] = (), after: int = 0, limit: int | None = None
) -> tuple[list[Judged], int]:
    """At most `limit` judgements after an entry, those of a verdict and with an end among `ids` where they are said.

    And how many there are, whatever stands before the entry.
    """
    rows = _of_persons(seen)
    rows = rows.filter(verdict=verdict) if verdict else rows
    rows = rows.filter(Q(one__in=sorted(ids)) | Q(other__in=sorted(ids))) if ids else rows
    return _of_rows(rows.filter(entry__gt=after).order_by("entry")[:limit], seen), rows.count()


def _of_persons(seen: View) -> Rows:
    return standing(models.Judgement, seen.at.seq).filter(about__isnull=True)


def _of_rows(rows: Rows, seen: View) -> list[Judged]:
    found = list(rows.values_list("entry", "id", "one", "other", "verdict"))
    seqs = [seq for seq, *_ in found]
    spoken = _spoken({one: seq for seq, one, *_ in found}, seen)
    when: dict[int, tuple[str, str]] = {}
    for some in batched(sorted(spoken.values())):
        entries = models.Entry.objects.filter(seq__in=some).values_list("seq", "stamped", "actor")
        when.update((seq, (stamped[:10], actor)) for seq, stamped, actor in entries)
    reasons = _of_staff(seqs, seen)
    names = _actors() if reasons else {}
    return [
        Judged(
            id=one,
            one=first,
            other=other,
            verdict=verdict,
            seq=seq,
            day=when[spoken[one]][0],
            by=names.get(when[spoken[one]][1]),
            reason=reasons.get(seq, {}).get("reason"),
            evidence=tuple(reasons.get(seq, {}).get("evidence", ())),
            score=reasons.get(seq, {}).get("score"),
        )
        for seq, one, first, other, verdict in found
    ]


def _spoken(standing_at: Mapping[str, int], seen: View) -> dict[str, int]:
    """By judgement the entry in which the word that stands was said, be it that a later one brought it back."""
    every: dict[str, list[int]] = defaultdict(list)
    for some in batched(sorted(standing_at)):
        rows = models.Judgement.objects.filter(id__in=some, about__isnull=True, entry__lte=seen.at.seq)
        for one, seq in rows.order_by("entry").values_list("id", "entry"):
            every[one].append(seq)
    again = {one: seqs for one, seqs in every.items() if len(seqs) > 2}  # a word, another, and the first again
    bodies = dict(_bodies(sorted(seq for seqs in again.values() for seq in seqs)))
    found = dict(standing_at)
    for one, seqs in again.items():
        words = stood([(seq, bodies[seq]) for seq in seqs if seq in bodies])
        found[one] = words[-1][0] if words else standing_at[one]
    return found


def reviewed(seen: View, reviews: Mapping[str, Review]) -> dict[str, Reviewed]:
    """What reviews say of claims, by claim."""
    seqs = sorted(review.seq for review in reviews.values())
    entries = models.Entry.objects.filter(seq__in=seqs).values_list("seq", "stamped", "actor")
    when = {seq: (stamped[:10], actor) for seq, stamped, actor in entries}
    notes = _of_staff(seqs, seen)
    names = _actors() if notes else {}
    return {
        claim: Reviewed(
            verdict=verdict,
            seq=seq,
            day=when[seq][0],
            by=names.get(when[seq][1]),
            note=notes.get(seq, {}).get("note"),
        )
        for claim, (verdict, seq) in reviews.items()
    }


def coverages(seen: View) -> tuple[Coverage, ...]:
    """What keepers take in, as it stands at the view and may be seen there and now, by the day it was known."""
    last = dict(models.Coverage.objects.order_by("entry").values_list("id", "level"))
    rows = standing(models.Coverage, seen.at.seq).filter(level__lte=seen.ceiling).values_list("entry", "id", "known")
    found = {entry: known for entry, one, known in rows if last[one] <= seen.ceiling}
    every = [_coverage(body, found[seq], seq) for seq, body in _bodies(sorted(found))]
    return tuple(sorted(every, key=lambda one: (one.known, one.seq)))


def _coverage(body: Any, known: str, seq: int) -> Coverage:
    period = body.get("period", {})
    first, last = (date.fromisoformat(period[end]) if end in period else None for end in ("earliest", "latest"))
    asked = {key: body.get(key) for key in ("region", "country", "list")}
    return Coverage(
        id=body["id"],
        keeper=body["keeper"],
        known=date.fromisoformat(known),
        sentence=body["sentence"],
        period=period.get("edtf"),
        first=first,
        last=last,
        seq=seq,
        **asked,
    )


def _of_staff(seqs: Iterable[int], seen: View) -> dict[int, Any]:
    """The bodies of these entries, to whom they are given out."""
    return dict(_bodies(sorted(seqs))) if seen.ceiling >= DEFAULT_ACCESS else {}


def _bodies(seqs: list[int]) -> Iterator[tuple[int, Any]]:
    for some in batched(seqs):
        rows = models.Payload.objects.filter(seq__in=some, body__isnull=False).values_list("seq", "body")
        yield from ((seq, json.loads(str(body))) for seq, body in rows)


def _actors() -> dict[str, str]:
    """The names of those who enter and judge, by their ids in the log."""
    seqs = list(models.Noted.objects.filter(kind="actor").values_list("entry", flat=True))
    return {body["id"]: body["name"] for _, body in _bodies(seqs)}
