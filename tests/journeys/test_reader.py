"""A reader with a keyboard and no mouse goes from the figure to its document; and every page is fit to be read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1280, "height": 900}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 800}, "has_touch": True},
}
WIDTHS = (320, 390, 1280)
REFUSED = ("/?as_of=never", "/claims?topic=weather", "/claims?at=1-00000000", "/nope")
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Visit:
    """A page that is open, with everything that it asked for and said on the console."""

    page: Page
    site: str
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def go(self, address: str) -> None:
        """Open an address of the site."""
        self.page.goto(self.site + address)

    def tab_to(self, selector: str, text: str = "") -> None:
        """Press Tab until what matches is focused; it must then be seen to be."""
        for _ in range(120):
            self.page.keyboard.press("Tab")
            focused = self.page.evaluate(
                "([selector, text]) => { const on = document.activeElement;"
                " return on.matches(selector) && on.textContent.includes(text) }",
                [selector, text],
            )
            if focused:
                outline = self.page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
                assert outline == "solid", f"{selector} does not show that it is focused"
                return
        pytest.fail(f"{selector} {text!r} cannot be reached with the keyboard")


@pytest.fixture(params=list(LOOKS))
def look(request: pytest.FixtureRequest) -> dict[str, Any]:
    """How the reader looks at it."""
    return LOOKS[request.param]


@pytest.fixture
def visit(chromium: Browser, site: str, look: dict[str, Any]) -> Iterator[Visit]:
    """A new visit; at its end nothing was asked of another origin, and no cookie was left."""
    context = chromium.new_context(**look)
    yield from _visit(context, site)


def _visit(context: BrowserContext, site: str) -> Iterator[Visit]:
    page = context.new_page()
    visit = Visit(page, site)
    page.on("request", lambda request: visit.asked.append(request.url))
    page.on("console", lambda message: visit.said.append(message.text))
    page.on("pageerror", lambda error: visit.said.append(str(error)))
    yield visit
    assert [one for one in visit.asked if not one.startswith(f"{site}/")] == []
    assert context.cookies() == []
    context.close()


def pages(site: str) -> list[str]:
    """An address of every sort of page: with and without acts, chains, held words and citations."""

    def data(address: str) -> Any:
        with urlopen(f"{site}{address}", timeout=30) as answer:  # noqa: S310 - our own server
            return json.load(answer)

    claims = data("/api/claims")["claims"]
    some = {
        "figure": next(one for one in claims if "figure" in one),
        "act": next(one for one in claims if "act" in one),
        "chain": max(claims, key=lambda one: len(one["attribution"])),
        "cell": next(one for one in claims if "row" in one),
    }
    opened = [f"/claims/{one['id']}" for one in some.values()]
    read_in = sorted({f"/documents/{one['document']}" for one in some.values()})
    cited = next(one["cites"][0] for one in claims if "cites" in one)
    at = data("/api/tally")["at"]
    days = ["/", "/?as_of=2025-02-15&known_on=2025-02-20", "/?as_of=2019-01-01", f"/?as_of=2025-12-13&at={at}"]
    lists = [
        "/claims",
        "/claims?type=figure&speaker=Viasna",
        "/claims?text=nothing-of-the-kind",
        "/documents",
        "/about",
    ]
    return [*days, *lists, *opened, *read_in, f"/documents/{cited}", *REFUSED]


def test_a_reader_goes_from_the_figure_to_its_document_by_keyboard(visit: Visit) -> None:
    page = visit.page
    visit.go("/")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    visit.tab_to("#as_of")
    page.keyboard.press("Control+A")
    page.keyboard.type("15 February 2025")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?as_of=15+February+2025*")
    assert page.title().startswith("1,226 people in custody (political prisoners in Belarus), said Viasna")
    assert "Named here as held on 15 February 2025: 1 of 1,226." in page.inner_text("main")

    visit.tab_to("td a", "1,226")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/*")
    assert page.inner_text("h1") == "1,226 people were held as political prisoners in Belarus that week."
    assert "Said by Viasna" in page.inner_text("main")

    visit.tab_to("main a[href^='/documents/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/*")
    assert "claims read in it" in page.inner_text("main")
    assert "not held here" in page.inner_text("main")
    assert visit.said == []


def test_a_bad_day_is_told_where_it_was_typed_and_mended_there(visit: Visit) -> None:
    page = visit.page
    visit.go("/")
    visit.tab_to("#as_of")
    page.keyboard.press("Control+A")
    page.keyboard.type("the other day")
    page.keyboard.press("Enter")
    page.wait_for_selector("#as_of-problem")
    assert page.input_value("#as_of") == "the other day"
    visit.tab_to("#as_of")
    page.keyboard.press("Control+A")
    page.keyboard.type("2024-07-31")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?as_of=2024-07-31*")
    assert "31 July 2024" in page.title()


def test_claims_are_narrowed_by_keyboard(visit: Visit) -> None:
    page = visit.page
    visit.go("/claims")
    visit.tab_to("summary")
    page.keyboard.press("Enter")
    visit.tab_to("#type")
    page.keyboard.type("offer")
    page.keyboard.press("Enter")
    visit.tab_to("button")
    page.keyboard.press("Enter")
    page.wait_for_url("**type=offer**")
    assert page.inner_text("h1").endswith(("claim found", "claims found"))
    assert page.get_attribute("details", "open") is not None


def test_every_page_is_fit_for_everybody_to_read(visit: Visit) -> None:
    axe = Axe()
    for address in pages(visit.site):
        visit.go(address)
        for details in visit.page.query_selector_all("details:not([open]) summary"):
            details.click()
        found = axe.run(visit.page).response["violations"]
        told = [(one["id"], one["impact"], [node["html"] for node in one["nodes"]][:3]) for one in found]
        assert told == [], address
        if address not in REFUSED:
            assert visit.said == [], address
        visit.said.clear()


def test_no_page_is_wider_than_the_screen_in_either_direction_of_reading(visit: Visit) -> None:
    for address in pages(visit.site):
        visit.go(address)
        for width in WIDTHS:
            visit.page.set_viewport_size({"width": width, "height": 800})
            for direction in ("ltr", "rtl"):
                visit.page.evaluate("way => { document.documentElement.dir = way }", direction)
                assert visit.page.evaluate(OVERFLOW) <= 0, f"{address} at {width}, {direction}"


def test_twice_the_size_of_text_still_fits(chromium: Browser, site: str) -> None:
    for visit in _visit(chromium.new_context(viewport={"width": 640, "height": 800}), site):
        for address in pages(site):
            visit.go(address)
            visit.page.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
            assert visit.page.evaluate(OVERFLOW) <= 0, address


def test_targets_are_large_enough_for_a_finger(chromium: Browser, site: str) -> None:
    small = """() => [...document.querySelectorAll('nav a, button, .button, input:not([type=hidden]), select, summary')]
        .map(one => [one.outerHTML.slice(0, 60), one.getBoundingClientRect()])
        .filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([html]) => html)"""
    for visit in _visit(chromium.new_context(viewport={"width": 390, "height": 800}), site):
        for address in pages(site):
            visit.go(address)
            assert visit.page.evaluate(small) == [], address


def test_on_paper_there_is_what_is_read_and_no_way_to_go(chromium: Browser, site: str) -> None:
    for visit in _visit(chromium.new_context(), site):
        visit.go("/?as_of=2025-02-15")
        visit.page.emulate_media(media="print")
        assert visit.page.is_visible("h1")
        assert visit.page.is_visible("table")
        assert not visit.page.is_visible("header nav")
        assert not visit.page.is_visible("button")


def test_a_page_with_its_style_is_light_on_the_wire(site: str) -> None:
    with urlopen(f"{site}/static/habeas.css", timeout=30) as answer:  # noqa: S310 - our own server
        style = len(answer.read())
    for address in pages(site):
        if address not in REFUSED:
            with urlopen(site + address, timeout=30) as answer:  # noqa: S310 - our own server
                assert len(answer.read()) + style < 60_000, address
