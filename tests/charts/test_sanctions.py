"""Sanctions over time: solid, hatched and pale stretches as wide as their days, and the acts above them."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.charts.given_sanctions import (
    SanctionLevel,
    SanctionMark,
    SanctionRow,
    SanctionsChart,
    SanctionShape,
    SanctionStep,
)
from habeas.charts.sanctions import draw_sanctions

from .drawn import days, stretches
from .read import Drawn, check, wide

FIRST, LAST = date(2020, 1, 1), date(2024, 12, 31)
LEVELS: tuple[SanctionLevel, ...] = ("none", "full", "eased", "possible")
SHAPES: tuple[SanctionShape, ...] = ("ring", "half", "disc")


def chart(*rows: SanctionRow) -> SanctionsChart:
    return SanctionsChart("Said, issued", "Bank of Zareche", FIRST, LAST, rows)


def x(day: date) -> float:
    return 158 + (1036 - 158) * (day - FIRST).days / (LAST - FIRST).days


def spans(drawn: Drawn, fill: str) -> list[tuple[float, float]]:
    paths = [one.attrib["d"] for one in drawn.root.iter("path") if fill in (one.get("class"), one.get("fill"))]
    corners = (re.match(r"M([\d.]+) [\d.]+h([\d.]+)", path) for path in paths)
    return sorted((float(one[1]), float(one[1]) + float(one[2])) for one in corners if one)


@st.composite
def rows(draw: st.DrawFn) -> SanctionRow:
    steps = [
        SanctionStep(day, draw(st.sampled_from(LEVELS)), draw(st.sampled_from(["", "listed", "listed, licensed"])))
        for day in sorted(draw(st.sets(days, max_size=6)))
    ]
    marks = [
        SanctionMark(*span, draw(st.sampled_from(SHAPES)), "licensed, GL 1", draw(st.sampled_from(["", "/claims/x"])))
        for span in draw(st.lists(stretches, max_size=4))
    ]
    return SanctionRow("Norland <&>", draw(st.sampled_from(["", "Bank of Zareche", "timber " * 12])), steps, marks)


@settings(max_examples=150, deadline=None)
@given(st.lists(rows(), min_size=1, max_size=5), days, st.integers(1, 3000))
def test_whatever_is_given_it_is_well_formed_and_no_words_collide(
    some: list[SanctionRow], first: date, long: int
) -> None:
    check(draw_sanctions(SanctionsChart("t", "d", first, first + timedelta(long), some), "measures"))


def test_a_stretch_is_as_wide_as_its_days() -> None:
    turns = [date(2020, 6, 1), date(2020, 6, 30), date(2023, 2, 1), date(2024, 2, 1)]
    levels: list[SanctionLevel] = ["possible", "full", "eased", "none"]
    steps = [SanctionStep(day, level, "listed") for day, level in zip(turns, levels, strict=True)]
    drawn = wide(draw_sanctions(chart(SanctionRow("Norland", "", steps, [])), "p"))
    assert spans(drawn, "url(#p-wide-may)") == [pytest.approx((x(turns[0]), x(turns[1])), abs=0.1)]
    assert spans(drawn, "c-ink3") == [pytest.approx((x(turns[1]), x(turns[2])), abs=0.1)]
    assert spans(drawn, "c-paper") == [pytest.approx((x(turns[2]), x(turns[3])), abs=0.1)]


def test_an_act_stands_on_its_last_day_with_a_line_over_those_that_are_possible() -> None:
    act = SanctionMark(date(2021, 3, 1), date(2021, 8, 31), "disc", "listed", "/claims/x")
    said = SanctionMark(date(2022, 3, 1), date(2022, 3, 1), "ring")
    drawn = wide(draw_sanctions(chart(SanctionRow("Norland", "", [], [act, said])), "p"))
    assert [spot[0] for spot in drawn.dots("pt-acc")] == [pytest.approx(x(act.last), abs=0.1)]
    assert [spot[0] for spot in drawn.dots("pt-said")] == [pytest.approx(x(said.last), abs=0.1)]
    assert len(drawn.of("l-acc1")) == 1


def test_an_act_that_is_not_on_the_axis_is_not_drawn() -> None:
    late = SanctionMark(date(2025, 3, 1), date(2025, 3, 1), "disc")
    assert not wide(draw_sanctions(chart(SanctionRow("Norland", "", [], [late])), "p")).dots("pt-acc")
