"""Finding persons by a name in any spelling: what may be seen is found, on both databases alike; what goes is gone."""

from pathlib import Path

import pytest

from habeas.answers.people import people
from habeas.claims.vocabulary import Access
from habeas.register import models, opening, read, verify, write
from habeas.register.erase import erase
from habeas.register.rows import everything
from habeas.register.session import connection
from tests import zalesia

NAMES = ("Ганна Калеснікава", "Pavel Harbar", "Дзмітрый Каляда-Нябесны", "Alena Kavalenka")


def enter(*names: str, access: Access = Access.public, start: int = 0) -> None:
    acts = [zalesia.act(name, "detained", "2025-01-02", start + 20 * place) for place, name in enumerate(names)]
    zalesia.enter(*acts, access=access, vouched_by=zalesia.EDITOR)


def found_by(text: str, ceiling: Access = Access.public) -> list[tuple[str, str]]:
    """Whose names are near, and by which name each was found."""
    return [(one.person.name, one.by) for one in people(read.view(None, ceiling), text).near]


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Anna Kolesnikova", NAMES[0]),
        ("kolesn", NAMES[0]),
        ("Kalesnikawa Hanna", NAMES[0]),
        ("Павел Гарбар", NAMES[1]),
        ("Zmicier Kaljada", NAMES[2]),
        ("Kavalemka", NAMES[3]),
    ],
)
def test_another_spelling_finds_the_person_and_says_by_which_name(register: Path, asked: str, name: str) -> None:
    enter(*NAMES)
    found = people(read.view(None, Access.public), asked)
    assert (found.count, found.people) == (0, [])
    assert found_by(asked)[0] == (name, name)


def test_whose_name_has_the_words_comes_first_and_is_not_near_as_well(register: Path) -> None:
    enter("Hanna Harbar", "Ганна Гарбар", "Ханна Харбарь")
    found = people(read.view(None, Access.public), "hanna")
    assert [one.name for one in found.people] == ["Hanna Harbar"]
    assert {one.person.name for one in found.near} == {"Ганна Гарбар", "Ханна Харбарь"}


def test_a_record_that_is_joined_is_found_by_any_name_of_its_person(register: Path) -> None:
    enter(NAMES[0], "Anna Kolesnikova")
    one, other = (zalesia.record(name).body["id"] for name in (NAMES[0], "Anna Kolesnikova"))
    assert len(found_by("Hanna Kalesnikava")) == 2
    zalesia.enter(zalesia.judgement(one, other), access=Access.public, vouched_by=zalesia.EDITOR)
    assert [by for _, by in found_by("Hanna Kalesnikava")] == [NAMES[0]]


def test_what_a_stranger_may_not_see_is_not_found_and_changes_no_nearness(register: Path) -> None:
    enter(NAMES[0], NAMES[1])
    before = people(read.view(None, Access.public), "Hanna Kalesnikava").as_json()["near"]
    enter("Hanna Kolesnikova", "Ханна Колесникова", "Hanna Bely", access=Access.staff, start=400)
    assert people(read.view(None, Access.public), "Hanna Kalesnikava").as_json()["near"] == before
    assert "Ханна Колесникова" in dict(found_by("Hanna Kalesnikava", Access.staff))
    assert found_by("Bely Hanna") == []


def test_what_is_sealed_today_is_not_found_in_a_view_of_yesterday(register: Path) -> None:
    enter(NAMES[0])
    yesterday = read.view(None, Access.public)
    claim = models.Claim.objects.values_list("id", flat=True)[0]
    assert people(yesterday, "Hanna Kalesnikava").near
    write.set_access(Access.sealed, zalesia.EDITOR, zalesia.EDITOR, claims=[claim])
    assert people(yesterday, "Hanna Kalesnikava").near == ()


def test_an_erased_name_leaves_no_word_and_no_key(register: Path) -> None:
    enter(*NAMES)
    gone = zalesia.record(NAMES[0]).body["id"]
    erase(zalesia.EDITOR, "consent", "board", records=[str(gone)])
    assert not models.NameKey.objects.filter(word__in=("ганна", "калеснікава")).exists()
    assert models.NameKey.objects.filter(word="harbar").exists()
    assert found_by("Anna Kolesnikova", Access.staff) == []
    assert list(verify.faults()) == []


def test_rebuilt_the_keys_are_the_same(register: Path) -> None:
    enter(*NAMES)
    enter(*NAMES, "Ганна Гарбар", start=400)
    kept = sorted(everything(connection(), models.NameKey))
    opening.rebuild()
    assert sorted(everything(connection(), models.NameKey)) == kept != []


def test_a_key_that_was_changed_is_found_by_verify(register: Path) -> None:
    enter(*NAMES)
    models.NameKey.objects.filter(word="harbar").update(word="nobody")
    assert any("name_key" in fault for fault in verify.faults())
