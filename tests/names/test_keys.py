"""Search keys: in which forms a name is kept, and that other spellings of a word have a key in common with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.names.keys import forms, keys, rows, sought


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Kaliada-Bely, Hanna", ("kaliada", "bely", "hanna")),
        ("Kaliada-Bely, Hanna", ("kaliadabely", "hanna")),
        ("O’Brien", ("obrien",)),
        ("Лі Ён Хо", ("лі", "ёнхо")),
        ("李建民", ("李", "建民")),
        ("Marta Veres, Baroness Veres of Zalesia", ("marta", "veres")),
    ],
)
def test_the_forms_of_a_name(name: str, form: tuple[str, ...]) -> None:
    assert form in forms(name)


def test_each_word_of_a_name_is_kept_beside_each_other_and_an_initial_is_no_word() -> None:
    assert {(word, form) for word, _, form in rows("H. Kaliada Bely")} == {
        ("kaliada", "h kaliada bely"),
        ("bely", "h kaliada bely"),
    }
    assert {beside for word, beside, _ in rows("Kaliada") if word == "kaliada"} == {""}
    assert rows(" . - ") == frozenset()


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        ("калеснікава", "kolesnikova"),
        ("лукашэнка", "lukaschenko"),
        ("аляксандр", "саша"),
        ("дзмітрый", "zmicier"),
        ("kaliada", "kaljada"),
        ("jaruzelski", "jaruzelksi"),
        ("ivan", "ivsn"),
    ],
)
def test_another_spelling_has_a_key_in_common(stored: str, asked: str) -> None:
    assert sought(asked, False) & {key for key, _ in keys(stored)}


@pytest.mark.parametrize("typed", ["ка", "кал", "калес", "kales", "kolesn", "kalesnika"])
def test_a_beginning_finds_the_word_as_it_is_typed(typed: str) -> None:
    assert sought(typed, True) & {key for key, _ in keys("калеснікава")}


@given(st.text(max_size=30))
def test_any_text_has_forms_and_rows_or_none(name: str) -> None:
    for word, _, form in rows(name):
        assert word in form.split(" ")
        assert keys(word)
    for parts in forms(name):
        assert all(part and part == part.strip() for part in parts)


def test_what_is_longer_than_any_name_is_not_kept() -> None:
    assert rows("a" * 61) == frozenset()
    assert rows("Kaliada " * 60) == frozenset()
    assert rows("Kaliada " * 8)
