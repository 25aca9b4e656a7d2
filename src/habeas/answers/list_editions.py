"""Which lists are on record, which edition of one is meant, and who stands on it as linking sees them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.claims.when import DateError, parse_edtf
from habeas.linkage.across import Verdicts
from habeas.linkage.clusters import Clusters
from habeas.linkage.listed import PLANNED_END, Day, Listed, Told, joined
from habeas.linkage.scope import Taken
from habeas.names.fold import fold, words
from habeas.register import judged, listed, read
from habeas.register.listed import Edition, Said
from habeas.register.read import View

from .joined import persons as joined_as_seen
from .kept import Kept, state
from .public import AskError, calendar_day

Json = dict[str, Any]
BIRTHS = ("birth", "born")  # properties


@dataclass(frozen=True, slots=True)
class OneList:
    """An edition of a list: its keeper's name, its people, and what the keeper declares to take in."""

    edition: Edition
    keeper: str
    people: tuple[Listed, ...]
    taken: tuple[Taken, ...]

    @property
    def name(self) -> str:
        """What the list is called."""
        return self.edition.list

    @property
    def rows(self) -> int:
        """How many rows of people it has."""
        return sum(len(one.records) for one in self.people)

    def as_json(self) -> Json:
        """The documented shape, without its people."""
        one = self.edition
        dated = {"dated": "yes"} if one.dated else {}
        keeper = {"keeper": self.keeper} if self.keeper else {}
        totals = {"rows": self.rows, "people": len(self.people)}
        apart = {"apart": one.apart} if one.apart else {}
        told = {"list": one.list, "day": one.day.isoformat(), "document": one.document}
        return told | dated | keeper | totals | apart


_EVERY: Kept[dict[str, list[Edition]]] = Kept(8)


def every_edition(seen: View, known_on: date) -> dict[str, list[Edition]]:
    """By list the editions that were known on a day, in the order of their days; lists in the order of their names."""
    return _EVERY.get(state(), (seen, known_on), lambda: _every_edition(seen, known_on))


def _every_edition(seen: View, known_on: date) -> dict[str, list[Edition]]:
    with read.snapshot():
        found: dict[str, list[Edition]] = {}
        for one in listed.editions(seen, known_on):
            found.setdefault(one.list, []).append(one)
    return dict(sorted(found.items(), key=lambda one: fold(one[0])))


def edition_named(text: str, every: Mapping[str, Sequence[Edition]], parameter: str) -> Edition:
    """The last edition of the list NAME, or with NAME@DAY the last that was given out by that day.

    A name is whole, or words of it that one list alone has. Raises AskError, which names the lists that there are.
    """
    name, at, day = ("", "", text.strip()) if text.strip() in every else text.strip().rpartition("@")
    name, day = (name.strip(), day.strip()) if at else (day, "")
    found = _list_named(name, every, parameter)
    if not day:
        return found[-1]
    try:
        last = calendar_day(day)
    except (ValueError, DateError):
        raise AskError(parameter, f"“{day[:40]}” is not a day: write the list as NAME@2024-06-30, or NAME") from None
    given = [one for one in found if one.day <= last]
    if not given:
        raise AskError(
            parameter, f"no edition of {found[0].list} was given out by {last}: the first is of {found[0].day}"
        )
    return given[-1]


def _list_named(name: str, every: Mapping[str, Sequence[Edition]], parameter: str) -> Sequence[Edition]:
    if name in every:
        return every[name]
    wanted = words(name)
    alike = [one for one in every if wanted and all(word in fold(one) for word in wanted)]
    if len(alike) == 1:
        return every[alike[0]]
    if not every:
        raise AskError(parameter, "no list of people is on record here that was known by then")
    fault = "no list has that name" if not alike else "several lists have that in their names"
    raise AskError(parameter, f"“{name[:80]}”: {fault}; write one of: {'; '.join(alike or every)}")


def lists(some: Iterable[Edition], seen: View, known_on: date) -> list[OneList]:
    """These editions with their people, each person once; who is one person is what live judgements say at the view."""
    editions = list(some)
    with read.snapshot():
        persons, coverages = joined_as_seen(seen), judged.coverages(seen)
        said = listed.said(list(dict.fromkeys(row for one in editions for row in one.records)), seen, known_on)
        names = read.names(seen, {one.keeper for one in editions if one.keeper})
    found = []
    for one in editions:
        mine = [
            Taken(each.region, each.known, each.sentence)
            for each in coverages
            if each.region and each.known <= known_on and one.keeper == each.keeper and each.list in (None, one.list)
        ]
        people = [_listed(record, said[record], persons) for record in one.records if said[record].names]
        found.append(OneList(one, names.get(one.keeper or "", ""), tuple(joined(people)), tuple(mine)))
    return found


def before(one: Edition, every: Mapping[str, Sequence[Edition]], seen: View) -> frozenset[str]:
    """The ids of the persons who stand on earlier editions of a list, as live judgements make them of its rows."""
    with read.snapshot():
        persons = joined_as_seen(seen)
    earlier = [each for each in every[one.list] if (each.day, each.seq) < (one.day, one.seq)]
    return frozenset(persons.person(record) for each in earlier for record in each.records)


def verdicts(seen: View) -> Verdicts:
    """What live judgements hold apart, and of whom they cannot say, by the ids of the persons."""
    with read.snapshot():
        persons, found = joined_as_seen(seen), listed.verdicts(seen)
    told = {
        verdict: frozenset(frozenset((persons.person(one), persons.person(other))) for one, other in pairs)
        for verdict, pairs in found.items()
    }
    return Verdicts(told.get("different", frozenset()), told.get("undecided", frozenset()))


def _listed(record: str, said: Said, persons: Clusters) -> Listed:
    acts = [Told(kind, day_of(*days), claim, state) for kind, days, claim, state in said.acts]
    acts += [Told(PLANNED_END, day_of(*days), claim) for days, claim in said.planned]
    return Listed(
        records=(record,),
        person=persons.person(record),
        names=tuple(said.names),
        births=tuple(
            day for property_ in BIRTHS for text in said.attributes.get(property_, ()) if (day := day_said(text))
        ),
        sexes=frozenset(said.attributes.get("sex", ())),
        regions=tuple(said.attributes.get("region", ())),
        places=tuple(said.places),
        acts=tuple(acts),
        recognised=said.recognised,
    )


def day_said(text: str) -> Day | None:
    """The day that a text in EDTF says, with that text; None where it says none."""
    try:
        span = parse_edtf(text)
    except DateError:
        return None
    return Day(span.earliest, span.latest, text)


def day_of(earliest: str | None, latest: str | None) -> Day:
    """An interval of days, written as short as it can be: a day, a month, a year, or both ends."""
    first = date.fromisoformat(earliest) if earliest else None
    last = date.fromisoformat(latest) if latest else None
    return Day(first, last, _written(first, last))


def _written(first: date | None, last: date | None) -> str:
    if first is None and last is None:
        return ""
    for text in {f"{first:%Y-%m-%d}", f"{first:%Y-%m}", f"{first:%Y}"} if first and last else ():
        span = parse_edtf(text)
        if (span.earliest, span.latest) == (first, last):
            return text
    return f"{first or '..'}/{last or '..'}"
