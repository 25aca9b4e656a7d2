"""Every word of a name is found at its place in it, however the words begin one another."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.names.analyse import analyse

STEMS = ("Иван", "Мартин", "Ivan", "Petr", "John", "Peter", "Ян", "Al", "de", "oglu", "Kim")
WORDS = st.builds(
    str.__add__, st.sampled_from(STEMS), st.sampled_from(("", "ов", "ова", "ович", "son", "ov", "a", "-X", "."))
)
BETWEEN = st.sampled_from((" ", "  ", ", ", " (", ") ", "-", " / "))


@st.composite
def names(draw: st.DrawFn) -> str:
    words = draw(st.lists(st.tuples(WORDS, BETWEEN), min_size=1, max_size=9))
    return "".join(word + mark for word, mark in words)


@given(names())
def test_any_name_is_taken_and_its_words_are_words_of_it(name: str) -> None:
    assert all(one.word in name.lower() for one in analyse(name).words)


@pytest.mark.parametrize(
    "name", ["Ivanov Petrov, Ivan Petr", "Johnson Peterson, John Peter", "Мартинова Иванова, Иван Мартин"]
)
def test_given_names_that_begin_surnames_are_words_of_their_own(name: str) -> None:
    assert [one.word for one in analyse(name).words] == name.replace(",", "").lower().split()


def test_words_stand_in_the_order_in_which_they_were_written() -> None:
    for words in permutations(("Мартинов", "Иванов", "Иван", "Мартин")):
        assert [one.word for one in analyse(" ".join(words)).words] == [word.lower() for word in words]
    assert [one.word for one in analyse("Ян Ян Янов").words] == ["ян", "ян", "янов"]


def test_a_name_of_a_million_letters_is_taken() -> None:
    assert len(analyse("Ян " * 400_000).words) <= 16
