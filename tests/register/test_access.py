"""Who may see: the level must have allowed it at `at` and must allow it now."""

from pathlib import Path

import pytest

from habeas.claims.vocabulary import Access, WithdrawalReason
from habeas.register import read, write
from habeas.register.query import Query
from habeas.register.refusals import CommandError
from tests import zalesia


def seen_by(ceiling: Access, at: str | None = None) -> int:
    return read.count(Query(), read.view(at, ceiling))


def test_nothing_is_public_by_default(register: Path) -> None:
    zalesia.enter(zalesia.claim("412 are held."))
    assert [seen_by(level) for level in (Access.public, Access.partners, Access.staff, Access.sealed)] == [0, 0, 1, 1]


@pytest.mark.parametrize(
    ("level", "expected"),
    [("public", [1, 1, 1, 1]), ("partners", [0, 1, 1, 1]), ("staff", [0, 0, 1, 1]), ("sealed", [0, 0, 0, 1])],
)
def test_a_level_opens_to_itself_and_above(register: Path, level: str, expected: list[int]) -> None:
    receipt = zalesia.enter(zalesia.claim("412 are held."))
    write.set_access(Access[level], write.actor(zalesia.KEEPER), zalesia.KEEPER, claims=receipt.claims)
    assert [seen_by(one) for one in (Access.public, Access.partners, Access.staff, Access.sealed)] == expected


def test_what_is_opened_today_does_not_change_what_was_cited_yesterday(register: Path) -> None:
    receipt = zalesia.enter(zalesia.claim("412 are held."))
    opened = write.set_access(Access.public, write.actor(zalesia.KEEPER), zalesia.KEEPER, claims=receipt.claims)
    assert seen_by(Access.public) == 1
    assert seen_by(Access.public, str(receipt.head)) == 0
    assert seen_by(Access.public, str(opened.head)) == 1


def test_what_is_sealed_today_is_sealed_in_every_past_view(register: Path) -> None:
    by = write.actor(zalesia.KEEPER)
    receipt = zalesia.enter(zalesia.claim("412 are held."), access=Access.public, vouched_by=zalesia.KEEPER)
    assert seen_by(Access.public, str(receipt.head)) == 1
    write.set_access(Access.sealed, by, zalesia.KEEPER, claims=receipt.claims)
    assert seen_by(Access.public, str(receipt.head)) == 0
    assert seen_by(Access.staff, str(receipt.head)) == 0
    assert seen_by(Access.sealed, str(receipt.head)) == 1


def test_a_case_opens_what_it_enters_in_the_same_transaction_and_names_who_vouches(register: Path) -> None:
    zalesia.enter(zalesia.claim("412 are held."), access=Access.public, vouched_by=zalesia.EDITOR)
    assert seen_by(Access.public) == 1
    later = zalesia.enter(zalesia.claim("Three were freed.", start=90))
    assert read.claims_not_at(Access.staff, later.claims) == []


def test_consent_withdrawn_is_not_opened_again(register: Path) -> None:
    by = write.actor(zalesia.KEEPER)
    receipt = zalesia.enter(zalesia.claim("412 are held."), access=Access.public, vouched_by=zalesia.KEEPER)
    write.withdraw(receipt.claims, WithdrawalReason.consent, by)
    assert seen_by(Access.sealed) == 0
    with pytest.raises(CommandError, match="consent"):
        write.set_access(Access.public, by, zalesia.KEEPER, claims=receipt.claims)


def test_a_document_is_told_of_with_its_claims_and_its_words_have_a_level_of_their_own(register: Path) -> None:
    zalesia.enter(zalesia.claim("412 are held."))
    stranger = read.view(None, Access.public)
    assert read.documents(stranger) == []
    receipt = zalesia.enter(zalesia.claim("Three were freed.", start=90), access=Access.public, vouched_by="x")
    stranger = read.view(None, Access.public)
    assert [body["id"] for body in read.documents(stranger)] == [zalesia.DOCUMENT]
    assert not read.words_visible(stranger, zalesia.DOCUMENT)
    by = write.actor(zalesia.KEEPER)
    write.set_access(Access.public, by, zalesia.KEEPER, documents=[zalesia.DOCUMENT])
    assert read.words_visible(read.view(None, Access.public), zalesia.DOCUMENT)
    assert receipt.claims


def test_a_document_is_opened_without_what_is_sealed_or_withdrawn_in_it(register: Path) -> None:
    by = write.actor(zalesia.KEEPER)
    drafts = [zalesia.claim(f"Claim {number}.", start=number * 20) for number in range(4)]
    one, two, three, four = zalesia.enter(*drafts).claims
    write.set_access(Access.sealed, by, zalesia.KEEPER, claims=[two])
    write.withdraw([three], WithdrawalReason.legal, by)
    write.set_access(Access.public, by, zalesia.KEEPER, claims=[four])
    assert read.claims_to_open(Access.public, [zalesia.DOCUMENT]) == ([one, four], 2)
    assert read.claims_to_open(Access.sealed, [zalesia.DOCUMENT]) == ([one, two, four], 1)


def test_an_id_may_be_cut_to_eight_digits_where_that_is_plain(register: Path) -> None:
    one, other = "1234567" + "8" * 25, "1234567" + "8" * 24 + "9"
    first, second = zalesia.claim("One."), zalesia.claim("Other.", start=40)
    first.body["id"], second.body["id"] = one, other
    third = zalesia.claim("Third.", start=80).body["id"]
    zalesia.enter(first, second, zalesia.claim("Third.", start=80))
    assert read.whole_id(str(third)[:8]) == third
    assert read.whole_id(one) == one
    assert read.whole_id("0" * 8) == "0" * 8
    assert read.whole_id(str(third)[:7]) == str(third)[:7]
    with pytest.raises(CommandError, match="several claims begin with 12345678"):
        read.whole_id("12345678")
