"""Folding letter by letter and as a whole are one."""

from itertools import product

import pytest

from habeas.names.fold import fold

# A letter so high that a text with it is folded as a whole; it folds to itself.
HIGH = "ก"


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
