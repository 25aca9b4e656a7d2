"""The chart of the front page: every mark where its number and day put it, whatever else is drawn."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings

from habeas.charts.given import Bar, Event, Kind, LinePoint, Point, PublishedSeries, StockChart, StockWords
from habeas.charts.stock import draw_stock

from .drawn import stock_charts
from .read import Drawn, check, narrow, read, wide

FIRST, LAST = date(2021, 1, 1), date(2024, 12, 31)


def chart(*points: Point, joined: bool = True, **more: Any) -> StockChart:
    series = [PublishedSeries("Lantern Group", "disc", joined, points)] if points else []
    return StockChart("Held", "In Zalesia", FIRST, LAST, series=series, **more)


def on(year: int, month: int, day: int, value: int, label: str = "") -> Point:
    return Point(date(year, month, day), date(year, month, day), value, label=label)


def base(drawn: Drawn) -> float:
    """The y of zero: that of the axis."""
    return float(drawn.of("l")[0].attrib["d"].split("H")[0].split()[1])


def corners(path: str) -> Iterator[tuple[str, str]]:
    """The x and y that a path comes to."""
    x = y = ""
    for kind, said in re.findall(r"([MHVL])([-\d. ]+)", path):
        given = said.split()
        x, y = (given[0] if kind != "V" else x), (given[-1] if kind != "H" else y)
        yield x, y


def heights(path: str, drawn: Drawn) -> list[float]:
    """How far over zero a path is at each of its corners."""
    return [base(drawn) - float(y) for _, y in corners(path)]


@settings(max_examples=150, deadline=None)
@given(stock_charts())
def test_whatever_is_given_it_is_well_formed_and_no_words_collide(drawn: StockChart) -> None:
    check(draw_stock(drawn, "stock"))


def test_a_mark_for_500_stands_halfway_to_one_for_1000() -> None:
    svg = draw_stock(chart(on(2022, 1, 1, 500), on(2023, 1, 1, 1000)), "s")
    for drawn in read(svg):
        (_, high), (_, low) = drawn.dots("pt")
        assert base(drawn) - low == pytest.approx((base(drawn) - high) / 2, abs=0.2)


def test_the_line_does_not_move_the_marks() -> None:
    line = [LinePoint(date(2020, 1, 1), 3, 4, 5), LinePoint(date(2022, 5, 1), 400, 450, 500)]
    with_line, without = (draw_stock(chart(on(2022, 1, 1, 500), line=each), "s") for each in (line, ()))
    assert wide(with_line).dots("pt") == wide(without).dots("pt")


def test_two_figures_for_one_day_are_two_marks() -> None:
    drawn = wide(draw_stock(chart(on(2022, 1, 1, 900), on(2022, 1, 1, 930)), "s"))
    assert len({y for _, y in drawn.dots("pt")}) == 2


@pytest.mark.parametrize(("after", "joins", "absences"), [(200, 1, 0), (201, 0, 1)])
def test_marks_more_than_200_days_apart_are_not_joined_and_the_gap_is_said(
    after: int, joins: int, absences: int
) -> None:
    day = date(2022, 1, 1)
    later = day + timedelta(days=after)
    drawn = wide(draw_stock(chart(on(2022, 1, 1, 900), Point(later, later, 930)), "s"))
    assert (len(drawn.of("l-joined")), drawn.words().count("no figure")) == (joins, absences)


def test_another_speakers_marks_are_not_joined() -> None:
    drawn = wide(draw_stock(chart(on(2022, 1, 1, 900), on(2022, 2, 1, 930), joined=False), "s"))
    assert not drawn.of("l-joined")
    assert "no figure" not in drawn.words()


def test_a_figure_for_a_year_has_its_mark_in_the_middle_of_a_line_of_a_year() -> None:
    drawn = wide(draw_stock(chart(Point(date(2022, 1, 1), date(2022, 12, 31), 80)), "s"))
    ((x, y),) = drawn.dots("pt")
    (line,) = (
        one.attrib["d"] for one in drawn.of("l") if one.attrib["d"].startswith("M") and f" {y:g}H" in one.attrib["d"]
    )
    start, end = float(line[1:].split()[0]), float(line.split("H")[1])
    per_day = (1016 - 156) / (LAST - FIRST).days
    assert end - start == pytest.approx(364 * per_day, abs=0.2)
    assert x == pytest.approx((start + end) / 2, abs=per_day)


def test_what_is_not_on_the_axis_is_not_drawn() -> None:
    drawn = wide(draw_stock(chart(on(2020, 1, 1, 900), on(2025, 1, 1, 930)), "s"))
    assert not drawn.of("pt")


def test_the_total_is_the_last_figure_of_the_rules_own_body_and_says_who() -> None:
    drawn = wide(draw_stock(chart(on(2022, 1, 1, 1200), on(2024, 1, 1, 1131)), "s"))
    assert [one.text for one in drawn.of("big")] == ["1,131"]
    assert "Lantern Group" in drawn.words()


def test_a_label_is_the_callers_where_wide_and_the_number_where_narrow() -> None:
    point = Point(
        date(2022, 6, 1), date(2022, 6, 1), 1110, "about", "about 1,110, A. Kalyada", "/claims/x", "An interview"
    )
    svg = draw_stock(chart(point, joined=False), "s")
    assert "about 1,110, A. Kalyada" in wide(svg).words()
    assert "about 1,110" in narrow(svg).words()


def test_a_mark_of_another_speaker_has_its_whole_label_or_its_letter_and_never_a_number_alone() -> None:
    letters = "abcdefghij"
    points = [
        Point(day, day, 1100 + n, label=f"{1100 + n:,}, Relatives’ Committee", key=letters[n])
        for n, day in enumerate(date(2022, 6, 1) + timedelta(days=40 * n) for n in range(10))
    ]
    for drawn in read(draw_stock(chart(*points, joined=False), "s")):
        said = set(drawn.words())
        assert all(({one.label, one.key} & said) and f"{one.value:,}" not in said for one in points)
    assert set(letters) <= set(narrow(draw_stock(chart(*points, joined=False), "s")).words())


def test_one_number_of_one_speaker_is_said_once() -> None:
    days = [date(year, month, 1) for year in (2021, 2022, 2023) for month in (1, 7)]
    points = [Point(day, day, 432, label="432, Ministry") for day in days]
    for drawn in read(draw_stock(chart(*points, joined=False), "s")):
        assert sum(one.startswith("432") for one in drawn.words()) == 1


def test_where_nothing_is_claimed_any_more_the_line_is_dashed_and_says_so() -> None:
    line, words = [LinePoint(date(2022, 1, 1), 5, 6, 7)], StockWords(no_claim="no claims since")
    told = chart(line=line, told_to=date(2023, 1, 1), words=words)
    for drawn in read(draw_stock(told, "s")):
        firm, doubtful = drawn.of("l-acc")
        assert firm not in drawn.of("dash")
        assert [doubtful] == drawn.of("l-acc dash")
        assert [*corners(firm.attrib["d"])][-1] == next(corners(doubtful.attrib["d"]))
        assert "no claims since" in drawn.words()
    for until in (None, LAST):
        drawn = wide(draw_stock(chart(line=line, told_to=until, words=words), "s"))
        assert not drawn.of("dash")
        assert "no claims since" not in drawn.words()
    before = wide(draw_stock(chart(line=line, told_to=date(2019, 1, 1), words=words), "s"))
    assert before.of("l-acc") == before.of("l-acc dash")


def test_a_mark_that_leads_to_its_claim_is_a_link_out_of_the_tab_order() -> None:
    drawn = wide(
        draw_stock(chart(Point(date(2022, 6, 1), date(2022, 6, 1), 9, href="/claims/x?a=1&b=2", hint="<Nine>")), "s")
    )
    (link,) = drawn.root.iter("a")
    assert link.attrib == {"href": "/claims/x?a=1&b=2", "tabindex": "-1"}
    assert next(link.iter("title")).text == "<Nine>"
    assert drawn.root.attrib["role"] == "group"  # what is inside an image could not be reached


def test_imposed_is_a_solid_rule_eased_a_dashed_one_announced_a_ring_on_the_axis() -> None:
    days = [date(2022, month, 1) for month in (1, 5, 9)]
    kinds: tuple[Kind, ...] = ("imposed", "eased", "announced")
    events = [Event(day, day, day.month, kind) for day, kind in zip(days, kinds, strict=True)]
    drawn = narrow(draw_stock(chart(events=events), "s"))
    assert (len(drawn.of("l-event")), len(drawn.of("l-event dash"))) == (2, 1)
    assert [y for _, y in drawn.dots("pt-o")] == [base(drawn)]
    assert {"1", "5", "9"} <= set(drawn.words())


def test_rules_that_stand_together_share_their_numbers() -> None:
    events = [
        Event(date(2022, 6, day), date(2022, 6, day), number, "imposed")
        for day, number in ((1, 3), (2, 4), (3, 5), (4, 8))
    ]
    drawn = narrow(draw_stock(chart(events=events), "s"))
    assert "3–5, 8" in drawn.words()
    assert len(drawn.of("l-event")) == 4


def test_rules_of_one_number_have_it_once_however_far_they_stand() -> None:
    events = [Event(date(2022, month, 1), date(2022, month, 1), 3, "imposed") for month in (1, 6, 12)]
    for drawn in read(draw_stock(chart(events=events), "s")):
        assert drawn.words().count("3") == 1
        assert len(drawn.of("l-event")) == 3


def test_bars_up_and_down_are_on_one_scale_and_rounds_are_numbered() -> None:
    bars = [
        Bar(date(2022, 1, 1), date(2022, 1, 31), 40, 20),
        Bar(date(2023, 1, 1), date(2023, 1, 1), 0, 30, of_round=True),
    ]
    drawn = wide(draw_stock(chart(bars=bars), "s"))
    up, down, dark = (
        float(drawn.of(kind)[0].attrib["d"].split("v")[1].split("h")[0]) for kind in ("c-in", "c-acc2", "c-acc")
    )
    assert up == pytest.approx(2 * down, abs=0.2)
    assert dark == pytest.approx(1.5 * down, abs=0.2)
    assert {"30", "Entered", "Left"} <= set(drawn.words())


def test_months_shoulder_to_shoulder_are_one_outline_that_reaches_each_of_them() -> None:
    firsts = [date(year, month, 1) for year in range(1990, 2021) for month in range(1, 13)]
    bars = [
        Bar(first, following - timedelta(days=1), 0 if first == date(2003, 5, 1) else 1 + first.toordinal() % 40, 10)
        for first, following in pairwise(firsts)
    ]
    drawn = wide(draw_stock(StockChart("Held", "In Zalesia", firsts[0], firsts[-1], bars=bars), "s"))
    (came,) = drawn.of("c-in")
    spots = [(float(x), float(y)) for x, y in corners(came.attrib["d"].removesuffix("z"))]
    line = max(y for _, y in spots)
    each = max(line - y for _, y in spots) / max(bar.entered for bar in bars)
    heights = [(line - y) / each for _, y in spots if y < line]
    reached = [round(one) for one, before in zip(heights, [0.0, *heights], strict=False) if one != before]
    assert reached == [bar.entered for bar in bars if bar.entered]
    assert len([y for _, y in spots if y == line]) == 4  # it begins, comes down for the month without, and ends


@pytest.mark.parametrize("form", [wide, narrow])
def test_a_month_that_stands_alone_among_years_can_be_seen(form: Callable[[str], Drawn]) -> None:
    bars = [Bar(date(2003, 5, 1), date(2003, 5, 31), 9, 4)]
    drawn = form(draw_stock(StockChart("Held", "In Zalesia", date(1930, 1, 1), date(2020, 1, 1), bars=bars), "s"))
    for kind in ("c-in", "c-acc2"):
        (bar,) = drawn.of(kind)
        assert float(re.search(r"h([\d.]+)", bar.attrib["d"])[1]) >= 4  # type: ignore[index] # it has a width


@pytest.mark.parametrize("form", [wide, narrow])
def test_rounds_beside_the_registers_own_months_are_ticks_in_a_row_of_their_own(form: Callable[[str], Drawn]) -> None:
    months = [Bar(date(2022, 1, 1), date(2022, 1, 31), 40, 20)]
    rounds = [
        Event(date(2022, 6, 1), date(2022, 6, 1), 0, "freed", freed=52),
        Event(date(2022, 7, 1), date(2023, 6, 30), 0, "freed", freed=14),
    ]
    words = StockWords(rounds="Freed", rounds_more="in announced rounds")
    plain, drawn = (form(draw_stock(chart(bars=months, events=some, words=words), "s")) for some in ((), rounds))
    assert "Freed" not in plain.words()
    assert {"Freed", "52", "14", "Entered", "Left"} <= set(drawn.words())
    assert len(drawn.of("l")) == len(plain.of("l")) + 3  # a tick each, and the days on which the second may have been
    assert drawn.height > plain.height


def test_a_row_of_which_nothing_is_given_has_no_name() -> None:
    drawn = wide(draw_stock(chart(on(2022, 1, 1, 9)), "s"))
    assert not {"Entered", "Left"} & set(drawn.words())
    assert not drawn.of("c-acc3")
    assert not drawn.of("l-acc")


def test_the_line_goes_in_steps_up_to_the_end_with_its_band_and_label() -> None:
    line = [LinePoint(date(2020, 1, 1), 5, 10, 20), LinePoint(date(2023, 1, 1), 10, 20, 20)]
    drawn = wide(draw_stock(chart(line=line, words=StockWords(line="20 named here")), "s"))
    (path,) = drawn.of("l-acc")
    assert path.attrib["d"].count("L") == 0
    assert path.attrib["d"].startswith("M156 ")
    assert path.attrib["d"].endswith("H1016")
    assert len(drawn.of("c-acc3")) == 1
    assert "20 named here" in drawn.words()


def test_a_line_of_a_thousand_steps_is_no_longer_than_a_picture() -> None:
    line = [LinePoint(FIRST + timedelta(days=day), day % 7, day % 7 + 1, day % 7 + 2) for day in range(1400)]
    assert len(draw_stock(chart(line=line), "s")) < 60_000


def test_a_peak_of_one_day_is_drawn_at_its_height_in_a_line_of_years() -> None:
    days = (FIRST, date(2022, 5, 2), date(2022, 5, 3), date(2022, 5, 4), date(2022, 5, 5), LAST)
    levels = ((1, 2, 3), (0, 40, 60), (90, 100, 200), (20, 30, 50), (0, 2, 4), (1, 2, 3))
    line = [LinePoint(day, *level) for day, level in zip(days, levels, strict=True)]
    for drawn in read(draw_stock(chart(line=line), "s")):
        (path,), (band,) = drawn.of("l-acc"), drawn.of("c-acc3")
        reached = [heights(one.attrib["d"], drawn) for one in (path, band)]
        assert max(reached[0]) == pytest.approx(max(reached[1]) / 2, abs=0.2)
        assert reached[0][-1] == pytest.approx(2 * max(reached[0]) / 100, abs=0.2)


def test_the_band_of_a_peak_is_two_px_wide() -> None:
    days = (FIRST, date(2022, 5, 2), date(2022, 5, 3))
    line = [LinePoint(day, 1, 1, high) for day, high in zip(days, (5, 200, 5), strict=True)]
    for drawn in read(draw_stock(chart(line=line), "s")):
        (band,) = drawn.of("c-acc3")
        places = [(float(x), float(y)) for x, y in corners(band.attrib["d"])]
        top = min(y for _, y in places)
        across = [x for x, y in places if y == top]
        assert max(across) - min(across) == pytest.approx(2, abs=0.11)


def test_a_chart_needs_two_days() -> None:
    with pytest.raises(ValueError, match="a first day before its last"):
        StockChart("Held", "", FIRST, FIRST)
