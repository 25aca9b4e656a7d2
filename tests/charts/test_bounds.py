"""The strip under a figure and the bar beside a percentage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.charts.bounds import draw_bounds
from habeas.charts.given import Bounds
from habeas.charts.share import draw_share

from .read import Drawn, check, read

three = st.lists(st.integers(0, 20_000), min_size=3, max_size=3).map(sorted)


def strip(low: int, best: int, high: int) -> str:
    words = (f"at least {low:,}", f"{best:,}", f"at most {high:,}")
    return draw_bounds(Bounds("Bounds", "Low and high", low, best, high, *words), "b")


def only(svg: str) -> Drawn:
    (drawn,) = read(svg)
    return drawn


@given(three)
def test_whatever_the_bounds_the_words_stand_apart(bounds: list[int]) -> None:
    check(strip(*bounds))


@pytest.mark.parametrize(("best", "part"), [(100, 0), (150, 0.5), (200, 1)])
def test_the_figure_stands_between_its_bounds_in_proportion(best: int, part: float) -> None:
    drawn = only(strip(100, best, 200))
    ((x, _),) = drawn.dots("pt-acc")
    low, high = (float(one.attrib["d"][1:].split()[0]) for one in drawn.of("l-acc1"))
    assert x == pytest.approx(low + part * (high - low))


def test_bounds_that_agree_are_one_mark() -> None:
    drawn = only(strip(7, 7, 7))
    assert drawn.words() == ["7"]
    assert not drawn.of("c-acc3")


def test_zero_is_a_bound_like_another() -> None:
    assert only(strip(0, 0, 3)).words() == ["at least 0", "at most 3", "0"]


def test_bounds_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="out of order"):
        strip(3, 2, 5)


@pytest.mark.parametrize(("part", "wide"), [(0.5, "48"), (1, "96"), (0.01, "1")])
def test_a_share_is_as_wide_as_its_part(part: float, wide: str) -> None:
    (bar,) = only(draw_share(part)).of("c-acc2")
    assert bar.attrib["d"] == f"M0 0h{wide}v9h-{wide}z"


def test_no_share_has_no_bar_and_more_than_all_is_refused() -> None:
    assert not only(draw_share(0)).of("c-acc2")
    with pytest.raises(ValueError, match="between 0 and 1"):
        draw_share(1.2)
