"""A reader with a keyboard and no mouse goes from the figure to its document, and takes it along on paper."""

import re

import pytest
from playwright.sync_api import Browser

from .visit import LOOKS, OVERFLOW, Visit, visiting

pytestmark = pytest.mark.browser


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

    visit.unfold("Each figure, with who said it and where")
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


def test_on_paper_there_is_what_is_read_and_no_way_to_go(chromium: Browser, site: str) -> None:
    for visit in visiting(chromium.new_context(), site):
        visit.go("/?as_of=2025-02-15")
        visit.page.emulate_media(media="print")
        assert visit.page.is_visible("h1")
        assert visit.page.is_visible("table.figures")
        assert visit.page.locator("svg").first.bounding_box()
        assert not visit.page.is_visible("header nav")
        assert not visit.page.is_visible("button")


def test_on_paper_the_front_page_is_three_sheets_and_a_table_that_was_not_opened_is_none(
    chromium: Browser, site: str
) -> None:
    for visit in visiting(chromium.new_context(), site):
        visit.go("/?as_of=2025-02-15")
        assert len(re.findall(rb"/Type /Page\b", visit.page.pdf(format="A4"))) <= 3
        visit.page.emulate_media(media="print")
        assert visit.page.is_visible("figure ol.events")
        assert not visit.page.is_visible("figure details table")


def test_on_a_phone_what_is_long_is_folded_and_opens(chromium: Browser, site: str) -> None:
    for visit in visiting(chromium.new_context(**LOOKS["phone"]), site):
        visit.go("/?as_of=2025-02-15")
        assert not visit.page.is_visible("table.figures")
        assert visit.page.evaluate("() => document.documentElement.scrollHeight") < 5500
        visit.page.click("text=Each figure, with who said it and where")
        assert visit.page.is_visible("table.figures")
        visit.page.set_viewport_size({"width": 1280, "height": 800})
        visit.go("/?as_of=2025-02-15")
        assert visit.page.is_visible("table.figures")
        assert not visit.page.is_visible("text=Each figure, with who said it and where")


@pytest.mark.parametrize(
    ("address", "words", "inside", "most"),
    [
        ("/measures?target=Belaruskali&as_of=2026-04-30", "What was said, issued and in effect", "h3", 3600),
        ("/arithmetic", "Whose numbers, and what may explain it", "ul.plain", 5200),
    ],
)
def test_on_a_phone_the_answers_come_first_and_each_opens_with_the_keyboard(
    chromium: Browser, site: str, address: str, words: str, inside: str, most: int
) -> None:
    for visit in visiting(chromium.new_context(**LOOKS["phone"]), site):
        visit.go(address)
        folded = visit.page.locator(f".fold {inside}").first
        assert not folded.is_visible()
        assert visit.page.evaluate("() => document.documentElement.scrollHeight") < most
        visit.unfold(words)
        assert folded.is_visible()
        visit.page.set_viewport_size({"width": 1280, "height": 800})
        visit.go(address)
        assert folded.is_visible()
        assert not visit.page.locator(".fold > summary").first.is_visible()


def test_on_a_phone_a_claim_of_many_takes_few_lines(chromium: Browser, site: str) -> None:
    for visit in visiting(chromium.new_context(**LOOKS["phone"]), site):
        visit.go("/claims")
        heads = visit.page.eval_on_selector_all(
            "table.claims tbody tr", "each => each.map(one => one.clientHeight - one.cells[0].clientHeight)"
        )
        assert sorted(heads)[len(heads) // 2] < 80


def test_on_paper_the_narrow_chart_its_table_and_all_columns_fit(chromium: Browser, site: str) -> None:
    for visit in visiting(chromium.new_context(viewport={"width": 680, "height": 1000}), site):
        visit.go("/?as_of=2025-02-15")
        visit.page.emulate_media(media="print")
        assert visit.page.is_visible("svg.narrow")
        assert not visit.page.is_visible("svg.wide")
        visit.page.evaluate("() => document.querySelectorAll('figure details').forEach(one => { one.open = true })")
        assert visit.page.is_visible("figure details table")
        assert visit.page.evaluate(OVERFLOW) == 0
        assert not visit.page.evaluate(
            "() => [...document.querySelectorAll('td, th')].filter(one => one.scrollWidth > one.clientWidth + 1).length"
        )


def test_what_is_in_english_on_a_persian_page_is_set_as_on_an_english_one(chromium: Browser, site: str) -> None:
    for visit in visiting(chromium.new_context(), site):
        address = "/changes?as_of=2024-12-31&to_as_of=2025-12-31"
        face = "() => getComputedStyle(document.querySelector('main')).font"
        marked = "() => getComputedStyle(document.querySelector('main ol')).listStyleType"
        visit.go(address)
        english = visit.page.evaluate(face), visit.page.evaluate(marked)
        visit.go(f"/fa{address}")
        assert (visit.page.evaluate(face), visit.page.evaluate(marked)) == english
