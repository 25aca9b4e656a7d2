"""A stock on every day at once: the same as the plain count of each day, with no step that is none."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings

from habeas.custody.course import course
from habeas.custody.report import Account
from habeas.tally.count import count
from habeas.tally.pieces_series import Series, series
from habeas.tally.rectangle import rectangles
from habeas.tally.rule import HELD, Rule
from tests.custody.drawn import the
from tests.tally.drawn import people, stocks
from tests.tally.zalesia import PRISON


def of(named: dict[str, Account], rule: Rule) -> Series:
    always = (date.min, date.max)
    return series(
        (
            one
            for person, account in named.items()
            for one in rectangles(person, account, course(account, rule.population), always, rule)
        ),
        the(0),
    )


@settings(deadline=None, max_examples=60)
@given(people, stocks)
def test_on_every_day_it_is_the_count_of_that_day(named: dict[str, Account], rule: Rule) -> None:
    drawn = of(named, rule)
    for day in [date.min, *(the(0) + timedelta(days=n) for n in range(-5, 15)), date.max]:
        counted = count(named, rule, day)
        assert drawn.on(day) == (counted.low, counted.best, counted.high), day


@settings(deadline=None)
@given(people, stocks)
def test_every_step_is_one(named: dict[str, Account], rule: Rule) -> None:
    drawn = of(named, rule)
    steps = list(zip(drawn.low, drawn.best, drawn.high, strict=True))
    assert drawn.days[0] == date.min
    assert all(one < other for one, other in pairwise(drawn.days))
    assert all(one != other for one, other in pairwise(steps))
    assert [drawn.on(day) for day in drawn.days] == steps


def test_the_small_prison() -> None:
    drawn = of(PRISON, HELD)
    assert [drawn.on(the(day)) for day in range(7)] == [
        (0, 0, 3),
        (3, 3, 7),
        (3, 3, 7),
        (1, 3, 7),
        (1, 3, 4),
        (0, 1, 2),
        (1, 2, 2),
    ]


def test_nobody_is_nobody_on_every_day() -> None:
    nobody = series([], the(0))
    assert nobody == Series((date.min,), (0,), (0,), (0,))
    assert nobody.on(the(3)) == (0, 0, 0)
