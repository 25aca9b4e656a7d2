"""Every row of revisions is the figure of its day as known on its day; every point of the surface, too."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from habeas.answers import counted_by, tally
from habeas.answers.accounts import accounts
from habeas.answers.months import month_end
from habeas.answers.public import AskError
from habeas.answers.revisions import Asked, Revisions, revisions
from habeas.claims.vocabulary import Access
from habeas.tally.count import count
from habeas.tally.lens import EVERY
from tests.oracle.everybody import everybody

from .test_series import prison as prison  # the fixture

LATE = date(2026, 1, 1)
RULES = ["", "taken", "people taken", "freed", "freed in the year"]


def asked(rule: str = "", as_of: date = date(2021, 7, 31), known_on: date = LATE, **more: Any) -> Revisions:
    seen = tally.view(None, Access.staff)
    return revisions(Asked(as_of, known_on, counted_by.rule_named(rule, seen), **more), seen)


def plain(found: Revisions, day: date, known_on: date) -> tuple[int, int, int]:
    """The plain loop over everybody, as known on a day."""
    every, rule = accounts(found.footing.seen), found.asked.rule
    people, groups, read = everybody(every, EVERY, known_on), every.groups(EVERY, known_on), every.read
    one = count(people, rule, day, groups, same=read.same, different=read.different, contradicts=read.contradicts)
    return one.low, one.best, one.high


@pytest.mark.usefixtures("prison")
@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("as_of", [date(2021, 5, 31), date(2021, 7, 31)])
def test_between_two_rows_every_known_day_has_the_figure_of_the_first(rule: str, as_of: date) -> None:
    found = asked(rule, as_of)
    turns = {one.known_on: tuple(one.bounds) for one in found.rows}
    assert turns or (as_of.month == 5 and "freed" in rule)
    for known_on in (*(date(2021, 5, 1) + timedelta(days) for days in range(120)), date(2025, 11, 13), LATE):
        here = next((turns[day] for day in sorted(turns, reverse=True) if day <= known_on), (0, 0, 0))
        assert here == plain(found, as_of, known_on), known_on


@pytest.mark.usefixtures("prison")
@pytest.mark.parametrize("rule", RULES)
def test_each_row_changes_something_and_the_changes_add_up(rule: str) -> None:
    found = asked(rule)
    assert found.rows[0].change is None
    for before, one in zip(found.rows, found.rows[1:], strict=False):
        assert one.change
        assert any(one.change)
        assert tuple(one.bounds) == tuple(a + b for a, b in zip(before.bounds, one.change, strict=True))
    assert [one.before for one in found.rows] == [one.known_on < found.asked.as_of for one in found.rows]


@pytest.mark.usefixtures("prison")
def test_what_is_known_later_is_no_row_and_what_was_known_on_the_day_comes_first() -> None:
    found = asked(known_on=date(2021, 8, 20))
    assert max(one.known_on for one in found.rows) <= date(2021, 8, 20)
    assert found.since[0].known_on <= found.asked.as_of < found.since[1].known_on


@pytest.mark.usefixtures("prison")
def test_every_point_of_the_surface_is_the_stock_as_it_was_known() -> None:
    found = asked(surface=True, first=date(2021, 4, 5), known_on=date(2021, 12, 15))
    assert found.surface
    assert found.surface.days == tuple(month_end(date(2021, month, 1)) for month in (4, 5, 6, 7))
    assert found.surface.knowns[-1] == date(2021, 12, 15)
    for day, points in zip(found.surface.days, found.surface.points, strict=True):
        for known_on, point in zip(found.surface.knowns, points, strict=True):
            assert (point is None) == (known_on < day)
            assert point is None or tuple(point) == plain(found, day, known_on)


@pytest.mark.usefixtures("prison")
def test_late_reports_stand_at_their_months() -> None:
    found = asked(delays=True, first=date(2021, 5, 1), last=date(2021, 7, 31), known_on=date(2021, 12, 31))
    assert found.delays
    # May: B and C in it, C taken back in July; A a month later. June: D, whose day was vague.
    assert [one.learned[:3] for one in found.delays] == [(2, 1, -1), (1, 0, 0), (0, 0, 0)]
    assert [len(one.learned) for one in found.delays] == [8, 7, 6]


@pytest.mark.usefixtures("prison")
def test_what_cannot_be_had_is_refused_and_what_the_rule_is_silent_of_has_no_row() -> None:
    with pytest.raises(AskError, match="the surface is of who is in on a day"):
        asked("taken", surface=True)
    with pytest.raises(AskError, match="lies after"):
        asked(delays=True, first=date(2021, 9, 1), last=date(2021, 7, 31))
    with pytest.raises(AskError, match="240 are the most"):
        asked(delays=True, first=date(1990, 1, 1))
    silent = asked("held in summer", date(2021, 12, 31))
    assert (silent.rows, silent.notes) == (
        (),
        ("the rule held in summer speaks of the days from 2021-06-01 to 2021-08-10 alone",),
    )


def test_a_register_of_nobody_says_so(register: Path) -> None:
    found = asked(surface=True, delays=True)
    assert (found.rows, found.notes) == ((), ("nobody is named here",))


@pytest.mark.usefixtures("prison")
def test_a_round_of_whom_nobody_is_named_stands_in_the_triangle_when_it_was_told() -> None:
    found = asked("freed", delays=True, first=date(2021, 7, 1), last=date(2021, 7, 31))
    assert found.delays
    (july,) = [one.learned for one in found.delays]
    # A in August, by the last day of hers that may be, is of that month; the round of 20 and D were told of in 2025.
    assert (july[:3], july[52], sum(july)) == ((0, 0, 0), 21, 21)
