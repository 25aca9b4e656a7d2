"""Reading persons: the records and agents that visible claims name, how they are named, and which claims have them.

A record or an agent is there if a visible claim names it, and not otherwise, whoever looks. Below the staff a record
has the name that such a claim writes. Whether several of them are one person is judged, and told elsewhere.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, StrIndex

from habeas.claims.vocabulary import AgentSort

from . import models, read
from .query import Query, Rows, asked, standing, together
from .read import View
from .worded import worded

RECORD, AGENT, NAME = "record", "agent", "name"
ABOUT, SAID, ATTRIBUTE = "about", "said", "attribute"
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


@dataclass(frozen=True, slots=True)
class ClaimsOf:
    """The visible claims about somebodies, those that they say, and those that say what one is or is called.

    Without their bodies: see `read.each_with_bodies`.
    """

    about: list[read.Standing]
    said: list[read.Standing]
    attributes: list[read.Standing]


def somebodies(ids: Iterable[str], seen: View) -> dict[str, Somebody]:
    """Those of the ids that are a record, or an agent of sort person, which a visible claim names."""
    rows = _somebodies(seen, set(ids))
    read_in = [one for kind, one, _, _ in rows if kind == RECORD]
    names = read.people(seen, read_in) if read_in else {}
    return {
        one: Somebody(one, RECORD, names.get(one, NOT_NAMED), said, entry)
        if kind == RECORD
        else Somebody(one, AGENT, said, None, entry)
        for kind, one, said, entry in rows
    }


@worded
def _somebodies(seen: View, ids: Collection[str]) -> Rows:
    """Of a record its document, of an agent the name; and the entry that said it first, corrections of it apart."""
    records = standing(models.Record, seen.at.seq).filter(named(seen, RECORD))
    kinds = ((RECORD, models.Record, records, "document"), (AGENT, models.Agent, person_agents(seen), "name"))
    return together(
        rows.filter(id__in=ids).values_list(Value(kind), "id", said, _first_entry(table))
        for kind, table, rows, said in kinds
    )


def _first_entry(table: Any) -> Subquery:
    return Subquery(table.objects.filter(id=OuterRef("id")).order_by("entry").values("entry")[:1])


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
    # not LIKE: SQLite plans a question anew each time that a value stands beside that
    said = models.Payload.objects.annotate(place=StrIndex("body", Value(_PERSON)))
    person = Exists(said.filter(seq=OuterRef("entry"), place__gt=0))
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


def claims_of(ids: Collection[str], seen: View, known_on: str | None = None) -> ClaimsOf:
    """Those of `about` and of `said`, in their orders, and of `attributes`, asked for at once."""
    rows = _claims_of(seen, known_on, tuple(ids))
    parts = {part: [one for where, *one in rows if where == part] for part in (ABOUT, SAID, ATTRIBUTE)}
    about = sorted(parts[ABOUT], key=lambda one: _in_turn(one[4] or one[5], one[5], one[0]))
    said = sorted(parts[SAID], key=lambda one: one[0])
    said.sort(key=lambda one: (one[3], one[5] or ""), reverse=True)  # of one day and day known, in the order entered
    told = sorted(parts[ATTRIBUTE], key=lambda one: one[0])
    return ClaimsOf(*([(entry, one, known_to) for entry, one, known_to, *_ in some] for some in (about, said, told)))


@worded
def _claims_of(seen: View, known_on: str | None, ids: Collection[str]) -> Rows:
    parts = {
        ABOUT: about(ids, seen, known_on),
        SAID: said(ids, seen, known_on),
        ATTRIBUTE: _of_attributes(ids, seen, known_on),
    }
    read_of_each = (*read.STANDING, "known", "earliest", "latest")
    return together(rows.order_by().values_list(Value(part), *read_of_each) for part, rows in parts.items())


def attributes(ids: Collection[str], seen: View, known_on: str | None = None) -> list[read.Standing]:
    """The visible claims that say what one of these somebodies is or is called, without their bodies."""
    return _attributes(seen, known_on, tuple(ids))


@worded
def _attributes(seen: View, known_on: str | None, ids: Collection[str]) -> Rows:
    return _of_attributes(ids, seen, known_on).order_by("entry").values_list(*read.STANDING)


def _of_attributes(ids: Collection[str], seen: View, known_on: str | None) -> Rows:
    told = models.Attribute.objects.filter(Q(record__in=ids) | Q(agent__in=ids)).values("entry")
    return asked(Query(known_on=known_on), seen).filter(entry__in=told)


def bodies(ids: Collection[str], seen: View) -> dict[str, dict[str, Any]]:
    """The bodies of records and of agents by id, as they stand at the view; the caller asks `somebodies` first."""
    return {body["id"]: body for body in read.as_bodies(_said_of(seen, ids)).values()}


@worded
def _said_of(seen: View, ids: Collection[str]) -> Rows:
    some = (standing(model, seen.at.seq).filter(id__in=ids) for model in (models.Record, models.Agent))
    return together(read.payloads_of(rows) for rows in some)


def _in_turn(day: str | None, latest: str | None, entry: int) -> tuple[bool, str, bool, str, int]:
    """What `_in_order` goes by: those without a day last."""
    return day is None, day or "", latest is None, latest or "", entry


def _in_order(rows: Rows) -> Rows:
    day = Coalesce(F("earliest"), F("latest"))
    return rows.order_by(day.asc(nulls_last=True), F("latest").asc(nulls_last=True), "entry")
