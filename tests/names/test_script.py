"""The script of a word, by its first letter that has one."""

from unicodedata import name

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.names.script import script_of

WORDS = {
    "Ян": "Cyrl", "Łukasz": "Latn", "Ἀθῆναι": "Grek", "Վահան": "Armn", "דוד": "Hebr", "محمد": "Arab", "اکبر": "Arab",
    "დავით": "Geor", "習": "Hani", "キム": "Kana", "ひろ": "Hira", "김": "Hang", "ဒေး": "Mymr", "राम": "Deva",
    "ไทย": "Thai",
}  # fmt: skip
NAMED = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARABIC": "Arab", "HEBREW": "Hebr", "GEORGIAN": "Geor"}


@pytest.mark.parametrize(("word", "script"), WORDS.items())
def test_script_of_a_word(word: str, script: str) -> None:
    assert script_of(word) == script


def test_what_is_no_letter_does_not_say() -> None:
    assert script_of("«12-Ян»") == "Cyrl"
    assert script_of("") == script_of("1984 —") == "Zyyy"


@given(st.characters(categories=["Lu", "Ll", "Lo"], max_codepoint=0x10FF))
def test_letters_are_of_the_script_in_their_unicode_name(letter: str) -> None:
    expected = NAMED.get(name(letter, "").split()[0] if name(letter, "") else "")
    if expected:
        assert script_of(letter) == expected
