"""What came of a bargain, from the register: one claim more or less, by whose account, and what is seen by whom."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.answers import bargain_words, bargains, counted_by
from habeas.answers.bargain_told import Row, Told
from habeas.answers.public import AskError
from habeas.answers.tally import view
from habeas.claims import identity
from habeas.claims.act import Act
from habeas.claims.canonical import Body
from habeas.claims.vocabulary import Access, WithdrawalReason
from habeas.register import erase, write
from habeas.register.draft import Draft
from tests import zalesia

TIMBER = "Prisoners and timber"
JUNE = zalesia.window("2021-06-01", "2021-06-30")
FREE_TWO: Body = {"kind": "acted", "acts": ["released", "pardoned"], "count": 2, "territory": "ZZ"}
SUSPEND: Body = {"kind": "reaches", "issuer": "Norland", "targets": ["timber"], "status": "suspended"}


@pytest.fixture
def words(register: Path) -> str:
    """The claim whose words carry what was undertaken."""
    said = zalesia.claim("Norland undertook it, and so did the President.", 900, known="2021-05-20", type="commitment")
    return zalesia.enter(said, access=Access.public, vouched_by="Marta Veres").claims[0]


def bargain(*commitments: Body, **said: Any) -> None:
    zalesia.enter(zalesia.bargain(TIMBER, *commitments, **said))


def free_two(words: str, key: str = "free two", **said: Any) -> Body:
    return zalesia.commitment(key, words, zalesia.PRESIDENT, **{"query": FREE_TWO, "window": JUNE, **said})


def ask(as_of: str = "2021-08-01", known_on: str = "2026-01-01", access: Access = Access.staff, **asked: Any) -> Told:
    seen = view(asked.get("at"), access)
    lens = counted_by.lens_named(asked["lens"], seen) if "lens" in asked else None
    name = asked.get("name", TIMBER)
    return bargains.told(
        bargains.named(name, seen), seen, date.fromisoformat(as_of), date.fromisoformat(known_on), lens
    )


def only(found: Told, key: str = "free two") -> Row:
    return next(row for row in found.rows if row.commitment.key == key)


def verdict(**asked: Any) -> str | None:
    found = only(ask(**asked)).verdict
    return found.value if found else None


def freed(name: str, day: str = "2021-06-12", start: int = 0, **said: Any) -> list[Draft]:
    return zalesia.act(name, "pardoned", day, start, known="2021-06-20", **said)


def test_one_custody_claim_more_changes_the_verdict_and_nothing_else_is_edited(words: str) -> None:
    bargain(free_two(words))
    zalesia.enter(freed("Zoya Vrubel"))
    assert verdict() == "part_kept"
    zalesia.enter(freed("Ales Maroz", start=20))
    assert verdict() == "kept"
    zalesia.enter(zalesia.act("Ales Maroz", "detained", "2021-07-10", 40))
    assert verdict() == "undone"
    assert verdict(as_of="2021-07-09") == "kept"
    zalesia.enter(zalesia.act("Ales Maroz", "term_served", "2021-07-20", 60))
    assert verdict() == "kept", "freed again, on another ground"
    assert verdict(as_of="2021-07-19") == "undone"


def test_each_day_and_each_day_of_knowledge_has_its_verdict(words: str) -> None:
    bargain(free_two(words))
    zalesia.enter(freed("Zoya Vrubel"), freed("Ales Maroz", "2021-07-03", 20))
    assert verdict(as_of="2021-05-25") == "not_yet_due"
    assert verdict(as_of="2021-06-11") == "pending"
    assert verdict(as_of="2021-07-01") == "part_kept"
    assert verdict(as_of="2021-07-03") == "kept_late"
    assert verdict(as_of="2021-07-03", known_on="2021-06-19") == "not_checkable", "nothing of it was known"
    assert verdict(known_on="2021-05-19") is None, "nobody had said so by then"


def test_what_the_source_took_back_is_no_evidence_from_then_on(words: str) -> None:
    bargain(free_two(words))
    claims = zalesia.enter(freed("Zoya Vrubel"), freed("Ales Maroz", start=20)).claims
    write.withdraw(claims[:1], WithdrawalReason.source_retracted, write.actor(zalesia.KEEPER), day="2021-09-01")
    assert verdict(known_on="2021-08-31") == "kept"
    assert verdict(known_on="2021-09-01") == "part_kept"


def test_what_is_under_second_look_is_evidence_for_a_lens_that_admits_it_alone(words: str) -> None:
    bargain(free_two(words))
    claims = zalesia.enter(
        freed("Zoya Vrubel"), freed("Ales Maroz", start=20), zalesia.lens("any", review="any")
    ).claims
    cited = str(view(None, Access.staff).at)
    zalesia.enter(zalesia.review(claims[0]))
    assert (verdict(lens="every accepted claim"), verdict(lens="any")) == ("part_kept", "kept")
    assert (verdict(), verdict(at=cited)) == ("disputed", "kept"), "the two lenses differ"
    zalesia.enter(zalesia.review(claims[0], "accepted"))
    assert verdict() == "kept"


def test_a_denial_that_was_not_known_yet_changes_no_earlier_verdict(words: str) -> None:
    bargain(free_two(words))
    ids = zalesia.enter(freed("Zoya Vrubel"), freed("Ales Maroz", start=20)).claims
    denied = zalesia.act("Ales Maroz", "pardoned", "2021-06-12", 40, known="2021-09-01", polarity="denied")
    denial = zalesia.enter(denied).claims[0]
    zalesia.enter(zalesia.link("contradicts", ids[1], denial))
    assert verdict(known_on="2021-08-31") == "kept"
    assert verdict(known_on="2021-09-01") == "part_kept"


def test_two_reports_of_one_act_that_differ_on_its_day_make_no_day_certain(words: str) -> None:
    bargain(free_two(words))
    ids = zalesia.enter(freed("Zoya Vrubel"), freed("Ales Maroz", start=20), freed("Ales Maroz", "2021-07-03", 40))
    assert verdict() == "kept"
    zalesia.enter(zalesia.one_act(*ids.claims[1:]))
    found = only(ask()).by_lens[0].judged
    assert (found.verdict.value, [one.value for one in found.possible]) == ("kept_late", ["kept"])


def test_a_round_that_a_claim_denies_is_not_certain(words: str) -> None:
    bargain(free_two(words))
    told = zalesia.enter(zalesia.round_of(46, 46, day="2021-06-12", known="2021-06-20")).claims
    assert verdict() == "kept"
    denied = zalesia.round_of(46, 46, 20, day="2021-06-12", known="2021-06-21", polarity="denied")
    denial = zalesia.enter(denied).claims[0]
    zalesia.enter(zalesia.link("contradicts", told[0], denial))
    found = only(ask()).by_lens[0].judged
    assert (found.verdict.value, [one.value for one in found.possible]) == ("not_kept", ["kept", "kept_late"])
    assert verdict(known_on="2021-06-20") == "kept"


def test_an_arrest_in_another_country_breaks_nothing_here(words: str) -> None:
    again: Body = {"kind": "no_later", "acts": ["detained"], "of": ["released", "pardoned"], "territory": "ZZ"}
    bargain(zalesia.commitment("keep them free", words, zalesia.PRESIDENT, query=again, window=JUNE))
    zalesia.enter(
        freed("Zoya Vrubel", "2021-06-05"),
        zalesia.act("Zoya Vrubel", "detained", "2021-05-01", 20, place={"name": "Vesk", "country": "ZZ"}),
        zalesia.act("Zoya Vrubel", "detained", "2021-06-15", 40, place={"name": "Norhaven", "country": "NO"}),
    )
    assert verdict_of("keep them free", "2021-07-20") != "not_kept"
    zalesia.enter(zalesia.act("Zoya Vrubel", "detained", "2021-06-20", 60, place={"name": "Vesk", "country": "ZZ"}))
    assert verdict_of("keep them free", "2021-07-20") == "not_kept"


def test_a_rule_that_is_complete_of_some_makes_nobody_elses_silence_speak(words: str) -> None:
    bargain(free_two(words))
    some: Body = {"where": [{"property": "sex", "value": "female"}]}
    zalesia.enter(zalesia.rule("women", territory="ZZ", complete="yes", **some))
    assert verdict() == "not_checkable"
    zalesia.enter(zalesia.rule("one year", territory="ZZ", complete="yes", first="2020-01-01", last="2020-12-31"))
    assert verdict() == "not_checkable"


def test_lenses_that_differ_dispute_and_one_that_cannot_tell_has_no_say(words: str) -> None:
    lantern = identity.agent_by_name(write.register_key(), zalesia.LANTERN)
    silent = identity.agent_by_name(write.register_key(), "Northern Watch")
    chancery = [{"agent": identity.agent_by_name(write.register_key(), "Chancery"), "kind": "official"}]
    zalesia.enter(
        zalesia.agent("Northern Watch"),
        zalesia.agent("Chancery"),
        zalesia.lens("the Lantern Group", speakers=[lantern]),
        zalesia.lens("the Northern Watch", speakers=[silent]),
        freed("Zoya Vrubel"),
        freed("Ales Maroz", start=20, attribution=chancery),
    )
    bargain(free_two(words), lenses=["every accepted claim", "the Lantern Group", "the Northern Watch"])
    assert {one.lens.name: one.judged.verdict.value for one in only(ask()).by_lens} == {
        "every accepted claim": "kept",
        "the Lantern Group": "part_kept",
        "the Northern Watch": "not_checkable",
    }
    assert verdict() == "disputed"
    assert verdict(lens="the Northern Watch") == "not_checkable"


def test_a_group_reaches_it_and_is_told_as_an_aggregate(words: str) -> None:
    bargain(free_two(words))
    zalesia.enter(zalesia.round_of(46, 46, day="2021-06-12", known="2021-06-20"))
    row = only(ask())
    assert bargain_words.verdicts(row, ask().evidence) == [("every accepted claim", "kept", "46 of 2; named here: 0")]
    assert row.by_lens[0].as_json({})["rests_on_aggregate"] == "yes"


def test_two_reports_of_one_release_are_not_counted_twice(words: str) -> None:
    bargain(free_two(words, query={**FREE_TWO, "count": 60}))
    told = zalesia.enter(
        zalesia.round_of(46, 46, day="2021-06-12", known="2021-06-20"),
        zalesia.round_of(46, 46, start=20, day="2021-06-12", known="2021-06-20"),
    ).claims
    assert verdict() == "kept", "two rounds"
    zalesia.enter(zalesia.one_act(*told))
    assert verdict() == "part_kept", "one round, told twice"


def test_a_rule_that_claims_to_be_complete_makes_silence_speak(words: str) -> None:
    bargain(free_two(words))
    assert verdict() == "not_checkable"
    zalesia.enter(zalesia.rule("everybody", territory="ZZ", complete="yes"))
    assert verdict() == "not_kept"


def test_each_person_of_a_list_and_a_list_that_is_not_here(words: str) -> None:
    key = write.register_key()
    listed = [
        Draft(
            "record",
            {
                "id": identity.record_in_list(key, "The two", [name]),
                "document": zalesia.DOCUMENT,
                "name": name,
                "list": "The two",
                "key": [name],
                "row": row,
            },
            "test",
        )
        for row, name in enumerate(("Zoya Vrubel", "Ales Maroz"), 2)
    ]
    named = [str(one.body["id"]) for one in listed]
    zalesia.enter(*listed, freed("Zoya Vrubel"), freed("Somebody Else", start=20))
    zoya = str(zalesia.record("Zoya Vrubel").body["id"])
    zalesia.enter(zalesia.judgement(named[0], zoya))
    query: Body = {"kind": "each_of_list", "list": "The two", "acts": ["pardoned"]}
    bargain(free_two(words, query=query), free_two(words, key="free many", query={**query, "list": "The many"}))
    assert only(ask()).verdict == "part_kept"
    assert bargain_words.in_short(only(ask()).by_lens[0], {}) == "1 of 2"
    assert only(ask(), "free many").verdict == "not_checkable"
    assert only(ask(), "free many").by_lens[0].judged.notes == ("that list is not on record",)


def test_measures_reach_and_keep_a_status_by_acts(words: str) -> None:
    keep: Body = {**SUSPEND, "kind": "keeps"}
    bargain(
        zalesia.commitment("suspend the ban", words, query=SUSPEND, window=JUNE),
        zalesia.commitment("leave it suspended", words, query=keep, window=zalesia.window("2021-07-01", "2021-09-30")),
    )
    ban = {"measure": "trade_ban", "known": "2021-06-20"}
    zalesia.enter(zalesia.measure("impose", "timber", "2020-06-02", 0, **ban))
    zalesia.enter(zalesia.measure("announce", "timber", "2021-06-02", 20, **ban))
    assert verdict_of("suspend the ban", "2021-06-29") == "pending"
    assert verdict_of("suspend the ban", "2021-07-01") == "not_kept"
    zalesia.enter(zalesia.measure("suspend", "timber", "2021-06-21", 40, **ban))
    assert verdict_of("suspend the ban", "2021-07-01") == "kept"
    assert verdict_of("leave it suspended", "2021-08-01") == "pending"
    assert verdict_of("leave it suspended", "2021-10-01") == "kept"
    zalesia.enter(zalesia.measure("impose", "timber", "2021-09-01", 60, **ban))
    assert verdict_of("leave it suspended", "2021-10-01") == "not_kept"
    assert verdict_of("suspend the ban", "2021-10-01") == "undone"


def verdict_of(key: str, as_of: str) -> str | None:
    found = only(ask(as_of=as_of), key).verdict
    return found.value if found else None


def test_a_condition_is_asked_of_the_register_too(words: str) -> None:
    after: Body = {"on": "after", "words": "if two are freed", "query": FREE_TWO, "window": JUNE}
    again: Body = {"kind": "no_later", "acts": ["detained"], "of": ["released", "pardoned"]}
    bargain(
        zalesia.commitment("suspend the ban", words, query=SUSPEND, condition=after),
        zalesia.commitment("keep them free", words, zalesia.PRESIDENT, query=again, window=JUNE),
    )
    zalesia.enter(
        zalesia.measure("impose", "timber", "2020-06-02", 100, known="2020-06-02"), freed("Zoya Vrubel", "2021-06-05")
    )
    assert verdict_of("suspend the ban", "2021-06-20") == "not_yet_due"
    assert verdict_of("suspend the ban", "2021-07-20") == "lapsed"
    assert verdict_of("keep them free", "2021-07-20") == "not_checkable"
    zalesia.enter(freed("Ales Maroz", "2021-06-10", 20))
    assert verdict_of("suspend the ban", "2021-07-20") == "pending"
    zalesia.enter(zalesia.act("Somebody Else", "detained", "2021-06-15", 40))
    assert verdict_of("keep them free", "2021-07-20") == "not_checkable", "was not among the freed"
    zalesia.enter(zalesia.act("Zoya Vrubel", "detained", "2021-06-15", 60))
    assert verdict_of("keep them free", "2021-07-20") == "not_kept"


def test_new_arrests_break_a_demand_and_strain_an_assurance(words: str) -> None:
    none: Body = {"kind": "no_later", "acts": ["detained"], "territory": "ZZ"}
    bargain(
        free_two(words),
        zalesia.commitment("arrest nobody", words, zalesia.PRESIDENT, stage="demanded", query=none),
        zalesia.commitment("ease up", words, zalesia.PRESIDENT, stage="assured", strained_by=["detained"]),
    )
    assert bargain_words.touched(ask(), Act.detained) == [
        "New arrests break no reported term of this bargain.",
        "They break a condition of Lantern Group, which is no term of the bargain: to arrest nobody.",
        "They strain an assurance, to ease up (Lantern Group).",
    ]
    zalesia.enter(zalesia.bargain("Another", zalesia.commitment("arrest nobody", words, zalesia.PRESIDENT, query=none)))
    assert bargain_words.touched(ask(name="Another"), Act.detained) == [
        "New arrests break a term: Oldar Vostarny undertook to arrest nobody."
    ]
    assert [row.commitment.key for row in ask().terms] == ["free two"]


def test_a_stranger_sees_public_words_and_public_evidence_alone(words: str) -> None:
    bargain(free_two(words))
    zalesia.enter(zalesia.bargain("Of the staff", free_two(words), access="staff"))
    zalesia.enter(freed("Zoya Vrubel"), freed("Ales Maroz", start=20))
    assert [one.name for one in bargains.every(view(None, Access.public))] == [TIMBER]
    assert verdict() == "kept"
    assert verdict(access=Access.public) == "not_checkable"
    with pytest.raises(AskError, match="is not a bargain of this register"):
        ask(name="Of the staff", access=Access.public)
    before = str(view(None, Access.public).at)
    write.set_access(Access.staff, write.actor(zalesia.KEEPER), "Marta Veres", claims=[words])
    hidden = ask(access=Access.public)
    assert hidden.rows[0].verdict is None
    assert (hidden.rows[0].said, hidden.rows[0].commitment.key) == ([], "1")
    assert "free two" not in str(hidden.as_json()), "nor is it told what it was"
    assert hidden.as_json()["hidden_since"] == 0, "it is hidden at this entry, not since"
    assert ask(access=Access.public, at=before).as_json()["hidden_since"] == 1


def test_names_and_versions(words: str) -> None:
    with pytest.raises(AskError, match="no bargain is on record here"):
        ask()
    bargain(free_two(words))
    before = str(view(None, Access.staff).at)
    bargain(free_two(words), zalesia.commitment("suspend the ban", words, query=SUSPEND), version=2)
    zalesia.enter(zalesia.bargain("Prisoners and banks", free_two(words)))
    assert len(ask().rows) == 2
    assert len(ask(name=f"{TIMBER}@1").rows) == 1
    assert len(ask(name="timber").rows) == 2
    assert len(ask(at=before).rows) == 1
    with pytest.raises(AskError, match="“prisoners” is part of several names: write one of Prisoners and timber; Pris"):
        ask(name="prisoners")


def test_it_goes_with_a_name_that_any_of_its_words_has(words: str) -> None:
    bargain(free_two(words, undertakes="to free Zoya  Vrubel and another"))
    zalesia.enter(zalesia.bargain("Another", free_two(words)), freed("Zoya Vrubel"))
    zoya = str(zalesia.record("Zoya Vrubel").body["id"])
    erase.erase(write.actor(zalesia.KEEPER), "asked", "the person", records=[zoya])
    assert [one.name for one in bargains.every(view(None, Access.staff))] == ["Another"]


def test_several_are_told_together_as_each_alone(words: str) -> None:
    bargain(free_two(words))
    zalesia.enter(zalesia.bargain("Another", free_two(words, "free them")))
    zalesia.enter(freed("Zoya Vrubel"), freed("Ales Maroz", start=20))
    seen, day = view(None, Access.staff), date(2021, 8, 1)
    together = bargains.all_told(bargains.every(seen), seen, day, day)
    alone = [bargains.told(one, seen, day, day).as_json() for one in bargains.every(seen)]
    assert [one.as_json() for one in together] == alone
    assert [one["bargain"] for one in alone] == [TIMBER, "Another"]
