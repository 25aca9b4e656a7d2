"""The names by which persons are found, and in whose order they stand, as a reader sees them.

Below the staff a record is found by the names that visible claims write of it, and an agent by no other name of theirs;
a record stands where the first of those names puts it: an order by another name would tell of it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from habeas.claims.vocabulary import DEFAULT_ACCESS
from habeas.names.fold import fold

from . import models
from .people import AGENT, NAME, NOT_NAMED, RECORD, in_visible, named, person_agents
from .query import Rows, standing
from .read import View
from .rows import batched


@dataclass(slots=True)
class Names:
    """By the ids of records and agents: the folded name after which each stands whom a visible claim names, and every
    folded name by which each is found.
    """

    stands: dict[str, str] = field(default_factory=dict)
    found_by: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def of_everybody(seen: View) -> Names:
    """The names of everybody whom this reader may meet."""
    return _read(seen, None)


def followed_by(before: Names, ids: Collection[str], seen: View) -> Names:
    """The names before, but of those with the ids as they are now."""
    gone, now = set(ids), Names()
    for some in batched(sorted(gone)):
        found = _read(seen, some)
        now.stands.update(found.stands)
        now.found_by.update(found.found_by)
    stands = {one: name for one, name in before.stands.items() if one not in gone}
    found_by = {one: names for one, names in before.found_by.items() if one not in gone}
    return Names(stands | now.stands, defaultdict(set, found_by | now.found_by))


def _read(seen: View, ids: Collection[str] | None) -> Names:
    """The names of those with these ids, or of everybody."""
    found, first = Names(), dict[str, str]()
    for table in (models.Participant, models.Attribute):
        for one, name in _written(seen, table, RECORD, ids):
            found.found_by[one].add(name)
            if table is models.Participant:
                first.setdefault(one, name)
        for one, name in _written(seen, table, AGENT, ids):
            found.found_by[one].add(name)
    staff, here = seen.ceiling >= DEFAULT_ACCESS, standing(models.Record, seen.at.seq)
    for one, name in _among(here.filter(named(seen, RECORD)), ids).values_list("id", "folded").iterator():
        found.stands[one] = name if staff else first.get(one, fold(NOT_NAMED))
    for one, name in _among(person_agents(seen), ids).values_list("id", "name").iterator():
        found.stands[one] = fold(name)
        found.found_by[one].add(fold(name))
    for model in (models.Record, models.Agent) if staff else ():
        for one, name in _among(standing(model, seen.at.seq), ids).values_list("id", "folded").iterator():
            found.found_by[one].add(name)
    return found


def _written(seen: View, table: Any, kind: str, ids: Collection[str] | None) -> Iterator[tuple[str, str]]:
    """Every name that a visible claim writes of them, those entered first before others."""
    rows: Rows = table.objects.filter(in_visible(seen), Q(**{f"{kind}__isnull": False}))
    rows = rows.filter(property=NAME) if table is models.Attribute else rows.order_by("entry", "position")
    yield from _among(rows, ids, kind).values_list(kind, "folded").iterator()


def _among(rows: Rows, ids: Collection[str] | None, column: str = "id") -> Rows:
    return rows if ids is None else rows.filter(**{f"{column}__in": ids})
