"""What the charts are put together from: escaping, round numbers, the axis, words over rules, the width of words."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.charts.axis import periods
from habeas.charts.given import MONTHS
from habeas.charts.labels import Flag, place, staggered
from habeas.charts.room import Box, Taken, around, of_words
from habeas.charts.scale import Days, round_values
from habeas.charts.sheet import Sheet
from habeas.charts.type import BOLD, PLAIN, SIZES, face, lines, width

from .read import CSS, read

boxes = st.tuples(*(st.integers(0, 200) for _ in range(4))).map(
    lambda one: Box(one[0], one[1], one[0] + one[2], one[1] + one[3])
)
spots = st.tuples(st.integers(0, 300), st.integers(0, 300))


@given(st.text(), st.text())
def test_whatever_words_come_in_well_formed_xml_comes_out(words: str, title: str) -> None:
    sheet = Sheet(100)
    with sheet.linked("/x?a=1&b='\"", words):
        sheet.words(1, 2, words)
    (drawn,) = read(sheet.svg(10, "wide", "id", title, words))
    kept = (
        re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", words)
        .replace("\r\n", "\n")
        .replace("\r", "\n")
    )
    assert drawn.words() == [kept]


@given(st.lists(boxes, max_size=20), boxes)
def test_what_is_taken_is_what_comparing_each_with_each_finds(taken: list[Box], asked: Box) -> None:
    room = Taken(Box(0, 0, 300, 300))
    room.take(*taken)
    assert room.is_free(asked) == (asked.within(room.whole) and not any(asked.meets(one) for one in taken))


@given(st.lists(spots, min_size=2, max_size=20).map(sorted), boxes)
def test_what_a_path_takes_is_what_comparing_with_each_of_its_pieces_finds(
    some: list[tuple[int, int]], asked: Box
) -> None:
    stairs = [(x, y) for (x, before), (_, after) in pairwise(some) for y in (before, after)]
    room, steps = Taken(Box(0, 0, 300, 300)), Taken(Box(0, 0, 300, 300))
    steps.take_path(stairs)
    pieces = [Box(x, min(y, to_y), to_x, max(y, to_y)).wider(2, higher=2) for (x, y), (to_x, to_y) in pairwise(stairs)]
    assert steps.is_free(asked) == (asked.within(room.whole) and not any(asked.meets(one) for one in pieces))
    room.take_path(some)
    on_the_way = [middle(one, other, part / 8) for one, other in pairwise(some) for part in range(9)]
    assert not room.is_free(asked) or not any(asked.meets(around(*spot, 1)) for spot in on_the_way)


def middle(one: tuple[int, int], other: tuple[int, int], part: float) -> tuple[float, float]:
    return one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part


@given(st.integers(1, 10**9))
def test_round_numbers_are_few_even_and_reach_high(greatest: int) -> None:
    values = round_values(greatest)
    assert len(values) <= 4
    assert all(re.fullmatch(r"[125]0*", str(values[0])) for _ in values[:1])
    assert [one - other for one, other in zip(values[1:], values, strict=False)] == values[:1] * (len(values) - 1)
    assert all(value <= greatest for value in values)
    assert greatest == 1 or values[-1] >= greatest / 2


@pytest.mark.parametrize(
    ("span", "px", "named"),
    [
        (1460, 860, ["2021", "2022", "2023", "2024"]),
        (9000, 250, ["2025", "2030", "2035", "2040", "2045"]),
        (120, 860, ["Jan", "Feb", "Mar", "Apr", "May"]),
        (360, 250, ["Jan", "Mar", "May", "Jul", "Sep", "Nov"]),
        (20, 860, ["1 Jan", "8 Jan", "15 Jan"]),
    ],
)
def test_the_axis_names_what_there_is_room_for(span: int, px: float, named: list[str]) -> None:
    first = date(2021, 1, 1)
    days = Days(first, first + timedelta(days=span), 0, px)
    assert [one.words for one in periods(days, MONTHS)[0]] == named


@pytest.mark.parametrize("kind", ["s halo", "b h halo", "big halo"])
def test_a_number_never_stands_level_with_a_mark_which_would_be_a_zero_of_it_in_persian(kind: str) -> None:
    radius = 3.6
    label = place("1", kind, (100, 100), radius, Taken(Box(0, 0, 400, 200)))
    assert label
    assert not 100 - radius < label.y < 100 + radius + 0.7 * face(kind).size
    words = place("about 1", kind, (100, 100), radius, Taken(Box(0, 0, 400, 200)))
    assert words
    assert words.y > 100


rules = st.lists(st.tuples(st.integers(20, 900), st.sampled_from(["1", "12", "3–5, 8"])), max_size=25).map(sorted)


@given(rules)
def test_words_over_rules_neither_overlap_nor_are_struck_through(named: list[tuple[int, str]]) -> None:
    flags = staggered((((float(x),), words) for x, words in named), "s b", (0, 1120), ("middle", "start", "end"))

    def box(flag: Flag) -> Box:
        return of_words(flag.x, 100 * flag.row, flag.words, "s b", flag.anchor)

    for number, one in enumerate(flags):
        assert not any(box(one).meets(box(other)) for other in flags[number + 1 :])
        struck = [other.xs[0] for other in flags if other.row < one.row]
        assert not any(box(one).left < x < box(one).right for x in struck)


def test_words_are_broken_at_their_room() -> None:
    assert lines("in each round that was announced", 90, "s") == ["in each round", "that was", "announced"]
    assert lines("", 90) == []
    assert width("Recognised", "b") > width("Recognised") > width("Recognised", "s")


def test_the_sizes_are_those_of_the_style_sheet_and_none_is_under_12_px() -> None:
    css = CSS.read_text(encoding="utf-8")
    set_in = {name: int(size) for name, size in re.findall(r"\.chart \.(\w+) \{ font(?:-size)?:(?: 600)? (\d+)px", css)}
    assert set_in == SIZES
    assert re.search(r"\.chart text \{[^}]*font-size: 13px", css)
    assert face("") == (PLAIN, False)
    assert min(SIZES.values()) >= 12
    assert set(re.findall(r"\.chart \.(\w+) \{ font(?:-weight)?: 600", css)) == BOLD
