"""From a person to two records side by side, and back to each, with the keyboard alone and on every screen."""

import json
import re
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe

from .visit import Visit

pytestmark = pytest.mark.browser


def two(site: str) -> tuple[str, str]:
    """The ids of the two whom the guide's report leaves undecided."""
    with urlopen(f"{site}/api/people?text=Yazep", timeout=30) as answer:  # noqa: S310 - our own server
        ids = {one["name"]: one["id"] for one in json.load(answer)["people"]}
    return ids["Yazep Kalyada"], ids["Yazep Kolyada"]


def test_two_records_stand_side_by_side(abroad: Visit) -> None:
    page, (one, other) = abroad.page, two(abroad.site)
    abroad.go(f"/pairs/{one}/{other}")
    assert page.inner_text("h1") == "Yazep Kalyada and Yazep Kolyada"
    assert "could not say whether they are one person" in page.inner_text(".stand")
    rows = page.inner_text(".evid")
    assert "name" in rows
    assert re.search(r"agrees|alike|differs", rows)
    assert "Cannot say\njudged on" in page.inner_text("#main")
    assert f"habeas judge {one[:16]} {other[:16]} VERDICT" in page.inner_text(".command")
    assert "Marta Veres" not in page.content()
    found = Axe().run(page).response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found] == []
    assert abroad.overflows() == []
    abroad.tab_to(".evid thead a", "Yazep Kolyada")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/people/{other}")
    assert page.inner_text("h1") == "Yazep Kolyada"
    assert abroad.said == []
