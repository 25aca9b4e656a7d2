"""Three editions of one list: who is held by each, what was added between them, and what a plan and a death do.

What is expected is worked out in `chinese.py` from the rows, without any code of habeas.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from django.db import connections

from habeas.answers.accounts import accounts
from habeas.answers.changes import Changes, Figure, changes
from habeas.answers.reasons import Reason
from habeas.answers.tally import tally
from habeas.claims.identity import agent_by_name, coverage, record_in_list
from habeas.claims.vocabulary import Access
from habeas.claims.when import Meaning, When
from habeas.custody.report import Account
from habeas.custody.standing import Population
from habeas.exchange import importing
from habeas.exchange.people import ListTerms
from habeas.register import read, write
from habeas.register.draft import Draft
from habeas.register.query import Query
from habeas.tally.count import count
from habeas.tally.lens import EVERY
from habeas.tally.rule import HELD, Rule
from habeas.tally.stock import Bounds

from ..conftest import fresh
from .chinese import BY_PAGE, EDITIONS, UNDATED, Row, Sure, plain_csv, reckoned, rows_of, span, total

TODAY = date(2026, 11, 24)
FIRST, SECOND, THIRD = EDITIONS
A_DAY, A_YEAR = timedelta(days=1), 366
NEVER = (date.max, date.max)
SIGN_OF_A_YEAR = Rule("sign", 1, "", "stock", "persons", Population(HELD.population.states, stale_after=A_YEAR))
DAYS = (date(2009, 1, 1), date(2014, 2, 15), date(2014, 7, 1), date(2017, 9, 30), date(2019, 12, 7), *EDITIONS, TODAY)


@dataclass(frozen=True)
class Listed:
    """The three editions in one register: their rows, what each import said, how the register stood after each."""

    way: str
    rows: Mapping[date, Sequence[Row]]
    outcomes: Mapping[date, importing.Outcome]
    seen: Mapping[date, read.View]

    def first_known(self, row: Row) -> date:
        return next(day for day in EDITIONS if any(one.source == row.source for one in self.rows[day]))

    def account(self, row: Row) -> Account:
        found = accounts(self.seen[THIRD]).account(record(row), EVERY, TODAY)
        assert found is not None
        return found

    def reckoned(self, row: Row, day: date, stale_after: int | None = None) -> Sure:
        return reckoned(row, self.way, self.first_known(row), day, stale_after)

    def between(self, earlier: date, later: date, as_of: date | None = None, rule: Rule = HELD) -> Changes:
        """From one edition's figure to another's; of one day, or of each edition's own."""
        first = Figure(as_of or earlier, earlier, self.seen[earlier])
        return changes(first, Figure(as_of or later, later, self.seen[later]), rule)


def record(row: Row) -> str:
    return record_in_list(write.register_key(), "China", [row.source])


def imported(path: Path, rows: Sequence[Row], way: str, day: date) -> importing.Outcome:
    path.write_text(plain_csv(rows, way), encoding="utf-8")
    terms = ListTerms("China", "Keeper", "Marta Veres", When.of(day.isoformat(), meaning=Meaning.published))
    prepared = importing.prepare(path, TODAY, terms)
    assert (prepared.problems, prepared.warnings) == ([], [])
    return importing.record(prepared, lambda receipt: None)


def bounds(found: object) -> Sure:
    return found.low, found.best, found.high  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def versions(shared: Path) -> Mapping[date, Sequence[Row]]:
    return {day: rows_of(shared, day) for day in EDITIONS}


@pytest.fixture(scope="module", params=[UNDATED, BY_PAGE])
def listed(
    versions: Mapping[date, Sequence[Row]], request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Listed]:
    place = tmp_path_factory.mktemp("china")
    fresh(request, "sqlite", place)
    outcomes, seen = {}, {}
    for day, rows in versions.items():
        outcomes[day] = imported(place / "china.csv", rows, request.param, day)
        seen[day] = read.view(None, Access.staff)
    yield Listed(request.param, versions, outcomes, seen)
    connections.close_all()


def test_what_the_source_has(versions: Mapping[date, Sequence[Row]]) -> None:
    assert [len(rows) for rows in versions.values()] == [884, 897, 926]
    sources = [{row.source for row in rows} for rows in versions.values()]
    assert [len(some) for some in sources] == [884, 897, 926]
    assert sources[0] < sources[1] < sources[2], "no row of an edition is gone from the next"
    changed = [
        (row.sentence, other.sentence)
        for earlier, later in pairwise(versions.values())
        for row in earlier
        for other in later
        if row.source == other.source and row != other
    ]
    assert [[len(one) for one in pair] for pair in changed] == [[11, 10], [9, 9]], "two slips in typing, of one a day"
    over = [sum(bool(plan and plan[1] < FIRST) for plan in map(plan_of, rows)) for rows in versions.values()]
    assert over == [474, 474, 476], "of more than half the plan was over when the first edition was made"


def plan_of(row: Row) -> tuple[date, date] | None:
    return span(row.sentence)


def test_what_the_source_says_of_deaths(versions: Mapping[date, Sequence[Row]]) -> None:
    for rows in versions.values():
        dead = [row for row in rows if row.died]
        assert len(dead) == 20
        assert sum(len(row.died) == 7 for row in dead) == 2
        both_days = [row for row in dead if len(row.died) == len(row.sentence) == 10]
        assert sum(row.died < row.sentence for row in both_days) == 3
        assert sum(after_the_plan(row) for row in both_days) == 3
        assert sum(after_the_plan(row) for row in dead) == 4, "the fourth plan is a month"


def after_the_plan(row: Row) -> bool:
    died, planned = span(row.died), span(row.sentence)
    return bool(died and planned and planned[1] < died[0])


def test_an_edition_adds_corrects_what_changed_and_misses_nobody(listed: Listed) -> None:
    assert [one.receipt.kinds["record"] for one in listed.outcomes.values()] == [884, 13, 29]
    assert [one.receipt.corrected for one in listed.outcomes.values()] == [0, 1, 0]
    assert [(one.missing, one.receipt.refused) for one in listed.outcomes.values()] == [([], [])] * 3


def test_the_one_day_that_changed_is_a_correction_of_a_plan_and_moves_nobody(listed: Listed) -> None:
    earlier = {row.source: row.planned for row in listed.rows[FIRST]}
    (row,) = [row for row in listed.rows[SECOND] if earlier.get(row.source, row.planned) != row.planned]
    every = read.claims(Query(person=[record(row)]), listed.seen[THIRD])
    said = [(one.body["when"]["edtf"], one.known["earliest"]) for one in every if one.body["field"] == "planned_end"]
    assert said == [(earlier[row.source], str(FIRST)), (row.planned, str(SECOND))]
    people = {change.person for change in listed.between(FIRST, SECOND).changes}
    assert record(row) not in people


@pytest.mark.parametrize("known", EDITIONS, ids=str)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_who_is_held_as_each_edition_knew_it(listed: Listed, day: date, known: date) -> None:
    expected = total([listed.reckoned(row, day) for row in listed.rows[known]])
    assert bounds(tally(day, known, listed.seen[THIRD]).count) == expected
    if day >= known:
        living = sum(not row.died for row in listed.rows[known])
        assert expected == (living, living, living)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_without_a_sign_for_a_year_they_leave_low_and_nothing_else(listed: Listed, day: date) -> None:
    found = bounds(tally(day, TODAY, listed.seen[THIRD], SIGN_OF_A_YEAR).count)
    assert found == total([listed.reckoned(row, day, A_YEAR) for row in listed.rows[THIRD]])
    assert found[1:] == bounds(tally(day, TODAY, listed.seen[THIRD]).count)[1:]


def test_nobody_leaves_on_a_planned_end(listed: Listed) -> None:
    plans = [(row, plan) for row in listed.rows[THIRD] if not row.died and (plan := span(row.sentence))]
    assert len(plans) == 770
    for row, plan in plans:
        account = {row.source: listed.account(row)}
        around = [bounds(count(account, HELD, day)) for day in (plan[0] - A_DAY, plan[0], plan[1], plan[1] + A_DAY)]
        assert around == sorted(around), "who is in before is in after"
        assert bounds(count(account, HELD, max(plan[1], TODAY))) == (1, 1, 1)


def test_a_death_ends_custody_and_a_plan_before_it_does_not(listed: Listed) -> None:
    for row in (row for row in listed.rows[THIRD] if row.died):
        account, (died, by), plan = {row.source: listed.account(row)}, span(row.died) or NEVER, span(row.sentence)
        for day in {died - A_DAY, died, by - A_DAY, by, *((plan[0], plan[1], plan[1] + A_DAY) if plan else ())}:
            assert bounds(count(account, HELD, day)) == listed.reckoned(row, day), (row.died, day)
            assert bounds(count(account, SIGN_OF_A_YEAR, day)) == listed.reckoned(row, day, A_YEAR)
        assert bounds(count(account, HELD, by)) == (0, 0, 0)
        assert count(account, HELD, died - A_DAY).high == 1


def test_of_who_died_after_the_plan_the_days_between_are_not_known_or_a_convention(listed: Listed) -> None:
    late = [row for row in listed.rows[THIRD] if after_the_plan(row)]
    between = [bounds(count({row.source: listed.account(row)}, HELD, (plan_of(row) or NEVER)[1])) for row in late]
    by_death = [bounds(count({row.source: listed.account(row)}, HELD, (span(row.died) or NEVER)[0])) for row in late]
    sign = [row for row in late if not row.held(BY_PAGE).startswith("..") and row.page <= row.planned]
    not_known = 4 if listed.way == UNDATED else 4 - len(sign)
    assert len(sign) == 2
    assert sorted(between) == [(0, 0, 1)] * not_known + [(1, 1, 1)] * (4 - not_known)
    assert by_death == [(0, 0, 0)] * 4


@pytest.mark.parametrize(("earlier", "later", "added"), [(FIRST, SECOND, 13), (SECOND, THIRD, 29), (FIRST, THIRD, 42)])
def test_who_was_added_was_not_arrested_by_it(listed: Listed, earlier: date, later: date, added: int) -> None:
    found = listed.between(earlier, later)
    assert found.by_reason() == {Reason.late_report: (added, added, added)}
    assert found.now == tuple(end + added for end in found.before)
    before = {row.source for row in listed.rows[earlier]}
    new = {record(row) for row in listed.rows[later] if row.source not in before}
    assert {one.person for one in found.changes} == new
    assert all(one.why.claims for one in found.changes)


@pytest.mark.parametrize(("known", "taken_in"), [(SECOND, 42), (THIRD, 29)], ids=str)
def test_where_the_keeper_declares_it_what_was_added_is_coverage(listed: Listed, known: date, taken_in: int) -> None:
    """The list itself declares nothing: what it would be called if its keeper had taken the country in by then."""
    assert listed.between(FIRST, THIRD).by_reason() == {Reason.late_report: (42, 42, 42)}
    keeper = agent_by_name(write.register_key(), "Keeper")
    body = {"keeper": keeper, "country": "CN", "list": "China", "known": str(known), "access": "staff"}
    body["sentence"] = "Pages that were not gone through before."
    one = coverage(write.register_key(), keeper, country="CN", list="China")
    by = write.actor("Marta Veres")
    try:
        write.enter([Draft("coverage", {"id": one, **body}, "test")], by)
        seen = read.view(None, Access.staff)
        for day in (FIRST, THIRD):
            found = changes(Figure(FIRST, FIRST, seen), Figure(day, THIRD, seen))
            (high, late) = taken_in, 42 - taken_in
            low = 0 if day == FIRST else 1
            parts = {
                Reason.coverage: (low * high, low * high, high),
                Reason.late_report: (low * late, low * late, late),
            }
            assert found.by_reason() == {reason: one for reason, one in parts.items() if any(one)}
        told = [one.why.coverage for one in found.of(Reason.coverage)]
        assert {one.sentence for one in told if one} == {body["sentence"]}
        assert changes(
            Figure(FIRST, FIRST, listed.seen[THIRD]), Figure(THIRD, THIRD, listed.seen[THIRD])
        ).by_reason() == {Reason.late_report: (42, 42, 42)}, "an earlier entry does not know it"
    finally:
        write.enter([Draft("coverage", {"id": one, **body, "retracted": "yes"}, "test")], by)
    seen = read.view(None, Access.staff)
    assert Reason.coverage not in changes(Figure(FIRST, FIRST, seen), Figure(THIRD, THIRD, seen)).by_reason()


@pytest.mark.parametrize("day", [day for day in DAYS if day <= FIRST], ids=str)
def test_what_became_known_of_an_earlier_day_is_a_late_report(listed: Listed, day: date) -> None:
    found = listed.between(FIRST, THIRD, day)
    assert found.by_reason() == {Reason.late_report: (0, 0, 42)}


def test_between_editions_nothing_happens_where_a_sign_is_asked_for(listed: Listed) -> None:
    found = listed.between(FIRST, THIRD, rule=SIGN_OF_A_YEAR)
    assert Reason.new_event not in found.by_reason()
    stale = sum(
        listed.reckoned(row, THIRD, A_YEAR)[0] - listed.reckoned(row, FIRST, A_YEAR)[0] for row in listed.rows[FIRST]
    )
    assert found.by_reason().get(Reason.no_sign, (0, 0, 0)) == (stale, 0, 0)
    for end, name in enumerate(Bounds._fields):
        parts = sum(getattr(one, name) for one in found.by_reason().values())
        assert parts == found.now[end] - found.before[end]


def test_rows_that_vanish_are_listed_and_stay(
    versions: Mapping[date, Sequence[Row]], register_sqlite: Path, tmp_path: Path
) -> None:
    newer, older = versions[THIRD], {row.source for row in versions[FIRST]}
    imported(tmp_path / "china.csv", newer, UNDATED, THIRD)
    kept = [row for row in newer if row.source in older]
    shorter = imported(tmp_path / "china.csv", kept, UNDATED, THIRD + A_DAY)
    gone = sorted(f"{row.name} (record {record(row)})" for row in newer if row.source not in older)
    assert (len(gone), sorted(shorter.missing)) == (42, gone)
    assert tally(TODAY, TODAY, read.view(None, Access.staff)).count.best == 906
