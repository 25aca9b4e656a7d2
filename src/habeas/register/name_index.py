"""The names by which persons are found, and in whose order they stand, as a reader sees them.

Below the staff a record is found by the names that visible claims write of it, and an agent by no other name of theirs;
a record stands where the first of those names puts it: an order by another name would tell of it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, Min, OuterRef

from habeas.claims.vocabulary import DEFAULT_ACCESS

from . import models
from .people import AGENT, NAME, NOT_NAMED, RECORD, in_visible, named, person_agents
from .query import Rows, standing
from .read import View
from .rows import batched

Written = Iterator[tuple[str, str]]


@dataclass(slots=True)
class Names:
    """By the ids of records and agents, as they are written: what each is called whom a visible claim names, in whose
    order they stand; and every name by which each is found.
    """

    called: dict[str, str] = field(default_factory=dict)
    found_by: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def of_everybody(seen: View) -> Names:
    """The names of everybody whom this reader may meet."""
    return _read(seen, None)


def followed_by(before: Names, ids: Collection[str], seen: View) -> Names:
    """The names before, but of those with the ids as they are now."""
    now = Names()
    for some in batched(sorted(ids)):
        found = _read(seen, some)
        now.called.update(found.called)
        now.found_by.update(found.found_by)
    called = {one: name for one, name in before.called.items() if one not in ids}
    found_by = {one: names for one, names in before.found_by.items() if one not in ids}
    return Names(called | now.called, defaultdict(list, found_by | now.found_by))


def words_with(keys: Collection[str]) -> Iterable[tuple[str, str, str]]:
    """The rows (key, word, of) that have one of some search keys; of whose names the words are is not told."""
    for some in batched(sorted(keys)):
        yield from models.NameKey.objects.filter(key__in=some).values_list("key", "word", "of")


def _read(seen: View, ids: Collection[str] | None) -> Names:
    """The names of those with these ids, or of everybody."""
    written: defaultdict[str, list[str]] = defaultdict(list)
    for one, name in _written(seen, models.Participant, RECORD, ids):
        written[one].append(name)
    found = Names(found_by=defaultdict(list, {one: list(names) for one, names in written.items()}))
    for table, kind in ((models.Participant, AGENT), (models.Attribute, RECORD), (models.Attribute, AGENT)):
        for one, name in _written(seen, table, kind, ids):
            found.found_by[one].append(name)
    for one, name in _called(person_agents(seen), ids):
        found.called[one] = name
        found.found_by[one].append(name)
    records = _called(standing(models.Record, seen.at.seq).filter(named(seen, RECORD)), ids)
    if seen.ceiling < DEFAULT_ACCESS:
        first = _first_written(seen, [one for one, names in written.items() if len(names) > 1])
        records = ((one, first.get(one) or next(iter(written[one]), NOT_NAMED)) for one, _ in records)
    found.called.update(records)
    for one, name in _entered(seen, ids) if seen.ceiling >= DEFAULT_ACCESS else ():
        found.found_by[one].append(name)
    for one, names in found.found_by.items():
        found.found_by[one] = list(dict.fromkeys(names))  # an agent is written of by the name that it was entered with
    return found


def _written(seen: View, table: Any, kind: str, ids: Collection[str] | None) -> Written:
    """Every name that visible claims write of them, each once."""
    called, told = ("value", {"property": NAME}) if table is models.Attribute else ("name", {})
    rows = _among(table.objects.filter(**told, **{f"{kind}__isnull": False}), ids, kind)
    each = rows.order_by().values(kind, called).annotate(one=Min("row")).values("one")
    same = table.objects.filter(in_visible(seen), **told, **{one: OuterRef(one) for one in (kind, called)})
    yield from rows.filter(Exists(same), row__in=each).order_by("row").values_list(kind, called).iterator()


def _first_written(seen: View, records: Collection[str]) -> dict[str, str]:
    """The name of each of the records that the first of the visible claims writes."""
    found: dict[str, str] = {}
    for some in batched(sorted(records)):
        rows = models.Participant.objects.filter(in_visible(seen), record__in=some).order_by("-entry", "-position")
        found.update((str(record), name) for record, name in rows.values_list("record", "name"))
    return found


def _entered(seen: View, ids: Collection[str] | None) -> Written:
    """What records and agents are called by those who entered them: an agent by other names, too."""
    yield from _called(standing(models.Record, seen.at.seq), ids)
    agents = dict(_among(standing(models.Agent, seen.at.seq), ids).values_list("entry", "id"))
    for some in batched(sorted(agents)):
        rows = models.AgentName.objects.filter(entry__in=some).order_by("row")
        yield from ((agents[entry], name) for entry, name in rows.values_list("entry", "name"))


def _called(rows: Rows, ids: Collection[str] | None) -> Written:
    yield from _among(rows, ids).values_list("id", "name").iterator()


def _among(rows: Rows, ids: Collection[str] | None, column: str = "id") -> Rows:
    return rows if ids is None else rows.filter(**{f"{column}__in": ids})
