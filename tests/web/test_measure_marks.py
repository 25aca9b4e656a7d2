"""Measures share numbers where they are many: by the month, the quarter, half a year, a year; none is left out."""

from datetime import date, timedelta

import pytest

from habeas.answers.chronicle import Event
from habeas.web.measure_marks import MOST, marked


def every(days: int, how_many: int) -> list[Event]:
    """So many measures, each so many days after the one before."""
    on = [date(2021, 1, 1) + timedelta(days=days * number) for number in range(how_many)]
    return [Event(day, day, "impose", "Norland", ("timber",), ("a",)) for day in on]


def test_a_few_have_each_a_number_of_its_own() -> None:
    assert marked(every(1, MOST)) == [[one] for one in every(1, MOST)]
    assert marked([]) == []


@pytest.mark.parametrize(("days", "how_many", "numbers"), [(10, 20, 7), (30, 20, 7), (60, 24, 8), (90, 40, 10)])
def test_many_share_those_of_the_shortest_stretch_that_a_reader_can_take_in(
    days: int, how_many: int, numbers: int
) -> None:
    found = marked(every(days, how_many))
    assert len(found) == numbers <= MOST
    assert [one for some in found for one in some] == every(days, how_many)
