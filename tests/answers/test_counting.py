"""A figure by rule and lens over a real register: alternatives, one act, groups, filters, countries, the not admitted.

Whatever is asked of the pieces that a stock is made of, the plain loop over the accounts of that day says the same.
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from habeas.answers import counted_by, tally
from habeas.answers.accounts import accounts
from habeas.answers.public import AskError
from habeas.claims.vocabulary import Access, WithdrawalReason
from habeas.register import erase, write
from habeas.register.draft import Draft
from habeas.tally.count import count
from habeas.tally.lens import EVERY
from habeas.tally.rule import HELD
from tests import zalesia
from tests.oracle.everybody import everybody

KNOWN = date(2026, 1, 1)


def asked(as_of: str, rule: str = "", lens: str = "", by: str = "", known_on: date = KNOWN) -> Any:
    seen = tally.view(None, Access.staff)
    named = counted_by.rule_named(rule, seen), counted_by.lens_named(lens, seen)
    return tally.tally(date.fromisoformat(as_of), known_on, seen, *named, by)


def bounds(as_of: str, rule: str = "", known_on: date = KNOWN) -> tuple[int, int, int]:
    found = asked(as_of, rule, known_on=known_on).count
    return found.low, found.best, found.high


def claim_of(drafts: list[Draft]) -> str:
    return str(drafts[1].body["id"])


def test_pieces_say_what_the_plain_loop_says(register: Path) -> None:
    zalesia.enter(zalesia.act("A", "detained", "2021-05-03", 0, known="2021-06-01"))
    zalesia.enter(zalesia.act("A", "released", "2021-07-01", 50, latest="2021-07-31", known="2021-08-15"))
    zalesia.enter(zalesia.act("B", "held", "2021-05-10", 90, known="2021-05-20"))
    gone = zalesia.enter(zalesia.act("C", "detained", "2021-05-12", 130, known="2021-05-20"))
    write.withdraw(gone.claims, WithdrawalReason.source_retracted, write.actor("Marta Veres"), day="2021-07-01")
    seen = tally.view(None, Access.staff)
    for known_on in (date(2021, 5, 19), date(2021, 5, 20), date(2021, 6, 15), date(2021, 7, 1), KNOWN):
        people = everybody(accounts(seen), EVERY, known_on)
        for day in (date(2021, 5, 1) + timedelta(days) for days in range(0, 120, 3)):
            plain, found = count(people, HELD, day), tally.tally(day, known_on, seen).count
            assert (found.low, found.best, found.high) == (plain.low, plain.best, plain.high), (day, known_on)
            assert set(found.claims) == set(plain.claims)


def test_claims_that_contradict_each_other_are_alternatives(register: Path) -> None:
    arrest = zalesia.act("A", "detained", "2021-05-03", 0, known="2021-05-04")
    release = zalesia.act("A", "released", "2021-06-01", 50, known="2021-06-02")
    denial = zalesia.act("A", "released", "2021-06-01", 90, known="2021-06-09", polarity="denied")
    zalesia.enter(arrest, release, denial)
    assert bounds("2021-07-01") == (0, 0, 0)
    zalesia.enter(zalesia.link("contradicts", *sorted((claim_of(release), claim_of(denial)))))
    assert bounds("2021-07-01") == (0, 1, 1)
    assert bounds("2021-07-01", known_on=date(2021, 6, 5)) == (0, 0, 0)


def test_claims_judged_to_report_one_act_are_one_act(register: Path) -> None:
    first = zalesia.act("A", "detained", "2021-05-01", 0, latest="2021-05-31")
    second = zalesia.act("A", "detained", "2021-05-10", 50, latest="2021-06-10")
    zalesia.enter(first, second, zalesia.rule("taken", quantity="inflow", unit="detentions", period="ever"))
    assert bounds("2021-07-01", "taken") == (2, 2, 2)
    zalesia.enter(zalesia.one_act(claim_of(first), claim_of(second)))
    assert bounds("2021-07-01", "taken") == (1, 1, 1)
    assert bounds("2021-05-09")[2] == 0
    zalesia.enter(zalesia.one_act(claim_of(first), claim_of(second), retracted="yes", reason="two arrests"))
    assert bounds("2021-07-01", "taken") == (2, 2, 2)


FREED: dict[str, Any] = {"quantity": "outflow", "unit": "detentions", "period": "month"}


def test_who_is_counted_and_not_named_counts_in_a_flow_without_the_members_who_are(register: Path) -> None:
    zalesia.enter(zalesia.act("A", "detained", "2021-05-03", 0), zalesia.act("A", "released", "2021-06-15", 50))
    let_go = zalesia.round_of(52, 52, 200)
    zalesia.enter(let_go, zalesia.rule("freed", **FREED))
    assert bounds("2021-06-30", "freed") == (53, 53, 53)
    assert bounds("2021-06-14", "freed") == (0, 0, 0)
    assert bounds("2021-06-14") == (1, 1, 1)
    record = str(zalesia.record("A").body["id"])
    of_it = {"role": "subject", "name": "A", "record": record, "group": let_go[0].body["id"]}
    zalesia.enter(zalesia.claim("A was one of them.", 300, participants=[of_it], known="2021-09-01"))
    assert bounds("2021-06-30", "freed", known_on=date(2021, 12, 1)) == (0, 0, 0)
    found = asked("2021-06-30", "freed")
    assert (found.count.low, found.count.best, found.count.high, found.count.named) == (52, 52, 52, 1)
    assert found.start == date(2021, 6, 1)


def test_a_member_who_was_named_later_leaves_what_was_known_before_as_it_was(register: Path) -> None:
    acts = zalesia.act("A", "detained", "2021-05-03", 0, known="2021-07-01")
    zalesia.enter(acts, zalesia.act("A", "released", "2021-06-15", 50, known="2021-07-01"))
    let_go = zalesia.round_of(52, 52, 200, known="2021-07-01")
    of_it = {"role": "subject", "name": "A", "record": acts[0].body["id"], "group": let_go[0].body["id"]}
    zalesia.enter(let_go, zalesia.rule("freed", **FREED))
    zalesia.enter(zalesia.claim("A was one of them.", 300, participants=[of_it], known="2021-09-01"))
    assert bounds("2021-06-30", "freed", known_on=date(2021, 8, 1)) == (53, 53, 53)
    assert bounds("2021-06-30", "freed") == (52, 52, 52)


def test_acts_in_another_country_are_left_out_of_a_territory(register_sqlite: Path) -> None:
    here, there = {"name": "Bystritsa", "country": "ZZ"}, {"name": "Elsewhere", "country": "XX"}
    zalesia.enter(
        zalesia.round_of(3, 3, 0, place=here), zalesia.round_of(5, 5, 50, place=there), zalesia.round_of(7, 7, 90)
    )
    zalesia.enter(zalesia.rule("freed", **FREED), zalesia.rule("freed here", **FREED, territory="ZZ"))
    assert bounds("2021-06-30", "freed") == (15, 15, 15)
    assert bounds("2021-06-30", "freed here") == (10, 10, 10)


def test_a_lens_says_what_it_does_not_admit(register: Path) -> None:
    zalesia.enter(zalesia.act("A", "detained", "2021-05-03", 0))
    state = [{"kind": "state_media"}]
    refused = zalesia.enter(zalesia.act("B", "detained", "2021-05-03", 50, attribution=state))
    zalesia.enter(zalesia.lens("on the record", kinds=["on_record"]))
    assert bounds("2021-06-01") == (2, 2, 2)
    found = asked("2021-06-01", lens="on the record").as_json()
    assert (found["best"], found["people"], found["lens_version"]) == (1, 1, 1)
    assert (found["not_admitted"], found["not_admitted_claims"]) == ({"kinds": 1}, refused.claims)


def test_recognition_is_a_track_of_its_own(register: Path) -> None:
    zalesia.enter(zalesia.act("A", "detained", "2021-05-03", 0), zalesia.act("B", "detained", "2021-05-03", 50))
    body, record = str(zalesia.agent().body["id"]), str(zalesia.record("A").body["id"])
    day = {"original": "2021-06-01", "edtf": "2021-06-01", "earliest": "2021-06-01", "latest": "2021-06-01"}
    said = {"type": "recognition", "when": {**day, "extent": "within", "meaning": "happened"}}
    zalesia.enter(zalesia.claim("A is recognised.", 90, **said, recognition={"record": record, "bodies": [body]}))
    zalesia.enter(zalesia.rule("recognised", recognised_by=[body]))
    assert bounds("2021-05-20", "recognised") == (0, 0, 0)
    assert bounds("2021-06-20", "recognised") == (1, 1, 1)
    assert bounds("2021-06-20") == (2, 2, 2)


def test_a_count_is_divided_by_state_and_by_what_people_are_said_to_be(register_sqlite: Path) -> None:
    for start, (name, kind) in enumerate((("A", "detained"), ("B", "sentenced"), ("C", "sentenced"))):
        zalesia.enter(zalesia.act(name, kind, "2021-05-03", start * 50))
    record = str(zalesia.record("A").body["id"])
    said = {"type": "attribute", "attribute": {"record": record, "property": "sex", "value": "f"}}
    zalesia.enter(zalesia.claim("A is a woman.", 300, **said))
    by_state = {one.values[0]: one.best for one in asked("2021-06-01", by="state").cells}
    assert (by_state["police"], by_state["serving"]) == (1, 2)
    assert {one.values[0]: one.best for one in asked("2021-06-01", by="sex").cells} == {"f": 1, None: 2}


def test_a_version_is_asked_for_by_its_number(register_sqlite: Path) -> None:
    zalesia.enter(zalesia.act("A", "confined_at_home", "2021-05-03", 0))
    zalesia.enter(zalesia.rule("in", 1), zalesia.rule("in", 2, states=["home"]))
    assert bounds("2021-06-01", "in") == (1, 1, 1)
    assert bounds("2021-06-01", "in@1") == (0, 0, 0)
    with pytest.raises(AskError, match="“out” is not a rule of this register: write one of “held”, “in"):
        asked("2021-06-01", "out")


def test_a_rule_that_is_not_public_is_not_a_strangers(register_sqlite: Path) -> None:
    zalesia.enter(zalesia.rule("in", access="staff"), zalesia.lens("friends", access="staff"))
    seen = tally.view(None, Access.public)
    assert [one.name for one in counted_by.rules(seen)] == ["held"]
    assert [one.name for one in counted_by.lenses(seen)] == ["every accepted claim"]
    with pytest.raises(AskError):
        counted_by.rule_named("in", seen)


def test_what_was_sealed_or_erased_is_in_no_figure_that_was_kept(register: Path) -> None:
    receipt = zalesia.enter(
        zalesia.act("A", "detained", "2021-05-03", 0), zalesia.act("B", "detained", "2021-05-03", 50)
    )
    sealed, erased = receipt.claims
    assert bounds("2021-06-01") == (2, 2, 2)
    write.set_access(Access.sealed, write.actor("Marta Veres"), "Marta Veres", claims=[sealed])
    assert bounds("2021-06-01") == (1, 1, 1)
    erase.erase(write.actor("Marta Veres"), "asked to be forgotten", "the person", claims=[erased])
    assert bounds("2021-06-01") == (0, 0, 0)


def test_a_lens_that_admits_groups_alone_is_not_said_to_admit_nothing(register: Path) -> None:
    street = zalesia.agent("Street Watch")
    speaks: dict[str, Any] = {"attribution": [{"agent": str(street.body["id"]), "kind": "on_record"}]}
    zalesia.enter(street, zalesia.lens("the street", speakers=[str(street.body["id"])]))
    zalesia.enter(zalesia.act("Alice", "detained", "2021-05-03", 0), zalesia.round_of(52, 52, 200, **speaks))
    zalesia.enter(zalesia.rule("freed", quantity="outflow", unit="detentions", period="month"))
    note = asked("2021-06-20", lens="the street").note
    assert note == (
        "the lens the street admits claims about people who are counted and not named alone: "
        "ask by a rule of who came or went"
    )
    assert "none of those days" in asked("2021-08-20", "freed", "the street").note
    assert asked("2021-06-20", "freed", "the street").note is None
