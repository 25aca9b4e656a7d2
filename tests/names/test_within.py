"""Whose name has the words that are sought, against a slow obvious reading of every name."""

from hypothesis import given
from hypothesis import strategies as st

from habeas.names.within import name_words

NAME = st.lists(st.text("abс ", max_size=5), max_size=3).map(" ".join)  # one of the letters is Cyrillic
PEOPLE = st.lists(st.lists(NAME, max_size=3), max_size=8)
SOUGHT = st.lists(st.text("abс", min_size=1, max_size=3), max_size=3)


def slowly(names: dict[str, list[str]], sought: list[str]) -> list[int]:
    """The places of those of whom one name has every word within one of its words."""
    some = enumerate(names.values())
    if not sought:
        return [place for place, _ in some]
    return [
        place
        for place, mine in some
        if any(all(any(word in one for one in name.split()) for word in sought) for name in mine)
    ]


@given(PEOPLE, SOUGHT)
def test_they_are_those_of_whom_one_name_has_every_word(people: list[list[str]], sought: list[str]) -> None:
    names = {f"person {place}": mine for place, mine in enumerate(people)}
    assert name_words(list(names), names).having(sought).tolist() == slowly(names, sought)


def test_a_word_is_found_within_a_word_and_all_of_them_in_the_same_name() -> None:
    names = {"one": ["hanna sokalich", "anna sokolova"], "other": ["hanna bely"]}
    found = name_words(list(names), names)
    assert found.having(["ann"]).tolist() == [0, 1]
    assert found.having(["hanna", "kal"]).tolist() == [0]
    assert found.having(["hanna", "sokol"]).tolist() == []
