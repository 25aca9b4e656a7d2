"""/arithmetic: what does not add up comes first, with its claims and what could explain it."""

import pytest

from .door_numbers import numbers
from .site import Stranger, enter, links


@pytest.fixture
def arithmetic(newcomer: Stranger) -> Stranger:
    enter(*numbers())
    return newcomer


def test_what_fails_comes_first_with_its_numbers_and_what_could_explain_it(arithmetic: Stranger) -> None:
    said = arithmetic.read("/arithmetic?known_on=2025-12-01")
    assert "The one check of published numbers fails" in said
    assert "220 − 177 = 43, against 42 off by 1" in said
    assert "Ever recognised, less former prisoners, are those held." in said
    assert "Perhaps a day’s cut-off" in said
    assert "or a misprint: one digit makes the difference." in said


def test_each_number_leads_to_its_claim(arithmetic: Stranger) -> None:
    html = arithmetic.get("/arithmetic").content.decode()
    found = [one for one in links(html) if one.startswith("/claims/")]
    assert len(found) == 3
    assert all(arithmetic.get(one).status_code == 200 for one in found)


def test_before_they_were_known_there_is_nothing_to_test(arithmetic: Stranger) -> None:
    said = arithmetic.read("/arithmetic?known_on=2025-01-01")
    assert "No published numbers are known here that must add up" in said


def test_what_cannot_be_read_is_told_beside_its_field(arithmetic: Stranger) -> None:
    assert 'id="known_on-problem"' in arithmetic.get("/arithmetic?known_on=never", 400).content.decode()
    assert 'id="lens-problem"' in arithmetic.get("/arithmetic?lens=weather", 400).content.decode()
