"""Identifiers are of a scheme that gives a value to one person, in its one form; nothing else is stored as one."""

import pytest

from habeas.claims.bodies import ATTRIBUTE
from habeas.claims.identifiers import identifier


@pytest.mark.parametrize(
    "text",
    ["wikidata:Q42", "isni:0000000121032683", "isni:000000012150090X", "ofac:36", "un:KPi.033", "list:A, of B:17"],
)
def test_what_is_of_a_known_scheme_is_read_and_written_alike(text: str) -> None:
    assert str(identifier(text)) == text


def test_a_list_may_have_colons_in_its_name_and_its_row_is_the_last_part() -> None:
    assert identifier("list:Held: Zalesia:17").row == ("Held: Zalesia", "17")
    assert identifier("wikidata:Q42").row is None


@pytest.mark.parametrize(
    "text",
    ["Q42", "wikidata:42", "wikidata:Q042", "wikidata:q42", "isni:0000000121032684", "isni:0000 0001 2103 2683",
     "ofac:036", "un:KPe.033", "list:17", "list::17", "list:Held:", "passport:AB1234567", "inn:7707083893", ""],
)  # fmt: skip
def test_another_form_or_a_scheme_that_is_not_known_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write"):
        identifier(text)


def test_the_refusal_does_not_repeat_what_may_be_the_number_of_a_document() -> None:
    found = ATTRIBUTE({"property": "identifier", "value": "passport:AB1234567", "record": "a" * 32})
    assert found is not None
    assert found.path == "value"
    assert "AB1234567" not in found
    assert "not stored" in found
    assert ATTRIBUTE({"property": "occupation", "value": "passport:AB1234567", "record": "a" * 32}) is None
