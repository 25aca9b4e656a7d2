"""Who is known here: persons by any of their names, one after the other, and one person with all that is said."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from habeas.answers.claims import find
from habeas.answers.people import people
from habeas.answers.person import person
from habeas.answers.person_page import PersonPage
from habeas.claims import identity
from habeas.claims.vocabulary import Access
from habeas.register import read, write
from habeas.register.draft import Draft
from habeas.register.query import Query
from tests import zalesia

AS_OF, KNOWN_ON = date(2025, 11, 20), date(2025, 12, 1)
OTHER = "e" * 64
YAZEP, CYRILLIC = "Yazep Kalyada", "Язэп Каляда"
ENDS = "абвгдежзиклмнопрстуфхцч"


def staff() -> read.View:
    return read.view(None, Access.staff)


def public() -> read.View:
    return read.view(None, Access.public)


def speaker(name: str) -> Draft:
    made = identity.agent_by_name(write.register_key(), name)
    return Draft("agent", {"id": made, "name": name, "sort": "person", "names": [{"name": "Veres M."}]}, "test")


def said_by(agent: Draft, statement: str, start: int) -> list[Draft]:
    return [agent, zalesia.claim(statement, start, attribution=[{"agent": agent.body["id"], "kind": "on_record"}])]


def attribute(name: str, said: str, value: str, start: int, document: str = zalesia.DOCUMENT, **more: str) -> Draft:
    record = zalesia.record(name, document).body["id"]
    told = {"record": record, "property": said, "value": value, **more}
    whom = [{"role": "subject", "name": name, "record": record}]
    statement = f"{name}: {said} {value}."
    return zalesia.claim(statement, start, type="attribute", attribute=told, participants=whom, document=document)


def opened(name: str) -> PersonPage:
    (found,) = people(staff(), name).people
    page = person(found.id, staff(), AS_OF, KNOWN_ON)
    assert page is not None
    return page


def names(found: Any) -> list[str]:
    return [one.name for one in found.people]


@pytest.fixture
def two_records(register: Path) -> tuple[str, str]:
    """One man in two documents, held by one and freed by the other; a speaker, and another who is held."""
    zalesia.enter(
        zalesia.document(OTHER),
        zalesia.act(YAZEP, "held", "2025-10-01"),
        zalesia.act(CYRILLIC, "released", "2025-11-10", document=OTHER),
        zalesia.act("Arkadz Bely", "detained", "2025-03-01", 40),
        said_by(speaker(zalesia.EDITOR), "Talks go on.", 80),
    )
    return str(zalesia.record(YAZEP).body["id"]), str(zalesia.record(CYRILLIC, OTHER).body["id"])


def test_persons_stand_by_name_each_with_what_there_is(two_records: tuple[str, str]) -> None:
    found = people(staff())
    assert names(found) == ["Arkadz Bely", zalesia.EDITOR, YAZEP, CYRILLIC]
    assert [(one.about, one.said, one.acts) for one in found.people] == [
        (1, 0, True),
        (0, 1, False),
        (1, 0, True),
        (1, 0, True),
    ]


def test_a_page_goes_on_where_the_one_before_ended(two_records: tuple[str, str]) -> None:
    every, after, pages = names(people(staff())), "", []
    while True:
        found = people(staff(), limit=1, after=after)
        pages += names(found)
        assert found.count == len(every)
        if found.next is None:
            break
        after = found.next
    assert pages == every


@pytest.mark.parametrize("sought", ["kalyada", "КАЛЯДА", "yazep kal"])
def test_a_name_is_found_by_a_part_in_any_script(two_records: tuple[str, str], sought: str) -> None:
    assert people(staff(), sought).count == 1


def test_those_of_another_script_are_near_however_many_have_the_very_words(register: Path) -> None:
    zalesia.enter(*(zalesia.act(f"Адрын Калядын{end}", "detained", "2025-01-02", at) for at, end in enumerate(ENDS)))
    zalesia.enter(zalesia.act("Adryn Barenya", "detained", "2025-01-02", 100))
    found = people(staff(), "Адрын")
    assert (found.count, [one.person.name for one in found.near]) == (len(ENDS), ["Adryn Barenya"])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Yazep Kaliada", [YAZEP, CYRILLIC]),
        ("Йосеп Каляда", [YAZEP, CYRILLIC]),
        ("Аркадий Белый", ["Arkadz Bely"]),
        ("Аркадий Иваненко", []),
        ("Язэп Шупляк", []),
        ("Zzzz", []),
    ],
)
def test_near_is_a_name_whose_family_name_is_near_as_well(
    two_records: tuple[str, str], asked: str, found: list[str]
) -> None:
    assert sorted(near.person.name for near in people(staff(), asked).near) == sorted(found)


def test_comparing_says_who_is_meant_where_a_script_hides_the_family_name(register: Path) -> None:
    zalesia.enter(zalesia.act("کریم رضایی", "detained", "2025-03-01"))
    assert [near.person.name for near in people(staff(), "Karim Rezaei").near] == ["کریم رضایی"]
    assert people(staff(), "Karim Ahmadi").near == ()


def test_two_records_that_are_judged_the_same_are_one_person(two_records: tuple[str, str]) -> None:
    zalesia.enter(zalesia.judgement(*two_records))
    assert names(people(staff())) == ["Arkadz Bely", zalesia.EDITOR, YAZEP]
    for sought in ("Yazep", "Язэп"):
        page = opened(sought)
        assert page.id == two_records[0]
        assert [(one.id, one.judged) for one in page.members] == [(two_records[0], True), (two_records[1], True)]
    assert {one.name for one in page.names} == {YAZEP, CYRILLIC}
    assert [one.said["act"]["kind"] for one in page.about] == ["held", "released"]


def test_each_id_of_a_person_finds_the_same_page(two_records: tuple[str, str]) -> None:
    zalesia.enter(zalesia.judgement(*two_records))
    one, other = (person(record, staff(), AS_OF, KNOWN_ON) for record in two_records)
    assert one == other


def test_a_judgement_taken_back_parts_them_again(two_records: tuple[str, str]) -> None:
    zalesia.enter(zalesia.judgement(*two_records))
    joined = read.view(None, Access.staff)
    zalesia.enter(zalesia.judgement(*two_records, retracted="yes"))
    assert people(staff()).count == 4
    assert people(joined).count == 3


def test_where_somebody_stood_is_as_the_tally_has_it(two_records: tuple[str, str]) -> None:
    assert (standing := opened("Yazep").standing) is not None
    assert (standing.words, standing.last) == ("in custody", (date(2025, 10, 1), date(2025, 10, 1)))
    zalesia.enter(zalesia.judgement(*two_records))
    assert (standing := opened("Yazep").standing) is not None
    assert (standing.words, standing.last) == ("not in custody", (date(2025, 11, 10), date(2025, 11, 10)))
    assert opened("Marta").standing is None


def test_what_was_not_known_by_the_day_is_not_there(two_records: tuple[str, str]) -> None:
    page = person(two_records[0], staff(), AS_OF, date(2025, 11, 1))
    assert page is not None
    assert (page.about, page.standing) == ([], None)


def test_names_in_other_scripts_have_their_language(two_records: tuple[str, str]) -> None:
    zalesia.enter(attribute(YAZEP, "name", "یازیپ کالیادا", 200, language="fa", script="Arab"))
    (found,) = [one for one in opened("کالیادا").names if one.of == "attribute"]
    assert (found.name, found.language, found.script, found.claims) == ("یازیپ کالیادا", "fa", "Arab", 1)


def test_two_births_are_told_apart_and_both_stand(two_records: tuple[str, str]) -> None:
    zalesia.enter(
        attribute(YAZEP, "birth", "1979", 200),
        attribute(YAZEP, "birth", "1980", 240),
        attribute(YAZEP, "occupation", "bookbinder", 280),
    )
    page = opened("Yazep")
    assert [(one.property, one.value) for one in page.description] == [
        ("birth", "1979"),
        ("birth", "1980"),
        ("occupation", "bookbinder"),
    ]
    (apart,) = page.apart
    assert (apart.over, apart.one["attribute"]["value"], apart.other["attribute"]["value"]) == ("birth", "1979", "1980")


def test_linked_contradictions_stand_side_by_side(two_records: tuple[str, str]) -> None:
    zalesia.enter(zalesia.judgement(*two_records))
    held, freed = (one.said["id"] for one in opened("Yazep").about)
    zalesia.enter(zalesia.link("contradicts", held, freed))
    (apart,) = opened("Yazep").apart
    assert {apart.one["id"], apart.other["id"]} == {held, freed}
    assert apart.over is None


def test_an_agent_can_be_the_same_person_as_a_record(two_records: tuple[str, str]) -> None:
    bely = str(zalesia.record("Arkadz Bely").body["id"])
    zalesia.enter(zalesia.judgement(bely, str(speaker(zalesia.EDITOR).body["id"])))
    page = opened("Bely")
    assert page.id == bely
    assert [one.kind for one in page.members] == ["record", "agent"]
    assert (page.about_count, page.said_count) == (1, 1)


def test_the_public_meets_only_whom_a_visible_claim_names(two_records: tuple[str, str]) -> None:
    assert people(public()).count == 0
    assert person(two_records[0], public(), AS_OF, KNOWN_ON) is None
    held = opened("Yazep").about[0].said["id"]
    write.set_access(Access.public, write.actor(zalesia.KEEPER), zalesia.KEEPER, claims=[held])
    zalesia.enter(zalesia.judgement(*two_records))
    assert names(people(public())) == [YAZEP]
    page = person(two_records[0], public(), AS_OF, KNOWN_ON)
    assert page is not None
    assert [one.name for one in page.names] == [YAZEP]
    assert [one.id for one in page.members] == [two_records[0]]
    assert people(public(), "Язэп").count == 0
    assert person(two_records[1], public(), AS_OF, KNOWN_ON) is None


def test_an_alias_is_for_the_staff(two_records: tuple[str, str]) -> None:
    (said,) = opened("Marta").said
    write.set_access(Access.public, write.actor(zalesia.KEEPER), zalesia.KEEPER, claims=[said.said["id"]])
    assert people(staff(), "Veres M.").count == 1
    assert people(public(), "Marta").count == 1
    assert people(public(), "M.").count == 0


def whom(name: str, shown: str = "") -> list[dict[str, str]]:
    return [{"role": "subject", "name": shown or name, "record": str(zalesia.record(name).body["id"])}]


@pytest.mark.parametrize("hidden", ["Aaa", "Zzz"])
def test_the_public_goes_on_by_the_names_that_it_sees(register: Path, hidden: str) -> None:
    shown = {hidden: "Mmm", "Bbb": "Bbb", "Ccc": "Ccc", "Xxx": "Xxx"}
    drafts = [
        [zalesia.record(name), zalesia.claim(f"{number}.", number * 20, participants=whom(name, written))]
        for number, (name, written) in enumerate(shown.items())
    ]
    zalesia.enter(*drafts, access=Access.public, vouched_by=zalesia.KEEPER)
    every, after, pages = names(people(public())), "", []
    while True:
        found = people(public(), limit=1, after=after)
        pages += names(found)
        if found.next is None:
            break
        after = found.next
    assert pages == every == ["Bbb", "Ccc", "Mmm", "Xxx"]


def test_a_name_that_was_not_known_by_the_day_is_not_there(register: Path) -> None:
    record = zalesia.record(YAZEP)
    told = {"record": record.body["id"], "property": "name", "value": "Shyly"}
    zalesia.enter(
        zalesia.act(YAZEP, "held", "2025-01-01", known="2025-01-02"),
        zalesia.claim("N.", 40, known="2025-06-01", type="attribute", attribute=told, participants=whom(YAZEP, "Y.")),
    )
    for day, known in ((date(2025, 2, 1), [YAZEP]), (date(2025, 7, 1), [YAZEP, "Shyly", "Y."])):
        page = person(str(record.body["id"]), staff(), day, day)
        assert page is not None
        assert [one.name for one in page.names] == known


def test_a_contradiction_is_shown_however_many_claims_there_are(register: Path) -> None:
    some = [zalesia.claim(f"Claim {number}.", number * 20, participants=whom(YAZEP)) for number in range(205)]
    link = zalesia.link("contradicts", str(some[203].body["id"]), str(some[204].body["id"]))
    zalesia.enter(zalesia.record(YAZEP), *some, link)
    page = opened("Yazep")
    assert (len(page.about), page.about_count, len(page.apart)) == (200, 205, 1)


def test_what_was_not_known_by_the_day_stands_beside_nothing(register: Path) -> None:
    one, other = zalesia.claim("A.", known="2025-01-01"), zalesia.claim("B.", 20, known="2025-06-01")
    zalesia.enter(one, other, zalesia.link("supports", str(other.body["id"]), str(one.body["id"])))
    before = find(Query(alone=True, known_on="2025-02-01"), staff())
    assert [(claim["statement"], claim.get("links")) for claim in before["claims"]] == [("A.", None)]
    assert find(Query(alone=True, known_on="2025-07-01"), staff())["count"] == 0


def test_a_speaker_is_found_by_the_name_of_that_entry(register: Path) -> None:
    agent = zalesia.agent("Old Name Group")
    said = zalesia.claim("A.", attribution=[{"agent": agent.body["id"], "kind": "on_record"}])
    zalesia.enter(agent, said)
    old = staff()
    zalesia.enter(Draft("agent", {**agent.body, "name": "New Title Group"}, "test"))
    assert [find(Query(speaker=name), old)["count"] for name in ("old name", "new title")] == [1, 0]
    assert [find(Query(text=name), staff())["count"] for name in ("old name", "new title")] == [0, 1]


def test_the_number_of_questions_does_not_grow_with_the_people(register: Path) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            people(staff())
        return len(queries)

    zalesia.enter(zalesia.act("Person 1", "held", "2025-01-01", 0))
    asked()
    zalesia.enter(zalesia.act("Person 2", "held", "2025-01-01", 40))
    few = asked()  # who is one person goes on from the question before
    zalesia.enter(*[zalesia.act(f"Person {number}", "held", "2025-01-01", number * 20) for number in range(3, 40)])
    assert asked() == few
