"""A book counts what the plain loop counts: every account, every day, every known day, by NumPy and compiled."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.custody.whereabouts import Asked
from habeas.tally.book import book_of
from habeas.tally.breakdown import breakdown
from habeas.tally.count import count
from habeas.tally.derive import derive
from habeas.tally.loops import INSTALLED
from habeas.tally.ordinary import rectangles_of
from habeas.tally.rectangles import Derived
from habeas.tally.rule import Rule
from habeas.tally.stock import counted_on, divided, stock
from habeas.tally.table import Table
from tests.tally.tables import DAYS, KNOWN_DAYS, Register, asked_of, people_on, registers, rules, table_of

WAYS = [False, pytest.param(True, marks=pytest.mark.skipif(not INSTALLED, reason="numba is not installed"))]


@pytest.mark.parametrize("compiled", WAYS)
@settings(deadline=None, max_examples=60)
@given(registers(), rules)
def test_a_stock_is_that_of_the_plain_loop(compiled: bool, told: Register, rule: Rule) -> None:
    table = table_of(told)
    book = book_of(derive(table, asked_of(rule)), compiled)
    for known in KNOWN_DAYS:
        people = people_on(told, known)
        for day in DAYS:
            plain, found = count(people, rule, day), stock(book, rule, day.toordinal(), known.toordinal(), compiled)
            assert found == (plain.low, plain.best, plain.high), (day, known)
            here = counted_on(book, rule, day.toordinal(), known.toordinal())
            assert [table.people[person] for person in here.person] == [one.person for one in plain.people]
            assert {table.claims[claim] for claim in here.claims} == set(plain.claims) or rule.where


@settings(deadline=None, max_examples=60)
@given(registers(), rules, st.sampled_from(("state", "sex")))
def test_its_parts_are_those_of_the_plain_loop(told: Register, rule: Rule, by: str) -> None:
    book = book_of(derive(table_of(told), asked_of(rule)))
    for known in KNOWN_DAYS[-2:]:
        people = people_on(told, known)
        for day in DAYS[::3]:
            plain = {one.values[0]: one for one in breakdown(people, rule, day, [by])}
            found = {one.values[0]: one.bounds for one in divided(book, rule, (by,), *_at(day, known))}
            assert found.keys() <= plain.keys()
            assert all(found[value].best == one.best for value, one in plain.items() if value in found)
            for value, (low, _, high) in found.items():
                assert plain[value].low <= low
                assert high <= plain[value].high
            if not rule.population.recognised_by:  # else the plain way takes states apart from who recognises
                assert found == {value: (one.low, one.best, one.high) for value, one in plain.items()}, (day, known)


def _at(day: date, known: date) -> tuple[int, int]:
    return day.toordinal(), known.toordinal()


def rows(derived: Derived, table: Table) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Everything that was derived, with its cells in full, in one order."""
    some, moves = derived.rectangles, derived.moves
    starts = zip(some.claim_start, some.claim_start[1:], strict=False)
    claims = [[table.claims[claim] for claim in some.claims[start:end]] for start, end in starts]
    columns = (some.person, some.first, some.until, some.known, some.known_to)
    cells = [(*cell[:3], derived.cells.profiles[cell.profile]) for cell in derived.cells.cells]
    found = [
        (*map(int, row), cells[cell], told)
        for row, cell, told in zip(zip(*columns, strict=True), some.cell, claims, strict=True)
    ]
    move_cells = [(*cell[:3], derived.move_cells.profiles[cell.profile]) for cell in derived.move_cells.cells]
    move_columns = (moves.person, moves.day, moves.known, moves.known_to, moves.claim)
    points = [
        (*map(int, row), move_cells[cell])
        for row, cell in zip(zip(*move_columns, strict=True), moves.cell, strict=True)
    ]
    return sorted(found, key=repr), sorted(points, key=repr)


@pytest.mark.skipif(not INSTALLED, reason="numba is not installed")
@settings(deadline=None, max_examples=200)
@given(registers(judged=False) | registers())
def test_the_short_way_derives_what_the_long_way_does(told: Register) -> None:
    table = table_of(told)
    assert rows(rectangles_of(table, Asked(), True), table) == rows(derive(table, Asked()), table)
