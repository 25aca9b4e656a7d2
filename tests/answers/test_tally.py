"""The figure: rule, lens, as_of, known_on, at; it opens to its claims, and the same five give the same answer."""

from datetime import date
from pathlib import Path

import pytest

from habeas.answers import tally
from habeas.claims.vocabulary import Access, WithdrawalReason
from habeas.register import log, write
from tests import zalesia


def count(as_of: str, known_on: str = "2026-01-01", at: str | None = None) -> tuple[int, int, int]:
    seen = tally.view(at, Access.staff)
    found = tally.tally(date.fromisoformat(as_of), date.fromisoformat(known_on), seen).count
    return found.low, found.best, found.high


def test_known_on_admits_what_was_public_by_then(register: Path) -> None:
    zalesia.enter(zalesia.act("A", "detained", "2021-05-03", 0, known="2021-06-01"))
    zalesia.enter(zalesia.act("B", "detained", "2021-05-04", 50, known="2022-01-01"))
    assert count("2021-05-10", "2021-05-31") == (0, 0, 0)
    assert count("2021-05-10", "2021-06-01") == (1, 1, 1)
    assert count("2021-05-10", "2022-01-01") == (2, 2, 2)


def test_a_claim_known_later_never_changes_what_was_known_and_a_backdated_one_only_a_later_at(register: Path) -> None:
    first = zalesia.enter(zalesia.act("A", "detained", "2021-05-03", 0, known="2021-06-01"))
    zalesia.enter(zalesia.act("B", "detained", "2021-05-04", 50, known="2021-06-15"))
    zalesia.enter(zalesia.act("C", "detained", "2021-05-04", 90, known="2021-05-05"))
    assert count("2021-05-10", "2021-06-01") == (2, 2, 2)
    assert count("2021-05-10", "2021-06-01", str(first.head)) == (1, 1, 1)


@pytest.mark.parametrize(
    ("changed", "admitted"),
    [
        ({"modality": "claimed"}, 1),
        ({"modality": "hedged"}, 0),
        ({"modality": "rumour"}, 0),
        ({"polarity": "denied"}, 0),
    ],
)
def test_the_lens_admits_what_is_asserted_or_claimed_and_affirmed(
    register_sqlite: Path, changed: dict[str, str], admitted: int
) -> None:
    zalesia.enter(zalesia.act("A", "detained", "2021-05-03", 0, **changed))
    assert count("2021-06-01")[2] == admitted


@pytest.mark.parametrize("meaning", ["planned_end", "decided", "announced", "as_of", "told"])
def test_only_what_happened_or_was_seen_moves_a_spell(register_sqlite: Path, meaning: str) -> None:
    zalesia.enter(zalesia.act("A", "detained", "2021-05-03", 0))
    record, release = zalesia.act("A", "released", "2022-05-03", 50)
    release.body["when"] = {**release.body["when"], "meaning": meaning}
    zalesia.enter(record, release)
    assert count("2023-01-01") == (1, 1, 1)


def test_an_open_act_has_happened_by_the_day_it_was_known(register_sqlite: Path) -> None:
    record, act = zalesia.act("A", "detained", "2021-05-03", 0, known="2021-09-01")
    del act.body["when"]["latest"]
    zalesia.enter(record, act)
    assert count("2021-06-01") == (0, 0, 1)
    assert count("2021-09-01") == (1, 1, 1)


def test_a_withdrawn_claim_leaves_the_figure_from_its_day_on(register: Path) -> None:
    receipt = zalesia.enter(zalesia.act("A", "detained", "2021-05-03", 0, known="2021-06-01"))
    by = write.actor(zalesia.EDITOR)
    write.withdraw(receipt.claims, WithdrawalReason.source_retracted, by, day="2021-08-01")
    assert count("2021-06-15", "2021-07-31") == (1, 1, 1)
    assert count("2021-06-15", "2021-08-01") == (0, 0, 0)


def test_nobody_is_named_is_an_answer(register_sqlite: Path) -> None:
    found = tally.tally(date(2025, 1, 1), date(2025, 1, 1), tally.view(None, Access.staff)).as_json()
    assert (found["low"], found["best"], found["high"], found["named"]) == (0, 0, 0, 0)
    assert found["note"] == "nobody is named here"


def test_the_documented_shape(register_sqlite: Path) -> None:
    zalesia.enter(zalesia.act("A", "detained", "2021-05-03", 0))
    found = tally.tally(date(2022, 1, 1), date(2026, 1, 1), tally.view(None, Access.staff)).as_json()
    assert (found["rule"], found["rule_version"]) == ("held", 1)
    assert found["lens"] == "every accepted claim"
    assert (found["as_of"], found["known_on"]) == ("2022-01-01", "2026-01-01")
    assert found["at"] == str(log.head())
    assert found["claim_count"] == len(found["claims"]) == 1
    assert "note" not in found


def test_a_viewer_caps_the_lens_and_the_figure_says_so(register_sqlite: Path) -> None:
    zalesia.enter(zalesia.act("A", "detained", "2021-05-03", 0))
    found = tally.tally(date(2022, 1, 1), date(2026, 1, 1), tally.view(None, Access.public)).as_json()
    assert (found["high"], found["access"]) == (0, "public")


def test_a_figure_counts_what_was_closed_since(register: Path) -> None:
    one = zalesia.enter(zalesia.act("A", "detained", "2021-05-03", 0), access=Access.public, vouched_by="x")
    two = zalesia.enter(zalesia.act("B", "detained", "2021-05-03", 50), access=Access.public, vouched_by="x")
    zalesia.enter(zalesia.act("C", "detained", "2021-05-03", 90))
    by = write.actor(zalesia.EDITOR)
    write.set_access(Access.sealed, by, zalesia.EDITOR, claims=one.claims)
    between = log.head()
    write.withdraw(two.claims, WithdrawalReason.consent, by)

    def hidden(at: str | None, ceiling: Access) -> object:
        seen = tally.view(at, ceiling)
        return tally.tally(date(2022, 1, 1), date(2026, 1, 1), seen).as_json()["hidden_since"]

    assert [hidden(str(two.head), level) for level in (Access.public, Access.staff, Access.sealed)] == [2, 2, 1]
    assert hidden(str(one.head), Access.public) == 1
    assert hidden(str(between), Access.staff) == 1
    assert hidden(None, Access.public) == 0


def test_people_are_listed_those_counted_first_each_by_name(register_sqlite: Path) -> None:
    for number, (name, latest) in enumerate(
        (("Б", None), ("c", "2021-12-31"), ("Éa", None), ("eb", None), ("B", "2021-12-31"))
    ):
        zalesia.enter(zalesia.act(name, "detained", "2021-05-03", number * 40, latest=latest))
    found = tally.tally(date(2021, 6, 1), date(2026, 1, 1), tally.view(None, Access.staff))
    assert [one["name"] for one in found.as_json()["counted"]] == ["Éa", "eb", "Б", "B", "c"]


def two_records() -> tuple[str, str]:
    """One somebody, in two sources: taken, says the first; freed, says the second."""
    taken = zalesia.act("Iosif Kaliada", "detained", "2021-05-03", 0)
    freed = zalesia.act("Иосиф Каляда", "released", "2022-05-03", 50)
    also = zalesia.act("Иосиф Каляда", "detained", "2021-05-03", 90)
    zalesia.enter(taken, freed, also)
    return str(taken[0].body["id"]), str(freed[0].body["id"])


def test_two_records_that_are_judged_one_person_are_counted_once(register: Path) -> None:
    first, second = two_records()
    before = log.head()
    assert count("2021-06-01") == (2, 2, 2)
    assert count("2023-01-01") == (1, 1, 1)
    zalesia.enter(zalesia.judgement(second, first))
    assert count("2021-06-01") == (1, 1, 1)
    assert count("2023-01-01") == (0, 0, 0)
    assert count("2023-01-01", at=str(before)) == (1, 1, 1)
    found = tally.tally(date(2021, 6, 1), date(2026, 1, 1), tally.view(None, Access.staff))
    assert [one["record"] for one in found.as_json()["counted"]] == [first]
    assert found.people == 1


def test_a_judgement_that_is_retracted_joins_nobody_and_an_older_at_still_sees_it(register: Path) -> None:
    first, second = two_records()
    joined = zalesia.enter(zalesia.judgement(first, second)).head
    zalesia.enter(zalesia.judgement(first, second, retracted="yes", reason="another year of birth"))
    assert count("2023-01-01") == (1, 1, 1)
    assert count("2023-01-01", at=str(joined)) == (0, 0, 0)
    zalesia.enter(zalesia.judgement(first, second))
    assert count("2023-01-01") == (0, 0, 0)


def test_judgements_that_contradict_each_other_join_nobody_and_are_told(register: Path) -> None:
    first, second = two_records()
    third = zalesia.record("Язэп Каляда")
    bridge = str(third.body["id"])
    zalesia.enter(third, zalesia.judgement(first, bridge), zalesia.judgement(bridge, second))
    assert count("2023-01-01") == (0, 0, 0)
    zalesia.enter(zalesia.judgement(first, second, "different"))
    assert count("2023-01-01") == (1, 1, 1)
    found = tally.tally(date(2023, 1, 1), date(2026, 1, 1), tally.view(None, Access.staff))
    assert found.as_json()["in_conflict"] == 1


def test_a_person_is_shown_by_a_record_that_the_reader_may_meet(register: Path) -> None:
    hidden = zalesia.act("Iosif Kaliada", "detained", "2021-05-03", 0)
    shown = zalesia.act("Иосиф Каляда", "detained", "2021-05-04", 50)
    closed, open_to_all = zalesia.enter(hidden, shown).claims
    write.set_access(Access.public, write.actor(zalesia.KEEPER), zalesia.KEEPER, claims=[open_to_all])
    zalesia.enter(zalesia.judgement(str(hidden[0].body["id"]), str(shown[0].body["id"])))
    found = tally.tally(date(2023, 1, 1), date(2026, 1, 1), tally.view(None, Access.public))
    assert [(one["record"], one["name"]) for one in found.as_json()["counted"]] == [
        (shown[0].body["id"], "Иосиф Каляда")
    ]
    assert closed not in str(found.as_json())


def three_records(*public: str) -> list[str]:
    """The records of Iosif, Іосіф and Язэп, each detained; the claims of these may be seen by a stranger."""
    names = ("Iosif Kaliada", "Іосіф Каляда", "Язэп Каляда")
    drafts = [zalesia.act(name, "detained", "2021-05-03", start * 50) for start, name in enumerate(names)]
    entered = dict(zip(names, zalesia.enter(*drafts).claims, strict=True))
    write.set_access(
        Access.public, write.actor(zalesia.KEEPER), zalesia.KEEPER, claims=[entered[name] for name in public]
    )
    return [str(one.body["id"]) for one, _ in drafts]


def as_a_stranger_counts() -> tuple[int, int]:
    found = tally.tally(date(2023, 1, 1), date(2026, 1, 1), tally.view(None, Access.public)).as_json()
    return found["best"], found["in_conflict"]


def test_two_who_are_one_person_by_way_of_a_record_that_is_hidden_are_one_to_everybody(register: Path) -> None:
    iosif, hidden, yazep = three_records("Iosif Kaliada", "Язэп Каляда")
    assert as_a_stranger_counts() == (2, 0)
    zalesia.enter(zalesia.judgement(iosif, hidden), zalesia.judgement(hidden, yazep))
    assert as_a_stranger_counts() == (1, 0)
    zalesia.enter(zalesia.judgement(iosif, yazep, "different"))
    assert as_a_stranger_counts() == (2, 1)


def test_a_conflict_with_those_whom_a_reader_may_not_meet_is_not_told(register: Path) -> None:
    iosif, hidden, yazep = three_records("Iosif Kaliada")
    zalesia.enter(zalesia.judgement(iosif, hidden), zalesia.judgement(hidden, yazep))
    zalesia.enter(zalesia.judgement(iosif, yazep, "different"))
    assert as_a_stranger_counts() == (1, 0)
