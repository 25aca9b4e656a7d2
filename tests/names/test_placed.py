"""A text laid out: folded as `fold` does it, every word at its place, nothing hidden by marks or breaks."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from habeas.names.fold import fold
from habeas.names.in_text.mixed import unmixed
from habeas.names.in_text.placed import laid, pieces, placed


@given(st.text())
@example("Ꞑ")  # a letter with two cases far behind the others
def test_every_word_is_where_it_is_said_to_be(text: str) -> None:
    its = placed(text)
    assert its.folded[0] == its.folded[-1] == " "
    for number in range(len(its.starts)):
        begin, finish = its.begins[number], its.finishes[number]
        assert 0 <= begin < finish <= len(text)
        assert laid(its.text[begin:finish]).replace(" ", "") == its.word(number) or "\n" in text[begin:finish]
    assert sorted(its.begins) == list(its.begins)
    assert " ".join(its.word(number) for number in range(len(its.starts))) == " ".join(its.folded.split())


@given(st.text(st.characters(categories=("Lu", "Ll"), max_codepoint=0x52F), min_size=1))
def test_letters_are_folded_as_for_search(word: str) -> None:
    letters = unmixed("".join([one for one in word if len(fold(one)) == 1]))
    assert placed(letters).folded.strip() == fold(letters)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ка\u00adля\u200dда", ["каляда"]),
        ("Каля-\n   да", ["каляда"]),
        ("Brest-\nLitovsk", ["brest", "litovsk"]),
        ("Straße ﬃ İ", ["strasse", "ffi", "i"]),
        ("и\u0306", ["и"]),
        ("O’Neil", ["o", "neil"]),
        ("a  \t\n b", ["a", "b"]),
        ("😀Каляда😀", ["каляда"]),
        ("", []),
    ],
)
def test_what_is_a_word(text: str, words: list[str]) -> None:
    its = placed(text)
    assert [its.word(number) for number in range(len(its.starts))] == words


def test_a_word_as_written_has_no_break_in_it() -> None:
    its = placed("Каля-\n да Stra\u00adße")
    assert [its.as_written(number) for number in range(2)] == ["Каляда", "Straße"]


@given(st.text("a. \n", min_size=1), st.integers(60_000, 140_000))
def test_the_pieces_of_a_long_text_make_the_text(unit: str, length: int) -> None:
    text = (unit * (length // len(unit) + 1))[:length]
    made = list(pieces(text))
    assert "".join(piece for _, piece in made) == text
    assert all(text[start : start + len(piece)] == piece for start, piece in made)
