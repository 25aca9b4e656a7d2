"""One sound for the spellings of a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.names.sound import bones, read_by_spelling, sound, sounds
from tests.oracle.spellings import readings

SPELT = (
    "schtscherbakow", "tikhanovskaya", "szczepański", "wałęsa", "zhang", "xi", "chiara", "guillermo", "françois",
    "arbuthnot", "gheorghe", "mccarthy", "nagy", "çağlar", "kazlauskas", "novakova", "stephenson", "geoffroy",
)  # fmt: skip


@pytest.mark.parametrize("spelling", ["Lukashenka", "Łukašenka", "Łukaszenka", "Лукашэнка"])
def test_spellings_of_one_name_sound_the_same(spelling: str) -> None:
    assert sound(spelling) == "lukaSenka"


@pytest.mark.parametrize(("spelling", "heard"), [("Жак", "Zak"), ("キャメロン", "kjameLon"), ("Μιχάλης", "mixalis")])
def test_other_scripts(spelling: str, heard: str) -> None:
    assert sound(spelling) == heard


def test_a_latin_word_is_read_in_several_ways() -> None:
    assert {"Jakws", "Zak"} <= set(sounds("Jacques"))


def test_bones_are_classes_of_consonants() -> None:
    assert bones("Жак") == "sk"
    assert bones("Эйо") == "e"


def test_no_letters_no_sound() -> None:
    assert sounds("123") == ("",)
    assert bones("") == ""


@given(st.text("abcdefghijklmnopqrstuvwxyzšćğöüñ-'", max_size=12) | st.sampled_from(SPELT))
def test_latin_words_are_read_as_the_tables_say(word: str) -> None:
    assert list(read_by_spelling(word)) == readings(word)


@pytest.mark.parametrize("word", ["Łukašenka", "ЛУКАШЭНКА", "Шчэрба", "ΟΔΥΣΣΕΥΣ", "İbrahim", "DŽamonja"])
def test_capitals_sound_as_small_letters_do(word: str) -> None:
    assert sounds(word) == sounds(word.lower())
