"""Case forms lead back to their nominatives and nominatives to their case forms; men's surnames to women's and back."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.names.endings import female_ending, inflected, nominatives, surname_forms

TABLE = tomllib.loads((Path(__file__).parent / "endings.toml").read_text(encoding="utf-8"))
CASES = [
    (nominative, form)
    for language in TABLE["cases"].values()
    for nominative, forms in language.items()
    for form in forms.split()
]
GENDERS = [(man, woman) for man, women in TABLE["genders"].items() for woman in women.split()]
SPELT = st.one_of(
    st.text(alphabet="абвгдежзйклмнопрсуўыіьёєяю'АК", max_size=12),
    st.text(alphabet="abcdeiklmnoprstuwyząęłńśźčšėį'AK", max_size=12),
)

WORDS = st.one_of(st.text(max_size=20), SPELT)


@pytest.mark.parametrize(("nominative", "form"), CASES)
def test_the_nominative_is_among_the_candidates(nominative: str, form: str) -> None:
    assert nominative in nominatives(form)


@pytest.mark.parametrize(("nominative", "form"), CASES)
def test_the_form_is_expected_in_texts(nominative: str, form: str) -> None:
    assert form in inflected(nominative)


@pytest.mark.parametrize(("man", "woman"), GENDERS)
def test_surnames_of_one_family(man: str, woman: str) -> None:
    assert woman in surname_forms(man)
    assert man in surname_forms(woman)


def test_a_word_in_capitals_stays_so() -> None:
    assert "КОВАЛЕНКО" in nominatives("КОВАЛЕНКОМ")
    assert "КОВАЛЕНКОМ" in inflected("КОВАЛЕНКО")


def test_forms_of_one_language_only() -> None:
    polish = inflected("Kowalski", frozenset({"pl"}))
    assert "Kowalskiego" in polish
    assert not {"Kowalskis", "Kowalski's"} & set(polish)


@pytest.mark.parametrize("word", ["Соколовская", "Сакалоўская", "Kalesnikava", "Nováková", "Kazlauskienė", "Kowalska"])
def test_a_womans_surname(word: str) -> None:
    assert female_ending(word)


@pytest.mark.parametrize(
    "word", ["Соколовский", "Калина", "Kalina", "Коваленко", "Smith", "Мацкевич", "Ozols", "", "ская"]
)
def test_no_womans_surname(word: str) -> None:
    assert not female_ending(word)


@given(WORDS)
def test_the_word_itself_comes_first_and_nothing_twice(word: str) -> None:
    for found in (nominatives(word), inflected(word), surname_forms(word)):
        assert found[0] == word
        assert len(found) == len(set(found))


@given(SPELT)
def test_what_leads_to_a_form_leads_back(word: str) -> None:
    for form in inflected(word):
        assert word.lower() in (one.lower() for one in nominatives(form))
