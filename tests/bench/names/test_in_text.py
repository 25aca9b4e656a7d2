"""The text that names are found in: its marks are surnames, and what is found is counted as the page says."""

import random

from bench.names.in_text import Article, Person, by_expression, drawn, marked

KNOWN = [Person(str(place), {"en": ("Yazep", f"Kalyad{letter}")}) for place, letter in enumerate("abcdefgh")]
STRANGERS = [Person(str(place), {"en": ("Oldar", f"Vostarn{letter}")}) for place, letter in enumerate("xyzuvw", 100)]
TEXT = Article("Then Yazep Kalyada met Vostarny. Kalyada left.", [(11, 18, "1"), (23, 31, ""), (33, 40, "1")])


def test_articles_are_drawn_from_a_seed_and_their_marks_are_surnames() -> None:
    (one, *_), (same, *_) = (list(drawn(random.Random(1), KNOWN, STRANGERS, 0.01, ("en",))) for _ in range(2))
    surnames = {person.labels["en"][1] for person in (*KNOWN, *STRANGERS)}
    assert one == same
    assert {one.text[start:end] for start, end, _ in one.marks} <= surnames
    assert {person for _, _, person in one.marks} <= {person.id for person in KNOWN} | {""}


def test_what_is_found_of_whom() -> None:
    found = [(5, 18, ("1",)), (23, 31, ("2",)), (33, 40, ("1", "2"))]
    assert marked([found], [TEXT]) == {"mentions": 2, "found": 1.0, "by one name": 0.5, "false": 1 / 3}
    assert marked([[]], [TEXT]) == {"mentions": 2, "found": 0.0, "by one name": 0.0, "false": 0.0}


def test_the_expression_finds_names_as_written() -> None:
    rate, (found,) = by_expression({"1": ["Yazep Kalyada"], "2": ["Bohdan Kalyada"]}, [TEXT])
    assert found == [(5, 18, ("1",)), (33, 40, ("1", "2"))]
    assert rate > 0
