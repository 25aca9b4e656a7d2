"""What a browser makes of the charts: words come out no wider than estimated, one drawing shows, and none is shrunk."""

import re
import shutil
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page, sync_playwright

from habeas.charts.alone import forms
from habeas.charts.given import Point, PublishedSeries, StockChart, StockWords
from habeas.charts.stock import draw_stock
from habeas.charts.type import width
from tests.conftest import missing
from tests.journeys.reading import SMALL_ON_PAPER

from .read import CSS

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium")
SAID = ["1,131", "about 1,110, A. Kalyada", "Moved to prison regime", "Изменено: вывезен в колонию", "WWW mmm"]
KINDS = ["", "s", "b", "s b", "h", "big"]
INSTALLED = """faces => {
  const on = document.createElement("canvas").getContext("2d");
  const across = font => { on.font = `40px ${font}`; return on.measureText("Wilma 1,131").width };
  return faces.filter(face => ["monospace", "serif"].every(one => across(`"${face}", ${one}`) != across(one)));
}"""
SVG = '<svg class="chart" viewBox="0 0 900 90"><text class="{kind}" y="40">{words}</text></svg>'


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A page of Debian's chromium."""
    if not CHROMIUM:
        missing("chromium is not installed (on Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser.new_page()
        browser.close()


def faces() -> list[str]:
    """The faces that the style sheet names for charts, but for those that every machine has under some name."""
    (named,) = re.findall(r"--sans: ([^;]+);", (CSS.parent / "habeas.css").read_text(encoding="utf-8"))
    return re.findall(r'"?([A-Z][\w ]+)"?', named)


def show(page: Page, body: str, across: int) -> None:
    page.set_viewport_size({"width": across, "height": 900})
    css = "".join((CSS.parent / name).read_text(encoding="utf-8") for name in ("habeas.css", "charts.css"))
    page.set_content(f"<!doctype html><style>{css}</style><main class=page>{body}</main>")


def test_words_come_out_no_wider_than_estimated(page: Page) -> None:
    if not page.evaluate(INSTALLED, faces()):
        missing(f"none of {', '.join(faces())} is installed (on Debian: apt-get install fonts-liberation)")
    tried = [(words, kind) for words in SAID for kind in KINDS]
    show(page, "".join(SVG.format(words=words, kind=kind) for words, kind in tried), 1280)
    found = page.eval_on_selector_all("text", "each => each.map(one => one.getComputedTextLength())")
    too_wide = [(one, real) for one, real in zip(tried, found, strict=True) if real > 1.03 * width(*one)]
    assert too_wide == []


def held() -> str:
    points = [Point(date(2022, month, 1), date(2022, month, 1), 100 * month) for month in (1, 5, 9)]
    series = [PublishedSeries("Lantern Group", "disc", True, points)]
    chart = StockChart("Held", "In Zalesia", date(2021, 1, 1), date(2024, 12, 31), series=series, words=StockWords())
    return draw_stock(chart, "s")


@pytest.mark.parametrize(("across", "shown"), [(1280, "wide"), (1180, "wide"), (1100, "narrow"), (390, "narrow")])
def test_one_drawing_shows_and_its_words_are_not_shrunk(page: Page, across: int, shown: str) -> None:
    show(page, held(), across)
    visible = [one for one in page.query_selector_all("svg.chart") if one.is_visible()]
    assert [shown in (one.get_attribute("class") or "") for one in visible] == [True]
    scale = visible[0].evaluate("one => one.getBoundingClientRect().width / one.viewBox.baseVal.width")
    assert scale >= 0.995
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_in_a_frame_however_wide_the_narrow_drawing_which_is_alone_there_shows(page: Page) -> None:
    show(page, f"<div class=embed>{forms(held())['narrow']}</div>", 1280)
    assert page.locator("svg.chart").is_visible()


def test_on_paper_no_words_are_set_in_less_than_seven_and_a_half_points(page: Page) -> None:
    show(page, held(), 680)
    page.emulate_media(media="print")
    assert page.locator("svg.chart:visible").count() == 1
    assert page.evaluate(SMALL_ON_PAPER) == []
    page.emulate_media(media="screen")
