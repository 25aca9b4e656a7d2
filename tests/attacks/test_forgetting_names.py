"""Forgetting somebody by each of their names: what has another name of theirs goes too, and what stays is told."""

import json
from pathlib import Path
from typing import Any

import pytest

from habeas.claims.canonical import Body
from habeas.claims.vocabulary import Access
from habeas.register import erase, log, purge, verify, write
from habeas.register.draft import Draft
from tests import zalesia

from .commands import habeas

NAME = "Iosif Kaliada-Niabesny"
ALIAS = "Yazep Kalyada"
RECORD = {"record": "ID"}
CALLED = {"property": "name", "value": ALIAS}
WORDS = ("--ground", "asked", "--authority", "the person", "--by", zalesia.KEEPER)


def ask(**named: Any) -> erase.Erasure:
    return erase.erase(write.actor(zalesia.KEEPER), "asked", "the person", **named)


def person() -> str:
    return str(zalesia.record(NAME).body["id"])


def of_the_person(said: Body) -> Body:
    body: Body = json.loads(json.dumps(said).replace("ID", person()))
    return body


def subject(name: str) -> Body:
    return {"participants": [{"role": "subject", "name": name, **RECORD}]}


def bodies() -> str:
    return str([entry.body for entry in log.entries()])


@pytest.mark.parametrize(
    "said",
    [{"attribute": CALLED | RECORD}, {"attribute": CALLED} | subject(NAME), subject(ALIAS)],
    ids=["an attribute", "an attribute of the subject", "as written"],
)
@pytest.mark.parametrize("by_claim", [False, True])
def test_a_reason_with_another_name_goes_with_them(register: Path, said: Body, by_claim: bool) -> None:
    made = zalesia.enter(zalesia.record(NAME), zalesia.claim("He is called so.", 0, **of_the_person(said))).claims
    stays = zalesia.enter(zalesia.claim("412 are held.", 20), zalesia.claim("413 are held.", 40)).claims
    zalesia.enter(
        zalesia.judgement("a" * 32, "b" * 32, reason="both are Yazep\nKalyada"),
        zalesia.judgement("a" * 32, "c" * 32, reason="one court"),
        zalesia.link("supports", *stays, note=f"{ALIAS} told both"),
    )
    grade = zalesia.grade("credibility", stays[0], "2")
    zalesia.enter(Draft(grade.kind, {**grade.body, "note": f"as {ALIAS} said"}, "test"))
    assert "Yazep" in bodies()
    done = ask(claims=made) if by_claim else ask(records=[person()])
    assert "Yazep" not in bodies()
    assert "one court" in bodies()
    assert "claim" not in done.named_elsewhere
    assert list(verify.faults()) == []


def test_a_document_with_another_name_is_dropped(register: Path) -> None:
    held = purge.archive()
    text = "We met Yazep\nKalyada there."
    digest = held.keep_bytes(text.encode())
    held.keep_text(text)
    called = of_the_person({"attribute": CALLED | RECORD})
    zalesia.enter(
        zalesia.document(digest, text_sha256=digest), zalesia.record(NAME), zalesia.claim("He is called so.", **called)
    )
    assert ask(records=[person()]).documents == [digest]
    assert not held.holds(digest)


def test_the_name_that_a_claim_gives_an_agent_is_not_the_persons(register: Path) -> None:
    lanterns = {"property": "name", "value": "The Lantern", "agent": zalesia.agent().body["id"]}
    said = of_the_person({"attribute": lanterns} | subject(NAME))
    zalesia.enter(zalesia.record(NAME), zalesia.claim("So it calls itself.", 0, **said))
    zalesia.enter(zalesia.judgement("a" * 32, "b" * 32, reason="both stand in The Lantern"))
    ask(records=[person()])
    assert "both stand in The Lantern" in bodies()


@pytest.mark.parametrize("name", [NAME, ALIAS])
@pytest.mark.parametrize(
    "said",
    [
        {"attribute": {"property": "brother", "value": "NAME"}},
        {"participants": [{"role": "judge", "name": "NAME"}]},
        {"type": "act", "act": {"kind": "held", "facility": "at NAME's house"}},
        {"type": "act", "act": {"kind": "held", "ground": "NAME's letters"}},
        {"place": {"name": "NAME Street"}},
        {"figure": {"subject": "people held", "kind": "count", "comparator": "=", "unit": "people", "low": "2",
                    "population": "freed with NAME"}},
        {"commitment": {"party": "the court", "undertakes": "to free NAME"}},
        {"attribution": [{"kind": "reporter_voice", "setting": "at NAME's"}]},
    ],
    ids=["attribute", "participant", "facility", "ground", "place", "population", "commitment", "setting"],
)  # fmt: skip
def test_a_claim_that_stays_with_a_name_anywhere_in_it_is_told(register_sqlite: Path, said: Body, name: str) -> None:
    told = json.loads(json.dumps(said).replace("NAME", name.replace(" ", "  ").upper()))
    zalesia.enter(zalesia.record(NAME), zalesia.claim("Called so.", 0, **of_the_person({"attribute": CALLED | RECORD})))
    (other,) = zalesia.enter(zalesia.claim("Another matter.", 20, **told)).claims
    zalesia.enter(zalesia.claim("412 are held.", 40))
    assert ask(records=[person()]).named_elsewhere == {"claim": [other]}


def test_all_else_that_stays_with_a_name_is_told(register: Path) -> None:
    by, other = write.actor(zalesia.KEEPER), "e" * 64
    group = {"id": "c" * 32, "document": other, "name": f"freed with {ALIAS}"}
    (claim,) = zalesia.enter(
        zalesia.record(NAME),
        zalesia.claim("Called so.", 0, **of_the_person({"attribute": CALLED | RECORD})),
        zalesia.agent(NAME),
        zalesia.agent("Marta Veres"),
        Draft("group", group, "test"),
        zalesia.document(other, address="https://courier.invalid/Yazep%20Kalyada"),
        zalesia.record(NAME, other),
        zalesia.claim("412 are held.", 40, document=other),
    ).claims[1:]
    write.set_access(Access.sealed, by, zalesia.KEEPER, claims=[claim], note=f"{ALIAS} asked")
    noted = log.head().seq
    done = ask(records=[person()])
    assert done.named_elsewhere == {
        "record": [str(zalesia.record(NAME, other).body["id"])],
        "document": [other],
        "agent": [str(zalesia.agent(NAME).body["id"])],
        "group": ["c" * 32],
        "entry": [str(noted)],
    }
    left = {f"{kind}s": ids for kind, ids in done.named_elsewhere.items() if kind != "entry"}
    assert ask(**left, entries=[noted]).named_elsewhere == {}
    assert "Kalyada" not in bodies()
    assert list(verify.faults()) == []


def test_nobody_is_named_by_the_digits_of_an_id(register_sqlite: Path) -> None:
    zalesia.enter(zalesia.record("Dddd"), zalesia.claim("412 are held."))  # the document's id is all d
    assert ask(records=[str(zalesia.record("Dddd").body["id"])]).named_elsewhere == {}


def test_the_command_tells_what_to_look_at(register_sqlite: Path) -> None:
    zalesia.enter(zalesia.record(NAME), zalesia.agent(NAME))
    done = habeas("erase", "-r", register_sqlite, "--record", person(), *WORDS)
    assert f"look at agent {zalesia.agent(NAME).body['id']}: it still names what was erased" in done.stdout
    assert (
        "look at"
        not in habeas("erase", "-r", register_sqlite, "--agent", zalesia.agent(NAME).body["id"], *WORDS).stdout
    )
