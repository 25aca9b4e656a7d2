"""What holds for every chart there is, and for each that is still to be drawn: a function without an example fails."""

import re
from collections.abc import Callable
from datetime import date
from importlib import import_module
from inspect import signature
from pkgutil import iter_modules

import pytest

from habeas import charts
from habeas.charts import given as data
from habeas.charts.bridge import BridgeChart, Step
from habeas.charts.door import DoorBar, DoorChart
from habeas.charts.explained import ExplainedChart
from habeas.charts.given_sanctions import SanctionMark, SanctionRow, SanctionsChart, SanctionStep
from habeas.charts.intervals import Interval, IntervalsChart
from habeas.charts.mirror import mirrored
from habeas.charts.price import PriceChart, PriceMark, PricePoint
from habeas.charts.ribbons import Ribbon, RibbonPicture, RibbonsChart

from .read import CSS, check, read

FIRST, LAST = date(2020, 1, 1), date(2024, 12, 31)
LINE = [data.LinePoint(date(2020, 3, 1), 4, 5, 9), data.LinePoint(date(2022, 6, 1), 30, 31, 40)]
POINTS = [data.Point(date(2021, 5, 1), date(2021, 5, 31), 38, "about", "about 38, Lantern Group", "/claims/x")]
WORDS = (("Observed", "+20 %"), ("The model", "+4 %"), ("Not explained", "16 points"))
PRICES = [PricePoint(date(2021, month, 15), 80 + month, "quay") for month in range(1, 12)]
WAYS = (Ribbon("river", 4, 5, False, "4 Mt"), Ribbon("coast", 0, 0, True, "closed"))
EXAMPLES: dict[str, object] = {
    "draw_bounds": data.Bounds("Bounds", "Low and high", 3, 5, 9, "at least 3", "5", "at most 9"),
    "draw_bridge": BridgeChart("Bridge", "From 6 to 4", [Step("total", 0, 6, "Lantern Group", "6", "rows")]),
    "draw_custody": data.CustodyChart(
        "Custody of Yazep Kalyada",
        "Held once",
        FIRST,
        LAST,
        [
            data.CustodyStep(date.min, False, False, False),
            data.CustodyStep(date(2021, 3, 1), False, True, False),
            data.CustodyStep(date(2021, 4, 1), True, True, True, "serving"),
        ],
        [data.ActMark(date(2021, 3, 1), date(2021, 3, 31), "Detained", date(2021, 9, 1), "/claims/x")],
        [data.Place(date(2021, 5, 1), None, "Colony No. 9")],
        [data.Recognised("Lantern Group", [(date(2021, 6, 1), None)], "since 1 June 2021")],
        "no act seen",
    ),
    "draw_door": DoorChart("Door", "In and out", [DoorBar(5, None, ("5 or more",))], [DoorBar(9, 12, ("9",))], []),
    "draw_explained": ExplainedChart("Explained", "Bars", 20, 1, 4, 9, *WORDS),
    "draw_flow": data.FlowChart(
        "Freed", "By month", FIRST, LAST, [data.FlowBar(date(2021, 1, 1), date(2021, 1, 31), 9)], False, "Left", ""
    ),
    "draw_intervals": IntervalsChart(
        "Who gains", "Intervals", [Interval("A", -5, -2, 1, "−5 to +1")], "loses", "gains"
    ),
    "draw_price": PriceChart("Price", "By month", PRICES, [PriceMark(date(2021, 6, 1), "1")], PRICES[:1], data.MONTHS),
    "draw_revised": data.RevisedChart("Held", "As known", FIRST, LAST, LINE),
    "draw_ribbons": RibbonsChart(
        "Ways", "Ribbons", "Zalesia", [RibbonPicture("2020", WAYS), RibbonPicture("2021", WAYS)]
    ),
    "draw_sanctions": SanctionsChart(
        "Said, issued",
        "Bank of Zareche",
        FIRST,
        LAST,
        [
            SanctionRow(
                "Norland",
                "listing",
                [SanctionStep(date(2021, 1, 1), "possible", ""), SanctionStep(date(2021, 2, 1), "eased", "licensed")],
                [SanctionMark(date(2021, 1, 1), date(2021, 2, 1), "ring", "announced", "/claims/x")],
            )
        ],
    ),
    "draw_stock": data.StockChart(
        "Held in Zalesia",
        "Published figures",
        FIRST,
        LAST,
        LINE,
        [data.PublishedSeries("Lantern Group", "disc", True, POINTS)],
        [data.Event(date(2022, 1, 1), date(2022, 1, 1), 1, "imposed")],
        [data.Bar(date(2022, 1, 1), date(2022, 1, 31), 4, 2)],
        words=data.StockWords(),
    ),
}
ONE_SIZE = {"draw_bounds"}  # it stands under a figure, and fits a hand as it is
MARKS_OF_OUR_OWN = re.compile(r'\s(?:fill|stroke|color|opacity|font[\w-]*|width|height|transform)="(?!url\(#)')


def _drawing() -> dict[str, Callable[[object, str], str]]:
    """Every function of the room that draws a whole chart."""
    rooms = [import_module(f"habeas.charts.{one.name}") for one in iter_modules(charts.__path__)]
    own = [(name, one, room) for room in rooms for name, one in vars(room).items() if name.startswith("draw_")]
    return {
        name: one
        for name, one, room in own
        if one.__module__ == room.__name__ and list(signature(one).parameters)[1:] == ["prefix"]
    }


DRAWING = _drawing()


def test_each_has_an_example() -> None:
    assert DRAWING.keys() == EXAMPLES.keys()


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_is_drawn_for_a_desk_and_for_a_hand_with_title_and_description_in_classes_alone(name: str) -> None:
    svg = DRAWING[name](EXAMPLES[name], "x")
    check(svg)
    drawn = read(svg)
    assert [one.width for one in drawn] == ([420] if name in ONE_SIZE else [1120, 350])
    for one in drawn:
        first, second, *_ = one.root
        assert [(each.tag, bool((each.text or "").strip())) for each in (first, second)] == [
            ("title", True),
            ("desc", True),
        ]
        assert one.root.get("role") in {"img", "group"}
    assert not MARKS_OF_OUR_OWN.search(svg)
    assert not re.search(r"<(?:image|style|script|animate\w*|foreignObject|set|use)\b", svg)


def test_there_is_a_gradient_for_doubt_about_a_day_and_for_nothing_else() -> None:
    with_fades = {name for name in EXAMPLES if "linearGradient" in DRAWING[name](EXAMPLES[name], "x")}
    assert with_fades <= {"draw_custody", "draw_sanctions"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_is_mirrored_where_it_is_read_from_the_right_and_its_words_are_not(name: str) -> None:
    svg = DRAWING[name](EXAMPLES[name], "x")
    there = mirrored(svg)
    assert [one.words() for one in read(there)] == [one.words() for one in read(svg)]
    for one, other in zip(read(svg), read(there), strict=True):
        places = [float(each.attrib["x"]) for each in one.root.iter("text")]
        turned = [one.width - float(each.attrib["x"]) for each in other.root.iter("text")]
        assert turned == pytest.approx(places, abs=0.11)


def test_on_paper_the_narrow_drawing_stands_whose_words_can_be_read() -> None:
    css = CSS.read_text(encoding="utf-8")
    on_paper = css[css.index("@media print") :]
    assert "svg.wide { display: none; }" in on_paper
    assert "svg.narrow { display: block; float: inline-start;" in on_paper
