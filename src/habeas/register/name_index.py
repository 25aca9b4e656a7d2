"""The index of persons by name: records a page at a time from the table, and beside them the agents who are persons.

Below the staff a record is found by the names that visible claims write of it, and an agent by no other name of theirs.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import F, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Coalesce, Collate

from habeas.claims.vocabulary import DEFAULT_ACCESS
from habeas.names.fold import fold

from . import models
from .people import AGENT, NAME, NOT_NAMED, RECORD, in_visible, named, person_agents
from .query import Rows, standing
from .read import View
from .worded import worded

BY_BYTES = {"sqlite": "BINARY", "postgresql": "C"}  # both databases sort names alike


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a person stands in the index: by the folded name of whoever stands for them, then by that one's id."""

    folded: str
    id: str


def page(
    sought: Sequence[str], one_of: Mapping[str, str], seen: View, limit: int, after: str = ""
) -> tuple[list[str], int, bool]:
    """Ids of at most `limit` persons of whom one name has every word that is sought, those that come after the id
    `after`; how many there are in all; and whether more follow.

    `one_of` has, for each record and agent that is joined with others, the id of the one that stands for the person.
    """
    wanted = _called(sought, seen) if sought else None
    start = _place(after, seen)
    everybody = (Place(fold(name), one) for one, name in _agents(seen))
    standing_for = (one for one in everybody if _stands(one.id, one_of))
    agents = [one for one in standing_for if wanted is None or _is_wanted(one.id, one_of, wanted)]
    count, places = _every_record(seen, one_of, start) if wanted is None else _those(wanted, seen, one_of, start)
    records = islice((one for one in places if _stands(one.id, one_of)), limit + 1)
    found = sorted([*records, *(one for one in agents if start is None or one > start)])
    return [place.id for place in found[:limit]], count + len(agents), len(found) > limit


def _stands(one: str, one_of: Mapping[str, str]) -> bool:
    """Whether nobody else stands for this one."""
    return one_of.get(one, one) == one


def _every_record(seen: View, one_of: Mapping[str, str], start: Place | None) -> tuple[int, Iterator[Place]]:
    """How many records visible claims name, who stand for somebody; and all that come after a place, by name."""
    rows = _by_name(standing(models.Record, seen.at.seq).filter(named(seen, RECORD)), seen).order_by("by_name", "id")
    count = sum(_stands(one, one_of) for one in rows.order_by().values_list("id", flat=True).iterator())
    following = rows if start is None else rows.filter(_after(start))
    return count, (Place(*one) for one in following.values_list("by_name", "id").iterator())


def _those(
    wanted: Collection[str], seen: View, one_of: Mapping[str, str], start: Place | None
) -> tuple[int, Iterator[Place]]:
    """The same of those that are wanted, and of those that stand for them."""
    ids = {*wanted, *(one_of[one] for one in wanted if one in one_of)}
    places = sorted(Place(*one) for one in _places(seen, ids))
    return sum(_stands(one.id, one_of) for one in places), (one for one in places if start is None or one > start)


@worded
def _places(seen: View, ids: Collection[str]) -> Rows:
    records = standing(models.Record, seen.at.seq).filter(named(seen, RECORD), id__in=ids)
    return _by_name(records, seen).values_list("by_name", "id")


@worded
def _agents(seen: View) -> Rows:
    return person_agents(seen).values_list("id", "name")


def _by_name(rows: Rows, seen: View) -> Rows:
    """Records with the folded name they have for this reader: an order by another name would tell of it."""
    name: Any = F("folded")
    if seen.ceiling < DEFAULT_ACCESS:
        written = models.Participant.objects.filter(in_visible(seen), record=OuterRef("id"))
        written = written.order_by("entry", "position")
        name = Coalesce(Subquery(written.values("folded")[:1]), Value(fold(NOT_NAMED)), output_field=TextField())
    named_so: Rows = rows.annotate(by_name=Collate(name, BY_BYTES[connection.vendor]))
    return named_so


def _called(sought: Sequence[str], seen: View) -> set[str]:
    """The records and agents of whom one name has every word."""
    found: set[str] = set()
    for table in (models.Participant, models.Attribute):
        for kind in (RECORD, AGENT):
            found.update(one for (one,) in _written_so(seen, tuple(sought), table=table, kind=kind))
    if seen.ceiling >= DEFAULT_ACCESS:
        for model in (models.Record, models.Agent):
            found.update(standing(model, seen.at.seq).filter(_has(sought)).values_list("id", flat=True))
        return found
    return found | {one for one, name in _agents(seen) if all(word in fold(name) for word in sought)}


@worded
def _written_so(seen: View, sought: Sequence[str], *, table: Any, kind: str) -> Rows:
    rows: Rows = table.objects.filter(_has(sought), in_visible(seen), **{f"{kind}__isnull": False})
    rows = rows.filter(property=NAME) if table is models.Attribute else rows
    return rows.values_list(kind).distinct()


def _has(sought: Sequence[str]) -> Q:
    condition = Q()
    for word in sought:
        condition &= Q(folded__contains=word)
    return condition


def _is_wanted(agent: str, one_of: Mapping[str, str], wanted: Collection[str]) -> bool:
    return agent in wanted or any(one_of.get(one) == agent for one in wanted)


def _place(one: str, seen: View) -> Place | None:
    """Where an id stands; None for no id, and for one of nobody whom this reader may meet."""
    if not one:
        return None
    records = standing(models.Record, seen.at.seq).filter(named(seen, RECORD), id=one)
    folded = _by_name(records, seen).values_list("by_name", flat=True).first()
    if folded is None:
        name = person_agents(seen).filter(id=one).values_list("name", flat=True).first()
        folded = fold(name) if name else None
    return Place(folded, one) if folded is not None else None


def _after(start: Place) -> Q:
    return Q(by_name__gt=start.folded) | Q(by_name=start.folded, id__gt=start.id)
