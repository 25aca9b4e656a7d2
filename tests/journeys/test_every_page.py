"""Every page of the demonstration is fit for everybody to read: each is opened once and looked at in every way."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser

from .addresses import REFUSED, pages
from .reading import TAKEN, Reader
from .visit import LOOKS, visiting

pytestmark = pytest.mark.browser

Found = Mapping[str, list[str]]


@pytest.fixture(scope="module")
def found(chromium: Browser, site: str) -> Found:
    """What is amiss in all pages, by the way in which they were looked at."""
    reader = Reader(chromium, site)
    for address in pages(site):
        reader.read(address)
    for address in REFUSED:
        reader.read(address, refused=True)
    reader.close()
    return reader.found


@pytest.mark.parametrize("way", ["axe", "axe, dark", "axe, phone", "axe, phone, dark"])
def test_axe_finds_nothing(found: Found, way: str) -> None:
    assert found[way] == []


def test_no_page_is_wider_than_the_screen_in_either_direction_of_reading_or_with_large_text(found: Found) -> None:
    assert found["overflow"] == []


def test_every_page_can_be_read_with_the_keyboard_and_shows_where_it_is(found: Found) -> None:
    assert found["keyboard"] == []


def test_targets_are_large_enough_for_a_finger(found: Found) -> None:
    assert found["targets"] == []


def test_nothing_is_set_in_less_than_12_px(found: Found) -> None:
    assert found["small words"] == []


def test_in_forced_colours_nothing_is_lost_and_where_motion_is_unwelcome_nothing_moves(found: Found) -> None:
    assert found["forced colours"] == []
    assert found["motion"] == []


def test_on_paper_nothing_is_cut_closed_or_dark_and_there_is_no_way_to_go(found: Found) -> None:
    assert found["paper"] == []


def test_pages_are_light_and_say_nothing_on_the_console(found: Found) -> None:
    assert found["weight"] == []
    assert found["console"] == []


def test_every_answer_has_the_promises_asks_nobody_else_and_leaves_no_cookie(found: Found) -> None:
    assert found["policy"] == []
    assert found["elsewhere"] == []
    assert found["cookies"] == []


def test_without_script_every_page_reads_the_same(chromium: Browser, site: str) -> None:
    with_script = chromium.new_context(**LOOKS["light"]).new_page()
    for visit in visiting(chromium.new_context(**LOOKS["light"], java_script_enabled=False), site):
        for address in pages(site):
            if not TAKEN.search(address):
                visit.go(address)
                with_script.goto(site + address)
                assert visit.page.inner_text("body") == with_script.inner_text("body"), address
        assert visit.said == []
    with_script.context.close()
