"""What was judged leads nobody to what he may not see, is kept as it was judged, and outlives no erased name."""

from pathlib import Path
from typing import Any

import pytest

from habeas.answers import claims
from habeas.claims.vocabulary import Access
from habeas.register import erase, judged, log, opening, read, verify, write
from habeas.register.query import Query
from tests import zalesia

from .test_damage import unguarded

NAME = "Iosif Kaliada-Niabesny"
NOTE = "told by Niabesny's brother"


def two_linked(**said: str) -> list[str]:
    """A public claim and one that stays the staff's, linked with a note."""
    made = zalesia.enter(zalesia.claim("412 are held.", 0), zalesia.act(NAME, "detained", "2021-05-03", 20)).claims
    write.set_access(Access.public, write.actor(zalesia.KEEPER), zalesia.KEEPER, claims=made[:1])
    zalesia.enter(zalesia.link("supports", made[1], made[0], **said))
    return made


def ask(**named: Any) -> erase.Erasure:
    return erase.erase(write.actor(zalesia.KEEPER), "asked", "the person", **named)


def public(query: Query) -> str:
    return str(claims.find(query, read.view(None, Access.public)))


def test_a_link_with_what_is_not_public_is_not_there_for_a_stranger(register: Path) -> None:
    shown, hidden = two_linked(note=NOTE)
    found = public(Query())
    assert shown in found
    assert hidden not in found
    assert "links" not in found
    assert "Niabesny" not in found
    seen = read.view(None, Access.public)
    assert judged.links(seen, [shown, hidden]) == []
    assert read.count(Query(linked="supports"), seen) == 0
    assert read.count(Query(alone=True), seen) == 1


def test_a_public_link_is_given_without_its_note(register: Path) -> None:
    made = two_linked(note=NOTE)
    write.set_access(Access.public, write.actor(zalesia.KEEPER), zalesia.KEEPER, claims=made)
    assert [one.note for one in judged.links(read.view(None, Access.public), made)] == [None]
    assert [one.note for one in judged.links(read.view(None, Access.staff), made)] == [NOTE]


def test_who_judged_and_why_is_the_staffs(register: Path) -> None:
    zalesia.enter(zalesia.judgement("a" * 32, "b" * 32, reason=NOTE))
    (one,) = judged.judgements(read.view(None, Access.public))
    assert (one.verdict, one.by, one.reason) == ("same", None, None)
    (one,) = judged.judgements(read.view(None, Access.staff))
    assert (one.by, one.reason) == (zalesia.KEEPER, NOTE)


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE claim_link SET kind = 'contradicts'", "claim_link"),
        ("UPDATE judgement SET verdict = 'different'", "judgement"),
        ("UPDATE grade SET grade = 'A'", "grade"),
        ("DELETE FROM detail", "detail"),
        ("UPDATE attribute SET folded = 'x'", "attribute"),
    ],
)
def test_a_changed_row_of_what_was_judged_is_named(register: Path, statement: str, table: str) -> None:
    made = two_linked()
    said = zalesia.claim("Born in Bystritsa.", 90, attribute={"property": "birth", "value": "Bystritsa"})
    zalesia.enter(said, zalesia.judgement("a" * 32, "b" * 32), zalesia.grade("credibility", made[0], "2"))
    assert list(verify.faults()) == []
    unguarded(statement)
    assert any(f"a row of the table {table}" in fault for fault in verify.faults())


def test_an_erased_claim_leaves_its_link_without_target(register: Path) -> None:
    shown, hidden = two_linked()
    zalesia.enter(zalesia.grade("credibility", hidden, "2"))
    ask(claims=[hidden])
    assert "links" not in public(Query(ids=[shown]))
    assert judged.links(read.view(None, Access.staff), [shown]) == []
    assert list(verify.faults()) == []
    again = zalesia.enter(zalesia.link("contradicts", shown, hidden), zalesia.grade("credibility", hidden, "3"))
    assert [why for _, why in again.refused if "erased" in why] == [why for _, why in again.refused]
    assert len(again.refused) == 2


def test_a_note_that_has_the_name_of_whom_is_erased_goes_in_every_version(register: Path) -> None:
    shown, hidden = two_linked(note=f"told by {NAME}")
    zalesia.enter(zalesia.link("supports", hidden, shown, note="told by his brother"))
    record = str(zalesia.record(NAME).body["id"])
    zalesia.enter(zalesia.judgement(record, "b" * 32, reason="Iosif\nKaliada Niabesny is in both"))
    zalesia.enter(zalesia.judgement("c" * 32, "b" * 32))
    ask(records=[record])
    kept = [entry.kind for entry in log.entries() if entry.body and entry.kind in ("claim_link", "judgement")]
    assert kept == ["judgement"]
    assert not any(NAME in str(entry.body) for entry in log.entries())
    assert list(verify.faults()) == []


def test_what_was_judged_is_erased_by_its_number_with_its_other_versions(register: Path) -> None:
    zalesia.enter(zalesia.judgement("a" * 32, "b" * 32, reason=NOTE))
    seq = log.head().seq
    zalesia.enter(zalesia.judgement("a" * 32, "b" * 32, retracted="yes"))
    ask(entries=[seq])
    assert judged.judgements(read.view(None, Access.staff)) == []
    assert not any("Niabesny" in str(entry.body) for entry in log.entries())
    assert list(verify.faults()) == []
    opening.rebuild()
    assert list(verify.faults()) == []
