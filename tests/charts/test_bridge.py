"""The bridge between two totals, drawn: one scale, each step where the last ended, and a cut axis that says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.charts.bridge import BridgeChart, Step, draw_bridge
from habeas.charts.pieces import draw_pieces

from .read import check, read


def chart(away: list[int], both: int, added: list[int]) -> BridgeChart:
    first, second = both + sum(away), both + sum(added)
    steps, at = [Step("total", 0, first, "People held, Lantern Group", f"{first:,}", "rows")], first
    for many in away:
        steps.append(Step("goes", at, at - many, "freed before the other list’s day", f"−{many:,}"))
        at -= many
    steps.append(Step("both", 0, both, "on both lists", f"{both:,}", f"at least 0, at most {both:,}"))
    for many in added:
        steps.append(Step("comes", at, at + many, "not explained", f"+{many:,}"))
        at += many
    steps.append(Step("total", 0, second, "Docket of the Open Docket", f"{second:,}", "rows"))
    return BridgeChart("Bridge", "From one to the other", steps)


numbers = st.lists(st.integers(0, 9_000), max_size=4)


@given(numbers, st.integers(0, 20_000), numbers)
def test_whatever_the_numbers_the_words_stand_apart(away: list[int], both: int, added: list[int]) -> None:
    check(draw_bridge(chart(away, both, added), "b"))


@given(numbers, st.integers(0, 20_000), numbers)
def test_the_cut_hides_no_step(away: list[int], both: int, added: list[int]) -> None:
    drawn = chart(away, both, added)
    ends = [end for step in drawn.steps if step.sort in ("goes", "comes") for end in (step.first, step.last)]
    assert drawn.begins <= min(ends, default=0)


def test_all_bars_have_one_scale() -> None:
    wide, _ = read(draw_bridge(chart([100], 100, [200]), "b"))
    goes, comes = (float(wide.of(kind)[-1].attrib["d"].split("h")[1].split("v")[0]) for kind in ("c-in", "c-acc"))
    assert comes == pytest.approx(2 * goes, abs=0.2)
    assert not wide.of("zig")


def test_where_most_stays_the_bars_are_cut_and_a_zigzag_marks_it() -> None:
    drawn = chart([3, 38], 371, [61, 5])
    assert 0 < drawn.begins < 371
    wide, narrow = read(draw_bridge(drawn, "b"))
    assert len(wide.of("zig")) == len(narrow.of("zig")) == 2 * 3


def test_evidence_is_drawn_to_size_what_speaks_against_below() -> None:
    drawn = draw_pieces([5.0, 1.0, 0.0, -1.5])
    assert drawn.count('class="c-acc"') == drawn.count('class="c-acc2"') == drawn.count('class="c-in"') == 1
    assert 'aria-hidden="true"' in drawn
