"""One sound for the spellings of a name."""

import pytest

from habeas.names.sound import bones, sound, sounds


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
