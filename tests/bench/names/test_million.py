"""The names that are searched: the same from the same seed, the query never among them, nobody's name recombined."""

from bench.names.data import Label, in_fit
from bench.names.million import RECOMBINED, draw, parted

from habeas.names.fold import fold

EN = "Andrei Liasny, Maria Zaleska, Piotr Rudak, Hanna Vieras, Siarhei Hlusz, Alena Barysz, Mikola Sokal, Vera Moroz"
RU = "Андрей Лесной, Мария Залесская, Пётр Рудак, Анна Верас, Сергей Глуш, Елена Борыш, Николай Сокол, Вера Мороз"
LABELS = [
    Label(f"p{person}", lang, name)
    for lang, names in (("en", EN), ("ru", RU))
    for person, name in enumerate(names.split(", "))
]
SIZE = 60


def test_the_same_seed_draws_the_same() -> None:
    assert draw(LABELS, SIZE, seed=3) == draw(LABELS, SIZE, seed=3)
    assert draw(LABELS, SIZE, seed=3) != draw(LABELS, SIZE, seed=4)


def test_it_has_the_size_and_queries_of_the_report_part_alone() -> None:
    drawn = draw(LABELS, SIZE)
    assert len(drawn.stored) == SIZE
    assert drawn.queries
    assert {query.person for query in drawn.queries} == {label.person for label in LABELS if not in_fit(label.person)}


def test_a_query_is_not_stored_and_its_person_is() -> None:
    for one_each in (False, True):
        drawn = draw(LABELS, SIZE, one_each=one_each)
        stored = {(fold(each.name), each.person) for each in drawn.stored}
        assert all((fold(query.name), query.person) not in stored for query in drawn.queries)
        assert {query.person for query in drawn.queries} <= {person for _, person in stored}


def test_a_recombined_name_is_nobodys_and_of_one_language() -> None:
    nobody = [each for each in draw(LABELS, SIZE).stored if each.person.startswith(RECOMBINED)]
    assert nobody
    assert not {fold(each.name) for each in nobody} & {fold(label.name) for label in LABELS}
    assert all(
        each.name.isascii() or not any(letter.isascii() for letter in each.name.replace(" ", "")) for each in nobody
    )


def test_the_two_halves_of_a_name() -> None:
    assert parted("Лесной, Андрей Петрович") == ("Андрей", "Лесной")
    assert parted("Andrei Piatrovich Liasny") == ("Andrei", "Liasny")
    assert parted("アンドレイ・リャスヌイ") == ("アンドレイ", "リャスヌイ")
    assert parted("Liasny") is None
