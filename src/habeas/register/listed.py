"""Reading lists: their editions as they were known on a day, and what visible claims say of the people on them.

Below the staff a list has those rows alone that a visible claim names, by the names that such claims write. What is
denied, or under second look, is not said.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from habeas.claims.vocabulary import DEFAULT_ACCESS, Polarity, Review, Sameness
from habeas.claims.when import MOVES_A_SPELL, Meaning

from . import models, read
from .people import NAME, somebodies
from .query import Query, asked, standing
from .read import View
from .rows import batched

Interval = tuple[str | None, str | None]  # the earliest and the latest day, YYYY-MM-DD


@dataclass(frozen=True, slots=True)
class Edition:
    """A list as it was given out: its rows, the day it is of (`dated`: of its own saying), and who keeps it.

    It was known on its own day; where it has none, on the day it was recorded, which stands in. `apart` is how many of
    its rows have no person on record: they were set apart when it was read, or their person was erased. It is 0 below
    the staff, of whom rows are kept. A `table` has rows of something else than people (events, figures): those are its
    people who are named in them.
    """

    list: str
    document: str
    day: date
    dated: bool
    keeper: str | None
    records: tuple[str, ...]
    seq: int
    apart: int = 0
    table: bool = False


@dataclass(slots=True)
class Said:
    """What claims say of one row. `acts` are kind, interval, claim and state; `planned` those of planned ends."""

    names: dict[str, None] = field(default_factory=dict)
    attributes: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    acts: list[tuple[str, Interval, str, str]] = field(default_factory=list)
    planned: list[tuple[Interval, str]] = field(default_factory=list)
    places: dict[str, None] = field(default_factory=dict)
    recognised: bool = False


def editions(seen: View, known_on: date) -> list[Edition]:
    """The editions of every list that has people this reader may meet, known by a day; in the order of their days."""
    bodies = read.bodies_of(standing(models.ListVersion, seen.at.seq))
    days = dict(models.Entry.objects.filter(seq__in=list(bodies)).values_list("seq", "stamped"))
    found = [_edition(seq, body, str(days[seq])[:10]) for seq, body in bodies.items()]
    known = [one for one in found if one.day <= known_on]
    met = _met({record for one in known for record in one.records}, seen)
    tables = _tables([one for one in known if not met.intersection(one.records)], seen)
    named = _named_in({one.list for one in known if one.seq in tables}, seen)
    all_rows = seen.ceiling >= DEFAULT_ACCESS
    kept = [
        replace(one, records=tuple(named[one.list]), table=True)
        if one.seq in tables
        else _of_people(one, met, all_rows)
        for one in known
    ]
    return sorted((one for one in kept if one.records), key=lambda one: (one.day, one.seq))


def said(records: Sequence[str], seen: View, known_on: date) -> dict[str, Said]:
    """By record what visible claims that were known say of it; a name for each, even where nothing is said."""
    found: dict[str, Said] = {one: Said() for one in records}
    if seen.ceiling >= DEFAULT_ACCESS:
        for one, name in read.people(seen, records).items():
            found[one].names[name] = None
    for some in batched(records):
        _read(some, seen, known_on, found)
    for one, name in read.people(seen, [one for one in records if not found[one].names]).items():
        found[one].names[name] = None
    return found


def verdicts(seen: View) -> dict[str, list[tuple[str, str]]]:
    """The pairs of records that live judgements hold apart, and those of which they cannot say, by verdict."""
    rows = standing(models.Judgement, seen.at.seq).filter(about__isnull=True).exclude(verdict=Sameness.same)
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for one, other, verdict in rows.values_list("one", "other", "verdict"):
        found[verdict].append((one, other))
    return found


def _edition(seq: int, body: Mapping[str, Any], recorded: str) -> Edition:
    day = body.get("date")
    return Edition(
        list=body["list"],
        document=body["document"],
        day=date.fromisoformat(day or recorded),
        dated=day is not None,
        keeper=body.get("keeper"),
        records=tuple(body["records"]),
        seq=seq,
    )


def _met(records: Collection[str], seen: View) -> set[str]:
    """Those of the rows who are people, and whom this reader may meet."""
    return set(somebodies(records, seen)) if seen.ceiling < DEFAULT_ACCESS else _people(records, seen)


def _tables(some: Sequence[Edition], seen: View) -> set[int]:
    """The entries of those whose rows are not people at all, whoever may meet them."""
    people = _people({record for one in some for record in one.records}, seen)
    return {one.seq for one in some if not people.intersection(one.records)}


def _people(records: Collection[str], seen: View) -> set[str]:
    """Those of the rows who are people."""
    found: set[str] = set()
    for some in batched(sorted(records)):
        found.update(standing(models.Record, seen.at.seq).filter(id__in=some).values_list("id", flat=True))
    return found


def _named_in(lists: Collection[str], seen: View) -> dict[str, list[str]]:
    """By list the people named in the rows of a table, whose rows are not people themselves."""
    rows = standing(models.Record, seen.at.seq).filter(list__in=sorted(lists)).order_by("entry")
    every = list(rows.values_list("list", "id"))
    met = _met({one for _, one in every}, seen)
    found: dict[str, list[str]] = defaultdict(list)
    for of, one in every:
        if of is not None and one in met:
            found[of].append(one)
    return found


def _of_people(one: Edition, met: Collection[str], all_rows: bool) -> Edition:
    people = tuple(dict.fromkeys(record for record in one.records if record in met))
    return replace(one, records=people, apart=len(set(one.records)) - len(people) if all_rows else 0)


def _read(some: Sequence[str], seen: View, known_on: date, found: Mapping[str, Said]) -> None:
    parts: dict[Any, list[Any]] = {
        models.Participant: list(_rows(models.Participant, some, "name")),
        models.Attribute: list(_rows(models.Attribute, some, "property", "value")),
        models.Act: list(_rows(models.Act, some, "kind", "state", "place")),
        models.Recognition: list(_rows(models.Recognition, some, "withdrawn")),
    }
    claims = _claims(sorted({row[0] for rows in parts.values() for row in rows}), seen, known_on)
    for entry, record, name in parts[models.Participant]:
        if entry in claims:
            found[record].names[name] = None
    for entry, record, name, value in parts[models.Attribute]:
        if entry in claims:
            (found[record].names if name == NAME else found[record].attributes[name])[value] = None
    for entry, record, kind, state, place in parts[models.Act]:
        if entry in claims:
            _act(found[record], claims[entry], kind, state or "", place)
    for entry, record, withdrawn in parts[models.Recognition]:
        if entry in claims and withdrawn != "yes":
            found[record].recognised = True


def _act(one: Said, claim: tuple[str, Interval, str], kind: str, state: str, place: str | None) -> None:
    claim_id, days, meaning = claim
    if meaning in MOVES_A_SPELL:
        one.acts.append((kind, days, claim_id, state))
    elif meaning == Meaning.planned_end:
        one.planned.append((days, claim_id))
    if place:
        one.places[place] = None


def _rows(part: Any, records: Sequence[str], *columns: str) -> Any:
    return part.objects.filter(record__in=records).order_by("entry").values_list("entry", "record", *columns)


def _claims(entries: Sequence[int], seen: View, known_on: date) -> dict[int, tuple[str, Interval, str]]:
    """By entry, of those of them whose claims may be seen, were known and are affirmed: claim, days, and meaning."""
    query = Query(known_on=known_on.isoformat(), polarity=Polarity.affirmed.value, review=Review.accepted.value)
    found: dict[int, tuple[str, Interval, str]] = {}
    for some in batched(entries):
        rows = asked(query, seen).filter(entry__in=some).values_list("entry", "id", "earliest", "latest", "meaning")
        found.update(
            (entry, (one, (earliest, latest), meaning or Meaning.happened.value))
            for entry, one, earliest, latest, meaning in rows
        )
    return found
