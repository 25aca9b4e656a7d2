"""Reading persons: the records and agents that visible claims name, how they are named, and which claims have them.

A record or an agent is there if a visible claim names it, and not otherwise, whoever looks. Below the staff a record
has the name that such a claim writes. Whether several of them are one person is judged, and told elsewhere.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, Value
from django.db.models.functions import Coalesce

from habeas.claims.vocabulary import AgentSort

from . import models, read
from .query import Query, Rows, asked, standing, together
from .read import View
from .rows import batched
from .worded import worded

RECORD, AGENT, NAME = "record", "agent", "name"
NOT_NAMED = "not named"
_PERSON = f'"sort":"{AgentSort.person}"'  # in the canonical text of a body a quote in a value is escaped


@dataclass(frozen=True, slots=True)
class Somebody:
    """A record or an agent (`kind`) that a visible claim names; `entry` is the one that said it first."""

    id: str
    kind: str
    name: str
    document: str | None
    entry: int


@dataclass(frozen=True, slots=True)
class Written:
    """A name that `claims` visible claims write of somebody: for who takes part, or in an attribute (`of`)."""

    id: str
    name: str
    of: str
    claims: int


@dataclass(frozen=True, slots=True)
class Mentions:
    """By id, the entries of the visible claims about somebody and of those that they say; who has an act."""

    about: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    said: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    acts: set[str] = field(default_factory=set)


def somebodies(ids: Iterable[str], seen: View) -> dict[str, Somebody]:
    """Those of the ids that are a record, or an agent of sort person, which a visible claim names."""
    found: dict[str, Somebody] = {}
    for some in batched(sorted(set(ids))):
        read_in: dict[str, str] = dict(_records(seen, some))
        names = read.people(seen, read_in) if read_in else {}
        agents: dict[str, str] = dict(_agents(seen, some))
        first = _first_entries([*read_in, *agents])
        for one, document in read_in.items():
            found[one] = Somebody(one, RECORD, names.get(one, NOT_NAMED), document, first[one])
        found.update({one: Somebody(one, AGENT, name, None, first[one]) for one, name in agents.items()})
    return found


@worded
def _records(seen: View, ids: Collection[str]) -> Rows:
    rows = standing(models.Record, seen.at.seq).filter(named(seen, RECORD), id__in=ids)
    return rows.values_list("id", "document")


@worded
def _agents(seen: View, ids: Collection[str]) -> Rows:
    return person_agents(seen).filter(id__in=ids).values_list("id", "name")


def beginning(digits: str, seen: View) -> list[str]:
    """The ids that begin with these digits, of the records and person agents whom a visible claim names."""
    records = standing(models.Record, seen.at.seq).filter(named(seen, RECORD))
    found = [rows.filter(id__startswith=digits).values_list("id", flat=True) for rows in (records, person_agents(seen))]
    return sorted({one for some in found for one in some})


def named(seen: View, kind: str) -> Q:
    """The condition on rows of records or of agents that a visible claim has them in it."""
    parts: dict[str, tuple[Any, ...]] = {
        RECORD: (models.Participant, models.Act, models.Attribute),
        AGENT: (models.Participant, models.Attribution, models.Attribute),
    }
    condition = Q()
    for part in parts[kind]:
        condition |= Q(Exists(part.objects.filter(in_visible(seen), **{kind: OuterRef("id")})))
    return condition


def person_agents(seen: View) -> Rows:
    """The agents who are persons and whom a visible claim names."""
    person = Exists(models.Payload.objects.filter(seq=OuterRef("entry"), body__contains=_PERSON))
    return standing(models.Agent, seen.at.seq).filter(person).filter(named(seen, AGENT))


def visible(seen: View, known_on: str | None = None) -> Rows:
    """The claims that may be seen, and were known on a day if one is named."""
    return asked(Query(known_on=known_on), seen)


def in_visible(seen: View, known_on: str | None = None) -> Exists:
    """The condition on rows of a part of a claim that the claim may be seen, and was known on a day if one is named."""
    return Exists(visible(seen, known_on).filter(entry=OuterRef("entry")))


def written(ids: Collection[str], seen: View, known_on: str | None = None) -> list[Written]:
    """Every name that claims which were known write of these somebodies, with how many claims do."""
    counted = _written(seen, known_on, ids)
    found = [Written(one, name, of, claims) for of, one, name, claims in counted]
    return sorted(found, key=lambda one: (one.id, one.of, -one.claims, one.name))


@worded
def _written(seen: View, known_on: str | None, ids: Collection[str]) -> Rows:
    def counted(table: Any, of: str, kind: str, called: str) -> Rows:
        rows: Rows = table.objects.filter(in_visible(seen, known_on), **{f"{kind}__in": ids})
        rows = rows.filter(property=NAME) if table is models.Attribute else rows
        some: Rows = rows.values_list(Value(of), kind, called).order_by().annotate(claims=Count("entry", distinct=True))
        return some

    return together(
        counted(table, of, kind, called)
        for table, of, called in ((models.Participant, "participant", "name"), (models.Attribute, "attribute", "value"))
        for kind in (RECORD, AGENT)
    )


def mentions(ids: Collection[str], seen: View, known_on: str | None = None) -> Mentions:
    """Which claims that were known are about these somebodies, and which they say."""
    found = Mentions()
    for where, one, entry in _mentions(seen, known_on, ids):
        (found.said if where == "attribution" else found.about)[one].add(entry)
        if where == "act":
            found.acts.add(one)
    return found


@worded
def _mentions(seen: View, known_on: str | None, ids: Collection[str]) -> Rows:
    tables: tuple[tuple[Any, str, str], ...] = (
        (models.Participant, "participant", RECORD),
        (models.Participant, "participant", AGENT),
        (models.Act, "act", RECORD),
        (models.Attribute, "attribute", RECORD),
        (models.Attribute, "attribute", AGENT),
        (models.Attribution, "attribution", AGENT),
    )
    return together(
        table.objects.filter(in_visible(seen, known_on), **{f"{kind}__in": ids}).values_list(Value(of), kind, "entry")
        for table, of, kind in tables
    )


def about(ids: Collection[str], seen: View, known_on: str | None = None) -> Rows:
    """The visible claims in which one of these somebodies takes part or of whom they speak, in the order of when."""
    parts = models.Participant.objects.filter(Q(record__in=ids) | Q(agent__in=ids)).values("entry")
    acts = models.Act.objects.filter(record__in=ids).values("entry")
    attributes = models.Attribute.objects.filter(Q(record__in=ids) | Q(agent__in=ids)).values("entry")
    where = Q(entry__in=parts) | Q(entry__in=acts) | Q(entry__in=attributes)
    return _in_order(asked(Query(known_on=known_on), seen).filter(where))


def said(ids: Collection[str], seen: View, known_on: str | None = None) -> Rows:
    """The visible claims in whose chain of speakers one of these somebodies stands, those known last first."""
    speaking = models.Attribution.objects.filter(agent__in=ids).values("entry")
    rows = asked(Query(known_on=known_on), seen).filter(entry__in=speaking)
    return rows.order_by("-known", F("latest").desc(nulls_last=True), "entry")


def claims_about(ids: Collection[str], seen: View, known_on: str | None = None) -> list[read.Standing]:
    """Those of `about`, without their bodies: see `read.with_bodies`."""
    return _claims_about(seen, known_on, tuple(ids))


def claims_said(ids: Collection[str], seen: View, known_on: str | None = None) -> list[read.Standing]:
    """Those of `said`, without their bodies."""
    return _claims_said(seen, known_on, tuple(ids))


def attributes(ids: Collection[str], seen: View, known_on: str | None = None) -> list[read.Standing]:
    """The visible claims that say what one of these somebodies is or is called, without their bodies."""
    return _attributes(seen, known_on, tuple(ids))


@worded
def _claims_about(seen: View, known_on: str | None, ids: Collection[str]) -> Rows:
    return about(ids, seen, known_on).values_list(*read.STANDING)


@worded
def _claims_said(seen: View, known_on: str | None, ids: Collection[str]) -> Rows:
    return said(ids, seen, known_on).values_list(*read.STANDING)


@worded
def _attributes(seen: View, known_on: str | None, ids: Collection[str]) -> Rows:
    told = models.Attribute.objects.filter(Q(record__in=ids) | Q(agent__in=ids)).values("entry")
    rows = asked(Query(known_on=known_on), seen).filter(entry__in=told).order_by("entry")
    return rows.values_list(*read.STANDING)


def bodies(ids: Collection[str], seen: View) -> dict[str, dict[str, Any]]:
    """The bodies of records and of agents by id, as they stand at the view; the caller asks `somebodies` first."""
    return {body["id"]: body for body in read.as_bodies(_said_of(seen, ids)).values()}


@worded
def _said_of(seen: View, ids: Collection[str]) -> Rows:
    some = (standing(model, seen.at.seq).filter(id__in=ids) for model in (models.Record, models.Agent))
    return together(read.payloads_of(rows) for rows in some)


def _in_order(rows: Rows) -> Rows:
    day = Coalesce(F("earliest"), F("latest"))
    return rows.order_by(day.asc(nulls_last=True), F("latest").asc(nulls_last=True), "entry")


def _first_entries(ids: Collection[str]) -> dict[str, int]:
    """The entry that said each of these records and agents first, corrections of it apart."""
    found: dict[str, int] = {}
    for one, entry in _ever_entered(ids):
        found[one] = min(entry, found.get(one, entry))
    return found


@worded
def _ever_entered(ids: Collection[str]) -> Rows:
    some = (model.objects.filter(id__in=ids) for model in (models.Record, models.Agent))
    return together(rows.values_list("id", "entry") for rows in some)
