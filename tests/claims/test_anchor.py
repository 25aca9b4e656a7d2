"""Anchors: where the words stand, with fingerprints that a changed document does not keep."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.anchor import (
    AnchorError,
    Characters,
    characters,
    check_characters,
    find_words,
    row_fingerprint,
    selector,
    sentence_around,
)

TEXT = (
    "ZARECHE. Three were driven to the border, Mr. Veres said. "
    "“For every one they let go, we write down two,” he added!\n"
    "The Ministry did not answer. Аркадзь Бялы сядзіць у турме №4. 他在监狱。"
)


def sentence(words: str) -> str:
    start = TEXT.index(words)
    first, last = sentence_around(TEXT, start, start + len(words))
    return TEXT[first:last]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Three were", "Three were driven to the border, Mr. Veres said."),
        ("write down two", "“For every one they let go, we write down two,” he added!"),
        ("did not answer", "The Ministry did not answer."),
        ("сядзіць", "Аркадзь Бялы сядзіць у турме №4."),
        ("监狱", "他在监狱。"),
        (
            "said. “For",
            (
                "Three were driven to the border, Mr. Veres said. "
                "“For every one they let go, we write down two,” he added!"
            ),
        ),
    ],
)
def test_the_sentence_around_a_passage(words: str, expected: str) -> None:
    assert sentence(words) == expected


def test_fingerprints_are_over_the_text_as_it_is() -> None:
    found = find_words(TEXT, "Аркадзь Бялы")
    assert TEXT[found.start : found.end] == "Аркадзь Бялы"
    assert found.passage == hashlib.sha256("Аркадзь Бялы".encode()).hexdigest()
    assert found.sentence == hashlib.sha256("Аркадзь Бялы сядзіць у турме №4.".encode()).hexdigest()


@given(st.text(min_size=1), st.data())
def test_every_passage_of_every_text_fits_itself(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = characters(text, start, end)
    check_characters(text, made)
    first, last = sentence_around(text, start, end)
    assert last >= end
    assert first <= start or not text[start:first].strip()
    quoted = selector(text, start, end)
    assert text[max(0, start - 32) : end + 32] == quoted["prefix"] + quoted["exact"] + quoted["suffix"]


@given(st.text(min_size=2), st.data())
def test_a_changed_passage_is_refused(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    made = characters(text, start, len(text))
    changed = text[:start] + ("x" if text[start] != "x" else "y") + text[start + 1 :]
    with pytest.raises(AnchorError, match="another one"):
        check_characters(changed, made)


def test_a_changed_sentence_around_the_same_passage_is_refused() -> None:
    made = find_words(TEXT, "Three were")
    with pytest.raises(AnchorError, match="sentence"):
        check_characters(TEXT.replace("border", "frontier"), made)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (-1, 4), (4, 2), (0, 10_000)])
def test_a_passage_that_is_not_there(start: int, end: int) -> None:
    with pytest.raises(AnchorError, match="are not in the document"):
        check_characters(TEXT, Characters(start, end, "0" * 64))


def test_words_that_stand_nowhere_or_twice() -> None:
    with pytest.raises(AnchorError, match="not in the document"):
        find_words(TEXT, "Seven were")
    with pytest.raises(AnchorError, match="more than once"):
        find_words(TEXT, "he")


def test_a_row_has_one_fingerprint_and_its_cells_do_not_run_together() -> None:
    assert row_fingerprint(["a", "bc"]) != row_fingerprint(["ab", "c"])
