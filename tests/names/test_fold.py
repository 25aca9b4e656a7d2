"""Folding: letters that are one to a reader who looks for a name are one here."""

from itertools import product

import pytest

from habeas.names.fold import fold, words

# A letter so high that a text with it is folded as a whole; it folds to itself.
HIGH = "ก"


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
        ("O`Brien", "o'brien"),
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


def test_every_letter_folds_alone_as_it_does_beside_others() -> None:
    letters = [chr(place) for place in range(0x80, 0x700)]
    assert [one for one in letters if fold(one + HIGH) != fold(one) + HIGH] == []


@pytest.mark.parametrize("mark", ["\u0301", "\u0308", "\u0654", "й", "ß", "İ", "ﷲ", "Σ"])
def test_letters_fold_together_as_one_by_one(mark: str) -> None:
    letters = [chr(place) for place in range(0x80, 0x700)]
    for one, (before, after) in product(letters, (("", mark), (mark, ""))):
        text = before + one + after
        assert fold(text) == fold(before) + fold(one) + fold(after) == fold(text + HIGH)[:-1], ascii(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Łukašenka", "lukasenka"), ("Ёлкіна-Ўласава", "елкіна-уласава"), ("كريم", "کریم"), ("김정은", "김정은")],
)
def test_examples(text: str, folded: str) -> None:
    assert fold(text) == folded
