"""Which sanctions stand, from the register: whose claims, which names are one, what is seen by whom."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.answers import counted_by, tally
from habeas.answers.measures import Measures, course, measures
from habeas.answers.public import AskError
from habeas.claims import identity
from habeas.claims.vocabulary import Access, WithdrawalReason
from habeas.measures.status import Doubt, Status
from habeas.register import measured, write
from habeas.register.draft import Draft
from tests import zalesia

BANK = "Bank of Zareche"


def ask(
    as_of: str = "2024-12-31", known_on: str = "2026-01-01", access: Access = Access.staff, **asked: Any
) -> Measures:
    seen = tally.view(asked.pop("at", None), access)
    lens = counted_by.lens_named(asked.pop("lens", ""), seen)
    return measures(seen, date.fromisoformat(as_of), date.fromisoformat(known_on), lens=lens, **asked)


def statuses(found: Measures) -> dict[tuple[str, str], str]:
    return {(one.target.name, one.issuer.name): one.answer.status.value for one in found.standings}


def an_agent(name: str, *spellings: str) -> Draft:
    made = identity.agent_by_name(write.register_key(), name)
    names = {"names": [{"name": one} for one in spellings]} if spellings else {}
    return Draft("agent", {"id": made, "name": name, "sort": "organisation", **names}, "test")


def against(who: Draft, written: str) -> dict[str, Any]:
    return {"participants": [{"role": "target", "name": written, "agent": who.body["id"]}]}


def test_a_register_without_measures_says_so(register: Path) -> None:
    assert ask().note == "no measure is on record here that was known on 2026-01-01"
    with pytest.raises(AskError, match="is no target of a measure here; without a name all are told"):
        ask(target=BANK)


def test_two_written_targets_are_one_where_an_agent_says_so(register: Path) -> None:
    bank = an_agent("Bank of Zareche JSC", "Zareche Bank")
    zalesia.enter(
        bank,
        zalesia.measure("impose", BANK, "2020-06-15", 0, **against(bank, BANK)),
        zalesia.measure("license", "Zareche bank", "2021-01-01", 20, instrument="GL 1"),  # a spelling, by itself
        zalesia.measure("impose", "Bank of Gora", "2020-06-15", 40),
    )
    assert statuses(ask()) == {
        ("Bank of Zareche JSC", "Norland"): "listed+licensed",
        ("Bank of Gora", "Norland"): "listed",
    }
    for name in (BANK, "zareche BANK", "Bank of Zareche JSC"):
        assert [one.target.name for one in ask(target=name).standings] == ["Bank of Zareche JSC"]


def test_a_name_that_two_agents_bear_joins_neither(register: Path) -> None:
    one, other = an_agent("Sawmill of Gora", "Sawmill"), an_agent("Sawmill of Bystritsa", "Sawmill")
    zalesia.enter(
        one,
        other,
        zalesia.measure("impose", "Sawmill of Gora", "2020-01-01", 0, **against(one, "Sawmill of Gora")),
        zalesia.measure("impose", "Sawmill of Bystritsa", "2020-01-01", 20, **against(other, "Sawmill of Bystritsa")),
        zalesia.measure("impose", "Sawmill", "2020-01-01", 40),
    )
    assert sorted(target for target, _ in statuses(ask())) == ["Sawmill", "Sawmill of Bystritsa", "Sawmill of Gora"]
    assert len(ask(target="Sawmill").standings) == 3


def test_an_unknown_name_is_refused_with_those_near_it(register: Path) -> None:
    zalesia.enter(zalesia.measure("impose", BANK, "2020-06-15"))
    with pytest.raises(AskError, match="“Bank of Zarechje” is no target of a measure here; near it: Bank of Zareche"):
        ask(target="Bank of Zarechje")
    with pytest.raises(AskError, match="is no issuer of a measure here"):
        ask(target=BANK, issuer="Southland")


def test_a_target_and_an_issuer_that_have_nothing_between_them_stand_at_none(register: Path) -> None:
    zalesia.enter(zalesia.measure("impose", BANK, "2020-06-15"), zalesia.measure("impose", "Sawmill", "2020-06-15", 20))
    assert statuses(ask("2020-06-01", "2020-06-01", target=BANK, issuer="Norland")) == {(BANK, "Norland"): "none"}
    assert not ask("2020-06-01", "2020-06-01", target=BANK).standings


def test_a_lens_admits_whom_it_trusts_and_counts_the_others(register: Path) -> None:
    rumour = zalesia.measure("delist", BANK, "2024-01-01", 20, modality="rumour")
    official = zalesia.lens("official alone", kinds=["official"])
    zalesia.enter(official, zalesia.measure("impose", BANK, "2020-06-15"), rumour)
    assert statuses(ask()) == {(BANK, "Norland"): "listed"}
    assert ask().not_admitted == {"modalities": 1}
    assert not ask(lens="official alone").standings
    assert ask(lens="official alone").not_admitted == {"kinds": 2}
    assert ask(lens="official alone", known_on="2025-11-13").not_admitted == {}


def test_a_denial_that_is_linked_makes_it_contradictory(register: Path) -> None:
    some = zalesia.enter(
        zalesia.measure("impose", BANK, "2020-06-15"),
        zalesia.measure("delist", BANK, "2024-01-01", 20),
        zalesia.measure("delist", BANK, "2024-01-01", 40, polarity="denied"),
    )
    assert statuses(ask()) == {(BANK, "Norland"): "delisted"}
    zalesia.enter(zalesia.link("contradicts", some.claims[1], some.claims[2]))
    (found,) = ask().standings
    assert found.answer.status is Status.contradictory
    assert found.answer.doubts == {Doubt.contradictions}
    assert set(some.claims[1:2]) <= set(found.answer.evidence)


def test_what_a_source_took_back_stood_until_then(register: Path) -> None:
    some = zalesia.enter(
        zalesia.measure("impose", BANK, "2020-06-15", known="2020-06-16"),
        zalesia.measure("delist", BANK, "2024-01-01", 20, known="2024-01-02"),
    )
    write.withdraw([some.claims[1]], WithdrawalReason.source_retracted, write.actor("Marta Veres"), day="2024-02-01")
    assert statuses(ask(known_on="2024-01-31")) == {(BANK, "Norland"): "delisted"}
    assert statuses(ask(known_on="2024-02-01")) == {(BANK, "Norland"): "listed"}


def test_an_older_entry_answers_as_it_stood(register: Path) -> None:
    zalesia.enter(zalesia.measure("impose", BANK, "2020-06-15"))
    then = str(ask().seen.at)
    zalesia.enter(zalesia.measure("delist", BANK, "2024-01-01", 20))
    assert statuses(ask()) == {(BANK, "Norland"): "delisted"}
    assert statuses(ask(at=then)) == {(BANK, "Norland"): "listed"}


def test_a_stranger_sees_public_claims_alone(register: Path) -> None:
    zalesia.enter(zalesia.measure("impose", BANK, "2020-06-15"), access=Access.public, vouched_by=zalesia.KEEPER)
    zalesia.enter(
        zalesia.measure("delist", BANK, "2024-01-01", 20), zalesia.measure("impose", "Sawmill", "2020-01-01", 40)
    )
    assert statuses(ask(access=Access.public)) == {(BANK, "Norland"): "listed"}
    with pytest.raises(AskError, match=r"near it|without a name"):
        ask(access=Access.public, target="Sawmill")


def test_an_imposition_without_a_day_was_there_when_it_was_known(register: Path) -> None:
    undated = zalesia.measure("impose", BANK, "2020-06-15", known="2020-06-20")
    body = {key: value for key, value in undated.body.items() if key != "when"}
    zalesia.enter(Draft("claim", body, "test"))
    (before,), (after,) = (ask(day).standings for day in ("2020-06-19", "2020-06-20"))
    assert before.answer.status is Status.none
    assert before.answer.possible == {Status.none, Status.listed}
    assert (after.answer.status, after.answer.certain) == (Status.listed, True)


def test_the_course_has_every_change_up_to_the_day(register: Path) -> None:
    zalesia.enter(
        zalesia.measure("impose", BANK, "2020-06-15"),
        zalesia.measure("license", BANK, "2024-06-20", 20, instrument="GL 1"),
        zalesia.measure("delist", BANK, "2024-09-12", 40),
        zalesia.measure("impose", BANK, "2025-03-01", 60),
    )
    found = ask("2024-12-31")
    told = [(str(day), answer.status.value) for day, answer in course(found, found.standings[0])]
    assert told == [("2020-06-15", "listed"), ("2024-06-20", "listed+licensed"), ("2024-09-12", "delisted")]


def test_a_word_that_is_none_is_refused(register: Path) -> None:
    zalesia.enter(zalesia.measure("impose", BANK, "2020-06-15"))
    with pytest.raises(AskError, match="write one of eased, licensed, suspended, lifted, removed"):
        ask(word="scrapped")


def test_what_is_said_of_measures_is_the_same_claim_by_claim_and_of_all_at_once(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubted = zalesia.measure("impose", BANK, "2021-02-03", 100)
    corrected = zalesia.measure("suspend", BANK, "2024-05-06", 200)
    zalesia.enter(zalesia.agent(), zalesia.act("Zoya Lipen", "detained", "2021-05-03", 0), doubted, corrected)
    zalesia.enter(
        zalesia.review(str(doubted.body["id"])), zalesia.grade("reliability", str(zalesia.agent().body["id"]), "B")
    )
    zalesia.enter(zalesia.measure("suspend", BANK, "2024-05-07", 200))
    seen = tally.view(None, Access.staff)
    found = measured.measured(seen)
    assert len(found.rows) == 2
    monkeypatch.setattr(measured, "FEW", 0)
    assert measured.measured(seen) == found
