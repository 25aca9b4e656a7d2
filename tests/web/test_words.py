"""How a page says things."""

from datetime import date
from typing import Any

import pytest
from django.utils import translation

from habeas.answers.plain import speakers
from habeas.claims.vocabulary import LinkKind
from habeas.claims.when import Meaning, When
from habeas.register.judged import FROM_THE_OTHER
from habeas.web import words
from habeas.web.vocabulary import TIES


def test_a_day_is_in_words() -> None:
    assert words.day("2025-12-31") == words.day(date(2025, 12, 31)) == "31 December 2025"


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0"), (1226, "1,226"), ("1226", "1,226"), ("-12000.50", "−12,000.50"), (1234567, "1,234,567")],
)
def test_a_number_has_thousands_and_a_true_minus(value: int | str, said: str) -> None:
    assert words.number(value) == said


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ({"comparator": "=", "low": "1226", "high": "1226"}, "1,226"),
        ({"comparator": "~", "low": "1110", "high": "1110"}, "about 1,110"),
        ({"comparator": ">", "low": "200"}, "more than 200"),
        ({"comparator": ">=", "low": "3200", "high": "3200"}, "at least 3,200"),
        ({"comparator": "<", "high": "1200"}, "fewer than 1,200"),
        ({"comparator": "<=", "high": "20"}, "at most 20"),
        ({"comparator": "=", "low": "20", "high": "30"}, "20 to 30"),
        ({"comparator": ">", "printed": "a great many"}, "a great many"),
        ({"comparator": ">"}, "no number"),
    ],
)
def test_a_figure_has_what_stands_before_it(stated: dict[str, str], said: str) -> None:
    assert words.figure(stated) == said


@pytest.mark.parametrize(
    ("edtf", "meaning", "said"),
    [
        ("2025-12-31", Meaning.as_of, "as of 31 December 2025"),
        ("2025-02-10/2025-02-15", Meaning.as_of, "as of some day between 10 February 2025 and 15 February 2025"),
        ("2020-08-09/..", Meaning.as_of, "since 9 August 2020"),
        ("2025-02-12", Meaning.happened, "12 February 2025"),
        ("2025-10", Meaning.state_seen, "state seen: October 2025"),
        ("2025-10", Meaning.announced, "announced: October 2025"),
    ],
)
def test_a_date_says_what_it_is_the_date_of(edtf: str, meaning: Meaning, said: str) -> None:
    assert words.dated(When.of(edtf, meaning=meaning).as_dict()) == said


@pytest.mark.parametrize(("edtf", "shown"), [("2025-12-31", ""), ("2025-12-31~", "2025-12-31~"), ("2025", "2025")])
def test_edtf_is_shown_where_the_day_is_not_plain(edtf: str, shown: str) -> None:
    assert words.edtf(When.of(edtf).as_dict()) == shown


def test_a_name_in_another_script_says_so() -> None:
    assert words.named("Марыя") == '<bdi lang="und-Cyrl">Марыя</bdi>'
    assert words.named("Марыя", "be") == '<bdi lang="be">Марыя</bdi>'
    assert words.named("Maria") == "<bdi>Maria</bdi>"


def test_a_name_is_never_markup() -> None:
    assert words.named("<b>", '"x') == '<bdi lang="&#34;x">&lt;b&gt;</bdi>'


def test_a_chain_is_told_from_the_inside_out() -> None:
    chain: list[dict[str, Any]] = [
        {"agent": "people who attended", "kind": "anonymous"},
        {"agent": "Smith", "kind": "on_record"},
        {"agent": "Lukashenko", "kind": "on_record"},
    ]
    assert speakers(chain) == "Lukashenko, as told to Smith, as told to people who attended"
    assert words.chain(chain) == (
        "<bdi>Lukashenko</bdi>, as told to <bdi>Smith</bdi>, as told to "
        '<span class="unnamed"><bdi>people who attended</bdi></span>'
    )


@pytest.mark.parametrize(
    ("grade", "said"),
    [
        ("F6", "not judged"),
        ("B2", "its source usually reliable, the claim probably true"),
        ("B6", "its source usually reliable, the claim not judged"),
        ("F4", "its source not judged, the claim doubtful"),
    ],
)
def test_a_grade_is_in_words_as_its_title(grade: str, said: str) -> None:
    assert words.grade({"grade": grade}) == f'<abbr title="{said}">{grade}</abbr>'
    assert words.grade_words({"grade": grade}) == said


def test_every_sort_of_link_has_its_word_from_both_ends() -> None:
    ends = {str(kind) for kind in LinkKind} | set(FROM_THE_OTHER.values())
    assert ends <= set(TIES)


def test_several_stand_in_a_row_with_the_comma_of_the_language() -> None:
    said = {"type": "figure", "modality": "asserted", "polarity": "denied", "figure": {"comparator": "=", "low": "5"}}
    assert words.sort(said) == "figure, 5, denied"
    with translation.override("fa"):
        assert words.sort(said) == "رقم، ۵، انکار شده"
