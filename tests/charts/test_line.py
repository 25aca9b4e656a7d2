"""The line and its band go where the plain loops of the oracle go, and a path is written number by number."""

from datetime import date, timedelta
from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.charts.given import LinePoint
from habeas.charts.line import draw_line
from habeas.charts.room import Box, Taken
from habeas.charts.scale import Days, Values
from habeas.charts.sheet import Sheet
from tests.charts.read import read
from tests.charts.test_stock import corners
from tests.oracle import stairs

FIRST, END = date(2000, 1, 1), 116.0
LEVELS = st.lists(st.integers(0, 40), min_size=3, max_size=3).map(sorted)
STEPS = st.lists(st.tuples(st.integers(-30, 900), LEVELS), min_size=1, max_size=60, unique_by=lambda one: one[0])
COORDINATES = st.floats(-2000, 2000) | st.integers(-20000, 20000).map(lambda tenths: tenths / 20)


@settings(max_examples=300, deadline=None)
@given(STEPS, st.sampled_from((30, 200, 800)))
def test_the_line_and_its_band_go_step_by_step(steps: list[tuple[int, list[int]]], long: int) -> None:
    days, values = Days(FIRST, FIRST + timedelta(days=long), 16.0, END), Values(40, 90.0, 10.0)
    sheet, plain = Sheet(200), Sheet(200)
    points = [LinePoint(FIRST + timedelta(days=day), *levels) for day, levels in steps]
    path, _ = draw_line(sheet, points, days, values, Taken(Box(0, 0, 200, 100)))
    shown = sorted((day, levels) for day, levels in steps if day <= long)
    shown = shown[max(len([day for day, _ in shown if day <= 0]) - 1, 0) :]
    if not shown:
        assert path == ()
        return
    low, best, high = (
        [(days.clipped(FIRST + timedelta(days=day)), levels[which]) for day, levels in shown] for which in range(3)
    )
    line, lower, upper = (
        [(x, values.y(level)) for x, level in corners]
        for corners in (stairs.line(best, END), stairs.edge(low, END, False), stairs.edge(high, END, True))
    )
    assert path == line
    if lower != upper:
        plain.area([*upper, *reversed(lower)], "c-acc3")
    plain.line(line, "l-acc")
    assert sheet.svg(100, "", "s", "", "") == plain.svg(100, "", "s", "", "")


@given(st.lists(st.integers(-3000, 3000)), st.integers(1, 2000))
def test_many_days_have_the_places_that_each_has(some: list[int], long: int) -> None:
    days = Days(FIRST, FIRST + timedelta(days=long), 16.0, END)
    each = [FIRST + timedelta(days=day) for day in some]
    assert days.clipped_each(each) == [days.clipped(day) for day in each]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(COORDINATES, COORDINATES), min_size=1, max_size=20))
def test_a_path_is_written_with_the_numbers_of_dots_on_its_corners(spots: list[tuple[float, float]]) -> None:
    sheet = Sheet(200)
    sheet.line(spots, "line")
    for x, y in spots:
        sheet.dot(x, y, 1, "dot")
    (drawn,) = read(sheet.svg(100, "", "s", "", ""))
    (path,) = drawn.of("line")
    dots = [(dot.attrib["cx"], dot.attrib["cy"]) for dot in drawn.of("dot")]
    assert [*corners(path.attrib["d"])] == [spot for spot, _ in groupby(dots)]
