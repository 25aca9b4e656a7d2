"""Finding claims: every filter, alone and with others, in every script."""

from pathlib import Path
from typing import Any

import pytest

from habeas.answers import claims
from habeas.claims import identity
from habeas.claims.vocabulary import Access
from habeas.register import judged, read, write
from habeas.register.believed import believed
from habeas.register.draft import Draft
from habeas.register.query import Query
from tests import zalesia


def a_few_claims() -> None:
    key = write.register_key()
    courier = identity.agent_by_name(key, "The Bystritsa Courier")
    witness = identity.agent_in_document(key, zalesia.DOCUMENT, "two witnesses")
    chain = [{"agent": courier, "kind": "attributed_belief"}, {"agent": witness, "kind": "anonymous"}]
    span = {
        "original": "since May",
        "edtf": "2025-05/..",
        "earliest": "2025-05-01",
        "extent": "within",
        "meaning": "window",
    }
    zalesia.enter(
        Draft("agent", {"id": courier, "name": "The Bystritsa Courier", "sort": "medium"}, "t"),
        Draft("agent", {"id": witness, "name": "two witnesses", "sort": "unnamed", "document": zalesia.DOCUMENT}, "t"),
        zalesia.act("Аркадзь Бялы", "detained", "2021-05-03", 0, known="2021-06-01", topics=["tally", "release"]),
        zalesia.claim("More were detained than freed.", 50, when=span, modality="hedged"),
        zalesia.claim("Three were driven to the border.", 90, attribution=chain, topics=["release"]),
        zalesia.claim("وقال المراقب إن كريم محتجز.", 130, topics=["sourcing"], known="2025-12-01"),
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, 4),
        ({"subject": "бялы"}, 1),
        ({"subject": "Bely"}, 0),
        ({"speaker": "lantern"}, 3),
        ({"speaker": "WITNESSES"}, 1),
        ({"kind": "anonymous"}, 1),
        ({"topic": "release"}, 2),
        ({"topic": "release", "kind": "anonymous"}, 1),
        ({"type": "act"}, 1),
        ({"modality": "hedged"}, 1),
        ({"valid_from": "2021-05-03", "valid_to": "2021-05-03"}, 1),
        ({"valid_from": "2021-05-04", "valid_to": "2021-12-31"}, 0),
        ({"valid_from": "2030-01-01"}, 1),
        ({"known_on": "2021-06-01"}, 1),
        ({"known_from": "2025-12-01"}, 1),
        ({"document": zalesia.DOCUMENT}, 4),
        ({"document": "e" * 64}, 0),
        ({"text": "border DRIVEN"}, 1),
        ({"text": "аркадзь"}, 1),
        ({"text": "كريم"}, 1),
        ({"text": "کریم"}, 1),
        ({"text": "100%"}, 0),
        ({"text": "_"}, 0),
    ],
)
def test_filters(register: Path, query: dict[str, Any], found: int) -> None:
    a_few_claims()
    answer = claims.find(Query(**query), read.view(None, Access.staff))
    assert answer["count"] == len(answer["claims"]) == found


def test_the_documented_shape(register_sqlite: Path) -> None:
    a_few_claims()
    (one,) = claims.find(Query(kind="anonymous"), read.view(None, Access.staff))["claims"]
    assert [(link["agent"], link["kind"]) for link in one["attribution"]] == [
        ("The Bystritsa Courier", "attributed_belief"),
        ("two witnesses", "anonymous"),
    ]
    assert one["known"]["basis"] == "published"
    assert set(one["recorded"]) == {"seq", "day"}
    for key in (
        "id",
        "document",
        "start",
        "end",
        "statement",
        "topics",
        "type",
        "modality",
        "polarity",
        "participants",
    ):
        assert key in one
    (named,) = claims.find(Query(type="act"), read.view(None, Access.staff))["claims"]
    assert named["participants"][0]["name"] == "Аркадзь Бялы"
    assert named["when"]["earliest"] == "2021-05-03"


def test_paging_gives_every_claim_once(register: Path) -> None:
    a_few_claims()
    seen, after, met = read.view(None, Access.staff), 0, []
    while True:
        page = claims.find(Query(), seen, limit=3, after=after)
        met += [one["id"] for one in page["claims"]]
        if "next" not in page:
            break
        after = page["next"]
    assert len(met) == len(set(met)) == 4


def test_a_protected_source_is_never_named(register_sqlite: Path) -> None:
    zalesia.enter(
        zalesia.claim("Three left.", attribution=[{"source": "5" * 32, "kind": "anonymous", "terms": "no name"}])
    )
    (one,) = claims.find(Query(), read.view(None, Access.staff))["claims"]
    assert one["attribution"] == [{"agent": "a protected source", "kind": "anonymous"}]
    assert "5" * 32 not in str(one)


def linked_claims() -> dict[str, str]:
    """Four claims by their first word: two that contradict each other, one that repeats the first, one alone."""
    made = zalesia.enter(
        zalesia.claim("Many are held.", 0),
        zalesia.claim("Few are held.", 20, polarity="denied"),
        zalesia.claim("Again: many are held.", 40),
        zalesia.act("Арина Калина", "detained", "2021-05-03", 60, place={"name": "Bystritsa"}),
    )
    ids = dict(zip(("many", "few", "again", "act"), made.claims, strict=True))
    zalesia.enter(
        zalesia.link("contradicts", ids["few"], ids["many"], note="both of one week"),
        zalesia.link("repeats", ids["again"], ids["many"]),
        zalesia.grade("credibility", ids["many"], "2"),
        zalesia.grade("reliability", str(zalesia.agent().body["id"]), "B"),
    )
    return ids


def shown(ids: dict[str, str], ceiling: Access = Access.staff) -> dict[str, Any]:
    found = claims.find(Query(ids=list(ids.values())), read.view(None, ceiling))["claims"]
    names = {one: name for name, one in ids.items()}
    return {names[one["id"]]: one for one in found}


def test_a_claim_has_its_grade_and_its_links_from_its_own_side(register: Path) -> None:
    ids = linked_claims()
    found = shown(ids)
    assert [found[name]["grade"] for name in ids] == ["B2", "B6", "B6", "B6"]
    assert found["many"]["links"] == [
        {"kind": "contradicts", "claim": ids["few"]},
        {"kind": "repeated_by", "claim": ids["again"]},
    ]
    assert found["few"]["links"] == [{"kind": "contradicts", "claim": ids["many"]}]
    assert found["again"]["links"] == [{"kind": "repeats", "claim": ids["many"]}]
    assert "links" not in found["act"]


def test_what_nobody_judged_is_f6(register_sqlite: Path) -> None:
    receipt = zalesia.enter(zalesia.claim("412 are held."))
    assert shown({"one": receipt.claims[0]})["one"]["grade"] == "F6"


def test_the_documents_own_voice_is_as_reliable_as_the_document(register_sqlite: Path) -> None:
    own = zalesia.claim("The gate was open.", attribution=[{"kind": "reporter_voice"}])
    receipt = zalesia.enter(own, zalesia.grade("reliability", zalesia.DOCUMENT, "C"))
    assert shown({"one": receipt.claims[0]})["one"]["grade"] == "C6"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"polarity": "denied"}, ["few"]),
        ({"says": "place"}, ["act"]),
        ({"says": "ground"}, []),
        ({"linked": "contradicts"}, ["many", "few"]),
        ({"linked": "corrects"}, []),
        ({"alone": True}, ["few", "act"]),
        ({"alone": False}, ["many", "again"]),
        ({"role": "subject"}, ["act"]),
        ({"role": "subject", "subject": "калина"}, ["act"]),
        ({"role": "judge", "subject": "калина"}, []),
        ({"text": "lantern again"}, ["again"]),
        ({"text": "lantern"}, ["many", "few", "again", "act"]),
    ],
)
def test_what_was_judged_and_what_is_said_can_be_asked_for(
    register: Path, query: dict[str, Any], found: list[str]
) -> None:
    ids = linked_claims()
    asked = claims.find(Query(**query), read.view(None, Access.staff))["claims"]
    assert [one["id"] for one in asked] == [ids[name] for name in found]


def test_claims_about_somebody_are_found_by_id(register: Path) -> None:
    ids = linked_claims()
    somebody = str(zalesia.record("Арина Калина").body["id"])
    seen = read.view(None, Access.staff)
    assert [one.id for one in read.claims(Query(person=[somebody, "f" * 32]), seen)] == [ids["act"]]


def test_a_link_that_is_retracted_is_gone_and_an_older_at_still_has_it(register: Path) -> None:
    ids = linked_claims()
    before = read.view(None, Access.staff)
    zalesia.enter(zalesia.link("repeats", ids["again"], ids["many"], retracted="yes"))
    assert "links" not in shown(ids)["again"]
    again = claims.find(Query(ids=[ids["again"]]), read.view(str(before.at), Access.staff))["claims"]
    assert again[0]["links"] == [{"kind": "repeats", "claim": ids["many"]}]


@pytest.mark.parametrize(("sealed", "left"), [("again", "many"), ("many", "again")])  # the claim end, the other end
def test_a_link_is_hidden_from_its_one_end_when_its_other_is_sealed(register: Path, sealed: str, left: str) -> None:
    made = zalesia.enter(zalesia.claim("Many are held.", 0), zalesia.claim("Again: many are held.", 40)).claims
    ids = dict(zip(("many", "again"), made, strict=True))
    zalesia.enter(zalesia.link("repeats", ids["again"], ids["many"]))
    before = read.view(None, Access.staff)
    assert [read.count(Query(**asked), before) for asked in ({"linked": "repeats"}, {"alone": True})] == [2, 0]
    write.set_access(Access.sealed, write.actor(zalesia.KEEPER), zalesia.KEEPER, claims=[ids[sealed]])
    assert "links" not in shown(ids)[left]
    for seen in (read.view(None, Access.staff), read.view(str(before.at), Access.staff)):
        assert judged.links(seen, [ids[left]]) == []
        assert read.count(Query(linked="repeats"), seen) == 0
        assert [one.id for one in read.claims(Query(alone=True), seen)] == [ids[left]]


def test_a_changed_grade_is_as_it_was_at_an_older_entry(register: Path) -> None:
    ids = linked_claims()
    before = read.view(None, Access.staff)
    zalesia.enter(zalesia.grade("credibility", ids["many"], "4"), zalesia.grade("credibility", ids["act"], "3"))
    now = read.view(None, Access.staff)
    then = read.view(str(before.at), Access.staff)
    assert believed(now, [ids["many"], ids["act"]]).grades == {ids["many"]: "4", ids["act"]: "3"}
    assert believed(then, [ids["many"], ids["act"]]).grades == {ids["many"]: "2"}
    assert [one["grade"] for one in claims.find(Query(ids=[ids["many"], ids["act"]]), then)["claims"]] == ["B2", "B6"]
