"""The scripts of names, and which way a sentence is read."""

import pytest

from habeas.web import scripts


@pytest.mark.parametrize(
    ("name", "tag", "said"),
    [
        ("Maria Kolesnikova", "", "in Latin script"),
        ("Марыя Калеснікава", "und-Cyrl", "in Cyrillic"),
        ("«Вясна»", "und-Cyrl", "in Cyrillic"),
        ("ماریا", "und-Arab", "in Arabic script"),
        ("陈", "und-Hani", "in Chinese script"),
        ("1226", "", "in Latin script"),
        ("Łukasz", "", "in Latin script"),
        ("", "", "in Latin script"),
    ],
)
def test_a_name_has_the_tag_of_its_script(name: str, tag: str, said: str) -> None:
    assert scripts.script_tag(name) == tag
    assert scripts.script_name(name) == said


@pytest.mark.parametrize(
    ("said", "language", "tag"),
    [
        ("A. is in custody.", "en", ""),
        ("A. is in custody.", "be", "und-Latn"),
        ("A. w areszcie.", "fa", "und-Latn"),
        ("А. у зняволенні.", "be", ""),
        ("А. у зняволенні.", "fa", "und-Cyrl"),
        ("А. у зняволенні.", "en", "und-Cyrl"),
        ("«Alice» — А. у зняволенні.", "be", ""),
        ("2021-03", "ru", ""),
    ],
)
def test_words_in_another_script_than_the_page_have_their_language(said: str, language: str, tag: str) -> None:
    assert scripts.foreign_tag(said, language) == tag


def test_every_script_with_a_tag_has_its_words() -> None:
    assert set(scripts.SCRIPTS.values()) == set(scripts.SCRIPT_NAMES)


@pytest.mark.parametrize(
    ("sentence", "way"),
    [
        ("Freed.", "ltr"),
        ("يازيب كاليادا was freed.", "ltr"),
        ("Freed: يازيب كاليادا.", "ltr"),
        ("أفرج عن Yazep كاليادا.", "rtl"),
        ("412", "ltr"),
        ("", "ltr"),
    ],
)
def test_a_sentence_is_read_from_the_right_where_both_its_ends_are(sentence: str, way: str) -> None:
    assert scripts.direction(sentence) == way
