"""The charts of a market: whatever the numbers, words stand apart and inside, and what is drawn is in proportion."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.charts.explained import ExplainedChart, draw_explained
from habeas.charts.intervals import Interval, IntervalsChart, draw_intervals
from habeas.charts.price import PriceChart, PriceMark, PricePoint, draw_price
from habeas.charts.ribbons import Ribbon, RibbonPicture, RibbonsChart, draw_ribbons

from .read import check, read, wide

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
numbers = st.floats(-9_000, 9_000, allow_nan=False)
three = st.lists(numbers, min_size=3, max_size=3).map(sorted)


def intervals(*rows: Interval) -> str:
    return draw_intervals(IntervalsChart("Who gains", "Intervals", rows, "loses", "gains"), "w")


def explained(observed: float, low: float, middle: float, high: float) -> str:
    words = (("Observed, 2020 to 2021", "+20 %"), ("The model", "+4 % (+1 to +9)"), ("Not explained", "16 points"))
    return draw_explained(ExplainedChart("Explained", "Bars", observed, low, middle, high, *words), "e")


def price(*points: PricePoint, marks: tuple[PriceMark, ...] = ()) -> str:
    return draw_price(PriceChart("Price", "By month", points, marks, points[:1] + points[-1:], MONTHS), "p")


def ribbons(*ways: Ribbon) -> str:
    pictures = [RibbonPicture("2020", ways), RibbonPicture("2021", ways)]
    return draw_ribbons(RibbonsChart("Ways", "Ribbons", "Zalesia", pictures), "r")


@given(st.lists(three, min_size=1, max_size=12), st.booleans())
def test_intervals_never_stand_on_each_other(rows: list[list[float]], whole: bool) -> None:
    made = [
        Interval("Producers of Zalesia", low, middle if whole else None, high, "−1 to +9") for low, middle, high in rows
    ]
    check(intervals(*made))


def test_an_interval_that_crosses_zero_is_ink_and_one_without_a_middle_has_no_dot() -> None:
    drawn = wide(intervals(Interval("A", -5, -2, -1, ""), Interval("B", -1, 2, 5, ""), Interval("C", 0, None, 4, "")))
    assert (len(drawn.dots("pt-in")), len(drawn.dots("pt")), len(drawn.dots("pt-acc"))) == (1, 1, 0)
    (loses, _, _) = drawn.of("l-in")
    assert loses is not None
    assert len(drawn.of("l-acc")) == 3


@given(numbers, three)
def test_a_share_is_drawn_whatever_the_model_has(observed: float, model: list[float]) -> None:
    check(explained(observed, *model))


def test_what_is_not_explained_has_its_true_size() -> None:
    drawn = wide(explained(20, 1, 4, 9))
    observed, model = drawn.of("c-acc") + drawn.of("c-acc2")
    (rest,) = drawn.of("l-acc1")

    def width(path: str) -> float:
        return float(path.split("h")[1].split("v")[0].split("H")[0])

    corners = rest.attrib["d"].removeprefix("M").split("H")
    wide_rest = float(corners[1].split("V")[0]) - float(corners[0].split()[0])
    assert wide_rest == pytest.approx(width(observed.attrib["d"]) - width(model.attrib["d"]), abs=0.2)


@given(st.lists(st.floats(1, 2_000), min_size=2, max_size=60), st.lists(st.integers(0, 1700), max_size=8))
def test_a_price_is_drawn_with_the_days_of_measures(values: list[float], marks: list[int]) -> None:
    points = [PricePoint(date(2019 + n // 12, n % 12 + 1, 15), value, "quay") for n, value in enumerate(values)]
    check(price(*points, marks=tuple(PriceMark(date.fromordinal(737060 + one), str(n)) for n, one in enumerate(marks))))


def test_two_terms_of_quotation_are_two_lines() -> None:
    points = [PricePoint(date(2019, n, 15), 80 + n, "mill" if n < 5 else "quay") for n in range(1, 10)]
    drawn = wide(price(*points))
    assert (len(drawn.of("l-acc")), len(drawn.of("l-ink3"))) == (1, 1)


@given(st.lists(st.tuples(st.floats(0, 15), st.floats(0, 5), st.booleans()), min_size=1, max_size=4))
def test_ribbons_have_room_for_their_names(ways: list[tuple[float, float, bool]]) -> None:
    check(ribbons(*(Ribbon(f"way {n}", t, t + more, shut, "1.2 Mt") for n, (t, more, shut) in enumerate(ways))))


def test_a_ribbon_is_as_wide_as_its_tonnes_and_a_closed_way_is_dashed() -> None:
    svg = ribbons(Ribbon("river", 4, 4, False, ""), Ribbon("pass", 1, 2, False, ""), Ribbon("coast", 0, 0, True, ""))
    for drawn in read(svg):
        wides = []
        for one in drawn.of("c-acc2")[:2]:
            path = one.attrib["d"].removeprefix("M").rstrip("z")
            first, last = path.split("L")[0].split(), path.split("L")[-1].split()
            wides.append(abs(float(last[0].split("V")[0]) - float(first[0])))
        assert wides[0] == pytest.approx(4 * wides[1], rel=0.05)
        assert len(drawn.of("l-rule2 dash")) == 2
