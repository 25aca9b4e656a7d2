"""Reading what a count rests on: every visible act, recognition and attribute, of every known day, with who says it.

Nothing is chosen here: denials, rumours and what was not known yet are given out, and the lens and the day decide
later. A row is there if its claim may be seen at the view and now. Links and judgements have no known day: at a view
they hold for every one. One query a table, whatever the number of claims; what was read before can be read again of a
few claims alone.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Exists, Min, OuterRef, Q

from habeas.claims.vocabulary import LinkKind, Sameness
from habeas.claims.when import MOVES_A_SPELL, Meaning
from habeas.tally.lens import Told

from . import models, read
from .query import Rows, View, seen_by, standing, visible_links
from .rows import batched
from .tellers import Tellers

CLAIMS = "claims"  # what a judgement is about, where it is not about persons
Pair = tuple[str, str]
Judgement = tuple[str, str, str]  # one claim, the other, the verdict
Entries = Sequence[int] | None  # None: all of them


@dataclass(frozen=True, slots=True)
class ActRow:
    """A claim of one act, of a record or of a group. Days are YYYY-MM-DD; `name` is as the claim writes it.

    `row` is the record of a list, where the claim is of its row. `seq` is the entry that says it, `order` the entry
    that said it first: a correction does not move an act behind the others of its day. It is known from `known` until
    `known_to` (None: still), which `basis` explains.
    """

    claim: str
    seq: int
    order: int
    known: str
    known_to: str | None
    basis: str
    told: Told
    earliest: str | None
    latest: str | None
    meaning: str
    name: str | None
    record: str | None
    group: str | None
    kind: str
    state: str | None
    country: str | None
    row: str | None


@dataclass(frozen=True, slots=True)
class RecognitionRow:
    """A claim that bodies recognise a record as a political prisoner, or (`withdrawn`) do so no longer."""

    claim: str
    seq: int
    order: int
    known: str
    known_to: str | None
    basis: str
    told: Told
    earliest: str | None
    latest: str | None
    meaning: str
    name: str | None
    record: str
    bodies: tuple[str, ...]
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class AttributeRow:
    """A claim that a record or an agent has a `property` of some `value`."""

    claim: str
    seq: int
    order: int
    known: str
    known_to: str | None
    basis: str
    told: Told
    record: str | None
    agent: str | None
    property: str
    value: str


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A claim that a record is a member of a group."""

    claim: str
    seq: int
    order: int
    known: str
    known_to: str | None
    basis: str
    told: Told
    record: str
    group: str


@dataclass(frozen=True, slots=True)
class GroupRow:
    """People counted and not named: how many at least and at most, each None where it is not said."""

    id: str
    name: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Counting:
    """What a count reads. `acts` are those that move a spell; `groups` those that an act or a member names.

    `memberships` are the claims that put a record into a group. `same` and `different` are pairs of claims judged to
    report one act, or two; of `contradicts` this reader may see both ends.
    """

    acts: tuple[ActRow, ...]
    recognitions: tuple[RecognitionRow, ...]
    attributes: tuple[AttributeRow, ...]
    memberships: tuple[MemberRow, ...]
    groups: Mapping[str, GroupRow]
    same: frozenset[Pair]
    different: frozenset[Pair]
    contradicts: frozenset[Pair]


@dataclass(frozen=True, slots=True)
class Said:
    """What every row has of its claim, and what only some have."""

    every: tuple[str, int, int, str, str | None, str, Told]  # claim, seq, order, known, known_to, basis, told
    when: tuple[str | None, str | None, str]  # earliest, latest, meaning
    row: str | None  # the record of a list whose row it is


def counting(seen: View) -> Counting:
    """Everything that a count at the view reads, in the order in which it was entered."""
    with read.snapshot():
        return _counting(seen, None, _pairs_of_acts(seen, None))


def counting_of(seen: View, claims: frozenset[str]) -> Counting:
    """The same of these claims alone: their rows, the pairs of which one is among them, the groups that they name."""
    with read.snapshot():
        judged = _pairs_of_acts(seen, claims)
        both = {claim for one, other, _ in judged for claim in (one, other)}
        wider = _counting(seen, {*claims, *both}, judged)
        return replace(
            wider,
            acts=tuple(one for one in wider.acts if one.claim in claims),
            recognitions=tuple(one for one in wider.recognitions if one.claim in claims),
            attributes=tuple(one for one in wider.attributes if one.claim in claims),
            memberships=tuple(one for one in wider.memberships if one.claim in claims),
            contradicts=frozenset(pair for pair in wider.contradicts if not claims.isdisjoint(pair)),
        )


def _counting(seen: View, claims: Collection[str] | None, judged: Sequence[Judgement]) -> Counting:
    said = said_by_entry(seen, _counted(), claims)
    some = None if claims is None else list(said)
    acts, members = _acts(said, some), _members(said, some)
    counted = {one.claim for one in acts}
    pairs: dict[str, set[Pair]] = defaultdict(set)
    for one, other, verdict in judged:
        if one in counted and other in counted:
            pairs[verdict].add((one, other))
    return Counting(
        acts=acts,
        recognitions=_recognitions(said, some),
        attributes=_attributes(said, some),
        memberships=members,
        groups=groups(seen, {one.group for one in acts if one.group} | {one.group for one in members}),
        same=frozenset(pairs[Sameness.same]),
        different=frozenset(pairs[Sameness.different]),
        contradicts=contradicting(seen, claims),
    )


def places(seqs: Collection[int]) -> dict[int, str]:
    """Where the acts of these entries were done, by entry; of whom it is not said are left out."""
    found: dict[int, str] = {}
    for some in batched(sorted(set(seqs))):
        rows = models.Act.objects.filter(entry__in=some, place__isnull=False)
        found.update((entry, str(place)) for entry, place in rows.values_list("entry", "place"))
    return found


def _counted() -> Q:
    """The claims that have a part that a count reads."""
    joined = models.Participant.objects.filter(record__isnull=False, group__isnull=False)
    parts = Q()
    for rows in (models.Act.objects.all(), models.Recognition.objects.all(), models.Attribute.objects.all(), joined):
        parts |= Q(Exists(rows.filter(entry=OuterRef("entry"))))
    return parts


def said_by_entry(seen: View, parts: Q, claims: Collection[str] | None = None) -> dict[int, Said]:
    """By entry, what each visible claim with such parts says of its day and its speakers; of all, or of these alone."""
    wanted = Q() if claims is None else Q(id__in=claims)
    visible = seen_by(standing(models.Claim, seen.at.seq), seen).filter(wanted & parts).order_by("entry")
    columns = ("entry", "id", "known", "known_to", "basis", "earliest", "latest", "meaning", "record")
    tellers = Tellers(seen, claims)
    corrected = models.Claim.objects.filter(wanted, to_seq__isnull=False).values_list("id")
    first = dict(corrected.annotate(first=Min("entry")).order_by())
    return {
        entry: Said(
            (claim, entry, first.get(claim, entry), known, known_to, basis, tellers.told(entry, claim, *how)),
            (earliest, latest, meaning or Meaning.happened.value),
            row,
        )
        for entry, claim, known, known_to, basis, earliest, latest, meaning, row, *how in visible.values_list(
            *columns, "document", "modality", "polarity"
        )
    }


def _acts(said: Mapping[int, Said], some: Entries) -> tuple[ActRow, ...]:
    columns = ("entry", "name", "record", "group", "kind", "state", "country")
    return tuple(
        ActRow(*one.every, *one.when, name, record, group, kind, state, country, one.row)
        for entry, name, record, group, kind, state, country in _of(models.Act, some).values_list(*columns)
        if (one := said.get(entry)) and Meaning(one.when[2]) in MOVES_A_SPELL
    )


def _recognitions(said: Mapping[int, Said], some: Entries) -> tuple[RecognitionRow, ...]:
    rows = _of(models.Recognition, some)
    bodies: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for *whom, body in rows.values_list("entry", "name", "record", "withdrawn", "body"):
        bodies[tuple(whom)].append(body)
    return tuple(
        RecognitionRow(*one.every, *one.when, name, record, tuple(by), withdrawn == "yes")
        for (entry, name, record, withdrawn), by in bodies.items()
        if (one := said.get(entry))
    )


def _attributes(said: Mapping[int, Said], some: Entries) -> tuple[AttributeRow, ...]:
    rows = _of(models.Attribute, some).values_list("entry", "record", "agent", "property", "value")
    return tuple(
        AttributeRow(*one.every, record, agent, name, value)
        for entry, record, agent, name, value in rows
        if (one := said.get(entry))
    )


def _members(said: Mapping[int, Said], some: Entries) -> tuple[MemberRow, ...]:
    rows = _of(models.Participant, some).filter(record__isnull=False, group__isnull=False)
    return tuple(
        MemberRow(*one.every, str(record), str(group))
        for entry, record, group in rows.values_list("entry", "record", "group")
        if (one := said.get(entry))
    )


def _of(part: Any, some: Entries) -> Rows:
    """The rows of a part, or those of some entries, in the order in which they were entered."""
    rows: Rows = part.objects.order_by("entry", "position")
    return rows if some is None else rows.filter(entry__in=some)


def groups(seen: View, ids: Collection[str]) -> dict[str, GroupRow]:
    """Those of the groups that stand at the view."""
    if not ids:
        return {}
    bodies = read.bodies_of(standing(models.Group, seen.at.seq)).values()
    return {
        body["id"]: GroupRow(body["id"], body["name"], body.get("low"), body.get("high"))
        for body in bodies
        if body["id"] in ids
    }


def _pairs_of_acts(seen: View, claims: Collection[str] | None) -> list[Judgement]:
    """What was judged of two claims (of which one is among these): the pair and the verdict."""
    rows = standing(models.Judgement, seen.at.seq).filter(about=CLAIMS)
    if claims is not None:
        rows = rows.filter(Q(one__in=claims) | Q(other__in=claims))
    return list(rows.values_list("one", "other", "verdict"))


def contradicting(seen: View, claims: Collection[str] | None = None) -> frozenset[Pair]:
    """The pairs of claims that contradict each other, of which this reader may see both; or with one of these."""
    rows = visible_links(seen).filter(kind=LinkKind.contradicts)
    if claims is not None:
        rows = rows.filter(Q(claim__in=claims) | Q(other__in=claims))
    return frozenset(rows.values_list("claim", "other"))
