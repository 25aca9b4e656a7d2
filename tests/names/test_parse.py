"""A name in its parts: by table, in any order, and never with a word lost."""

import tomllib
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.names.given import given_class
from habeas.names.parse import Parsed, gender, parse, readings
from habeas.names.parts.patronymic import father_class

PARTS = {"g": "given", "p": "patronymic", "s": "surname", "i": "initials", "t": "titles", "l": "loose"}
TABLE = tomllib.loads((Path(__file__).parent / "parsed.toml").read_text(encoding="utf-8"))
WORDS = [*"abzAZ'.-,()\"«»/ éßİıЁўі·・'’김山アع ", "née ", "bin ", "oglu", "Иван ", "Петрович ", "ova ", "Jr. ", "II "]


def told(parsed: Parsed, prefix: str = "") -> list[str]:
    """Each word with the letter of its part."""
    own = [f"{prefix}{letter} {word}" for letter, part in PARTS.items() for word in getattr(parsed, part)]
    return [*own, *(line for other in parsed.others for line in told(other, "other "))]


def expected(line: str) -> list[str]:
    found = []
    for entry in filter(None, line.split(", ")):
        other, entry = ("other ", entry.removeprefix("other ")) if entry.startswith("other ") else ("", entry)
        letter, *words = entry.split(" ")
        found += [f"{other}{letter} {word}" for word in words]
    return found


def letters(*texts: str) -> list[str]:
    return sorted(character for text in texts for character in text if character.isalnum())


def every_word(parsed: Parsed) -> list[str]:
    own = [word for part in PARTS.values() for word in getattr(parsed, part)]
    return [*own, *(word for other in parsed.others for word in every_word(other))]


@pytest.mark.parametrize(
    ("name", "line"), [(name, line) for section in TABLE.values() for name, line in section.items()]
)
def test_a_name_in_its_parts(name: str, line: str) -> None:
    assert sorted(told(parse(name))) == sorted(expected(line))


GIVEN = {"Антон": "m", "Viktar": "m", "Мікалай": "m", "Anna": "f", "Світлана": "f", "Кацярына": "f"}
FATHERS = {"m": ["Иванович", "Ryhoravich", "Михайлович"], "f": ["Ивановна", "Ryhorauna", "Михайлівна"]}
SURNAMES = ["Ковальчук", "Sakalouski", "Мацкевіч", "Бабицкая", "Zhuk", "Дубовік"]


@pytest.mark.parametrize(("name", "surname"), list(product(GIVEN, SURNAMES)))
@pytest.mark.parametrize("pattern", ["{s} {g} {p}", "{g} {p} {s}", "{s}, {g} {p}"])
def test_three_parts_in_any_usual_order(name: str, surname: str, pattern: str) -> None:
    for father in FATHERS[GIVEN[name]]:
        parsed = parse(pattern.format(s=surname, g=name, p=father))
        assert (parsed.surname, parsed.given, parsed.patronymic) == ((surname,), (name,), (father,))


@pytest.mark.parametrize(("name", "surname"), list(product(GIVEN, SURNAMES)))
def test_two_parts_in_either_order(name: str, surname: str) -> None:
    for pattern in ("{s} {g}", "{g} {s}", "{s}, {g}"):
        parsed = parse(pattern.format(s=surname, g=name))
        assert (parsed.surname, parsed.given) == ((surname,), (name,))


@given(st.one_of(st.text(max_size=40), st.lists(st.sampled_from(WORDS), max_size=14).map("".join)))
@settings(max_examples=400, deadline=None)
def test_nothing_is_lost_and_nothing_made_up(name: str) -> None:
    parsed = parse(name)
    assert parsed.original == name
    assert letters(*every_word(parsed)) == letters(name)
    assert gender(parsed) in ("female", "male", None)


@pytest.mark.parametrize("part", ["(", "(а", "а/", "«", "а née ", "'а", "Иванов ", "а, ", "а.", "﷽", ")"])
@pytest.mark.parametrize("times", [100, 249, 5000])
def test_no_text_is_too_much(part: str, times: int) -> None:
    name = (part * times)[: 249 if times < 5000 else None]
    for whole in (name, name + ")" * (250 - len(name))):
        assert letters(*every_word(parse(whole))) == letters(whole)


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("Ковальчук Саша Иванович", "male"),
        ("Саша Ивановна Ковальчук", "female"),
        ("Anna Kovalchuk", "female"),
        ("Anton Kovalchuk", "male"),
        ("Женя Соколовская", "female"),
        ("Женя Ковальчук", None),
        ("Əliyev İlham Heydər oğlu", "male"),
        ("Məmmədova Səadət Əhməd qızı", "female"),
        ("Бойко Методиев Борисов", "male"),
        ("Jóhanna Sigurðardóttir", "female"),
        ("А. Г. Ковальчук", None),
        ("Abra Kadabra", None),
    ],
)
def test_gender(name: str, whose: str | None) -> None:
    assert gender(parse(name)) == whose


def test_another_form_is_filled_from_the_main_one() -> None:
    main, maiden = readings(parse("Мария Иванова (урожд. Петрова)"))
    assert (main.given, main.surname) == (("Мария",), ("Иванова",))
    assert (maiden.given, maiden.surname) == (("Мария",), ("Петрова",))
    _, nickname = readings(parse('Aliaksandr "Ales" Kavalenka'))
    assert (nickname.given, nickname.surname) == (("Ales",), ("Kavalenka",))


def test_a_surname_is_no_given_name() -> None:
    assert not given_class("Ковальчук")
    assert not given_class("Kavalenka")


@pytest.mark.parametrize(
    ("name", "patronymics"),
    [
        (
            "ryhor",
            "Рыгоравіч Григорьевич Григорович Hryhorovych Ryhoravich Grigorjewitsch Grigorjewna Рыгораўна Григорівна",
        ),
        ("mikalai", "Мікалаевіч Николаевич Миколайович Mikalayevich Nikolaevich Николаевна Мікалаеўна"),
        ("siarhei", "Сяргеевіч Сергеевич Сергійович Siarheyevich Sergeevich"),
        ("uladzimir", "Уладзіміравіч Владимирович Володимирович Uladzimiravich Vladimirovna"),
        ("mikhail", "Міхайлавіч Михайлович Mikhailovich Михайлівна"),
        ("piatro", "Пятровіч Петрович Петровна Пятроўна Petrovich"),
        ("pavel", "Павлович Паўлавіч Павловна Pavlovich"),
        ("jakau", "Яковлевич Якаўлевіч Яковлевна"),
        ("leu", "Львович Львовна"),
        ("illia", "Ильич Ільіч Ильинична"),
        ("mikita", "Никитич Никитична"),
        ("ihar", "Игоревич Ігаравіч Ігорович Igorevich"),
    ],
)
def test_the_father_in_a_patronymic(name: str, patronymics: str) -> None:
    for word in patronymics.split():
        assert name in father_class(word), word


@pytest.mark.parametrize("word", ["Мацкевич", "Борисевич", "Стэфановіч", "Статкевіч", "Ковальчук", "", "Ив"])
def test_a_surname_is_made_of_no_fathers_name(word: str) -> None:
    assert not father_class(word)
