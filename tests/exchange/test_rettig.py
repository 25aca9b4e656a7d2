"""A register of 2,398 people as an exercise in spells: what its days say, and what the days that it lacks mean.

The list says when an abuse began and when it ended, not what ended it. So in the first exercise nobody is named, and
`released` stands for the end of a stretch, whatever ended it. In the second, of those who disappeared, no end is made
up: each was seen `held` on the last day of which the list knows. What is expected is worked out here from the CSV.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from django.db import connections

from habeas.answers.accounts import accounts
from habeas.answers.tally import tally
from habeas.claims.act import CustodyState
from habeas.claims.identity import record_in_list
from habeas.claims.vocabulary import Access
from habeas.claims.when import Meaning, When
from habeas.custody.report import Account
from habeas.custody.standing import Population
from habeas.exchange import importing
from habeas.exchange.people import ListTerms
from habeas.exchange.prepared import Prepared
from habeas.register import read, write
from habeas.tally.count import Count, count
from habeas.tally.lens import EVERY
from habeas.tally.rule import HELD, Rule
from tests.oracle.everybody import everybody

from ..conftest import fresh

TODAY, EDITION = date(2026, 11, 24), date(2019, 6, 3)
COUP, PEAK, PEAK_COUNTING_THE_LAST_DAY = date(1973, 9, 11), date(1973, 9, 17), date(1973, 9, 18)
DAYS = (date(1950, 1, 1), COUP, PEAK, date(1973, 10, 16), date(1974, 8, 1), date(1990, 3, 11), date(2019, 6, 3))
UNKNOWN = "XXXX-XX-XX"
WITH_LAST_DAY = Rule("held", 1, "", "stock", "persons", Population(frozenset(CustodyState), leaving_day=True))
SEEN_SINCE = Rule("seen", 1, "", "stock", "persons", Population(frozenset(CustodyState), stale_after=0))


@dataclass(frozen=True)
class Row:
    """A row of the source; its days as the source has them: a day, a month, or nothing."""

    key: str
    violence: str
    start: str
    end: str

    @property
    def in_order(self) -> bool:
        return len(self.start) == len(self.end) == 10 and self.start <= self.end


def rows_of(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Row(row["individual_id"], row["violence"], *(_day(row, side) for side in ("start", "end")))
            for row in csv.DictReader(file)
        ]


def _day(row: Mapping[str, str], side: str) -> str:
    return row[f"{side}_date_daily"] or row[f"{side}_date_monthly"][:7]


def stretches(rows: list[Row], day: date, last_day: bool = False) -> int:
    """How many of the rows with two days in order cover a day, with their last day or without."""
    on = day.isoformat()
    return sum(row.in_order and row.start <= on and (on < row.end or (last_day and on == row.end)) for row in rows)


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[Row]:
    return rows_of(shared / "data" / "registers" / "chile_rettig.csv")


def plain_csv(rows: list[Row], end: str) -> str:
    """The list as a plain CSV; who has no day at all has two acts, each on a day not known."""
    lines = [f"name,key,detained,{end}"]
    for row in rows:
        days = (row.start, row.end) if row.start or row.end else (UNKNOWN, UNKNOWN)
        lines.append(f"No. {row.key},{row.key},{','.join(days)}")
    return "\n".join([*lines, ""])


def imported(path: Path, text: str) -> Prepared:
    path.write_text(text, encoding="utf-8")
    edition = When.of(EDITION.isoformat(), meaning=Meaning.published)
    terms = ListTerms("Rettig", "Commission", "Marta Veres", edition, as_said=True)
    prepared = importing.prepare(path, TODAY, terms)
    assert prepared.problems == []
    outcome = importing.record(prepared, lambda receipt: None)
    assert (outcome.receipt.refused, outcome.missing) == ([], [])
    return prepared


@dataclass(frozen=True)
class Recorded:
    """A list in a register of its own: what its import said, everybody in it by the key of the row, what is held."""

    rows: list[Row]
    prepared: Prepared
    people: Mapping[str, Account]
    held: Mapping[date, Count]

    @property
    def certain(self) -> dict[str, Account]:
        """The people with two days in order."""
        return {row.key: self.people[row.key] for row in self.rows if row.in_order}


def recorded(rows: list[Row], end: str, place: Path, request: pytest.FixtureRequest) -> Recorded:
    fresh(request, "sqlite", place)
    prepared = imported(place / "rettig.csv", plain_csv(rows, end))
    seen = read.view(None, Access.staff)
    found = everybody(accounts(seen), EVERY, TODAY)
    held = {day: tally(day, TODAY, seen).count for day in DAYS}
    connections.close_all()
    keys = {record(row): row.key for row in rows}
    return Recorded(rows, prepared, {keys[one]: account for one, account in found.items()}, held)


def record(row: Row) -> str:
    """The id of a row's record; every register of these tests has the key of the one they are copied from."""
    return record_in_list(write.register_key(), "Rettig", [row.key])


def bounds(counted: Count) -> tuple[int, int, int]:
    return counted.low, counted.best, counted.high


@pytest.fixture(scope="module")
def stretched(rows: list[Row], request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    """Everybody, unnamed, from the first day to the last."""
    return recorded(rows, "released", tmp_path_factory.mktemp("stretched"), request)


@pytest.fixture(scope="module")
def gone(rows: list[Row], request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    """Those who disappeared, last seen on the last day of the row: we neither free them nor let them die."""
    disappeared = [row for row in rows if row.violence.startswith("Disappearance")]
    return recorded(disappeared, "held", tmp_path_factory.mktemp("gone"), request)


def test_what_the_source_has(rows: list[Row]) -> None:
    lengths = [(len(row.start), len(row.end)) for row in rows]
    assert len(rows) == 2398
    assert sum(row.in_order for row in rows) == 2203
    assert sum(10 not in pair for pair in lengths) == 123
    assert sum(10 not in pair and 7 in pair for pair in lengths) == 42
    assert lengths.count((0, 0)) == 81


def test_nobody_is_dropped_and_every_day_is_the_source_s(stretched: Recorded) -> None:
    assert set(stretched.people) == {row.key for row in stretched.rows}
    days = {
        (draft.body["record"], draft.body["field"]): draft.body.get("when", {"edtf": ""})["edtf"]
        for draft in stretched.prepared.claims()
    }
    said = {(record(row), "detained"): row.start for row in stretched.rows}
    said |= {(record(row), "released"): row.end for row in stretched.rows}
    assert sum(not day for day in days.values()) == 2 * 81
    assert {what: days.get(what, "") for what in said} == said


def test_what_ends_before_it_begins_is_told_by_row(stretched: Recorded) -> None:
    turned = [number for number, row in enumerate(stretched.rows, 2) if len(row.end) == 10 and row.start > row.end]
    which = ", ".join(map(str, turned))
    assert len(turned) == 3
    assert stretched.prepared.warnings == [
        f"3 rows ({which}): the end is before the beginning; recorded as the list has it"
    ]


def test_two_days_in_order_leave_nothing_open(stretched: Recorded) -> None:
    certain = stretched.certain
    assert len(certain) == 2203
    assert bounds(count(certain, HELD, COUP)) == (36, 36, 36)
    assert bounds(count(certain, WITH_LAST_DAY, COUP)) == (97, 97, 97)
    assert bounds(count(certain, HELD, PEAK)) == (139, 139, 139)
    assert bounds(count(certain, WITH_LAST_DAY, PEAK_COUNTING_THE_LAST_DAY)) == (170, 170, 170)


@pytest.mark.parametrize("rule", [HELD, WITH_LAST_DAY], ids=["last day out", "last day in"])
def test_the_peak_is_no_other_day(stretched: Recorded, rule: Rule) -> None:
    last_day = rule is WITH_LAST_DAY
    peak = PEAK_COUNTING_THE_LAST_DAY if last_day else PEAK
    begun = sorted({date.fromisoformat(row.start) for row in stretched.rows if row.in_order})
    assert max(begun, key=lambda day: stretches(stretched.rows, day, last_day)) == peak
    for near in (peak + timedelta(days=step) for step in range(-2, 3)):
        assert bounds(count(stretched.certain, rule, near)) == (stretches(stretched.rows, near, last_day),) * 3


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_bounds_say_what_the_missing_days_mean(stretched: Recorded, day: date) -> None:
    outcomes = [set(standings(row, day)) for row in stretched.rows]
    low, high = outcomes.count({True}), sum(True in some for some in outcomes)
    best = sum(convention(row, day) for row in stretched.rows)
    assert bounds(stretched.held[day]) == (low, best, high)
    if day < EDITION:
        assert high - low >= 81, "of whom no day is said may have been in on any day"


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_who_disappeared_is_not_known_to_be_out(gone: Recorded, day: date) -> None:
    taken = sum(row.in_order and row.start <= day.isoformat() for row in gone.rows)
    counted = count(gone.certain, SEEN_SINCE, day)
    assert bounds(counted) == (stretches(gone.rows, day, last_day=True), taken, taken)


def test_nobody_who_disappeared_is_dropped_and_nobody_is_certainly_held_now(gone: Recorded) -> None:
    assert len(gone.people) == len(gone.rows) == 961
    assert count(gone.people, SEEN_SINCE, TODAY).low == 0


def standings(row: Row, day: date) -> Iterator[bool]:
    """Whether the person is in on a day, for every way in which the row's days can have fallen.

    A row tells of one stretch: where its days can be in order they are.
    """
    ways = list(product(possible(row.start, row, day), possible(row.end, row, day)))
    in_order = [(start, end) for start, end in ways if start and end and start <= end]
    for start, end in in_order or ways:
        yield from standing(start, end, day)


def standing(start: date | None, end: date | None, day: date) -> tuple[bool, ...]:
    """In, free, or either: a release that nothing is known before was from a custody that nobody saw begin.

    Of an end before its beginning one is wrong, nobody knows which: the arrest alone, or by best the release alone.
    """
    if start is None:
        return (True, False) if end is not None and day < end else (False,)
    if end is None:
        return (start <= day,)
    if start <= end:
        return (start <= day < end,)
    return (True, False) if day < end else (start <= day, False)


def possible(text: str, row: Row, day: date) -> Sequence[date | None]:
    """The days on which an act can have fallen (None: no act); a day not known: days around the one asked about."""
    if not text:
        nothing_said = not (row.start or row.end)
        around = (min(day + timedelta(days=step), EDITION) for step in range(-2, 3))
        return sorted(set(around)) if nothing_said else [None]
    if len(text) == 10:
        return [date.fromisoformat(text)]
    first = date.fromisoformat(f"{text}-01")
    month = (first + timedelta(days=step) for step in range(31))
    return [one for one in month if one.month == first.month]


def convention(row: Row, day: date) -> bool:
    """Best: each act on the last day on which it can have fallen; one that has none, on the day the list was public."""
    start, end = (latest(text, row) for text in (row.start, row.end))
    if start and end and any(first <= end for first in possible(row.start, row, EDITION) if first):
        start = min(start, end)
    return standing(start, end, day)[-1]


def latest(text: str, row: Row) -> date | None:
    if not text:
        return None if row.start or row.end else EDITION
    return possible(text, row, EDITION)[-1]
