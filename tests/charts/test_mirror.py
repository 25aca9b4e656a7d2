"""A drawing in a mirror: time runs from the right, words and numerals stay as they are."""

import re

from hypothesis import given
from hypothesis import strategies as st

from habeas.charts.mirror import mirrored
from habeas.charts.room import Box
from habeas.charts.sheet import Sheet


def drawn(width: float, x: float) -> str:
    """A drawing with a point, a line, a rectangle and words at x."""
    sheet = Sheet(width)
    sheet.dot(x, 5, 2, "pt")
    sheet.line([(x, 1), (x + 10, 2), (x + 10, 9)], "l")
    sheet.boxes([Box(x, 2, x + 4, 8)], "c")
    sheet.words(x, 9, "12 <b> 2025", "s", "end")
    sheet.gradients("stop", {"fade": [(0, 0), (1, 1)]})
    return sheet.svg(20, "wide", "p", "A title", "M3 4 h5: a description")


def test_places_are_counted_from_the_other_side() -> None:
    found = mirrored(drawn(100, 30))
    assert 'cx="70"' in found
    assert 'd="M70 1L60 2V9"' in found
    assert 'd="M70 2h-4v6h4z"' in found
    assert 'x="70" y="9"' in found


def test_words_stand_as_they_are_and_begin_at_the_right() -> None:
    found = mirrored(drawn(100, 30))
    assert "12 &lt;b&gt; 2025" in found
    assert "M3 4 h5: a description" in found
    assert 'direction="rtl"' in found


def test_a_fade_runs_the_other_way() -> None:
    assert '<linearGradient x1="1" x2="0" id="fade">' in mirrored(drawn(100, 30))


@given(st.integers(0, 90), st.integers(91, 2000))
def test_a_mirror_in_a_mirror_shows_the_thing_itself(x: int, width: int) -> None:
    once = drawn(width, x)
    twice = mirrored(mirrored(once).replace('direction="rtl"', 'direction="ltr"'))
    plain = re.sub(r' x1="1" x2="0"', "", twice).replace('direction="rtl"', 'direction="ltr"')
    assert plain == once


def test_each_of_several_is_mirrored_in_its_own_width() -> None:
    assert re.findall(r'cx="(\d+)"', mirrored(drawn(100, 30) + drawn(60, 30))) == ["70", "30"]
