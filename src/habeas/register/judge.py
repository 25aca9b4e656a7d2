"""The commands that judge who is one person: a judgement is entered, or the last word on a pair is taken back.

Both are refused where they would leave a chain of "same" between two whom a live "different" parts: somebody is wrong,
and the keeper says who, by taking one of those judgements back. What is taken back leaves exactly what stood before it.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from habeas.claims import identity
from habeas.claims.vocabulary import AgentSort, Correction, Sameness
from habeas.linkage.contradiction import contradiction

from . import log, models
from .draft import Draft, Receipt
from .last_word import stood
from .levels import closing
from .living import Live, around, live_of, pairs
from .log import SYSTEM, Hand
from .query import standing
from .refusals import CommandError, ContradictionError
from .rows import batched
from .session import reading, writing
from .sift import sift
from .write import append_now, check, note_head, register_key

JsonBody = dict[str, Any]
_OF_ENTRY = frozenset({"supersedes", "correction"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is judged of two: the verdict, why, on which claims, and how alike they were found, 0 to 1, as printed."""

    one: str
    other: str
    verdict: Sameness
    reason: str
    evidence: Sequence[str] = ()
    score: str = ""


def judge(said: Sequence[Verdict], by: str, hand: Hand = SYSTEM) -> Receipt:
    """Judge, by the actor `by`, of pairs of records (or a record and an agent) whether each is one person.

    All of them in one transaction, or none. Raises ContradictionError where they cannot stand beside each other and
    what stands, CommandError for an end or a claim that is not on record. The same said again adds nothing.
    """
    drafts = [draft_of(one) for one in said]
    for draft in drafts:
        check(draft)
    with writing() as database:
        for draft in drafts:
            _must_be_here(draft)
        must_agree([live_of(draft.body) for draft in drafts])
        receipt, lines = sift(database, drafts)
        if receipt.refused:
            raise CommandError(f"{receipt.refused[0][1]}; nothing was changed")
        if not lines:
            return receipt
        head = append_now(database, by, [*lines, *closing(lines, by)], hand)
    receipt.head = note_head(head)
    return receipt


def take_back(judgement: str, by: str, *, reason: str = "", hand: Hand = SYSTEM) -> Receipt:
    """Take back the last word on a pair: what stood before it stands again, or nothing does.

    `reason` says why. Raises CommandError where nothing of it stands, ContradictionError where what stood before
    cannot stand beside what was judged of others since.
    """
    with writing() as database:
        body = taken_back(judgement)
        if body.get("retracted") != "yes":
            must_agree([live_of(body)], gone=[judgement])
        elif reason.strip():
            body["reason"] = reason
        head = append_now(database, by, [*(lines := [("judgement", body)]), *closing(lines, by)], hand)
    return Receipt(note_head(head), corrected=1)


def taken_back(judgement: str) -> JsonBody:
    """The body by which the last word on a pair is taken back; CommandError where nothing of it stands."""
    words = _words(judgement)
    told = [body for _, body in stood(words)]
    if not told:
        said = "was taken back already" if words else "is not a judgement of this register"
        raise CommandError(f"{judgement} {said}: nothing was changed")
    again = told[-2] if len(told) > 1 else {**told[-1], "retracted": "yes"}
    body = {key: value for key, value in again.items() if key not in _OF_ENTRY}
    return body | {"supersedes": words[-1][0], "correction": str(Correction.ours)}


def draft_of(said: Verdict) -> Draft:
    """The judgement as it is entered: a record before an agent, two records in one order, whichever is named first."""
    if said.one == said.other:
        raise CommandError("both are one record: a judgement is about two; nothing was changed")
    kinds = sorted(((_kind(end), end) for end in (said.one, said.other)), reverse=True)
    if kinds[0][0] == "agent":
        raise CommandError("both are agents: a judgement is about two records, or a record and an agent")
    one, other = (end for _, end in kinds)
    body: JsonBody = {
        "id": identity.judgement(register_key(), one, other),
        "one": one,
        "other": other,
        "verdict": str(said.verdict),
        "reason": said.reason,
    }
    body |= {"evidence": list(said.evidence)} if said.evidence else {}
    return Draft("judgement", body | ({"score": said.score} if said.score else {}), "the judgement")


def must_agree(new: Sequence[Live], gone: Collection[str] = ()) -> None:
    """Raise ContradictionError if these judgements, with what stands but those that are gone, cannot all be so."""
    with reading():
        chain = against(new, gone)
    if chain:
        ways = " = ".join(one[:8] for one in chain)
        raise ContradictionError(
            f"it cannot be so: {ways} would be one person, and {chain[0][:8]} and {chain[-1][:8]} would be two; "
            "take back one of these judgements first (`habeas judge --retract ID`); nothing was changed",
            chain,
        )


def against(new: Sequence[Live], gone: Collection[str] = ()) -> tuple[str, ...] | None:
    """The chain of those whom the judgements would join and a "different" parts; None where there is none.

    A pair that stands as the opposite of what is new is such a chain: only an undecided pair can be decided otherwise.
    """
    ends = {one for live in new for one in live.ends}
    together = [*(live for live in around(ends, log.head().seq) if live.id not in gone), *new]
    return contradiction(pairs(together, Sameness.same), pairs(together, Sameness.different))


def whole_judgement(text: str) -> str:
    """The id of the judgement that begins with `text`, of which eight digits are enough; `text` where there is none."""
    rows = models.Judgement.objects.filter(about__isnull=True, id__startswith=text)
    found = sorted(set(rows.values_list("id", flat=True))) if len(text) >= 8 else []
    if len(found) > 1:
        raise CommandError(f"several judgements begin with {text}: write more digits of the one that is meant")
    return found[0] if found else text


def _words(judgement: str) -> list[tuple[int, JsonBody]]:
    """Every entry of a judgement of records, and what it says; erased ones are gone."""
    rows = models.Judgement.objects.filter(id=judgement, about__isnull=True).order_by("entry")
    seqs = list(rows.values_list("entry", flat=True))
    payloads = models.Payload.objects.filter(seq__in=seqs, body__isnull=False).order_by("seq")
    return [(seq, json.loads(str(body))) for seq, body in payloads.values_list("seq", "body")]


def _kind(one: str) -> str:
    """Whether a record or an agent stands under an id; CommandError where neither does, or the agent is no person."""
    if standing(models.Record, None).filter(id=one).exists():
        return "record"
    agent = standing(models.Agent, None).filter(id=one).order_by("-entry").values_list("entry", flat=True).first()
    found = log.entry(agent) if agent is not None else None
    if found is None or found.body is None:
        raise CommandError(f"{one} is no record and no agent of this register: nothing was changed")
    if json.loads(found.body)["sort"] != AgentSort.person:
        raise CommandError(f"{one} is an agent that is no person: nothing was changed")
    return "agent"


def _must_be_here(draft: Draft) -> None:
    """Raise CommandError for evidence that is not on record."""
    evidence: Collection[str] = list(draft.body.get("evidence", ()))
    known: set[str] = set()
    for some in batched(sorted(evidence)):
        known.update(models.Claim.objects.filter(id__in=some).values_list("id", flat=True))
    for one in evidence:
        if one not in known:
            raise CommandError(f"the evidence {one} is not a claim of this register: nothing was changed")
