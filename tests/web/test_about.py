"""What the register is, what it holds and what it does not know."""

from pathlib import Path

import pytest

from habeas.answers import register_told
from habeas.register.draft import Draft
from tests import zalesia

from .site import Stranger, enter

QUERIES = 1


def test_it_says_what_it_holds_and_what_it_does_not_know(stranger: Stranger) -> None:
    said = stranger.read("/about")
    assert "Documents6" in said
    assert "Claims14" in said
    assert "People4" in said
    assert "A count of the people named here is not an estimate of the people held." in said


def test_a_last_day_that_is_assumed_is_told_as_assumed(newcomer: Stranger) -> None:
    enter(*zalesia.act("Matsvei Lipen-Bor", "detained", "2025-01-02"))
    here = newcomer.read("/about")
    assert "Became publicfrom" in here
    assert "the last day is assumed" not in here
    record, claim = zalesia.act("Zoya Aliashkevich-Kut", "detained", "2025-03-02", start=20)
    claim.body["known"] = {"basis": "assumed", "earliest": "2025-11-20"}
    enter(record, claim)
    said = newcomer.read("/about")
    assert "from 14 November 2025 to 20 November 2025" in said
    assert "the last day is assumed; the last that is not: 14 November 2025" in said


def test_what_is_none_is_told_in_words(newcomer: Stranger) -> None:
    said = newcomer.read("/about")
    assert "Documentsnone" in said
    assert "Peoplenone" in said


def test_what_is_missing_is_told_with_its_number(stranger: Stranger) -> None:
    said = stranger.read("/about")
    assert "nothing became public here for" in said
    assert "of which no claim is public" in said
    assert "has not said where they can be written to" in said
    assert "Lists kept byLantern Group" in said


def test_a_list_whose_keeper_is_not_said_is_held_all_the_same(newcomer: Stranger) -> None:
    record, claim = zalesia.act("Matsvei Lipen-Bor", "detained", "2025-01-02")
    enter(record, claim)
    assert "Lists kept bynobody: no list is held" in newcomer.read("/about")
    body = {"list": "Relief", "document": claim.body["document"], "records": [record.body["id"]], "date": "2025-02-01"}
    enter(Draft("list_version", {"id": "0" * 32, **body}, "test"))
    assert "1 list of people on record here" in newcomer.read("/lists")
    assert "Lists kept byit is not said whose the 1 list here is" in newcomer.read("/about")


def test_who_keeps_it_is_as_its_settings_say(stranger: Stranger, register: Path) -> None:
    settings = register / "register.toml"
    more = (
        'kept_by = "Lantern <Group>"',
        'contact = "us@lantern.example"',
        'licence = "CC BY 4.0"',
        'about = "Who is held."',
    )
    settings.write_text("\n".join([settings.read_text("utf-8"), *more, ""]), encoding="utf-8")
    html = stranger.get("/about").content.decode()
    assert 'href="mailto:us@lantern.example"' in html
    assert "Lantern &lt;Group&gt;" in html
    assert "CC BY 4.0" in html
    assert "Who is held." in stranger.read("/")


@pytest.mark.parametrize(
    ("contact", "leads_to"),
    [
        ("us@lantern.example", "mailto:us@lantern.example"),
        ("https://lantern.example/us", "https://lantern.example/us"),
        ("javascript:alert(1)", ""),
        ("javascript:alert@1.2", ""),
        ("by post: 1 Mill Lane", ""),
    ],
)
def test_a_contact_leads_to_a_page_or_a_letter_box_alone(contact: str, leads_to: str) -> None:
    assert register_told.address_of(contact) == leads_to


def test_it_asks_a_fixed_small_number_of_questions(stranger: Stranger) -> None:
    assert stranger.queries("/about") == QUERIES
