"""Given names are found in any spelling, by class, and a pet name less surely than the name itself."""

import tomllib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.names.given import GivenName, gender_of_given, given_class, given_names

TABLE = tomllib.loads((Path(__file__).parent / "given.toml").read_text(encoding="utf-8"))


def spellings(section: str) -> list[tuple[str, str]]:
    return [(name, word) for name, words in TABLE[section].items() for word in words.split()]


def sameness(first: str, second: str) -> float:
    """As the docstring of `given_class` says."""
    one, other = given_class(first), given_class(second)
    return max((one[name] * other[name] for name in one.keys() & other.keys()), default=0.0)


@pytest.mark.parametrize(("name", "word"), spellings("forms"))
def test_a_form_is_of_its_class(name: str, word: str) -> None:
    assert given_class(word).get(name, 0.0) >= 0.95


@pytest.mark.parametrize(("name", "word"), spellings("short"))
def test_a_pet_name_is_of_its_class_but_less(name: str, word: str) -> None:
    assert 0.4 < given_class(word).get(name, 0.0) < 0.95


@pytest.mark.parametrize(
    "word", ["Ковальчук", "Лукашенко", "Smith", "Edwards", "Davis", "Miller", "Kovalenko", "Тихановская", "", "12", "-"]
)
def test_what_is_no_given_name(word: str) -> None:
    assert given_class(word) == {}


def test_sameness_falls_with_distance() -> None:
    assert sameness("Дзмітрый", "Dmitri") == 1.0
    assert sameness("Дзмітрый", "Dmitri") > sameness("Зміцер", "Дмитрий") > sameness("Саша", "Александра") > 0
    assert sameness("Ivan", "John") == pytest.approx(0.49)
    assert sameness("Дмитрий", "Анна") == 0.0


@pytest.mark.parametrize(
    ("word", "whose"),
    [
        ("Дмитрий", "male"),
        ("Hanna", "female"),
        ("Саша", None),
        ("Женя", None),
        ("Jean-Claude", "male"),
        ("Ковальчук", None),
    ],
)
def test_gender_of_a_given_name(word: str, whose: str | None) -> None:
    assert gender_of_given(word) == whose


@pytest.mark.parametrize("row", given_names(), ids=lambda row: row.name)
def test_a_line_of_the_table_is_in_order(row: GivenName) -> None:
    assert row.name.isascii()
    assert row.name == row.name.lower()
    assert row.gender in ("f", "m", "b")
    assert row.root == row.root.upper()
    for word in (*row.forms, *row.short):
        assert len({unicodedata.name(letter).split()[0].split("-")[0] for letter in word if letter.isalpha()}) == 1, (
            word
        )


def test_no_class_stands_twice() -> None:
    names = [row.name for row in given_names()]
    assert len(names) == len(set(names))


@given(st.text(max_size=30))
def test_any_text_has_classes_or_none(word: str) -> None:
    assert all(0 < weight <= 1 for weight in given_class(word).values())
    assert list(given_class(word).values()) == sorted(given_class(word).values(), reverse=True)
