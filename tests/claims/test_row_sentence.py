"""What a row of a list says is found again in the sentence that was made of it; what somebody wrote is theirs."""

from typing import Any

import pytest

from habeas.claims.row_sentence import PLANNED, RECOGNISED, again, of_day, of_property
from habeas.claims.when import Meaning, When
from habeas.claims.wording import Worded

NAME = "Koliada: Anna, called the Heron"  # with what parts a sentence of ours in it
DAY = When.of("2020-08")


def claim(statement: str, day: When | None = None, **parts: Any) -> dict[str, Any]:
    """A claim in the documented shape, as far as it is read here."""
    return {"statement": statement, **parts} | ({"when": day.as_dict()} if day else {})


@pytest.mark.parametrize(
    "said",
    [
        claim(of_day(NAME, "sent abroad", DAY), DAY, act={"kind": "sent_abroad"}),
        claim(of_day(NAME, "detained", None), act={"kind": "detained"}),
        claim(of_day(NAME, PLANNED, DAY), When.of("2020-08", meaning=Meaning.planned_end), act={"kind": "released"}),
        claim(of_day(NAME, RECOGNISED[False], DAY), DAY, recognition={"bodies": []}),
        claim(of_day(NAME, RECOGNISED[True], DAY), DAY, recognition={"withdrawn": "yes"}),
        claim(of_property(NAME, "region", "Severets"), attribute={"property": "region", "value": "Severets"}),
    ],
)
def test_a_sentence_of_ours_is_found_again_with_its_parts(said: dict[str, Any]) -> None:
    found = again(said)
    assert isinstance(found, Worded)
    assert found == said["statement"]
    assert found.parts["name"] == NAME


def test_what_a_list_writes_in_short_is_read_in_words() -> None:
    said = claim(of_property(NAME, "sex", "f"), attribute={"property": "sex", "value": "f"})
    assert again(said) == f"{NAME}: sex, female."
    born = When.of("1960/1965", meaning=Meaning.born)
    said = claim(of_property(NAME, "birth", "1960/1965"), born, attribute={"property": "birth", "value": "1960/1965"})
    assert again(said) == f"{NAME}: birth, between 1960 and 1965."


@pytest.mark.parametrize(
    "statement", ["Anna Koliada was detained in August.", f"{NAME}: detained, August 2021.", f"{NAME}: freed, 2020-08."]
)
def test_a_statement_that_somebody_wrote_is_left_as_it_stands(statement: str) -> None:
    found = again(claim(statement, DAY, act={"kind": "detained"}))
    assert not isinstance(found, Worded)
    assert found == statement
