"""Ranking: any spelling finds the person, the nearest name first, and nobody by a given name alone for a surname."""

from collections.abc import Collection, Iterable
from itertools import pairwise

import pytest

from habeas.names.analyse import analyse
from habeas.names.compare import plainly
from habeas.names.ranking import COMPARED, FIRST, nearest

from .stored import Names

PEOPLE = {
    "hanna": "Ганна Калеснікава",
    "maryja": "Марыя Калеснікава",
    "dzmitry": "Дзмітрый Каляда-Нябесны",
    "pavel": "Pavel Harbar",
    "pavla": "Pavla Harbarova",
    "viktar": "Віктар Мікалаевіч Бабарыка",
    "li": "Лі Ён Хо",
    "karim": "کریم رضایی",
    "other": "Alena Kavalenka",
    "many": "Ivan Kavalenka",
}
STORED = Names(PEOPLE)


@pytest.mark.parametrize(
    ("asked", "whose"),
    [
        ("Maria Kolesnikova", "maryja"),
        ("Kolesnikowa, Maria", "maryja"),
        ("Марія Колеснікова", "maryja"),
        ("Maryja Kaleśnikava", "maryja"),
        ("Anna Kolesnikova", "hanna"),
        ("Zmitser Kaliada", "dzmitry"),
        ("Harbar Pavel", "pavel"),
        ("Павел Гарбар", "pavel"),
        ("Babaryko", "viktar"),
        ("Viktor Babariko", "viktar"),
        ("Babariko Viktor Nikolaevich", "viktar"),
        ("Babarkya Viktar", "viktar"),
        ("Ri Yong-ho", "li"),
        ("Karim Rezaei", "karim"),
        ("الكريم رضائي", "karim"),
    ],
)
def test_any_spelling_finds_the_person_first(asked: str, whose: str) -> None:
    assert nearest(asked, STORED, 10)[0].whose == whose


@pytest.mark.parametrize("typed", ["Калес", "kales", "kolesn", "maryja kal", "maria kolesn"])
def test_whoever_begins_so_is_found_while_it_is_typed(typed: str) -> None:
    assert "maryja" in {one.whose for one in nearest(typed, STORED, 3, typing=True)}


def test_the_nearest_comes_first_and_says_its_words() -> None:
    found = nearest("Марыя Калеснікава", STORED, 10)
    assert (found[0].whose, found[0].words, found[0].near) == ("maryja", "марыя калеснікава", 1.0)
    nears = [one.near for one in found]
    assert all(one >= other - COMPARED for one, other in pairwise(nears))
    assert all(0 < near <= 1 for near in nears)


def test_nothing_that_can_be_looked_for_finds_nobody() -> None:
    for asked in ("", "  ", "-", "Ж."):
        assert nearest(asked, STORED, 10) == []
    assert nearest("Xqzt Qwrtz", STORED, 10) == []


def test_of_a_long_question_few_words_are_looked_for() -> None:
    class Counting(Names):
        """Counts how often a word is looked for."""

        asked = 0

        def words(self, keys: Collection[str]) -> Iterable[tuple[str, str, str]]:
            self.asked += 1
            return super().words(keys)

    stored = Counting(PEOPLE)
    assert nearest(" ".join(f"Каляда{letter * 2}" for letter in "абвгдежзіклмнопрстуфхцчш"), stored, 10)
    assert 0 < stored.asked <= 24


def test_the_first_ten_are_those_that_comparing_everybody_gives() -> None:
    given = ("Pavel", "Pavla", "Paval", "Pawel", "Paulina", "Pola")
    names = [f"{one} {surname}" for one in given for surname in ("Harbar", "Harbarova", "Garbarow", "Horbar", "Hurbin")]
    found = nearest("Павел Гарбар", Names({name: name for name in names}), len(names))
    asked = analyse("Павел Гарбар")
    by_nearness = sorted(found, key=lambda one: (-one.near, len(one.words), one.words, one.whose))
    everybody = sorted(by_nearness, key=lambda one: -one.near - COMPARED * plainly(asked, analyse(one.words)))
    assert len(found) > 2 * FIRST
    assert found[:FIRST] == everybody[:FIRST] != by_nearness[:FIRST]
    assert found != everybody  # who cannot come among them is not compared


FEW = Names(
    {
        "piotr": "Piotr Krawczyk",
        "envoy": "The senior envoy",
        "smith": "President Smith",
        "ivan": "Ivan P. Kavalenka",
        "siarhiej": "Sierhiej",
        "hanna": "Hanna Lipień-Bor",
    }
)


@pytest.mark.parametrize(
    ("asked", "whose"),
    [
        ("Пётр Кравчик", "piotr"),
        ("Кравчик Пётр Сергеевич", "piotr"),
        ("Пётр Краўчык", "piotr"),
        ("Pjotr Krawtschik", "piotr"),
        ("П. Кравчик", "piotr"),
        ("Пётр Кравч", "piotr"),
        ("Кравчик", "piotr"),
        ("Mr Smith", "smith"),
        ("I. Kovalenko", "ivan"),
        ("Анна Бор", "hanna"),
    ],
)
def test_a_name_that_is_near_is_near_in_each_of_its_words(asked: str, whose: str) -> None:
    (found,) = [one for one in nearest(asked, FEW, 10, typing=True) if one.whose == whose]
    assert found.near >= 0.7
    assert found.least >= 0.55


@pytest.mark.parametrize(
    ("asked", "whose"),
    [
        ("Петр Иваненко", "piotr"),
        ("Иван Петров", "ivan"),  # the initial of a father stands for no surname
        ("Сергей Иваненко", "siarhiej"),  # nor does a given name, where no more of somebody is on record
        ("Анна Шупляк", "hanna"),
    ],
)
def test_whose_family_name_is_another_is_told_apart_however_near_the_given_name(asked: str, whose: str) -> None:
    (found,) = [one for one in nearest(asked, FEW, 10) if one.whose == whose]
    assert (found.near > 0.7, found.least) == (True, 0.0)


def test_a_word_that_may_be_read_as_one_sound_is_near_nothing_by_that() -> None:
    assert nearest("Zzzz", FEW, 10) == []
