"""One person's time: solid where certain, fading over exactly the days that are possible."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from habeas.charts.custody import draw_custody
from habeas.charts.given import ActMark, CustodyChart, CustodyStep, Place, Recognised

from .drawn import custody_charts
from .read import Drawn, check, narrow, wide

FIRST, LAST = date(2022, 1, 1), date(2024, 12, 31)
FREE, POSSIBLE, HELD = (False, False, False), (False, True, True), (True, True, True)


def chart(*steps: tuple[date, tuple[bool, bool, bool], str], **more: Any) -> CustodyChart:
    given_steps = [CustodyStep(day, *level, state) for day, level, state in steps]
    return CustodyChart("Yazep Kalyada", "Held in Zalesia", FIRST, LAST, given_steps, **more)


def x(day: date) -> float:
    return 158 + (1036 - 158) * (day - FIRST).days / (LAST - FIRST).days


def spans(drawn: Drawn, fill: str) -> list[tuple[float, float]]:
    """From where to where each rectangle filled so goes, in the order of time."""
    paths = [one.attrib["d"] for one in drawn.root.iter("path") if fill in (one.get("class"), one.get("fill"))]
    corners = (re.match(r"M([\d.]+) [\d.]+h([\d.]+)", path) for path in paths)
    return sorted((float(one[1]), float(one[1]) + float(one[2])) for one in corners if one)


@settings(max_examples=150, deadline=None)
@given(custody_charts())
def test_whatever_is_given_it_is_well_formed_and_no_words_collide(drawn: CustodyChart) -> None:
    check(draw_custody(drawn, "custody"))


def test_the_fade_is_as_wide_as_the_days_that_are_possible() -> None:
    days = [date(2022, 3, 3), date(2022, 4, 2), date(2023, 6, 1), date(2023, 7, 1)]
    steps = zip([date.min, *days], [FREE, POSSIBLE, HELD, POSSIBLE, FREE], strict=True)
    drawn = wide(draw_custody(chart(*((day, level, "") for day, level in steps)), "p"))
    assert spans(drawn, "url(#p-wide-in)") == [pytest.approx((x(days[0]), x(days[1])), abs=0.6)]
    assert spans(drawn, "c-acc") == [pytest.approx((x(days[1]), x(days[2])), abs=0.6)]
    assert spans(drawn, "url(#p-wide-out)") == [pytest.approx((x(days[2]), x(days[3])), abs=0.6)]


@pytest.mark.parametrize(
    ("levels", "fade"),
    [
        ((HELD, POSSIBLE, HELD), "dip"),
        ((FREE, POSSIBLE, FREE), "rise"),
        ((FREE, POSSIBLE), "rise"),
        ((HELD, POSSIBLE), "out"),
    ],
)
def test_a_doubt_fades_towards_the_days_of_freedom(levels: tuple[tuple[bool, bool, bool], ...], fade: str) -> None:
    days = (date.min, date(2023, 1, 1), date(2024, 1, 1))
    drawn = draw_custody(chart(*((day, level, "") for day, level in zip(days, levels, strict=False))), "p")
    assert set(re.findall(r"url\(#p-wide-(\w+)\)", drawn)) == {fade}


def test_states_are_named_in_the_row_where_they_fit_and_freedom_below_it() -> None:
    steps = (
        (date(2022, 1, 1), HELD, "remand"),
        (date(2022, 9, 1), HELD, "serving five years"),
        (date(2023, 9, 1), FREE, "at liberty"),
        (date(2024, 6, 1), HELD, "police"),
        (date(2024, 6, 3), HELD, "remand"),
    )
    drawn = wide(draw_custody(chart(*steps), "p"))
    assert {one.text for one in drawn.of("t-paper")} == {"remand", "serving five years"}
    assert "at liberty" in drawn.words()
    assert len(drawn.of("l-acc1 dash")) == 1
    assert len(drawn.of("l-paper")) == 2


def test_an_end_that_nobody_saw_is_said() -> None:
    held, freed = (
        chart((date.min, HELD, ""), open_words="still held"),
        chart((date.min, FREE, ""), open_words="still held"),
    )
    assert "still held" in wide(draw_custody(held, "p")).words()
    assert "still held" in narrow(draw_custody(held, "p")).words()
    assert "still held" not in draw_custody(freed, "p")


def test_an_act_is_joined_to_the_day_it_became_known() -> None:
    act = ActMark(date(2022, 3, 1), date(2022, 3, 31), "Detained", date(2022, 8, 1))
    drawn = wide(draw_custody(chart((date.min, FREE, ""), acts=[act]), "p"))
    (known,) = drawn.dots("pt")
    assert known[0] == pytest.approx(x(date(2022, 8, 1)), abs=0.1)
    (fall,) = drawn.of("l-rule2")
    assert fall.attrib["d"] == f"M{x(date(2022, 3, 16)):.1f} {known[1] - 40:g}L{known[0]:g} {known[1]:g}"
    assert {"Detained", "Known"} <= set(drawn.words())


def test_an_act_kept_apart_is_told_by_a_shape_and_not_by_colour_alone() -> None:
    acts = [ActMark(date(2023, 1, 1), date(2023, 1, 1), "Freed", apart=True), ActMark(None, None, "Seen")]
    drawn = wide(draw_custody(chart((date.min, HELD, ""), acts=acts), "p"))
    assert len(drawn.of("pt-doubt")) == len(drawn.of("l-doubt dash")) == 1
    assert "Seen" not in drawn.words()


def test_many_acts_in_a_narrow_chart_have_numbers_over_them_and_their_words_in_a_key() -> None:
    words = ("Detained", "Charged", "Sentenced", "Transferred", "Moved", "Seen held", "Pardoned", "Released")
    acts = [
        ActMark(date(2023, 1, day), date(2023, 1, day), word, href=f"/claims/{day}", apart=word == "Charged")
        for day, word in enumerate(words, 1)
    ]
    acts.append(ActMark(date(2024, 6, 1), date(2024, 6, 1), "Detained", href="/claims/9"))
    svg = draw_custody(chart((date.min, HELD, ""), acts=acts), "p")
    drawn = narrow(svg)
    key = [f"{number} {act.word}" for number, act in enumerate(acts, 1)]
    assert {"1–8", "9", *key} <= set(drawn.words())
    assert set(words).isdisjoint(drawn.words())
    assert len(drawn.of("l")) + len(drawn.of("l-doubt dash")) >= len(acts)
    axis = drawn.box(drawn.text("2024")).bottom
    assert all(drawn.box(drawn.text(one)).top >= axis for one in key)
    assert [one.attrib["href"] for one in drawn.root.iter("a")] == [act.href for act in acts]
    assert set(words) <= set(wide(svg).words())


def test_rows_are_named_only_where_something_is_in_them() -> None:
    bare = wide(draw_custody(chart((date.min, HELD, "")), "p"))
    assert not {"Where", "Recognised by", "Known"} & set(bare.words())
    rows = {
        "places": [Place(FIRST, None, "Colony No. 9")],
        "recognised": [Recognised("Lantern Group", [(FIRST, None)], "criteria a")],
    }
    full = wide(draw_custody(chart((date.min, HELD, ""), **rows), "p"))
    assert {"Where", "Colony No. 9", "Recognised by", "Lantern Group", "criteria a"} <= set(full.words())


def test_a_body_that_does_not_use_the_term_has_words_and_no_band() -> None:
    said = [Recognised("Open Docket", [], "keeps a record of the case")]
    drawn = wide(draw_custody(chart((date.min, HELD, ""), recognised=said), "p"))
    assert [one.text for one in drawn.of("w")] == ["keeps a record of the case"]
    assert not drawn.of("c-acc3")


def test_an_open_stay_fades_out_after_the_last_act() -> None:
    begun, told_to = date(2022, 6, 1), date(2023, 6, 1)
    steps = (date.min, FREE, ""), (begun, HELD, "remand")
    drawn = wide(draw_custody(chart(*steps, told_to=told_to, open_words="no act seen since"), "p"))
    assert spans(drawn, "c-acc") == [pytest.approx((x(begun), x(told_to)), abs=0.6)]
    assert spans(drawn, "url(#p-wide-out)") == [pytest.approx((x(told_to), 1036), abs=0.6)]
    vague = (date.min, FREE, ""), (begun, POSSIBLE, ""), (told_to, HELD, "")
    of_one_act = wide(draw_custody(chart(*vague, told_to=told_to), "p"))
    assert spans(of_one_act, "url(#p-wide-in)") == [pytest.approx((x(begun), x(told_to)), abs=0.6)]
    assert spans(of_one_act, "url(#p-wide-out)") == [pytest.approx((x(told_to), 1036), abs=0.6)]
