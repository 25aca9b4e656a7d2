"""Forgetting: the one way by which something leaves the record, and how it leaves every file of it.

An `erase` entry names entries, ids, ground and authority, never what is erased. Then their payloads become null, their
projected rows go, the ids stay as tombstones, and the freed bytes are overwritten. The chain stays whole.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q

from habeas.claims.bodies import LATER, VERSIONED
from habeas.claims.canonical import Body
from habeas.claims.vocabulary import DEFAULT_ACCESS, Access

from . import log, models
from .chain import Head
from .folder import UNFINISHED
from .log import SYSTEM, Hand
from .naming import (
    bodies_of,
    documents_naming,
    entries_of_documents,
    judged_naming,
    mentioning,
    still_naming,
    texts_of,
    versions_of,
)
from .people import NAME
from .purge import archive, finish
from .refusals import CommandError
from .rows import batched, insert
from .session import reading, writing
from .write import append_now, note_head, register_folder

BARE = ("import", "actor", "access", *LATER, *VERSIONED)  # kinds of entry that are erased by their number


@dataclass(frozen=True, slots=True)
class Named:
    """What the keeper named to erase; `entries` are log entries of the kinds in BARE that say a name themselves."""

    claims: Sequence[str] = ()
    records: Sequence[str] = ()
    documents: Sequence[str] = ()
    agents: Sequence[str] = ()
    groups: Sequence[str] = ()
    entries: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Erasure:
    """What was erased: entries, and ids by kind.

    `named_elsewhere` is what stays although it has a name, an agent or a group that was erased, as `still_naming` has
    it: the keeper's to look at. `remains` says in words where bytes may still lie, if anywhere.
    """

    head: Head
    entries: int
    claims: list[str]
    records: list[str]
    documents: list[str]
    named_elsewhere: dict[str, list[str]]
    remains: str


def check(ground: str, authority: str, **named: Any) -> None:
    """Raise CommandError for what `erase` would refuse; nothing is written."""
    with reading():
        _must_be_here(Named(**named), ground, authority)


def erase(by: str, ground: str, authority: str, *, hand: Hand = SYSTEM, **ids: Any) -> Erasure:
    """Erase what is named, as in `Named`: records with every claim that names them, documents with their words.

    A held document in which an erased record was read, or whose text has a name that is erased, is dropped from the
    archive too; the other claims read in it stay, "not held here". An agent or a group goes alone. What was judged
    goes where its note or reason has the name, a rule or a lens where any of its words has it; else it stays, without
    target. What else still has a name is told.
    Raises CommandError, and erases nothing, for what this register does not have.
    """
    named = Named(**ids)
    marker = register_folder() / UNFINISHED
    marked = marker.exists()
    try:
        with writing() as database:
            _must_be_here(named, ground, authority)
            mentions = mentioning(named.records)
            every_claim = sorted({*named.claims, *_claims_of_records(named.records, mentions)})
            names = _names(named, every_claim)
            found = {*_read_in(named, every_claim, mentions), *documents_naming(names)}
            dropped = _texts_and_bytes({*named.documents, *found})
            agents = _names_in(models.Agent, named.agents)
            said_of = names | agents | _names_in(models.Group, named.groups)
            judged = judged_naming(names | agents) | versions_of(named.entries)
            seqs = sorted({*_entries(named, every_claim), *entries_of_documents(found, names), *judged})
            body = _body(seqs, ground, authority, named, every_claim, dropped)
            marker.write_text("run `habeas erase --finish`\n", encoding="utf-8")
            head = append_now(database, by, [*_levels_that_stay(named.entries, authority), ("erase", body)], hand)
            insert(database, models.Erased, [(seq, head.seq) for seq in seqs])
            _forget(database, seqs)
    except BaseException:
        if not marked:
            marker.unlink(missing_ok=True)
        raise
    note_head(head)
    remains = finish()
    left = still_naming(said_of, {*named.agents, *named.groups})
    return Erasure(head, len(seqs), every_claim, sorted(named.records), dropped, left, remains)


def _must_be_here(named: Named, ground: str, authority: str) -> None:
    if not ground.strip() or not authority.strip():
        raise CommandError("an erasure needs a ground and an authority: nothing was erased")
    if not any((named.claims, named.records, named.documents, named.agents, named.groups, named.entries)):
        raise CommandError("nothing was named to erase")
    for kind, model, ids in _by_model(named, named.claims):
        for one in ids:
            if not model.objects.filter(id=one).exists():
                raise CommandError(f"{one} is not a {kind} of this register: nothing was erased")
    for seq in named.entries:
        entry = log.entry(seq)
        if entry is None or entry.kind not in BARE:
            raise CommandError(f"{seq} is not an entry of the kinds {', '.join(BARE)}: nothing was erased")
        if entry.body is None:
            raise CommandError(f"entry {seq} was erased already: nothing was erased")


def _by_model(named: Named, claims: Sequence[str]) -> list[tuple[str, Any, Sequence[str]]]:
    return [
        ("claim", models.Claim, claims),
        ("record", models.Record, named.records),
        ("document", models.Document, named.documents),
        ("agent", models.Agent, named.agents),
        ("group", models.Group, named.groups),
    ]


def _claims_of_records(records: Sequence[str], mentions: Sequence[int]) -> set[str]:
    found: set[str] = set()
    for some in batched(records):
        seqs = models.Participant.objects.filter(record__in=some).values("entry")
        acted = models.Act.objects.filter(record__in=some).values("entry")
        rows = models.Claim.objects.filter(Q(record__in=some) | Q(entry__in=seqs) | Q(entry__in=acted))
        found.update(rows.values_list("id", flat=True))
    for part in batched(mentions):  # an attribute, a recognition, a speaker: only the body has them
        found.update(models.Claim.objects.filter(entry__in=part).values_list("id", flat=True))
    return found


def _entries(named: Named, claims: Sequence[str]) -> set[int]:
    seqs: set[int] = set()
    for _, model, ids in _by_model(named, claims):
        for some in batched(ids):
            seqs.update(model.objects.filter(id__in=some).values_list("entry", flat=True))
    return seqs


def _names(named: Named, claims: Sequence[str]) -> set[str]:
    """The names of the somebodies whom the keeper named, or who are in the claims that the keeper named.

    As they were entered, as they are written, and the other names that a claim gives them; in a claim that goes, a
    name that is given to no record and no agent is theirs too.
    """
    names: set[str] = set()
    given = models.Attribute.objects.filter(property=NAME)
    for some in batched(named.records):
        names.update(models.Record.objects.filter(id__in=some).values_list("name", flat=True))
        names.update(models.Participant.objects.filter(record__in=some).values_list("name", flat=True))
        names.update(given.filter(record__in=some).values_list("value", flat=True))
    for some in batched(claims):
        seqs = models.Claim.objects.filter(id__in=some).values("entry")
        nobodys = given.filter(entry__in=seqs, record__isnull=True, agent__isnull=True)
        names.update(nobodys.values_list("value", flat=True))
    for some in batched(named.claims):
        seqs = models.Claim.objects.filter(id__in=some).values("entry")
        people = models.Participant.objects.filter(entry__in=seqs, record__isnull=False)
        names.update(people.values_list("name", flat=True))
        names.update(given.filter(entry__in=seqs, record__isnull=False).values_list("value", flat=True))
    return names


def _names_in(model: Any, ids: Sequence[str]) -> set[str]:
    """Every name that these agents or groups were ever entered with."""
    bodies = [
        json.loads(body) for body in bodies_of(list(model.objects.filter(id__in=ids).values_list("entry", flat=True)))
    ]
    return {one["name"] for body in bodies for one in (body, *body.get("names", ()))}


def _read_in(named: Named, claims: Sequence[str], mentions: Sequence[int]) -> set[str]:
    """The held documents in which a record or a claim on it was read, or whose edition of a list has it."""
    found: set[str] = set()
    for some in batched(named.records):
        found.update(models.Record.objects.filter(id__in=some).values_list("document", flat=True))
    for part in batched(mentions):
        found.update(models.ListVersion.objects.filter(entry__in=part).values_list("document", flat=True))
    for some in batched(sorted(set(claims) - set(named.claims))):
        found.update(models.Claim.objects.filter(id__in=some).values_list("document", flat=True))
    held = archive()
    return {one for one in found if held.holds(one) or any(held.holds_text(text) for text in texts_of(one))}


def _levels_that_stay(seqs: Sequence[int], authority: str) -> list[tuple[str, Body]]:
    """Access that an erased entry gives and that still holds is given anew: what is sealed stays sealed."""
    lines: list[tuple[str, Body]] = []
    for seq in seqs:
        standing = set(models.Access.objects.filter(entry=seq, to_seq__isnull=True).values_list("target", flat=True))
        for body in map(json.loads, bodies_of([seq]) if standing else ()):
            some = {kind: [one for one in body.get(kind, ()) if one in standing] for kind in ("claims", "documents")}
            targets = {kind: ids for kind, ids in some.items() if ids}
            lines.append(("access", {"level": body["level"], "vouched_by": authority, **targets}))
    return lines


def _texts_and_bytes(documents: Iterable[str]) -> list[str]:
    """The ids of documents and the fingerprints of their texts: both become tombstones, so neither is kept again."""
    found = set(documents)
    for some in batched(sorted(found)):
        rows = models.Document.objects.filter(id__in=some, text_sha256__isnull=False)
        found.update(digest for digest in rows.values_list("text_sha256", flat=True) if digest)
    return sorted(found)


def _body(seqs: list[int], ground: str, authority: str, named: Named, claims: list[str], documents: list[str]) -> Body:
    body: Body = {"entries": seqs, "ground": ground, "authority": authority}
    ids: Body = {"claims": claims, "records": sorted(named.records), "documents": documents}
    ids |= {"agents": sorted(named.agents), "groups": sorted(named.groups)}
    return body | {kind: some for kind, some in ids.items() if some}


def _forget(database: BaseDatabaseWrapper, seqs: Sequence[int]) -> None:
    with database.cursor() as cursor:
        for some in batched(seqs):
            marks = ", ".join(["%s"] * len(some))
            cursor.execute(f"UPDATE payload SET salt = NULL, body = NULL WHERE seq IN ({marks})", list(some))


def erased_since(seq: int, ceiling: Access) -> int:
    """How many claims that could be seen at entry `seq` were erased after it: a figure cited as of it says so."""
    later = models.Tombstone.objects.filter(by_seq__gt=seq).values_list("by_seq", flat=True).distinct()
    bodies = models.Payload.objects.filter(seq__in=list(later), body__isnull=False).values_list("body", flat=True)
    claims = [claim for body in bodies if body for claim in json.loads(body).get("claims", ())]
    levels: dict[str, int] = {}
    for some in batched(claims):
        rows = models.Access.objects.filter(target__in=some, from_seq__lte=seq).order_by("from_seq")
        levels.update(rows.values_list("target", "level"))
    return sum(levels.get(claim, DEFAULT_ACCESS) <= ceiling for claim in claims)
