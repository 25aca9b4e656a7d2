"""Reviews on record: the last word counts, an older entry does not know it, and it is forgotten like what is judged."""

from pathlib import Path

import pytest
from django.db import connection

from habeas.claims.bodies import check_body
from habeas.claims.shape import ShapeError
from habeas.claims.vocabulary import Access, Review, WithdrawalReason
from habeas.register import erase, judged, log, opening, read, verify, write
from habeas.register.believed import believed
from habeas.register.counting import counting
from habeas.register.query import Query
from habeas.register.refusals import CommandError
from tests import zalesia

NAME = "Zoya Vrubel"
WHY = "The court has no such case."


def an_arrest() -> str:
    return zalesia.enter(zalesia.act(NAME, "detained", "2021-05-03"), zalesia.claim("412 are held.", 90)).claims[0]


def verdicts(*claims: str, at: str | None = None) -> dict[str, str]:
    reviews = believed(read.view(at, Access.staff), claims).reviews
    return {claim: reviews[claim].verdict for claim in claims if claim in reviews}


def looked_at(at: str | None = None) -> list[str]:
    return [row.told.review for row in counting(read.view(at, Access.staff)).acts]


def found(verdict: str, at: str | None = None) -> int:
    return read.count(Query(review=verdict), read.view(at, Access.staff))


def test_the_last_word_counts_and_an_older_entry_does_not_know_it(register: Path) -> None:
    claim, by = an_arrest(), write.actor(zalesia.EDITOR)
    before = str(log.head())
    write.review([claim], Review.second_look, by, note=WHY)
    doubted = str(log.head())
    assert (verdicts(claim), looked_at()) == ({claim: "second_look"}, ["second_look"])
    write.review([claim], Review.accepted, by)
    assert (verdicts(claim), looked_at()) == ({claim: "accepted"}, ["accepted"])
    assert (verdicts(claim, at=doubted), looked_at(doubted)) == ({claim: "second_look"}, ["second_look"])
    assert (verdicts(claim, at=before), looked_at(before)) == ({}, ["accepted"])
    assert [(found("second_look", at), found("accepted", at)) for at in (before, doubted, None)] == [
        (0, 2),
        (1, 1),
        (0, 2),
    ]
    bodies = [entry.body for entry in log.entries() if entry.kind == "review"]
    assert len(bodies) == 2
    assert '"supersedes"' in str(bodies[1])
    assert list(verify.faults()) == []


def test_the_same_word_again_adds_nothing(register_sqlite: Path) -> None:
    claim, by = an_arrest(), write.actor(zalesia.EDITOR)
    assert write.review([claim, claim], Review.second_look, by, note=WHY).added == 1
    head = log.head()
    assert write.review([claim], Review.second_look, by, note=WHY).same == 1
    assert log.head() == head


def test_who_said_so_and_why_is_the_staffs(register: Path) -> None:
    claim = an_arrest()
    write.review([claim], Review.second_look, write.actor(zalesia.EDITOR), note=WHY)
    for ceiling, by, note in ((Access.public, None, None), (Access.staff, zalesia.EDITOR, WHY)):
        seen = read.view(None, ceiling)
        (one,) = judged.reviewed(seen, believed(seen, [claim]).reviews).values()
        assert (one.verdict, one.by, one.note) == ("second_look", by, note)


def test_a_second_look_says_why_and_is_of_a_claim_that_is_here(register_sqlite: Path) -> None:
    claim, by = an_arrest(), write.actor(zalesia.EDITOR)
    head = log.head()
    with pytest.raises(CommandError, match="says why"):
        write.review([claim], Review.second_look, by, note=" ")
    with pytest.raises(CommandError, match="not a claim of this register"):
        write.review([claim, "a" * 32], Review.accepted, by)
    assert log.head() == head
    write.withdraw([claim], WithdrawalReason.legal, by)
    with pytest.raises(CommandError, match=r"withdrawn \(legal\)"):
        write.review([claim], Review.accepted, by)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"verdict": "second_look"}, "`note`, is missing"),
        ({"verdict": "doubtful"}, "`verdict`, is 'doubtful': one of accepted, second_look"),
        ({"verdict": "accepted", "grade": "2"}, "`grade`"),
        ({"verdict": "accepted", "claim": "x"}, "`claim`, is 'x'"),
    ],
)
def test_a_body_that_no_review_has_is_refused(said: dict[str, str], told: str) -> None:
    with pytest.raises(ShapeError, match=told):
        check_body("review", {"id": "a" * 32, "claim": "b" * 32} | said)


def test_a_changed_row_is_named_and_rebuilt(register: Path) -> None:
    claim = an_arrest()
    zalesia.enter(zalesia.review(claim))
    assert list(verify.faults()) == []
    with connection.cursor() as cursor:
        cursor.execute("""UPDATE "review" SET "verdict" = 'accepted'""")
    assert any("a row of the table review" in fault for fault in verify.faults())
    opening.rebuild()
    assert list(verify.faults()) == []
    assert verdicts(claim) == {claim: "second_look"}


def test_of_an_erased_claim_it_stays_without_target_unless_its_note_has_the_name(register: Path) -> None:
    first = an_arrest()
    named, plain = zalesia.enter(
        zalesia.act(NAME, "released", "2021-06-01", 20), zalesia.act(NAME, "detained", "2022-06-01", 40)
    ).claims
    zalesia.enter(zalesia.review(first), zalesia.review(named, note=f"The brother of {NAME} says otherwise."))
    zalesia.enter(zalesia.review(named, "accepted", note=""), zalesia.review(plain, note="Ask again."))
    erase.erase(write.actor(zalesia.KEEPER), "asked", "she", records=[str(zalesia.record(NAME).body["id"])])
    kept = [str(entry.body) for entry in log.entries() if entry.kind == "review" and entry.body]
    assert len(kept) == 2
    assert b"Vrubel" not in b"".join(path.read_bytes() for path in register.rglob("*") if path.is_file())
    assert (looked_at(), found("second_look")) == ([], 0)
    (refused,) = zalesia.enter(zalesia.review(plain, "accepted")).refused
    assert "which was erased: it is not entered again" in refused[1]
    assert list(verify.faults()) == []


def test_it_is_erased_by_its_number_in_every_version(register: Path) -> None:
    claim = an_arrest()
    zalesia.enter(zalesia.review(claim, note="told by somebody"))
    seq = log.head().seq
    zalesia.enter(zalesia.review(claim, note="told by somebody else"))
    erase.erase(write.actor(zalesia.KEEPER), "asked", "he", entries=[seq])
    assert verdicts(claim) == {}
    assert not any("somebody" in str(entry.body) for entry in log.entries())
    assert zalesia.enter(zalesia.review(claim)).added == 1
    assert list(verify.faults()) == []
