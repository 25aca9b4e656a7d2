"""What the coverage that keepers declared took in: the claims that are on record because somebody began to look there.

A claim was taken in by a coverage where its keeper speaks (or it stands in the list that the coverage names), region,
country and period fit, it was known from the coverage's own day on at the earliest, and the act may have been before
that day: from that day on the keeper was looking, and what happened then is news. A later act that finds somebody in is
a sign of what was before: whoever is seen held may have been held when nobody looked. Of a claim of which its region,
its day or its keeper is not said, that is not shown: it is not taken in.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.claims.act import ACTS, Act, Side
from habeas.names.fold import fold
from habeas.register import counting, judged, read
from habeas.register.counting import ActRow, AttributeRow
from habeas.register.judged import Coverage
from habeas.register.read import View

from .accounts import Accounts
from .dealt import place
from .tables import Row, last_day

Json = dict[str, Any]
REGION = "region"  # the property of a person that stands in where an act names no place


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The claims of acts that a coverage took in, and those of later acts that are `signs` of what was before.

    `said` has these and whatever else its keeper says of there from that day on.
    """

    coverage: Coverage
    acts: frozenset[str]
    signs: frozenset[str]
    said: frozenset[str]


@dataclass(frozen=True, slots=True)
class Declared:
    """A coverage with the name of its keeper; None where that is not to be had."""

    coverage: Coverage
    keeper: str | None

    def as_json(self) -> Json:
        """The documented shape."""
        one = self.coverage
        keeper = {"keeper": {"id": one.keeper} | ({"name": self.keeper} if self.keeper else {})}
        asked = {"region": one.region, "country": one.country, "period": one.period, "list": one.list}
        told = {"id": one.id, **keeper, "known": one.known.isoformat(), "sentence": one.sentence, "seq": one.seq}
        return told | {name: value for name, value in asked.items() if value is not None}


def declared(seen: View) -> list[Declared]:
    """Everything that keepers declare, as it stands at the view, by the day it was known."""
    with read.snapshot():
        return named(judged.coverages(seen), seen)


def named(some: Iterable[Coverage], seen: View) -> list[Declared]:
    """These, each with the name of its keeper, by the day it was known."""
    every = sorted(set(some), key=lambda one: (one.known, one.seq))
    names = read.names(seen, {one.keeper for one in every})
    return [Declared(one, names.get(one.keeper)) for one in every]


def taken_in(every: Accounts, since: date, until: date) -> tuple[TakenIn, ...]:
    """What the coverages took in that became known after `since` and by `until`, as known on `until`."""
    return every.kept(("taken in", since, until), lambda: tuple(_all_taken_in(every, since, until)))


def _all_taken_in(every: Accounts, since: date, until: date) -> Iterator[TakenIn]:
    for one in judged.coverages(every.seen):
        if since < one.known <= until:
            found = _Taking(one, every, until)
            there = found.there()
            within = {claim: rows for claim, rows in there.items() if all(map(found.in_period, rows))}
            acts = frozenset(claim for claim, rows in within.items() if all(map(found.before, rows)))
            signs = frozenset(claim for claim, rows in within.items() if all(map(_finds_in, rows))) - acts
            yield TakenIn(one, acts, signs, frozenset(there) | found.others())


class _Taking:
    """One coverage, and the claims of its keeper as known on a day."""

    def __init__(self, coverage: Coverage, every: Accounts, until: date) -> None:
        self.coverage, self.known, self.until = coverage, coverage.known.isoformat(), until.isoformat()
        self._listed = read.standing_ids("record", list=coverage.list) if coverage.list is not None else None
        self._rows = sorted((row for row in every.read.rows() if self._theirs(row)), key=place)

    def there(self) -> Mapping[str, list[ActRow]]:
        """The claims of acts of there that were not known before, each in every version that was known."""
        rows = [row for row in self._rows if isinstance(row, ActRow)]
        placed, left_out = self._in_region(rows), {row.claim for row in rows if row.known < self.known}
        found: dict[str, list[ActRow]] = defaultdict(list)
        for row in rows:
            if row.seq in placed and self.coverage.country in (None, row.country or self.coverage.country):
                found[row.claim].append(row)
            else:
                left_out.add(row.claim)
        return {claim: some for claim, some in found.items() if claim not in left_out}

    def others(self) -> frozenset[str]:
        """The claims of recognition and of properties."""
        rows = [row for row in self._rows if not isinstance(row, ActRow)]
        known = {row.claim for row in rows if row.known < self.known}
        return frozenset(row.claim for row in rows) - known

    def _theirs(self, row: Row) -> bool:
        if row.known > self.until:
            return False
        if self._listed is None:
            return row.told.speaker == self.coverage.keeper
        return row.record in self._listed or (isinstance(row, ActRow) and row.row in self._listed)

    def before(self, row: ActRow) -> bool:
        """Whether an act may have been before the coverage."""
        return (row.earliest or "") < self.known

    def in_period(self, row: ActRow) -> bool:
        """Whether an act certainly was in the period, where there is one."""
        one = self.coverage
        return (one.first is None or one.first.isoformat() <= (row.earliest or "")) and (
            one.last is None or last_day(row) <= one.last.isoformat()
        )

    def _in_region(self, rows: Sequence[ActRow]) -> frozenset[int]:
        """The entries of acts in the region: by the place that is named, else by the keeper's word on the person."""
        if self.coverage.region is None:
            return frozenset(row.seq for row in rows)
        wanted = fold(self.coverage.region)
        places, regions = counting.places([row.seq for row in rows]), self._regions()
        return frozenset(
            row.seq
            for row in rows
            if (fold(places[row.seq]) == wanted if row.seq in places else regions.get(str(row.record)) == {wanted})
        )

    def _regions(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for row in self._rows:
            ended = row.known_to is not None and row.known_to <= self.until
            if isinstance(row, AttributeRow) and row.property == REGION and row.record is not None and not ended:
                found[row.record].add(fold(row.value))
        return found


def _finds_in(row: ActRow) -> bool:
    return ACTS[Act(row.kind)].finds is Side.in_
