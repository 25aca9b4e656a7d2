"""A book with people of whom something was entered since says what a book made anew of everybody says."""

from datetime import date

import pytest
from hypothesis import given, settings

from habeas.custody.whereabouts import Asked
from habeas.tally.book import Book, book_of
from habeas.tally.derive import derive, derived_of
from habeas.tally.difference import At, difference
from habeas.tally.loops import INSTALLED
from habeas.tally.rectangles import Derived
from habeas.tally.revised import revised
from habeas.tally.rule import HELD, Rule
from habeas.tally.series import daily, flow, learned, steps
from habeas.tally.stock import counted_on, divided, division, stock, weights
from habeas.tally.surface import delays, surface
from habeas.tally.table import Table
from tests.tally.tables import DAYS, KNOWN_DAYS, Register, asked_of, registers, rules, table_of

WAYS = [False, pytest.param(True, marks=pytest.mark.skipif(not INSTALLED, reason="numba is not installed"))]
FIRST, LAST = DAYS[0].toordinal() - 40, DAYS[-1].toordinal()
KNOWN = [day.toordinal() for day in KNOWN_DAYS]
EVERY_DAY = list(range(DAYS[0].toordinal(), LAST + 1, 3))
BY = ("state", "sex")


def two_books(one: Register, other: Register, asked: Asked) -> tuple[Book, Book]:
    """Of the first, with what the second has of people; and of the second alone."""
    before, now = table_of({**other, **one}), table_of({**one, **other})
    since = book_of(derive(before, asked))
    for person in range(len(now.people)):
        since = since.with_people({person: _derived(now, person, asked)})
    return since, book_of(derive(now, asked))


def _derived(table: Table, person: int, asked: Asked) -> Derived:
    return derived_of(table.versions(person), asked, table.claim_number, person)


@pytest.mark.parametrize("compiled", WAYS)
@settings(deadline=None, max_examples=25)
@given(registers(), registers(), rules)
def test_every_figure_is_that_of_a_book_made_anew(compiled: bool, one: Register, other: Register, rule: Rule) -> None:
    since, anew = two_books(one, other, asked_of(rule))
    ends = [EVERY_DAY[0] + 5, EVERY_DAY[0] + 12, LAST + 30]
    for day, known in ((day, known) for day in EVERY_DAY for known in KNOWN[::2]):
        assert stock(since, rule, day, known, compiled) == stock(anew, rule, day, known, compiled)
        parts = ([*divided(book, rule, BY, day, known, compiled)] for book in (since, anew))
        assert next(parts) == next(parts)
        here = (counted_on(book, rule, day, known) for book in (since, anew))
        assert next(here).person.tolist() == next(here).person.tolist()
    for known in KNOWN[::2]:
        every, again = (daily(book, rule, FIRST, LAST, known, BY, compiled=compiled) for book in (since, anew))
        shown = [place for place, value in enumerate(every.values) if value in again.values]
        for mine, theirs in ((every.low, again.low), (every.best, again.best), (every.high, again.high)):
            assert (mine[:, shown] == theirs[:, [again.values.index(every.values[one]) for one in shown]]).all()
            assert mine.sum() == theirs.sum()
        step, same = (steps(book, rule, known) for book in (since, anew))
        assert (step.days.tolist(), step.sums.tolist()) == (same.days.tolist(), same.sums.tolist())
        came, came_again = (flow(book, rule, FIRST, LAST, known) for book in (since, anew))
        assert all((mine == theirs).all() for mine, theirs in zip(came[1:], came_again[1:], strict=True))
    surfaces = [surface(book, rule, EVERY_DAY, KNOWN, compiled).bounds.tolist() for book in (since, anew)]
    late = [
        delays(book, rule, ends, DAYS[0].toordinal(), "outflow", compiled).counts.tolist() for book in (since, anew)
    ]
    told = [[column.tolist() for column in learned(book, rule, KNOWN[0], LAST + 60)[1:]] for book in (since, anew)]
    assert (surfaces[0], late[0], told[0]) == (surfaces[1], late[1], told[1])
    assert revised(since, rule, EVERY_DAY[2]) == revised(anew, rule, EVERY_DAY[2])
    apart, apart_again = (
        difference(book, rule, At(EVERY_DAY[1], KNOWN[1]), At(EVERY_DAY[3], KNOWN[4]), compiled)
        for book in (since, anew)
    )
    assert [(one.person, one.before, one.revised, one.now) for one in apart] == [
        (one.person, one.before, one.revised, one.now) for one in apart_again
    ]


@settings(deadline=None, max_examples=60)
@given(registers(), registers(), rules)
def test_cells_that_came_later_are_counted_as_if_they_had_been_there(
    one: Register, other: Register, rule: Rule
) -> None:
    since, _ = two_books(one, other, asked_of(rule))
    cells = since.cells
    whole = type(cells)(cells.codes, cells.profiles)
    assert all((mine == plain).all() for mine, plain in zip(weights(cells, rule), weights(whole, rule), strict=True))
    mine, plain = division(cells, rule, BY), division(whole, rule, BY)
    assert mine.values == plain.values
    assert all((some == theirs).all() for some, theirs in zip(mine[1:], plain[1:], strict=True))


def test_an_empty_book_takes_people() -> None:
    nobody = book_of(derive(table_of({}), Asked()))
    assert stock(nobody.with_people({}), HELD, date(2021, 3, 1).toordinal(), KNOWN[0]) == (0, 0, 0)
