"""The table of names, as it was made or went on, against a slow obvious reading of every name and every row."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.names import table as names_table
from habeas.names.fold import fold
from habeas.names.keys import rows
from habeas.names.table import NameTable, name_table

from .stored import Names

Everybody = dict[str, list[str]]
WORD = st.sampled_from(("Hanna", "Ганна", "Kalesnikava", "Bely-Nabel", "Sokal", "A.", "李", "sok", "Ó Néill"))
NAME = st.lists(WORD, max_size=3).map(" ".join)
PEOPLE = st.dictionaries(st.sampled_from("abcdefgh"), st.lists(NAME, max_size=3), max_size=8)
SOUGHT = st.lists(st.sampled_from(("han", "ka", "sok", "bely-", "н", "neill", "x")), min_size=1, max_size=3)


def slowly(names: Everybody, sought: list[str]) -> set[str]:
    """Those of whom one name has every word within one of its words."""
    return {
        one
        for one, mine in names.items()
        if any(all(any(word in part for part in fold(name).split()) for word in sought) for name in mine)
    }


def no_keys(keys: Iterable[str]) -> list[tuple[str, str, str]]:
    return []


def is_of(found: NameTable, names: Everybody, sought: list[str]) -> None:
    """Whether it gives what a slow reading gives."""
    having = found.having(sought)
    assert (set(having), len(having)) == (slowly(names, sought), len(set(having)))
    every = [(one, *row) for one, mine in names.items() for name in mine for row in rows(name)]
    words = {row[1] for row in every} | {"nobody"}
    assert found.counts(words) == {word: sum(row[1] == word for row in every) for word in words}
    for beside in (None, {row[2] for row in every[::2]}):
        some = sorted(words)[::2]
        wanted = [(row[0], row[3]) for row in every if row[1] in some and (beside is None or row[2] in beside)]
        assert sorted(set(found.names(some, beside, 1000))) == sorted(set(wanted))
        assert len(list(found.names(some, beside, 2))) == min(2, len(wanted))


@given(PEOPLE, SOUGHT)
def test_it_gives_what_a_slow_reading_gives(people: Everybody, sought: list[str]) -> None:
    is_of(name_table(people, no_keys), people, sought)


@given(st.lists(PEOPLE, min_size=2, max_size=4), st.lists(st.sets(st.sampled_from("abcdefgh")), min_size=3), SOUGHT)
def test_it_goes_on_as_if_it_were_made_anew(turns: list[Everybody], touched: list[set[str]], sought: list[str]) -> None:
    names = turns[0]
    found = name_table(names, no_keys)
    for turn, some in zip(turns[1:], touched, strict=False):
        names = {one: mine for one, mine in names.items() if one not in some}
        names |= {one: mine for one, mine in turn.items() if one in some}
        found = found.followed_by(some, names)
        is_of(found, names, sought)


def test_where_many_stand_otherwise_it_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {"one": ["Hanna"], "other": ["Pavel"]}
    found = name_table(names, no_keys)
    assert found.followed_by({"one"}, names).beneath is found.beneath
    monkeypatch.setattr(names_table, "MOST_OVER", 0)
    assert found.followed_by({"one"}, names).beneath is not found.beneath


def test_a_word_is_found_within_a_word_and_all_of_them_in_the_same_name() -> None:
    found = name_table({"one": ["Hanna Sokalich", "Anna Sokolova"], "other": ["Hanna Bely"]}, no_keys)
    assert sorted(found.having(["ann"])) == ["one", "other"]
    assert found.having(["hanna", "kal"]) == ["one"]
    assert found.having(["hanna", "sokol"]) == []


def test_the_rows_are_those_of_a_plain_table() -> None:
    names = {"one": "Hanna Sokalich", "other": "Ганна Белы"}
    plain, found = Names(names), name_table({one: [name] for one, name in names.items()}, no_keys)
    assert sorted(found.names(["hanna", "ганна"], None, 9)) == sorted(plain.names(["hanna", "ганна"], None, 9))
