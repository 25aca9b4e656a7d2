"""Who is named in no public claim is nobody to a stranger: not found, not counted, not told from who never was.

And whoever is named there has the name that such a claim writes, and no other.
"""

from pathlib import Path

import pytest

from habeas.answers import people
from habeas.claims import identity
from habeas.claims.vocabulary import Access, WithdrawalReason
from habeas.register import read, write
from habeas.register.draft import Draft
from tests import zalesia
from tests.web.site import EDITOR, Stranger, enter, public_part, same

NEVER = "0" * 32
HIDDEN = "Zundoko Koliada"
SOURCE = "0123456789abcdef"  # how the id of the Courier's protected source begins
INDEX = "/api/people", "/people"


@pytest.fixture
def stranger(register: Path, tmp_path: Path) -> Stranger:
    return public_part(tmp_path)


def hidden(name: str = HIDDEN) -> str:
    """The record of somebody of whom only the staff may know."""
    record, act = zalesia.act(name, "detained", "2025-01-02")
    zalesia.enter(record, act)
    assert [one.name for one in people.people(read.view(None, Access.staff), name).people] == [name]
    return str(record.body["id"])


def told(stranger: Stranger, address: str, status: int = 200) -> str:
    return stranger.get(address, status).content.decode()


def is_nobody(stranger: Stranger, one: str) -> None:
    """An id whose person is told in no other way than one that never was, whatever is asked."""
    for page in ("/api/people/{}", "/people/{}", "/api/people/{}?as_of=2025-02-01&known_on=2025-03-01"):
        answer, never = (told(stranger, page.format(some), 404) for some in (one, NEVER))
        assert answer.replace(one, NEVER) == never
    for asked in ("/api/claims?person={}", "/api/figures?person={}", "/claims?person={}"):
        answer, never = (told(stranger, asked.format(some)) for some in (one, NEVER))
        assert answer.replace(one, NEVER) == never
        assert "Zundoko" not in answer


def test_who_is_in_no_public_claim_is_in_no_index_and_not_counted(stranger: Stranger) -> None:
    before = stranger.data("/api/people")
    one = hidden()
    after = stranger.data("/api/people")
    assert (after["count"], after["people"]) == (before["count"], before["people"])
    for index in INDEX:
        assert one not in told(stranger, index)
        assert "Zundoko" not in told(stranger, index)
    assert stranger.data("/api/people?text=zundoko")["count"] == 0
    is_nobody(stranger, one)


@pytest.mark.parametrize("how", ["sealed", "withdrawn"])
def test_who_was_public_once_is_gone_at_every_entry(stranger: Stranger, how: str) -> None:
    enter(zalesia.act(HIDDEN, "detained", "2025-01-02"))
    (claim,) = stranger.data("/api/claims?subject=zundoko")["claims"]
    one = claim["participants"][0]["record_id"]
    before = stranger.data(f"/api/people/{one}")
    assert before["name"] == HIDDEN
    by = write.actor(EDITOR)
    if how == "sealed":
        write.set_access(Access.sealed, by, EDITOR, claims=[claim["id"]])
    else:
        write.withdraw([claim["id"]], WithdrawalReason.consent, by)
    is_nobody(stranger, one)
    told(stranger, f"/api/people/{one}?at={before['at']}", 404)
    for index in INDEX:
        assert "Zundoko" not in told(stranger, f"{index}?at={before['at']}")


def test_a_judgement_leads_from_a_public_record_to_no_hidden_one(stranger: Stranger) -> None:
    (known,) = stranger.data("/api/people?text=harbar")["people"]
    before = stranger.data(f"/api/people/{known['id']}")
    one = hidden()
    zalesia.enter(same(one, known["id"]))
    after = stranger.data(f"/api/people/{known['id']}")
    assert {**after, "at": ""} == {**before, "at": ""}
    assert stranger.data("/api/people?text=harbar")["people"] == [known]
    assert stranger.data(f"/api/claims?person={known['id']}")["count"] == known["about"]
    is_nobody(stranger, one)


def test_where_a_hidden_record_would_stand_is_not_told_by_going_on_after_it(stranger: Stranger) -> None:
    one = hidden()
    after_it, after_nobody = (stranger.data(f"/api/people?after={some}")["people"] for some in (one, NEVER))
    assert after_it == after_nobody


def test_a_name_of_a_speaker_that_only_the_staff_know_finds_nobody(stranger: Stranger) -> None:
    made = identity.agent_by_name(write.register_key(), "Olga Press")
    said = {"id": made, "name": "Olga Press", "sort": "person"}
    link = {"agent": made, "kind": "on_record"}
    enter(Draft("agent", said, "test"), zalesia.claim("Nobody is held.", 900, attribution=[link]))
    alias = {"name": HIDDEN, "script": "Latn"}
    zalesia.enter(Draft("agent", {**said, "names": [alias]}, "test"))
    staff = people.people(read.view(None, Access.staff), "zundoko")
    assert [one.id for one in staff.people] == [made]
    assert [one["id"] for one in stranger.data("/api/people?text=olga")["people"]] == [made]
    assert stranger.data("/api/people?text=zundoko")["count"] == 0
    for address in (*INDEX, f"/api/people/{made}", f"/people/{made}"):
        assert "Zundoko" not in told(stranger, address)


def test_a_protected_source_is_nobody(stranger: Stranger) -> None:
    assert stranger.data("/api/people?text=protected")["count"] == 0
    for one in stranger.data("/api/people")["people"]:
        for page in (f"/api/people/{one['id']}", f"/people/{one['id']}"):
            assert SOURCE not in told(stranger, page)
    for index in INDEX:
        assert SOURCE not in told(stranger, index)
    is_nobody(stranger, SOURCE * 2)


def test_a_record_has_the_name_that_the_visible_claim_writes(stranger: Stranger) -> None:
    record, act = zalesia.act(HIDDEN, "detained", "2025-01-02", 900)
    act.body["statement"] = "Z. K. was detained."
    act.body["participants"][0]["name"] = "Zed Kay"
    enter(record, act)
    one = str(record.body["id"])
    assert [found["id"] for found in stranger.data("/api/people?text=zed+kay")["people"]] == [one]
    assert stranger.data("/api/people?text=zundoko")["count"] == 0
    assert stranger.data(f"/api/people/{one}")["name"] == "Zed Kay"
    for address in (*INDEX, f"/api/people/{one}", f"/people/{one}"):
        assert "Zundoko" not in told(stranger, address)
