"""Entering again: the same adds nothing, another body is a correction, what has ended is not entered again."""

from pathlib import Path
from typing import Any

import pytest

from habeas.claims.vocabulary import Access, WithdrawalReason
from habeas.register import log, read, write
from habeas.register.draft import Draft
from habeas.register.query import Query
from habeas.register.read import View
from habeas.register.refusals import CommandError
from tests import zalesia


def staff(at: str | None = None) -> View:
    return read.view(at, Access.staff)


def statements(seen: View, **query: Any) -> list[str]:
    return [claim.body["statement"] for claim in read.claims(Query(**query), seen)]


def test_the_same_again_adds_nothing(register: Path) -> None:
    first = zalesia.enter(zalesia.claim("412 are held."), zalesia.act("Arkadz Bely", "detained", "2021-05-03", 50))
    head = log.head()
    again = zalesia.enter(zalesia.claim("412 are held."), zalesia.act("Arkadz Bely", "detained", "2021-05-03", 50))
    assert (first.added, first.corrected, again.added, again.same) == (5, 0, 0, 5)
    assert log.head() == head


def test_another_body_under_the_same_id_is_our_correction_at_every_known_day(register: Path) -> None:
    before = zalesia.enter(zalesia.claim("412 are held.", known="2025-11-14")).head
    receipt = zalesia.enter(zalesia.claim("421 are held.", known="2025-11-14"))
    assert receipt.corrected == 1
    assert statements(staff(), known_on="2025-11-14") == ["421 are held."]
    assert statements(staff(str(before)), known_on="2025-11-14") == ["412 are held."]


def test_a_row_of_a_newer_edition_is_the_sources_correction_from_its_day_on(register: Path) -> None:
    first = zalesia.claim("Bely: held since May.", known="2025-06-01")
    made = {"record": "a" * 32, "field": "held"}
    old = Draft("claim", {**first.body, **made, "edition": "2025-06-01"}, "june.csv, row 2")
    changed = {"statement": "Bely: held since April.", "known": {"basis": "list", "earliest": "2025-09-01"}}
    new = Draft("claim", {**old.body, **changed, "edition": "2025-09-01", "document": "e" * 64}, "september.csv, row 2")
    zalesia.enter(old)
    assert zalesia.enter(new).corrected == 1
    assert statements(staff(), known_on="2025-08-31") == ["Bely: held since May."]
    assert statements(staff(), known_on="2025-09-01") == ["Bely: held since April."]
    again = zalesia.enter(old)
    assert (again.corrected, len(again.refused)) == (0, 1)
    assert "older" in again.refused[0][1]


def test_an_unchanged_row_of_a_newer_edition_adds_nothing(register: Path) -> None:
    first = zalesia.claim("Bely: held since May.")
    row = {**first.body, "record": "a" * 32, "field": "held", "edition": "2025-06-01"}
    zalesia.enter(Draft("claim", row, "june"))
    moved = {**row, "edition": "2025-09-01", "document": "e" * 64, "known": {"basis": "list", "earliest": "2025-09-01"}}
    assert zalesia.enter(Draft("claim", moved, "september")).same == 3


def test_less_about_a_document_adds_nothing_and_more_is_entered(register: Path) -> None:
    zalesia.enter(zalesia.document(publisher="The Bystritsa Courier"))
    assert zalesia.enter(zalesia.document(publisher="The Bystritsa Courier")).added == 0
    assert zalesia.enter(zalesia.document(publisher="The Courier of Bystritsa")).corrected == 1
    body = read.body_now("document", zalesia.DOCUMENT)
    assert body is not None
    assert body["publisher"] == "The Courier of Bystritsa"


def test_two_contents_under_one_id_in_one_batch_are_refused_whole(register: Path) -> None:
    head = log.head()
    with pytest.raises(CommandError, match="twice"):
        zalesia.enter(zalesia.claim("412 are held."), zalesia.claim("421 are held."))
    assert read.count(Query(), staff()) == 0
    assert log.head().seq <= head.seq + 1  # the actor's own entry may stand


def test_a_wrong_shape_names_place_and_key_and_enters_nothing(register: Path) -> None:
    draft = zalesia.claim("412 are held.")
    draft.body["modality"] = "surely"
    with pytest.raises(CommandError, match=r"412 are held.*`modality`.*surely.*asserted"):
        zalesia.enter(draft)
    assert read.count(Query(), staff()) == 0


@pytest.mark.parametrize(
    ("reason", "day", "before", "after"),
    [
        (WithdrawalReason.source_retracted, "2025-12-01", ["2025-11-30"], ["2025-12-01"]),
        (WithdrawalReason.source_corrected, "2025-12-01", ["2025-11-30"], ["2025-12-01"]),
        (WithdrawalReason.register_error, None, [], ["2025-11-14", "2025-12-01"]),
        (WithdrawalReason.consent, None, [], ["2025-11-14", "2025-12-01"]),
        (WithdrawalReason.legal, None, [], ["2025-11-14", "2025-12-01"]),
    ],
)
def test_withdrawal(
    register: Path, reason: WithdrawalReason, day: str | None, before: list[str], after: list[str]
) -> None:
    receipt = zalesia.enter(zalesia.claim("412 are held.", known="2025-11-14"))
    write.withdraw(receipt.claims, reason, write.actor(zalesia.EDITOR), day=day)
    assert all(statements(staff(), known_on=known) for known in before)
    assert not any(statements(staff(), known_on=known) for known in after)
    past = statements(staff(str(receipt.head)), known_on="2025-12-01")
    hidden = reason in (WithdrawalReason.consent, WithdrawalReason.legal)
    assert past == ([] if hidden else ["412 are held."])


def test_what_was_withdrawn_is_not_entered_again_and_the_import_says_so(register: Path) -> None:
    receipt = zalesia.enter(zalesia.claim("412 are held."))
    write.withdraw(receipt.claims, WithdrawalReason.register_error, write.actor(zalesia.EDITOR))
    for statement in ("412 are held.", "413 are held."):
        again = zalesia.enter(zalesia.claim(statement))
        assert again.added == again.corrected == 0
        assert "withdrawn (register_error)" in again.refused[0][1]


def test_a_retraction_needs_its_day_and_an_error_has_none(register: Path) -> None:
    receipt = zalesia.enter(zalesia.claim("412 are held."))
    by = write.actor(zalesia.EDITOR)
    with pytest.raises(CommandError, match="needs the day"):
        write.withdraw(receipt.claims, WithdrawalReason.source_retracted, by)
    with pytest.raises(CommandError, match="has no day"):
        write.withdraw(receipt.claims, WithdrawalReason.register_error, by, day="2025-12-01")
    with pytest.raises(CommandError, match="not a claim"):
        write.withdraw(["f" * 32], WithdrawalReason.register_error, by)


def test_known_is_never_after_recorded_and_assumed_runs_to_the_day_recorded(register: Path) -> None:
    month = zalesia.claim("In November.", known="2026-11-30")
    assumed = zalesia.claim("Some day.", start=20)
    assumed.body["known"] = {"basis": "assumed", "earliest": "2021-05-03"}
    silent = zalesia.claim("No day.", start=40)
    silent.body["known"] = {"basis": "assumed"}
    from tests.conftest import fixed_hand

    zalesia.enter(month, assumed, silent, hand=fixed_hand())
    known = [claim.known for claim in read.claims(Query(), staff())]
    assert known == [
        {"earliest": "2026-11-23", "latest": "2026-11-23", "basis": "published"},
        {"earliest": "2021-05-03", "latest": "2026-11-23", "basis": "assumed"},
        {"earliest": "2026-11-23", "latest": "2026-11-23", "basis": "assumed"},
    ]


def test_an_older_at_is_a_filter(register: Path) -> None:
    first = zalesia.enter(zalesia.claim("412 are held.")).head
    zalesia.enter(zalesia.claim("Three were freed.", start=90))
    assert statements(staff(str(first))) == ["412 are held."]
    assert statements(staff()) == ["412 are held.", "Three were freed."]


def test_a_retraction_after_a_correction_leaves_both_what_was_known_before(register: Path) -> None:
    first = zalesia.claim("Bely: held since May.", known="2025-06-01")
    old = Draft("claim", {**first.body, "record": "a" * 32, "field": "held", "edition": "2025-06-01"}, "june")
    changed = {"statement": "Bely: held since April.", "known": {"basis": "list", "earliest": "2025-09-01"}}
    new = Draft("claim", {**old.body, **changed, "edition": "2025-09-01", "document": "e" * 64}, "september")
    receipt = zalesia.enter(old)
    zalesia.enter(new)
    by = write.actor(zalesia.EDITOR)
    write.withdraw(receipt.claims, WithdrawalReason.source_retracted, by, day="2025-11-01")
    known = ["2025-05-31", "2025-06-01", "2025-08-31", "2025-09-01", "2025-10-31", "2025-11-01"]
    assert [statements(staff(), known_on=day) for day in known] == [
        [],
        ["Bely: held since May."],
        ["Bely: held since May."],
        ["Bely: held since April."],
        ["Bely: held since April."],
        [],
    ]
    write.withdraw(receipt.claims, WithdrawalReason.consent, by)
    assert not any(statements(staff(), known_on=day) for day in known)


def test_a_name_written_in_another_normal_form_is_the_same(register: Path) -> None:
    from unicodedata import normalize

    composed = zalesia.claim(normalize("NFC", "Арсён Ўладзіміраў"))
    decomposed = zalesia.claim(normalize("NFD", "Арсён Ўладзіміраў"), anchor=composed.body["anchor"])
    zalesia.enter(composed)
    assert zalesia.enter(decomposed).same == 3


def test_a_file_that_knows_another_thing_about_a_document_takes_nothing_away(register: Path) -> None:
    zalesia.enter(zalesia.document(text_sha256="a" * 64, extractor="utf-8 1"))
    assert zalesia.enter(zalesia.document(publisher="The Courier")).corrected == 1
    body = read.body_now("document", zalesia.DOCUMENT)
    assert body is not None
    assert (body["text_sha256"], body["publisher"]) == ("a" * 64, "The Courier")
    for known in ({"text_sha256": "a" * 64}, {"publisher": "The Courier"}):
        assert zalesia.enter(zalesia.document(**known)).corrected == 0


def test_a_protected_source_is_linked_to_nobody(register_sqlite: Path) -> None:
    link = {"source": "5" * 32, "agent": "6" * 32, "kind": "anonymous"}
    with pytest.raises(CommandError, match="protected source"):
        zalesia.enter(zalesia.claim("Three left.", attribution=[link]))
