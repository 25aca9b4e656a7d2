"""/api/claims and /api/claims/{id}: what the command prints, under the same conditions."""

import json

import pytest

from habeas.answers import claims, tally
from habeas.claims.vocabulary import Access
from habeas.register import write
from habeas.register.query import Query
from tests import zalesia
from tests.web.site import EDITOR, Stranger, enter, link, same

FIGURE = "412 people are held as political prisoners."
QUERIES = {"/api/claims": 7, "/api/claims/": 13}


def test_claims_are_found_under_the_commands_conditions(stranger: Stranger) -> None:
    assert stranger.data("/api/claims")["count"] == 14
    found = stranger.data("/api/claims?type=figure&speaker=harbour&known_on=2025-11-14")
    assert [one["statement"] for one in found["claims"]] == ["431 people are held as political prisoners."]
    assert stranger.data("/api/claims?subject=Каця&type=act")["count"] == 2


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("polarity=denied", 1),
        ("role=subject&type=act", 6),
        ("role=subject&subject=каця&type=act", 2),
        ("role=nobody", 0),
        ("says=facility", 1),
        ("linked=contradicts", 0),
        ("alone=yes", 14),
        ("alone=no", 0),
    ],
)
def test_every_condition_of_the_pages_is_here(stranger: Stranger, asked: str, count: int) -> None:
    assert stranger.data(f"/api/claims?{asked}")["count"] == count


def test_claims_that_cite_a_source_are_found(stranger: Stranger) -> None:
    claim = stranger.claim(FIGURE)
    (cited,) = claim["cites"]
    assert [one["id"] for one in stranger.data(f"/api/claims?cites={cited}")["claims"]] == [claim["id"]]


def test_links_are_read_from_each_end_and_can_be_asked_for(stranger: Stranger) -> None:
    one, other = (claim["id"] for claim in stranger.data("/api/claims")["claims"][:2])
    enter(link("repeats", one, other))
    told = {claim["id"]: claim["links"] for claim in stranger.data("/api/claims?linked=repeats")["claims"]}
    assert told == {one: [{"kind": "repeats", "claim": other}], other: [{"kind": "repeated_by", "claim": one}]}
    assert stranger.data("/api/claims?alone=no")["count"] == 2


def test_a_person_stands_for_every_record_that_is_judged_to_be_theirs(newcomer: Stranger) -> None:
    enter(
        zalesia.act("Yazep Kalyada", "detained", "2025-03-02", 20),
        zalesia.act("Iosif Koliada", "released", "2025-05-02", 40),
        zalesia.act("Somebody Else", "detained", "2025-05-02", 60),
    )
    before = newcomer.data("/api/claims")
    one, other, _ = (claim["participants"][0]["record_id"] for claim in before["claims"])
    enter(same(one, other))
    for member in (one, other):
        assert newcomer.data(f"/api/claims?person={member}")["count"] == 2
        assert newcomer.data(f"/api/claims?person={member}&type=act&known_on=2025-11-13")["count"] == 0
        assert newcomer.data(f"/api/claims?person={member}&at={before['at']}")["count"] == 1
    assert newcomer.data(f"/api/claims?person={'0' * 32}")["count"] == 0


def test_a_claim_has_the_documented_keys(stranger: Stranger) -> None:
    claim = stranger.claim(FIGURE)
    assert set(claim) == {
        *("id", "document", "start", "end", "passage", "cites", "statement", "topics", "type"),
        *("modality", "polarity", "attribution", "participants", "when", "figure", "known", "recorded", "grade"),
    }
    assert claim["known"] == {"earliest": "2025-11-14", "latest": "2025-11-14", "basis": "published"}


def test_a_fingerprint_is_given_only_of_words_that_may_be_seen(stranger: Stranger) -> None:
    closed = stranger.claim(FIGURE)["document"]
    write.set_access(Access.staff, write.actor(EDITOR), EDITOR, documents=[closed])
    for claim in stranger.data("/api/claims")["claims"]:
        assert ("passage" in claim) == (claim["document"] != closed)
        assert "sentence" not in claim


def test_the_staff_has_every_fingerprint(stranger: Stranger) -> None:
    for claim in claims.find(Query(type="figure"), tally.view(None, Access.staff))["claims"]:
        assert len(claim["passage"]) == len(claim["sentence"]) == 64


def test_many_are_given_a_page_at_a_time(newcomer: Stranger) -> None:
    enter(*(zalesia.claim(f"Claim number {number}.", start=number * 20) for number in range(45)))
    seen: list[str] = []
    after: int | None = 0
    while after is not None:
        found = newcomer.data(f"/api/claims?limit=20&after={after}")
        seen += [one["statement"] for one in found["claims"]]
        assert found["count"] == 45
        after = found.get("next")
    assert seen == [f"Claim number {number}." for number in range(45)]


def test_one_claim_has_its_words(stranger: Stranger) -> None:
    claim = stranger.claim(FIGURE)
    found = stranger.data(f"/api/claims/{claim['id']}")
    assert found["words"] == {
        "exact": "put the number still held at 412 this week",
        "prefix": "on Wednesday.\nThe Lantern Group ",
        "suffix": ". The Harbour List has 431.\n“",
    }
    assert claim.items() <= found.items()


def test_one_claim_without_words_says_why(stranger: Stranger) -> None:
    told = {
        "More could be freed if the limits on timber are eased.": "withheld",
        "Prisoners are traded.": "not held here",
    }
    for statement, why in told.items():
        found = stranger.data(f"/api/claims/{stranger.claim(statement)['id']}")
        assert found["not_shown"] == why
        assert "words" not in found


def test_letters_of_every_script_are_as_they_are(stranger: Stranger) -> None:
    answer = stranger.get("/api/claims?subject=Каця")
    assert "Каця Ліпень-Бор" in answer.content.decode()
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"


def test_the_same_is_printed_by_the_command(stranger: Stranger) -> None:
    printed = claims.find(Query(), tally.view(None, Access.public), 200)
    assert json.loads(json.dumps(printed)) == stranger.data("/api/claims")


def test_it_asks_a_fixed_small_number_of_questions(stranger: Stranger) -> None:
    assert stranger.queries("/api/claims") == QUERIES["/api/claims"]
    assert stranger.queries(f"/api/claims/{stranger.claim(FIGURE)['id']}") == QUERIES["/api/claims/"]
