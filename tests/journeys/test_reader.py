"""A reader with a keyboard and no mouse goes from the figure to its document; and every page is fit to be read."""

import json
import re
from gzip import decompress
from typing import Any
from urllib.request import Request, urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from .visit import OVERFLOW, Visit, visiting

pytestmark = pytest.mark.browser

REFUSED = (
    "/series?from=never",
    "/door?from=never&keeper=Nobody",
    "/arithmetic?known_on=never",
    "/revisions?as_of=never&from=2025-01-01",
    "/?as_of=never&rule=weather",
    "/claims?topic=weather",
    "/claims?at=1-00000000",
    "/?asof=2025",
    "/changes?rule=weather",
    "/lists?a=lantern",
    "/bargain?name=potash&as_of=someday",
    "/measures?target=Belaruskaly",
    "/market?as_of=never&ease=Nobody",
    "/nope",
)


def pages(site: str) -> list[str]:
    """An address of every sort of page: with and without acts, chains, held words and citations."""

    def data(address: str) -> Any:
        with urlopen(f"{site}{address}", timeout=30) as answer:  # noqa: S310 - our own server
            return json.load(answer)

    def claims(asked: str) -> list[Any]:
        return list(data(f"/api/claims?{asked}&limit=200")["claims"])

    figures, of_people = claims("type=figure"), "record_id"
    some = {
        "figure": figures[0],
        "act": next(one for one in claims("type=act") if any(of_people in part for part in one["participants"])),
        "chain": max(claims("kind=anonymous"), key=lambda one: len(one["attribution"])),
        "cell": next(one for one in figures if "row" in one),
        "linked": next(iter(claims("linked=contradicts"))),
    }
    opened = [f"/claims/{one['id']}" for one in some.values()]
    read_in = sorted({f"/documents/{one['document']}" for one in some.values()})
    who = next(part[of_people] for part in some["act"]["participants"] if of_people in part)
    cited = next(one["cites"][0] for one in figures if "cites" in one)
    at = data("/api/tally")["at"]
    days = [
        "/",
        "/?rule=freed+in+the+year&as_of=2025-12-31",
        "/?by=state",
        "/?as_of=2025-02-15&known_on=2025-02-20",
        "/?as_of=2019-01-01",
        f"/?as_of=2025-12-13&at={at}",
    ]
    with urlopen(f"{site}/compare", timeout=30) as answer:  # noqa: S310 - our own server
        (compared, *_) = re.findall(r"/compare\?figure=[0-9a-f]{32}", answer.read().decode())
    lists = [
        "/changes",
        "/changes?as_of=2024-12-31&to_as_of=2025-12-31",
        "/changes?as_of=2024-12-31&to_as_of=2025-12-31&reason=new_event",
        "/compare",
        "/lists",
        compared,
        "/counted?rule=freed+in+the+year&as_of=2025-12-31",
        "/series",
        "/series?rule=freed+in+the+year&from=2024-01-01&to=2025-12-31",
        "/series?step=day&from=2025-01-01&to=2025-03-31&by=state",
        "/revisions?as_of=2025-02-15",
        "/revisions?rule=freed+in+the+year&as_of=2025-12-31",
        "/bargains",
        "/bargain?name=Prisoners+and+potash,+December+2025&as_of=2026-04-30",
        "/bargain?name=The+grand+bargain+of+February+2025",
        "/measures",
        "/measures?target=Belaruskali&as_of=2026-04-30",
        "/measures?target=potash&as_of=2022-03-02",
        "/market",
        "/market?as_of=2025-12-14&against=2025-12-14&ease=United+States",
        "/door?from=2024-07-31&to=2025-01-31",
        "/door?from=2025-01-01&to=2025-12-01&keeper=Dissidentby&by_known=yes",
        "/arithmetic",
        "/people",
        "/people?text=nobody-of-the-name",
        "/claims",
        "/claims?type=figure&speaker=Viasna",
        "/claims?text=nothing-of-the-kind",
        "/documents",
        "/about",
    ]
    return [*days, *lists, *opened, *read_in, f"/documents/{cited}", f"/people/{who}", *REFUSED]


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
    page.wait_for_url("**as_of=15+February+2025*")
    assert page.title().startswith("1,226 people in custody (political prisoners in Belarus), said Viasna")
    assert "at 1,226 that week (recognised as political prisoners, and in custody" in page.inner_text("main")

    visit.tab_to("td a", "1,226")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/*")
    assert page.inner_text("h1").startswith("1,226 people were held as political prisoners in Belarus")
    assert "Said by Viasna" in page.inner_text("main")

    visit.tab_to("main a[href^='/documents/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/*")
    assert "claims read in it" in page.inner_text("main")
    assert "not held here" in page.inner_text("main")
    assert visit.said == []


def test_from_the_figure_one_key_leads_to_how_it_was_revised_and_to_every_month(visit: Visit) -> None:
    page = visit.page
    visit.go("/?as_of=2025-02-15&known_on=2025-02-20")
    visit.tab_to("main a", "How this figure was revised")
    page.keyboard.press("Enter")
    page.wait_for_url("**/revisions?as_of=2025-02-15&known_on=2025-02-20*")
    assert "held on 15 February 2025" in page.inner_text("h1")
    visit.tab_to("main a", "The figure")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?as_of=2025-02-15&known_on=2025-02-20*")
    visit.tab_to("main a", "Every month")
    page.keyboard.press("Enter")
    page.wait_for_url("**/series?known_on=2025-02-20*")
    visit.tab_to("[role=region]")
    assert "As known on 20 February 2025" in page.inner_text("main")
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
    page.wait_for_url("**as_of=2024-07-31*")
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
        assert visit.overflows() == []


def test_twice_the_size_of_text_still_fits(chromium: Browser, site: str) -> None:
    for visit in visiting(chromium.new_context(viewport={"width": 640, "height": 800}), site):
        for address in pages(site):
            visit.go(address)
            visit.page.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
            assert visit.page.evaluate(OVERFLOW) <= 0, address


def test_targets_are_large_enough_for_a_finger(chromium: Browser, site: str) -> None:
    small = """() => [...document.querySelectorAll('nav a, button, .button, input:not([type=hidden]), select, summary')]
        .map(one => [one.outerHTML.slice(0, 60), one.getBoundingClientRect()])
        .filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([html]) => html)"""
    for visit in visiting(chromium.new_context(viewport={"width": 390, "height": 800}), site):
        for address in pages(site):
            visit.go(address)
            assert visit.page.evaluate(small) == [], address


def test_on_paper_there_is_what_is_read_and_no_way_to_go(chromium: Browser, site: str) -> None:
    for visit in visiting(chromium.new_context(), site):
        visit.go("/?as_of=2025-02-15")
        visit.page.emulate_media(media="print")
        assert visit.page.is_visible("h1")
        assert visit.page.is_visible("table.figures")
        assert visit.page.locator("svg").first.bounding_box()
        assert not visit.page.is_visible("header nav")
        assert not visit.page.is_visible("button")


def test_on_paper_the_wide_chart_its_table_and_all_columns_fit(chromium: Browser, site: str) -> None:
    for visit in visiting(chromium.new_context(viewport={"width": 680, "height": 1000}), site):
        visit.go("/?as_of=2025-02-15")
        visit.page.emulate_media(media="print")
        assert visit.page.is_visible("svg.wide")
        assert not visit.page.is_visible("svg.narrow")
        assert visit.page.is_visible("details table.stack")
        assert visit.page.evaluate(OVERFLOW) == 0
        assert not visit.page.evaluate(
            "() => [...document.querySelectorAll('td, th')].filter(one => one.scrollWidth > one.clientWidth + 1).length"
        )


def test_a_page_with_its_style_is_light_on_the_wire(site: str) -> None:
    style = sum(len(_sent(f"{site}/static/{name}.css")) for name in ("habeas", "charts"))
    for address in pages(site):
        if address not in REFUSED:
            assert len(_sent(site + address)) + style < 60_000, address
            assert len(decompress(_sent(site + address))) < 100_000, address


def _sent(address: str) -> bytes:
    """What goes over the wire to a browser that takes compressed answers."""
    asked = Request(address, headers={"Accept-Encoding": "gzip"})  # noqa: S310 - our own server
    with urlopen(asked, timeout=30) as answer:  # noqa: S310 - our own server
        return bytes(answer.read())
