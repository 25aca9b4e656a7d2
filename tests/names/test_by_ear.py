"""Words are heard across scripts, romanisations and cases: a woman's not as a man's, and not what only begins alike."""

import pytest

from habeas.names.in_text.by_ear import Bending, ByEar
from habeas.names.in_text.spelt import merged, own

HEARD: list[tuple[str, Bending, str]] = [
    ("Lukashenko", "male", "Лукашенко Лукашэнка Лукашенкой Лукашэнкам Łukaszenka Łukaszenki Łukaszence Lukaschenko"),
    ("Lukashenko", "male", "Loukachenko Lukasjenko Lukašenka Λουκασένκο ლუკაშენკო Լուկաշենկո لوكاشينكو לוקשנקו"),
    ("Tikhanovskaya", "female", "Тихановская Тихановской Ціханоўская Ціханоўскай Tsikhanouskaya Cichanouskaja"),
    ("Tikhanovskaya", "female", "Cichanouska Cichanouskiej Tichanowskaja Tijanóvskaya Tichanovská"),
    ("Колесникова", "female", "Калеснікава Калеснікавай Kalesnikava Kolesnikowa Kolesnikową"),
    ("Шрайбман", "male", "Schraibman Szrajbman Shraibman Шрайбмана"),
    ("Viacorka", "male", "Вячорка Вячорки Wiaczorka Wiaczorki"),
    ("Chomicz", "female", "Khomich Хоміч Хомич Chomič Chomitsch"),
    ("Żywicki", "male", "Жывіцкі Живицкого Живицкому Жывіцкім Zhyvitski Schywitski"),
]
NOT_HEARD: list[tuple[str, Bending, str]] = [
    ("Tikhanovskaya", "female", "Тихановский Тихановского"),
    ("Колесникова", "female", "Колесников Колесниковым"),
    ("Tur", "male", "Турция Turandot Typ"),
    ("Lukashenko", "male", "Лука Лукашевич Lukas"),
]


def heard(known: str, bending: Bending, word: str) -> bool:
    return bool(ByEar([("one", known, bending)]).heard(own([word])[0]))


@pytest.mark.parametrize(("known", "bending", "words"), HEARD)
def test_words_that_are_one_name(known: str, bending: Bending, words: str) -> None:
    assert [word for word in words.split() if not heard(known, bending, word)] == []


@pytest.mark.parametrize(("known", "bending", "words"), NOT_HEARD)
def test_words_that_are_another(known: str, bending: Bending, words: str) -> None:
    assert [word for word in words.split() if heard(known, bending, word)] == []


def test_the_likeliest_reading_is_heard_clearly_and_a_case_as_one() -> None:
    ear = ByEar([("one", "Lukashenko", "male")])
    nominative, case = (ear.heard(key)["one"] for key in own(["Лукашенко", "Лукашенкой"]))
    assert (nominative.clear, nominative.same) == (True, True)
    assert (case.clear, case.same) == (True, False)


def test_many_words_are_merged_as_each_alone() -> None:
    words = ["kolesnikowa", "калесникава", "kalyada", ""]
    assert merged(words) == [merged([word])[0] for word in words]
    assert merged([]) == []
