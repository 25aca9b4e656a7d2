"""Who is or may be under age, as a list's newest edition has it: what is told of them is for the staff at most.

A record says so itself, or one that is judged to be of the same person does. The claims of such a record, and the words
of a document in which it was read, are opened to nobody beyond the staff.
"""

from collections.abc import Collection, Iterable, Sequence

from habeas.claims.canonical import Body
from habeas.claims.vocabulary import DEFAULT_ACCESS, Sameness
from habeas.linkage.clusters import clusters

from . import models
from .living import Live, around, members, pairs
from .query import standing
from .rows import batched

_SAID = '"minor":"yes"'  # as a body has it; within a text its quotes would be escaped


def claims_among(claims: Sequence[str]) -> set[str]:
    """Those of the claims that now stand on the record of somebody under age, or name it."""
    of_record: dict[str, set[str]] = {}
    for some in batched(claims):
        rows = standing(models.Claim, None).filter(id__in=some).values_list("id", "entry", "record")
        entries = {entry: one for one, entry, _ in rows}
        for one, _, record in rows:
            of_record.setdefault(record or "", set()).add(one)
        for part in (models.Participant, models.Act):
            for entry, record in part.objects.filter(entry__in=list(entries)).values_list("entry", "record"):
                of_record.setdefault(record or "", set()).add(entries[entry])
    found = records_among([one for one in of_record if one])
    return {claim for record in found for claim in of_record[record]}


def told_of(bodies: Sequence[Body]) -> set[str]:
    """The ids of those of the claims, on their way into the log, that name somebody under age who is on record."""
    named: dict[str, set[str]] = {}
    for body in bodies:
        parts = [
            body,
            *body.get("participants", ()),
            *(body.get(one, {}) for one in ("act", "attribute", "recognition")),
        ]
        for record in {part["record"] for part in parts if "record" in part}:
            named.setdefault(record, set()).add(str(body["id"]))
    return {claim for record in records_among(sorted(named)) for claim in named[record]}


def records_among(records: Collection[str], new: Sequence[Live] = ()) -> set[str]:
    """Those of the records that are of somebody under age: they say so, or one says so who is judged the same.

    `new` are judgements on their way into the log.
    """
    live = [*around(records, None), *new]
    live = [*around(members(records, live), None), *new] if new else live
    whom = members(records, live)
    said: set[str] = set()
    for some in batched(sorted(whom)):
        said |= _saying(standing(models.Record, None).filter(id__in=some).values_list("entry", "id"))
    found = clusters(pairs(live, Sameness.same), {})
    people = {found.person(one) for one in said}
    return {one for one in records if found.person(one) in people}


def closed_by(new: Sequence[Live]) -> tuple[list[str], list[str]]:
    """What stands open beyond the staff of those whom new judgements make one person with somebody under age."""
    ends = {end for one in new if one.verdict == Sameness.same for end in one.ends}
    return open_of(records_among(ends, new)) if ends else ([], [])


def documents_among(documents: Sequence[str]) -> set[str]:
    """Those of the documents in which such a record was read, an older edition of a list among them."""
    return {
        one
        for one in documents
        if records_among(list(models.Record.objects.filter(document=one).values_list("id", flat=True).distinct()))
    }


def open_of(records: Collection[str]) -> tuple[list[str], list[str]]:
    """What stands open beyond the staff of these records, and of those that are judged to be one person with them.

    Claims on them or that name them, and documents in which they were read.
    """
    claims, documents = set[str](), set[str]()
    for some in batched(sorted(members(records, around(records, None)))):
        rows = standing(models.Claim, None)
        claims.update(rows.filter(record__in=some).values_list("id", flat=True))
        for part in (models.Participant, models.Act):
            named = part.objects.filter(record__in=some).values("entry")
            claims.update(rows.filter(entry__in=named).values_list("id", flat=True))
        documents.update(models.Record.objects.filter(id__in=some).values_list("document", flat=True))
    return _open(claims), _open(documents)


def _open(targets: Iterable[str]) -> list[str]:
    found: list[str] = []
    for some in batched(sorted(targets)):
        rows = standing(models.Access, None).filter(target__in=some, level__lt=DEFAULT_ACCESS)
        found += rows.values_list("target", flat=True)
    return found


def _saying(rows: Iterable[tuple[int, str]]) -> set[str]:
    by_entry = dict(rows)
    found: set[str] = set()
    for some in batched(list(by_entry)):
        said = models.Payload.objects.filter(seq__in=some, body__contains=_SAID).values_list("seq", flat=True)
        found.update(by_entry[seq] for seq in said)
    return found
