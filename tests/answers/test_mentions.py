"""Known names in a text: everybody whom a visible claim names, under names that the reader may see, and nobody else."""

from pathlib import Path

from habeas.answers.mentions import held, mentions
from habeas.claims import identity
from habeas.claims.vocabulary import Access
from habeas.register import read, write
from habeas.register.draft import Draft
from tests import zalesia

TEXT = "У Зарэччы бачылі Язэпа Каляду, гаварыла Марта Верас з Lantern Group. Мірона Дарагога там не было."


def view(ceiling: Access) -> read.View:
    return read.view(None, ceiling)


def found(ceiling: Access, text: str = TEXT) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (one.mention.words, tuple(candidate.name for candidate in one.candidates))
        for one in mentions(view(ceiling), text).mentions
    ]


def speaker(name: str, *others: str) -> Draft:
    made = identity.agent_by_name(write.register_key(), name)
    names = {"names": [{"name": other} for other in others]} if others else {}
    return Draft("agent", {"id": made, "name": name, "sort": "person", **names}, "test")


def opened(claim: Draft) -> None:
    write.set_access(Access.public, write.actor(zalesia.KEEPER), zalesia.KEEPER, claims=[str(claim.body["id"])])


def enter() -> list[Draft]:
    """A record in custody at Zareche; an agent who speaks and has another name; and the group that keeps the list."""
    one, held_there = zalesia.act("Yazep Kalyada", "held", "2025-11-14", place={"name": "Zareche"})
    marta = speaker("M. V. Rennard", "Marta Veres")
    said = zalesia.claim("He is held.", 30, attribution=[{"agent": marta.body["id"], "kind": "on_record"}])
    zalesia.enter(zalesia.document(), zalesia.agent(), one, held_there, marta, said)
    return [held_there, said]


def test_people_places_and_bodies_that_claims_name_are_found(register: Path) -> None:
    enter()
    assert found(Access.staff) == [
        ("Зарэччы", ("Zareche",)),
        ("Язэпа Каляду", ("Yazep Kalyada",)),
        ("Марта Верас", ("M. V. Rennard",)),
        ("Lantern Group", ("Lantern Group",)),
    ]


def test_a_stranger_finds_only_what_public_claims_name_and_no_other_name_of_a_speaker(register: Path) -> None:
    there, said = enter()
    assert found(Access.public) == []
    assert found(Access.public, "M. V. Rennard") == []
    opened(said)
    assert found(Access.public, "M. V. Rennard") == [("M. V. Rennard", ("M. V. Rennard",))]
    assert found(Access.public) == []
    opened(there)
    assert found(Access.public) == [
        ("Зарэччы", ("Zareche",)),
        ("Язэпа Каляду", ("Yazep Kalyada",)),
        ("Lantern Group", ("Lantern Group",)),
    ]


def test_people_who_are_judged_to_be_one_are_one_candidate(register: Path) -> None:
    one, first = zalesia.act("Yazep Kalyada", "detained", "2025-11-14")
    two, second = zalesia.act("Язэп Каляда", "released", "2025-11-20", start=30)
    zalesia.enter(zalesia.document(), zalesia.agent(), one, first, two, second)
    text = "Kalyada"
    (apart,) = mentions(view(Access.staff), text).mentions
    zalesia.enter(zalesia.judgement(one.body["id"], two.body["id"]))
    (together,) = mentions(view(Access.staff), text).mentions
    assert len(apart.candidates) == 2
    assert len(together.candidates) == 1


def test_nothing_is_recorded_and_the_answer_has_the_documented_shape(register: Path) -> None:
    enter()
    before = view(Access.staff).at
    answer = mentions(view(Access.staff), "Язэп Каляда спаў.").as_json()
    assert view(Access.staff).at == before
    (one,) = answer["mentions"]
    assert {"at", "looked_for", "mentions"} == set(answer)
    assert answer["looked_for"] == {"people": 2, "places": 1, "bodies": 1}
    assert (one["start"], one["end"], one["words"], one["kind"], one["part"]) == (
        0,
        11,
        "Язэп Каляда",
        "person",
        "full name",
    )
    assert one["passage"] == identity.fingerprint("Язэп Каляда")


def test_a_document_that_is_not_held_has_no_text(register: Path) -> None:
    enter()
    assert held(view(Access.staff), zalesia.DOCUMENT[:8]) == ([zalesia.DOCUMENT], None)
    assert held(view(Access.staff), "0" * 8) == ([], None)


def test_the_fingerprint_of_the_sentence_is_for_the_staff(register: Path) -> None:
    there, _ = enter()
    opened(there)
    (of_staff,), (of_all,) = ([*mentions(view(one), "Каляда.").mentions] for one in (Access.staff, Access.public))
    assert of_staff.sentence == identity.fingerprint("Каляда.")
    assert of_all.sentence is None
    assert "sentence" not in of_all.as_json()


def test_what_was_sealed_since_is_looked_for_no_longer(register: Path) -> None:
    there, _ = enter()
    opened(there)
    assert found(Access.public, "Каляда") == [("Каляда", ("Yazep Kalyada",))]
    write.set_access(Access.sealed, write.actor(zalesia.KEEPER), zalesia.KEEPER, claims=[str(there.body["id"])])
    assert found(Access.public, "Каляда") == []
