"""The revolving door, drawn: both sides on one scale, certain, possible and open ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.charts.door import DoorBar, DoorChart, draw_door

from .read import check, read

WORDS = ("5,000 or more recognised in custody", "follows from the numbers of the Lantern Group")
ends = st.tuples(st.integers(0, 5_000), st.integers(0, 5_000), st.booleans())
bars = st.lists(ends.map(lambda one: DoorBar(one[0], None if one[2] else one[0] + one[1], WORDS)), max_size=3)


def chart(came: list[DoorBar], went: list[DoorBar]) -> DoorChart:
    return DoorChart(
        "The door", "Who came and went", came, went, [("1,391", "31 July 2024"), ("1,244", "31 January 2025")]
    )


@given(bars, bars)
def test_whatever_the_numbers_the_words_stand_apart(came: list[DoorBar], went: list[DoorBar]) -> None:
    check(draw_door(chart(came, went), "d"))


def test_both_sides_have_one_scale() -> None:
    wide, _ = read(draw_door(chart([DoorBar(100, 100, ("100",))], [DoorBar(200, 200, ("200",))]), "d"))
    (came,), (went,) = wide.of("c-in"), wide.of("c-acc")
    width = [float(one.attrib["d"].split("h")[1].split("v")[0]) for one in (came, went)]
    assert width[1] == pytest.approx(2 * width[0], abs=0.2)


def test_what_is_possible_stands_behind_a_dashed_edge_and_what_is_open_has_none() -> None:
    wide, _ = read(draw_door(chart([], [DoorBar(0, 30, ("up to 30",)), DoorBar(10, None, ("10 or more",))]), "d"))
    assert len(wide.of("c-acc3")) == 2
    assert len(wide.of("c-acc")) == 1
    dashed = [one.attrib["d"] for one in wide.of("dash")]
    assert len(dashed) == 3  # one edge around, two along an open end


def test_without_a_number_there_is_no_bar() -> None:
    wide, narrow = read(draw_door(chart([], []), "d"))
    assert not wide.of("c-in")
    assert (
        wide.words()
        == narrow.words()
        == ["came in", "went out", "held", "1,391", "31 July 2024", "1,244", "31 January 2025"]
    )
