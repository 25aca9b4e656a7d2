"""Folding: letters that are one to a reader who looks for a name are one here."""

import pytest

from habeas.names.fold import fold, words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Каўка", "каука"),
        ("Ёлкін", "елкін"),
        ("Андрэй", "андрэи"),
        ("Yıldız İnan", "yildiz inan"),
        ("علي", "علی"),
        ("على", "علی"),
        ("كريم", "کریم"),
        ("ٱحمد أحمد إحمد", "احمد احمد احمد"),
        ("محمـد", "محمد"),
        ("می\u200cرزا", "میرزا"),
        ("Sa\u200bsha\u00ad\ufeff", "sasha"),
        ("Łukasz Öztürk Ñandú Þór", "lukasz ozturk nandu thor"),
        ("Straße", "strasse"),
        ("Νίκος", "νικοσ"),
        ("O’Brien Oʼzbek Oʻzbek", "o'brien o'zbek o'zbek"),
        ("Ａｎｎａ", "anna"),
        ("שָׁרוֹן", "שרון"),
    ],
)
def test_what_is_one_to_a_reader_is_one(written: str, folded: str) -> None:
    assert fold(written) == folded
    assert fold(folded) == folded


def test_other_letters_stay_apart() -> None:
    assert fold("и") != fold("і")
    assert fold("г") != fold("ґ")
    assert words("  Anna   Каця ") == ["anna", "каця"]
