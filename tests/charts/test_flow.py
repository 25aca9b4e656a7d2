"""Who came or went: bars in proportion, a line where low and high differ, what was given up below the line."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.charts.flow import draw_flow
from habeas.charts.given import FlowBar, FlowChart

from .drawn import BEGIN, windows
from .read import check, narrow, wide


@st.composite
def charts(draw: st.DrawFn) -> FlowChart:
    first, last = draw(windows)
    bars = []
    for after in draw(st.lists(st.integers(-100, 2500), max_size=20)):
        start = BEGIN + timedelta(days=after)
        low, best, high = sorted(draw(st.lists(st.integers(-20, 900), min_size=3, max_size=3)))
        bounds = (low, high) if draw(st.booleans()) else (None, None)
        bars.append(FlowBar(start, start + timedelta(draw(st.sampled_from([0, 30]))), best, *bounds))
    return FlowChart(
        "Detained in Zalesia", "By the month", first, last, bars, draw(st.booleans()), "Entered", "by month"
    )


@settings(max_examples=100, deadline=None)
@given(charts())
def test_whatever_is_given_it_is_well_formed_and_no_words_collide(drawn: FlowChart) -> None:
    check(draw_flow(drawn, "flow"))


def months(*bars: FlowBar, into: bool = True) -> str:
    return draw_flow(FlowChart("Detained", "By month", date(2021, 1, 1), date(2021, 7, 1), bars, into), "f")


def test_a_bar_is_as_high_as_its_number_and_has_a_line_where_its_bounds_differ() -> None:
    january, june = (FlowBar(date(2021, month, 1), date(2021, month, 28), 40 + month, 40, 60) for month in (1, 6))
    sure = FlowBar(date(2021, 3, 1), date(2021, 3, 31), 60, 60, 60)
    drawn = wide(months(january, sure, june))
    (bars,) = drawn.of("c-in")
    assert "v200" in bars.attrib["d"]
    assert len([one for one in drawn.of("l") if one.attrib["d"].count("V") == 1]) >= 2
    assert drawn.text("40") is not None


@pytest.mark.parametrize("into", [True, False])
def test_what_was_given_up_hangs_from_the_line(into: bool) -> None:
    given_up = FlowBar(date(2021, 2, 1), date(2021, 2, 28), -5)
    both = months(FlowBar(date(2021, 1, 1), date(2021, 1, 31), 10), given_up, into=into)
    assert wide(both).height > wide(months(FlowBar(date(2021, 1, 1), date(2021, 1, 31), 10))).height
    assert narrow(both).of("c-in" if into else "c-acc2")


def test_of_nothing_there_is_a_line_and_its_days() -> None:
    assert "Entered" in wide(months()).words()
