"""A figure by the day it was known: from zero, and enlarged with its range where it moves little."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.charts.given import LinePoint, RevisedChart
from habeas.charts.revised import draw_revised

from .drawn import line_points, windows
from .read import check, narrow, wide


@st.composite
def charts(draw: st.DrawFn) -> RevisedChart:
    points = draw(st.lists(line_points(), max_size=20))
    return RevisedChart("Held on 30 June", "As known", *draw(windows), points)


@settings(max_examples=100, deadline=None)
@given(charts())
def test_whatever_is_given_it_is_well_formed_and_no_words_collide(drawn: RevisedChart) -> None:
    check(draw_revised(drawn, "revised"))


def revised(*figures: int) -> str:
    points = [LinePoint(date(2021, month, 1), best, best, best + 1) for month, best in enumerate(figures, 1)]
    return draw_revised(RevisedChart("Held", "As known", date(2021, 1, 1), date(2021, 7, 1), points), "r")


def test_a_figure_that_moves_little_is_enlarged_and_the_range_is_named() -> None:
    drawn = wide(revised(480, 471, 475))
    assert "Enlarged 471 to 481" in " ".join(drawn.words())
    assert len(drawn.of("l-acc")) == 2
    assert "Enlarged" in narrow(revised(480, 471, 475)).words()


def test_one_that_moves_much_or_not_at_all_is_drawn_once() -> None:
    assert len(wide(revised(480, 100)).of("l-acc")) == 1
    unmoved = [LinePoint(date(2021, 1, 1), 7, 7, 7)]
    assert (
        len(wide(draw_revised(RevisedChart("a", "b", date(2021, 1, 1), date(2021, 7, 1), unmoved), "r")).of("l-acc"))
        == 1
    )


def test_of_nothing_there_are_the_days() -> None:
    assert not wide(revised()).of("l-acc")
