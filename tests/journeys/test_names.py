"""A reader with a name: from the front page to a person, to a claim about them, to its words, and back."""

import json
from typing import Any
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe

from .visit import Visit

pytestmark = pytest.mark.browser


def data(visit: Visit, address: str) -> Any:
    """The JSON at an address of the site."""
    with urlopen(visit.site + address, timeout=30) as answer:  # noqa: S310 - our own server
        return json.load(answer)


def test_a_reader_goes_from_a_name_to_the_words_and_back_by_keyboard(abroad: Visit) -> None:
    page = abroad.page
    abroad.go("/")
    abroad.unfold("Who is counted, and by which rule and lens")
    abroad.tab_to("main a[href^='/people/']", "Yazep Kalyada")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/*")
    assert page.inner_text("h1") == "Yazep Kalyada"
    assert "he remains in Prison No. 4" in page.inner_text("main")

    abroad.tab_to("th a", "Yazep Kalyada is held in Prison No. 4.")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/*")
    assert "Said by Alena Kalyada" in page.inner_text("main")

    abroad.tab_to("main a[href^='/documents/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/*")
    assert "Yazep Kalyada is held in Prison No. 4." in page.inner_text(".cl:target")
    abroad.tab_to(".cl:target a.no")
    page.keyboard.press("Enter")
    page.wait_for_url("**#w4")
    abroad.tab_to("sup a", "5")
    page.keyboard.press("Enter")
    page.wait_for_url("**#c*")
    assert "no more journalists" in page.inner_text(".cl:target")

    abroad.go("/people")
    abroad.tab_to("#text")
    page.keyboard.type("kolyada")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people?text=kolyada")
    abroad.tab_to("main a[href^='/people/']", "Yazep Kolyada")
    assert abroad.said == []


def test_past_the_head_one_comes_to_the_claims(abroad: Visit) -> None:
    page, document = abroad.page, data(abroad, "/api/documents")["documents"][0]["id"]
    abroad.go(f"/documents/{document}")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "Skip to the claims"
    page.keyboard.press("Enter")
    assert "412 people" in page.inner_text(".cl:target")


def test_every_page_with_names_and_words_is_fit_for_everybody_to_read(abroad: Visit) -> None:
    claims = data(abroad, "/api/claims")["claims"]
    people = sorted({one["record_id"] for claim in claims for one in claim["participants"] if "record_id" in one})
    documents = [one["id"] for one in data(abroad, "/api/documents")["documents"]]
    linked = [f"/claims/{claim['id']}" for claim in claims if claim.get("links")]
    read = ["/", "/people", *(f"/people/{one}" for one in people), *(f"/documents/{one}" for one in documents)]
    for address in [*read, *linked]:
        abroad.page.set_viewport_size({"width": 1280, "height": 900})
        abroad.go(address)
        found = Axe().run(abroad.page).response["violations"]
        assert [(one["id"], one["impact"], [node["html"] for node in one["nodes"]][:3]) for one in found] == [], address
        assert abroad.overflows() == []
        assert abroad.said == [], address
