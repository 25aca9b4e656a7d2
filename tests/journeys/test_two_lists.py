"""A keeper sets two lists side by side with the keyboard, and goes from pair to pair; every page is fit to be read."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests import two_lists
from tests.attacks.commands import habeas

from .conftest import served
from .visit import LOOKS, OVERFLOW, Visit, visiting

pytestmark = pytest.mark.browser
TWO = "/lists?" + urlencode({"a": two_lists.LANTERN, "b": two_lists.DOCKET})
PAGES = (
    "/lists",
    "/lists?" + urlencode({"a": two_lists.LANTERN}),
    TWO,
    f"{TWO}&pair=2",
    *(f"{TWO}&part={part}" for part in ("queue", "matched", "conflicts", "first", "second")),
    f"{TWO}&c=Third",
)


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a register with three lists of invented people, all of them public."""
    place = tmp_path_factory.mktemp("lists")
    register = place / "register"
    habeas("init", register, "--name", "Register of Zalesia")
    third = two_lists.DOCKET_ROWS.splitlines(keepends=True)[0].replace("D1", "H1")
    for name, keeper, day, rows in (
        (two_lists.LANTERN, "Lantern Group", "2021-12-31", two_lists.LANTERN_ROWS),
        (two_lists.DOCKET, "Open Docket", "2022-01-31", two_lists.DOCKET_ROWS),
        ("Third", "Harbour List", "2022-01-01", third),
    ):
        _import(place, register, (name, keeper, day, rows))
    yield from served(register)


def _import(place: Path, register: Path, of: tuple[str, str, str, str]) -> None:
    name, keeper, day, rows = of
    file = place / f"{keeper}.csv"
    file.write_text(two_lists.HEAD + rows, encoding="utf-8")
    terms = ("--list", name, "--keeper", keeper, "--date", day, "--vouched-by", "Hanna Sokalich-Vyaz")
    habeas("import", file, *terms, "--register", register)
    read_in = sha256(file.read_bytes()).hexdigest()
    habeas("access", "public", "--read-in", read_in, "--by", "Marta Veres", "--register", register)


@pytest.fixture
def beside(chromium: Browser, listed: str, look: dict[str, Any]) -> Iterator[Visit]:
    """A new visit to the lists."""
    yield from visiting(chromium.new_context(**look), listed)


def test_two_lists_are_chosen_and_a_pair_is_looked_at_by_keyboard(beside: Visit) -> None:
    page = beside.page
    beside.go("/lists")
    for field, name in (("#a", two_lists.LANTERN), ("#b", two_lists.DOCKET)):
        beside.tab_to(field)
        page.keyboard.type(name)
    beside.tab_to("button", "Compare")
    page.keyboard.press("Enter")
    page.wait_for_url("**/lists?a=*")
    assert page.inner_text("h1") == f"{two_lists.LANTERN} has 6 public rows here, {two_lists.DOCKET} 4"
    first = page.inner_text(".evidence thead")
    assert "habeas judge" in page.inner_text(".command")
    beside.tab_to("a", "The next pair")
    page.keyboard.press("Enter")
    page.wait_for_url("**pair=2*")
    assert "To decide, 2 of 3" in page.inner_text("#decide")
    assert page.inner_text(".evidence thead") != first
    assert beside.said == []


def test_every_page_of_it_is_fit_for_everybody_to_read(beside: Visit) -> None:
    axe = Axe()
    for address in PAGES:
        beside.go(address)
        for details in beside.page.query_selector_all("details:not([open]) summary"):
            details.evaluate("one => { one.parentElement.open = true }")
        found = axe.run(beside.page).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found] == [], address
        assert beside.said == [], address
        assert beside.overflows() == []


def test_large_text_and_paper_fit(chromium: Browser, listed: str) -> None:
    for visit in visiting(chromium.new_context(viewport={"width": 640, "height": 800}), listed):
        for address in PAGES:
            visit.go(address)
            visit.page.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
            assert visit.page.evaluate(OVERFLOW) <= 0, address
            visit.page.evaluate("() => { document.documentElement.style.fontSize = '' }")
            visit.page.emulate_media(media="print")
            assert visit.page.evaluate(OVERFLOW) <= 0, address
            visit.page.emulate_media(media="screen")


def test_nothing_of_it_needs_script(chromium: Browser, listed: str) -> None:
    for visit in visiting(chromium.new_context(**LOOKS["light"], java_script_enabled=False), listed):
        visit.go("/lists")
        visit.page.select_option("#a", two_lists.LANTERN)
        visit.page.select_option("#b", two_lists.DOCKET)
        visit.page.click("text=Compare")
        visit.page.wait_for_url("**/lists?a=*")
        assert "On both, 3" in visit.page.inner_text("#both")
