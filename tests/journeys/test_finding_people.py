"""A reader who types a name as they spell it: found as they type, with the keyboard alone, and without script."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from .visit import LOOKS, Visit, visiting

pytestmark = pytest.mark.browser


def test_a_name_is_found_as_it_is_typed(abroad: Visit) -> None:
    page = abroad.page
    abroad.go("/people")
    everyone = page.inner_text("#title")
    abroad.tab_to("#text")
    page.keyboard.type("Язэп Каляд", delay=30)
    page.wait_for_url("**/people?text=*")
    page.wait_for_selector("#near")
    assert "Yazep Kalyada" in page.inner_text("#found")
    assert "found by" in page.inner_text("#found")
    assert "a name that is near" in page.inner_text("#told")
    assert "found by a near name: Язэп Каляд" in page.inner_text("section.take .quote")
    assert page.evaluate("() => document.activeElement.id") == "text"
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found] == []
    assert abroad.overflows() == []
    abroad.tab_to("#found a", "Yazep Kalyada")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/*")
    assert page.inner_text("h1") == "Yazep Kalyada"
    page.go_back()
    page.wait_for_selector("#near")
    page.fill("#text", "")
    page.wait_for_function("name => document.getElementById('title').innerText === name", arg=everyone)
    assert page.url.endswith("/people")
    assert abroad.said == []


def test_who_was_held_on_a_day_is_found_as_it_is_chosen(abroad: Visit) -> None:
    page = abroad.page
    abroad.go("/people")
    page.click("summary")
    page.fill("#as_of", "14 November 2025")
    page.keyboard.press("Tab")
    page.wait_for_url("**/people?as_of=*")
    page.wait_for_selector("#counted")
    assert "Yazep Kalyada" in page.inner_text("#found")
    assert "14 November 2025" in page.inner_text("h1")
    assert page.evaluate("() => document.activeElement.id") == "known_on"
    page.select_option("#order", "longest")
    page.wait_for_url("**order=longest*")
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found] == []
    assert abroad.overflows() == []
    assert abroad.said == []


def test_without_script_the_button_finds_the_same(chromium: Browser, zalesia: str) -> None:
    for visit in visiting(chromium.new_context(**LOOKS["light"], java_script_enabled=False), zalesia):
        visit.go("/people")
        visit.page.fill("#text", "Язэп Каляд")
        visit.page.click("text=Find people")
        visit.page.wait_for_url("**/people?text=*")
        assert "Yazep Kalyada" in visit.page.inner_text("#found")
