"""Words that can be said in another language: the English text, and what it was made from."""

import copy
import pickle
from datetime import date
from decimal import Decimal

import pytest

from habeas.claims.when import When
from habeas.claims.wording import Month, Worded, Year, form, joined, say, say_many


def test_it_is_the_english_text_and_nothing_more() -> None:
    said = say("on {day} {many} were held", day=date(2025, 12, 31), many=1226)
    assert said == "on 31 December 2025 1,226 were held"
    assert said in {"on 31 December 2025 1,226 were held"}


def test_it_knows_its_form_and_its_parts() -> None:
    said = say("since {first}", first=date(2020, 8, 9))
    assert (said.form, said.parts) == ("since {first}", {"first": date(2020, 8, 9)})


@pytest.mark.parametrize(("number", "text"), [(0, "0 claims"), (1, "1 claim"), (1226, "1,226 claims")])
def test_one_of_two_forms_stands_by_the_number(number: int, text: str) -> None:
    assert say_many("{number} claim", "{number} claims", number) == text


def test_a_form_without_parts_stands_as_it_is() -> None:
    assert say("{braces} of a stranger") == "{braces} of a stranger"


def test_a_year_has_no_thousands_and_a_month_its_name() -> None:
    assert say("{year}: {month}", year=Year(2021), month=Month(2021, 3)) == "2021: March 2021"


def test_several_are_put_in_a_row() -> None:
    assert joined(form("{one} or {more}"), ["a", "b", "c"]) == "a or b or c"
    assert joined(form("{one} or {more}"), []) == ""


def test_it_outlives_a_copy() -> None:
    said = say("since {first}", first=date(2020, 8, 9))
    for made in (copy.deepcopy(said), pickle.loads(pickle.dumps(said))):  # noqa: S301 - our own
        assert isinstance(made, Worded)
        assert (made, made.form) == (said, said.form)


def test_an_uncertain_date_is_worded() -> None:
    said = When.of("2020-08-09/2020-08-31").plain()
    assert isinstance(said, Worded)
    assert said.form == "between {first} and {last}"


def test_a_decimal_has_its_thousands_parted_too() -> None:
    assert say("{number} or more", number=Decimal("1131")) == "1,131 or more"
