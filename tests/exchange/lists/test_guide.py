"""The guide's page on somebody else's list: its example prepares, its keys are told, what it shows is printed."""

import re
from datetime import date
from pathlib import Path

import pytest

from habeas.claims.when import Meaning, When
from habeas.exchange import importing
from habeas.exchange.mapped_list import Mapped
from habeas.exchange.mapping.calendars import Calendar
from habeas.exchange.mapping.days import Order
from habeas.exchange.mapping.durations import Counted
from habeas.exchange.mapping.says import WORDS
from habeas.exchange.mapping.written import (
    COLUMN_KEYS,
    DATES_KEYS,
    FILE_KEYS,
    LEFT_OUT_KEYS,
    LIST_KEYS,
    MINORS_KEYS,
    SECTIONS,
)

GUIDE = Path(__file__).parents[3] / "docs" / "guide"
EXAMPLE = GUIDE / "example"
PAGE = (GUIDE / "recording-somebodys-list.md").read_text(encoding="utf-8")
KEYS = LIST_KEYS | FILE_KEYS | DATES_KEYS | COLUMN_KEYS | LEFT_OUT_KEYS | MINORS_KEYS | (WORDS - {"criteria"})
VALUES = {*Order, *Calendar, *Counted} - {Calendar.gregorian, "ex_post_facto"}


def test_the_page_is_short_enough_to_be_read_at_once() -> None:
    assert len(PAGE.splitlines()) < 200


@pytest.mark.parametrize("word", sorted(KEYS - {"ex_post_facto"} | VALUES))
def test_what_can_be_written_is_in_the_guide(word: str) -> None:
    assert re.search(rf'`(?:[a-z]+ = )?"?{word}\b', PAGE)


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_is_in_the_guide(section: str) -> None:
    assert re.search(rf"`\[+{section}\b", PAGE)


def test_what_the_page_shows_of_a_mapping_stands_in_its_example() -> None:
    whole = (EXAMPLE / "held.toml").read_text(encoding="utf-8")
    blocks = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert len(blocks) == 2
    assert all(block in whole for block in blocks)


def test_the_example_prepares_and_its_bad_row_is_told_as_the_page_has_it(register_sqlite: Path) -> None:
    by = Mapped(EXAMPLE / "held.toml", "Marta Veres", When.of("2025-11-10", meaning=Meaning.published))
    prepared = importing.prepare(EXAMPLE / "held.csv", date(2026, 11, 23), by)
    (problem,) = prepared.problems
    assert problem in PAGE
    assert [draft.body["name"] for draft in prepared.drafts if draft.kind == "record"] == [
        "Yazep Kalyada",
        "Maryna Vyalikaya",
        "Пятро Гай",
    ]
    assert b"Lime Street" not in prepared.holdings[0].data
    acts = [draft.body for draft in prepared.claims() if draft.body["type"] == "act"]
    assert [one["act"]["term"] for one in acts if "term" in one["act"]] == ["life"]
